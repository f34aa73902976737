// What DKIM signatures (RFC 6376) on a mail come to, as far as it can be told without a network.
#pragma once

#include <threadlint/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint {

// Is the text that was signed the text that is here?
enum class BodyVerdict : uint8_t { kNotChecked, kMatch, kMismatch };
// Did the key make the signature, over the header fields that it names?
enum class HeaderVerdict : uint8_t { kNotChecked, kValid, kInvalid };
std::string_view Name(BodyVerdict verdict);    // "not-checked", "match", "mismatch"
std::string_view Name(HeaderVerdict verdict);  // "not-checked", "valid", "invalid"

// What a mailbox does to a body, and what has to be undone until the hash is right.
enum class BodyFlavour : uint8_t {
  kAsRead,      // as the mailbox was read
  kFromUndone,  // with ">From " at the start of lines turned into "From "
  kFromMarked,  // with "From " at the start of lines turned into ">From "
  kBareReturn,  // a CR alone ends a line
  kEmptyLine    // an empty body stands for an empty line
};
std::string_view Name(BodyFlavour flavour);  // "as-read", "from-undone"

// Is Reply-To, which says where answers go, among what was signed?
enum class ReplyToCover : uint8_t {
  kNotSigned,
  kPartly,  // the mail has more of them than were signed
  kSigned,
  kAbsent  // the mail has none, and that was signed
};
std::string_view Name(ReplyToCover cover);  // "not-signed", "partly", "signed", "absent"

struct Signature {
  std::string domain;                                          // d=, lower case
  std::string selector;                                        // s=
  std::string algorithm;                                       // a=, lower case
  std::string identity;                                        // i=; empty if it names none
  std::string header_canon = "simple", body_canon = "simple";  // c=
  std::vector<std::string> headers;                            // h=, lower case
  ReplyToCover reply_to = ReplyToCover::kNotSigned;
  bool oversigned = false;  // Reply-To stands in h= once more than in the mail: none can be added
  std::optional<int64_t> signed_at, expires;  // t=, x=: seconds since 1970 UTC
  std::optional<uint64_t> body_length;        // l=: only so many bytes were signed
  uint64_t unsigned_bytes = 0;                // of the body behind these
  BodyVerdict body = BodyVerdict::kNotChecked;
  BodyFlavour flavour = BodyFlavour::kAsRead;  // of a match
  HeaderVerdict header = HeaderVerdict::kNotChecked;
  // Why a verdict is not "match" or "valid"; words of this program's own.
  std::string_view body_reason, header_reason;
  bool no_key = false;    // the header was not checked for want of the domain's public key alone
  bool test_key = false;  // the key's record says that the domain is trying DKIM out (t=y)
};

// What a mail host wrote into (ARC-)Authentication-Results of a signature when the mail came in.
struct HostResult {
  std::string host;                // authserv-id; one that the user believes
  bool arc = false;                // in ARC-Authentication-Results
  std::string result;              // "pass", "fail", "none", … (RFC 8601 section 2.7.1)
  std::string domain;              // header.d
  std::string selector, identity;  // header.s, header.i
};

struct SignedMail {
  MessageIndex message = kNoMessage;
  uint32_t reply_to_fields = 0;  // Reply-To fields of the mail
  std::vector<Signature> signatures;
  uint32_t more_signatures = 0;  // not looked at, since the mail has too many
  std::vector<HostResult> results;
  uint32_t more_results = 0;
};

// Where the public key of a signature stands in the DNS: "selector._domainkey.domain".
std::string KeyName(const Signature& signature);

}  // namespace threadlint
