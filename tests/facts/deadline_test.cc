// Until when a sentence promises something. The mail is of Thursday, 4 June 2026, 15:00 UTC+2.
#include "facts/deadline.h"

#include "facts/language.h"
#include "facts/read.h"
#include "util/civil_time.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace threadlint::facts {
namespace {

constexpr int64_t kWritten = 1780578000;
constexpr int32_t kZone = 7200;

// By the writer's clock; "-" if there is none.
std::string Due(std::string_view sentence) {
  const std::string raw =
      "From: desk@shop.example\nMIME-Version: 1.0\n"
      "Content-Type: text/plain; charset=utf-8\n\n" +
      std::string(sentence) + "\n";
  MailFacts facts;
  facts.written = kWritten;
  facts.zone_seconds = kZone;
  const Reading reading = ReadMail(mail::Body(raw), facts, Languages::BuiltIn());
  REQUIRE(!reading.sentences.empty());
  const auto deadline = DeadlineOf(reading, 0, kWritten, kZone);
  return deadline ? util::FormatShort(deadline->due, kZone / 60) : "-";
}

struct Row {
  std::string_view text, due;
};

// A day is over when the next begins.
constexpr Row kRows[] = {
    {"We will send it by Monday.", "9 June 2026, 00:00"},
    {"You will have it on Monday 15 June.", "16 June 2026, 00:00"},
    {"Your visit is booked for Tuesday the 16th.", "17 June 2026, 00:00"},
    {"You will have it by the 22nd.", "23 June 2026, 00:00"},
    {"We will call you today.", "5 June 2026, 00:00"},
    {"He will be there tomorrow morning.", "5 June 2026, 13:00"},
    {"It will be fixed this afternoon.", "4 June 2026, 18:00"},
    {"He will be there tomorrow between 9 and 12.", "5 June 2026, 12:00"},
    {"He will be there tomorrow between 2 and 5.", "5 June 2026, 17:00"},
    {"You will have it before 10 tomorrow.", "5 June 2026, 10:00"},
    {"She will ring tomorrow at 4:30pm.", "5 June 2026, 16:30"},
    {"She will ring tomorrow after 4pm.", "6 June 2026, 00:00"},
    {"We will answer within the hour.", "4 June 2026, 16:00"},
    {"We will answer within two hours.", "4 June 2026, 17:00"},
    {"We will answer within 48 hours.", "6 June 2026, 15:00"},
    {"We will answer within 14 days.", "19 June 2026, 00:00"},
    {"Please allow 3-5 working days.", "12 June 2026, 00:00"},
    {"It will be done within 1 business day.", "6 June 2026, 00:00"},
    {"You will have it by close of play.", "5 June 2026, 00:00"},
    {"You will have it by the end of this week.", "6 June 2026, 00:00"},
    {"It will be sent this week.", "8 June 2026, 00:00"},
    {"It will be sent next week.", "15 June 2026, 00:00"},
    {"It will be sent this month.", "1 July 2026, 00:00"},
    {"It will be on next month's bill.", "1 August 2026, 00:00"},
    {"It will come in ten days.", "15 June 2026, 00:00"},
    {"We will keep it for 14 days.", "-"},
    {"The warranty lasts two years.", "-"},
    {"It was sent last Monday.", "-"},
    {"It will be sent soon.", "-"},
    {"The light will blink for 20 seconds.", "-"},
};

TEST_CASE("the time by which a thing is promised") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(Due(row.text) == row.due);
  }
}

TEST_CASE("the hour of a range") {
  CHECK(LastHourIn("between 9 and 12") == 12);
  CHECK(LastHourIn("between 9.30 and 11:45") == 11);
  CHECK(LastHourIn("before 5") == 5);
  CHECK(LastHourIn("by noon") == 0);
  CHECK(LastHourIn("by 99999999999") == 24);
}

}  // namespace
}  // namespace threadlint::facts
