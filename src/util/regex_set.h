// A set of patterns searched for together: one pass for the literals that they need tells which of
// them can stand in a text, RE2 where each of those does, and Boost.Regex finds it and its groups.
// What a text costs hangs on what stands in it, not on how many patterns there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace threadlint::util {

// Patterns are written in what ECMAScript and RE2 have in common: no lookaround, no back
// references, no named groups. They match bytes: outside ASCII a class matches single bytes and
// case is not folded. '^' and '$' are the ends of the text, '.' is no line end.
struct RegexPattern {
  std::string text;
  bool ignore_case = false;
};

class RegexSet {
 public:
  // kSearch finds every match in the text; kWhole only one that is the whole text, which must not
  // be longer than kLongestWhole.
  enum class Mode : uint8_t { kSearch, kWhole };
  static constexpr size_t kLongestWhole = 2048;
  // A text longer than this is searched in windows, as the time that a pattern takes may grow with
  // the square of the text. A match longer than kLongestMatch that runs over the end of a window
  // is not found.
  static constexpr size_t kWindow = 2048;
  static constexpr size_t kLongestMatch = 512;

  // Compiles nothing yet. A pattern that an engine refuses finds nothing, and counts as given up
  // where its literals stand: see ErrorIn().
  explicit RegexSet(std::span<const RegexPattern> patterns, Mode mode = Mode::kSearch);
  ~RegexSet();
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;

  // What either engine has against the pattern; empty if nothing. Slow: it compiles it.
  static std::string ErrorIn(const RegexPattern& pattern);

  // groups[0] is the match, groups[i] its i-th group; those that took no part have no data().
  using OnMatch = std::function<void(size_t pattern, std::span<const std::string_view> groups)>;

  // All matches that do not overlap one of the same pattern, window by window, then by pattern and
  // place. Thread-safe, never throws on any text (unless on_match does). Returns how many searches
  // were given up, because a pattern took too many steps on this text.
  uint64_t Find(std::string_view text, const OnMatch& on_match) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace threadlint::util
