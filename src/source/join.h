// Parts of JoinStretches, one for each kind of file.
#pragma once

#include "source/framing.h"

#include <span>
#include <string>
#include <vector>

namespace threadlint::source {

// The candidates of all stretches, in file order.
std::vector<const Candidate*> AllCandidates(std::span<const StretchScan> scans);

Framing JoinMbox(std::span<const StretchScan> scans);
Framing JoinMmdf(std::span<const StretchScan> scans);

// A hostile or broken file must not fill memory with notes: from the 21st of a kind on they are
// counted, and Finish() adds one note that says how many.
class NoteList {
 public:
  explicit NoteList(std::vector<Note>& notes) : notes_(notes) {}
  void Add(NoteKind kind, uint64_t offset, std::string text);
  void Finish();

 private:
  static constexpr uint64_t kMost = 20;
  struct Seen {
    NoteKind kind;
    uint64_t count;
    uint64_t first_dropped;
  };
  std::vector<Seen> seen_;
  std::vector<Note>& notes_;
};

}  // namespace threadlint::source
