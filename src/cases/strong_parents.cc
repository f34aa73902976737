// The threads that a mail belongs to by the mails it names.
#include "cases/strong_join.h"

#include <algorithm>

namespace threadlint::cases {

void StrongJoin::ReadParents(MessageIndex i) {
  const Message& m = mail_.messages[i];
  parents_.clear();
  // What nobody ever sent is the name of a case: a token, not a mail.
  const auto add = [&](StringId id) {
    if (id != 0 && id != m.message_id && !known_.tokens.IsRoot(id)) parents_.push_back(id);
  };
  for (const StringId id : mail_.InReplyTo(m)) add(id);
  const auto references = mail_.References(m);
  for (size_t k = references.size(); k-- > 0;) add(references[k]);
  // What a mail system returns belongs where it came from.
  if (const mail::LinkReading* reading = known_.Reading(i); reading != nullptr && m.bounce)
    for (const std::string& id : reading->returned_ids)
      if (const StringId known = mail_.strings.Find(id); known != 0) parents_.push_back(known);
}

const Matter* StrongJoin::ParentMatter(uint32_t* node) {
  for (const uint32_t p : parents_) {
    ++sets_.steps;
    if (const Matter* matter = sets_.Of(p); matter != nullptr) {
      if (node != nullptr) *node = p;
      return matter;
    }
  }
  return nullptr;
}

bool StrongJoin::Disagrees(MessageIndex i) {
  uint32_t parent = 0;
  const Matter* named = ParentMatter(&parent);
  if (named == nullptr || own_.empty() || sets_.Find(parent) == sets_.Find(Node(i))) return false;
  const Matter* home = sets_.Of(Node(i));
  // A token that no thread had before is a change of this thread's token.
  if (home == nullptr || home->newest == kNoMessage) return false;
  Matter mine;
  for (const TokenIndex t : own_) Insert(mine.tokens, {known_.tokens.facts[t].family, t});
  if (!TokensDisagree(mine, *named) || !GivenByDesk(*named, mine)) return false;
  Overruled o{Overruling::kLinksDisagree, i, named->newest, own_.front(), kNoToken};
  for (const auto& [family, token] : named->tokens)
    for (const TokenIndex t : own_)
      if (known_.tokens.facts[t].family == family) {
        o.token = t;
        o.other_token = token;
      }
  if (const MessageIndex named_mail = MessageOf(parent); named_mail != kNoMessage)
    o.other = named_mail;
  overruled_.push_back(o);
  return true;
}

bool StrongJoin::GivenByDesk(const Matter& named, const Matter& mine) const {
  for (const auto& [family, token] : named.tokens)
    for (const auto& [own_family, own] : mine.tokens)
      if (family == own_family && known_.tokens.facts[token].given &&
          known_.tokens.facts[own].given)
        return true;
  return false;
}

MessageIndex StrongJoin::MessageOf(uint32_t id) {
  if (by_id_.empty()) {
    by_id_.assign(mail_.strings.size(), kNoMessage);
    for (const MessageIndex i : known_.in_order)
      if (mail_.messages[i].message_id != 0 && by_id_[mail_.messages[i].message_id] == kNoMessage)
        by_id_[mail_.messages[i].message_id] = i;
  }
  return id < by_id_.size() ? by_id_[id] : kNoMessage;
}

void StrongJoin::JoinParents(MessageIndex i) {
  bool nearest = true;
  for (const uint32_t p : parents_) {
    ++sets_.steps;
    // Farther references may lead into a thread that the nearest mail was taken out of.
    const Matter *ours = sets_.Of(Node(i)), *theirs = sets_.Of(p);
    if (!nearest && ours != nullptr && theirs != nullptr && ours != theirs &&
        TokensDisagree(*ours, *theirs))
      continue;
    sets_.Join(Node(i), p);
    if (theirs != nullptr) nearest = false;
  }
  // Tokens of mails it names, which need not be in the export. Its own say more.
  for (const TokenIndex t : linked_) {
    sets_.steps += own_.size();
    const uint32_t family = known_.tokens.facts[t].family;
    if (std::ranges::any_of(own_,
                            [&](TokenIndex o) { return known_.tokens.facts[o].family == family; }))
      continue;
    if (homes_[t].empty()) {
      homes_[t].push_back({Node(i), known_.who[i].person});
    } else if (const size_t h = HomeFor(i, t); h != SIZE_MAX) {
      const Matter *ours = sets_.Of(Node(i)), *theirs = sets_.Of(homes_[t][h].node);
      if (ours == nullptr || theirs == nullptr || !TokensDisagree(*ours, *theirs))
        sets_.Join(Node(i), homes_[t][h].node);
    }
  }
}

}  // namespace threadlint::cases
