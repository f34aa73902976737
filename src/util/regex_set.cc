#include "util/regex_set.h"

#include <boost/regex.hpp>
#include <re2/re2.h>
#include <re2/set.h>

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

// Big enough that the automaton of a hundred patterns is not thrown away and built again.
constexpr int64_t kGateMemory = int64_t{64} << 20;

re2::RE2::Options GateOptions() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);  // bytes, as Boost sees them
  options.set_log_errors(false);
  options.set_max_mem(kGateMemory);
  options.set_never_capture(true);
  return options;
}

// A set has one case for all its patterns.
std::string GateText(const RegexPattern& pattern) {
  return pattern.ignore_case ? "(?i:" + pattern.text + ")" : pattern.text;
}

boost::regex Compile(const RegexPattern& pattern) {
  boost::regex::flag_type flags =
      boost::regex::ECMAScript | boost::regex::no_mod_m | boost::regex::no_mod_s;
  if (pattern.ignore_case) flags |= boost::regex::icase;
  return boost::regex(pattern.text, flags);
}

// Compiled when it is first needed: of a hundred patterns an export needs a few.
class LazyRegex {
 public:
  explicit LazyRegex(RegexPattern pattern) : pattern_(std::move(pattern)) {}

  // Null if Boost.Regex refuses the pattern.
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
  std::once_flag once_;
  std::optional<boost::regex> regex_;
};

}  // namespace

static_assert(RegexSet::kLongestWhole <= RegexSet::kWindow);  // a whole text is one window

struct RegexSet::Impl {
  // One stretch of the text: matches that begin in [begin, core_end) and end by window_end.
  struct Window {
    size_t begin = 0, core_end = 0, window_end = 0;
  };

  // One automaton for some of the patterns: one for all would be thrown away and built again at
  // every other sentence.
  struct Gate {
    explicit Gate(Mode mode, size_t begin)
        : set(GateOptions(), mode == Mode::kWhole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED),
          first(static_cast<int>(begin)) {}
    re2::RE2::Set set;
    int first = 0, size = 0;  // into regexes
    std::once_flag compile;
    bool compiled = false;
  };

  Impl(std::span<const RegexPattern> patterns, Mode the_mode) : mode(the_mode) {
    constexpr int kPatternsAGate = 40;
    for (const RegexPattern& pattern : patterns) {
      if (gates.empty() || gates.back()->size == kPatternsAGate)
        gates.push_back(std::make_unique<Gate>(mode, regexes.size()));
      std::string error;
      if (gates.back()->set.Add(GateText(pattern), &error) < 0) {
        throw std::invalid_argument("pattern '" + pattern.text + "': " + error);
      }
      ++gates.back()->size;
      regexes.push_back(std::make_unique<LazyRegex>(pattern));
    }
  }

  // The patterns that can stand in the text, in order.
  void PassGate(std::string_view text, std::vector<int>& passed) {
    passed.clear();
    std::vector<int> found;
    for (const auto& gate : gates) {
      Pass(*gate, text, found);
      for (const int pattern : found) passed.push_back(gate->first + pattern);
    }
  }

  static void Pass(Gate& gate, std::string_view text, std::vector<int>& passed) {
    passed.clear();
    // The dearest part of a set, and many a set is never searched with.
    std::call_once(gate.compile, [&gate] { gate.compiled = gate.set.Compile(); });
    if (!gate.compiled) return PassAll(gate, passed);
    const re2::StringPiece piece(text.data(), text.size());
    re2::RE2::Set::ErrorInfo error{};
    // Without a list to fill the scan needs no memory and ends at the first match.
    if (!gate.set.Match(piece, nullptr, &error) && error.kind == re2::RE2::Set::kNoError) return;
    if (gate.set.Match(piece, &passed, &error)) {
      std::sort(passed.begin(), passed.end());
    } else if (error.kind != re2::RE2::Set::kNoError) {
      PassAll(gate, passed);
    }
  }

  // Out of memory: no gate at all.
  static void PassAll(const Gate& gate, std::vector<int>& passed) {
    passed.clear();
    for (int i = 0; i < gate.size; ++i) passed.push_back(i);
  }

  // `done` is where the pattern's last match ended. False: the search was given up.
  bool FindOne(size_t pattern, std::string_view text, const Window& window, size_t& done,
               std::vector<std::string_view>& groups, const OnMatch& on_match) {
    const boost::regex* regex = regexes[pattern]->Get();
    if (regex == nullptr) return false;
    const char* const end = text.data() + window.window_end;
    const char* at = text.data() + std::max(window.begin, done);
    boost::cmatch match;
    while (at < end) {
      auto flags = boost::match_default;
      if (at != text.data()) flags |= boost::match_prev_avail | boost::match_not_bob;
      if (window.window_end != text.size()) flags |= boost::match_not_eob | boost::match_not_eol;
      try {
        const bool found = mode == Mode::kWhole
                               ? boost::regex_match(at, end, match, *regex, flags)
                               : boost::regex_search(at, end, match, *regex, flags);
        if (!found) return true;
      } catch (const std::runtime_error&) {  // what a pattern out of bounds throws
        return false;
      }
      if (match[0].first >= text.data() + window.core_end) return true;  // the next window's
      groups.clear();
      for (const auto& group : match) {
        groups.push_back(group.matched ? std::string_view(group.first, group.second)
                                       : std::string_view());
      }
      // A match that is cut by the window's end is no match.
      if (match[0].second != end || window.window_end == text.size()) on_match(pattern, groups);
      done = static_cast<size_t>(match[0].second - text.data());
      at = match[0].second == match[0].first ? match[0].second + 1 : match[0].second;
    }
    return true;
  }

  Mode mode;
  std::vector<std::unique_ptr<Gate>> gates;
  std::vector<std::unique_ptr<LazyRegex>> regexes;
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
  std::vector<int> passed;
  std::vector<size_t> done;  // by pattern
  std::vector<std::string_view> groups;
  for (size_t begin = 0; begin < text.size(); begin += kWindow) {
    const Impl::Window window{begin, std::min(begin + kWindow, text.size()),
                              std::min(begin + kWindow + kLongestMatch, text.size())};
    // One byte more to the left, so that "\b" is judged by what stands there.
    const size_t from = begin == 0 ? 0 : begin - 1;
    impl_->PassGate(text.substr(from, window.window_end - from), passed);
    if (!passed.empty()) done.resize(impl_->regexes.size());
    for (const int passed_pattern : passed) {
      const auto pattern = static_cast<size_t>(passed_pattern);
      if (!impl_->FindOne(pattern, text, window, done[pattern], groups, on_match)) ++given_up;
    }
  }
  return given_up;
}

}  // namespace threadlint::util
