// Mails as mail programs and providers keep them.
#pragma once

#include "correspondence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::formats {

std::string WithCrlf(const std::string& text);

enum class Which : uint8_t { kAll, kReceived, kOwn };
std::vector<Mail> Pick(const std::vector<Mail>& mails, Which which);

// mboxrd: body lines that begin with any number of '>' and From get one more '>'.
std::string AsMbox(const std::vector<Mail>& mails);
// mboxo: only those that begin with From do.
std::string AsMboxo(const std::vector<Mail>& mails);
// Mail servers and mutt write down what was read, and count the lines.
std::string AsMboxWithStatus(const std::vector<Mail>& mails);
std::string AsThunderbird(const std::vector<Mail>& mails);
std::string AsTakeout(const std::vector<Mail>& mails);

// Always the same other order.
std::vector<Mail> Shuffled(std::vector<Mail> mails);

}  // namespace threadlint::formats
