#include "lint/read_bodies.h"

#include "lint/read_headers.h"
#include "lint/sweep.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace threadlint {

Bodies ReadBodies(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, const Export& mail,
                  const std::vector<MessageIndex>& wanted,
                  const std::vector<MessageIndex>& conversed, const mail::TokenCatalogue& catalogue,
                  const FactReader& facts, std::vector<InputReport>& inputs) {
  struct Read {
    mail::LinkReading links;
    std::optional<Said> said;
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
        if (std::ranges::binary_search(conversed, i)) read.said = facts.Read(i, body);
        return read;
      },
      [&](MessageIndex i, Read&& read) {
        out.links.push_back(std::move(read.links));
        if (read.said) out.said.push_back(*std::move(read.said));
        if (read.error.empty()) return;
        const MailFile& file = mail.files[mail.messages[i].file];
        AddNote({source::NoteKind::kChangedWhileRead, file.path, mail.messages[i].offset, true,
                 "the mail could not be read a second time: " + read.error},
                inputs[file.input]);
      });
  return out;
}

}  // namespace threadlint
