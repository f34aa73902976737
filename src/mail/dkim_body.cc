#include "mail/dkim_body.h"

#include "util/ascii.h"

#include <algorithm>
#include <string>

namespace threadlint::mail {
namespace {

constexpr std::string_view kFrom = "From ";

// ">>From me" is one: mailboxes put a '>' before such a line, or before "From " alone.
bool IsMarkedFrom(std::string_view line) {
  const size_t marks = std::min(line.find_first_not_of('>'), line.size());
  return marks > 0 && line.substr(marks).starts_with(kFrom);
}

// Gives the canonical bytes to the hash, up to the limit, in pieces.
class BodySink {
 public:
  explicit BodySink(std::optional<uint64_t> limit) : left_(limit.value_or(UINT64_MAX)) {}

  void Put(std::string_view bytes) {
    length_ += bytes.size();
    const auto taken = static_cast<size_t>(std::min<uint64_t>(bytes.size(), left_));
    left_ -= taken;
    piece_.append(bytes.substr(0, taken));
    if (piece_.size() >= kPiece) Flush();
  }
  uint64_t length() const { return length_; }
  util::Sha256Digest Finish() {
    Flush();
    return hash_.Finish();
  }

 private:
  static constexpr size_t kPiece = size_t{64} << 10;
  void Flush() {
    hash_.Update(piece_);
    piece_.clear();
  }

  util::Sha256 hash_;
  std::string piece_;
  uint64_t left_, length_ = 0;
};

class Canonicaliser {
 public:
  Canonicaliser(DkimCanon canon, std::optional<uint64_t> limit, BodyFlavour flavour)
      : canon_(canon), flavour_(flavour), sink_(limit) {}

  // A line without its end.
  void Line(std::string_view line) {
    if (flavour_ != BodyFlavour::kBareReturn) return OneLine(line);
    for (size_t end = 0; (end = line.find('\r')) != std::string_view::npos;) {
      OneLine(line.substr(0, end));
      line.remove_prefix(end + 1);
    }
    OneLine(line);
  }

  DkimBodyHash Finish() {
    const bool empty = sink_.length() == 0;
    if (empty && (canon_ == DkimCanon::kSimple || flavour_ == BodyFlavour::kEmptyLine))
      sink_.Put("\r\n");
    DkimBodyHash out;
    out.length = sink_.length();
    out.digest = sink_.Finish();
    return out;
  }

 private:
  void OneLine(std::string_view line) {
    std::string_view before;
    if (flavour_ == BodyFlavour::kFromUndone && IsMarkedFrom(line)) line.remove_prefix(1);
    if (flavour_ == BodyFlavour::kFromMarked && (line.starts_with(kFrom) || IsMarkedFrom(line)))
      before = ">";
    if (canon_ == DkimCanon::kRelaxed)
      while (!line.empty() && util::IsBlank(line.back())) line.remove_suffix(1);
    if (before.empty() && line.empty()) {
      ++empty_lines_;  // they count only with something behind them
      return;
    }
    for (; empty_lines_ > 0; --empty_lines_) sink_.Put("\r\n");
    sink_.Put(before);
    if (canon_ == DkimCanon::kSimple) {
      sink_.Put(line);
    } else {
      PutRelaxed(line);
    }
    sink_.Put("\r\n");
  }

  // With one space for each run of blanks.
  void PutRelaxed(std::string_view line) {
    while (!line.empty()) {
      const size_t blank = std::min(line.find_first_of(" \t"), line.size());
      sink_.Put(line.substr(0, blank));
      line.remove_prefix(blank);
      if (line.empty()) break;
      sink_.Put(" ");
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    }
  }

  DkimCanon canon_;
  BodyFlavour flavour_;
  BodySink sink_;
  uint64_t empty_lines_ = 0;
};

// Calls `use` for each line without its LF or CRLF, until it gives false.
template <typename Use>
void ForLines(std::string_view body, const Use& use) {
  while (!body.empty()) {
    const size_t end = std::min(body.find('\n'), body.size());
    std::string_view line = body.substr(0, end);
    if (end < body.size() && line.ends_with('\r')) line.remove_suffix(1);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (!use(line)) return;
  }
}

template <typename Holds>
bool AnyLine(std::string_view body, const Holds& holds) {
  bool found = false;
  ForLines(body, [&](std::string_view line) { return !(found = holds(line)); });
  return found;
}

}  // namespace

DkimBodyHash HashDkimBody(std::string_view body, DkimCanon canon, std::optional<uint64_t> limit,
                          BodyFlavour flavour) {
  Canonicaliser canonical(canon, limit, flavour);
  ForLines(body, [&](std::string_view line) {
    canonical.Line(line);
    return true;
  });
  return canonical.Finish();
}

bool HasFlavour(std::string_view body, BodyFlavour flavour) {
  switch (flavour) {
    case BodyFlavour::kAsRead:
      return true;
    case BodyFlavour::kFromUndone:
      return AnyLine(body, IsMarkedFrom);
    case BodyFlavour::kFromMarked:
      return AnyLine(body, [](std::string_view line) {
        return line.starts_with(kFrom) || IsMarkedFrom(line);
      });
    case BodyFlavour::kBareReturn:
      return AnyLine(
          body, [](std::string_view line) { return line.find('\r') != std::string_view::npos; });
    case BodyFlavour::kEmptyLine:
      return !AnyLine(body, [](std::string_view line) {
        return line.find_first_not_of(" \t") != std::string_view::npos;
      });
  }
  return false;
}

}  // namespace threadlint::mail
