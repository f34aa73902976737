// What is said in mails that can carry a finding about it, and barrier 2: which of their sentences
// are no news.
#pragma once

#include "facts/language.h"
#include "facts/reading.h"
#include "mail/body.h"
#include "source/inventory.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace threadlint {

// What one mail says.
struct Said {
  MessageIndex message = kNoMessage;
  facts::Reading reading;
  uint64_t given_up = 0;  // times that a phrase took too long on a sentence
  mail::MailNotes notes;  // of its body
};

// Reads it; for any number of threads.
class FactReader {
 public:
  FactReader(const Options& options, const Export& mail, const facts::Languages& languages)
      : options_(options), mail_(mail), languages_(languages) {}

  Said Read(MessageIndex message, const mail::Body& body) const;

 private:
  const Options& options_;
  const Export& mail_;
  const facts::Languages& languages_;
};

struct Readings {
  std::vector<MessageIndex> late;  // mails that were read for this alone, ascending
  std::vector<facts::Reading> readings;
  std::vector<ReadMessage> by_message;  // points into `readings`
  uint64_t given_up = 0;                // times that a phrase took too long on a sentence
  // Names of those who sign, for redaction; empty without it.
  std::vector<std::pair<MessageIndex, std::string>> signers;
};

// Of the mails of the cases shown in which a desk and a customer write; what is odd about those
// that are read now goes to Message::notes. `early`: what was read already, by message, ascending;
// what is not among it is read now.
Readings ReadFacts(const Options& options, const source::Inventory& inventory,
                   const source::Limits& limits, const FactReader& reader, Report& report,
                   std::vector<Said>&& early);

}  // namespace threadlint
