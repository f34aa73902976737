#pragma once

#include "desk.h"
#include "prng.h"

#include <string>
#include <string_view>

namespace threadlint::bench {

// How a mail program writes HTML and quotes what it answers.
enum class Style { kOutlook, kGmail, kApple, kThunderbird, kPlain, kBottom, kTickets, kNewsletter };

enum class Parts { kPlain, kAlternative, kHtml };
enum class Transfer { kSevenBit, kEightBit, kQuoted, kBase64 };

struct Client {
  Style style;
  uint32_t weight;          // among customers
  uint32_t plain, html;     // of 1000 mails: text alone, HTML alone; else both
  size_t wrap;              // its plain text breaks lines here, 0 for nowhere
  std::string_view mailer;  // X-Mailer or User-Agent, empty for none
  bool phone;
};

const Client& CustomerClient(Prng& prng);
const Client& DeskClient(const Desk& desk);

Parts ChooseParts(const Client& client, Prng& prng);
// Plain text that is all ASCII in short lines may go as it is.
Transfer ChooseTransfer(const Client& client, Parts parts, std::string_view text, Prng& prng);

std::string CustomerMessageId(const Client& client, std::string_view host, Prng& prng);

}  // namespace threadlint::bench
