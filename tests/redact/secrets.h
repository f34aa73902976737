// What testdata/every tells of people, and whether a text still does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::test {

struct Secret {
  std::string text;
  std::string group;        // heading of the file
  bool structured = false;  // must not survive; else best effort
};

// testdata/every/secrets.txt
std::vector<Secret> ReadSecrets(const std::string& path);

// Text as a reader's eye or a search could still find something in it: as it is, and without
// blanks, dashes and escapes. In lower case.
std::vector<std::string> FormsOf(std::string_view text);

// True if one of the forms holds the secret in one of the ways in which it can be written.
bool Holds(const std::vector<std::string>& forms, const std::string& secret);

}  // namespace threadlint::test
