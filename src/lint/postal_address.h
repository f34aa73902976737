// Addresses of houses in running text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint {

// Ranges of the text: a street with its number, and what stands between it and a postcode
// (`postcodes`, ranges too, in order). What is recognised: "7 Ravenscar Terrace, Whitby YO90 9ZX",
// "Am Alten Markt 3, 99998 Neudorf", "12 rue des Lilas", "ul. Zielona 14". Linear.
std::vector<std::pair<size_t, size_t>> FindPostalAddresses(
    std::string_view text, const std::vector<std::pair<size_t, size_t>>& postcodes);

}  // namespace threadlint
