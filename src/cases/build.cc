#include "cases/build.h"

#include "cases/breaks.h"
#include "cases/disjoint_sets.h"
#include "cases/links.h"
#include "cases/short_id.h"
#include "cases/sides.h"
#include "cases/token_table.h"

#include <algorithm>
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

}  // namespace

CaseSet BuildCases(Export& mail, const CaseOptions& options) {
  // All strings that tokens need are interned before sizes are taken from the pool.
  DisjointSets threads(mail.strings.size() + mail.messages.size());
  JoinReplies(mail, threads);
  std::vector<uint32_t> nodes(mail.messages.size());
  for (MessageIndex i = 0; i < nodes.size(); ++i) nodes[i] = MessageNode(mail, i);
  TokenTable tokens = ReadTokens(mail, threads, nodes);

  DisjointSets segments(mail.strings.size() + mail.messages.size());
  JoinReplies(mail, segments);
  JoinTokens(mail, tokens, Strength::kStrong, segments);
  DisjointSets matters = segments;
  JoinTokens(mail, tokens, options.join, matters);

  std::vector<MessageIndex> in_order;
  for (MessageIndex i = 0; i < mail.messages.size(); ++i)
    if (TakesPart(mail.messages[i])) in_order.push_back(i);
  std::sort(in_order.begin(), in_order.end(), [&](MessageIndex a, MessageIndex b) {
    const Message &x = mail.messages[a], &y = mail.messages[b];
    if (x.date != y.date) return x.date < y.date;
    return MessageKey(mail, x) < MessageKey(mail, y);
  });

  const Classes segment_classes = NumberClasses(mail, in_order, segments);
  const Classes case_classes = NumberClasses(mail, in_order, matters);
  const Desks desks(mail, tokens, options.support_domains);
  const ReplyLinks replies(mail);

  CaseSet out;
  const auto segment_ids = NameClasses('s', mail, segment_classes);
  out.segments.resize(segment_ids.size());
  for (size_t i = 0; i < segment_ids.size(); ++i) {
    out.segments[i].id = segment_ids[i];
    out.segments[i].oldest = segment_classes.oldest[i];
  }
  const auto case_ids = NameClasses('c', mail, case_classes);
  out.cases.resize(case_ids.size());
  for (size_t i = 0; i < case_ids.size(); ++i) out.cases[i].id = case_ids[i];

  // Counting sort of the messages, which are in order of time, into their cases.
  for (const MessageIndex i : in_order) ++out.cases[case_classes.of_message[i]].messages;
  uint32_t begin = 0;
  for (Case& c : out.cases) {
    c.messages_begin = begin;
    begin += c.messages;
    c.messages = 0;
  }
  out.messages.resize(begin);
  for (const MessageIndex i : in_order) {
    Case& c = out.cases[case_classes.of_message[i]];
    CaseMessage& entry = out.messages[c.messages_begin + c.messages++];
    entry.message = i;
    entry.segment = segment_classes.of_message[i];
  }

  TokenLinks token_links(tokens);
  for (Case& c : out.cases) {
    const std::span<CaseMessage> messages =
        std::span(out.messages).subspan(c.messages_begin, c.messages);
    for (CaseMessage& entry : messages) {
      const Message& m = mail.messages[entry.message];
      const SideAndReason side = SideOf(mail, m, tokens, desks);
      entry.side = side.side;
      entry.side_reason = side.reason;
      c.has_desk |= side.side == Side::kAgent || side.side == Side::kCustomer;
      entry.token = TokenOfMessage(mail, m, tokens);
      entry.links_begin = static_cast<uint32_t>(out.links.size());
      replies.Append(mail, entry.message, out.links);
      token_links.Append(entry, out.links);
      entry.links = static_cast<uint32_t>(out.links.size()) - entry.links_begin;
      auto& segment_tokens = out.segments[entry.segment].tokens;
      if (entry.token != kNoToken &&
          std::ranges::find(segment_tokens, entry.token) == segment_tokens.end())
        segment_tokens.push_back(entry.token);
      if (c.segments.empty() || c.segments.back() != entry.segment)
        c.segments.push_back(entry.segment);
    }
    std::ranges::sort(c.segments);
    c.segments.erase(std::unique(c.segments.begin(), c.segments.end()), c.segments.end());

    c.missing_begin = static_cast<uint32_t>(out.missing.size());
    replies.AppendMissing(mail, messages, out.missing);
    c.missing = static_cast<uint32_t>(out.missing.size()) - c.missing_begin;

    c.breaks_begin = static_cast<uint32_t>(out.breaks.size());
    for (const Break& b : FindTokenBreaks(mail, tokens, messages)) out.breaks.push_back(b);
    c.breaks = static_cast<uint32_t>(out.breaks.size()) - c.breaks_begin;
  }
  out.tokens = std::move(tokens.tokens);
  return out;
}

}  // namespace threadlint::cases
