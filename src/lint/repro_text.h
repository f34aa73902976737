// One mail of a repro: what of it can be read.
#pragma once

#include <threadlint/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint {

// How much of a mail's text can be read; the rest is filler of the same form.
enum class Readable : uint8_t { kSentences, kParagraphs, kWhole };

// Ranges of bytes, sorted.
using Ranges = std::vector<std::pair<size_t, size_t>>;

// Where a quotation of a finding stands in a text: blanks, line ends and marks of quotation aside.
// Nothing if it does not.
Ranges FindQuote(std::string_view text, std::string_view quote);
// The whole lines of `text` that hold what those of `other` hold, a text of as many lines.
Ranges SameLines(std::string_view other, const Ranges& ranges, std::string_view text);

// Every paragraph of a text.
Ranges AllParagraphs(std::string_view text);

// One mail of an mbox, with its separator line. `exhibit` is redacted in shape.
struct ReproMail {
  const Report* report = nullptr;  // redacted in shape
  const Exhibit* exhibit = nullptr;
  Readable readable = Readable::kSentences;
  bool subject = false;  // readable, too
  Ranges kept;           // of the text
};
std::string WriteReproMail(const ReproMail& mail, std::string_view key);

}  // namespace threadlint
