#include "facts/sentence.h"

namespace threadlint::facts {

std::vector<Sentence> SplitSentences(std::string_view main_text,
                                     std::span<const mail::TextLine> lines) {
  std::vector<Sentence> out;
  for (const mail::TextLine& line : lines) {
    if (line.voice != mail::LineVoice::kOwn || line.text.empty()) continue;
    Sentence sentence;
    sentence.begin = static_cast<uint32_t>(line.text.data() - main_text.data());
    sentence.length = static_cast<uint32_t>(line.text.size());
    sentence.question = line.text.ends_with('?');
    out.push_back(sentence);
  }
  return out;
}

}  // namespace threadlint::facts
