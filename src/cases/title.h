// What a mail's subject says of the matter.
#pragma once

#include "cases/token_table.h"

#include <threadlint/message.h>

#include <string>

namespace threadlint::cases {

// The subject without reply prefixes and list tags (see NormaliseSubject) and without the tokens
// that stand in it. Empty if nothing is left.
std::string TitleOf(const Export& mail, const TokenTable& tokens, MessageIndex i);

// The subject as it is, without the tokens that stand in it.
std::string SubjectWithoutTokens(const Export& mail, const TokenTable& tokens, MessageIndex i);

}  // namespace threadlint::cases
