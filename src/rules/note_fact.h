// What a finding about a place of a file is about, in words that hold when the file is moved,
// renamed by its mail program or written in another form.
#pragma once

#include <threadlint/finding.h>
#include <threadlint/message.h>

#include <map>
#include <string>
#include <string_view>

namespace threadlint::rules {

// The mails of an export by where they stand.
class MailPlaces {
 public:
  explicit MailPlaces(const Export& mail);

  // The mail in which `offset` of that file lies, or before which it does; kNoMessage if none does.
  MessageIndex At(std::string_view path, uint64_t offset) const;

 private:
  const Export& mail_;
  std::map<std::string_view, uint32_t> files_;  // by path
};

// What a note says of the mail in which its place lies, numbers aside; where it lies in none, the
// file's own name without its folders.
std::string FactOfNote(const InputNote& note, bool in_mail);

}  // namespace threadlint::rules
