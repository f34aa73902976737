#include "cases/build.h"

#include "cases/breaks.h"
#include "cases/disjoint_sets.h"
#include "cases/links.h"
#include "cases/short_id.h"
#include "cases/sides.h"
#include "cases/token_table.h"

#include <algorithm>
#include <set>
#include <tuple>

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

// The token of a message: of the address that an answer goes to, else of one it is written to.
TokenIndex TokenOfMessage(const Export& mail, const Message& m, const TokenTable& tokens) {
  const auto grouping = [&](StringId address) {
    const TokenIndex token = tokens.Of(address);
    return token != kNoToken && Groups(tokens.tokens[token]) ? token : kNoToken;
  };
  TokenIndex token = grouping(AnswerAddress(mail, m));
  for (const StringId a : mail.Recipients(m))
    if (token == kNoToken) token = grouping(a);
  return token;
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
  Describer(const Export& mail, const TokenTable& tokens, const CaseOptions& options, CaseSet& set)
      : mail_(mail),
        tokens_(tokens),
        desks_(mail, tokens, options.support_domains),
        replies_(mail),
        token_links_(tokens),
        set_(set) {}

  void Describe(Case& c) {
    const auto messages = std::span(set_.messages).subspan(c.messages_begin, c.messages);
    for (CaseMessage& entry : messages) {
      DescribeMessage(entry, c);
      c.segments.push_back(entry.segment);
    }
    std::ranges::sort(c.segments);
    c.segments.erase(std::unique(c.segments.begin(), c.segments.end()), c.segments.end());

    c.missing_begin = static_cast<uint32_t>(set_.missing.size());
    replies_.AppendMissing(mail_, messages, set_.missing);
    c.missing = static_cast<uint32_t>(set_.missing.size()) - c.missing_begin;

    c.breaks_begin = static_cast<uint32_t>(set_.breaks.size());
    for (const Break& b : FindTokenBreaks(mail_, tokens_, messages)) set_.breaks.push_back(b);
    c.breaks = static_cast<uint32_t>(set_.breaks.size()) - c.breaks_begin;
  }

 private:
  void DescribeMessage(CaseMessage& entry, Case& c) {
    const Message& m = mail_.messages[entry.message];
    const SideAndReason side = SideOf(mail_, m, tokens_, desks_);
    entry.side = side.side;
    entry.side_reason = side.reason;
    c.has_desk |= side.side == Side::kAgent || side.side == Side::kCustomer;
    entry.token = TokenOfMessage(mail_, m, tokens_);
    if (entry.token != kNoToken && listed_.emplace(entry.segment, entry.token).second)
      set_.segments[entry.segment].tokens.push_back(entry.token);
    entry.links_begin = static_cast<uint32_t>(set_.links.size());
    replies_.Append(mail_, entry.message, set_.links);
    token_links_.Append(entry, c.messages_begin, set_.links);
    entry.links = static_cast<uint32_t>(set_.links.size()) - entry.links_begin;
  }

  const Export& mail_;
  const TokenTable& tokens_;
  Desks desks_;
  ReplyLinks replies_;
  TokenLinks token_links_;
  std::set<std::pair<uint32_t, TokenIndex>> listed_;  // (segment, token) pairs already named
  CaseSet& set_;
};

}  // namespace

CaseSet BuildCases(Export& mail, const CaseOptions& options) {
  // What reply headers alone hold together shows what a token is good for.
  DisjointSets threads(mail.strings.size() + mail.messages.size());
  JoinReplies(mail, threads);
  std::vector<uint32_t> nodes(mail.messages.size());
  for (MessageIndex i = 0; i < nodes.size(); ++i) nodes[i] = MessageNode(mail, i);
  TokenTable tokens = ReadTokens(mail, threads, nodes);

  // Reading tokens has added strings, and with them nodes: the graph is built anew.
  DisjointSets joined(mail.strings.size() + mail.messages.size());
  JoinReplies(mail, joined);
  JoinTokens(mail, tokens, Strength::kStrong, joined);
  const std::vector<MessageIndex> in_order = InOrderOfTime(mail);
  const Classes segments = NumberClasses(mail, in_order, joined);
  JoinTokens(mail, tokens, options.join, joined);
  const Classes cases = NumberClasses(mail, in_order, joined);

  CaseSet out;
  out.segments.resize(segments.oldest.size());
  const auto segment_ids = NameClasses('s', mail, segments);
  for (size_t i = 0; i < segment_ids.size(); ++i)
    out.segments[i] = {segment_ids[i], segments.oldest[i], {}};
  out.cases.resize(cases.oldest.size());
  const auto case_ids = NameClasses('c', mail, cases);
  for (size_t i = 0; i < case_ids.size(); ++i) out.cases[i].id = case_ids[i];

  PlaceMessages(in_order, cases, segments, out);
  Describer describer(mail, tokens, options, out);
  for (Case& c : out.cases) describer.Describe(c);
  out.tokens = std::move(tokens.tokens);
  return out;
}

}  // namespace threadlint::cases
