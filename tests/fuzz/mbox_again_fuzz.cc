// A mailbox written from the mails of another one holds the same mails.
#include "fuzz/framed.h"
#include "fuzz/target.h"

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint::fuzz {
namespace {

bool IsFrom(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('>'), line.size()));
  return line.starts_with("From ");
}

// As mboxrd has it.
std::string Quoted(std::string_view mail) {
  std::string out;
  while (!mail.empty()) {
    const size_t end = mail.find('\n');
    const std::string_view line = mail.substr(0, end == mail.npos ? end : end + 1);
    if (IsFrom(line)) out += '>';
    out += line;
    mail.remove_prefix(line.size());
  }
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

// What begins with no header is no mail to who reads the new mailbox, and a header that nothing
// closes takes in what follows. "From" alone on a line separates mails too, and is never quoted.
bool IsPlain(std::string_view mail) {
  constexpr std::string_view kBegin = "Received: from a by b\n";
  const std::string_view header = mail.substr(0, mail.find("\n\n"));
  return mail.starts_with(kBegin) && header.find("\nFrom ") == header.npos &&
         header.find("\n>") == header.npos && mail.find("\nFrom\n") == mail.npos &&
         mail.find("\n\n") != mail.npos && mail.find('\r') == mail.npos &&
         mail.find("\nContent-Length") == mail.npos;
}

void Run(std::string_view bytes) {
  const std::vector<std::string> mails = MailsOf(bytes, Frame(bytes, source::Format::kMbox, 0));
  if (mails.empty() || !std::ranges::all_of(mails, IsPlain)) return;
  std::string box;
  for (const std::string& mail : mails)
    box += "From MAILER-DAEMON Fri Jul  8 12:08:34 2011\n" + Quoted(mail) + "\n";
  const source::Framing again = Frame(box, source::Format::kMbox, 0);
  const std::vector<std::string> read = MailsOf(box, again);
  Require(read.size() == mails.size(), "as many mails are read as were written");
  const bool quoted = again.quoting == source::Quoting::kMboxrd;
  for (size_t i = 0; i < mails.size(); ++i) {
    std::string written = quoted ? mails[i] : Quoted(mails[i]);
    if (!written.ends_with('\n')) written += '\n';
    if (again.quoting != source::Quoting::kMboxo)
      Require(read[i] == written, "a mail is read as it was written");
  }
}

const Registration kHere{{"mbox_again", Run}};

}  // namespace
}  // namespace threadlint::fuzz
