#pragma once

#include "prng.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace threadlint::bench {

// Where a desk puts what it finds a case by.
enum class TokenForm {
  kContact,     // cs-reply+A3SC11E84PLJUR@larchvale.example
  kZendesk,     // support+id3FDRFK-LJOT@northgate.zendesk.com
  kFreshdesk,   // [#12345] in the subject
  kTracker,     // [halden.example #2231] in the subject
  kUuid,        // reply+6bdc3f4d-…@orbit.example
  kSalesforce,  // ref:_00D….…:ref in the subject and below the text
  kOtrs,        // [Ticket#2024010112000018] in the subject
  kLabelled,    // Case 60117: in the subject
};

enum class Template { kTickets, kOutlook, kNewsletter };  // the make of a desk's mails

struct Desk {
  std::string_view name, team, domain, local;
  TokenForm token;
  Template look;
  std::string_view order_form, serial_form, currency;
  std::array<std::string_view, 10> products;
  std::string_view footer;  // stands below each mail
};

std::span<const Desk> Desks();

// What a case is found by: made when a desk first answers, and anew where a thread breaks.
std::string NewToken(const Desk& desk, Prng& prng);
// The address that the desk's mails are to be answered to.
std::string ReplyAddress(const Desk& desk, std::string_view token);
// The subject with the token, where the desk puts it there.
std::string MarkedSubject(const Desk& desk, std::string_view token, std::string_view subject);
// Below the text, where the desk puts it there; else empty.
std::string BodyMark(const Desk& desk, std::string_view token);
std::string DeskMessageId(const Desk& desk, std::string_view token, Prng& prng);

}  // namespace threadlint::bench
