// Which lines of a text its writer wrote, and which were there before: good enough to tell whose
// words they are when mails are linked.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace threadlint::mail {

enum class LineVoice : uint8_t {
  kOwn,
  kQuoted,   // marked, or below the heading of an earlier mail
  kHeading,  // over a quotation: attribution, header block, separator
  kNeither,  // signature, rules, "reply above this line"
};

struct TextLine {
  std::string_view text;  // without quotation marks and outer blanks; empty for an empty line
  uint16_t depth = 0;     // quotation marks before it
  LineVoice voice = LineVoice::kOwn;
};

// The lines of a mail's main text (UTF-8, LF), one each; views into `text`. Linear. Marked are
// lines that begin with '>'; unmarked quotation begins behind the attribution of a mail program
// ("On ... wrote:" and the like in many languages), the header block of Outlook, "Original
// Message", "Forwarded message", a help desk's rule with name and date. Text behind marked lines is
// the writer's again, so that answers between the lines are.
std::vector<TextLine> ReadLines(std::string_view text);

}  // namespace threadlint::mail
