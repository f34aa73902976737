#include "cases/altered_quotes.h"

#include "mail/link_figures.h"
#include "mail/link_hashes.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace threadlint::cases {
namespace {

using mail::FigureSentence;
using mail::LinkReading;

// The one sentence of that skeleton; nullptr if there is none, or several that differ.
const FigureSentence* OnlyOne(std::span<const FigureSentence> figures, uint64_t skeleton) {
  const FigureSentence* out = nullptr;
  for (const FigureSentence& f : figures) {
    if (f.skeleton != skeleton) continue;
    if (out != nullptr) return nullptr;
    out = &f;
  }
  return out;
}

// There may be more sentences than were kept.
bool IsCut(const LinkReading& reading) {
  return reading.own_lines.size() >= mail::kMostHashes ||
         reading.quoted_lines.size() >= mail::kMostHashes ||
         reading.own_figures.size() >= mail::kMostFigures;
}

// A quoted sentence that may be an altered one.
struct Suspect {
  Alteration alteration;
  FigureSentence quoted;
  size_t place = 0;  // of its message in the case
};

class CaseReader {
 public:
  CaseReader(const Known& known, const ReplyLinks& replies, std::span<const CaseMessage> messages)
      : known_(known), replies_(replies), messages_(messages) {}

  // Before what stands in other cases is looked at.
  std::vector<Suspect> FindSuspects() {
    std::vector<Suspect> out;
    const auto quotes = [&](const CaseMessage& entry) {
      const LinkReading* reading = known_.Reading(entry.message);
      return reading != nullptr && !reading->quoted_figures.empty();
    };
    if (std::ranges::none_of(messages_, quotes)) return out;
    std::unordered_set<MessageIndex> members;
    for (const CaseMessage& entry : messages_) members.insert(entry.message);
    for (size_t place = 0; place < messages_.size(); ++place) {
      const MessageIndex i = messages_[place].message;
      const LinkReading* reading = known_.Reading(i);
      if (reading == nullptr) continue;
      if (IsCut(*reading)) break;
      const MessageIndex parent = AnsweredMail(i);
      for (const FigureSentence& quoted : reading->quoted_figures) {
        if (OnlyOne(reading->quoted_figures, quoted.skeleton) == nullptr) continue;
        Suspect suspect{{i, kNoMessage, quoted.skeleton, false}, quoted, place};
        // What the answered mail does not say itself it may quote, or say where nobody looks.
        if (parent != kNoMessage) {
          suspect.alteration.original = members.contains(parent) ? parent : kNoMessage;
          suspect.alteration.answers = true;
        } else if (const auto at = says_.find(quoted.skeleton); at != says_.end()) {
          suspect.alteration.original = at->second;
        }
        if (IsSuspect(suspect, *reading)) out.push_back(suspect);
      }
      for (const FigureSentence& own : reading->own_figures) {
        const auto [at, is_new] = says_.emplace(own.skeleton, i);
        if (!is_new && at->second != i) at->second = kNoMessage;
      }
    }
    DropQuotedBefore(out);
    return out;
  }

 private:
  // The mail that a mail's headers name as the one it answers; not one further back.
  MessageIndex AnsweredMail(MessageIndex i) const {
    const Message& m = known_.mail.messages[i];
    const MessageIndex parent = replies_.Parent(known_.mail, i);
    if (parent == kNoMessage || parent == i) return kNoMessage;
    const StringId id = known_.mail.messages[parent].message_id;
    const auto answered = known_.mail.InReplyTo(m);
    const auto references = known_.mail.References(m);
    const bool direct = answered.empty() ? !references.empty() && references.back() == id
                                         : std::ranges::find(answered, id) != answered.end();
    return direct ? parent : kNoMessage;
  }

  bool IsSuspect(const Suspect& suspect, const LinkReading& reading) {
    const MessageIndex original = suspect.alteration.original;
    if (original == kNoMessage || original == suspect.alteration.message) return false;
    const LinkReading* other = known_.Reading(original);
    if (other == nullptr || IsCut(*other)) return false;
    const FigureSentence* own = OnlyOne(other->own_figures, suspect.quoted.skeleton);
    if (own == nullptr || own->hash == suspect.quoted.hash) return false;
    return suspect.alteration.answers || QuotesForCertain(reading, *other);
  }

  // A sentence that no other mail of the case says stands in the quotation as well: a text that a
  // desk sends again and again is not enough.
  bool QuotesForCertain(const LinkReading& reading, const LinkReading& original) {
    if (own_count_.empty())
      for (const CaseMessage& entry : messages_)
        if (const LinkReading* other = known_.Reading(entry.message); other != nullptr)
          for (const uint64_t hash : other->own_lines) ++own_count_[hash];
    const std::unordered_set<uint64_t> quoted(reading.quoted_lines.begin(),
                                              reading.quoted_lines.end());
    return std::ranges::any_of(original.own_lines, [&](uint64_t hash) {
      return own_count_[hash] == 1 && quoted.contains(hash);
    });
  }

  // Those that an earlier mail, or the one that is answered, quotes the same.
  void DropQuotedBefore(std::vector<Suspect>& suspects) const {
    if (suspects.empty()) return;
    std::unordered_map<uint64_t, size_t> first;  // place that quotes it first
    for (const Suspect& s : suspects) first.emplace(s.quoted.hash, s.place);
    for (size_t place = 0; place < messages_.size(); ++place) {
      const LinkReading* reading = known_.Reading(messages_[place].message);
      if (reading == nullptr) continue;
      for (const uint64_t hash : reading->quoted_lines)
        if (const auto at = first.find(hash); at != first.end())
          at->second = std::min(at->second, place);
    }
    std::erase_if(suspects, [&](const Suspect& s) {
      if (first[s.quoted.hash] < s.place) return true;
      const auto& earlier = known_.Reading(s.alteration.original)->quoted_lines;
      return std::ranges::find(earlier, s.quoted.hash) != earlier.end();
    });
  }

  const Known& known_;
  const ReplyLinks& replies_;
  std::span<const CaseMessage> messages_;
  std::unordered_map<uint64_t, MessageIndex> says_;   // by skeleton; kNoMessage: several mails
  std::unordered_map<uint64_t, uint32_t> own_count_;  // mails of the case that say it, by hash
};

// Those whose sentence some mail, of whatever case, says just as it is quoted.
void DropSaidElsewhere(const Known& known, std::vector<std::vector<Suspect>>& suspects) {
  std::unordered_map<uint64_t, bool> said;
  for (const auto& of_case : suspects)
    for (const Suspect& s : of_case) said.emplace(s.quoted.hash, false);
  if (said.empty()) return;
  for (const LinkReading& reading : known.readings)
    for (const uint64_t hash : reading.own_lines)
      if (const auto at = said.find(hash); at != said.end()) at->second = true;
  for (auto& of_case : suspects)
    std::erase_if(of_case, [&](const Suspect& s) { return said[s.quoted.hash]; });
}

// One a paragraph: the shortest sentence shows it best; longer ones are lines read as one.
void KeepShortest(std::vector<Suspect>& suspects) {
  const auto key = [](const Suspect& s) {
    return std::tuple(s.place, s.alteration.original, s.quoted.paragraph);
  };
  std::ranges::stable_sort(suspects, {}, [&](const Suspect& s) {
    return std::tuple_cat(key(s), std::tuple(s.quoted.letters));
  });
  const auto same = [&](const Suspect& a, const Suspect& b) { return key(a) == key(b); };
  suspects.erase(std::unique(suspects.begin(), suspects.end(), same), suspects.end());
}

}  // namespace

void FindAlterations(const Known& known, const ReplyLinks& replies, CaseSet& set) {
  std::vector<std::vector<Suspect>> suspects(set.cases.size());
  for (size_t i = 0; i < set.cases.size(); ++i)
    suspects[i] = CaseReader(known, replies, set.Messages(set.cases[i])).FindSuspects();
  DropSaidElsewhere(known, suspects);
  for (size_t i = 0; i < set.cases.size(); ++i) {
    KeepShortest(suspects[i]);
    set.cases[i].alterations_begin = static_cast<uint32_t>(set.alterations.size());
    set.cases[i].alterations = static_cast<uint32_t>(suspects[i].size());
    for (const Suspect& s : suspects[i]) set.alterations.push_back(s.alteration);
  }
}

}  // namespace threadlint::cases
