// Names of people and desks, and where they stand in texts.
#pragma once

#include "verdict/redact_words.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadlint::verdict {

// A stretch of a text and what is to stand there instead.
struct Masked {
  size_t begin = 0, end = 0;
  std::string with;
  std::string_view kind = "name";  // of what stood there
};

using NameIndex = uint32_t;  // who a name stands for

class NameTable {
 public:
  using Fold = std::string (*)(std::string_view);
  explicit NameTable(Fold fold) : fold_(fold) {}

  // `any_case`: his name is looked for in small letters too.
  NameIndex Add(std::string pseudonym, bool any_case);
  // All of the name, and its parts. A name that two have is the first one's where nothing tells.
  void AddName(NameIndex who, std::string_view name);
  // A word by itself: half of an address, a domain.
  void AddWord(NameIndex who, std::string_view word);

  const std::string& Pseudonym(NameIndex who) const { return owners_[who].pseudonym; }
  // Who is called just that; null if nobody is.
  const NameIndex* Whole(std::string_view name) const;

  // Gives a pseudonym to a name that is nobody's yet, for example behind "Mrs"; its words folded.
  using Namer = std::function<std::string(const std::string& folded)>;
  // Names in the text, in order, that do not overlap. `here`: who is likely to be meant, sorted.
  std::vector<Masked> Find(std::string_view text, std::span<const NameIndex> here,
                           const Namer& name_anew) const;

 private:
  struct Owner {
    std::string pseudonym;
    bool any_case = false;
  };
  struct Part {
    NameWord word = NameWord::kName;
    std::vector<NameIndex> owners;  // ascending
  };
  friend class NameFinder;

  Fold fold_;
  std::vector<Owner> owners_;
  std::unordered_map<std::string, Part> parts_;       // by folded word
  std::unordered_map<std::string, NameIndex> whole_;  // by folded words
};

// Words of letters, as names are made of.
struct NameToken {
  size_t begin = 0, end = 0;
  bool capital = false;  // begins with a capital letter
};
std::vector<NameToken> SplitWords(std::string_view text);

}  // namespace threadlint::verdict
