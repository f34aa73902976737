// Sides, links, missing mails and breaks of cases that are made.
#pragma once

#include "cases/links.h"
#include "cases/medium_links.h"
#include "cases/strong_links.h"

#include <threadlint/case.h>

#include <cstdint>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace threadlint::cases {

// Fills in what is known of the messages of one case after the other.
class CaseDescriber {
 public:
  CaseDescriber(const Known& known, CaseSet& set);

  // Links of messages to threads that tokens and reply headers do not tie them to, and those that
  // were overruled.
  void Take(const std::vector<MatterLink>& links, const std::vector<Overruled>& overruled);
  void Describe(Case& c);
  // `of_links`: those of its breaks that overruled links show.
  void FindBreaks(Case& c, std::span<const Break> of_links);
  // How often something was looked at for breaks: linear in the input.
  uint64_t steps() const { return steps_; }
  const ReplyLinks& replies() const { return replies_; }

 private:
  void TellSides(Case& c, std::span<CaseMessage> messages);
  void DescribeMessage(CaseMessage& entry, const Case& c);
  void MarkOverruled(const CaseMessage& entry);

  const Known& known_;
  const Export& mail_;
  ReplyLinks replies_;
  TokenLinks token_links_;
  std::unordered_map<MessageIndex, std::vector<const MatterLink*>> matter_links_;
  std::unordered_map<MessageIndex, std::vector<const Overruled*>> overruled_;
  std::set<std::pair<uint32_t, TokenIndex>> listed_;  // (segment, token) pairs already named
  std::vector<uint32_t> by_message_;                  // into CaseSet::messages
  CaseSet& set_;
  uint64_t steps_ = 0;
};

}  // namespace threadlint::cases
