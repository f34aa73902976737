// Whether one token is another one that was damaged on the way.
#pragma once

#include <string_view>

namespace threadlint::cases {

// What is likely to have happened, as a clause of a sentence ("it was folded to lower case"); empty
// if the two are simply different. A token has to be longer than one that could differ by chance.
std::string_view NearMiss(std::string_view before, std::string_view after);

}  // namespace threadlint::cases
