// Everybody who stands in the address fields of an export, and what he is called instead.
#pragma once

#include "verdict/pseudonyms.h"
#include "verdict/redact_names.h"
#include "verdict/redaction.h"

#include <threadlint/report.h>

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace threadlint::verdict {

class People {
 public:
  // Gives pseudonyms in the order of the cases, those that are shown first.
  People(const Redaction& redaction, const Report& report, Pseudonyms& pseudonyms);

  // "Agent-1+token#A@desk-1.invalid".
  std::string Address(std::string_view address);
  // "desk-1.invalid".
  std::string Host(std::string_view host);
  bool IsKnownHost(std::string_view host) const;
  // What stands for who is named that in mail from that address.
  std::string Writer(std::string_view address, std::string_view name);
  // Those who write or receive mail of a case, sorted.
  std::vector<NameIndex> Of(const Case& c) const;
  // A name that stands in a text alone.
  std::string NameAnew(const std::string& folded);

  const NameTable& names() const { return names_; }

 private:
  struct Parts;  // of an address
  enum class Role : uint8_t { kOther, kCustomer, kAgent };

  Parts Split(std::string_view address) const;
  void FindDesks();
  void FindRoles();
  void Meet(StringId address);
  void MeetMessage(MessageIndex i);
  void MeetRest();
  void AddTokens();
  Role RoleOf(const std::string& canonical, std::string_view organisation) const;
  std::string Domain(std::string_view organisation);
  NameIndex PersonOf(std::string_view address);
  NameIndex NamedAt(std::string_view address, std::string_view name);
  bool IsOfDesk(std::string_view name, std::string_view organisation) const;

  const Redaction& redaction_;
  const Report& report_;
  const Export& mail_;
  Pseudonyms& pseudonyms_;
  NameTable names_;
  std::unordered_map<std::string, TokenIndex> tokens_;  // by address
  std::unordered_set<std::string> desks_;               // organisations
  std::unordered_set<std::string> mailers_;             // organisations of customers
  std::unordered_map<std::string, uint8_t> roles_;      // by canonical address: a set of bits
  std::unordered_map<std::string, NameIndex> persons_;  // by canonical address
  std::unordered_map<std::string, NameIndex> agents_;   // by organisation and name
  std::unordered_map<std::string, NameIndex> houses_;   // by organisation
  std::unordered_map<StringId, std::set<std::string>> names_of_;  // by address
  std::unordered_map<MessageIndex, std::string_view> signers_;
  std::unordered_set<StringId> met_;
};

}  // namespace threadlint::verdict
