#include "cases/token_forms.h"

#include "mail/desk_signs.h"
#include "util/ordered_pool.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace threadlint::cases {
namespace {

// Strings that one worker looks at before it hands over what it found.
constexpr size_t kTogether = 4096;

// Of several forms the one of a vendor that the string shows, else a verified one, else a likely
// one; one that many vendors' strings have is none without such a sign.
mail::TokenMatch* Best(std::vector<mail::TokenMatch>& matches, std::string_view text,
                       mail::TokenPlace place, const mail::TokenCatalogue& catalogue) {
  if (matches.empty()) return nullptr;
  const mail::VendorSet vendors =
      place == mail::TokenPlace::kAddress ? mail::VendorsOfAddress(text) : mail::VendorsOfId(text);
  mail::TokenMatch* best = nullptr;
  int best_rank = 0;
  for (mail::TokenMatch& match : matches) {
    const mail::TokenScheme& scheme = catalogue.Schemes()[match.scheme];
    const bool sign = (mail::VendorNamed(scheme.vendor) & vendors) != 0;
    const int rank = sign ? 3 : scheme.ambiguous ? 0 : scheme.established ? 2 : 1;
    if (rank > best_rank) {
      best = &match;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace

TokenForms::TokenForms(const StringPool& strings, const std::vector<bool>& wanted,
                       const mail::TokenCatalogue& catalogue, mail::TokenPlace place,
                       unsigned workers)
    : has_(wanted.size()) {
  using Found = std::vector<std::pair<StringId, mail::TokenMatch>>;
  util::RunOrdered(
      workers, (wanted.size() + kTogether - 1) / kTogether,
      [&](size_t k) {
        Found found;
        const size_t end = std::min(wanted.size(), (k + 1) * kTogether);
        for (size_t id = k * kTogether; id < end; ++id) {
          if (!wanted[id]) continue;
          const std::string_view text = strings[static_cast<StringId>(id)];
          auto matches = catalogue.Find(place, text);
          if (mail::TokenMatch* best = Best(matches, text, place, catalogue); best != nullptr)
            found.emplace_back(static_cast<StringId>(id), std::move(*best));
        }
        return found;
      },
      [&](size_t, Found&& found) {
        for (auto& form : found) {
          has_[form.first] = true;
          found_.push_back(std::move(form));
        }
        return true;
      });
}

const mail::TokenMatch* TokenForms::Of(StringId id) const {
  if (id >= has_.size() || !has_[id]) return nullptr;
  return &std::ranges::lower_bound(found_, id, {}, [](const auto& form) {
            return form.first;
          })->second;
}

}  // namespace threadlint::cases
