#include "facts/signer.h"

#include "facts/value.h"
#include "facts/value_scan.h"
#include "mail/link_fold.h"
#include "mail/own_sign_off.h"
#include "mail/own_sign_off_words.h"
#include "util/ascii.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace threadlint::facts {
namespace {

constexpr size_t kNone = std::string_view::npos;

// Of a department's name.
bool IsTeamWord(std::string_view folded, const Languages& languages) {
  return languages.IsTeamWord(folded) ||
         std::ranges::any_of(mail::SignOffTable(), [&](const mail::SignOffWords& row) {
           return values::IsOneOf(folded, row.teams);
         });
}

template <typename Take>
void ForWords(std::string_view folded, const Take& take) {
  for (size_t at = 0; at < folded.size();) {
    const auto is_letter = [&](size_t i) {
      return util::IsAlnum(folded[i]) || static_cast<unsigned char>(folded[i]) >= 0x80;
    };
    size_t end = at;
    while (end < folded.size() && is_letter(end)) ++end;
    if (end > at) take(folded.substr(at, end - at));
    at = end + 1;
  }
}

// "Mira, Player Support", "Kyle @ Shop", "Anna Berg (Claims)": what comes before the mark.
std::string_view BeforeTitle(std::string_view line) {
  for (const std::string_view mark :
       {",", " | ", " @ ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "(", " from ", " at "})
    if (const size_t at = line.find(mark); at != kNone && at > 1) line = line.substr(0, at);
  return util::Trim(line);
}

// Behind "Kind regards, " on the same line.
std::string_view BehindClosing(std::string_view line) {
  const size_t comma = line.find(", ");
  return comma == kNone ? std::string_view() : util::Trim(line.substr(comma + 2));
}

}  // namespace

std::vector<WordId> WordsOfName(std::string_view name) {
  constexpr std::string_view kTitles[] = {"mr", "mrs", "ms", "miss", "dr", "frau", "herr", "sir"};
  std::vector<WordId> out;
  ForWords(mail::FoldText(name), [&](std::string_view word) {
    if (std::ranges::find(kTitles, word) == std::end(kTitles))
      out.push_back(static_cast<WordId>(StableHash(word)));
  });
  return out;
}

std::optional<std::string_view> FindSigner(std::span<const mail::TextLine> lines,
                                           const Languages& languages) {
  constexpr size_t kMostLines = 4;  // a name stands among the first of a signature
  size_t seen = 0;
  for (const mail::TextLine& line : lines) {
    if (mail::IsOthersVoice(line.voice) || line.voice == mail::LineVoice::kHeading) {
      if (seen > 0) break;
      continue;
    }
    if (line.voice != mail::LineVoice::kSignature || line.text.empty()) continue;
    if (++seen > kMostLines) break;
    const std::string folded = mail::FoldText(line.text);
    const mail::SignOffLine closing = mail::ReadSignOff(line.text, folded);
    if (closing.kind != mail::SignOff::kNone && !closing.named) continue;
    std::string_view name = line.text;
    if (closing.named) name = BehindClosing(name);
    name = BeforeTitle(name);
    if (name.empty() || !mail::IsName(name, mail::FoldText(name), true)) continue;
    bool team = false;
    ForWords(mail::FoldText(name),
             [&](std::string_view word) { team = team || IsTeamWord(word, languages); });
    if (team) return std::nullopt;
    return name;
  }
  return std::nullopt;
}

}  // namespace threadlint::facts
