// The only file that includes mimetic.
//
// Its parser over input iterators is walked through, not trusted: it recurses into the entities and
// hands us the one extension point it has, copy_until_boundary, once for every leaf, preamble and
// epilogue. There we look for the delimiter ourselves (its own search matches by prefix, and loses
// the parts behind an unclosed one), keep ranges instead of copies, and read the next headers
// before it does, so that no byte outside its limits reaches it. Where it takes a part for
// something else than we do (it splits parameters inside quotes, descends into encoded mails, and
// knows no multipart/digest), the walk is given up. Field values are taken from the raw header:
// asking for the type of an entity, as its parser does, rewrites the field inside the library.
#include "mail/mime_library.h"

#include "mail/header_block.h"
#include "mail/mime_builder.h"
#include "mail/mime_header.h"
#include "util/ascii.h"

#include <mimetic/mimetic.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <span>

namespace threadlint::mail {

namespace {

using Base = mimetic::IteratorParser<const char*, std::input_iterator_tag>;

class Walk : public Base {
 public:
  Walk(mimetic::MimeEntity& entity, std::string_view mail, const StructureLimits& limits)
      : Base(entity), mail_(mail), builder_(mail, limits) {}

  std::optional<Structure> Read() {
    Open(0);
    // A mail of one part has no tree to walk through.
    const bool has_tree = builder_.open().back().kind == MimeBuilder::Kind::kMultipart;
    if (has_tree && !failed_) {
      const size_t begin = TypeField();
      failed_ = !HeadersFit(0, begin);
      if (!failed_) run(mail_.data() + begin, mail_.data() + mail_.size());
    }
    if (failed_ || (has_tree && unconfirmed_)) return std::nullopt;
    builder_.CloseAll();
    if (builder_.broken_multipart()) return std::nullopt;
    return builder_.Take();
  }

 protected:
  void copy_until_boundary(mimetic::ParsingElem element) override {
    if (failed_) return Stop();
    if (element == peBody || element == pePreamble) Confirm(element == pePreamble);
    if (failed_) return Stop();
    if (!pending_) {
      pending_ = builder_.NextDelimiter(Position());
      if (!pending_) return Stop();
      Pass(*pending_);
      if (failed_) return Stop();
    }
    // The parser unwinds one multipart a call. Until it is at the one the delimiter belongs to, it
    // is told that the current one closes, and the delimiter is left for the epilogue to find.
    if (m_boundaryList.size() > pending_->level + 1) {
      m_bit = mail_.data() + pending_->begin;
      m_lastBoundary = ClosingBoundary;
      return;
    }
    m_bit = mail_.data() + pending_->next;
    m_lastBoundary = pending_->closing ? ClosingBoundary : Boundary;
    pending_.reset();
  }

 private:
  // Where the field stands by which the library knows a multipart: of what stands above it in the
  // mail's header, half of all it would read, it needs nothing.
  size_t TypeField() const {
    HeaderField field;
    for (size_t at = 0; (at = FindContentField(mail_, at, field)) != std::string_view::npos;)
      if (util::EqualsIgnoreCase(field.name, "Content-Type"))
        return static_cast<size_t>(field.name.data() - mail_.data());
    return 0;
  }

  size_t Position() const { return static_cast<size_t>(m_bit - mail_.data()); }

  void Stop() {
    m_bit = m_eit;
    m_lastBoundary = NoBoundary;
  }

  void Open(size_t begin) {
    bool fits = true;
    builder_.Open(begin, fits);
    failed_ = failed_ || !fits || builder_.broken_multipart();
    unconfirmed_ = true;
  }

  // Those of the parts from `part` on, as far as the library will read them.
  bool HeadersFit(size_t part, size_t begin) const {
    return std::ranges::all_of(std::span(builder_.parts()).subspan(part), [&](const Part& opened) {
      const size_t from = std::max(opened.header_begin, begin);
      return FitsLibrary(mail_.substr(from, opened.header_end - from));
    });
  }

  // The library has read the headers that Open read: is it at the same place of the same tree?
  void Confirm(bool as_multipart) {
    const MimeBuilder::Entity& top = builder_.open().back();
    const bool multipart = top.kind == MimeBuilder::Kind::kMultipart;
    failed_ = failed_ || !unconfirmed_ || multipart != as_multipart ||
              builder_.open().size() != m_entityStack.size() ||
              builder_.top().body_begin != Position();
    unconfirmed_ = false;
  }

  void Pass(const DelimiterLine& delimiter) {
    const bool opens = !delimiter.closing && delimiter.next < mail_.size();
    if (opens && !builder_.MayOpen()) {
      failed_ = true;
      return;
    }
    builder_.Close(delimiter);
    if (!opens) return;
    const size_t first = builder_.parts().size();
    Open(delimiter.next);
    failed_ = failed_ || !HeadersFit(first, delimiter.next);
  }

  std::string_view mail_;
  MimeBuilder builder_;
  std::optional<DelimiterLine> pending_;
  bool failed_ = false;
  bool unconfirmed_ = false;
};

// The parser recurses a level a part, so the depth it may see is bounded whatever the caller's
// limits are.
constexpr size_t kLibraryDepth = 50;

}  // namespace

std::optional<Structure> ReadMimeWithLibrary(std::string_view mail, const StructureLimits& limits) {
  constexpr size_t kLibraryBytes = size_t{256} << 20;  // it counts in int
  constexpr size_t kLibraryParts = 5000;
  if (mail.empty() || mail.size() > kLibraryBytes || limits.depth > kLibraryDepth ||
      limits.parts > kLibraryParts)
    return std::nullopt;
  try {
    mimetic::MimeEntity entity;
    return Walk(entity, mail, limits).Read();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace threadlint::mail
