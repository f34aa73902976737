#pragma once

#include "letter.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace threadlint::bench {

// "On 22 Apr 2024 at 09:14, Maria Thorne <maria@postbox.example> wrote:"
std::string QuoteLead(const Manner& manner, const Shown& answered);
// From:, Sent:, To:, Subject: and what stands behind them.
std::array<std::pair<std::string_view, std::string>, 4> QuoteBlock(const Manner& manner,
                                                                   const Shown& answered);
std::string_view ReplyAbove(Language language);

}  // namespace threadlint::bench
