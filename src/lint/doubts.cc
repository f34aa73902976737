#include "lint/doubts.h"

#include "cases/domain.h"
#include "report/reference.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace threadlint {
namespace {

constexpr std::string_view kUnconfirmed =
    "A host did not confirm the sender of a mail that this rests on.";
constexpr std::string_view kNotNoted =
    "A host noted nothing of the sender of a mail that this rests on.";
constexpr std::string_view kOutside =
    "Answers to a mail that this rests on leave the sender's domain.";

bool IsDesk(Side side) { return side == Side::kAgent || side == Side::kAuto; }

// Quoted parts of an address can be sentences: they get into none of ours.
std::string Shown(std::string domain) {
  const bool is_name =
      !domain.empty() && domain.find_first_of(" \t\"(),;<>[]\\") == std::string::npos;
  return is_name ? std::move(domain) : std::string("another domain");
}

// Organisations that the mails of one organisation's desk answer to, and since when.
class DeskDomains {
 public:
  explicit DeskDomains(const Report& report) : report_(report), mail_(report.mail) {}

  const std::string& Organisation(StringId address) {
    const auto [at, made] = organisations_.try_emplace(address);
    if (made) at->second = cases::OrganisationOf(cases::DomainOf(mail_[address]));
    return at->second;
  }

  // A mail of `of` that came before had to do with `other`.
  bool Knew(const std::string& of, const std::string& other, const Message& before) {
    if (!learned_) Learn();
    const auto at = first_.find(of + ' ' + other);
    return at != first_.end() && at->second < before.date;
  }

 private:
  void Learn() {
    learned_ = true;
    for (const CaseMessage& entry : report_.set.messages) {
      if (!IsDesk(entry.side)) continue;
      const Message& m = mail_.messages[entry.message];
      for (const StringId id : mail_.ReplyTo(m)) Meet(m, id);
    }
  }
  void Meet(const Message& m, StringId address) {
    const std::string& of = Organisation(m.from);
    const std::string& other = Organisation(address);
    if (of == other) return;
    const auto [at, made] = first_.try_emplace(of + ' ' + other, m.date);
    if (!made) at->second = std::min(at->second, m.date);
  }

  const Report& report_;
  const Export& mail_;
  bool learned_ = false;
  std::unordered_map<StringId, std::string> organisations_;
  std::unordered_map<std::string, int64_t> first_;
};

class Doubter {
 public:
  Doubter(const Options& options, const Report& report)
      : report_(report),
        mail_(report.mail),
        ask_hosts_(!options.authserv_ids.empty()),
        domains_(report) {}

  void Look(Finding& f) {
    if (f.case_index == kNoCase) return;
    if (f.case_index != case_index_) Enter(f.case_index);
    for (const MessageIndex i : MailsOf(f)) {
      if (!desk_mails_.contains(i)) continue;
      LookAtSender(i, f);
      // TL104 says nothing else.
      if (f.rule->id != "TL104") LookAtAnswers(i, f);
    }
    // Of two mails of one day the same sentence is told once.
    std::vector<Doubt> told;
    for (Doubt& doubt : f.doubts)
      if (std::ranges::find(told, doubt.text, &Doubt::text) == told.end())
        told.push_back(std::move(doubt));
    f.doubts = std::move(told);
  }

 private:
  // Findings of one case stand together.
  void Enter(uint32_t case_index) {
    case_index_ = case_index;
    took_part_.clear();
    desk_mails_.clear();
    for (const CaseMessage& entry : report_.set.Messages(report_.set.cases[case_index]))
      if (IsDesk(entry.side)) desk_mails_.insert(entry.message);
  }

  std::vector<MessageIndex> MailsOf(const Finding& f) const {
    std::vector<MessageIndex> out;
    for (const Evidence& e : f.evidence) out.push_back(e.message);
    out.push_back(f.message);
    if (f.broken_by != kNoBreak) out.push_back(report_.set.breaks[f.broken_by].message);
    std::erase(out, kNoMessage);
    const auto key = [this](MessageIndex i) { return std::pair(mail_.messages[i].date, i); };
    std::ranges::sort(out, {}, key);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void LookAtSender(MessageIndex i, Finding& f) const {
    if (!ask_hosts_) return;
    const auto& checks = mail_.sender_checks;
    const auto at = std::ranges::lower_bound(checks, i, {}, &SenderCheck::message);
    const std::string mail = report::MailOf(report_, i);
    if (at == checks.end() || at->message != i) {
      f.doubts.push_back(
          {fmt::format("No mail host that was asked for noted on the {} where it comes from.",
                       mail),
           kNotNoted});
    } else if (!at->confirmed) {
      const std::string domain = cases::DomainOf(mail_[mail_.messages[i].from]);
      f.doubts.push_back(
          {fmt::format("{} did not confirm that the {} comes from {} ({}).", at->host, mail,
                       domain.empty() ? "the address in From" : Shown(domain),
                       at->noted.empty() ? "it noted nothing of the sender" : at->noted),
           kUnconfirmed});
      f.severity = std::min(f.severity, Severity::kWarning);
    }
  }

  void LookAtAnswers(MessageIndex i, Finding& f) {
    const Message& m = mail_.messages[i];
    const std::string own = domains_.Organisation(m.from);
    if (own.empty() || Shown(own) != own) return;
    for (const StringId id : mail_.ReplyTo(m)) {
      const std::string other = domains_.Organisation(id);
      if (other.empty() || other == own || domains_.Knew(own, other, m) || TookPart(other, m))
        continue;
      f.doubts.push_back(
          {fmt::format("Answers to the {} go to {}, outside {}, which it says it "
                       "comes from.",
                       report::MailOf(report_, i), Shown(cases::DomainOf(mail_[id])), own),
           kOutside});
      return;
    }
  }

  // An earlier mail of the case came from there or was sent there.
  bool TookPart(const std::string& organisation, const Message& before) {
    if (took_part_.empty())
      for (const CaseMessage& entry : report_.set.Messages(report_.set.cases[case_index_])) {
        const Message& m = mail_.messages[entry.message];
        took_part_.try_emplace(domains_.Organisation(m.from), m.date);
        for (const StringId id : mail_.Recipients(m))
          took_part_.try_emplace(domains_.Organisation(id), m.date);
      }
    const auto at = took_part_.find(organisation);
    return at != took_part_.end() && at->second < before.date;
  }

  const Report& report_;
  const Export& mail_;
  bool ask_hosts_;
  DeskDomains domains_;
  // Of the case of the last finding:
  uint32_t case_index_ = kNoCase;
  std::unordered_set<MessageIndex> desk_mails_;
  std::unordered_map<std::string, int64_t> took_part_;  // organisations, since when
};

}  // namespace

void AddDoubts(const Options& options, const Report& report, std::vector<Finding>& findings) {
  Doubter doubter(options, report);
  for (Finding& f : findings) doubter.Look(f);
}

}  // namespace threadlint
