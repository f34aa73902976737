// The colours of the stylesheet against WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for graphics.
#include "report/html_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {
namespace {

using Theme = std::map<std::string, double>;  // name → relative luminance

double Luminance(std::string_view hex) {
  const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double Contrast(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

// What each ":root { … }" of the stylesheet sets: light, dark, paper.
std::vector<Theme> Themes() {
  std::vector<Theme> out;
  const std::string style(HtmlStyle());
  for (size_t at = style.find(":root {"); at != style.npos; at = style.find(":root {", at + 1)) {
    Theme theme;
    const std::string body = style.substr(at, style.find('}', at) - at);
    for (size_t name = body.find("--"); name != body.npos; name = body.find("--", name + 1)) {
      const size_t colon = body.find(": #", name);
      theme[body.substr(name + 2, colon - name - 2)] = Luminance(body.substr(colon + 2, 7));
    }
    out.push_back(theme);
  }
  return out;
}

TEST_CASE("contrast of black and white") {
  CHECK(Contrast(Luminance("#000000"), Luminance("#ffffff")) == doctest::Approx(21));
  CHECK(Contrast(Luminance("#767676"), Luminance("#ffffff")) ==
        doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("every colour can be seen and read in every theme") {
  const std::vector<Theme> themes = Themes();
  REQUIRE(themes.size() == 3);
  for (size_t i = 0; i < themes.size(); ++i) {
    const Theme& theme = themes[i];
    CAPTURE(i);
    // Text, also as the colour of the paper on a ground of that colour (numbers in the picture).
    for (const char* name :
         {"ink", "quiet", "link", "error", "warning", "note", "s0", "s1", "s2", "s3", "s4", "s5"}) {
      CAPTURE(name);
      if (i < 2 || theme.contains(name)) {
        CHECK(Contrast(theme.at(name), theme.at("paper")) >= 4.5);
        CHECK(Contrast(theme.at(name), theme.at("shade")) >= 4.5);
      }
    }
    if (i < 2) CHECK(Contrast(theme.at("focus"), theme.at("paper")) >= 3);
  }
}

}  // namespace
}  // namespace threadlint::report
