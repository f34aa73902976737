#include "rules/note_fact.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

// "these 812 bytes" differ with the line ends.
std::string WithoutNumbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!util::IsDigit(c)) {
      out += c;
    } else if (!out.ends_with('#')) {
      out += '#';
    }
  }
  return out;
}

// Maildir flags behind the name say what was done with the mail, not which it is.
std::string_view OwnName(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0
  return path.substr(0, std::min(path.find(":2,"), path.find(";2,")));
}

}  // namespace

MailPlaces::MailPlaces(const Export& mail) : mail_(mail) {
  for (uint32_t i = 0; i < mail.files.size(); ++i) files_.try_emplace(mail.files[i].path, i);
}

MessageIndex MailPlaces::At(std::string_view path, uint64_t offset) const {
  const auto file = files_.find(path);
  if (file == files_.end()) return kNoMessage;
  // They stand in the order of their files. The first that ends behind the place has it, or is the
  // next one.
  const auto at = std::ranges::partition_point(mail_.messages, [&](const Message& m) {
    return m.file < file->second || (m.file == file->second && m.offset + m.length <= offset);
  });
  if (at == mail_.messages.end() || at->file != file->second) return kNoMessage;
  return static_cast<MessageIndex>(at - mail_.messages.begin());
}

std::string FactOfNote(const InputNote& note, bool in_mail) {
  // What is said of a whole file may name its path.
  return in_mail ? WithoutNumbers(note.text) : "file " + std::string(OwnName(note.path));
}

}  // namespace threadlint::rules
