// Hashes of sentences that come out the same however a mail program wrapped, marked, escaped or
// marked up the text when it quoted it.
#pragma once

#include "mail/link_sentences.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

inline constexpr size_t kMostHashes = 256;

// Of the sentences in that voice, each once, in order, at most kMostHashes. Left out are short ones
// (fewer than 20 letters and digits) and those that say nothing of a matter: greetings, closings,
// receipts, what desks put below every mail.
std::vector<uint64_t> HashSentences(std::span<const Paragraph> paragraphs, LineVoice voice);

// The letters and digits that the hash is of, folded; without web and mail addresses.
std::string ComparableText(std::string_view sentence);

// The same with every number as one '0': "1.500,00", "3/5/2024" and "10:05" are one each.
std::string TextWithoutNumbers(std::string_view sentence);

// The hash of a text that is compared with others of this run; its key is new in every process.
uint64_t HashText(std::string_view comparable);

// The hash of a text without numbers. Fingerprints of findings are made of it, which stand in
// reports and baselines: it never changes.
uint64_t HashSkeleton(std::string_view without_numbers);

}  // namespace threadlint::mail
