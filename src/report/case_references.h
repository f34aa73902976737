// What has a number in the report of one case: its findings, and the mails that they cite.
#pragma once

#include <threadlint/report.h>

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace threadlint::report {

// Findings that were settled before (accepted) have no number, and cite nothing.
class CaseReferences {
 public:
  // `findings`: false leaves them all out. `all_mails`: every mail of the case is an exhibit,
  // whether it is cited or not.
  CaseReferences(const Report& report, uint32_t case_index, bool findings = true,
                 bool all_mails = false);

  uint32_t case_index() const { return case_index_; }
  // Finding n is findings()[n - 1].
  std::span<const Finding* const> findings() const { return findings_; }
  // Exhibit n is exhibits()[n - 1]: in the order of the case; mails of other cases come last.
  std::span<const MessageIndex> exhibits() const { return exhibits_; }
  uint32_t ExhibitOf(MessageIndex message) const;                  // 0: it is not cited
  std::vector<uint32_t> ExhibitsOf(const Finding& finding) const;  // rising
  std::span<const uint32_t> FindingsOn(uint32_t exhibit) const;    // that cite it, rising

  // How the exhibit stands in the case; null: it is of another one.
  const CaseMessage* EntryOf(uint32_t exhibit) const { return entries_[exhibit - 1]; }

  // Names of places in a page: "c4k2-f1", "c4k2-e2".
  std::string FindingAnchor(uint32_t number) const;
  std::string ExhibitAnchor(uint32_t number) const;

 private:
  const Report& report_;
  uint32_t case_index_;
  std::vector<const Finding*> findings_;
  std::vector<MessageIndex> exhibits_;
  std::vector<const CaseMessage*> entries_;  // by exhibit number - 1
  std::unordered_map<MessageIndex, uint32_t> numbers_;
  std::vector<std::vector<uint32_t>> findings_on_;  // by exhibit number - 1
};

}  // namespace threadlint::report
