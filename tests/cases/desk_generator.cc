#include "desk_generator.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>
#include <utility>

namespace threadlint::test {
namespace {

constexpr int64_t kHour = 3600;
constexpr int64_t kStart = 1'704'103'200;  // 1 January 2024, 10:00 UTC

constexpr std::array<std::string_view, 8> kTitles = {
    "Lamp arrived broken",  "Where is my parcel",       "Charged twice",
    "Cannot log in",        "Invoice with old address", "Exchange for a larger one",
    "Return not collected", "Voucher refused"};
constexpr std::array<std::string_view, 10> kAsked = {"the lamp came with a cracked foot.",
                                                     "nothing has arrived so far.",
                                                     "the amount left my account two times.",
                                                     "the page only says that something failed.",
                                                     "the street on it is the one I left in May.",
                                                     "the smaller one does not fit the socket.",
                                                     "nobody rang on Tuesday.",
                                                     "the code is said to be used up.",
                                                     "I have tried again, with the same result.",
                                                     "the box stands in the hall."};
constexpr std::array<std::string_view, 10> kAnswered = {
    "We have asked the warehouse.",           "The carrier looks into it.",
    "The second amount goes back tomorrow.",  "Please try another browser.",
    "A new invoice is on its way.",           "The larger one is in stock.",
    "The next round is on Friday.",           "The voucher works again.",
    "A colleague in accounts has your case.", "Could you tell us the serial number?"};

class Maker {
 public:
  explicit Maker(const DeskPlan& plan) : plan_(plan), random_(plan.seed) {}

  MadeDesk Make() {
    for (uint32_t customer = 0; customer < plan_.customers; ++customer) {
      const uint32_t contacts = 1 + Below(3);
      int64_t at = kStart + Below(200) * 24 * kHour;
      for (uint32_t contact = 0; contact < contacts; ++contact) {
        Contact(fmt::format("ada{}@mail.example", customer), at);
        at += (20 + Below(60)) * 24 * kHour;  // he has another matter
      }
    }
    std::ranges::sort(mails_);
    MadeDesk out;
    for (auto& [at, text] : mails_) out.mails.push_back(std::move(text));
    out.changed_id = changed_id_;
    return out;
  }

 private:
  uint32_t Below(uint32_t n) { return static_cast<uint32_t>(random_() % n); }

  template <size_t kCount>
  std::string_view Pick(const std::array<std::string_view, kCount>& from) {
    return from[Below(kCount)];
  }

  std::string NewToken() {
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string out;
    for (int i = 0; i < 12; ++i) out += kLetters[Below(kLetters.size())];
    return out;
  }

  // What answers to the desk's next mail go to.
  std::string ReplyAddress(const std::string& token_of_contact) {
    const auto plus = [](std::string_view tag) {
      return fmt::format("service+{}@shop.example", tag);
    };
    switch (plan_.custom) {
      case TokenCustom::kPerContact:
        return plus(token_of_contact);
      case TokenCustom::kPerMail:
        return plus(NewToken());
      case TokenCustom::kStaticTag:
        return plus("web");
      case TokenCustom::kMixed: {
        const uint32_t which = Below(3);
        return which == 0 ? plus(NewToken()) : which == 1 ? plus("web") : "service@shop.example";
      }
    }
    return {};
  }

  void Contact(const std::string& customer, int64_t at) {
    const std::string order = fmt::format("{}", 10'000'000 + Below(80'000'000));
    const std::string title = plan_.same_title ? "Your message to us" : std::string(Pick(kTitles));
    const std::string token = NewToken();
    references_.clear();
    std::string to = "service@shop.example";
    const uint32_t rounds = 2 + Below(3);
    // Late enough that the desk has shown what it does, early enough that it goes on.
    const bool change = plan_.change_one && changed_id_.empty() && rounds == 4;
    for (uint32_t round = 0; round < rounds; ++round) {
      Customer(customer, to, at, (round > 0 ? "Re: " : "") + title,
               fmt::format("Hello,\n\nabout order {}: {}\n", order, Pick(kAsked)));
      if (round == 0 && plan_.acknowledges) {
        at += 60;
        to = ReplyAddress(token);
        Desk(customer, to, at, "Re: " + title, "We have received your message.\n", true);
      }
      at += (3 + Below(40)) * kHour;
      const bool here = change && round == 2;
      to = here ? ReplyAddress(NewToken()) : ReplyAddress(token);
      const std::string id = Desk(customer, to, at, "Re: " + title,
                                  fmt::format("Hello,\n\n{}\n", Pick(kAnswered)), false);
      if (here) changed_id_ = id;
      at += (3 + Below(40)) * kHour;
    }
  }

  void Customer(const std::string& from, const std::string& to, int64_t at,
                const std::string& subject, const std::string& text) {
    std::string head = fmt::format("From: {}\nTo: {}\n", from, to);
    if (!references_.empty())
      head += fmt::format("In-Reply-To: {}\nReferences: {}\n", references_.back(),
                          fmt::join(references_, "\n "));
    Add(std::move(head), at, subject, text);
  }

  std::string Desk(const std::string& to, const std::string& reply_to, int64_t at,
                   const std::string& subject, const std::string& text, bool machine) {
    std::string head = fmt::format("From: Shop <service@shop.example>\nTo: {}\n", to);
    if (reply_to != "service@shop.example") head += fmt::format("Reply-To: <{}>\n", reply_to);
    if (machine) head += "Auto-Submitted: auto-replied\n";
    if (plan_.headers != ReplyHeaders::kNone)
      head += fmt::format("In-Reply-To: {}\n", references_.back());
    if (plan_.headers == ReplyHeaders::kWhole)
      head += fmt::format("References: {}\n", fmt::join(references_, "\n "));
    return Add(std::move(head), at, subject, text);
  }

  // Returns the id as programs know it, without the brackets.
  std::string Add(std::string head, int64_t at, const std::string& subject,
                  const std::string& text) {
    const std::string id = fmt::format("{}.{}@mail.example", plan_.seed, ++count_);
    head += fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000\nSubject: {}\nMessage-ID: <{}>\n",
                        fmt::gmtime(static_cast<std::time_t>(at)), subject, id);
    mails_.emplace_back(at, head + "\n" + text);
    references_.push_back("<" + id + ">");
    return id;
  }

  const DeskPlan& plan_;
  std::mt19937 random_;  // its numbers are the same everywhere; those of distributions are not
  std::vector<std::pair<int64_t, std::string>> mails_;
  std::vector<std::string> references_;  // of the matter at hand
  std::string changed_id_;
  uint32_t count_ = 0;
};

}  // namespace

MadeDesk MakeDesk(const DeskPlan& plan) { return Maker(plan).Make(); }

std::string_view Name(TokenCustom custom) {
  switch (custom) {
    case TokenCustom::kPerContact:
      return "a token a contact";
    case TokenCustom::kPerMail:
      return "a token a mail";
    case TokenCustom::kStaticTag:
      return "one tag for all";
    case TokenCustom::kMixed:
      return "now this, now that";
  }
  return {};
}

std::string_view Name(ReplyHeaders headers) {
  switch (headers) {
    case ReplyHeaders::kWhole:
      return "whole references";
    case ReplyHeaders::kInReplyTo:
      return "In-Reply-To alone";
    case ReplyHeaders::kNone:
      return "no reply headers";
  }
  return {};
}

}  // namespace threadlint::test
