#include "util/regex_literals.h"

#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace threadlint::util {
namespace {

constexpr size_t kMostProduct = 48;  // strings that a sequence is written out to
constexpr size_t kMostUnion = 256;   // strings of an alternation
constexpr size_t kMostWays = 64;
constexpr size_t kMostNested = 100;
constexpr size_t kLongest = 12;        // what stands behind tells little more
constexpr double kTooFrequent = 0.05;  // a clause that tells nothing

// What a part of a pattern matches.
struct Part {
  // It matches these strings and no others; otherwise one of the ways holds, and "the match" in
  // them is that of the part.
  bool exact = true;
  LiteralClause strings;
  std::vector<LiteralWay> ways;
};

Part Unknown() { return {false, {}, {LiteralWay{}}}; }
Part Exactly(std::string text) { return {true, {std::move(text)}, {}}; }

// Edges are kept at the ends alone.
std::string Shorten(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size() && out.size() < kLongest; ++i)
    if (text[i] != kWordEdge || i == 0 || (i + 1 == text.size() && out.back() != kWordEdge))
      out += text[i];
  return out;
}

// What begins with another of them goes without saying; a clause that tells little is none.
std::optional<LiteralClause> Reduce(LiteralClause strings) {
  for (std::string& text : strings) text = Shorten(text);
  std::ranges::sort(strings);
  LiteralClause out;
  for (std::string& text : strings)
    if (out.empty() || !text.starts_with(out.back())) out.push_back(std::move(text));
  if (FrequencyOf(out) > kTooFrequent) return std::nullopt;
  return out;
}

bool IsOpen(const LiteralWay& way) { return way.clauses.empty(); }

// One clause for all of the ways: of each the rarest. No clause if nothing is known.
LiteralWay OneClause(std::vector<LiteralWay> ways) {
  LiteralClause all;
  bool begins = true;
  for (LiteralWay& way : ways) {
    const auto rarest = std::ranges::min_element(way.clauses, {}, FrequencyOf);
    if (rarest == way.clauses.end()) return {};
    begins = begins && way.begins && rarest == way.clauses.begin();
    std::ranges::move(*rarest, std::back_inserter(all));
  }
  if (all.size() > kMostUnion) return {};
  auto clause = Reduce(std::move(all));
  return clause ? LiteralWay{{*std::move(clause)}, begins} : LiteralWay();
}

// False: all of them are empty, or edges.
bool HaveWidth(const LiteralClause& strings) {
  return std::ranges::any_of(strings, [](std::string_view text) {
    return text.find_first_not_of(kWordEdge) != std::string_view::npos;
  });
}

// Parts one behind the other.
class Sequence {
 public:
  void Add(Part part) {
    if (!part.exact) {
      const bool first = at_begin_ && !HaveWidth(open_);
      Close();
      open_ = {""};
      exact_ = at_begin_ = false;
      if (ways_.size() * part.ways.size() > kMostWays)
        part.ways = {OneClause(std::move(part.ways))};
      std::vector<LiteralWay> product;
      product.reserve(ways_.size() * part.ways.size());
      for (const LiteralWay& before : ways_)
        for (const LiteralWay& behind : part.ways) {
          LiteralWay& way = product.emplace_back(before);
          way.clauses.insert(way.clauses.end(), behind.clauses.begin(), behind.clauses.end());
          way.begins = way.begins || (first && behind.begins);
        }
      ways_ = std::move(product);
      return;
    }
    if (open_.size() * part.strings.size() > kMostProduct) {
      const bool first = at_begin_ && !HaveWidth(open_);
      Close();
      open_ = std::move(part.strings);
      exact_ = false;
      at_begin_ = first;
      return;
    }
    if (part.strings.size() == 1) {
      for (std::string& text : open_) text += part.strings.front();
      return;
    }
    LiteralClause product;
    product.reserve(open_.size() * part.strings.size());
    for (const std::string& before : open_)
      for (const std::string& behind : part.strings) product.push_back(before + behind);
    open_ = std::move(product);
  }

  // True if nothing but the edge of a word stands open; then it does no more.
  bool TakeEdge() {
    if (open_.size() != 1 || open_.front() != std::string_view(&kWordEdge, 1)) return false;
    open_ = {""};
    return true;
  }

  Part Done() && {
    if (exact_) return {true, std::move(open_), {}};
    Close();
    return {false, {}, std::move(ways_)};
  }

 private:
  void Close() {
    if (const auto clause = Reduce(std::move(open_)))
      for (LiteralWay& way : ways_) {
        way.clauses.push_back(*clause);
        way.begins = way.begins || at_begin_;
      }
  }

  bool exact_ = true;
  bool at_begin_ = true;  // what stands open is where a match begins
  LiteralClause open_ = {""};
  std::vector<LiteralWay> ways_ = {LiteralWay{}};
};

Part OneOf(std::vector<Part> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Part out;
  for (Part& part : parts) {
    std::ranges::move(part.strings, std::back_inserter(out.strings));
    std::ranges::move(part.ways, std::back_inserter(out.ways));
  }
  if (out.ways.empty() && out.strings.size() <= kMostUnion) return out;
  out.exact = false;
  if (!out.strings.empty()) {
    auto clause = Reduce(std::move(out.strings));
    if (!clause) return Unknown();
    out.ways.push_back({{*std::move(clause)}, true});
    out.strings.clear();
  }
  if (std::ranges::any_of(out.ways, IsOpen)) return Unknown();
  if (out.ways.size() > kMostWays) out.ways = {OneClause(std::move(out.ways))};
  return out;
}

// A part that stands there at least once, and perhaps again.
Part Repeated(Part part) {
  Sequence out;
  out.Add(std::move(part));
  out.Add(Unknown());
  return std::move(out).Done();
}

char Folded(char c) { return IsDigit(c) ? kDigit : ToLower(c); }
std::string Folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = Folded(c);
  return out;
}

class Parser {
 public:
  Parser(std::string_view pattern, bool ignore_case) : rest_(pattern), icase_(ignore_case) {}

  // Nothing if the pattern has what is not known here.
  std::optional<Part> Run() {
    Part out = Alternation(false);
    if (!rest_.empty()) failed_ = true;
    if (failed_) return std::nullopt;
    return out;
  }

 private:
  bool Take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  Part Fail() {
    failed_ = true;
    rest_ = {};
    return Unknown();
  }

  // `edge`: no word runs over the place where it begins.
  Part Alternation(bool edge) {
    if (++depth_ > kMostNested) return Fail();
    std::vector<Part> parts;
    Part words;  // of the ways that are nothing but text, as most are
    do {
      const size_t plain = PlainLength();
      if (plain > 0 && plain < rest_.size() && (rest_[plain] == '|' || rest_[plain] == ')')) {
        words.strings.push_back((edge ? std::string(1, kWordEdge) : std::string()) +
                                Folded(rest_.substr(0, plain)));
        rest_.remove_prefix(plain);
        continue;
      }
      Sequence sequence;
      if (edge) sequence.Add(Exactly({kWordEdge}));
      while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
        if (const size_t length = PlainLength(); length > 0)
          sequence.Add(Exactly(Folded(rest_.substr(0, length)))), rest_.remove_prefix(length);
        else
          sequence.Add(Repetition(Atom(sequence)));
      }
      parts.push_back(std::move(sequence).Done());
    } while (Take("|"));
    if (!words.strings.empty()) parts.push_back(std::move(words));
    --depth_;
    return OneOf(std::move(parts));
  }

  Part Atom(Sequence& before) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case '(': {
        // How phrases end: behind a word, a sign or the text.
        constexpr std::string_view kPhraseEnd = "?:\\b|\\W|$)";
        if (rest_ == kPhraseEnd && Take(kPhraseEnd)) return Exactly({kWordEdge});
        if (rest_.starts_with('?') && !Take("?:")) return Fail();
        Part inner = Alternation(before.TakeEdge());
        return Take(")") ? inner : Fail();
      }
      case '[':
        return Class();
      case '\\':
        return Escape();
      case '.':
        return Unknown();
      case '^':
      case '$':
        return Exactly({kWordEdge});
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        return Fail();
      default:
        return Literal(c);
    }
  }

  // Bytes that stand for themselves, as far as none is repeated.
  size_t PlainLength() const {
    constexpr std::string_view kSigns = " ',-";
    const auto is_plain = [&](char c) { return IsAlnum(c) || kSigns.find(c) != kSigns.npos; };
    size_t length = 0;
    while (length < rest_.size() && is_plain(rest_[length])) ++length;
    constexpr std::string_view kRepeat = "*+?{";
    const bool repeated =
        length < rest_.size() && kRepeat.find(rest_[length]) != std::string_view::npos;
    return repeated && length > 0 ? length - 1 : length;
  }

  Part Literal(char c) const {
    if (c == kWordEdge) return Unknown();
    const Part folded = Exactly(std::string(1, Folded(c)));
    // RE2 takes bytes for Latin-1, whose letters fold by the same bit as those of ASCII.
    constexpr unsigned char kBeyond = 0xC0, kCase = 0x20;
    const auto byte = static_cast<unsigned char>(c);
    if (!icase_ || byte < kBeyond) return folded;
    const auto other = static_cast<char>(byte ^ kCase);
    return {true, {std::string(1, c), std::string(1, other)}, {}};
  }

  Part Escape() {
    if (rest_.empty()) return Fail();
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == 'b') return Exactly({kWordEdge});
    if (c == 'B') return Exactly("");
    if (c == 'd') return Exactly({kDigit});
    constexpr std::string_view kOneByte = "DwWsSnrtfv";
    if (kOneByte.find(c) != std::string_view::npos) return Unknown();
    return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80 ? Fail() : Literal(c);
  }

  // A few single characters are written out.
  Part Class() {
    constexpr size_t kFew = 8;
    if (Take("0-9]")) return Exactly({kDigit});
    Part out;
    bool known = rest_.find_first_of("^[\\-") > rest_.find(']');
    for (bool first = true; first || !rest_.starts_with(']'); first = false) {
      if (rest_.empty()) return Fail();
      if (rest_.starts_with("[:")) return Fail();
      if (rest_.starts_with(']')) return Fail();  // the engines differ
      const size_t length = rest_.front() == '\\' ? 2 : 1;
      if (known) {
        const Part one = Literal(rest_.front());
        known = one.exact && out.strings.size() < kFew;
        if (known) out.strings.insert(out.strings.end(), one.strings.begin(), one.strings.end());
      }
      if (first && rest_.starts_with('^')) {
        rest_.remove_prefix(1);
        if (rest_.starts_with(']')) return Fail();
        continue;
      }
      rest_.remove_prefix(std::min(length, rest_.size()));
    }
    rest_.remove_prefix(1);
    return known ? out : Unknown();
  }

  struct Times {
    size_t least = 0;
    bool no_more = false;
  };

  // "{2,5}" or "{2}" behind a part. Nothing if it is none.
  std::optional<Times> ReadTimes() {
    size_t end = 0;
    while (end < rest_.size() && IsDigit(rest_[end])) ++end;
    if (end == 0 || end > 4) return std::nullopt;
    Times times;
    for (const char digit : rest_.substr(0, end))
      times.least = times.least * 10 + static_cast<size_t>(digit - '0');
    size_t close = end;
    while (close < rest_.size() && (IsDigit(rest_[close]) || rest_[close] == ',')) ++close;
    if (close >= rest_.size() || rest_[close] != '}') return std::nullopt;
    times.no_more = close == end;
    rest_.remove_prefix(close + 1);
    return times;
  }

  static Part Repeat(Part part, Times times) {
    if (times.least == 0) return Unknown();
    if (!part.exact || part.strings.size() != 1) return Repeated(std::move(part));
    const std::string one = part.strings.front();
    size_t written = 1;
    for (; written < times.least && part.strings.front().size() < kLongest; ++written)
      part.strings.front() += one;
    return times.no_more && written == times.least ? part : Repeated(std::move(part));
  }

  Part Repetition(Part part) {
    while (!failed_ && !rest_.empty()) {
      if (Take("*")) {
        part = Unknown();
      } else if (Take("+")) {
        part = Repeated(std::move(part));
      } else if (Take("?")) {
        if (part.exact)
          part.strings.insert(part.strings.begin(), "");
        else
          part = Unknown();
      } else if (Take("{")) {
        const std::optional<Times> times = ReadTimes();
        if (!times) return Fail();
        part = Repeat(std::move(part), *times);
      } else {
        break;
      }
      Take("?");  // the shortest first: the same texts
    }
    return part;
  }

  std::string_view rest_;
  bool icase_;
  bool failed_ = false;
  size_t depth_ = 0;
};

}  // namespace

std::vector<LiteralWay> RequiredLiterals(std::string_view pattern, bool ignore_case) {
  std::optional<Part> whole = Parser(pattern, ignore_case).Run();
  if (!whole) return Unknown().ways;
  Sequence out;
  out.Add(*std::move(whole));
  out.Add(Unknown());
  return std::move(out).Done().ways;
}

double FrequencyOf(const LiteralClause& clause) {
  constexpr double kWordByte = 0.1, kSign = 0.01, kEdge = 0.3;
  double out = 0;
  for (const std::string& text : clause) {
    double one = 1;
    for (const char c : text)
      one *= c == kWordEdge ? kEdge : IsAlnum(c) || c == ' ' ? kWordByte : kSign;
    out += one;
  }
  return out;
}

}  // namespace threadlint::util
