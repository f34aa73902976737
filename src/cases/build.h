// From messages to segments and cases (DESIGN: barrier 1).
#pragma once

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <string>
#include <vector>

namespace threadlint::cases {

struct CaseOptions {
  std::vector<std::string> support_domains;
  Strength join = Strength::kMedium;  // links at least this strong make one case
};

// Copies must be resolved. Left-out mails and copies stand in no case. The result depends on the
// content of the mails alone: not on the order of `mail.messages`, nor on file names.
CaseSet BuildCases(Export& mail, const CaseOptions& options);

}  // namespace threadlint::cases
