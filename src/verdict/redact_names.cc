#include "verdict/redact_names.h"

#include "util/ascii.h"
#include "util/utf8.h"

#include <algorithm>
#include <iterator>

namespace threadlint::verdict {
namespace {

constexpr size_t kMostOwners = 256;  // of a word: more are not told apart

// "ü" as "ue", for who writes it so. Empty where nothing can be written otherwise.
std::string SpelledOut(std::string_view word) {
  struct Spelling {
    std::string_view letter, spelled;
  };
  constexpr Spelling kSpellings[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"},
                                     {"Ö", "oe"}, {"Ü", "ue"}, {"å", "aa"}, {"Å", "aa"},
                                     {"ø", "oe"}, {"Ø", "oe"}};
  std::string out(word);
  bool changed = false;
  for (const Spelling& s : kSpellings)
    for (size_t at = 0; (at = out.find(s.letter, at)) != std::string::npos;
         at += s.spelled.size()) {
      out.replace(at, s.letter.size(), s.spelled);
      changed = true;
    }
  return changed ? out : std::string();
}

// Without what mail programs and desks add: "Ada Verne (Sales)", "Ada Verne via Desk".
std::string_view Bare(std::string_view name) {
  for (const std::string_view mark : {" via ", " (", " | ", " - ", " @ "})
    if (const size_t at = name.find(mark); at != std::string_view::npos && at > 0)
      name = name.substr(0, at);
  return name;
}

}  // namespace

NameIndex NameTable::Add(std::string pseudonym, bool any_case) {
  owners_.push_back({std::move(pseudonym), any_case});
  return static_cast<NameIndex>(owners_.size() - 1);
}

void NameTable::AddWord(NameIndex who, std::string_view word) {
  const auto add = [&](const std::string& folded) {
    if (folded.empty()) return;
    Part& part = parts_[folded];
    if (part.owners.empty()) part.word = ClassOf(folded);
    const auto at = std::ranges::lower_bound(part.owners, who);
    if ((at == part.owners.end() || *at != who) && part.owners.size() < kMostOwners)
      part.owners.insert(at, who);
  };
  add(fold_(word));
  if (const std::string spelled = SpelledOut(word); !spelled.empty()) add(fold_(spelled));
}

void NameTable::AddName(NameIndex who, std::string_view name) {
  name = Bare(name);
  std::string whole;
  for (const NameToken& token : SplitWords(name)) {
    const std::string_view word = name.substr(token.begin, token.end - token.begin);
    const std::string folded = fold_(word);
    if (IsTitle(folded)) continue;
    whole += whole.empty() ? folded : " " + folded;
    AddWord(who, word);
  }
  if (!whole.empty()) whole_.emplace(std::move(whole), who);
}

const NameIndex* NameTable::Whole(std::string_view name) const {
  name = Bare(name);
  std::string whole;
  for (const NameToken& token : SplitWords(name)) {
    const std::string folded = fold_(name.substr(token.begin, token.end - token.begin));
    if (!IsTitle(folded)) whole += whole.empty() ? folded : " " + folded;
  }
  const auto at = whole_.find(whole);
  return at == whole_.end() ? nullptr : &at->second;
}

// Goes over the words of one text.
class NameFinder {
 public:
  NameFinder(const NameTable& table, std::string_view text, std::span<const NameIndex> here)
      : table_(table), text_(text), here_(here), words_(SplitWords(text)) {
    folded_.reserve(words_.size());
    for (const NameToken& w : words_) {
      folded_.push_back(table.fold_(Text(w)));
      parts_.push_back(PartOf(w, folded_.back()));
    }
  }

  std::vector<Masked> Find(const NameTable::Namer& name_anew) {
    std::vector<Masked> out;
    for (size_t i = 0; i < words_.size();) {
      size_t begin = i, end = i;
      std::string pseudonym = parts_[i] != nullptr ? Known(i, end) : std::string();
      const bool known = !pseudonym.empty();
      if (known) {
        if (Extend(out.empty() ? 0 : out.back().end, begin, end))
          pseudonym = name_anew(Folded(begin, end));
      } else if ((end = Introduced(i)) > i) {
        pseudonym = name_anew(Folded(begin, end));
      } else {
        ++i;
        continue;
      }
      out.push_back({words_[begin].begin, words_[end - 1].end, std::move(pseudonym)});
      i = end;
    }
    return out;
  }

 private:
  using Part = NameTable::Part;

  std::string_view Text(const NameToken& w) const { return text_.substr(w.begin, w.end - w.begin); }

  const Part* PartOf(const NameToken& w, const std::string& folded) const {
    if (const auto at = table_.parts_.find(folded); at != table_.parts_.end()) return &at->second;
    if (util::IsAscii(Text(w))) return nullptr;
    const auto at = table_.parts_.find(table_.fold_(SpelledOut(Text(w))));
    return at == table_.parts_.end() ? nullptr : &at->second;
  }

  // What parts the words of one name: " ", "-", ". ", ", ", "_".
  bool Joined(size_t left, size_t right) const {
    constexpr size_t kMost = 2;
    const std::string_view between =
        text_.substr(words_[left].end, words_[right].begin - words_[left].end);
    return !between.empty() && between.size() <= kMost &&
           between.find_first_not_of(" -._,'/") == std::string_view::npos &&
           !(between == ". " && words_[left].end - words_[left].begin > kMost);
  }

  bool IsHyphen(size_t left, size_t right) const {
    return text_.substr(words_[left].end, words_[right].begin - words_[left].end) == "-";
  }

  std::string Folded(size_t begin, size_t end) const {
    std::string out;
    for (size_t k = begin; k < end; ++k) out += out.empty() ? folded_[k] : " " + folded_[k];
    return out;
  }

  // Widens a known name to one that it is a part of: "Efe Adeyemi-Verne" is another person than
  // Ada Verne. `floor`: where the last name ends. True if it is another name now.
  bool Extend(size_t floor, size_t& begin, size_t& end) const {
    bool other = false;
    const bool half = end == begin + 1 && IsTelling(begin);
    while (begin > 0 && words_[begin - 1].begin >= floor && IsHyphen(begin - 1, begin)) {
      --begin;
      other = true;
    }
    for (; end < words_.size() && IsHyphen(end - 1, end); ++end) other = true;
    if (begin == 0 || words_[begin - 1].begin < floor || !Joined(begin - 1, begin)) return other;
    const NameToken& before = words_[begin - 1];
    const std::string_view between = text_.substr(before.end, words_[begin].begin - before.end);
    if (!half || !before.capital || parts_[begin - 1] != nullptr) return other;
    const bool initial = before.end - before.begin == 1;
    if (initial && between.find_first_of(" .") == 0) {
      --begin;
    } else if (between == " " && IsWithin(begin - 1) &&
               ClassOf(folded_[begin - 1]) == NameWord::kName && !IsTitle(folded_[begin - 1]) &&
               !IsGreeting(folded_[begin - 1])) {
      --begin;
      other = true;
    }
    return other;
  }

  // Those of `owners` that own the word too.
  static std::vector<NameIndex> Both(const std::vector<NameIndex>& owners, const Part& part) {
    std::vector<NameIndex> out;
    std::ranges::set_intersection(owners, part.owners, std::back_inserter(out));
    return out;
  }

  NameIndex Choose(const std::vector<NameIndex>& owners) const {
    for (const NameIndex who : owners)
      if (std::ranges::binary_search(here_, who)) return who;
    return owners.front();
  }

  // A name's words from `begin` on; moves `end` behind it. Empty if what stands there is none.
  std::string Known(size_t begin, size_t& end) const {
    std::vector<NameIndex> owners = parts_[begin]->owners;
    end = begin + 1;
    size_t telling = IsTelling(begin) ? 1 : 0, words = 1;
    bool free = parts_[begin]->word == NameWord::kName;
    bool capitals = words_[begin].capital;
    constexpr size_t kMostWords = 8;
    for (size_t next = end;
         next < words_.size() && next < begin + kMostWords && Joined(next - 1, next); ++next) {
      const Part* part = parts_[next];
      if (part == nullptr) {
        if (IsParticle(folded_[next])) continue;
        break;
      }
      std::vector<NameIndex> both = Both(owners, *part);
      if (both.empty()) break;
      owners = std::move(both);
      end = next + 1;
      ++words;
      telling += IsTelling(next) ? 1 : 0;
      free = free || part->word == NameWord::kName;
      capitals = capitals && words_[next].capital;
    }
    const NameIndex who = Choose(owners);
    // A whole name says whose it is in small letters too.
    const bool any_case =
        table_.owners_[who].any_case || (words > 1 && table_.whole_.contains(Folded(begin, end)));
    const bool shown =
        words > 1 ? telling > 0 && (capitals || (any_case && free)) : StandsAlone(begin, any_case);
    if (!shown) {
      end = begin;
      return {};
    }
    return table_.owners_[who].pseudonym;
  }

  bool IsTelling(size_t i) const { return parts_[i]->word != NameWord::kNever; }

  bool StandsAlone(size_t i, bool any_case) const {
    const NameWord word = parts_[i]->word;
    const bool capital = words_[i].capital;
    switch (word) {
      case NameWord::kName:
        return capital || any_case;
      case NameWord::kGuarded:
        return capital && (IsIntroduced(i) || IsAllThereIs() || IsWithin(i));
      case NameWord::kCalendar:
        return capital && IsIntroduced(i);
      case NameWord::kNever:
        return false;
    }
    return false;
  }

  // The text is but that word: a sign-off.
  bool IsAllThereIs() const { return words_.size() == 1; }

  // No sentence begins with it.
  bool IsWithin(size_t i) const {
    size_t at = words_[i].begin;
    while (at > 0 && text_[at - 1] == ' ') --at;
    if (at == 0) return false;
    const char before = text_[at - 1];
    return static_cast<unsigned char>(before) >= 0x80 || util::IsAlnum(before) || before == ',' ||
           before == ';' || before == '-' || before == '&' || before == '/';
  }

  // Behind "Dear", "Mrs", "my neighbour".
  bool IsIntroduced(size_t i) const {
    if (i == 0) return false;
    const std::string& before = folded_[i - 1];
    const std::string_view between =
        text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
    if (IsTitle(before)) return words_[i - 1].capital && (between == " " || between == ". ");
    if (IsGreeting(before)) return between == " " || between == ", ";
    if (IsRelative(before)) return between == " " || between == ", ";
    return before == "name" ? between == ": " : NamesSomebody(i);
  }

  // "my name is", "in the name of", "je m'appelle"
  bool NamesSomebody(size_t i) const {
    constexpr size_t kWords = 2;
    if (i < kWords) return false;
    const std::string& verb = folded_[i - 1];
    const std::string& name = folded_[i - 2];
    return (name == "name" || name == "nombre" || name == "nom") &&
           (verb == "is" || verb == "of" || verb == "ist" || verb == "es" || verb == "est" ||
            verb == "de" || verb == "von");
  }

  // The end of a name that nobody is known by, if one is introduced here; else `i`.
  size_t Introduced(size_t i) const {
    constexpr size_t kMostWords = 5, kShortest = 2;
    if (!IsIntroduced(i)) return i;
    size_t end = i;
    while (end < words_.size() && end - i < kMostWords) {
      const NameToken& w = words_[end];
      if (end > i && !Joined(end - 1, end)) break;
      if (end > i && IsParticle(folded_[end])) {
        ++end;
        continue;
      }
      const NameWord word = ClassOf(folded_[end]);
      if (!w.capital || IsTitle(folded_[end]) || word == NameWord::kNever ||
          word == NameWord::kCalendar || w.end - w.begin < kShortest)
        break;
      ++end;
    }
    while (end > i && IsParticle(folded_[end - 1])) --end;
    return end;
  }

  const NameTable& table_;
  std::string_view text_;
  std::span<const NameIndex> here_;
  std::vector<NameToken> words_;
  std::vector<std::string> folded_;  // by word
  std::vector<const Part*> parts_;   // by word; null: of no name
};

std::vector<Masked> NameTable::Find(std::string_view text, std::span<const NameIndex> here,
                                    const Namer& name_anew) const {
  return NameFinder(*this, text, here).Find(name_anew);
}

}  // namespace threadlint::verdict
