// Lines that stand over quoted text: attributions, header blocks, separators, markers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace threadlint::mail {

// All take lines folded by FoldText and trimmed. Those that take several are given the line in
// question and what follows it, and answer with the number of lines that they take up; 0 for none.

enum class Attribution : uint8_t {
  kNone,
  kLoose,   // "Anna wrote:": believed only over marked lines
  kStrict,  // with a time of day or an address besides: nobody writes that by hand
};
struct AttributionLines {
  Attribution kind = Attribution::kNone;
  size_t lines = 0;
};
// "On Mon, 3 May 2021 at 10:05, Anna <anna@shop.example> wrote:", wrapped over up to 4 lines.
AttributionLines FindAttribution(std::span<const std::string> lines);

// "From: ... Sent: ... To: ... Subject: ...", in any order, names in bold or not.
size_t HeaderBlockLines(std::span<const std::string> lines);

// "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded
// message:", "Here is a copy of your request:".
bool IsQuotationHeading(std::string_view line);

// A rule, and below it "Anna Berg, May 20, 2018, 07:08" or name and date on two lines.
size_t DatedRuleLines(std::span<const std::string> lines);

// Four or more of - _ = * ~ # and nothing else.
bool IsRule(std::string_view line);

// "##- Please type your reply above this line -##" and the like.
bool IsReplyMarker(std::string_view line);

// "Your request (48213) has been updated.": what is new stands under the first dated rule below.
bool IsUpdateNotice(std::string_view line);

// "Sent from my phone": a signature that programs add.
bool IsDeviceSignature(std::string_view line);

}  // namespace threadlint::mail
