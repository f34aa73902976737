// The records of which the JSON report and its form in lines are made: the same members, written by
// the same code.
#pragma once

#include "report/json_writer.h"
#include "report/report.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::report {

// Each of them writes members of an object that the caller has begun, in a fixed order.
class JsonRecords {
 public:
  JsonRecords(const Report& report, const ReportOptions& options, JsonWriter& json);

  void Tool();      // the member "tool"
  void Coverage();  // the member "coverage"
  void InputMembers(const InputReport& input);
  void CaseMembers(const Case& c);
  void FindingMembers(const Finding& f);
  void SuppressionMembers(const SuppressionReport& suppression);
  void SignatureMembers(const SignedMail& mail);
  void AbsentMembers(const AbsentFinding& absent);
  void SummaryMembers();

 private:
  std::string Name(MessageIndex i) const { return MessageName(mail_, mail_.messages[i]); }
  // What a mail says is given with quotations only.
  std::string_view Words(std::string_view text) const {
    return options_.quotes ? text : std::string_view();
  }
  void NullOr(std::string_view key, std::string_view value);  // null where it is empty
  void NameOrNull(std::string_view key, MessageIndex i);
  void DateMember(std::string_view key, const Message& m);

  void WriteSegment(const Segment& segment);
  void WriteMessage(const CaseMessage& entry);
  void WriteLink(const Link& link);
  void WriteBreak(const Break& b);
  void Place(const Message& m);
  void CopyPlaces(MessageIndex i);
  void WriteEvidence(const Evidence& e);
  void WriteSignature(const Signature& s);
  void Impact(const Finding& f);

  const Report& report_;
  const ReportOptions& options_;
  const Export& mail_;
  const CaseSet& set_;
  JsonWriter& json_;
  // Copies by the message that they are copies of.
  std::vector<std::pair<MessageIndex, MessageIndex>> copies_;
  std::map<uint32_t, std::vector<const Finding*>> by_break_;
};

}  // namespace threadlint::report
