// Whose words the lines of a mail are: its writer's, those of an earlier mail, or nobody's (what
// programs, desks and gateways put around them).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace threadlint::mail {

enum class LineVoice : uint8_t {
  kOwn,         // what the writer of this mail says
  kQuoted,      // of an earlier mail: marked, or below its heading
  kHeading,     // over a quotation or a forwarded mail: attribution, header block, separator
  kForwarded,   // of a mail that is passed on
  kSignature,   // sign-off, name, title, address; "Sent from my phone"
  kDisclaimer,  // confidentiality, registered office, environment
  kFooter,      // of surveys, advertising, apps, mailing lists, gateways
  kMarker,      // rules, "reply above this line", a gateway's warning
};

struct TextLine {
  std::string_view text;  // without quotation marks and outer blanks; empty for an empty line
  uint16_t depth = 0;     // quotation marks before it
  LineVoice voice = LineVoice::kOwn;
};

// The lines of a mail's main text (UTF-8, LF), one each, in order; views into `text`, so that a
// line's range there is text.data() - given.data() on. Linear. Marked are lines that begin with
// '>'; unmarked quotation begins behind the attribution of a mail program ("On ... wrote:" and the
// like in many languages), the header block of Outlook, "Original Message", "Forwarded message", a
// help desk's rule with name and date. Text behind marked lines is the writer's again, so that
// answers between the lines are. An empty line has the voice of what stands around it; it may be
// kOwn next to any.
std::vector<TextLine> ReadLines(std::string_view text);

// Words of somebody else that stand in this mail.
constexpr bool IsOthersVoice(LineVoice voice) {
  return voice == LineVoice::kQuoted || voice == LineVoice::kForwarded;
}

}  // namespace threadlint::mail
