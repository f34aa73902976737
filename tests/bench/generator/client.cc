#include "client.h"

#include "codes.h"

#include <fmt/format.h>

namespace threadlint::bench {
namespace {

constexpr Client kCustomers[] = {
    {Style::kGmail, 32, 90, 0, 76, "", false},
    {Style::kApple, 24, 380, 20, 0, "iPhone Mail (21F90)", true},
    {Style::kOutlook, 20, 180, 40, 0, "Microsoft Outlook 16.0", false},
    {Style::kThunderbird, 10, 600, 0, 72, "Mozilla Thunderbird 115.9.0", false},
    {Style::kPlain, 9, 900, 100, 72, "WebMail 5.2", false},
    {Style::kBottom, 5, 1000, 0, 72, "Mutt 2.2.9", false},
};
constexpr Client kTicketSystem = {Style::kTickets, 0, 420, 30, 0, "", false};
constexpr Client kOfficeDesk = {Style::kOutlook, 0, 380, 40, 0, "", false};
constexpr Client kNewsletterDesk = {Style::kNewsletter, 0, 160, 120, 76, "", false};

bool FitsSevenBits(std::string_view text) {
  size_t line = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0x80U) != 0 || line > 900) return false;
    line = c == '\n' ? 0 : line + 1;
  }
  return true;
}

}  // namespace

const Client& CustomerClient(Prng& prng) { return prng.PickByWeight(kCustomers); }

const Client& DeskClient(const Desk& desk) {
  switch (desk.look) {
    case Template::kTickets:
      return kTicketSystem;
    case Template::kOutlook:
      return kOfficeDesk;
    case Template::kNewsletter:
      break;
  }
  return kNewsletterDesk;
}

Parts ChooseParts(const Client& client, Prng& prng) {
  const uint32_t at = prng.Below(1000);
  if (at < client.plain) return Parts::kPlain;
  return at < client.plain + client.html ? Parts::kHtml : Parts::kAlternative;
}

Transfer ChooseTransfer(const Client& client, Parts parts, std::string_view text, Prng& prng) {
  if (client.style == Style::kPlain) return Transfer::kBase64;
  const uint32_t at = prng.Below(100);
  if (at < 10 && client.style != Style::kBottom) return Transfer::kBase64;
  if (parts != Parts::kPlain) return at < 90 ? Transfer::kQuoted : Transfer::kEightBit;
  if (client.wrap != 0 && FitsSevenBits(text)) return Transfer::kSevenBit;
  return at < 70 ? Transfer::kQuoted : Transfer::kEightBit;
}

std::string CustomerMessageId(const Client& client, std::string_view host, Prng& prng) {
  switch (client.style) {
    case Style::kGmail:
      return fmt::format("CA{}=-{}@mail.{}", Code(prng, kLetters, 30), Code(prng, kLetters, 19),
                         host);
    case Style::kApple:
      return fmt::format("{}-{}-{}-{}-{}@{}", Code(prng, kCapitals, 8), Code(prng, kCapitals, 4),
                         Code(prng, kCapitals, 4), Code(prng, kCapitals, 4),
                         Code(prng, kCapitals, 12), host);
    case Style::kOutlook: {
      const std::string server = "DB9PR0" + Code(prng, kDigits, 1) + "MB" + Code(prng, kDigits, 4);
      return fmt::format("{}{}@{}.eurprd08.prod.{}", server, Code(prng, kCapitals, 24), server,
                         host);
    }
    case Style::kThunderbird:
      return fmt::format("{}-{}-{}@{}", Code(prng, kHex, 8), Code(prng, kHex, 4),
                         Code(prng, kHex, 12), host);
    default:
      return fmt::format("{}.{}@{}", Code(prng, kDigits, 14), Code(prng, kLetters, 8), host);
  }
}

}  // namespace threadlint::bench
