#include "report/case_file.h"

#include "verdict/rule_row.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace threadlint::report {
namespace {

// The pages hold the text of every mail of a case of so many; of longer ones that of the mails
// cited: who wants to read the others has the files.
constexpr size_t kShownWhole = 60;

// The longest prefix of a rule's id counts.
struct GrievanceRow {
  std::string_view rules;
  Grievance grievance;
};
constexpr GrievanceRow kRows[] = {
    {"TL1", Grievance::kAddressChanged},
    {"TL201", Grievance::kAddressChanged},
    {"TL203", Grievance::kAddressChanged},
    {"TL207", Grievance::kAddressChanged},
    {"TL2", Grievance::kOther},
    {"TL3", Grievance::kAskedAgain},
    {"TL4", Grievance::kStatementsDiffer},
    {"TL5", Grievance::kUnanswered},
    {"TL501", Grievance::kPromiseLapsed},
    {"TL502", Grievance::kPromiseLapsed},
    {"TL6", Grievance::kSentAway},
    {"TL604", Grievance::kUnanswered},
    {"TL606", Grievance::kUnanswered},
    {"", Grievance::kOther},
};

Grievance GrievanceOf(const Finding& finding) {
  return verdict::RowOf(kRows, finding.rule->id)->grievance;  // "" fits all
}

// "08": as many digits as the last number has, two at least.
std::string LabelOf(size_t number, size_t count) {
  return fmt::format("{:0{}}", number, std::max(size_t{2}, std::to_string(count).size()));
}

std::string_view DomainOf(std::string_view id) {
  const size_t at = id.rfind('@');
  return at == std::string_view::npos ? std::string_view() : id.substr(at + 1);
}

class Maker {
 public:
  Maker(const Report& report, uint32_t case_index)
      : report_(report), out_{CaseReferences(report, case_index, true, true)} {
    out_.report = &report;
    out_.case_index = case_index;
  }

  CaseFile Make() {
    Mails();
    Points();
    FindMissing();
    Tokens();
    return std::move(out_);
  }

 private:
  void Mails() {
    std::unordered_map<MessageIndex, const Exhibit*> exhibits;
    for (const Exhibit& e : report_.exhibits)
      if (e.trouble.empty()) exhibits.emplace(e.message, &e);
    const auto messages = report_.set.Messages(out_.get());
    for (const CaseMessage& entry : messages) {
      FiledMail& mail = out_.mails.emplace_back();
      mail.number = static_cast<uint32_t>(out_.mails.size());
      mail.label = LabelOf(mail.number, messages.size());
      mail.message = entry.message;
      mail.anchor = out_.references.ExhibitAnchor(mail.number);
      mail.entry = &entry;
      if (const auto at = exhibits.find(entry.message); at != exhibits.end()) {
        mail.exhibit = at->second;
        mail.file = ExhibitFileName(mail.number, messages.size(), report_.redacted);
      }
    }
    for (const Break& b : report_.set.Breaks(out_.get()))
      if (const uint32_t number = NumberOf(b.message); number > 0)
        out_.mails[number - 1].breaks.push_back(&b);
  }

  // 0 for a mail of another case.
  uint32_t NumberOf(MessageIndex message) const {
    const FiledMail* mail = out_.Find(message);
    return mail == nullptr ? 0 : mail->number;
  }

  // Those of other cases are no exhibits here.
  std::vector<uint32_t> MailsOf(const Finding& f) const {
    std::vector<uint32_t> out = out_.references.ExhibitsOf(f);
    std::erase_if(out, [&](uint32_t number) { return number > out_.mails.size(); });
    return out;
  }

  void Points() {
    std::array<std::vector<FiledPoint>, kGrievances> groups;
    const auto findings = out_.references.findings();
    for (uint32_t i = 0; i < findings.size(); ++i) {
      FiledPoint point;
      point.finding = findings[i];
      point.name = std::to_string(i + 1);
      point.anchor = out_.references.FindingAnchor(i + 1);
      point.mails = MailsOf(*findings[i]);
      groups[static_cast<size_t>(GrievanceOf(*findings[i]))].push_back(std::move(point));
    }
    for (size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].empty()) continue;
      std::ranges::stable_sort(groups[g], {},
                               [&](const FiledPoint& p) { return NumberOf(p.finding->message); });
      for (const FiledPoint& point : groups[g])
        for (const uint32_t number : point.mails)
          out_.mails[number - 1].findings.push_back(point.finding);
      out_.groups.push_back({static_cast<Grievance>(g), std::move(groups[g])});
    }
    for (FiledMail& mail : out_.mails)
      mail.shown_whole = out_.mails.size() <= kShownWhole || mail.cited();
  }

  // Those in the case whose ids have a domain tell whose it is.
  std::map<std::string_view, Side> Domains() const {
    std::map<std::string_view, Side> out;
    for (const FiledMail& mail : out_.mails) {
      const std::string_view domain = DomainOf(report_.mail[out_.message(mail).message_id]);
      if (domain.empty()) continue;
      const auto [at, fresh] = out.emplace(domain, mail.entry->side);
      if (!fresh && at->second != mail.entry->side) at->second = Side::kUnknown;
    }
    return out;
  }

  void FindMissing() {
    const std::map<std::string_view, Side> domains = Domains();
    std::map<StringId, size_t> known;
    for (const Missing& m : report_.set.MissingOf(out_.get())) {
      const auto [at, fresh] = known.emplace(m.message_id, out_.missing.size());
      if (fresh) {
        FiledMissing& missing = out_.missing.emplace_back();
        missing.id = "<" + std::string(report_.mail[m.message_id]) + ">";
        // Pseudonyms have one domain for all.
        const auto domain = domains.find(DomainOf(report_.mail[m.message_id]));
        if (domain != domains.end() && !report_.redacted) missing.writer = domain->second;
      }
      if (const uint32_t by = NumberOf(m.referenced_by); by > 0)
        out_.missing[at->second].named.push_back(by);
    }
  }

  void Tokens() {
    for (const FiledMail& mail : out_.mails) {
      if (mail.entry->token == kNoToken) continue;
      const auto at = std::ranges::find(out_.tokens, mail.entry->token, &FiledToken::token);
      if (at == out_.tokens.end()) {
        out_.tokens.push_back({mail.entry->token, mail.number, mail.number});
      } else {
        at->last = mail.number;
      }
    }
  }

  const Report& report_;
  CaseFile out_;
};

}  // namespace

const FiledMail* CaseFile::Find(MessageIndex message) const {
  // Exhibits of other cases stand behind them.
  const uint32_t number = references.ExhibitOf(message);
  return number == 0 || number > mails.size() ? nullptr : &mails[number - 1];
}

std::string ExhibitFileName(size_t number, size_t count, bool redacted) {
  return fmt::format("exhibits/{}.{}", LabelOf(number, count), redacted ? "txt" : "eml");
}

CaseFile MakeCaseFile(const Report& report, uint32_t case_index) {
  return Maker(report, case_index).Make();
}

}  // namespace threadlint::report
