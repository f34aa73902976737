// Texts with pseudonyms in place of what tells who somebody is.
#pragma once

#include "verdict/pseudonyms.h"
#include "verdict/redact_names.h"
#include "verdict/redact_people.h"
#include "verdict/redaction.h"

#include <threadlint/report.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace threadlint::verdict {

class TextMask {
 public:
  TextMask(const Redaction& redaction, const Report& report, Pseudonyms& pseudonyms,
           People& people);

  // What somebody wrote. `here`: who is likely to be meant, sorted.
  std::string Free(std::string_view text, std::span<const NameIndex> here = {});
  // The same of a text that nothing was cut off from, as long as it may be.
  std::string Whole(std::string_view text, std::span<const NameIndex> here = {}) {
    return Mask(text, here, false);
  }
  // From now on what is replaced is counted there, by kind; null: nowhere.
  using Tally = std::map<std::string_view, uint64_t>;
  void Count(Tally* tally) { tally_ = tally; }
  // "file#A.jpg"; empty for none.
  std::string FileName(std::string_view name);
  // A sentence of ours, with addresses, numbers and quoted subjects in it.
  std::string Own(std::string_view text, std::span<const NameIndex> here = {});
  // "To: =?utf-8?q?...?= <ada@mail.example>".
  std::string Header(std::string_view field, std::span<const NameIndex> here = {});
  // A Message-ID without brackets.
  std::string Id(std::string_view id) const { return IdOf(pseudonyms_, id); }
  static std::string IdOf(const Pseudonyms& pseudonyms, std::string_view id);
  // What reports call a message: "<id>", "<id>#hash", "sha256:hash".
  std::string MessageCalled(std::string_view name) const {
    return CalledInstead(pseudonyms_, name);
  }
  static std::string CalledInstead(const Pseudonyms& pseudonyms, std::string_view name);

 private:
  std::string Mask(std::string_view text, std::span<const NameIndex> here, bool own);
  void MaskIds(std::string_view text, std::vector<Masked>& out) const;
  void MaskHosts(std::string_view text, std::vector<Masked>& out);
  std::string InsteadOf(std::string_view text, const Secret& secret, bool own);
  std::string Number(const Secret& secret, std::string_view there);
  bool IsId(std::string_view text) const;
  std::string Apply(std::string_view text, std::vector<Masked>& masked);
  void Tell(std::string_view kind) {
    if (tally_ != nullptr) ++(*tally_)[kind];
  }

  const Redaction& redaction_;
  const Export& mail_;
  Pseudonyms& pseudonyms_;
  People& people_;
  Tally* tally_ = nullptr;
  std::vector<bool> ids_;                                // by StringId
  std::unordered_map<std::string, std::string> tokens_;  // in reply addresses, by normal form
  std::unordered_set<std::string> tickets_;              // in subjects, in normal form
};

}  // namespace threadlint::verdict
