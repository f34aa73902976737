#include "lint/read_bodies.h"

#include "lint/read_headers.h"
#include "lint/sweep.h"

#include <utility>

namespace threadlint {

std::vector<mail::LinkReading> ReadBodies(const Options& options,
                                          const source::Inventory& inventory,
                                          const source::Limits& limits, const Export& mail,
                                          const std::vector<MessageIndex>& wanted,
                                          const mail::TokenCatalogue& catalogue,
                                          std::vector<InputReport>& inputs) {
  struct Read {
    mail::LinkReading reading;
    std::string error;
  };
  std::vector<mail::LinkReading> out;
  out.reserve(wanted.size());
  SweepMails(
      options, mail, inventory, limits, wanted,
      [&catalogue](MessageIndex, std::string_view raw, const std::string& error) {
        Read read;
        read.error = error;
        if (error.empty()) read.reading = mail::ReadForLinks(raw, catalogue);
        return read;
      },
      [&](MessageIndex i, Read&& read) {
        out.push_back(std::move(read.reading));
        if (read.error.empty()) return;
        const MailFile& file = mail.files[mail.messages[i].file];
        AddNote({source::NoteKind::kChangedWhileRead, file.path, mail.messages[i].offset, true,
                 "the mail could not be read a second time: " + read.error},
                inputs[file.input]);
      });
  return out;
}

}  // namespace threadlint
