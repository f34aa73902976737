// A mail with signatures and a file of keys, parted by 0xFF.
#include "fuzz/target.h"
#include "mail/dkim.h"
#include "mail/dkim_results.h"

#include <stdexcept>
#include <string>

namespace threadlint::fuzz {
namespace {

using namespace mail;

void Run(std::string_view bytes) {
  const std::string_view mail = TakePiece(bytes);
  DkimKeys keys;
  try {
    ReadDkimKeys("keys", bytes, keys);
  } catch (const std::invalid_argument& error) {
    Require(std::string_view(error.what()).starts_with("keys:"), "an error names its place");
  }
  const std::string hosts[] = {"mx.example.org"};
  const SignedMail signed_mail = ReadSignatures(mail, keys, hosts);
  for (const Signature& signature : signed_mail.signatures)
    RequireUtf8(signature.domain, "a domain is UTF-8");
  for (const bool arc : {false, true})
    RequireInside(ReadHostResults(mail, arc).host, mail, "a host's name stands in its field");
}

const Registration kHere{{"dkim", Run}};

}  // namespace
}  // namespace threadlint::fuzz
