// Decides over the candidates of one mbox file: what starts a message, where it ends, how body
// lines were quoted.
#include "source/boundary_judge.h"
#include "source/join.h"
#include "source/separator_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace threadlint::source {
namespace {

class MboxJoin {
 public:
  explicit MboxJoin(std::span<const StretchScan> scans)
      : evidence_(SumEvidence(scans)),
        candidates_(AllCandidates(scans)),
        judge_(candidates_, evidence_),
        notes_(framing_.notes) {}

  Framing Run() {
    if (candidates_.empty()) return {};
    if (candidates_.front()->separator > 3) {
      notes_.Add(NoteKind::kDoubtfulBoundary, 0,
                 fmt::format("text stands before the first message; these {} bytes were not read "
                             "as mail",
                             candidates_.front()->separator));
    }
    for (size_t i = 0; i < candidates_.size();) i = Take(i);
    // Where body lines are quoted, an unfinished "From " line at the end is a separator that was
    // cut.
    if (evidence_.cut_separator > 0 && !judge_.unquoted()) {
      CloseLast(evidence_.cut_separator, evidence_.cut_blank);
      notes_.Add(NoteKind::kTruncated, evidence_.cut_separator,
                 "the file stops in the line that starts another message");
    } else {
      CloseLast(evidence_.stream_end, evidence_.end_blank);
      DecideTruncation();
    }
    CountLateLength();
    framing_.quoting = DecideQuoting();
    notes_.Finish();
    return std::move(framing_);
  }

 private:
  static uint64_t MailStart(const Candidate& c) { return c.separator + c.separator_length; }

  // Takes candidate `i`; gives the next one to look at.
  size_t Take(size_t i) {
    const Candidate& c = *candidates_[i];
    // A second "From " line right behind the first belongs to the same header.
    if (open_ && c.separator == framing_.mails.back().offset) return i + 1;
    const Verdict verdict = judge_.Judge(c);
    if (verdict == Verdict::kBody || verdict == Verdict::kBodyDoubtful) {
      ++rejected_;
      if (verdict == Verdict::kBodyDoubtful) {
        notes_.Add(NoteKind::kDoubtfulBoundary, c.separator,
                   "a \"From \" line with a mail header behind it was taken for text: it has not "
                   "the form of this file's separators");
      }
      return i + 1;
    }
    if (verdict == Verdict::kMessageDoubtful) {
      const bool dated = SeparatorForm::Unpack(c.form).date != DateForm::kNone;
      notes_.Add(NoteKind::kDoubtfulBoundary, c.separator,
                 dated
                     ? "a \"From \" line was taken for the start of a message although it differs "
                       "from this file's other separators"
                     : "a \"From \" line was taken for the start of a message although it has no "
                       "date");
    }
    CloseLast(c.separator, c.blank_length);
    RawMail mail;
    mail.offset = MailStart(c);
    mail.candidate = static_cast<uint32_t>(i);
    mail.header_length = c.header_length;
    framing_.mails.push_back(mail);
    open_ = true;
    public_inbox_ = public_inbox_ ||
                    SeparatorForm::Unpack(c.form).envelope == Envelope::kMboxrdAtZ ||
                    SeparatorForm::Unpack(c.form).envelope == Envelope::kGmail;
    return FollowContentLength(i);
  }

  void CloseLast(uint64_t end, uint8_t blank) {
    if (!open_) return;
    open_ = false;
    RawMail& mail = framing_.mails.back();
    mail.length = end - std::min(end, mail.offset);
    if (!judge_.no_blank_lines()) mail.length -= std::min<uint64_t>(mail.length, blank);
    mail.header_length = static_cast<uint32_t>(std::min<uint64_t>(mail.header_length, mail.length));
  }

  // A Content-Length is believed where another message or the end of the file stands at its end;
  // what looks like a separator before that is text. Else the separators decide.
  size_t FollowContentLength(size_t i) {
    const Candidate& c = *candidates_[i];
    if (c.content_length < 0 || !c.header_complete) return i + 1;
    RawMail& mail = framing_.mails.back();
    const uint64_t body = mail.offset + c.header_length + (c.crlf_header ? 2 : 1);
    const uint64_t end = body + static_cast<uint64_t>(c.content_length);
    const uint64_t file_end = evidence_.stream_end;
    if (end > file_end) {
      // Only the last mail can have been cut; the one before that pointed so far was wrong.
      CountLateLength();
      last_beyond_end_ = framing_.mails.size();
      pending_wrong_ = c.separator;
      return i + 1;
    }
    auto next = std::lower_bound(
        candidates_.begin() + static_cast<std::ptrdiff_t>(i) + 1, candidates_.end(), end,
        [](const Candidate* a, uint64_t offset) { return a->separator < offset; });
    // The empty line that the dialect adds stands behind the length; some writers count it.
    uint64_t gap = file_end - end;
    uint8_t blank = evidence_.end_blank;
    bool fits = gap == 0 || gap == blank;
    if (!fits && next != candidates_.end()) {
      const Verdict verdict = judge_.Judge(**next);
      gap = (*next)->separator - end;
      blank = (*next)->blank_length;
      fits = (gap == 0 || gap == blank) &&
             (verdict == Verdict::kMessage || verdict == Verdict::kMessageDoubtful);
    }
    if (!fits) {
      NoteWrong(c.separator);
      return i + 1;
    }
    mail.length = end - mail.offset;
    if (gap == 0 && !judge_.no_blank_lines()) {
      mail.length -= std::min<uint64_t>(mail.length, blank);
    }
    open_ = false;
    const auto stop = static_cast<size_t>(next - candidates_.begin());
    rejected_ += stop - i - 1;
    return stop;
  }

  void NoteWrong(uint64_t offset) {
    ++wrong_lengths_;
    notes_.Add(NoteKind::kWrongContentLength, offset,
               "Content-Length does not lead to the next message and was not used");
  }

  // A length beyond the end of the file that was not the sign of a cut last mail.
  void CountLateLength() {
    if (last_beyond_end_ > 0) NoteWrong(pending_wrong_);
  }

  void DecideTruncation() {
    if (framing_.mails.empty()) return;
    RawMail& last = framing_.mails.back();
    const Candidate& c = *candidates_[last.candidate];
    if (last_beyond_end_ == framing_.mails.size() && wrong_lengths_ == 0) {
      last.truncated = true;
      last_beyond_end_ = 0;
    }
    // Other mails end in a line end, or there would be no separator behind them. A mail that is
    // alone may have been written without one.
    const bool alone = framing_.mails.size() == 1;
    if (!evidence_.end_newline && !alone) last.truncated = true;
    if (c.to_end && (c.cut_line || !c.any_header)) last.truncated = true;
    if (last.truncated) {
      notes_.Add(NoteKind::kTruncated, last.offset, "the file stops inside its last message");
    }
  }

  // How to undo ">From ". The file says whether its writer quoted: one that lets "From " lines
  // stand in bodies did not. mboxo and mboxrd differ only in lines that had a '>' before they were
  // written: mboxo leaves ">From " alone, so that it cannot be told from a quoted "From "; both are
  // undone alike, which is right for the much more frequent one. ">>From " comes about by mboxrd
  // (or, in mboxo, by a mail that itself quotes one, which looks the same).
  Quoting DecideQuoting() const {
    if (evidence_.quoted_lines == 0) return Quoting::kNone;
    const uint64_t bare = evidence_.bare_after_blank + rejected_;
    if (bare > 0 && bare * 20 >= evidence_.quoted_lines) return Quoting::kNone;
    if (public_inbox_ || evidence_.twice_quoted) return Quoting::kMboxrd;
    return Quoting::kMboxo;
  }

  const FileEvidence evidence_;
  const std::vector<const Candidate*> candidates_;
  const BoundaryJudge judge_;
  Framing framing_;
  NoteList notes_;
  bool open_ = false;
  bool public_inbox_ = false;
  uint64_t rejected_ = 0;
  uint64_t wrong_lengths_ = 0;
  size_t last_beyond_end_ = 0;  // count of mails when the last such length came
  uint64_t pending_wrong_ = 0;
};

}  // namespace

Framing JoinMbox(std::span<const StretchScan> scans) { return MboxJoin(scans).Run(); }

}  // namespace threadlint::source
