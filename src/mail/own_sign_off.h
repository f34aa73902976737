// Lines with which writers close a mail: "Kind regards,", "Thanks in advance, Anna".
#pragma once

#include <cstdint>
#include <string_view>

namespace threadlint::mail {

enum class SignOff : uint8_t {
  kNone,
  kThanks,   // words of thanks alone: a closing if a name follows
  kClosing,  // words that say nothing but goodbye
};
struct SignOffLine {
  SignOff kind = SignOff::kNone;
  bool named = false;  // the writer's name stands on the same line
};

// Of a trimmed line and the same folded by FoldText. A line that has any other word is none:
// "Thanks, the order number is 123" says something.
SignOffLine ReadSignOff(std::string_view text, std::string_view folded);

// One to five words that can be somebody's name: "Anna Berg", "J. van Dijk", "Anna & Tom",
// "~ anna", "/Tom"; or that of a desk: "Your Harbour Lamps team". `loose`: below a closing, where a
// name may be in small letters.
bool IsName(std::string_view text, std::string_view folded, bool loose);

// "P.S.", "PS:", "PD:": what follows is the writer's again.
bool IsPostscript(std::string_view folded);

}  // namespace threadlint::mail
