// Fields of the form "value; name=value; …" (RFC 2045 section 5.1, RFC 2183, RFC 2231).
#pragma once

#include "mail/mail_note.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

struct Parameter {
  std::string name;   // lower case, without the marks of RFC 2231 ("filename*0*" is "filename")
  std::string value;  // decoded: RFC 2231 continuations, charset and percent; encoded words
                      // (RFC 2047) inside, as Outlook writes them; UTF-8
  std::string bytes;  // quotes and backslashes undone, nothing else: a boundary must be compared
                      // byte for byte
};

struct ParameterizedValue {
  std::string value;  // "text/plain", "attachment": lower case, blanks and comments taken out
  std::vector<Parameter> parameters;  // each name once: the first, but RFC 2231 before plain

  // nullptr if there is none of that (lower-case) name.
  const Parameter* Find(std::string_view name) const;
};

// Never fails. Tolerated: missing semicolons before a parameter, missing closing quotes, unquoted
// values with blanks, backslashes of Windows paths, continuations in any order or with gaps.
ParameterizedValue ParseParameters(std::string_view raw_value, MailNotes& notes);

}  // namespace threadlint::mail
