// Who is speaking: the help desk, the customer, a machine, or a third.
#pragma once

#include "cases/desks.h"
#include "mail/link_reading.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <string_view>

namespace threadlint::cases {

struct SideAndReason {
  Side side = Side::kUnknown;
  std::string_view reason;
};

// `reading` is null where the body was not read. Auto-Submitted: auto-generated and Precedence:
// bulk alone do not mean that no human wrote it: help-desk software puts them on its agents'
// answers.
SideAndReason SideOf(const Export& mail, const Message& message, const Desks& desks,
                     const mail::LinkReading* reading);

// Of a mail in a case of a help desk that neither comes from the desk nor goes to it.
SideAndReason SideOfThird(const Export& mail, const Message& message, bool author_is_customer);

}  // namespace threadlint::cases
