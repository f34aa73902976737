#include "cases/form_titles.h"

#include "util/ascii.h"

#include <unordered_set>

namespace threadlint::cases {

FormTitles::FormTitles(const Known& known, Strength weakest) : known_(known) {
  std::unordered_set<std::string> of_customers;  // who chose the words, not the desk
  for (const MessageIndex i : known.in_order)
    if (known.who[i].desk != kNobody && !known.who[i].from_desk &&
        util::LowerAscii(known.mail[known.mail.messages[i].subject]) == known.titles[i])
      of_customers.insert(Key(i));
  for (const MessageIndex i : known.in_order) {
    const Correspondents& who = known.who[i];
    if (!who.from_desk || who.person == kNobody || known.titles[i].empty()) continue;
    std::string key = Key(i);
    if (of_customers.contains(key)) continue;
    const TokenIndex token = FirstToken(i, weakest);
    Use& use =
        uses_.try_emplace(std::move(key), Use{who.person, token, false, false}).first->second;
    use.several_people |= use.person != who.person;
    use.several_tickets |= use.person != who.person && use.token != token;
  }
}

std::string FormTitles::Key(MessageIndex i) const {
  return std::to_string(known_.who[i].desk) + " " + std::string(known_.titles[i]);
}

TokenIndex FormTitles::FirstToken(MessageIndex i, Strength weakest) const {
  for (const TokenUse& use : known_.tokens.Of(known_.mail.messages[i], i)) {
    const TokenIndex kept = known_.tokens.facts[use.token].kept;
    if (IsOwn(use.place) && Joins(known_.tokens.tokens[kept], weakest)) return kept;
  }
  return kNoToken;
}

FormTitles::Use FormTitles::Of(MessageIndex i) const {
  if (known_.who[i].desk == kNobody) return {};
  const auto at = uses_.find(Key(i));
  return at == uses_.end() ? Use{} : at->second;
}

}  // namespace threadlint::cases
