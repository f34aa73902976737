// Lines that stand over quoted text: attributions, header blocks, separators, markers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace threadlint::mail {

// All take lines folded by FoldText and trimmed; a line with a quotation mark begins with '>', an
// overlong one is ".". Those that take several are given the line in question and what follows it,
// and answer with the number of lines that they take up; 0 for none. All look at a bounded number
// of lines.

enum class Attribution : uint8_t {
  kNone,
  kLoose,   // "Anna wrote:", or any line with a colon at its end and a time or an address: believed
            // only over marked lines
  kStrict,  // writing, and a time of day or an address: nobody types that by hand
};
struct AttributionLines {
  Attribution kind = Attribution::kNone;
  size_t lines = 0;
};
// Whether one can begin with that line.
bool MayBeginAttribution(std::string_view line);
// "On Mon, 3 May 2021 at 10:05, Anna <anna@shop.example> wrote:", wrapped over up to 6 lines.
AttributionLines FindAttribution(std::span<const std::string_view> lines);

// "From: ... Sent: ... To: ... Subject: ...", in any order, names in bold or not. Below Outlook's
// rule (`below_rule`) the names may be those of a language that the table does not know.
size_t HeaderBlockLines(std::span<const std::string_view> lines, bool below_rule);

enum class QuotationHeading : uint8_t { kNone, kEarlier, kForwarded };
// "-----Original Message-----", "Here is a copy of your request:"; "---------- Forwarded message
// ---------", "Begin forwarded message:".
QuotationHeading FindQuotationHeading(std::string_view line);

// "-------- Oprindelig besked --------": over a header block such words need not be known.
bool IsFramed(std::string_view line);

// A rule, and below it "Anna Berg, May 20, 2018, 07:08" or name and date on two lines.
size_t DatedRuleLines(std::span<const std::string_view> lines);

// Three or more of - _ = * ~ # + and nothing else.
bool IsRule(std::string_view line);
// The rule over the header block that Outlook puts there: underscores alone.
bool IsOutlookRule(std::string_view line);

// "##- Please type your reply above this line -##" and the like.
bool IsReplyMarker(std::string_view line);

// "Your request (48213) has been updated.": what is new stands under the first dated rule below.
bool IsUpdateNotice(std::string_view line);

}  // namespace threadlint::mail
