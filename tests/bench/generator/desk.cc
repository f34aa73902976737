#include "desk.h"

#include "codes.h"

#include <fmt/format.h>

namespace threadlint::bench {
namespace {

constexpr Desk kDesks[] = {
    {"Larch & Vale",
     "Customer Service",
     "larchvale.example",
     "cs-reply",
     TokenForm::kContact,
     Template::kNewsletter,
     "LV-###-#######",
     "SN-@@####@@##",
     "£",
     {"espresso machine", "stand mixer", "coffee grinder", "slow cooker", "kettle", "toaster",
      "vacuum cleaner", "food processor", "air fryer", "soda maker"},
     "Larch & Vale Ltd, 4 Tannery Yard, Norwick. Registered in England, company number 00000000. "
     "This message and its attachments are meant for the person it is addressed to. If you have "
     "received it in error, please delete it and let us know."},
    {"Northgate Broadband",
     "Support",
     "northgate.zendesk.com",
     "support",
     TokenForm::kZendesk,
     Template::kTickets,
     "NB########",
     "NG@@@@######",
     "£",
     {"router", "fibre line", "set-top box", "WiFi extender", "phone line", "modem", "TV package",
      "mesh system", "static IP address", "landline handset"},
     "This email is a service from Northgate Broadband. Delivered by the help desk of Northgate."},
    {"Brightwater Energy",
     "Customer Care",
     "brightwater.example",
     "care",
     TokenForm::kFreshdesk,
     Template::kTickets,
     "BW-#######",
     "MTR########",
     "£",
     {"smart meter", "boiler", "heat pump", "gas meter", "thermostat", "solar inverter",
      "prepayment meter", "tariff", "hot water tank", "charge point"},
     "Brightwater Energy supplies gas and electricity to homes. Calls may be recorded for training "
     "purposes. Please consider the environment before printing this email."},
    {"Halden Parcels",
     "Service Desk",
     "halden.example",
     "help",
     TokenForm::kTracker,
     Template::kOutlook,
     "HP############",
     "LBL@@@@####",
     "€",
     {"parcel", "registered letter", "pallet", "suitcase", "bicycle box", "document wallet",
      "framed print", "case of wine", "garden chair", "mattress"},
     "Halden Parcels B.V. All work is done under our general conditions, which limit our liability "
     "and which we send on request. Follow us for news of our depots."},
    {"Orbit Cloud",
     "Technical Support",
     "orbit.example",
     "reply",
     TokenForm::kUuid,
     Template::kTickets,
     "ORB-######",
     "lic-@@@@@-@@@@@",
     "$",
     {"backup plan", "storage bucket", "team licence", "mail hosting", "virtual server",
      "load balancer", "database cluster", "API key", "domain name", "build runner"},
     "You receive this message because you opened a conversation with Orbit Cloud. "
     "Orbit Cloud Inc., 300 Example Plaza. The content of this email is confidential."},
    {"Meridian Mutual",
     "Claims",
     "meridian.example",
     "claims",
     TokenForm::kSalesforce,
     Template::kOutlook,
     "MM/####/####",
     "POL######",
     "£",
     {"home policy", "car policy", "travel policy", "bicycle cover", "pet policy", "phone cover",
      "contents policy", "breakdown cover", "boat policy", "dental plan"},
     "Meridian Mutual is authorised and regulated. The information in this email is confidential "
     "and may be legally privileged. It is intended solely for the addressee. Access to this email "
     "by anyone else is unauthorised."},
    {"Tavira Air",
     "Customer Relations",
     "taviraair.example",
     "relations",
     TokenForm::kOtrs,
     Template::kOutlook,
     "TV@@@@##",
     "TKT##########",
     "€",
     {"flight to Lisbon", "flight to Porto", "flight to Oslo", "seat upgrade", "checked bag",
      "flight to Vienna", "travel voucher", "cabin bag", "group booking", "flight to Malta"},
     "Tavira Air S.A. Please do not change the subject of this mail, so that your answer finds its "
     "way to your file."},
    {"Quill Books",
     "Readers' Service",
     "quillbooks.example",
     "readers",
     TokenForm::kLabelled,
     Template::kNewsletter,
     "QB######",
     "ISBN#############",
     "€",
     {"atlas", "cookbook", "dictionary", "boxed set", "e-reader", "audiobook", "photo calendar",
      "school reader", "gift card", "magazine subscription"},
     "You get this mail because you have an account with Quill Books. Manage your settings or "
     "unsubscribe from our newsletter at any time. Quill Books, 12 Paper Street, Easterby."},
};

}  // namespace

std::span<const Desk> Desks() { return kDesks; }

std::string NewToken(const Desk& desk, Prng& prng) {
  switch (desk.token) {
    case TokenForm::kContact:
      return "A" + Code(prng, kCapitals, 13);
    case TokenForm::kZendesk:
      return Code(prng, kCapitals, 6) + '-' + Code(prng, kCapitals, 4);
    case TokenForm::kFreshdesk:
      return fmt::format("{}", 100000 + prng.Below(900000000));
    case TokenForm::kTracker:
      return fmt::format("{}", 10000 + prng.Below(90000000));
    case TokenForm::kUuid:
      return fmt::format("{}-{}-4{}-a{}-{}", Code(prng, kHex, 8), Code(prng, kHex, 4),
                         Code(prng, kHex, 3), Code(prng, kHex, 3), Code(prng, kHex, 12));
    case TokenForm::kSalesforce:
      return fmt::format("_00D30oKPx._500{}", Code(prng, kLetters, 7));
    case TokenForm::kOtrs:
      return fmt::format("20{}", Code(prng, kDigits, 14));
    case TokenForm::kLabelled:
      return fmt::format("{}", 10000 + prng.Below(90000000));
  }
  return {};
}

std::string ReplyAddress(const Desk& desk, std::string_view token) {
  switch (desk.token) {
    case TokenForm::kContact:
    case TokenForm::kUuid:
      return fmt::format("{}+{}@{}", desk.local, token, desk.domain);
    case TokenForm::kZendesk:
      return fmt::format("{}+id{}@{}", desk.local, token, desk.domain);
    default:
      return fmt::format("{}@{}", desk.local, desk.domain);
  }
}

std::string MarkedSubject(const Desk& desk, std::string_view token, std::string_view subject) {
  switch (desk.token) {
    case TokenForm::kFreshdesk:
      return fmt::format("[#{}] {}", token, subject);
    case TokenForm::kTracker:
      return fmt::format("[{} #{}] {}", desk.domain, token, subject);
    case TokenForm::kSalesforce:
      return fmt::format("{} [ ref:{}:ref ]", subject, token);
    case TokenForm::kOtrs:
      return fmt::format("[Ticket#{}] {}", token, subject);
    case TokenForm::kLabelled:
      return fmt::format("Case {}: {}", token, subject);
    default:
      return std::string(subject);
  }
}

std::string BodyMark(const Desk& desk, std::string_view token) {
  if (desk.token == TokenForm::kSalesforce) return fmt::format("ref:{}:ref", token);
  if (desk.token == TokenForm::kZendesk) return fmt::format("[{}]", token);
  return {};
}

std::string DeskMessageId(const Desk& desk, std::string_view token, Prng& prng) {
  if (desk.token == TokenForm::kZendesk) {
    std::string flat(token);
    std::erase(flat, '-');
    return fmt::format("{}_{}_{}_sprut@zendesk.com", flat, Code(prng, kHex, 13),
                       Code(prng, kHex, 14));
  }
  if (desk.look == Template::kOutlook) {
    const std::string host = "AM0PR0" + Code(prng, kDigits, 1) + "MB" + Code(prng, kDigits, 4);
    return fmt::format("{}{}@{}.eurprd05.prod.{}", host, FillForm(prng, "@@@@@@@@@@@@@@@@@@@@@@@@"),
                       host, desk.domain);
  }
  return fmt::format("{}-{}@mail.{}", Code(prng, kHex, 20), Code(prng, kHex, 8), desk.domain);
}

}  // namespace threadlint::bench
