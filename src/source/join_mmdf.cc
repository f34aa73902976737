// MMDF: each message stands between two lines of four ^A. No quoting, no Content-Length.
#include "source/boundary_judge.h"
#include "source/join.h"
#include "source/separator_form.h"

#include <algorithm>

namespace threadlint::source {

Framing JoinMmdf(std::span<const StretchScan> scans) {
  Framing framing;
  const FileEvidence evidence = SumEvidence(scans);
  const auto candidates = AllCandidates(scans);
  NoteList notes(framing.notes);
  if (!candidates.empty() && candidates.front()->separator > 3) {
    notes.Add(NoteKind::kDoubtfulBoundary, 0, "text stands before the first message");
  }
  bool open = false;
  bool all_have_from = true;
  std::vector<uint8_t> blanks;  // before each mail's closing line
  const auto start = [&](size_t i) {
    const Candidate& c = *candidates[i];
    RawMail mail;
    mail.offset = c.separator + c.separator_length;
    mail.candidate = static_cast<uint32_t>(i);
    mail.header_length = c.header_length;
    framing.mails.push_back(mail);
    all_have_from = all_have_from && c.form != 0;
    open = true;
  };
  const auto close = [&](uint64_t end, uint8_t blank) {
    RawMail& mail = framing.mails.back();
    mail.length = end - mail.offset;
    mail.header_length = static_cast<uint32_t>(std::min<uint64_t>(mail.header_length, mail.length));
    blanks.push_back(blank);
    open = false;
  };
  for (size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& c = *candidates[i];
    if (!open) {
      start(i);
      continue;
    }
    close(c.separator, c.blank_length);
    // One line for both is wrong but seen; a header right behind a closing line shows it.
    if (c.any_header || c.form != 0) {
      notes.Add(NoteKind::kDoubtfulBoundary, c.separator,
                "one line of four ^A stands between two messages instead of two");
      start(i);
    }
  }
  if (open && framing.mails.back().offset >= evidence.stream_end) {
    // A closing line without its message: nothing was lost.
    framing.mails.pop_back();
    open = false;
  }
  if (open) {
    close(evidence.stream_end, 0);
    framing.mails.back().truncated = true;
    notes.Add(NoteKind::kTruncated, framing.mails.back().offset,
              "the file stops inside its last message");
  }
  // Writers that put a "From " line behind the opening line also end each message by an empty line.
  const bool strip = all_have_from && std::all_of(blanks.begin(), blanks.end(),
                                                  [](uint8_t blank) { return blank > 0; });
  for (size_t i = 0; strip && i < framing.mails.size(); ++i) {
    framing.mails[i].length -= std::min<uint64_t>(framing.mails[i].length, blanks[i]);
  }
  notes.Finish();
  return framing;
}

}  // namespace threadlint::source
