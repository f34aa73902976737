#include "report/signature_words.h"

#include "report/reference.h"
#include "util/count.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace threadlint::report {
namespace {

std::string BodyWords(const Signature& s) {
  std::string out;
  switch (s.body) {
    case BodyVerdict::kNotChecked:
      return fmt::format("body not checked, {}", s.body_reason);
    case BodyVerdict::kMismatch:
      return fmt::format("body hash wrong, {}", s.body_reason);
    case BodyVerdict::kMatch:
      out = "body hash right";
  }
  switch (s.flavour) {
    case BodyFlavour::kAsRead:
      break;
    case BodyFlavour::kFromUndone:
      out += " once '>From ' at the start of lines is made 'From '";
      break;
    case BodyFlavour::kFromMarked:
      out += " once 'From ' at the start of lines is made '>From '";
      break;
    case BodyFlavour::kBareReturn:
      out += " once a CR alone ends a line";
      break;
    case BodyFlavour::kEmptyLine:
      out += " once the empty body is made an empty line";
  }
  if (s.unsigned_bytes > 0)
    out += fmt::format(", but the last {} bytes of the text are not signed", s.unsigned_bytes);
  return out;
}

std::string HeaderWords(const Signature& s) {
  if (s.header == HeaderVerdict::kValid)
    return s.test_key ? "header signature valid, by a key that the domain is trying out"
                      : "header signature valid";
  return fmt::format("header signature {}, {}",
                     s.header == HeaderVerdict::kInvalid ? "invalid" : "not checked",
                     s.header_reason);
}

std::string Verdicts(const Signature& s) {
  // What is wrong with the whole signature is told once.
  if (s.body == BodyVerdict::kNotChecked) return fmt::format("DKIM; {}", s.header_reason);
  return fmt::format("DKIM; {}; {}", BodyWords(s), HeaderWords(s));
}

std::string SignatureSentence(const Signature& s, bool has_reply_to, const std::string& mail) {
  const std::string verdicts = Verdicts(s);
  const std::string domain = s.domain.empty() ? std::string("no domain") : s.domain;
  if (s.header == HeaderVerdict::kInvalid)
    return fmt::format("A signature in the name of {} on the {} does not hold ({}).", domain, mail,
                       verdicts);
  switch (s.reply_to) {
    case ReplyToCover::kSigned:
      // Anybody can write a signature: only the key shows whose it is.
      return s.header == HeaderVerdict::kValid
                 ? fmt::format("Reply-To of the {} is signed by {} ({}).", mail, domain, verdicts)
                 : fmt::format(
                       "The {} bears a signature in the name of {} that covers Reply-To "
                       "({}).",
                       mail, domain, verdicts);
    case ReplyToCover::kPartly:
      return fmt::format(
          "Of the Reply-To fields of the {} only the lower ones are covered by a signature in the "
          "name of {} "
          "({}).",
          mail, domain, verdicts);
    case ReplyToCover::kAbsent:
      return fmt::format(
          "The {} has no Reply-To, and a signature in the name of {} covers that it has none ({}).",
          mail, domain, verdicts);
    case ReplyToCover::kNotSigned:
      break;
  }
  return has_reply_to ? fmt::format(
                            "Reply-To of the {} is not among what a signature in the name of {} "
                            "covers ({}).",
                            mail, domain, verdicts)
                      : fmt::format(
                            "The {} has no Reply-To; a signature in the name of {} covers other "
                            "fields of it ({}).",
                            mail, domain, verdicts);
}

std::string ResultSentence(const HostResult& r, const std::string& mail) {
  std::string of = r.domain.empty() ? r.identity : r.domain;
  if (!of.empty()) of = " for " + of;
  return fmt::format("{} noted on the {} when it came in: dkim={}{}{}.", r.host, mail, r.result, of,
                     r.arc ? " (in ARC-Authentication-Results)" : "");
}

}  // namespace

const SignedMail* SignaturesOf(const Report& report, MessageIndex message) {
  const auto at = std::ranges::lower_bound(report.signatures, message, {}, &SignedMail::message);
  return at == report.signatures.end() || at->message != message ? nullptr : &*at;
}

std::vector<std::string> SignatureWords(const Report& report, const SignedMail& mail) {
  const std::string name = MailOf(report, mail.message);
  std::vector<std::string> out;
  for (const Signature& s : mail.signatures)
    out.push_back(SignatureSentence(s, mail.reply_to_fields > 0, name));
  if (mail.signatures.empty())
    out.push_back(fmt::format("The {} carries no DKIM signature, which shows nothing.", name));
  if (mail.more_signatures > 0)
    out.push_back(fmt::format("The {} carries {}, not looked at: too many.", name,
                              util::Count(mail.more_signatures, "more signature")));
  for (const HostResult& r : mail.results) out.push_back(ResultSentence(r, name));
  if (mail.more_results > 0)
    out.push_back(
        fmt::format("{} more such results on the {} are not shown.", mail.more_results, name));
  return out;
}

std::vector<std::string> SignatureWords(const Report& report, const Finding& finding) {
  std::vector<std::string> out;
  if (!finding.rule->id.starts_with("TL1")) return out;
  std::set<MessageIndex> told;
  for (const Evidence& e : finding.evidence) {
    const SignedMail* mail = SignaturesOf(report, e.message);
    if (mail == nullptr || !told.insert(e.message).second) continue;
    const std::vector<std::string> words = SignatureWords(report, *mail);
    out.insert(out.end(), words.begin(), words.end());
  }
  return out;
}

std::vector<std::string> MissingKeys(const Report& report) {
  std::set<std::string> out;
  if (!report.redacted)
    for (const SignedMail& mail : report.signatures)
      for (const Signature& s : mail.signatures)
        if (s.no_key) out.insert(KeyName(s));
  return {out.begin(), out.end()};
}

}  // namespace threadlint::report
