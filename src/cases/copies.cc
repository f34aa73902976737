#include "cases/copies.h"

#include "util/sha256.h"

#include <algorithm>
#include <compare>
#include <span>
#include <tuple>

namespace threadlint::cases {
namespace {

// What was read of the header, in an order of its own: copies that differ in nothing that counts
// may take any order.
std::string Parsed(const Export& mail, const Message& m) {
  std::string out;
  const auto add = [&](std::span<const StringId> list) {
    for (const StringId id : list) out.append(mail[id]).append("\n");
    out += '\n';
  };
  add(mail.Recipients(m));
  add(mail.ReplyTo(m));
  add(mail.InReplyTo(m));
  add(mail.References(m));
  add(mail.DeskFields(m));
  out.append(mail[m.from_name]).append("\n").append(mail[m.subject]).append("\n");
  out += std::to_string(m.date) + ' ' + std::to_string(m.provider_thread);
  return out;
}

// The oldest of several mails with one id keeps it for a name, whatever comes later: what was known
// by that name before still is. Mails without a Date come last; trace headers do not count, they
// differ from copy to copy.
struct Oldest {
  bool undated = true;
  int64_t date = 0;
  std::array<uint8_t, 32> digest{};
  auto operator<=>(const Oldest&) const = default;  // NOLINT(modernize-use-nullptr): not written
};

Oldest AgeOf(const Message& m, const Content& content) {
  Oldest out;
  out.date = m.date_source == DateSource::kDate ? m.date : m.date_header;
  out.undated = out.date == 0;
  out.digest = content.digest;
  return out;
}

}  // namespace

std::vector<MessageIndex> MessagesToCompare(const Export& mail) {
  std::vector<uint8_t> seen(mail.strings.size());
  for (const Message& m : mail.messages)
    if (seen[m.message_id] < 2) ++seen[m.message_id];
  seen[0] = 2;  // without an id a mail is told by its content
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (seen[mail.messages[i].message_id] == 2) out.push_back(i);
  return out;
}

void ResolveCopies(Export& mail, const std::vector<MessageIndex>& read,
                   const std::vector<Content>& contents) {
  std::vector<uint32_t> order(read.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  // A mail that a list has passed on comes behind the one that went straight; a left-out copy
  // behind one that takes part.
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Message &x = mail.messages[read[a]], &y = mail.messages[read[b]];
    const std::tuple first(x.message_id, contents[a].digest, x.left_out, bool{x.from_list});
    const std::tuple second(y.message_id, contents[b].digest, y.left_out, bool{y.from_list});
    if (first != second) return first < second;
    // Raw bytes last: line ends and mbox quoting must not decide which Reply-To counts.
    if (const int by = Parsed(mail, x).compare(Parsed(mail, y)); by != 0) return by < 0;
    return std::tie(contents[a].sha256, read[a]) < std::tie(contents[b].sha256, read[b]);
  });

  for (size_t i = 0; i < order.size();) {
    const StringId id = mail.messages[read[order[i]]].message_id;
    size_t end = i;
    size_t different = 0;
    for (; end < order.size() && mail.messages[read[order[end]]].message_id == id; ++end)
      if (end == i || contents[order[end]].digest != contents[order[end - 1]].digest) ++different;
    Oldest oldest;
    for (size_t k = i; k < end; ++k) {
      const Oldest age = AgeOf(mail.messages[read[order[k]]], contents[order[k]]);
      if (k == i || age < oldest) oldest = age;
    }
    bool resent = different > 1;
    for (size_t k = i; k < end; ++k)
      resent = resent && contents[order[k]].undated == contents[order[i]].undated;
    MessageIndex first = kNoMessage;
    StringId name = 0, lasting = 0;
    for (size_t k = i; k < end; ++k) {
      Message& m = mail.messages[read[order[k]]];
      const Content& content = contents[order[k]];
      if (k == i || content.digest != contents[order[k - 1]].digest) {
        first = read[order[k]];
        if (id == 0) {
          name = mail.strings.Intern("sha256:" + content.sha256);
          lasting = mail.strings.Intern("content:" + util::Hex(content.digest));
        } else if (different > 1) {
          name = mail.strings.Intern("<" + std::string(mail[id]) + ">#" +
                                     content.sha256.substr(0, 12));
          lasting = content.digest == oldest.digest
                        ? 0
                        : mail.strings.Intern(std::string(mail[id]) + "#" +
                                              util::Hex(content.digest).substr(0, 12));
        }
      } else {
        m.copy_of = first;
      }
      m.id_collides = id != 0 && different > 1;
      m.resent = id != 0 && resent;
      m.identity = name;
      m.lasting = lasting;
    }
    i = end;
  }
}

}  // namespace threadlint::cases
