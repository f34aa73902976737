#include "source/boundary_judge.h"

#include "source/separator_form.h"

#include <algorithm>

namespace threadlint::source {
namespace {

bool HasDate(uint16_t form) { return SeparatorForm::Unpack(form).date != DateForm::kNone; }

// The same shape but for the envelope. A mailbox holds mail of local users, of others and of
// "MAILER-DAEMON", which stands for an empty sender.
bool SameButForSender(uint16_t a, uint16_t b) {
  SeparatorForm x = SeparatorForm::Unpack(a);
  SeparatorForm y = SeparatorForm::Unpack(b);
  x.envelope = y.envelope;
  return x.Pack() == y.Pack();
}

bool IsDash(uint16_t form) { return SeparatorForm::Unpack(form).envelope == Envelope::kDash; }

// "From -" and no more, as old mailboxes of Mozilla have it: nobody writes that in a mail.
bool IsBareDash(uint16_t form) { return IsDash(form) && !HasDate(form); }

bool FromDaemon(uint16_t form) { return SeparatorForm::Unpack(form).envelope == Envelope::kDaemon; }

}  // namespace

FileEvidence SumEvidence(std::span<const StretchScan> scans) {
  FileEvidence sum;
  for (const StretchScan& scan : scans) {
    sum.quoted_lines += scan.quoted_lines;
    sum.bare_lines += scan.bare_lines;
    sum.bare_after_blank += scan.bare_after_blank;
    sum.twice_quoted = sum.twice_quoted || scan.twice_quoted_from;
    if (scan.cut_separator > 0) {  // the file's end may lie in the next stretch
      sum.cut_separator = scan.cut_separator;
      sum.cut_blank = scan.cut_blank;
    }
    if (scan.stream_end == 0) continue;
    sum.stream_end = scan.stream_end;
    sum.end_blank = scan.end_blank;
    sum.end_newline = scan.end_newline;
  }
  return sum;
}

BoundaryJudge::BoundaryJudge(std::span<const Candidate* const> candidates,
                             const FileEvidence& evidence) {
  if (candidates.empty()) return;
  first_ = candidates.front();
  quoted_ = evidence.quoted_lines > 0;
  Learn(candidates);

  uint64_t bare = evidence.bare_lines;
  uint64_t bare_after_blank = evidence.bare_after_blank;
  for (const Candidate* c : candidates) {
    if (!c->git_patch || c->separator < git_until_) continue;
    ++bare;
    if (c->blank_before) ++bare_after_blank;
  }
  // Some writers quote only behind an empty line, where readers look for separators.
  const uint64_t telling = no_blank_lines_ ? bare : bare_after_blank;
  unquoted_ = telling > 0 && telling * 20 >= evidence.quoted_lines;
  any_bare_ = bare > 0 && bare * 20 >= evidence.quoted_lines;

  for (const auto& [form, count] : forms_) {
    const bool large_share = count.strong * 4 >= strong_;
    const bool many = count.strong >= 30 && count.strong * 100 >= strong_;
    if ((quoted_ && !unquoted_) || large_share || many) accepted_.push_back(form);
  }
  const std::vector<uint16_t> common = accepted_;
  for (const auto& [form, count] : forms_) {
    if (unquoted_ && !FromDaemon(form)) continue;
    const bool sibling = std::any_of(common.begin(), common.end(), [form = form](uint16_t other) {
      return SameButForSender(other, form);
    });
    if (sibling) accepted_.push_back(form);
  }
  accepted_.push_back(first_->form);
  std::sort(accepted_.begin(), accepted_.end());
}

void BoundaryJudge::Learn(std::span<const Candidate* const> candidates) {
  uint64_t first_sure = UINT64_MAX;
  for (const Candidate* c : candidates) {
    if (c->git_patch || !c->strong_header) continue;
    first_sure = std::min(first_sure, c->separator);
    ++strong_;
    Count& count = forms_[c->form];
    ++count.strong;
    if (!c->blank_before) ++count.strong_without_blank;
  }
  // A file that begins with patches is a series as `git format-patch --stdout` writes it, as far
  // as the first mail that came by transport.
  if (first_->git_patch) git_until_ = first_sure;

  const auto main_form = std::max_element(
      forms_.begin(), forms_.end(),
      [](const auto& a, const auto& b) { return a.second.strong < b.second.strong; });
  if (main_form == forms_.end()) return;
  // Mails often end in an empty line of their own, so that only part of the separators in a file
  // without empty lines stand without one; a mail quoted in full without one is much rarer.
  const Count& main = main_form->second;
  no_blank_lines_ = main.strong_without_blank > 0 && main.strong_without_blank * 10 >= main.strong;
}

bool BoundaryJudge::FormAccepted(uint16_t form) const {
  return std::binary_search(accepted_.begin(), accepted_.end(), form);
}

Verdict BoundaryJudge::Judge(const Candidate& c) const {
  if (&c == first_) return Verdict::kMessage;
  if (c.git_patch) {
    return c.separator < git_until_ && c.any_header ? Verdict::kMessage : Verdict::kBody;
  }
  const bool mail_like = c.strong_header || c.known_fields >= 2;
  // Later versions of Mozilla wrote the date, into the same file.
  const bool form_fits = FormAccepted(c.form) || (IsBareDash(first_->form) && IsDash(c.form));
  const bool blank_fits = c.blank_before || no_blank_lines_;
  // The file stops right behind its last separator.
  if (c.to_end && !mail_like) {
    return form_fits && blank_fits && HasDate(c.form) ? Verdict::kMessage : Verdict::kBody;
  }
  if (!mail_like) return Verdict::kBody;
  if (form_fits && IsBareDash(c.form) && IsBareDash(first_->form) &&
      !(blank_fits && c.strong_header)) {
    return Verdict::kMessageDoubtful;
  }
  if (form_fits && blank_fits) {
    if (c.strong_header) return Verdict::kMessage;
    return HasDate(c.form) ? Verdict::kMessageDoubtful : Verdict::kBodyDoubtful;
  }
  if (!c.strong_header) return Verdict::kBody;
  // Where body lines are quoted, whatever stands unquoted separates. Where nothing tells, a line of
  // the file's own form does: mailboxes are joined behind one that lacks its last empty line.
  const bool joined = form_fits && !any_bare_;
  if (!unquoted_ && HasDate(c.form) && (c.blank_before || quoted_ || joined)) {
    return Verdict::kMessageDoubtful;
  }
  return Verdict::kBodyDoubtful;
}

}  // namespace threadlint::source
