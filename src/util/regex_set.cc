#include "util/regex_set.h"

#include "util/literal_gate.h"
#include "util/regex_literals.h"

#include <boost/regex.hpp>
#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#if defined(__SANITIZE_THREAD__) && BOOST_VERSION < 107600
// Threads hand memory blocks to each other inside libboost_regex, by atomics that ThreadSanitizer
// does not see, as it sees only what was built with it. In its builds every block is new.
namespace boost::BOOST_REGEX_DETAIL_NS {
void* get_mem_block() { return ::operator new(BOOST_REGEX_BLOCKSIZE); }
void put_mem_block(void* block) { ::operator delete(block); }
}  // namespace boost::BOOST_REGEX_DETAIL_NS
#endif

namespace threadlint::util {
namespace {

re2::RE2::Options GateOptions() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);  // bytes, as Boost sees them
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

// The case stands in the pattern, so that one set of options does for all.
std::string GateText(const RegexPattern& pattern) {
  return pattern.ignore_case ? "(?i:" + pattern.text + ")" : pattern.text;
}

boost::regex Compile(const RegexPattern& pattern) {
  boost::regex::flag_type flags =
      boost::regex::ECMAScript | boost::regex::no_mod_m | boost::regex::no_mod_s;
  if (pattern.ignore_case) flags |= boost::regex::icase;
  return boost::regex(pattern.text, flags);
}

// Both engines' forms of a pattern, each compiled when it is first needed: of a thousand patterns
// an export needs a few hundred.
class LazyRegex {
 public:
  explicit LazyRegex(RegexPattern pattern) : pattern_(std::move(pattern)) {}

  const RegexPattern& pattern() const { return pattern_; }

  // Null if RE2 refuses the pattern.
  const re2::RE2* Gate() {
    std::call_once(gate_once_, [this] { gate_.emplace(GateText(pattern_), GateOptions()); });
    return gate_->ok() ? &*gate_ : nullptr;
  }

  // Null if Boost.Regex refuses it.
  const boost::regex* Get() {
    std::call_once(once_, [this] {
      try {
        regex_ = Compile(pattern_);
      } catch (const std::runtime_error&) {  // boost::regex_error is one
      }
    });
    return regex_ ? &*regex_ : nullptr;
  }

 private:
  RegexPattern pattern_;
  std::once_flag gate_once_, once_;
  std::optional<re2::RE2> gate_;
  std::optional<boost::regex> regex_;
};

}  // namespace

static_assert(RegexSet::kLongestWhole <= RegexSet::kWindow);  // a whole text is one window

struct RegexSet::Impl {
  // One stretch of the text: matches that begin in [begin, core_end) and end by window_end.
  struct Window {
    size_t begin = 0, core_end = 0, window_end = 0;
  };

  // Where in the window a match can begin.
  struct Begins {
    bool anywhere = false;
    std::span<const uint32_t> places;
  };

  Impl(std::span<const RegexPattern> patterns, Mode the_mode) : mode(the_mode) {
    regexes.reserve(patterns.size());
    for (const RegexPattern& pattern : patterns)
      regexes.push_back(std::make_unique<LazyRegex>(pattern));
  }

  // Many a set is never searched with.
  const LiteralGate& Literals() {
    std::call_once(literals_once, [this] {
      std::vector<std::vector<LiteralWay>> ways;
      ways.reserve(regexes.size());
      for (const auto& regex : regexes)
        ways.push_back(RequiredLiterals(regex->pattern().text, regex->pattern().ignore_case));
      literals.emplace(ways);
    });
    return *literals;
  }

  // Where the leftmost match begins that RE2 sees at or behind `at`; nothing if it sees none. Boost
  // finds none that begins before.
  std::optional<size_t> PlaceOf(const re2::RE2& gate, std::string_view text, const Window& window,
                                size_t at, const Begins& begins) const {
    // One byte more to the left, so that "\\b" is judged by what stands there.
    const size_t from = window.begin == 0 ? 0 : window.begin - 1;
    const re2::StringPiece piece(text.data() + from, window.window_end - from);
    const auto matches = [&](size_t begin, re2::RE2::Anchor anchor) {
      return gate.Match(piece, begin - from, piece.size(), anchor, nullptr, 0);
    };
    if (mode == Mode::kWhole)
      return matches(at, re2::RE2::ANCHOR_BOTH) ? std::optional(at) : std::nullopt;
    if (begins.anywhere) {
      re2::StringPiece match;
      if (!gate.Match(piece, at - from, piece.size(), re2::RE2::UNANCHORED, &match, 1))
        return std::nullopt;
      return static_cast<size_t>(match.data() - text.data());
    }
    for (const uint32_t place : begins.places) {
      const size_t begin = window.begin + place;
      if (begin >= window.core_end) break;  // the next window's
      if (begin < at) continue;
      if (matches(begin, re2::RE2::ANCHOR_START)) return begin;
    }
    return std::nullopt;
  }

  // `done` is where the pattern's last match ended. False: the search was given up.
  bool FindOne(size_t pattern, std::string_view text, const Window& window, const Begins& begins,
               size_t& done, std::vector<std::string_view>& groups, const OnMatch& on_match) {
    const re2::RE2* gate = regexes[pattern]->Gate();
    if (gate == nullptr) return false;
    const char* const end = text.data() + window.window_end;
    size_t from = std::max(window.begin, done);
    boost::cmatch match;
    while (from < window.window_end) {
      const std::optional<size_t> place = PlaceOf(*gate, text, window, from, begins);
      if (!place || *place >= window.core_end) return true;  // none, or the next window's
      const boost::regex* regex = regexes[pattern]->Get();
      if (regex == nullptr) return false;
      const char* const at = text.data() + *place;
      auto flags = boost::match_default;
      if (*place > 0) flags |= boost::match_prev_avail | boost::match_not_bob;
      if (window.window_end != text.size()) flags |= boost::match_not_eob | boost::match_not_eol;
      try {
        const bool found = mode == Mode::kWhole
                               ? boost::regex_match(at, end, match, *regex, flags)
                               : boost::regex_search(at, end, match, *regex, flags);
        if (!found) return true;
      } catch (const std::runtime_error&) {  // what a pattern out of bounds throws
        return false;
      }
      if (match[0].first >= text.data() + window.core_end) return true;
      groups.clear();
      for (const auto& group : match) {
        groups.push_back(group.matched ? std::string_view(group.first, group.second)
                                       : std::string_view());
      }
      // A match that is cut by the window's end is no match.
      if (match[0].second != end || window.window_end == text.size()) on_match(pattern, groups);
      done = static_cast<size_t>(match[0].second - text.data());
      from = match[0].second == match[0].first ? done + 1 : done;
    }
    return true;
  }

  Mode mode;
  std::vector<std::unique_ptr<LazyRegex>> regexes;
  std::once_flag literals_once;
  std::optional<LiteralGate> literals;
};

RegexSet::RegexSet(std::span<const RegexPattern> patterns, Mode mode)
    : impl_(std::make_unique<Impl>(patterns, mode)) {}
RegexSet::~RegexSet() = default;
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;

std::string RegexSet::ErrorIn(const RegexPattern& pattern) {
  const re2::RE2 gate(GateText(pattern), GateOptions());
  if (!gate.ok()) return gate.error();
  try {
    Compile(pattern);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

uint64_t RegexSet::Find(std::string_view text, const OnMatch& on_match) const {
  uint64_t given_up = 0;
  if (impl_->regexes.empty() || text.empty()) return given_up;
  if (impl_->mode == Mode::kWhole && text.size() > kLongestWhole) return given_up;
  const LiteralGate& literals = impl_->Literals();
  Passed passed;
  std::vector<size_t> done;  // by pattern, if there are several windows
  std::vector<std::string_view> groups;
  for (size_t begin = 0; begin < text.size(); begin += kWindow) {
    const Impl::Window window{begin, std::min(begin + kWindow, text.size()),
                              std::min(begin + kWindow + kLongestMatch, text.size())};
    literals.Pass(text.substr(begin, window.window_end - begin), passed);
    if (!passed.patterns.empty() && text.size() > kWindow) done.resize(impl_->regexes.size());
    for (const Passed::Pattern& pattern : passed.patterns) {
      size_t nothing_yet = 0;
      size_t& done_by = done.empty() ? nothing_yet : done[pattern.number];
      const Impl::Begins begins{pattern.anywhere, passed.PlacesOf(pattern)};
      if (!impl_->FindOne(pattern.number, text, window, begins, done_by, groups, on_match))
        ++given_up;
    }
  }
  return given_up;
}

}  // namespace threadlint::util
