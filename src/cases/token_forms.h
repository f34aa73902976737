// Which form of the catalogue each address or id of an export has.
#pragma once

#include "mail/tokens.h"

#include <threadlint/string_pool.h>

#include <utility>
#include <vector>

namespace threadlint::cases {

class TokenForms {
 public:
  TokenForms() = default;
  // Of the strings that `wanted` marks, by StringId. Several workers look for them: next to none
  // has a form, and to see that takes longer than all that is done with those that have.
  TokenForms(const StringPool& strings, const std::vector<bool>& wanted,
             const mail::TokenCatalogue& catalogue, mail::TokenPlace place, unsigned workers);

  // The form that says most; null if the string has none.
  const mail::TokenMatch* Of(StringId id) const;

 private:
  std::vector<bool> has_;                                     // by StringId
  std::vector<std::pair<StringId, mail::TokenMatch>> found_;  // by StringId
};

}  // namespace threadlint::cases
