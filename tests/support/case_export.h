// A made-up export of many cases of one help desk, for what counts cases: which of them have what
// follows from their number alone.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace threadlint::test {

// Case `i` begins on 1 + i % 28 of a month that moves on every `a_month` cases, from January 2024.
// Every tenth is asked for its order number again, every twentieth loses its token, every fifth had
// an answer from no person. Desks: two in three go to care@halvorsen.example.
struct CaseExport {
  int cases = 120, a_month = 40;

  static bool AskedAgain(int i) { return i % 10 == 3; }
  static bool Broken(int i) { return i % 20 == 7; }
  static bool Unanswered(int i) { return i % 5 == 4 && !AskedAgain(i) && !Broken(i); }
  static bool IsCare(int i) { return i % 3 != 0; }

  std::string Mbox() const {
    std::string out;
    for (int i = 0; i < cases; ++i) out += Case(i);
    return out;
  }

  std::string Case(int i) const {
    const int month = i / a_month + 1, day = 1 + i % 26;
    const std::string desk = IsCare(i) ? "care" : "billing";
    const std::string who = fmt::format("{}.{}@post.example", kNames[i % 8], Word(i));
    const std::string token = fmt::format("{}+K{:04}Q2MBXT9VD4@halvorsen.example", desk, i);
    const std::string other = fmt::format("{}+Z{:04}B6N4LLQ7C1@halvorsen.example", desk, i);
    const std::string subject = fmt::format("Lamp {} has no bulb", Word(i));
    const auto mail = [&](int number, int hour, const std::string& from, const std::string& to,
                          const std::string& reply_to, std::string_view more,
                          const std::string& body) {
      return fmt::format(
          "From MAILER Mon Jan  1 10:00:00 2024\nFrom: {}\nTo: {}\n{}Subject: {}{}\n"
          "Date: {} {} 2024 {:02}:00:00 +0000\nMessage-ID: <c{}.{}@mx.example>\n{}{}\n{}\n\n",
          from, to, reply_to.empty() ? "" : "Reply-To: " + reply_to + "\n",
          number == 1 ? "" : "Re: ", subject, day + number / 4, kMonths[(month - 1) % 12], hour, i,
          number,
          number == 1 ? "" : fmt::format("In-Reply-To: <c{}.{}@mx.example>\n", i, number - 1), more,
          body);
    };
    const std::string from_desk = fmt::format("Halvorsen Home <{}@halvorsen.example>", desk);
    std::string out =
        mail(1, 8, who, desk + "@halvorsen.example", "", "",
             fmt::format("My lamp came without a bulb.\nMy order number is HH-{:04}-8823.", i));
    if (Unanswered(i))
      return out + mail(2, 9, from_desk, who, token, "Auto-Submitted: auto-replied\n",
                        "This is an automatic reply. We have received your mail.");
    out += mail(2, 10, from_desk, who, token, "", "We are sorry to hear that and look into it.");
    out += mail(3, 11, who, token, "", "", "Thank you, I wait to hear from you.");
    out += mail(4, 12, from_desk, who, Broken(i) ? other : token, "",
                AskedAgain(i) ? "Please tell us your order number."
                              : "The bulb has been sent to you today.");
    return out;
  }

 private:
  static constexpr const char* kNames[] = {"ada", "ben",  "cora", "dan",
                                           "eve", "finn", "gus",  "ida"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  // Numbers as letters: an address with a number in it may be one of a program.
  static std::string Word(int i) {
    std::string out;
    for (int k = 0; k < 4; ++k, i /= 6) out += "bdfklm"[i % 6], out += "aeiou"[(i + k) % 5];
    return out;
  }
};

}  // namespace threadlint::test
