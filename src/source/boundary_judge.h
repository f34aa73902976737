// Which of a mailbox's candidate lines start a message, learnt from the whole file.
#pragma once

#include "source/framing.h"

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace threadlint::source {

enum class Verdict : uint8_t {
  kBody,
  kBodyDoubtful,  // has a mail header behind it, but not the form of the file's separators
  kMessage,
  kMessageDoubtful,  // has the form, but little of a mail header behind it; or the reverse
};

// What all stretches of one file saw, summed.
struct FileEvidence {
  uint64_t quoted_lines = 0;
  uint64_t bare_lines = 0;
  uint64_t bare_after_blank = 0;
  bool twice_quoted = false;
  uint64_t stream_end = 0;
  uint64_t cut_separator = 0;
  uint8_t cut_blank = 0;
  uint8_t end_blank = 0;
  bool end_newline = true;
};
FileEvidence SumEvidence(std::span<const StretchScan> scans);

// The forms of the sure separators - a mail header that a patch or a quotation seldom has, behind
// an empty line - decide over the rest. A form that few sure lines have is a forwarded mail's if
// the writer left "From " lines unquoted (other such lines show it), and a separator of its own if
// not: a writer that quotes lets no body line look like one.
class BoundaryJudge {
 public:
  BoundaryJudge(std::span<const Candidate* const> candidates, const FileEvidence& evidence);

  Verdict Judge(const Candidate& candidate) const;

  // Separators stand directly behind the mail before: no empty line belongs to the dialect.
  bool no_blank_lines() const { return no_blank_lines_; }
  bool unquoted() const { return unquoted_; }

 private:
  struct Count {
    uint64_t strong = 0;
    uint64_t strong_without_blank = 0;
  };

  void Learn(std::span<const Candidate* const> candidates);
  bool FormAccepted(uint16_t form) const;

  const Candidate* first_ = nullptr;
  std::map<uint16_t, Count> forms_;
  std::vector<uint16_t> accepted_;
  uint64_t strong_ = 0;
  uint64_t git_until_ = 0;  // git patches before this offset are messages: format-patch --stdout
  bool no_blank_lines_ = false;
  bool unquoted_ = false;
  bool any_bare_ = false;  // as unquoted_, lines without an empty line before them included
  bool quoted_ = false;
};

}  // namespace threadlint::source
