#include "cases/title.h"

#include "cases/subject.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>

namespace threadlint::cases {
namespace {

void Erase(std::string& text, std::string_view part) {
  const size_t at = part.empty() ? std::string::npos : util::FindIgnoreCase(text, part);
  if (at != std::string::npos) text.erase(at, part.size());
}

// Brackets that held a token and nothing else, and what machines put before the customer's words.
void Tidy(std::string& title) {
  constexpr std::array<std::string_view, 8> kRests = {
      "[]", "()", "[ ]", "( )", "autoreply:", "auto-reply:", "automatic reply:", "[jira]"};
  for (const std::string_view rest : kRests) Erase(title, rest);
}

// "(#123)", "[#123]": a number that a machine put there, whoever's it is.
void DropBracketedNumbers(std::string& title) {
  std::string kept;
  size_t done = 0;
  for (size_t open = title.find_first_of("[("); open != std::string::npos;
       open = title.find_first_of("[(", std::max(open, done) + 1)) {
    size_t at = open + 1;
    if (at < title.size() && title[at] == '#') ++at;
    const size_t digits = at;
    while (at < title.size() && util::IsDigit(title[at])) ++at;
    if (at > digits && at < title.size() && (title[at] == ']' || title[at] == ')')) {
      kept.append(title, done, open - done);
      done = at + 1;
    }
  }
  title = kept.append(title, std::min(done, title.size()));
}

}  // namespace

std::string SubjectWithoutTokens(const Export& mail, const TokenTable& tokens, MessageIndex i) {
  const Message& m = mail.messages[i];
  std::string text(mail[m.subject]);
  for (const TokenUse& use : tokens.Of(m, i))
    if (use.place == TokenPlace::kSubject) Erase(text, mail[tokens.tokens[use.token].text]);
  return text;
}

std::string TitleOf(const Export& mail, const TokenTable& tokens, MessageIndex i) {
  std::string text = SubjectWithoutTokens(mail, tokens, i);
  Tidy(text);
  DropBracketedNumbers(text);
  return NormaliseSubject(text);
}

}  // namespace threadlint::cases
