// The organisations that run a help desk in this export, and who talks with them.
#pragma once

#include "cases/token_table.h"
#include "mail/tokens.h"
#include "util/hash.h"

#include <threadlint/message.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadlint::cases {

using DeskIndex = uint32_t;
using PersonIndex = uint32_t;
inline constexpr uint32_t kNobody = UINT32_MAX;

// Between whom a mail goes: one desk, and one person who is not of it.
struct Correspondents {
  DeskIndex desk = kNobody;
  PersonIndex person = kNobody;
  bool from_desk = false;
};

// Built in two steps: who runs a desk shows in tokens and signs of software, in names of addresses
// and in who writes to whom; then every mail can be said to go between a desk and somebody.
class Desks {
 public:
  // `named`: domains or addresses that the user says are a help desk's.
  // `in_order`: the messages that take part, in order of time; used by the constructor alone.
  Desks(const Export& mail, std::span<const MessageIndex> in_order, const TokenTable& tokens,
        const mail::TokenCatalogue& catalogue, const std::vector<std::string>& named);

  // The desk that the address is of; kNobody for all others.
  DeskIndex Of(StringId address) const { return address == 0 ? kNobody : At(address).desk; }
  std::string_view Name(DeskIndex desk) const { return desks_[desk].name; }
  // Why its people are taken for a help desk's: a sentence.
  std::string_view Reason(DeskIndex desk) const;
  size_t size() const { return desks_.size(); }
  // Its software puts Auto-Submitted on most of its mails, people's too.
  bool MarksAllMail(DeskIndex desk) const { return desks_[desk].marked * 2 > desks_[desk].mails; }

  Correspondents Between(const Message& m) const;
  PersonIndex Person(StringId address) const { return At(address).person; }
  // Two people of one organisation that is no mail provider.
  bool SameCompany(PersonIndex a, PersonIndex b) const;

 private:
  // The best one first.
  enum class Evidence : uint8_t {
    kNamed,
    kToken,
    kMessageId,
    kFields,
    kSubject,
    kShared,
    kName,
    kAnswers
  };
  struct Desk {
    std::string_view name;
    Evidence evidence = Evidence::kAnswers;
    uint32_t mails = 0, marked = 0;  // from addresses that are read; of these auto-generated
  };
  // What is known of an address.
  struct Address {
    StringId address = 0;
    StringId organisation = 0;  // in organisations_
    DeskIndex desk = kNobody;
    PersonIndex person = kNobody;
  };
  // Of a string that is no address in use, what is known of nobody.
  const Address& At(StringId address) const { return addresses_[place_[address]]; }
  void Add(StringId organisation, Evidence evidence);
  // In organisations_. Of an address anybody can have, the address itself.
  StringId Organisation(StringId address) const { return At(address).organisation; }
  // kNobody if it is no desk.
  DeskIndex DeskOf(StringId organisation) const {
    return organisation < desk_of_.size() ? desk_of_[organisation] : kNobody;
  }
  bool IsDesk(StringId organisation) const { return DeskOf(organisation) != kNobody; }
  void LearnFromTokens(const TokenTable& tokens);
  void LearnFromSigns();
  void LearnProviders();
  struct Numbers;
  Numbers NumbersInSubjects(const mail::TokenCatalogue& catalogue) const;
  void LearnFromSubjects(const mail::TokenCatalogue& catalogue);
  void LearnFromNames();
  void LearnFromSharedAddresses();
  void LearnPersons();
  void Resolve(const std::vector<std::string>& named);
  void JoinAnswerAddresses();

  const Export& mail_;
  std::span<const MessageIndex> in_order_;
  std::vector<Desk> desks_;
  StringPool organisations_;
  std::vector<DeskIndex> desk_of_;           // by organisation
  std::vector<Address> addresses_;           // nobody's, then those in use
  std::vector<uint32_t> place_;              // by StringId: there; most strings are no addresses
  std::vector<StringId> address_of_person_;  // one of them
};

}  // namespace threadlint::cases
