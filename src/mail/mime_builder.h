// Puts a Structure together, part by part, in the order of the text.
#pragma once

#include "mail/mime_boundaries.h"
#include "mail/structure.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Holds the entities that are open at the current place, so depth costs memory, not stack, and both
// are bounded by the limits. What lies beyond a limit stays inside the range of the last part that
// was opened within it, or of its parents.
class MimeBuilder {
 public:
  enum class Kind { kLeaf, kMultipart, kMail };
  struct Entity {
    int32_t part = -1;
    Kind kind = Kind::kLeaf;
    size_t boundary_level = 0;  // kMultipart: index of its boundary
    bool digest = false;        // children are mails by default (RFC 2046 section 5.1.5)
    bool has_children = false;
    size_t text_end = 0;  // kMultipart: before its closing delimiter, 0 if that was not seen
  };

  MimeBuilder(std::string_view mail, const StructureLimits& limits);

  // Opens the part whose header begins at `begin`, and while that is an attached mail the mail
  // inside it. Returns where the body of the last one begins. False in `fits` if any of the headers
  // has no end, or there are more parts or levels than there may be.
  size_t Open(size_t begin, bool& fits);

  // The next delimiter at or behind `from`, a line start.
  std::optional<DelimiterLine> NextDelimiter(size_t from) const;

  // Closes what the delimiter closes. The caller opens the part behind it unless it is closing.
  void Close(const DelimiterLine& delimiter);
  // Closes everything at the end of the mail.
  void CloseAll();

  // False if no further part may be opened.
  bool MayOpen() const { return structure_.parts.size() < limits_.parts; }
  void NoteTooManyParts() { structure_.notes.Add(MailNote::kTooManyParts); }

  const std::vector<Entity>& open() const { return open_; }
  const std::vector<Part>& parts() const { return structure_.parts; }
  const Part& top() const { return structure_.parts[static_cast<size_t>(open_.back().part)]; }
  size_t boundaries() const { return boundaries_.size(); }
  // A multipart without usable boundary or without any part inside was met.
  bool broken_multipart() const { return broken_multipart_; }
  Structure Take() { return std::move(structure_); }

 private:
  Entity ReadOne(size_t begin, bool is_mail, bool& fits);
  void CloseTop(size_t end);
  std::string GuessBoundary(size_t body) const;

  std::string_view mail_;
  StructureLimits limits_;
  Structure structure_;
  std::vector<Entity> open_;
  OpenBoundaries boundaries_;
  bool broken_multipart_ = false;
};

}  // namespace threadlint::mail
