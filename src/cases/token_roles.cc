#include "cases/token_roles.h"

#include "cases/domain.h"
#include "cases/subject.h"
#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace threadlint::cases {
namespace {

// What is counted of a base address.
struct BaseEvidence {
  uint32_t tokens = 0;
  uint32_t spread = 0;       // matters that the tokens stand in, added up (see CountThread)
  uint32_t wide = 0;         // tokens that stand in three matters or more
  uint32_t shared = 0;       // tokens that stand in threads of different people
  uint32_t in_reply_to = 0;  // mails with it in Reply-To and another address in From
  uint32_t in_from = 0;
  uint32_t stable_threads = 0;  // threads in which one token stands in at least two desk mails
  uint32_t steps = 0;           // from one desk mail of a thread to the next
  uint32_t changes = 0;         // steps at which a token came up that the thread had not had
  uint32_t repeated = 0;        // tokens that stand in several mails of the desk
  uint32_t kept = 0;            // people who had one token through several matters
  uint32_t renewed = 0;         // people who had several tokens
  uint32_t answered = 0;        // uses by others than those who give it
  uint32_t random = 0;          // tokens that nobody makes up: long, letters and digits mixed
  bool personal = false;        // looks like a person's own address with a tag of his own
};

// Words in the local parts of addresses that organisations answer from, in several languages.
constexpr std::array<std::string_view, 30> kDeskWords = {
    "admin", "aide",   "assist",  "atencion", "ayuda", "billing",  "bot",    "care",
    "case",  "client", "contact", "cs",       "desk",  "feedback", "hello",  "help",
    "hilfe", "info",   "klant",   "kund",     "mail",  "notif",    "office", "order",
    "reply", "sales",  "serv",    "soporte",  "suppo", "ticket"};

struct Role {
  TokenRole role;
  bool assumed;
};

// More tokens than can be exceptions. One may be, among three; of tokens that machines made, which
// are no names of queues, a third.
bool Exceptions(uint32_t count, const BaseEvidence& e) {
  if (count == 0) return false;
  if (e.random * 2 > e.tokens && e.tokens > 1) return count * 3 > e.tokens && count > 1;
  return count * 5 > e.tokens && (count > 1 || e.tokens < 3);
}

// The thresholds are set so that doubt ends in `mailbox` or in `assumed`: the first never groups,
// the second never gives an error.
Role Judge(const BaseEvidence& e) {
  constexpr uint32_t kMany = 8;  // tokens that nobody gives himself
  // New in most mails of its threads: that is how the desk works, and a change says nothing. Two
  // mails with two tokens are not enough to call it a rule, nor to call it a break.
  const bool once = e.repeated * 2 <= e.tokens;
  if (e.changes * 2 > e.steps && once) return {TokenRole::kMessage, e.changes < 2};
  // One tag for several people, or for matter after matter, names a queue or somebody's filing
  // system. A few such tokens among many are exceptions.
  if (Exceptions(e.shared, e) || Exceptions(e.wide, e) || e.spread >= 2 * e.tokens + 1)
    return {TokenRole::kMailbox, e.tokens < 2};
  // Each keeps his token through all his matters: it stands for the person.
  const bool usual = e.kept * 4 >= e.tokens && (e.kept > 1 || e.tokens == 1);
  if (usual && !e.personal && e.renewed * 3 <= e.kept) return {TokenRole::kRecipient, e.kept < 3};
  // A machine writes from it and is answered there.
  const bool machine = e.random * 2 > e.tokens && e.answered > 0 && !e.personal;
  if (machine && e.in_reply_to == 0)
    return {TokenRole::kCase, e.tokens < 2 || e.stable_threads < 2};
  if (e.tokens < kMany && (e.personal || e.in_reply_to == 0)) return {TokenRole::kMailbox, true};
  if (e.in_reply_to == 0) {
    // Standing in From or To alone: each must keep to its own matter.
    if (e.spread * 2 >= e.tokens * 3) return {TokenRole::kMailbox, true};
    return {TokenRole::kCase, e.in_from == 0 || e.stable_threads < 2};
  }
  // Stable in its chain, and another chain has another one.
  return {TokenRole::kCase, e.tokens < 2 || e.stable_threads < 2};
}

// One place of a token.
struct Row {
  uint32_t family = 0;
  uint32_t thread = 0;
  TokenIndex token = 0;
  MessageIndex message = 0;
  TokenPlace place = TokenPlace::kReplyTo;
  bool given = false;  // the mail gives the token; else it uses it
  auto Key() const { return std::tie(family, thread, token, message, place, given); }
};

// Which threads of a token have something in common: threads that share a value are one.
class Sharing {
 public:
  // In the order of the threads.
  template <typename Value>
  static uint32_t Count(const std::vector<std::pair<uint32_t, Value>>& thread_and_value) {
    std::vector<std::pair<Value, uint32_t>> by_value;
    by_value.reserve(thread_and_value.size());
    uint32_t threads = 0;
    for (size_t i = 0; i < thread_and_value.size(); ++i) {
      const auto& [thread, value] = thread_and_value[i];
      if (i == 0 || thread != thread_and_value[i - 1].first) ++threads;
      by_value.emplace_back(value, threads - 1);
    }
    std::ranges::sort(by_value);
    DisjointSets sets(threads);
    for (size_t i = 1; i < by_value.size(); ++i)
      if (by_value[i].first == by_value[i - 1].first)
        sets.Join(by_value[i].second, by_value[i - 1].second);
    uint32_t classes = 0;
    for (uint32_t i = 0; i < threads; ++i) classes += sets.Find(i) == i ? 1 : 0;
    return classes;
  }
};

// What mails are about, by number: a subject is looked at once.
class Titles {
 public:
  explicit Titles(const Export& mail) : mail_(mail) {}

  // Equal for two subjects that differ in nothing but prefixes and case.
  StringId Of(StringId subject) {
    if (subject == last_) return last_title_;  // a thread has one subject
    const auto [at, added] = of_subject_.try_emplace(subject);
    if (added) at->second = titles_.Intern(NormaliseSubject(mail_[subject]));
    last_ = subject;
    last_title_ = at->second;
    return last_title_;
  }

 private:
  const Export& mail_;
  StringPool titles_;
  std::unordered_map<StringId, StringId> of_subject_;
  StringId last_ = 0, last_title_ = 0;
};

// A title, or the very thread where that alone is the matter.
using MatterKey = std::pair<bool, uint32_t>;

struct TokenEvidence {
  std::vector<std::pair<uint32_t, MatterKey>> subjects;  // of its threads
  std::vector<std::pair<uint32_t, StringId>> people;     // that its threads are led with
  std::optional<StringId> title;                         // of its first mail
  bool several_titles = false;
  uint32_t given = 0;  // mails of the desk that have it

  template <typename Value>
  static void Add(std::vector<std::pair<uint32_t, Value>>& list, uint32_t thread, Value value) {
    if (list.empty() || list.back() != std::pair(thread, value)) list.emplace_back(thread, value);
  }
};

// Long, and letters and digits follow each other again and again: no name of anything.
bool LooksRandom(std::string_view text) {
  size_t changes = 0;
  for (size_t i = 1; i < text.size(); ++i)
    changes += util::IsAlnum(text[i]) && util::IsDigit(text[i]) != util::IsDigit(text[i - 1]);
  return text.size() >= 8 && changes >= 3;
}

class Learner {
 public:
  Learner(const Export& mail, TokenTable& table) : mail_(mail), table_(table) {}

  // `rows` of one family, sorted.
  RoleEvidence Learn(std::span<const Row> rows) {
    BaseEvidence e;
    std::map<TokenIndex, TokenEvidence> of_token;
    e.personal = IsPersonal(rows);
    for (size_t i = 0; i < rows.size();) {
      size_t end = i;
      while (end < rows.size() && rows[end].thread == rows[i].thread) ++end;
      CountThread(rows.subspan(i, end - i), e, of_token);
      i = end;
    }
    e.tokens = static_cast<uint32_t>(of_token.size());
    for (const auto& [token, evidence] : of_token) {
      const uint32_t matters = Sharing::Count(evidence.subjects);
      e.spread += matters;
      e.repeated += evidence.given > 1 ? 1 : 0;
      e.random += LooksRandom(mail_[table_.tokens[token].text]) ? 1 : 0;
      e.wide += matters >= 3 ? 1 : 0;
      const bool shared = Sharing::Count(evidence.people) >= 2;
      e.shared += shared ? 1 : 0;
      // A desk that names no mails shows one matter as several; its title stays.
      e.kept += matters >= 2 && evidence.several_titles && !shared ? 1 : 0;
    }
    CountRenewed(of_token, e);
    const Role role = Judge(e);
    for (const auto& [token, unused] : of_token) {
      table_.tokens[token].role = role.role;
      table_.tokens[token].assumed = role.assumed;
    }
    return {rows.front().family, e.tokens,  e.stable_threads, e.steps, e.changes, e.shared, e.wide,
            e.personal,          role.role, role.assumed};
  }

 private:
  // People who have been given more than one token.
  static void CountRenewed(const std::map<TokenIndex, TokenEvidence>& of_token, BaseEvidence& e) {
    std::map<StringId, std::pair<TokenIndex, bool>> of_person;
    for (const auto& [token, evidence] : of_token)
      for (const auto& [thread, person] : evidence.people) {
        auto& [first, several] = of_person.try_emplace(person, token, false).first->second;
        several |= first != token;
      }
    for (const auto& [person, tokens] : of_person) e.renewed += tokens.second ? 1 : 0;
  }

  // An address at a free mail provider, or one that its owner writes from and that is not called
  // as desks are.
  bool IsPersonal(std::span<const Row> rows) const {
    const std::string_view base = mail_[table_.tokens[rows.front().token].base];
    if (base.empty()) return false;  // a number in subjects is nobody's filing system
    if (IsFreeMail(DomainOf(base))) return true;
    const std::string_view local = base.substr(0, base.rfind('@'));
    const bool role = std::ranges::any_of(
        kDeskWords, [&](std::string_view word) { return local.find(word) != local.npos; });
    return !role && std::ranges::all_of(rows, [&](const Row& row) {
      return !row.given || util::EqualsIgnoreCase(mail_[mail_.messages[row.message].from], base);
    });
  }

  // All rows of one thread, sorted by token.
  void CountThread(std::span<const Row> rows, BaseEvidence& e,
                   std::map<TokenIndex, TokenEvidence>& of_token) {
    // Where the desk's answers name what they answer, another thread is another matter; where they
    // do not, only another subject tells.
    const bool whole = std::ranges::any_of(rows, [&](const Row& row) {
      const Message& m = mail_.messages[row.message];
      return row.given && m.in_reply_to + m.references > 0;
    });
    uint32_t desk_mails = 0, desk_tokens = 0, most = 0;
    for (size_t i = 0; i < rows.size();) {
      const TokenIndex token = rows[i].token;
      TokenEvidence& evidence = of_token[token];
      uint32_t here = 0;
      MessageIndex last = kNoMessage;
      for (; i < rows.size() && rows[i].token == token; ++i) {
        const Row& row = rows[i];
        const Message& m = mail_.messages[row.message];
        if (row.given) ++(row.place == TokenPlace::kFrom ? e.in_from : e.in_reply_to);
        if (!row.given && !IsOf(m.from, token)) ++e.answered;
        if (row.given && row.message != last) {
          ++here;
          ++evidence.given;
          last = row.message;
        }
        const StringId title = titles_.Of(m.subject);
        if (!evidence.title) evidence.title = title;
        evidence.several_titles |= *evidence.title != title;
        TokenEvidence::Add(evidence.subjects, row.thread,
                           whole ? MatterKey(true, row.thread) : MatterKey(false, title));
        if (const StringId person = Counterpart(m, row.given); person != 0)
          TokenEvidence::Add(evidence.people, row.thread, person);
      }
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

  bool IsOf(StringId address, TokenIndex token) const {
    return table_.Of(address) != kNoToken &&
           table_.facts[table_.Of(address)].family == table_.facts[token].family;
  }

  // Whom the desk talks with: the author of a mail to the token, the first recipient of a mail
  // that gives it. 0 if it cannot be told.
  StringId Counterpart(const Message& m, bool given) const {
    if (!given) return m.from;
    return m.to > 0 ? mail_.Recipients(m).front() : 0;
  }

  const Export& mail_;
  TokenTable& table_;
  Titles titles_{mail_};
};

}  // namespace

void LearnRoles(const Export& mail, DisjointSets& threads, uint32_t first_node, size_t first_use,
                TokenTable& table, std::vector<RoleEvidence>& evidence) {
  std::vector<bool> used;  // by family
  for (const TokenUse& use : std::span(table.uses).subspan(first_use)) {
    const uint32_t family = table.facts[use.token].family;
    if (family >= used.size()) used.resize(size_t{family} + 1);
    used[family] = true;
  }
  const auto learn_anew = [&](uint32_t family) { return family < used.size() && used[family]; };
  std::erase_if(evidence, [&](const RoleEvidence& e) { return learn_anew(e.family); });
  // Counted over uses sorted by (family, thread, token): no pair of messages is ever compared.
  std::vector<Row> rows;
  for (const TokenUse& u : table.uses) {
    const TokenFacts& facts = table.facts[u.token];
    if (!learn_anew(facts.family) || !facts.learned || u.place == TokenPlace::kReference ||
        u.place == TokenPlace::kQuoted || u.place == TokenPlace::kMessageId)
      continue;
    rows.push_back({facts.family, threads.Find(first_node + u.message), u.token, u.message, u.place,
                    u.by_desk});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.Key() < b.Key(); });
  Learner learner(mail, table);
  for (size_t i = 0; i < rows.size();) {
    size_t end = i;
    while (end < rows.size() && rows[end].family == rows[i].family) ++end;
    evidence.push_back(learner.Learn(std::span(rows).subspan(i, end - i)));
    i = end;
  }
}

}  // namespace threadlint::cases
