#include "mail/content_digest.h"

#include "mail/text_canonical.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

struct CanonicalRow {
  std::string_view text;
  std::string_view canonical;
};

const CanonicalRow kTexts[] = {
    {"", ""},
    {" one\n two\t\xC2\xA0three \n\n", "one two three"},
    {"x\n>From here\n>>From there\n> From a quote\n", "x From here From there > From a quote"},
    {"hi\n_______________________________________________\nusers mailing "
     "list\nhttps://x.example/\n",
     "hi"},
    {"hi\n--\nTo unsubscribe from this list: send a line\n", "hi"},
    {"hi\n-- \nAnna\n____\nusers mailing list\n", "hi -- Anna"},
    {"hi\n____\nusers mailing list\n____\nother mailing list\n", "hi"},
    {"hi\n-- \nAnna Berg\n", "hi -- Anna Berg"},
    {"____\nusers mailing list\n", ""},
    {"> ____\n> users mailing list\n", "> ____ > users mailing list"},
    {"CAUTION: This email originated from outside\nof the company.\n\nhi\n", "hi"},
    {"[EXTERNAL EMAIL]\n\nhi\n", "hi"},
    {"****\nWarning: external sender\n****\nhi\n", "hi"},
    {"Caution is what I ask for\n\nhi\n", "Caution is what I ask for hi"},
};

TEST_CASE("canonical text is what was written") {
  for (const CanonicalRow& row : kTexts) {
    CAPTURE(row.text);
    CHECK(CanonicalText(row.text) == row.canonical);
    CHECK(CanonicalText(CanonicalText(row.text)) == row.canonical);
  }
}

TEST_CASE("canonical subject is without tags of lists and gateways") {
  const struct {
    std::string_view subject, list_id, canonical;
  } rows[] = {
      {"x", "", "x"},
      {"[users] x", "", "x"},
      {"Re: [users] x", "", "Re: x"},
      {"[users] AW: [EXTERNAL] Re:  x  y", "", "AW: Re: x y"},
      {"[Case 123] x", "", "[Case 123] x"},
      {"[b2b] x", "b2b.lists.example.org", "x"},
      {"x [users]", "", "x [users]"},
      {"[] x", "", "[] x"},
      {"[users", "", "[users"},
      {"Re[2]: x", "", "Re[2]: x"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.subject);
    CHECK(CanonicalSubject(row.subject, row.list_id) == row.canonical);
  }
}

const std::string kMail =
    "Message-ID: <1@example.org>\nFrom: Anna <anna@example.org>\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: charger\n";
const std::string kBody = "\nThe charger =3D gone.\nAnna\n";

// The same fields in other words, with CRLF, folded, and with the tag of a list.
const std::string kOtherWriting =
    "Message-ID: <1@example.org>\r\nFrom: \"A. Berg\" <ANNA@example.org>\r\n"
    "Date: 05 Mar 2024 09:00:00 GMT\r\nSubject:\r\n [users] charger\r\n\r\n"
    "The charger =3D gone.\r\nAnna\r\n";

// From as a list rewrites it for DMARC.
const std::string kMunged =
    "Message-ID: <1@example.org>\nFrom: Anna via users <users@lists.example.org>\n"
    "Reply-To: Anna <anna@example.org>\nDate: Tue, 5 Mar 2024 10:00:00 +0100\n"
    "Subject: [users] charger\n";

TEST_CASE("copies that came by different ways have one digest") {
  const ContentDigest digest = DigestContent(kMail + kBody);
  const std::string copies[] = {
      "Received: by x.example\nReturn-Path: <a@b.example>\n" + kMail + "X-Spam: no\n" + kBody,
      kOtherWriting,
      kMail + "Content-Transfer-Encoding: quoted-printable\n\nThe charger =3D3D =\ngone.\nAnna",
      kMail + "Content-Transfer-Encoding: base64\n\nVGhlIGNoYXJnZXIgPTNEIGdvbmUuCkFubmEK\n",
      kMail + kBody + "____________\nusers mailing list\nhttps://lists.example.org/\n",
      kMail + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + kBody +
          "--b\n\n____________\nusers mailing list\n--b--\n",
      kMail + "\n[EXTERNAL] This email originated from outside.\n" + kBody,
      kMunged + kBody,
  };
  for (const std::string& copy : copies) {
    CAPTURE(copy);
    CHECK(DigestContent(copy) == digest);
  }
}

TEST_CASE("mails that say something else have another digest") {
  const std::string mixed = kMail + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + kBody;
  const std::string mails[] = {
      kMail + kBody,
      kMail + "\nThe charger is here.\nAnna\n",
      kMail + "\n> The charger =3D gone.\nAnna\n",
      "From: Ben <ben@example.org>\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: charger\n" +
          kBody,
      "From: anna@example.org\nDate: Tue, 5 Mar 2024 10:00:01 +0100\nSubject: charger\n" + kBody,
      "From: anna@example.org\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: Re: charger\n" +
          kBody,
      "From: anna@example.org\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nSubject: [#1] charger\n" +
          kBody,
      mixed + "--b\nContent-Type: image/png\n\nA\n--b--\n",
      mixed + "--b\nContent-Type: image/png\n\nB\n--b--\n",
      mixed + "--b\nContent-Type: image/png\n\nA\n--b\nContent-Type: image/png\n\nB\n--b--\n",
      mixed + "--b\nContent-Type: text/html\n\nmore\n--b--\n",
      mixed + "--b\nContent-Type: message/rfc822\n\nSubject: in\n\nmore\n--b--\n",
  };
  for (const std::string& a : mails)
    for (const std::string& b : mails) CHECK((&a == &b) == (DigestContent(a) == DigestContent(b)));
}

TEST_CASE("an attachment that is not encoded is kept with the line ends of the system") {
  const auto digest = [](const std::string& body) {
    return DigestContent("From: a@x.example\nContent-Type: application/json\n\n" + body);
  };
  const ContentDigest plain = digest("{\nFrom me\n}\n");
  CHECK(digest("{\r\nFrom me\r\n}\r\n\r\n") == plain);
  CHECK(digest("{\n>From me\n}") == plain);
  CHECK_FALSE(digest("{\nFrom you\n}\n") == plain);
}

}  // namespace
}  // namespace threadlint::mail
