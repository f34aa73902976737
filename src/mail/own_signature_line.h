// What a line below a name can be.
#pragma once

#include <string_view>

namespace threadlint::mail {

struct SignatureLine {
  bool name = false;      // somebody's name, or a name with a telephone number behind it
  bool contact = false;   // telephone, mail or web address, picture
  bool sentence = false;  // says something; then neither of the others
};

// Of a trimmed line and the same folded by FoldText ("." if overlong).
SignatureLine ReadSignatureLine(std::string_view text, std::string_view folded);

}  // namespace threadlint::mail
