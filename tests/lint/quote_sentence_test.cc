#include "lint/quote_sentence.h"

#include "../support/temp_folder.h"
#include "mail/link_reading.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace threadlint {
namespace {

constexpr std::string_view kSentence = "I paid 49.90 euros for the lamp that came without a shade.";

uint64_t Skeleton() {
  const std::string raw = "\n" + std::string(kSentence);
  const mail::LinkReading reading =
      mail::ReadForLinks(mail::Body(raw), mail::TokenCatalogue::BuiltIn());
  return reading.own_figures.at(0).skeleton;
}

// The line of the raw mail that the quote begins on, 1-based, and its text.
std::string Found(std::string_view raw, mail::LineVoice voice, size_t longest = 1000) {
  const Quote quote = QuoteSentence(raw, voice, Skeleton(), longest);
  const auto line =
      1 + std::count(raw.begin(), raw.begin() + static_cast<ptrdiff_t>(quote.offset), '\n');
  return std::to_string(line) + " " + quote.text;
}

TEST_CASE("a sentence is quoted without its line ends, from where it begins") {
  const std::string expected(kSentence);
  const std::string raw =
      "Subject: x\n\nHello,\n\nno. I paid 49.90 euros for the\nlamp that came without a "
      "shade.\n\n> So: I paid 39.90\n> No.\n";
  CHECK(Found(raw, mail::LineVoice::kOwn) == "5 " + expected);
  CHECK(Found(raw, mail::LineVoice::kOwn, 12) == "5 I paid 49.90");
  CHECK(Found(raw, mail::LineVoice::kQuoted) == "1 ");
  CHECK(Found("Subject: x\n\nNo.\n\n> " + expected, mail::LineVoice::kQuoted) == "5 " + expected);
}

TEST_CASE("of several like beginnings the right one is found") {
  const std::string other = "I paid 49.90 euros for the lamp, and that was all.\n";
  const std::string expected(kSentence);
  CHECK(Found("\n" + other + "\n> " + other + "> " + expected + "\n> " + other,
              mail::LineVoice::kQuoted) == "5 " + expected);
}

TEST_CASE("encoded text is quoted decoded; its line where it can be told") {
  const std::string expected(kSentence);
  CHECK(Found("Content-Transfer-Encoding: quoted-printable\n\nNo.\n\nI paid 49.90 euros for the "
              "la=\nmp that came without a shade.\n",
              mail::LineVoice::kOwn) == "5 " + expected);
  CHECK(Found("Content-Type: text/html\n\n<p>No.</p>\n<blockquote>I paid 49.90 euros for the "
              "<b>lamp</b> that came\nwithout a shade.</blockquote>",
              mail::LineVoice::kQuoted) == "4 " + expected);
  CHECK(Found("Content-Transfer-Encoding: base64\n\nSSBwYWlkIDQ5LjkwIGV1cm9zIGZvciB0aGUgbGFtcCB0"
              "aGF0IGNhbWUgd2l0aG91dCBhIHNoYWRlLgo=\n",
              mail::LineVoice::kOwn) == "1 " + expected);
}

TEST_CASE("lines that mailboxes mark are counted") {
  const std::string_view raw = "From: a@x.example\n\nFrom a\n>From b\n>>From c\nNot From d\n";
  CHECK(CountRestoredLines(raw, source::Quoting::kNone) == 0);
  CHECK(CountRestoredLines(raw, source::Quoting::kMboxo) == 1);
  CHECK(CountRestoredLines(raw, source::Quoting::kMboxrd) == 3);
}

TEST_CASE("evidence names the line in the mailbox") {
  const test::TempFolder folder;
  Options options;
  options.all = true;
  options.select = {"TL206"};
  options.support_domains = {"shop.example"};
  options.paths = {folder.Write(
      "inbox",
      "From a Fri May  3 10:00:00 2024\nFrom: ada@mail.example\nTo: service@shop.example\n"
      "Subject: [Ticket#20240401] Lamp\nDate: Fri, 3 May 2024 10:00:00 +0000\n"
      "Message-ID: <b1@mail.example>\n\n>From now on this is a matter of money.\n>>From x\n\n" +
          std::string(kSentence) +
          "\n\nFrom a Sun May  5 10:00:00 2024\nFrom: service@shop.example\nTo: ada@mail.example\n"
          "Subject: Re: [Ticket#20240401] Lamp\nDate: Sun, 5 May 2024 10:00:00 +0000\n"
          "Message-ID: <a1@shop.example>\nIn-Reply-To: <b1@mail.example>\n\nNo.\n\n> I paid 39.90 "
          "euros for the lamp\n> that came without a shade.\n")};
  const Report report = Lint(options);
  REQUIRE(report.findings.size() == 1);
  const Finding& f = report.findings[0];
  CHECK(f.text.find("The desk's mail of 5 May 2024 quotes ") == 0);
  REQUIRE(f.evidence.size() == 2);
  CHECK(f.evidence[0].quote == kSentence);
  CHECK(f.evidence[0].line == 11);
  CHECK(f.evidence[1].quote == "I paid 39.90 euros for the lamp that came without a shade.");
  CHECK(f.evidence[1].line == 23);
}

}  // namespace
}  // namespace threadlint
