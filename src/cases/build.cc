#include "cases/build.h"

#include "cases/breaks.h"
#include "cases/disjoint_sets.h"
#include "cases/links.h"
#include "cases/medium_links.h"
#include "cases/short_id.h"
#include "cases/sides.h"
#include "cases/strong_links.h"
#include "cases/title.h"
#include "cases/token_families.h"
#include "cases/token_table.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace threadlint::cases {
namespace {

bool TakesPart(const Message& m) {
  return m.copy_of == kNoMessage && m.left_out == LeftOutReason::kNo;
}

// Numbers the classes of `sets` in the order of their oldest message.
struct Classes {
  std::vector<uint32_t> of_message;  // by message; UINT32_MAX for those that stand in none
  std::vector<MessageIndex> oldest;  // by class
};

Classes NumberClasses(const Export& mail, const std::vector<MessageIndex>& in_order,
                      DisjointSets& sets) {
  Classes out;
  out.of_message.assign(mail.messages.size(), UINT32_MAX);
  std::vector<uint32_t> of_root(mail.strings.size() + mail.messages.size(), UINT32_MAX);
  for (const MessageIndex i : in_order) {
    uint32_t& number = of_root[sets.Find(MessageNode(mail, i))];
    if (number == UINT32_MAX) {
      number = static_cast<uint32_t>(out.oldest.size());
      out.oldest.push_back(i);
    }
    out.of_message[i] = number;
  }
  return out;
}

std::vector<std::string> NameClasses(char prefix, const Export& mail, const Classes& classes) {
  std::vector<std::string_view> names;
  names.reserve(classes.oldest.size());
  for (const MessageIndex i : classes.oldest) names.push_back(MessageKey(mail, mail.messages[i]));
  return ShortIds(prefix, names);
}

// Order of time; by name where times are equal, so that no order of files can show.
std::vector<MessageIndex> InOrderOfTime(const Export& mail) {
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (TakesPart(mail.messages[i])) out.push_back(i);
  std::sort(out.begin(), out.end(), [&](MessageIndex a, MessageIndex b) {
    const Message &x = mail.messages[a], &y = mail.messages[b];
    if (x.date != y.date) return x.date < y.date;
    return MessageKey(mail, x) < MessageKey(mail, y);
  });
  return out;
}

// Puts the messages, which come in order of time, behind each other case by case.
void PlaceMessages(const std::vector<MessageIndex>& in_order, const Classes& cases,
                   const Classes& segments, CaseSet& out) {
  for (const MessageIndex i : in_order) ++out.cases[cases.of_message[i]].messages;
  uint32_t begin = 0;
  for (Case& c : out.cases) {
    c.messages_begin = begin;
    begin += c.messages;
    c.messages = 0;
  }
  out.messages.resize(begin);
  for (const MessageIndex i : in_order) {
    Case& c = out.cases[cases.of_message[i]];
    CaseMessage& entry = out.messages[c.messages_begin + c.messages++];
    entry.message = i;
    entry.segment = segments.of_message[i];
  }
}

// Fills in what is known of the messages of one case after the other.
class Describer {
 public:
  Describer(const Known& known, CaseSet& set)
      : known_(known),
        mail_(known.mail),
        replies_(known.mail),
        token_links_(known.tokens),
        by_message_(known.mail.messages.size(), UINT32_MAX),
        set_(set) {}

  // Links of messages to threads that tokens and reply headers do not tie them to, and those that
  // were overruled.
  void Take(const std::vector<MatterLink>& links, const std::vector<Overruled>& overruled) {
    for (const MatterLink& link : links) matter_links_[link.message].push_back(&link);
    for (const Overruled& o : overruled) overruled_[o.message].push_back(&o);
  }

  void Describe(Case& c) {
    const auto messages = std::span(set_.messages).subspan(c.messages_begin, c.messages);
    TellSides(c, messages);
    for (CaseMessage& entry : messages) {
      DescribeMessage(entry, c);
      c.segments.push_back(entry.segment);
    }
    std::ranges::sort(c.segments);
    c.segments.erase(std::unique(c.segments.begin(), c.segments.end()), c.segments.end());

    c.missing_begin = static_cast<uint32_t>(set_.missing.size());
    replies_.AppendMissing(mail_, known_.tokens, messages, set_.missing);
    c.missing = static_cast<uint32_t>(set_.missing.size()) - c.missing_begin;
  }

  void FindBreaks(Case& c, std::vector<Break>& of_links) {
    const auto messages =
        std::span<const CaseMessage>(set_.messages).subspan(c.messages_begin, c.messages);
    std::vector<Break> found;
    if (c.has_desk) found = cases::FindBreaks(known_, replies_, messages);
    for (Break& b : of_links) {
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

 private:
  void TellSides(Case& c, std::span<CaseMessage> messages) {
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

  void DescribeMessage(CaseMessage& entry, const Case& c) {
    const MessageIndex i = entry.message;
    by_message_[i] = static_cast<uint32_t>(&entry - set_.messages.data());
    for (const TokenUse& use : known_.tokens.Of(mail_.messages[i], i)) {
      if (use.place == TokenPlace::kReference || use.place == TokenPlace::kQuoted) continue;
      if (!Groups(known_.tokens.tokens[use.token])) continue;
      if (entry.token == kNoToken) entry.token = use.token;
      if (listed_.emplace(entry.segment, use.token).second)
        set_.segments[entry.segment].tokens.push_back(use.token);
    }
    entry.links_begin = static_cast<uint32_t>(set_.links.size());
    replies_.Append(mail_, i, set_.links);
    MarkOverruled(entry);
    token_links_.Append(entry, c.messages_begin, set_.links);
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

  void MarkOverruled(const CaseMessage& entry) {
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
      link.absent = mail_token(o->other_token);
      link.overruled = true;
      link.why = o->kind == Overruling::kCollision
                     ? "both carry the same token, but have nothing else in common"
                     : "it carries that token too, but goes by another";
      set_.links.push_back(link);
    }
  }
  StringId mail_token(TokenIndex t) const {
    return t == kNoToken ? 0 : known_.tokens.tokens[t].text;
  }

  const Known& known_;
  const Export& mail_;
  ReplyLinks replies_;
  TokenLinks token_links_;
  std::unordered_map<MessageIndex, std::vector<const MatterLink*>> matter_links_;
  std::unordered_map<MessageIndex, std::vector<const Overruled*>> overruled_;
  std::set<std::pair<uint32_t, TokenIndex>> listed_;  // (segment, token) pairs already named
  std::vector<uint32_t> by_message_;                  // into CaseSet::messages
  CaseSet& set_;
};

}  // namespace

CaseBuilder::CaseBuilder(Export& mail, const CaseOptions& options)
    : mail_(mail),
      options_(options),
      catalogue_(options.catalogue != nullptr ? *options.catalogue
                                              : mail::TokenCatalogue::BuiltIn()),
      collector_(mail, catalogue_, tokens_),
      threads_(mail.strings.size() + mail.messages.size()) {
  // What reply headers alone hold together shows what a token is good for.
  JoinReplies(mail, threads_);
  nodes_.resize(mail.messages.size());
  for (MessageIndex i = 0; i < nodes_.size(); ++i) nodes_[i] = MessageNode(mail, i);
  collector_.CollectHeaders();
  Learn();
  desks_ = std::make_unique<Desks>(mail, tokens_, catalogue_, options.support_domains);
  who_.resize(mail.messages.size());
  if (desks_->size() == 0) return;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (!TakesPart(m)) continue;
    who_[i] = desks_->Between(m);
    if ((who_[i].desk != kNobody && who_[i].person != kNobody) || m.bounce) bodies_.push_back(i);
  }
}

void CaseBuilder::Learn() {
  evidence_ = LearnRoles(mail_, threads_, nodes_, tokens_);
  SetRoles(options_.token_roles, mail_, tokens_);
}

CaseSet BuildCases(Export& mail, const CaseOptions& options) {
  return CaseBuilder(mail, options).Build({});
}

CaseSet CaseBuilder::Build(const std::vector<mail::LinkReading>& readings) {
  std::vector<int32_t> reading_of(mail_.messages.size(), -1);
  for (size_t k = 0; k < readings.size() && k < bodies_.size(); ++k)
    reading_of[bodies_[k]] = static_cast<int32_t>(k);
  if (desks_->size() > 0) {
    collector_.CollectTexts([&](MessageIndex i) {
      TokenCollector::Owner owner;
      if (who_[i].desk != kNobody) owner.organisation = desks_->Name(who_[i].desk);
      owner.wrote = who_[i].from_desk;
      return owner;
    });
    for (const bool wrote : {true, false})
      for (size_t k = 0; k < readings.size() && k < bodies_.size(); ++k) {
        const MessageIndex i = bodies_[k];
        if (who_[i].desk == kNobody || who_[i].from_desk != wrote) continue;
        const std::string_view organisation = desks_->Name(who_[i].desk);
        for (const mail::TokenMatch& match : readings[k].own_tokens)
          collector_.AddBodyToken(i, match, organisation, wrote, false);
        for (const mail::TokenMatch& match : readings[k].quoted_tokens)
          collector_.AddBodyToken(i, match, organisation, wrote, true);
      }
    Learn();
  }
  collector_.Finish();

  const std::vector<MessageIndex> in_order = InOrderOfTime(mail_);
  std::vector<std::string> titles(mail_.messages.size());
  for (const MessageIndex i : in_order)
    if (who_[i].desk != kNobody) titles[i] = TitleOf(mail_, tokens_, i);
  const Known known{mail_, tokens_, *desks_, in_order, who_, titles, reading_of, readings};

  Threads strong = JoinStrongLinks(known, Strength::kStrong);
  const Classes segments = NumberClasses(mail_, in_order, strong.sets);
  Threads joined = options_.join == Strength::kStrong ? std::move(strong)
                                                      : JoinStrongLinks(known, options_.join);
  std::vector<MatterLink> matter_links;
  if (options_.join != Strength::kStrong) matter_links = JoinMatters(known, options_.join, joined);
  steps_ = joined.steps;
  const Classes cases = NumberClasses(mail_, in_order, joined.sets);

  CaseSet out;
  out.segments.resize(segments.oldest.size());
  const auto segment_ids = NameClasses('s', mail_, segments);
  for (size_t i = 0; i < segment_ids.size(); ++i)
    out.segments[i] = {segment_ids[i], segments.oldest[i], {}};
  out.cases.resize(cases.oldest.size());
  const auto case_ids = NameClasses('c', mail_, cases);
  for (size_t i = 0; i < case_ids.size(); ++i) out.cases[i].id = case_ids[i];

  PlaceMessages(in_order, cases, segments, out);
  Describer describer(known, out);
  describer.Take(matter_links, joined.overruled);
  for (Case& c : out.cases) describer.Describe(c);
  std::vector<std::vector<Break>> of_links(out.cases.size());
  for (const Break& b : BreaksOf(known, joined.overruled, cases.of_message))
    of_links[cases.of_message[b.message]].push_back(b);
  for (size_t i = 0; i < out.cases.size(); ++i) describer.FindBreaks(out.cases[i], of_links[i]);
  out.families = ListFamilies(mail_, tokens_, evidence_, options_.token_roles);
  out.tokens = std::move(tokens_.tokens);
  return out;
}

}  // namespace threadlint::cases
