#include "cases/describe_cases.h"

#include "cases/breaks.h"
#include "cases/sides.h"

#include <algorithm>
#include <unordered_set>

namespace threadlint::cases {

CaseDescriber::CaseDescriber(const Known& known, CaseSet& set)
    : known_(known),
      mail_(known.mail),
      replies_(known.mail),
      token_links_(known.tokens),
      by_message_(known.mail.messages.size(), UINT32_MAX),
      set_(set) {}

void CaseDescriber::Take(const std::vector<MatterLink>& links,
                         const std::vector<Overruled>& overruled) {
  for (const MatterLink& link : links) matter_links_[link.message].push_back(&link);
  for (const Overruled& o : overruled) overruled_[o.message].push_back(&o);
}

void CaseDescriber::Describe(Case& c) {
  const auto messages = std::span(set_.messages).subspan(c.messages_begin, c.messages);
  TellSides(c, messages);
  std::vector<uint32_t>& segments = set_.segments_of_cases;
  c.segments_begin = static_cast<uint32_t>(segments.size());
  const auto begin = static_cast<std::ptrdiff_t>(segments.size());
  for (CaseMessage& entry : messages) {
    DescribeMessage(entry, c);
    segments.push_back(entry.segment);
  }
  std::sort(segments.begin() + begin, segments.end());
  segments.erase(std::unique(segments.begin() + begin, segments.end()), segments.end());
  c.segments = static_cast<uint32_t>(segments.size()) - c.segments_begin;

  c.missing_begin = static_cast<uint32_t>(set_.missing.size());
  replies_.AppendMissing(mail_, known_.tokens, messages, set_.missing);
  c.missing = static_cast<uint32_t>(set_.missing.size()) - c.missing_begin;
}

void CaseDescriber::FindBreaks(Case& c, std::span<const Break> of_links) {
  const auto messages =
      std::span<const CaseMessage>(set_.messages).subspan(c.messages_begin, c.messages);
  std::vector<Break> found;
  if (c.has_desk) found = cases::FindBreaks(known_, replies_, messages, steps_);
  for (Break b : of_links) {
    const CaseMessage& entry = set_.messages[by_message_[b.message]];
    b.carried_by = entry.side;
    b.reason = entry.side_reason;
    found.push_back(b);
  }
  const auto place = [&](const Break& b) { return by_message_[b.message]; };
  std::ranges::stable_sort(found, {}, place);
  c.breaks_begin = static_cast<uint32_t>(set_.breaks.size());
  for (const Break& b : found) set_.breaks.push_back(b);
  c.breaks = static_cast<uint32_t>(found.size());
}

void CaseDescriber::TellSides(Case& c, std::span<CaseMessage> messages) {
  std::unordered_set<PersonIndex> customers;
  for (CaseMessage& entry : messages) {
    const Message& m = mail_.messages[entry.message];
    const SideAndReason side = SideOf(mail_, m, known_.desks, known_.Reading(entry.message));
    entry.side = side.side;
    entry.side_reason = side.reason;
    const Correspondents& who = known_.who[entry.message];
    c.has_desk |= who.desk != kNobody;
    if (who.person != kNobody && (entry.side == Side::kCustomer || entry.side == Side::kAgent))
      customers.insert(who.person);
  }
  if (!c.has_desk) return;
  for (CaseMessage& entry : messages) {
    if (entry.side != Side::kUnknown) continue;
    const Message& m = mail_.messages[entry.message];
    const SideAndReason side =
        SideOfThird(mail_, m, m.from != 0 && customers.contains(known_.desks.Person(m.from)));
    entry.side = side.side;
    entry.side_reason = side.reason;
  }
}

namespace {

int Visible(TokenPlace place) {
  switch (place) {
    case TokenPlace::kReplyTo:
    case TokenPlace::kFrom:
    case TokenPlace::kRecipient:
      return 3;
    case TokenPlace::kSubject:
      return 2;
    case TokenPlace::kBody:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

void CaseDescriber::DescribeMessage(CaseMessage& entry, const Case& c) {
  const MessageIndex i = entry.message;
  by_message_[i] = static_cast<uint32_t>(&entry - set_.messages.data());
  TokenPlace place = TokenPlace::kField;
  for (const TokenUse& use : known_.tokens.Of(mail_.messages[i], i)) {
    if (!IsOwn(use.place)) continue;
    if (!Groups(known_.tokens.tokens[use.token])) continue;
    // What people see says more than what only machines read.
    if (entry.token == kNoToken || Visible(use.place) > Visible(place)) {
      entry.token = use.token;
      place = use.place;
    }
    if (listed_.emplace(entry.segment, use.token).second)
      set_.segments[entry.segment].tokens.push_back(use.token);
  }
  entry.links_begin = static_cast<uint32_t>(set_.links.size());
  replies_.Append(mail_, i, set_.links);
  MarkOverruled(entry);
  const bool in_text = place == TokenPlace::kSubject || place == TokenPlace::kBody;
  token_links_.Append(entry, c.messages_begin, in_text ? LinkKind::kBodyToken : LinkKind::kToken,
                      set_.links);
  if (const auto at = matter_links_.find(i); at != matter_links_.end())
    for (const MatterLink* link : at->second) {
      Link out;
      out.to = link->to;
      out.kind = link->kind;
      out.strength = link->strength;
      out.why = link->why;
      set_.links.push_back(out);
    }
  entry.links = static_cast<uint32_t>(set_.links.size()) - entry.links_begin;
}

void CaseDescriber::MarkOverruled(const CaseMessage& entry) {
  const auto at = overruled_.find(entry.message);
  if (at == overruled_.end()) return;
  for (const Overruled* o : at->second) {
    const bool header = o->kind == Overruling::kLinksDisagree || o->kind == Overruling::kOldMail;
    if (header) {
      for (size_t k = entry.links_begin; k < set_.links.size(); ++k) {
        set_.links[k].overruled = true;
        set_.links[k].why = o->kind == Overruling::kOldMail
                                ? "it answers that old mail, but about another matter"
                                : "its reply header names that message, its token another case";
      }
      continue;
    }
    Link link;
    link.kind = LinkKind::kToken;
    link.to = o->other;
    link.absent = o->other_token == kNoToken ? 0 : known_.tokens.tokens[o->other_token].text;
    link.overruled = true;
    link.why = o->kind == Overruling::kCollision
                   ? "both carry the same token, but have nothing else in common"
                   : "it carries that token too, but goes by another";
    set_.links.push_back(link);
  }
}

}  // namespace threadlint::cases
