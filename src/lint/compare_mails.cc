#include "lint/compare_mails.h"

#include "cases/copies.h"
#include "lint/read_headers.h"
#include "lint/sweep.h"
#include "mail/content_digest.h"
#include "util/sha256.h"

namespace threadlint {
namespace {

struct ReadContent {
  cases::Content content;
  std::string error;
};

}  // namespace

void CompareMails(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Export& mail,
                  std::map<MessageIndex, std::string>& sha256, std::vector<InputReport>& inputs) {
  const std::vector<MessageIndex> wanted = cases::MessagesToCompare(mail);
  std::vector<cases::Content> contents;
  contents.reserve(wanted.size());
  SweepMails(
      options, mail, inventory, limits, wanted,
      [](MessageIndex, std::string_view raw, const std::string& error) {
        ReadContent out;
        out.error = error;
        const mail::ContentDigest digest = mail::DigestContent(raw);
        out.content.digest = digest.content;
        out.content.undated = digest.undated;
        out.content.sha256 = util::Hex(util::Sha256Of(raw));
        return out;
      },
      [&](MessageIndex i, ReadContent&& read) {
        sha256[i] = read.content.sha256;
        contents.push_back(std::move(read.content));
        if (read.error.empty()) return;
        const MailFile& file = mail.files[mail.messages[i].file];
        AddNote({source::NoteKind::kChangedWhileRead, file.path, mail.messages[i].offset, true,
                 "the mail could not be read a second time: " + read.error},
                inputs[file.input]);
      });
  contents.resize(wanted.size());  // shorter only when the run was interrupted
  cases::ResolveCopies(mail, wanted, contents);
}

}  // namespace threadlint
