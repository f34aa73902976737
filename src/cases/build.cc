#include "cases/build.h"

#include "cases/altered_quotes.h"
#include "cases/breaks.h"
#include "cases/describe_cases.h"
#include "cases/disjoint_sets.h"
#include "cases/medium_links.h"
#include "cases/message_order.h"
#include "cases/short_id.h"
#include "cases/strong_links.h"
#include "cases/title.h"
#include "cases/token_families.h"

#include <algorithm>
#include <set>

namespace threadlint::cases {
namespace {

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

}  // namespace

CaseBuilder::CaseBuilder(Export& mail, const CaseOptions& options)
    : mail_(mail),
      options_(options),
      catalogue_(options.catalogue != nullptr ? *options.catalogue
                                              : mail::TokenCatalogue::BuiltIn()),
      in_order_(InOrderOfTime(mail)),
      collector_(mail, catalogue_, in_order_, tokens_),
      threads_(mail.strings.size() + mail.messages.size()),
      first_node_(MessageNode(mail, 0)) {
  // What reply headers alone hold together shows what a token is good for.
  JoinReplies(mail, threads_);
  collector_.CollectHeaders(options.workers);
  Learn();
  desks_ = std::make_unique<Desks>(mail, in_order_, tokens_, catalogue_, options.support_domains);
  who_.resize(mail.messages.size());
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (!TakesPart(m)) continue;
    who_[i] = desks_->Between(m);
    if ((who_[i].desk != kNobody && who_[i].person != kNobody) || m.bounce) bodies_.push_back(i);
  }
}

std::vector<MessageIndex> CaseBuilder::Conversed() const {
  const auto goes_between = [this](MessageIndex i) {
    return who_[i].desk != kNobody && who_[i].person != kNobody;
  };
  std::set<std::pair<DeskIndex, PersonIndex>> wrote[2];
  for (const MessageIndex i : bodies_)
    if (goes_between(i)) wrote[who_[i].from_desk ? 1 : 0].emplace(who_[i].desk, who_[i].person);
  std::vector<MessageIndex> out;
  for (const MessageIndex i : bodies_) {
    const std::pair between(who_[i].desk, who_[i].person);
    if (goes_between(i) && wrote[0].contains(between) && wrote[1].contains(between))
      out.push_back(i);
  }
  return out;
}

void CaseBuilder::Learn() {
  LearnRoles(mail_, threads_, first_node_, learned_uses_, tokens_, evidence_);
  learned_uses_ = tokens_.uses.size();
  SetRoles(options_.token_roles, mail_, tokens_);
}

CaseSet BuildCases(Export& mail, const CaseOptions& options) {
  return CaseBuilder(mail, options).Build({});
}

CaseSet CaseBuilder::Build(const std::vector<mail::LinkReading>& readings) {
  std::vector<int32_t> reading_of;
  if (!readings.empty()) reading_of.assign(mail_.messages.size(), -1);
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
      for (const MessageIndex i : in_order_) {
        if (reading_of.empty() || reading_of[i] < 0 || who_[i].desk == kNobody ||
            who_[i].from_desk != wrote)
          continue;
        const mail::LinkReading& reading = readings[static_cast<size_t>(reading_of[i])];
        const std::string_view organisation = desks_->Name(who_[i].desk);
        for (const mail::TokenMatch& match : reading.own_tokens)
          collector_.AddBodyToken(i, match, organisation, wrote, false);
        for (const mail::TokenMatch& match : reading.quoted_tokens)
          collector_.AddBodyToken(i, match, organisation, wrote, true);
      }
    Learn();
  }
  threads_ = DisjointSets(0);
  collector_.Finish();

  MessageTitles titles(mail_.messages.size());
  for (const MessageIndex i : in_order_)
    if (who_[i].desk != kNobody) titles.Set(i, TitleOf(mail_, tokens_, i));
  const Known known{mail_, tokens_, *desks_, in_order_, who_, titles, reading_of, readings};

  Threads joined = JoinStrongLinks(known, Strength::kStrong);
  Classes segments = NumberClasses(mail_, in_order_, joined.sets);
  const bool weaker = options_.join != Strength::kStrong &&
                      std::ranges::any_of(tokens_.tokens, [](const Token& token) {
                        return Groups(token) && token.assumed;
                      });
  if (weaker) {
    steps_ = joined.steps;
    joined = JoinStrongLinks(known, options_.join);
  }
  std::vector<MatterLink> matter_links;
  if (options_.join != Strength::kStrong) matter_links = JoinMatters(known, options_.join, joined);
  steps_ += joined.steps;
  Classes cases = NumberClasses(mail_, in_order_, joined.sets);
  joined.sets = DisjointSets(0);

  CaseSet out;
  out.segments.reserve(segments.oldest.size());
  for (std::string& id : NameClasses('s', mail_, segments))
    out.segments.push_back({std::move(id), segments.oldest[out.segments.size()], {}});
  out.cases.reserve(cases.oldest.size());
  for (std::string& id : NameClasses('c', mail_, cases)) {
    out.cases.emplace_back();
    out.cases.back().id = std::move(id);
  }

  PlaceMessages(in_order_, cases, segments, out);
  segments = {};
  cases.oldest = {};
  CaseDescriber describer(known, out);
  describer.Take(matter_links, joined.overruled);
  for (Case& c : out.cases) describer.Describe(c);
  std::vector<Break> of_links = BreaksOf(known, joined.overruled, cases.of_message);
  const auto case_of = [&](const Break& b) { return cases.of_message[b.message]; };
  std::ranges::stable_sort(of_links, {}, case_of);
  auto next = of_links.begin();
  for (uint32_t i = 0; i < out.cases.size(); ++i) {
    const auto end =
        std::find_if(next, of_links.end(), [&](const Break& b) { return case_of(b) != i; });
    describer.FindBreaks(out.cases[i], std::span(next, end));
    next = end;
  }
  steps_ += describer.steps();
  FindAlterations(known, describer.replies(), out);
  out.families = ListFamilies(mail_, tokens_, evidence_, options_.token_roles);
  out.tokens = std::move(tokens_.tokens);
  return out;
}

}  // namespace threadlint::cases
