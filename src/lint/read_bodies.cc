#include "lint/read_bodies.h"

#include "lint/read_headers.h"
#include "lint/sweep.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace threadlint {

Bodies ReadBodies(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Export& mail,
                  const std::vector<MessageIndex>& wanted,
                  const std::vector<MessageIndex>& conversed, const mail::TokenCatalogue& catalogue,
                  const FactReader& facts, std::vector<InputReport>& inputs) {
  struct Read {
    mail::LinkReading links;
    std::optional<Said> said;
    mail::MailNotes notes;
    std::string error;
  };
  Bodies out;
  out.links.reserve(wanted.size());
  out.said.reserve(conversed.size());
  SweepMails(
      options, mail, inventory, limits, wanted,
      [&](MessageIndex i, std::string_view raw, const std::string& error) {
        Read read;
        read.error = error;
        if (!error.empty()) return read;
        const mail::Body body(raw);
        read.links = mail::ReadForLinks(body, catalogue);
        read.notes = body.notes();
        if (mail.messages[i].length > kMostRead) read.notes.Add(mail::MailNote::kTooLarge);
        if (read.links.cut) read.notes.Add(mail::MailNote::kTooMuchText);
        if (std::ranges::binary_search(conversed, i)) {
          read.said = facts.Read(i, body);
          read.notes.Merge(read.said->notes);
        }
        return read;
      },
      [&](MessageIndex i, Read&& read) {
        mail.messages[i].notes |= read.notes.bits();
        out.links.push_back(std::move(read.links));
        if (read.said) out.said.push_back(*std::move(read.said));
        if (read.error.empty()) return;
        const MailFile& file = mail.files[mail.messages[i].file];
        AddNote({source::NoteKind::kChangedWhileRead, file.path, mail.messages[i].offset, true,
                 "the mail could not be read a second time: " + read.error},
                inputs[file.input]);
      },
      kMostRead);
  return out;
}

}  // namespace threadlint
