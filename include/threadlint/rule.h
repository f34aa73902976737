// The rules: what each is called and says, and what it gets to see.
#pragma once

#include <threadlint/case.h>
#include <threadlint/finding.h>
#include <threadlint/message.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace threadlint {

namespace facts {
struct Reading;  // src/facts/reading.h
class Topics;    // src/facts/topics.h
}  // namespace facts
namespace rules {
class CaseMemo;  // src/rules/case_memo.h
}

// What one message says, and which of its sentences are not news in its case.
struct ReadMessage {
  const facts::Reading* reading = nullptr;  // null: it was not read
  // By sentence: the sentence was there before, as a quotation without marks or as what stands in
  // most mails of its sender. Empty: none was.
  std::vector<uint8_t> old;
};

// One case with everything a rule may look at. A rule does no I/O and keeps no state.
struct CaseView {
  const Export* mail = nullptr;
  const CaseSet* set = nullptr;
  uint32_t case_index = 0;
  std::span<const ReadMessage> read = {};  // by MessageIndex; empty: nothing was read
  const facts::Topics* topics = nullptr;   // what claims of readings are about; null: nothing
  std::optional<int64_t> now = {};         // last credible date of the export
  rules::CaseMemo* memo = nullptr;         // what rules share; null: each works it out for itself

  const Case& get() const { return set->cases[case_index]; }
  std::span<const CaseMessage> messages() const { return set->Messages(get()); }
  const Message& message(MessageIndex i) const { return mail->messages[i]; }
  std::string_view text(StringId id) const { return (*mail)[id]; }
  // nullptr if it was not read.
  const facts::Reading* reading(MessageIndex i) const {
    return i < read.size() ? read[i].reading : nullptr;
  }
  // That sentence of its reading was there before, see ReadMessage::old.
  bool IsOld(MessageIndex i, uint32_t sentence) const {
    return i < read.size() && sentence < read[i].old.size() && read[i].old[sentence] != 0;
  }
  // The case's own entry of a message; nullptr if it is not in this case.
  const CaseMessage* Find(MessageIndex i) const;
};

// The notes on one input, for the rules of family TL9.
struct InputView {
  const Export* mail = nullptr;
  std::span<const InputNote> notes;
};

struct RuleInfo {
  std::string_view id;                     // "TL101"
  std::string_view slug;                   // "reply-token-changed"
  Severity severity = Severity::kWarning;  // highest it reports at
  std::string_view since;                  // version that brought it
  std::string_view summary;                // one line
  std::string_view document;               // rule.md without front matter, Markdown
  std::vector<Finding> (*check_case)(const CaseView&) = nullptr;
  std::vector<Finding> (*check_input)(const InputView&) = nullptr;
};

// All rules, by id.
std::span<const RuleInfo> Rules();
// By id or slug, any ASCII case; nullptr if there is none.
const RuleInfo* FindRule(std::string_view id_or_slug);

}  // namespace threadlint
