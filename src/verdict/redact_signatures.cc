#include "verdict/redact_signatures.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace threadlint::verdict {
namespace {

constexpr std::string_view kOther = "other";
constexpr std::string_view kAlgorithms[] = {"rsa-sha1", "rsa-sha256", "ed25519-sha256"};
// RFC 8601 section 2.7.1.
constexpr std::string_view kResults[] = {"none",    "pass",      "fail",     "policy",
                                         "neutral", "temperror", "permerror"};
// Fields that signers name; another may be named after somebody.
constexpr std::string_view kFields[] = {"arc-authentication-results",
                                        "arc-message-signature",
                                        "auto-submitted",
                                        "bcc",
                                        "cc",
                                        "content-description",
                                        "content-disposition",
                                        "content-id",
                                        "content-language",
                                        "content-transfer-encoding",
                                        "content-type",
                                        "date",
                                        "dkim-signature",
                                        "feedback-id",
                                        "from",
                                        "importance",
                                        "in-reply-to",
                                        "list-archive",
                                        "list-help",
                                        "list-id",
                                        "list-owner",
                                        "list-post",
                                        "list-subscribe",
                                        "list-unsubscribe",
                                        "list-unsubscribe-post",
                                        "message-id",
                                        "mime-version",
                                        "organization",
                                        "precedence",
                                        "received",
                                        "references",
                                        "reply-to",
                                        "resent-cc",
                                        "resent-date",
                                        "resent-from",
                                        "resent-message-id",
                                        "resent-sender",
                                        "resent-to",
                                        "return-path",
                                        "sender",
                                        "subject",
                                        "thread-index",
                                        "thread-topic",
                                        "to",
                                        "user-agent",
                                        "x-mailer",
                                        "x-priority"};

void KeepKnown(std::string& text, std::span<const std::string_view> known) {
  if (!text.empty() && std::ranges::find(known, text) == known.end()) text = kOther;
}

class Masks {
 public:
  Masks(People& people, Pseudonyms& pseudonyms) : people_(people), pseudonyms_(pseudonyms) {}

  void Host(std::string& host) const {
    if (!host.empty()) host = people_.Host(host);
  }
  void Selector(std::string& selector) const {
    if (!selector.empty()) selector = pseudonyms_.Numbered("selector", "selector", selector);
  }
  // "@shop.example" speaks for nobody in particular.
  void Identity(std::string& identity) const {
    if (identity.empty()) return;
    identity = identity.front() == '@' ? "@" + people_.Host(std::string_view(identity).substr(1))
                                       : people_.Address(identity);
  }

 private:
  People& people_;
  Pseudonyms& pseudonyms_;
};

}  // namespace

void RedactSignatures(SignedMail& mail, People& people, Pseudonyms& pseudonyms) {
  const Masks masks(people, pseudonyms);
  for (Signature& signature : mail.signatures) {
    masks.Host(signature.domain);
    masks.Selector(signature.selector);
    masks.Identity(signature.identity);
    KeepKnown(signature.algorithm, kAlgorithms);
    for (std::string& header : signature.headers) KeepKnown(header, kFields);
  }
  for (HostResult& result : mail.results) {
    masks.Host(result.host);
    masks.Host(result.domain);
    masks.Selector(result.selector);
    masks.Identity(result.identity);
    KeepKnown(result.result, kResults);
  }
}

}  // namespace threadlint::verdict
