// Exports made from header blocks, for tests of what is computed from headers alone.
#pragma once

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <string>
#include <vector>

namespace threadlint::test {

// `headers` are header blocks; the mails get bodies that nobody reads. Copies are not resolved
// beyond giving every mail its name.
Export MakeExport(const std::vector<std::string>& headers);

// Header block of a desk's mail: "i" gives its id and date.
std::string DeskMail(const std::string& id, int day, const std::string& reply_to,
                     const std::string& references = {}, const std::string& subject = "Order");
std::string CustomerMail(const std::string& id, int day, const std::string& to,
                         const std::string& references = {}, const std::string& subject = "Order");

}  // namespace threadlint::test
