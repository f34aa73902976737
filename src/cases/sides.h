// Who is speaking: the help desk, the customer, or a machine.
#pragma once

#include "cases/token_table.h"
#include "util/hash.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace threadlint::cases {

// The organisations that run a help desk in this export: those named by the user, and those whose
// mails give a token as the address to answer to.
class Desks {
 public:
  Desks(const Export& mail, const TokenTable& tokens, const std::vector<std::string>& named);

  // Domain or below it named by the user.
  bool IsNamed(std::string_view address) const;
  bool IsLearned(std::string_view address) const;
  bool Has(std::string_view address) const { return IsNamed(address) || IsLearned(address); }

 private:
  using Set = std::unordered_set<std::string, util::StringHash, std::equal_to<>>;
  Set named_;
  Set learned_;            // organisations
  Set learned_addresses_;  // where the domain is everybody's
};

struct SideAndReason {
  Side side = Side::kUnknown;
  std::string_view reason;
};

SideAndReason SideOf(const Export& mail, const Message& message, const TokenTable& tokens,
                     const Desks& desks);

}  // namespace threadlint::cases
