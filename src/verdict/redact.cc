#include "verdict/redact.h"

#include "util/ascii.h"
#include "verdict/pseudonyms.h"
#include "verdict/redact_exhibits.h"
#include "verdict/redact_paths.h"
#include "verdict/redact_people.h"
#include "verdict/redact_signatures.h"
#include "verdict/redact_text.h"

#include <algorithm>

namespace threadlint::verdict {
namespace {

// What a string of the pool is used as.
enum Use : uint8_t { kId = 1, kAddress = 2, kScheme = 4, kIdentity = 8, kOther = 16 };

bool IsAddress(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// Where `what` stands as a word of its own; npos if it does not.
size_t FindWhole(std::string_view text, std::string_view what) {
  if (what.empty()) return std::string_view::npos;
  for (size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) {
    const size_t end = at + what.size();
    if ((at == 0 || !util::IsAlnum(text[at - 1])) &&
        (end == text.size() || !util::IsAlnum(text[end])))
      return at;
  }
  return std::string_view::npos;
}

class Redactor {
 public:
  Redactor(const Redaction& redaction, Report& report)
      : report_(report),
        mail_(report.mail),
        pseudonyms_(redaction.key, redaction.in_shape),
        people_(redaction, report, pseudonyms_),
        texts_(redaction, report, pseudonyms_, people_),
        paths_(report, pseudonyms_) {}

  void Run() {
    FindUses();
    Learn();
    Findings();
    Exhibits();
    Inputs();
    for (SignedMail& signed_mail : report_.signatures)
      RedactSignatures(signed_mail, people_, pseudonyms_);
    Rest();
    Pool();  // the last: all above looks into it
    report_.redacted = true;
  }

 private:
  void Use(StringId id, uint8_t use) { uses_[id] |= use; }

  void FindUses() {
    uses_.resize(mail_.strings.size());
    for (const Message& m : mail_.messages) {
      Use(m.message_id, kId);
      for (const StringId id : mail_.InReplyTo(m)) Use(id, kId);
      for (const StringId id : mail_.References(m)) Use(id, kId);
      Use(m.identity, kIdentity);
      Use(m.from, kAddress);
      for (const StringId id : mail_.ReplyTo(m)) Use(id, kAddress);
      for (const StringId id : mail_.Recipients(m)) Use(id, kAddress);
      Use(m.subject, kOther);
      Use(m.from_name, kOther);
    }
    for (const Missing& m : report_.set.missing) Use(m.message_id, kId);
    for (const Token& t : report_.set.tokens) {
      Use(t.scheme, kScheme);
      Use(t.text, kOther);
    }
    for (const TokenFamily& f : report_.set.families) {
      Use(f.scheme, kScheme);
      Use(f.name, kOther);
    }
  }

  std::span<const NameIndex> Here(uint32_t case_index) {
    if (case_index == kNoCase) return {};
    if (case_index != here_case_) {
      here_ = people_.Of(report_.set.cases[case_index]);
      here_case_ = case_index;
    }
    return here_;
  }

  std::string Quote(const Evidence& e, std::span<const NameIndex> here) {
    return e.field.empty() ? texts_.Free(e.quote, here) : texts_.Header(e.quote, here);
  }

  // Gives pseudonyms in an order that files have no part in, and finds names and numbers that other
  // texts hold without what tells them here.
  void Learn() {
    std::vector<bool> seen(mail_.strings.size());
    seen[0] = true;
    for (const uint32_t c : report_.shown)
      for (const CaseMessage& entry : report_.set.Messages(report_.set.cases[c])) {
        const StringId subject = mail_.messages[entry.message].subject;
        if (!seen[subject]) texts_.Free(mail_[subject]);
        seen[subject] = true;
      }
    for (const Finding& f : report_.findings)
      for (const Evidence& e : f.evidence)
        if (!e.quote.empty()) Quote(e, Here(f.case_index));
    // The last, so that a report with exhibits has the pseudonyms of one without. Those of one case
    // stand together.
    case_of_.assign(report_.exhibits.empty() ? 0 : mail_.messages.size(), kNoCase);
    if (report_.exhibits.empty()) return;
    for (uint32_t c = 0; c < report_.set.cases.size(); ++c)
      for (const CaseMessage& entry : report_.set.Messages(report_.set.cases[c]))
        case_of_[entry.message] = c;
    for (const Exhibit* e : ExhibitsInOrder()) LearnFrom(*e, Here(case_of_[e->message]), texts_);
  }

  // In an order that files have no part in: by case, there by time.
  std::vector<const Exhibit*> ExhibitsInOrder() const {
    std::vector<uint32_t> place(mail_.messages.size());
    for (uint32_t i = 0; i < report_.set.messages.size(); ++i)
      place[report_.set.messages[i].message] = i;
    std::vector<const Exhibit*> out;
    for (const Exhibit& e : report_.exhibits) out.push_back(&e);
    std::ranges::sort(out, {}, [&](const Exhibit* e) { return place[e->message]; });
    return out;
  }

  void Exhibits() {
    for (Exhibit& e : report_.exhibits) RedactExhibit(Here(case_of_[e.message]), texts_, e);
  }

  void Findings() {
    for (Finding& f : report_.findings) {
      const auto here = Here(f.case_index);
      // What is wrong with a file is told in the words of its note.
      if (f.case_index == kNoCase && !f.evidence.empty())
        f.text = paths_.InNote(f.text, f.evidence.front().path);
      f.text = FindingText(f.text, f.broken_by, here);
      f.wrong_if = texts_.Own(f.wrong_if, here);
      for (Doubt& doubt : f.doubts) doubt.text = texts_.Own(doubt.text, here);
      f.fact.clear();  // went into the fingerprint
      f.suppressed = texts_.Free(f.suppressed, here);
      for (Evidence& e : f.evidence) {
        if (!e.quote.empty()) e.quote = Quote(e, here);
        e.path = paths_.Of(e.path);
      }
    }
  }

  // The addresses or tokens of a break stand in the text as they do in the pool.
  std::string FindingText(std::string_view text, uint32_t broken_by,
                          std::span<const NameIndex> here) {
    if (broken_by == kNoBreak) return texts_.Own(text, here);
    const Break& b = report_.set.breaks[broken_by];
    for (const StringId id : {b.old_text, b.new_text}) {
      const size_t at = FindWhole(text, mail_[id]);
      if (at == std::string_view::npos) continue;
      return FindingText(text.substr(0, at), broken_by, here) + OfPool(id) +
             FindingText(text.substr(at + mail_[id].size()), broken_by, here);
    }
    return texts_.Own(text, here);
  }

  void Inputs() {
    for (InputReport& input : report_.inputs) {
      for (InputNote& note : input.notes) {
        note.text = texts_.Own(paths_.InNote(paths_.InNote(note.text, note.path), input.path));
        note.path = paths_.Of(note.path);
      }
      input.path = paths_.Of(input.path);
    }
    for (MailFile& file : report_.mail.files) file.path = paths_.Of(file.path);
  }

  void Rest() {
    std::string& owner = report_.coverage.owner;
    if (!owner.empty()) owner = IsAddress(owner) ? people_.Address(owner) : texts_.Free(owner);
    for (SuppressionReport& s : report_.suppressions) {
      // The usual name tells nothing.
      constexpr std::string_view kUsual = "threadlint.ignore";
      s.path = s.path.ends_with(kUsual) ? std::string(kUsual) : paths_.Of(s.path);
      s.key = texts_.MessageCalled(s.key);
      s.reason = texts_.Free(s.reason);
    }
  }

  std::string OfPool(StringId id) {
    const std::string_view text = mail_[id];
    const uint8_t use = uses_[id];
    if ((use & kId) != 0) return texts_.Id(text);
    if ((use & kIdentity) != 0) return texts_.MessageCalled(text);
    if (IsAddress(text)) return people_.Address(text);
    if (use == kScheme) return std::string(text);
    if (const NameIndex* who = people_.names().Whole(text)) return people_.names().Pseudonym(*who);
    return texts_.Free(text);
  }

  void Pool() {
    StringPool redacted;
    std::vector<std::pair<std::string_view, StringId>> rest;
    std::vector<std::string> texts(mail_.strings.size());
    // What is no message's may hold what was not met: in an order that files have no part in.
    for (StringId id = 1; id < texts.size(); ++id) rest.emplace_back(mail_[id], id);
    std::ranges::sort(rest);
    for (const auto& [text, id] : rest) texts[id] = OfPool(id);
    for (StringId id = 1; id < texts.size(); ++id) redacted.Append(texts[id]);
    for (Message& m : report_.mail.messages)
      if (m.from_name != 0 && m.from != 0)
        m.from_name = redacted.Intern(people_.Writer(mail_[m.from], mail_[m.from_name]));
    report_.mail.strings = std::move(redacted);
    report_.mail.names.clear();
  }

  Report& report_;
  const Export& mail_;
  Pseudonyms pseudonyms_;
  People people_;
  TextMask texts_;
  PathMask paths_;
  std::vector<uint8_t> uses_;      // by StringId
  std::vector<uint32_t> case_of_;  // by message, where there are exhibits
  uint32_t here_case_ = kNoCase;
  std::vector<NameIndex> here_;
};

}  // namespace

void Redact(const Redaction& redaction, Report& report) {
  if (redaction.on) Redactor(redaction, report).Run();
}

std::string RedactedName(const std::string& key, std::string_view name) {
  return TextMask::CalledInstead(Pseudonyms(key), name);
}

}  // namespace threadlint::verdict
