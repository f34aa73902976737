#include "forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace threadlint::formats {

std::string WithCrlf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

namespace {

// One more '>' before every line that begins with From, or with '>' and From.
std::string Quoted(const std::string& text, bool also_quoted = true) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at) + 1;
    const std::string line = text.substr(at, end - at);
    const size_t first = line.find_first_not_of('>');
    if (first != std::string::npos && line.compare(first, 5, "From ") == 0 &&
        (first == 0 || also_quoted))
      out += '>';
    out += line;
    at = end;
  }
  return out;
}

}  // namespace

std::vector<Mail> Pick(const std::vector<Mail>& mails, Which which) {
  std::vector<Mail> out;
  for (const Mail& mail : mails)
    if (which == Which::kAll || mail.own == (which == Which::kOwn)) out.push_back(mail);
  return out;
}

std::string AsMbox(const std::vector<Mail>& mails) {
  std::string out;
  for (const Mail& mail : mails)
    out += fmt::format("From MAILER-DAEMON {}\n{}\n", mail.in_mbox, Quoted(mail.text));
  return out;
}

std::string AsMboxo(const std::vector<Mail>& mails) {
  std::string out;
  for (const Mail& mail : mails)
    out += fmt::format("From MAILER-DAEMON {}\n{}\n", mail.in_mbox, Quoted(mail.text, false));
  return out;
}

std::string AsMboxWithStatus(const std::vector<Mail>& mails) {
  std::string out;
  int n = 0;
  for (const Mail& mail : mails) {
    const std::string text = Quoted(mail.text);
    const size_t end = text.find("\n\n") + 1;
    out += fmt::format("From MAILER-DAEMON {}\n{}Status: RO\nX-Status: A\nX-UID: {}\n{}\n",
                       mail.in_mbox, text.substr(0, end), ++n, text.substr(end));
  }
  return out;
}

std::string AsThunderbird(const std::vector<Mail>& mails) {
  std::string out;
  for (const Mail& mail : mails)
    out += fmt::format("From - {}\nX-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n{}\n",
                       mail.in_mbox, Quoted(mail.text));
  return out;
}

std::string AsTakeout(const std::vector<Mail>& mails) {
  std::string out;
  int n = 0;
  for (const Mail& mail : mails) {
    out += fmt::format("From {}@xxx {}\nX-GM-THRID: {}\nX-Gmail-Labels: {}\n{}\n",
                       1795219000000000000 + n++, mail.in_takeout,
                       1795218000000000000 + mail.conversation,
                       mail.own ? "Sent" : "Inbox,Important,Opened", Quoted(mail.text));
  }
  return WithCrlf(out);
}

std::vector<Mail> Shuffled(std::vector<Mail> mails) {
  std::mt19937 random(7);
  std::shuffle(mails.begin(), mails.end(), random);
  return mails;
}

}  // namespace threadlint::formats
