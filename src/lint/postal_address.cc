#include "lint/postal_address.h"

#include "mail/link_fold.h"
#include "util/ascii.h"

#include <algorithm>
#include <string>

namespace threadlint {
namespace {

using Range = std::pair<size_t, size_t>;

bool IsListed(std::string_view word, std::string_view blank_separated) {
  for (size_t at = 0; (at = blank_separated.find(word, at)) != std::string_view::npos; ++at) {
    const size_t end = at + word.size();
    if ((at == 0 || blank_separated[at - 1] == ' ') &&
        (end == blank_separated.size() || blank_separated[end] == ' '))
      return !word.empty();
  }
  return false;
}

// A piece of text between blanks, without the signs around it.
struct Piece {
  size_t begin = 0, end = 0;
  std::string folded;
  bool number = false;   // "12", "12a", "12-14"
  bool capital = false;  // begins with a capital, or a letter that is not ASCII
  bool comma = false;    // a comma stands behind it
  bool stop = false;     // another sign does, or a line ends
};

bool IsHouseNumber(std::string_view text) {
  constexpr size_t kLongest = 7, kMostDigits = 4;
  if (text.empty() || text.size() > kLongest || !util::IsDigit(text.front())) return false;
  size_t digits = 0;
  while (digits < text.size() && util::IsDigit(text[digits])) ++digits;
  const std::string_view rest = text.substr(digits);
  if (digits > kMostDigits) return false;
  return rest.empty() || (rest.size() == 1 && util::IsAlpha(rest.front())) ||
         (rest.front() == '-' && rest.size() > 1 &&
          std::all_of(rest.begin() + 1, rest.end(), util::IsAlnum));
}

std::vector<Piece> Cut(std::string_view text) {
  std::vector<Piece> out;
  for (size_t at = 0; at < text.size();) {
    if (util::IsSpace(text[at])) {
      if (text[at] == '\n' && !out.empty()) out.back().comma = true;
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !util::IsSpace(text[end]) && text[end] != ',') ++end;
    Piece piece;
    piece.begin = at;
    piece.end = end;
    at = end;
    if (at < text.size() && text[at] == ',') {
      piece.comma = true;
      ++at;
    }
    while (piece.begin < piece.end &&
           std::string_view("(\"'[<").find(text[piece.begin]) != std::string_view::npos)
      ++piece.begin;
    while (piece.begin < piece.end &&
           std::string_view(".;:!?)\"']>").find(text[piece.end - 1]) != std::string_view::npos) {
      piece.stop = piece.stop || text[piece.end - 1] != '.' || end - piece.begin > 4;
      --piece.end;
    }
    if (piece.begin == piece.end) continue;
    const std::string_view word = text.substr(piece.begin, piece.end - piece.begin);
    piece.folded = mail::FoldText(word);
    piece.number = IsHouseNumber(word);
    piece.capital = util::IsUpper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80;
    out.push_back(std::move(piece));
  }
  return out;
}

bool IsStreet(std::string_view folded) {
  return IsListed(folded,
                  "street st road rd avenue ave lane ln drive dr close court ct terrace crescent "
                  "gardens place pl square sq way walk row hill mews grove parade boulevard blvd "
                  "highway hwy green rise view");
}

bool IsGermanStreet(std::string_view folded) {
  for (const std::string_view end :
       {"strasse", "str", "weg", "platz", "gasse", "allee", "ufer", "damm", "ring", "markt",
        "steig", "chaussee", "straat", "laan", "plein", "gracht", "gatan", "vej", "gata"})
    if (folded.ends_with(end) && (folded.size() > end.size() + 2 || folded == end)) return true;
  return false;
}

bool IsRomanceStreet(std::string_view folded) {
  return IsListed(folded,
                  "rue avenue boulevard allee chemin impasse quai calle avenida plaza paseo carrer "
                  "via viale piazza corso ul ulica al aleja rua travessa");
}

bool IsSmallWord(std::string_view folded) {
  return IsListed(folded,
                  "am an im in der den dem zum zur auf of the de la le les du des del di do da y");
}

// The codes in front of which a town stands, or behind: which of the two tells its form.
bool IsCodeBeforeTown(std::string_view code) {
  return std::ranges::none_of(code, util::IsAlpha) || code.size() == 7;  // "1012 AB"
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Range>& postcodes)
      : text_(text), pieces_(Cut(text)), postcodes_(postcodes) {}

  std::vector<Range> Find() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      English(i);
      German(i);
      Romance(i);
      Polish(i);
    }
    for (const Range& code : postcodes_) AroundCode(code);
    std::ranges::sort(out_);
    std::vector<Range> joined;
    for (const Range& r : out_) {
      // A street and its town are one address.
      constexpr size_t kBetween = 2;
      if (!joined.empty() && r.first <= joined.back().second + kBetween) {
        joined.back().second = std::max(joined.back().second, r.second);
      } else {
        joined.push_back(r);
      }
    }
    return joined;
  }

 private:
  void Add(size_t first, size_t last) {
    out_.emplace_back(pieces_[first].begin, pieces_[last].end);
  }

  // "7 Ravenscar Terrace"
  void English(size_t i) {
    constexpr size_t kMostWords = 4;
    if (!pieces_[i].number || pieces_[i].stop) return;
    for (size_t k = i + 1; k < pieces_.size() && k <= i + kMostWords; ++k) {
      if (!pieces_[k].capital) return;
      if (k > i + 1 && IsStreet(pieces_[k].folded)) return Add(i, k);
      if (pieces_[k].stop || pieces_[k].comma) return;
    }
  }

  // "Am Alten Markt 3"
  void German(size_t i) {
    if (!pieces_[i].capital || !IsGermanStreet(pieces_[i].folded) || pieces_[i].stop) return;
    if (i + 1 >= pieces_.size() || !pieces_[i + 1].number || pieces_[i].comma) return;
    size_t first = i;
    constexpr size_t kMostWords = 3;
    while (first > 0 && i - first < kMostWords && pieces_[first - 1].capital &&
           !pieces_[first - 1].comma && !pieces_[first - 1].stop)
      --first;
    Add(first, i + 1);
  }

  // "12 rue des Lilas", "ul. Zielona 14"
  void Romance(size_t i) {
    if (!IsRomanceStreet(pieces_[i].folded) || pieces_[i].comma) return;
    const size_t first = i > 0 && pieces_[i - 1].number ? i - 1 : i;
    size_t last = i, words = 0;
    constexpr size_t kMostWords = 5;
    while (last + 1 < pieces_.size() && words < kMostWords && !pieces_[last].stop) {
      const Piece& next = pieces_[last + 1];
      if (next.number && words > 0) {
        Add(first, last + 1);
        return;
      }
      if (pieces_[last].comma && last > i) break;
      if (!next.capital && !IsSmallWord(next.folded)) break;
      ++last;
      ++words;
    }
    if (first < i && words > 0) Add(first, last);
  }

  // "99-417 Nowe Pole"
  void Polish(size_t i) {
    const std::string_view code = pieces_[i].folded;
    const auto digits = [&](size_t at, size_t n) {
      return std::all_of(code.begin() + static_cast<std::ptrdiff_t>(at),
                         code.begin() + static_cast<std::ptrdiff_t>(at + n), util::IsDigit);
    };
    constexpr size_t kLength = 6, kHead = 2, kTail = 3, kFive = 5;
    const bool polish = code.size() == kLength && code[kHead] == '-' && digits(0, kHead) &&
                        digits(kHead + 1, kTail);
    const bool five = code.size() == kFive && digits(0, kFive) && i > 0 && pieces_[i - 1].comma;
    if ((!polish && !five) || i + 1 >= pieces_.size() || pieces_[i].comma || pieces_[i].stop ||
        !pieces_[i + 1].capital ||
        IsListed(pieces_[i + 1].folded, "euro eur gbp usd chf pln stuck"))
      return;
    Spread(i, i, true);
  }

  void AroundCode(const Range& code) {
    size_t first = 0;
    while (first < pieces_.size() && pieces_[first].end <= code.first) ++first;
    size_t last = first;
    while (last + 1 < pieces_.size() && pieces_[last + 1].begin < code.second) ++last;
    if (first >= pieces_.size()) {
      out_.push_back(code);
      return;
    }
    Spread(first, last, IsCodeBeforeTown(text_.substr(code.first, code.second - code.first)));
  }

  // From the code over what may belong to an address.
  void Spread(size_t first, size_t last, bool town_behind) {
    constexpr size_t kMostBefore = 9, kMostBehind = 3;
    size_t begin = first;
    while (begin > 0 && first - begin < kMostBefore) {
      const Piece& before = pieces_[begin - 1];
      if (before.stop || !(before.capital || before.number || IsSmallWord(before.folded))) break;
      --begin;
    }
    while (begin < first && !pieces_[begin].capital && !pieces_[begin].number) ++begin;
    size_t end = last;
    while (town_behind && end + 1 < pieces_.size() && end - last < kMostBehind &&
           pieces_[end + 1].capital && !pieces_[end].comma && !pieces_[end].stop)
      ++end;
    Add(begin, end);
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  const std::vector<Range>& postcodes_;
  std::vector<Range> out_;
};

}  // namespace

std::vector<Range> FindPostalAddresses(std::string_view text, const std::vector<Range>& postcodes) {
  return Finder(text, postcodes).Find();
}

}  // namespace threadlint
