#include "quote_words.h"

#include <fmt/format.h>

namespace threadlint::bench {
namespace {

struct Words {
  std::array<std::string_view, 4> block;
  std::string_view reply_above;
};
constexpr std::array<Words, static_cast<size_t>(Language::kCount)> kWords = {
    Words{{"From:", "Sent:", "To:", "Subject:"}, "Please type your reply above this line"},
    Words{{"Von:", "Gesendet:", "An:", "Betreff:"}, "Bitte antworten Sie über dieser Zeile"},
    Words{{"De :", "Envoyé :", "À :", "Objet :"}, "Répondez au-dessus de cette ligne"},
    Words{{"De:", "Enviado:", "Para:", "Asunto:"}, "Responda por encima de esta línea"}};

}  // namespace

std::string QuoteLead(const Manner& manner, const Shown& answered) {
  const std::string when = ShortMoment(answered.time, manner.zone_minutes, manner.language);
  const std::string& name = answered.from_name;
  const std::string& address = answered.from_address;
  switch (manner.language) {
    case Language::kGerman:
      return fmt::format("Am {} schrieb {} <{}>:", when, name, address);
    case Language::kFrench:
      return fmt::format("Le {}, {} <{}> a écrit :", when, name, address);
    case Language::kSpanish:
      return fmt::format("El {}, {} (<{}>) escribió:", when, name, address);
    default:
      return fmt::format("On {}, {} <{}> wrote:", when, name, address);
  }
}

std::array<std::pair<std::string_view, std::string>, 4> QuoteBlock(const Manner& manner,
                                                                   const Shown& answered) {
  const auto& labels = kWords[static_cast<size_t>(manner.language)].block;
  return {{{labels[0], fmt::format("{} <{}>", answered.from_name, answered.from_address)},
           {labels[1], LongMoment(answered.time, manner.zone_minutes, manner.language)},
           {labels[2], fmt::format("{} <{}>", answered.to_name, answered.to_address)},
           {labels[3], answered.subject}}};
}

std::string_view ReplyAbove(Language language) {
  return kWords[static_cast<size_t>(language)].reply_above;
}

}  // namespace threadlint::bench
