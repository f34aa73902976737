#include "lint/read_signatures.h"

#include "lint/sweep.h"
#include "mail/dkim.h"

#include <threadlint/rule.h>

#include <optional>
#include <set>
#include <utility>

namespace threadlint {
namespace {

bool IsTokenBreak(const Break& b) { return b.chain != BreakChain::kHeaders; }

// The mails on which it rests that a reply address changed.
std::set<MessageIndex> MailsOfChanges(const Options& options, const Report& report) {
  std::set<MessageIndex> out;
  for (const Finding& f : report.findings)
    if (f.rule->id.starts_with("TL1"))
      for (const Evidence& e : f.evidence) out.insert(e.message);
  if (!options.find)
    for (const uint32_t c : report.shown)
      for (const Break& b : report.set.Breaks(report.set.cases[c]))
        if (IsTokenBreak(b)) out.insert({b.previous, b.message});
  if (options.signed_mails)
    for (const MessageIndex i : options.signed_mails(report)) out.insert(i);
  for (const Exhibit& exhibit : report.exhibits) out.insert(exhibit.message);
  out.erase(kNoMessage);
  return out;
}

}  // namespace

mail::DkimKeys ReadKeys(const Options& options) {
  mail::DkimKeys out;
  for (const auto& [name, text] : options.dkim_keys) mail::ReadDkimKeys(name, text, out);
  return out;
}

void ReadSignaturesOfMails(const Options& options, const mail::DkimKeys& keys,
                           const source::Inventory& inventory, const source::Limits& limits,
                           Report& report) {
  if (!options.signatures) return;
  report.signatures_read = true;
  const std::set<MessageIndex> mails = MailsOfChanges(options, report);
  SweepMails(
      options, report.mail, inventory, limits, {mails.begin(), mails.end()},
      [&](MessageIndex i, std::string_view raw, const std::string& error) {
        std::optional<SignedMail> out;
        if (!error.empty()) return out;  // the file has its note
        out = mail::ReadSignatures(raw, keys, options.authserv_ids);
        out->message = i;
        return out;
      },
      [&](MessageIndex, std::optional<SignedMail>&& mail) {
        if (mail) report.signatures.push_back(std::move(*mail));
      });
}

}  // namespace threadlint
