#include "words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace threadlint::bench {
namespace {

using Templates = std::vector<std::string_view>;
constexpr auto kMoves = static_cast<size_t>(Move::kCount);
constexpr auto kLanguages = static_cast<size_t>(Language::kCount);

std::array<Templates, kMoves * kLanguages> Index() {
  std::array<Templates, kMoves * kLanguages> out;
  for (const auto rows :
       {CustomerTexts(), DeskTexts(), GermanTexts(), FrenchTexts(), SpanishTexts()})
    for (const MoveText& row : rows)
      out[static_cast<size_t>(row.move) * kLanguages + static_cast<size_t>(row.language)].push_back(
          row.text);
  return out;
}

const std::string& Value(std::string_view name, const Slots& slots) {
  for (const auto& [slot, value] : slots)
    if (slot == name) return value;
  throw std::logic_error("no slot {" + std::string(name) + "}");
}

size_t Find(std::string_view text, char what, size_t from) {
  const size_t at = text.find(what, from);
  if (at == std::string_view::npos) throw std::logic_error("unclosed: " + std::string(text));
  return at;
}

void Expand(std::string_view text, const Slots& slots, Prng& prng, std::string& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') {
      const size_t end = Find(text, '}', i);
      out += Value(text.substr(i + 1, end - i - 1), slots);
      i = end;
    } else if (text[i] == '(') {
      const size_t end = Find(text, ')', i);
      const std::string_view choices = text.substr(i + 1, end - i - 1);
      i = end;
      const auto bars = static_cast<size_t>(std::ranges::count(choices, '|'));
      if (bars == 0) {  // a parenthesis of the text itself
        out += '(';
        Expand(choices, slots, prng, out);
        out += ')';
        continue;
      }
      size_t begin = 0;
      for (size_t skip = prng.Below(bars + 1); skip > 0; --skip)
        begin = choices.find('|', begin) + 1;
      Expand(choices.substr(begin, choices.find('|', begin) - begin), slots, prng, out);
    } else {
      out += text[i];
    }
  }
}

// An empty choice leaves a space that stands before nothing.
void Tidy(std::string& text) {
  std::string out;
  for (const char c : text) {
    if (out.ends_with(' ') && (c == ' ' || c == '.' || c == '?' || c == ',')) out.pop_back();
    out += c;
  }
  text = std::move(out);
}

constexpr std::array<LetterWords, kLanguages> kLetters = {
    LetterWords{"Dear {first},", "Hello,", "Kind regards", "Sent from my phone"},
    LetterWords{"Guten Tag {first},", "Guten Tag,", "Mit freundlichen Grüßen",
                "Von meinem Mobiltelefon gesendet"},
    LetterWords{"Bonjour {first},", "Bonjour,", "Cordialement", "Envoyé de mon téléphone"},
    LetterWords{"Hola {first}:", "Hola:", "Saludos cordiales", "Enviado desde mi teléfono"}};

}  // namespace

Speaker::Speaker(Language language, Slots slots, Prng& prng)
    : language_(language), slots_(std::move(slots)), prng_(prng), turn_(prng.Below(1000)) {}

std::string Speaker::Say(Move move) {
  static const auto index = Index();
  const Templates& templates =
      index[static_cast<size_t>(move) * kLanguages + static_cast<size_t>(language_)];
  if (templates.empty()) throw std::logic_error("a move without words");
  std::string out;
  Expand(templates[turn_++ % templates.size()], slots_, prng_, out);
  Tidy(out);
  return out;
}

const LetterWords& WordsOfLetters(Language language) {
  return kLetters[static_cast<size_t>(language)];
}

}  // namespace threadlint::bench
