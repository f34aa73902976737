#include "cases/token_table.h"

#include "cases/domain.h"
#include "cases/plus_address.h"
#include "util/ascii.h"
#include "util/hash.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace threadlint::cases {
namespace {

// What is counted of a base address.
struct BaseEvidence {
  uint32_t tokens = 0;
  uint32_t thread_pairs = 0;  // (token, thread) pairs
  uint32_t widest = 0;        // most threads that one token stands in
  uint32_t in_reply_to = 0;   // mails with it in Reply-To and another address in From
  uint32_t in_from = 0;
  uint32_t stable_threads = 0;  // threads in which one token stands in at least two desk mails
  uint32_t steps = 0;           // from one desk mail of a thread to the next
  uint32_t changes = 0;         // steps at which a token came up that the thread had not had
};

struct Role {
  TokenRole role;
  bool assumed;
};

// The thresholds are set so that doubt ends in `mailbox` or in `assumed`: the first never groups,
// the second never gives an error.
Role Judge(const BaseEvidence& e) {
  const bool desk_form = e.in_reply_to > 0;
  if (e.tokens == 1) {
    // One tag and nothing to compare it with. In Reply-To it is what a desk would do; a tag that
    // runs through many threads is somebody's filing system.
    if (!desk_form || e.widest >= 4) return {TokenRole::kMailbox, true};
    return {TokenRole::kCase, true};
  }
  // New in most mails of its threads: that is how the desk works, and a change says nothing. Two
  // mails with two tokens are not enough to call it a rule, nor to call it a break.
  if (e.changes * 2 > e.steps) return {TokenRole::kMessage, e.changes < 2};
  // A static tag among them (a queue, a list of the sender's) spans far more threads than tokens
  // that are one per case do.
  if (e.widest >= 6 && e.widest * 2 > e.thread_pairs) return {TokenRole::kMailbox, false};
  if (e.thread_pairs > 3 * e.tokens) return {TokenRole::kRecipient, true};
  if (!desk_form) {
    // Standing in From or To alone, tags are private ones unless there are many and each keeps to
    // its own thread.
    if (e.tokens >= 8 && e.thread_pairs * 2 < e.tokens * 3)
      return {TokenRole::kCase, e.in_from == 0 || e.stable_threads == 0};
    return {TokenRole::kMailbox, true};
  }
  if (e.stable_threads >= 1 && e.thread_pairs > 1 && e.tokens > 1) {
    // Stable in a chain; does another chain have another one?
    return {TokenRole::kCase, e.stable_threads < 2};
  }
  return {TokenRole::kCase, true};
}

}  // namespace

TokenTable ReadTokens(Export& mail, DisjointSets& threads,
                      const std::vector<uint32_t>& node_of_message) {
  TokenTable out;
  out.of_address.assign(mail.strings.size(), kNoToken);
  std::vector<bool> looked(mail.strings.size());
  std::map<std::pair<std::string, std::string>, TokenIndex> by_key;

  const auto token_of = [&](StringId address) {
    if (looked[address]) return out.of_address[address];
    looked[address] = true;
    const auto plus = ParsePlusAddress(mail[address]);
    if (!plus) return kNoToken;
    // Case is folded in the key: a relay that folds a token has not changed it.
    const auto [at, added] = by_key.try_emplace({plus->base, util::LowerAscii(plus->detail)},
                                                static_cast<TokenIndex>(out.tokens.size()));
    if (added) {
      Token token;
      token.address = address;
      token.scheme = "plus-address";
      out.tokens.push_back(token);
    }
    return out.of_address[address] = at->second;
  };
  const auto use = [&](StringId address, MessageIndex i, TokenPlace place) {
    const TokenIndex token = address == 0 ? kNoToken : token_of(address);
    if (token != kNoToken) out.uses.push_back({token, i, place});
  };
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    if (m.copy_of != kNoMessage || m.left_out != LeftOutReason::kNo) continue;
    for (const StringId a : mail.ReplyTo(m))
      use(a, i, a == m.from ? TokenPlace::kFrom : TokenPlace::kReplyTo);
    if (mail.ReplyTo(m).empty()) use(m.from, i, TokenPlace::kFrom);
    for (const StringId a : mail.Recipients(m)) use(a, i, TokenPlace::kRecipient);
  }
  for (Token& token : out.tokens) {
    // Interning may move nothing the table points to: strings stay where they are.
    const auto plus = ParsePlusAddress(mail[token.address]);
    token.text = mail.strings.Intern(plus->detail);
    token.base = mail.strings.Intern(plus->base);
  }
  out.of_address.resize(mail.strings.size(), kNoToken);
  std::map<std::pair<std::string, std::string>, TokenIndex> by_organisation;
  for (TokenIndex i = 0; i < out.tokens.size(); ++i)
    out.kept.push_back(by_organisation
                           .try_emplace({OrganisationOf(DomainOf(mail[out.tokens[i].base])),
                                         util::LowerAscii(mail[out.tokens[i].text])},
                                        i)
                           .first->second);

  // Counted over uses sorted by (base, token, thread): no pair of messages is ever compared.
  struct Row {
    StringId base;
    uint32_t thread;
    TokenIndex token;
    MessageIndex message;
    TokenPlace place;
  };
  std::vector<Row> rows;
  rows.reserve(out.uses.size());
  for (const TokenUse& u : out.uses)
    rows.push_back({out.tokens[u.token].base, threads.Find(node_of_message[u.message]), u.token,
                    u.message, u.place});
  const auto key = [](const Row& r) {
    return std::tuple(r.base, r.thread, r.token, r.message, r.place);
  };
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });

  for (size_t i = 0; i < rows.size();) {
    const StringId base = rows[i].base;
    BaseEvidence e;
    std::unordered_map<TokenIndex, uint32_t> threads_of;
    size_t end = i;
    while (end < rows.size() && rows[end].base == base) {
      const uint32_t thread = rows[end].thread;
      uint32_t desk_mails = 0, desk_tokens = 0, most = 0;
      while (end < rows.size() && rows[end].base == base && rows[end].thread == thread) {
        const TokenIndex token = rows[end].token;
        uint32_t here = 0;
        MessageIndex last = kNoMessage;
        for (; end < rows.size() && rows[end].base == base && rows[end].thread == thread &&
               rows[end].token == token;
             ++end) {
          const Row& row = rows[end];
          if (row.place == TokenPlace::kReplyTo) ++e.in_reply_to;
          if (row.place == TokenPlace::kFrom) ++e.in_from;
          if (row.place != TokenPlace::kRecipient && row.message != last) {
            ++here;
            last = row.message;
          }
        }
        ++e.thread_pairs;
        e.widest = std::max(e.widest, ++threads_of[token]);
        desk_mails += here;
        most = std::max(most, here);
        if (here > 0) ++desk_tokens;
      }
      if (most >= 2) ++e.stable_threads;
      if (desk_mails >= 2) {
        e.steps += desk_mails - 1;
        e.changes += desk_tokens - 1;
      }
    }
    e.tokens = static_cast<uint32_t>(threads_of.size());
    const Role role = Judge(e);
    for (const auto& [token, count] : threads_of) {
      out.tokens[token].role = role.role;
      out.tokens[token].assumed = role.assumed;
    }
    i = end;
  }
  return out;
}

}  // namespace threadlint::cases
