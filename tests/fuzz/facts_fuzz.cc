// What a mail says, of any text: the first byte tells the language that it is believed to be in.
#include "facts/deadline.h"
#include "facts/folded.h"
#include "facts/read.h"
#include "facts/value.h"
#include "fuzz/target.h"
#include "mail/body.h"
#include "util/charset.h"

#include <string>

namespace threadlint::fuzz {
namespace {

using namespace facts;

constexpr int64_t kWritten = 1748779200;  // 1 June 2025

void RequireRange(size_t begin, size_t length, std::string_view text, std::string_view what) {
  Require(begin <= text.size() && length <= text.size() - begin, what);
}

void Run(std::string_view bytes) {
  const std::string text = util::ToUtf8(bytes, "utf-8").text;
  constexpr std::string_view kLanguages[] = {"", "en", "en-US", "de", "fr", "es"};
  const ValueContext context{kWritten, 0, kLanguages[text.size() % std::size(kLanguages)]};
  size_t end = 0;
  for (const Value& value : ReadValues(text, context)) {
    RequireRange(value.begin, value.length, text, "a value stands in the text");
    Require(value.begin >= end, "values do not overlap");
    end = value.begin + value.length;
  }
  const Folded folded = FoldWithPlaces(text, 0);
  Require(folded.at.size() == folded.text.size() + 1, "every byte has its place");

  // Words that tell the language stand before it: else most of what is made up has none.
  constexpr std::string_view kOpeners[] = {
      "Please could you send the invoice that we have asked you for.\n",
      "Bitte senden Sie uns die Rechnung, die wir noch nicht haben.\n",
      "Veuillez nous envoyer la facture que nous vous avons demandée.\n",
      "Por favor, envíenos la factura que le hemos pedido.\n"};
  const std::string mail = "Content-Type: text/plain; charset=utf-8\n\n" +
                           std::string(kOpeners[text.size() % std::size(kOpeners)]) + text;
  const mail::Body body(mail);
  MailFacts known;
  known.subject = text;
  known.written = kWritten;
  uint64_t given_up = 0;
  const Reading reading = ReadMail(body, known, Languages::BuiltIn(), &given_up);
  for (size_t i = 0; i < reading.sentences.size(); ++i) {
    const SentenceReading& sentence = reading.sentences[i];
    const std::string_view whole = sentence.subject ? known.subject : std::string_view(body.text());
    RequireRange(sentence.at.begin, sentence.at.length, whole, "a sentence stands in the text");
    Require(reading.Words(sentence).size() == sentence.words, "words of a sentence are there");
    for (const Value& value : reading.Values(sentence))
      RequireRange(value.begin, value.length, whole, "a value stands in the text");
    DeadlineOf(reading, static_cast<uint32_t>(i), kWritten, 0);
  }
  for (const Fact& fact : reading.facts)
    Require(fact.sentence < reading.sentences.size(), "a fact is of a sentence");
}

const Registration kHere{{"facts", Run}};

}  // namespace
}  // namespace threadlint::fuzz
