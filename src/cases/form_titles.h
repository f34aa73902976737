// Titles that say nothing of the matter, since a desk writes them to everybody ("Your enquiry").
#pragma once

#include "cases/strong_links.h"

#include <string>
#include <unordered_map>

namespace threadlint::cases {

// A title that the desk's customers chose themselves is none, whoever else has it.
class FormTitles {
 public:
  // Tokens whose role is assumed count only if `weakest` is medium or weak.
  FormTitles(const Known& known, Strength weakest);

  // The title of the mail stands on mails of its desk to several people.
  bool ToSeveralPeople(MessageIndex i) const { return Of(i).several_people; }
  // And they have different tokens: two people on one ticket are no proof.
  bool OnSeveralTickets(MessageIndex i) const { return Of(i).several_tickets; }

 private:
  struct Use {
    PersonIndex person = kNobody;  // of the first mail
    TokenIndex token = kNoToken;   // of the first mail
    bool several_people = false;
    bool several_tickets = false;
  };
  std::string Key(MessageIndex i) const;
  TokenIndex FirstToken(MessageIndex i, Strength weakest) const;
  Use Of(MessageIndex i) const;

  const Known& known_;
  std::unordered_map<std::string, Use> uses_;  // by desk and title
};

}  // namespace threadlint::cases
