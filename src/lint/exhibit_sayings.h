// The few sentences of a mail that tell what it is about.
#pragma once

#include <threadlint/exhibit.h>
#include <threadlint/rule.h>

#include <string_view>
#include <vector>

namespace threadlint {

// `text` is the mail's main text whole, as it was read; `read` may be without a reading.
std::vector<ExhibitSaying> FindSayings(std::string_view text, Side side, const ReadMessage& read);

}  // namespace threadlint
