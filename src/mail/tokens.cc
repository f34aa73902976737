#include "mail/tokens.h"

#include "mail/token_decode.h"
#include "util/ascii.h"
#include "util/regex_set.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

namespace threadlint::mail {
namespace {

constexpr size_t kMostText = size_t{1} << 20;
constexpr size_t kPlaces = 4;  // kAddress to kBody; one place more for each header field

bool IsWhole(TokenPlace place) { return place == TokenPlace::kAddress || place == TokenPlace::kId; }

util::RegexPattern PatternOf(const TokenScheme& scheme) {
  return {scheme.pattern, scheme.folds || scheme.place == TokenPlace::kAddress};
}

void CheckSchemes(std::span<const TokenScheme> schemes) {
  std::set<std::string_view> names;
  for (const TokenScheme& scheme : schemes) {
    if (!names.insert(scheme.name).second) {
      throw std::invalid_argument("token scheme '" + scheme.name + "' stands twice");
    }
    const std::string error = util::RegexSet::ErrorIn(PatternOf(scheme));
    if (!error.empty()) {
      throw std::invalid_argument("token scheme '" + scheme.name + "': " + error);
    }
  }
}

}  // namespace

namespace internal {
std::string_view BuiltInTokens();  // the text of tokens.tsv; src/mail/CMakeLists.txt writes it
}

// What is searched for in one kind of place.
struct TokenCatalogue::Place {
  std::string header;
  std::vector<uint16_t> schemes;  // by pattern of the set
  std::vector<TokenKey> keys;
  util::RegexSet set;

  Place(std::string_view header_name, std::span<const TokenScheme> all, TokenPlace place)
      : header(header_name), set(Collect(all, place), Mode(place)) {}

  static util::RegexSet::Mode Mode(TokenPlace place) {
    return IsWhole(place) ? util::RegexSet::Mode::kWhole : util::RegexSet::Mode::kSearch;
  }

  std::vector<util::RegexPattern> Collect(std::span<const TokenScheme> all, TokenPlace place) {
    std::vector<util::RegexPattern> patterns;
    for (size_t i = 0; i < all.size(); ++i) {
      const TokenScheme& scheme = all[i];
      if (scheme.place != place || scheme.header != header) continue;
      try {
        keys.emplace_back(scheme.decode);
      } catch (const std::invalid_argument& error) {
        throw std::invalid_argument("token scheme '" + scheme.name + "': " + error.what());
      }
      schemes.push_back(static_cast<uint16_t>(i));
      patterns.push_back(PatternOf(scheme));
    }
    return patterns;
  }

  std::vector<TokenMatch> Find(std::string_view text, std::span<const TokenScheme> all) const {
    std::vector<TokenMatch> found;
    set.Find(text.substr(0, kMostText),
             [&](size_t pattern, std::span<const std::string_view> groups) {
               std::optional<std::string> key = keys[pattern].Of(groups);
               if (!key) return;
               const uint16_t scheme = schemes[pattern];
               if (all[scheme].folds) *key = util::LowerAscii(*key);
               const auto begin = static_cast<size_t>(groups[0].data() - text.data());
               found.push_back({scheme, *std::move(key), begin, begin + groups[0].size()});
             });
    std::sort(found.begin(), found.end(), [](const TokenMatch& a, const TokenMatch& b) {
      return std::pair(a.begin, a.scheme) < std::pair(b.begin, b.scheme);
    });
    return found;
  }
};

TokenCatalogue::TokenCatalogue(std::vector<TokenScheme> schemes)
    : TokenCatalogue((CheckSchemes(schemes), std::move(schemes)), Checked{}) {}

TokenCatalogue::TokenCatalogue(std::vector<TokenScheme> schemes, Checked)
    : schemes_(std::move(schemes)) {
  if (schemes_.size() > UINT16_MAX) throw std::invalid_argument("too many token schemes");
  for (size_t i = 0; i < kPlaces; ++i) {
    places_.push_back(std::make_unique<Place>("", schemes_, static_cast<TokenPlace>(i)));
  }
  std::set<std::string_view> headers;
  for (const TokenScheme& scheme : schemes_) {
    if (scheme.place == TokenPlace::kHeader) headers.insert(scheme.header);
  }
  for (const std::string_view header : headers) {
    places_.push_back(std::make_unique<Place>(header, schemes_, TokenPlace::kHeader));
  }
}

TokenCatalogue::~TokenCatalogue() = default;

const TokenCatalogue& TokenCatalogue::BuiltIn() {
  // Its rows are checked by the tests, so that no start of the program has to.
  static const TokenCatalogue catalogue(ReadTokenSchemes(internal::BuiltInTokens()), Checked{});
  return catalogue;
}

std::vector<TokenMatch> TokenCatalogue::Find(TokenPlace place, std::string_view text) const {
  const auto index = static_cast<size_t>(place);
  if (index >= kPlaces) return {};
  return places_[index]->Find(text, schemes_);
}

std::vector<TokenMatch> TokenCatalogue::FindInHeader(std::string_view name,
                                                     std::string_view value) const {
  for (size_t i = kPlaces; i < places_.size(); ++i) {
    if (places_[i]->header == name) return places_[i]->Find(value, schemes_);
  }
  return {};
}

}  // namespace threadlint::mail
