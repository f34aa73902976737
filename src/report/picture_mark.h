// The sign of a strand: a colour and a form, so that nobody has to tell colours apart.
#pragma once

#include <cstdint>
#include <string>

namespace threadlint::report {

// Class "s0" … of html_page.css.
std::string StrandClass(uint32_t strand, bool loose);

// Path of the sign of a mail that no finding cites, about that point.
std::string SignPath(uint32_t strand, int x, int y);

// Corners of the box with the number of an exhibit: round and square by turns.
int BoxCorner(uint32_t strand);

// A line with the sign on it, as a small SVG for the key.
std::string StrandSample(uint32_t strand, bool loose);

}  // namespace threadlint::report
