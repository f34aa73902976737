#include "mail/own_sign_off.h"

#include "mail/link_fold.h"
#include "mail/own_sign_off_words.h"
#include "util/ascii.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace threadlint::mail {

namespace {

constexpr unsigned kClosing = 1, kThanks = 2, kBeside = 4, kTeam = 8, kNoName = 16;

// What begins with 0xF0 are pictures, as good as all of it.
bool IsPicture(char c) { return static_cast<unsigned char>(c) >= 0xF0; }
bool IsWordByte(char c) {
  return util::IsAlnum(c) || (static_cast<unsigned char>(c) >= 0x80 && !IsPicture(c));
}

// Scripts without blanks between words.
bool IsEastAsian(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED;
  });
}

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

class Words {
 public:
  Words() {
    for (const SignOffWords& row : SignOffTable()) {
      Add(row.closings, kClosing);
      Add(row.thanks, kThanks);
      Add(row.beside, kBeside);
      Add(row.teams, kTeam);
      Add(row.no_names, kNoName);
    }
  }
  unsigned Of(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }

 private:
  void Add(std::string_view words, unsigned kind) {
    const std::string folded = FoldText(words);
    for (size_t at = 0; at < folded.size();) {
      const size_t end = std::min(folded.find(' ', at), folded.size());
      if (end > at) words_[folded.substr(at, end - at)] |= kind;
      at = end + 1;
    }
  }
  std::unordered_map<std::string, unsigned, Hash, std::equal_to<>> words_;
};

unsigned KindsOf(std::string_view word) {
  static const Words words;
  return words.Of(word);
}

// Calls take(word, what stands between it and the word before) until it returns false.
template <typename Take>
void ForWords(std::string_view text, const Take& take) {
  for (size_t at = 0, behind = 0; at < text.size();) {
    if (!IsWordByte(text[at])) {
      constexpr size_t kPicture = 4;
      at += IsPicture(text[at]) ? std::min(kPicture, text.size() - at) : 1;
      continue;
    }
    size_t end = at;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    if (!take(text.substr(at, end - at), text.substr(behind, at - behind), end)) return;
    at = behind = end;
  }
}

std::string_view WithoutFrame(std::string_view text) {
  const auto is_frame = [](char c) {
    return c == '*' || c == '_' || c == '~' || c == '/' || c == '-' || c == '<' || c == '>' ||
           c == '|' || c == ' ' || c == ',' || c == '.' || c == '!' || c == '(' || c == ')';
  };
  constexpr std::string_view kDashes[] = {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x90",
                                          "\xE2\x80\x95"};
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && is_frame(text.front())) text.remove_prefix(1);
    for (const std::string_view dash : kDashes) {
      if (!text.starts_with(dash)) continue;
      text.remove_prefix(dash.size());
      again = true;
    }
  }
  while (!text.empty() && is_frame(text.back())) text.remove_suffix(1);
  return text;
}

// A capital; of scripts that fold otherwise, any letter.
bool BeginsLarge(std::string_view word) {
  return util::IsUpper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80;
}

bool IsParticle(std::string_view word) {
  constexpr std::string_view kParticles[] = {
      "van", "von", "de", "der", "den", "la", "le",  "di",  "da", "del", "du",  "zu",  "and", "und",
      "et",  "y",   "e",  "en",  "och", "og", "dos", "das", "do", "ten", "ter", "bin", "al",  "el"};
  return std::ranges::find(kParticles, word) != std::end(kParticles);
}

}  // namespace

SignOffLine ReadSignOff(std::string_view text, std::string_view folded) {
  constexpr size_t kLongest = 100, kMostWords = 14;
  SignOffLine out;
  if (folded.empty() || folded.size() > kLongest) return out;
  if (std::ranges::find(SignOffLines(), folded) != SignOffLines().end()) {
    out.kind = SignOff::kClosing;
    return out;
  }
  if (folded.ends_with('?')) return out;
  size_t count = 0, rest = std::string_view::npos;
  bool closing = false, thanks = false, may_name = false;
  ForWords(folded, [&](std::string_view word, std::string_view between, size_t end) {
    const unsigned kinds = KindsOf(word);
    const bool stop = between.find_first_of(",!.;-/(\n") != std::string_view::npos;
    if ((kinds & (kClosing | kThanks | kBeside)) == 0) {
      // Only a name may follow, and only behind a comma or the words of the closing.
      rest = count > 0 && (may_name || stop) ? end - word.size() : 0;
      return false;
    }
    if (count == 0 && (kinds & (kClosing | kThanks | kBeside)) == 0) return false;
    closing = closing || (kinds & kClosing) != 0;
    thanks = thanks || (kinds & kThanks) != 0;
    may_name = (kinds & (kClosing | kThanks)) != 0;
    return ++count <= kMostWords;
  });
  if ((!closing && !thanks) || count > kMostWords || rest == 0) return out;
  if (rest != std::string_view::npos) {
    // The same place in the text: from the end, for folding changes lengths.
    const size_t words = static_cast<size_t>(
        std::count(folded.begin() + static_cast<long>(rest), folded.end(), ' '));
    size_t at = text.size();
    for (size_t n = 0; at > 0; --at) {
      if (text[at - 1] == ' ' && n++ == words) break;
    }
    const std::string_view name = text.substr(at);
    if (!BeginsLarge(name) || !IsName(name, folded.substr(rest), true)) return out;
    out.named = true;
  }
  // "I wish you all the best": nothing of what a sentence is made of may be there.
  out.kind = closing ? SignOff::kClosing : SignOff::kThanks;
  return out;
}

bool IsName(std::string_view text, std::string_view folded, bool loose) {
  constexpr size_t kLongest = 60, kMostWords = 5, kMostTeamWords = 7;
  if (text.empty() || text.size() > kLongest) return false;
  if (text.ends_with('?') || text.ends_with(':') || text.find("  ") != std::string_view::npos)
    return false;
  constexpr size_t kLongestEastAsian = 24;  // bytes
  if (IsEastAsian(text) && text.size() > kLongestEastAsian) return false;
  // "Done." says something; "Anna B." is a name.
  constexpr size_t kInitial = 3;
  const size_t last = text.rfind(' ');
  const bool sentence = text.ends_with('!') ||
                        (text.ends_with('.') &&
                         (last == std::string_view::npos || text.size() - last - 1 > kInitial));
  if (sentence && !loose) return false;
  const std::string_view name = WithoutFrame(text);
  const bool framed = name.data() != text.data();
  if (name.empty() ||
      name.find_first_of("0123456789@:;!?\"<>()[]{}=/\\|#%$+_*") != std::string_view::npos)
    return false;
  size_t count = 0, small = 0, commas = 0;
  bool valid = true, team = false, no_name = false;
  ForWords(folded, [&](std::string_view word, std::string_view between, size_t) {
    const unsigned kinds = KindsOf(word);
    team = team || (kinds & kTeam) != 0;
    no_name = no_name || (kinds & kNoName) != 0 ||
              (!loose && (kinds & (kClosing | kThanks)) != 0 && word.size() > 2);
    commas += between.find(',') != std::string_view::npos ? 1 : 0;
    return ++count <= kMostTeamWords;
  });
  ForWords(name, [&](std::string_view word, std::string_view, size_t) {
    if (!BeginsLarge(word) && !IsParticle(word)) ++small;
    return true;
  });
  // "The shop's support team" begins large, and has few small words.
  if (team && BeginsLarge(name) && count <= kMostTeamWords && small <= 2 && count >= 2)
    return !text.ends_with('.') && !text.ends_with('!');
  if (no_name || count == 0 || count > kMostWords || commas > 1) valid = false;
  if (small > 0 && !(loose || (framed && count <= 2))) valid = false;
  if (small > 2 || (small > 0 && count > 3)) valid = false;
  if (name.find(". ") != std::string_view::npos) {
    // "J. Berg" is one, "Works. Thanks" is none.
    for (size_t at = name.find(". "); at != std::string_view::npos; at = name.find(". ", at + 1)) {
      size_t begin = at;
      while (begin > 0 && IsWordByte(name[begin - 1])) --begin;
      if (at - begin > 3) valid = false;
    }
  }
  return valid;
}

bool IsPostscript(std::string_view folded) {
  constexpr std::string_view kMarks[] = {"p.s", "ps:", "ps.", "ps ",  "ps-",  "p.p.s", "pps",
                                         "pd:", "p.d", "nb:", "n.b.", "p.s:", "з.ы",   "п.с"};
  if (folded == "ps" || folded == "p.s.") return true;
  return std::ranges::any_of(kMarks, [&](auto mark) { return folded.starts_with(mark); });
}

}  // namespace threadlint::mail
