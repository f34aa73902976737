// What a mail's subject says of the matter.
#pragma once

#include "cases/token_table.h"

#include <threadlint/message.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::cases {

// The titles of an export's messages, each once.
class MessageTitles {
 public:
  explicit MessageTitles(size_t messages) : messages_(messages) {}
  void Set(MessageIndex i, std::string_view title) {
    of_.resize(messages_);  // where nobody writes to a desk no mail has one
    of_[i] = titles_.Intern(title);
  }
  std::string_view operator[](MessageIndex i) const {
    return of_.empty() ? std::string_view() : titles_[of_[i]];
  }

 private:
  size_t messages_;
  StringPool titles_;
  std::vector<StringId> of_;
};

// The subject without reply prefixes and list tags (see NormaliseSubject) and without the tokens
// that stand in it. Empty if nothing is left.
std::string TitleOf(const Export& mail, const TokenTable& tokens, MessageIndex i);

// The subject as it is, without the tokens that stand in it.
std::string SubjectWithoutTokens(const Export& mail, const TokenTable& tokens, MessageIndex i);

}  // namespace threadlint::cases
