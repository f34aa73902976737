// From messages to segments and cases (DESIGN: barrier 1).
#pragma once

#include "cases/desks.h"
#include "cases/token_collector.h"
#include "cases/token_roles.h"
#include "mail/link_reading.h"

#include <threadlint/case.h>
#include <threadlint/message.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace threadlint::cases {

struct CaseOptions {
  std::vector<std::string> support_domains;
  Strength join = Strength::kMedium;                // links at least this strong make one case
  const mail::TokenCatalogue* catalogue = nullptr;  // the built-in one
  // By base address or family name: what the user says goes before what is learned.
  std::vector<std::pair<std::string, TokenRole>> token_roles;
  unsigned workers = 1;  // threads
};

// In two steps, because bodies are read only of mails between a help desk and somebody, and who is
// a help desk shows in the headers. Copies must be resolved. Left-out mails and copies stand in no
// case. The result depends on the content of the mails alone: not on the order of `mail.messages`,
// nor on file names. `mail` must outlive the builder.
class CaseBuilder {
 public:
  CaseBuilder(Export& mail, const CaseOptions& options);

  // The messages whose bodies are to be read, ascending.
  const std::vector<MessageIndex>& Bodies() const { return bodies_; }
  // Those between a desk and somebody who both wrote to each other, as far as headers tell: of such
  // mails cases are made in which something can have been asked and answered. Ascending.
  std::vector<MessageIndex> Conversed() const;
  // `readings` of Bodies(), in that order; or none at all, if they could not be read.
  CaseSet Build(const std::vector<mail::LinkReading>& readings);

  // Looked-at links, over all: tests hold it to be linear.
  uint64_t steps() const { return steps_; }

 private:
  void Learn();

  Export& mail_;
  CaseOptions options_;
  const mail::TokenCatalogue& catalogue_;
  std::vector<MessageIndex> in_order_;  // of time
  TokenTable tokens_;
  TokenCollector collector_;
  DisjointSets threads_;  // by reply headers alone
  uint32_t first_node_;   // there, of the first message; the pool of strings grows meanwhile
  std::unique_ptr<Desks> desks_;
  std::vector<Correspondents> who_;  // by message
  std::vector<MessageIndex> bodies_;
  std::vector<RoleEvidence> evidence_;
  size_t learned_uses_ = 0;  // that the roles were learned from
  uint64_t steps_ = 0;
};

// By headers alone.
CaseSet BuildCases(Export& mail, const CaseOptions& options);

}  // namespace threadlint::cases
