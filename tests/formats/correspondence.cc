#include "correspondence.h"

#include <fmt/format.h>

namespace threadlint::formats {
namespace {

constexpr const char* kOwner = "Maria Thorne <maria@postbox.example>";

// Mail i of a case is of the desk where i is odd. Desk mails come with what such mails are made of:
// folded fields, encoded words, several parts, lines that look like an mbox.
struct CasePlan {
  const char* subject;
  std::vector<std::string> tokens;  // of each mail: empty for an address without one
};

std::string Body(int conversation, int i) {
  if (i % 4 == 1) {
    return fmt::format(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=\"=_p{0}{1}\"\n\n"
        "This is a message in parts.\n--=_p{0}{1}\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Thank you for part {1}, it is gr=C3=BCn. This line is longer than what is sent in one=\n"
        " line.\n--=_p{0}{1}\nContent-Type: image/png; name=\"label.png\"\n"
        "Content-Disposition: attachment; filename=\"label.png\"\n"
        "Content-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\n"
        "--=_p{0}{1}--\n",
        conversation, i);
  }
  return fmt::format(
      "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: 8bit\n\nThis is mail {1} of matter {0}, with a Größe.\n\n"
      "From here on nothing was said for long.\n\n>From me too.\n\n.\n",
      conversation, i);
}

Mail MakeMail(const CasePlan& plan, int conversation, int i) {
  const std::string& token = plan.tokens[static_cast<size_t>(i)];
  const std::string desk =
      fmt::format("\"Larkspur Customer Service\" <cs-reply{}{}@larkspur.example>",
                  token.empty() ? "" : "+", token);
  const int day = 2 + i * 3 + conversation;  // of April 2024, which begins with a Monday
  const char* weekday[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const char* name = weekday[day % 7];
  Mail mail;
  mail.own = i % 2 == 0;
  mail.conversation = conversation;
  mail.in_mbox = fmt::format("{} Apr {:2} 10:00:00 2024", name, day);
  mail.in_takeout = fmt::format("{} Apr {:02} 10:00:00 +0000 2024", name, day);
  std::string& text = mail.text;
  if (!mail.own) {
    text += fmt::format(
        "Received: from mta7.larkspur.example (mta7.larkspur.example [192.0.2.47])\n"
        "\tby mx2.postbox.example with ESMTPS; {}, {} Apr 2024 10:00:04 +0000\n",
        name, day);
  }
  text += fmt::format("Date: {}, {} Apr 2024 10:00:00 +0000\n", name, day);
  if (mail.own) {
    text += fmt::format("From: {}\nTo: {}\n", kOwner, desk);
  } else {
    text += "From: \"Larkspur Customer Service\" <cs-reply@larkspur.example>\n";
    if (!token.empty()) text += fmt::format("Reply-To: {}\n", desk);
    text += fmt::format("To: {}\n", kOwner);
  }
  text += fmt::format("Message-ID: <c{}.{}@mail.example>\n", conversation, i);
  if (i > 0) {
    text += fmt::format("In-Reply-To: <c{}.{}@mail.example>\nReferences:", conversation, i - 1);
    for (int k = 0; k < i; ++k) text += fmt::format("\n <c{}.{}@mail.example>", conversation, k);
    text += "\n";
  }
  text += fmt::format("Subject: {}{}\n", i > 0 ? "Re: " : "", plan.subject);
  text += Body(conversation, i);
  return mail;
}

}  // namespace

std::vector<Mail> MakeCorrespondence() {
  const std::string a = "A3SC11E84PLJUR", b = "A1QX90Z2KKM4TD", c = "A7HH20B6RRN8VW";
  const CasePlan changed = {"Espresso machine arrived with a =?utf-8?Q?br=C3=BCchig?= tank",
                            {"", a, a, a, a, b, b, b}};
  const CasePlan removed = {"=?utf-8?B?w4RyZ2VyIG1pdCBkZXIgTGFtcGU=?=", {"", c, c, c, c, "", ""}};
  std::vector<Mail> mails;
  for (int i = 0; i < 8; ++i) {
    mails.push_back(MakeMail(changed, 1, i));
    if (i < 7) mails.push_back(MakeMail(removed, 2, i));
  }
  Mail lonely;
  lonely.conversation = 3;
  lonely.in_mbox = "Mon Apr 29 08:00:00 2024";
  lonely.in_takeout = "Mon Apr 29 08:00:00 +0000 2024";
  lonely.text = fmt::format(
      "Date: Mon, 29 Apr 2024 08:00:00 +0000\nFrom: Tom <tom@friends.example>\nTo: {}\n"
      "Message-ID: <tom.1@friends.example>\nIn-Reply-To: <gone@postbox.example>\n"
      "Subject: Re: Sunday\n\nYes, at four.\n",
      kOwner);
  mails.push_back(lonely);
  return mails;
}

}  // namespace threadlint::formats
