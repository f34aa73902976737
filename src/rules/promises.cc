#include "rules/promises.h"

#include "rules/asks.h"
#include "rules/case_memo.h"
#include "rules/desk_mail.h"
#include "rules/entry.h"
#include "rules/persons.h"
#include "util/civil_time.h"

#include <algorithm>
#include <span>
#include <utility>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::FactKind;
using facts::Mark;
using facts::WordId;

// Of one case; who promises more has promised nothing in particular.
constexpr size_t kMostOpen = 30;

constexpr facts::Marks kNoPromise =
    Bit(Mark::kQuestion) | Bit(Mark::kConditional) | Bit(Mark::kReported) | Bit(Mark::kDemands);

bool Share(std::span<const WordId> a, std::span<const WordId> b) { return Compare(a, b).both > 0; }

class Finder {
 public:
  explicit Finder(const CaseView& view) : view_(view), messages_(view.messages()), persons_(view) {}

  PromiseHistory Run() {
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || Of(i).date_source == DateSource::kNone) continue;
      if (messages_[i].side == Side::kCustomer) {
        HearCustomer(i, *reading);
      } else if (IsOfDesk(messages_[i].side)) {
        HearDesk(i, *reading);
      }
    }
    AddSilent();
    FindRefrains();
    return std::move(out_);
  }

 private:
  struct Open {
    Promise promise;
    bool passed_over = false;  // the customer wrote after its time and said nothing of it
  };
  struct Shown {
    double score = 0;
    uint32_t sentence = UINT32_MAX;
  };

  const facts::Reading* Reading(uint32_t entry) const {
    return view_.reading(messages_[entry].message);
  }
  const Message& Of(uint32_t entry) const { return view_.message(messages_[entry].message); }
  int64_t Date(uint32_t entry) const { return Of(entry).date; }
  int32_t Zone(uint32_t entry) const {
    return static_cast<int32_t>(Of(entry).zone_minutes * util::kSecondsPerMinute);
  }
  bool IsNews(uint32_t entry, uint32_t sentence) const {
    return rules::IsNews(view_, messages_[entry].message, sentence);
  }
  bool Says(uint32_t entry, Mark mark) const { return AnySays(view_, entry, mark); }

  // --- What the desk promises ---

  std::vector<Promise> PromisesIn(uint32_t entry, const facts::Reading& reading) const {
    std::vector<Promise> out;
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if (!s.Is(Mark::kPromise) || (s.marks & kNoPromise) != 0 || s.subject) continue;
      const auto deadline = facts::DeadlineOf(reading, i, Date(entry), Zone(entry));
      if (!deadline) continue;
      Promise p;
      p.entry = entry;
      p.sentence = i;
      p.deadline = *deadline;
      p.reply = s.Is(Mark::kReply);
      p.depends = s.Is(Mark::kAwaits);
      p.general = s.Is(Mark::kEstimate) || view_.IsOld(messages_[entry].message, i);
      p.words = TellingWords(reading, s);
      out.push_back(std::move(p));
    }
    return out;
  }

  void HearDesk(uint32_t entry, const facts::Reading& reading) {
    const std::vector<Promise> made = PromisesIn(entry, reading);
    const int64_t now = Date(entry);
    const bool person = messages_[entry].side == Side::kAgent;
    std::vector<Open> left;
    for (Open& open : open_) {
      const Promise& p = open.promise;
      const bool again = std::ranges::any_of(
          made, [&](const Promise& q) { return q.reply == p.reply && Share(q.words, p.words); });
      const Shown shown = OwnsLapse(entry, reading, p, again);
      if (p.deadline.due >= now && shown.score == 0) {
        // Re-dated in time, or answered.
        if (again) continue;
        if (p.reply && person && made.empty()) {
          ++out_.kept;
          continue;
        }
        left.push_back(std::move(open));
        continue;
      }
      if (shown.score > 0) {
        AddLapse({p, entry, shown.sentence, true, false, shown.score});
        continue;
      }
      if (p.reply && person) continue;  // late, and nobody minded
      left.push_back(std::move(open));
    }
    open_ = std::move(left);
    for (const Promise& q : made) Renew(q);
    for (const Promise& q : made) {
      ++out_.dated;
      if (open_.size() < kMostOpen) open_.push_back({q, false});
    }
  }

  // The desk says itself that the time has passed.
  Shown OwnsLapse(uint32_t entry, const facts::Reading& reading, const Promise& p,
                  bool again) const {
    Shown out;
    if (messages_[entry].side != Side::kAgent) return out;
    const bool passed = p.deadline.due < Date(entry);
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if (!IsNews(entry, i) || (s.marks & kNoPromise) != 0) continue;
      const bool cites = Cites(reading, s, p);
      const bool about = Share(TellingWords(reading, s), p.words) || cites;
      double score = 0;
      // "The no-show today is on us", on the day itself.
      if (!passed && !(cites && s.Is(Mark::kLapse))) continue;
      if (s.Is(Mark::kLate)) score = about ? 0.8 : p.reply || again ? 0.72 : 0.62;
      if (score > out.score) out = {score, i};
    }
    return out;
  }

  void Renew(const Promise& q) {
    // The lapse nearest before it that it can be of.
    for (uint32_t k = static_cast<uint32_t>(out_.lapses.size()); k-- > 0;) {
      const Lapse& lapse = out_.lapses[k];
      if (lapse.promise.entry == q.entry || renewed_.contains(k)) continue;
      const bool about = Share(lapse.promise.words, q.words);
      const bool next = IsAnswerTo(q.entry, lapse.entry);
      if (!about && !(next && lapse.promise.reply == q.reply)) continue;
      double confidence = about ? (next ? 0.85 : 0.78) : 0.7;
      if (q.depends || q.general) confidence -= 0.08;
      confidence = std::min(confidence, lapse.confidence);
      renewed_.insert(k);
      out_.renewals.push_back({k, q, confidence});
      return;
    }
  }

  // The first mail of a person of the desk after that one, or that one itself.
  bool IsAnswerTo(uint32_t entry, uint32_t shown) const {
    if (entry == shown) return true;
    for (uint32_t i = shown + 1; i < entry; ++i)
      if (messages_[i].side == Side::kAgent) return false;
    return true;
  }

  // --- What the customer says ---

  void HearCustomer(uint32_t entry, const facts::Reading& reading) {
    const int64_t now = Date(entry);
    const bool wishes = Says(entry, Mark::kWishes);
    const bool away = Says(entry, Mark::kAway);
    Open* best = nullptr;
    Shown best_shown;
    for (Open& open : open_) {
      if (!persons_.Concerns(open.promise.entry, entry)) continue;
      Shown shown = away ? Shown{} : ShowsLapse(entry, reading, open);
      if (shown.score >= best_shown.score && shown.score > 0) {
        best_shown = shown;
        best = &open;
      }
    }
    if (best != nullptr) {
      const Promise lapsed = best->promise;
      AddLapse({lapsed, entry, best_shown.sentence, false, false, best_shown.score});
      // What the same mail promised for the same time has lapsed with it.
      std::erase_if(open_, [&](const Open& open) {
        return open.promise.deadline.due < now &&
               (open.promise.entry <= lapsed.entry || Share(open.promise.words, lapsed.words));
      });
      return;
    }
    std::erase_if(open_, [&](const Open& open) {
      const Promise& p = open.promise;
      if (!persons_.Concerns(p.entry, entry)) return false;
      const bool kept = HasCome(entry, reading, p);
      if (kept) ++out_.kept;
      // He has put it off himself, or was not there.
      return kept || away || (wishes && p.deadline.due >= now);
    });
    for (Open& open : open_) open.passed_over |= open.promise.deadline.due < now;
  }

  // "All done, thank you": of what was due by then, or of what it names.
  bool HasCome(uint32_t entry, const facts::Reading& reading, const Promise& p) const {
    const bool due = p.deadline.due < Date(entry) + util::kSecondsPerDay;
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if ((s.Is(Mark::kSettled) || s.Is(Mark::kKept)) && !s.Is(Mark::kLapse) && IsNews(entry, i) &&
          (due || Share(TellingWords(reading, s), p.words)))
        return true;
    }
    return false;
  }

  Shown ShowsLapse(uint32_t entry, const facts::Reading& reading, const Open& open) const {
    const Promise& p = open.promise;
    const int64_t now = Date(entry);
    const util::DayAndSecond local = util::SplitSeconds(now + Zone(p.entry));
    const bool passed = p.deadline.due < now;
    // "Nobody came today", in the evening of the day.
    constexpr int64_t kEvening = 17 * util::kSecondsPerHour;
    const bool evening = !passed && local.day == p.deadline.day && local.second >= kEvening &&
                         util::SplitSeconds(Date(p.entry) + Zone(p.entry)).day < p.deadline.day;
    Shown out;
    if (!passed && !evening) return out;
    const bool kept = Says(entry, Mark::kKept);
    for (uint32_t i = 0; i < reading.sentences.size(); ++i) {
      const facts::SentenceReading& s = reading.sentences[i];
      if (!IsNews(entry, i)) continue;
      const double score = Score(reading, i, s, p);
      if (score > out.score) out = {score, i};
    }
    if (out.score == 0) return out;
    const bool cited = Cites(reading, reading.sentences[out.sentence], p);
    if (p.depends && !cited) out.score -= 0.15;
    if (p.general) out.score -= 0.05;
    if (p.deadline.doubtful && !cited) out.score -= 0.08;
    if (messages_[p.entry].side == Side::kAuto) out.score -= 0.05;
    if (open.passed_over) out.score -= 0.12;
    if (evening) out.score -= 0.1;
    if (kept && !cited) out.score -= 0.25;
    return out;
  }

  double Score(const facts::Reading& reading, uint32_t sentence, const facts::SentenceReading& s,
               const Promise& p) const {
    constexpr size_t kShort = 6;
    const std::vector<WordId> words = TellingWords(reading, s);
    const bool about = Share(words, p.words);
    const bool cites = Cites(reading, s, p);
    const bool denied = std::ranges::any_of(reading.facts, [&](const facts::Fact& fact) {
      return fact.sentence == sentence && fact.kind == FactKind::kDenied &&
             Share(reading.Words(fact.thing), p.words);
    });
    if (s.Is(Mark::kConditional)) return 0;
    if ((s.Is(Mark::kSettled) || s.Is(Mark::kKept)) && !s.Is(Mark::kLapse)) return 0;
    if (s.Is(Mark::kLapse)) return about || cites ? 0.92 : p.reply ? 0.82 : 0.8;
    if (denied) return 0.88;
    if (cites && (s.Is(Mark::kNegated) || s.Is(Mark::kReported))) return 0.8;
    if (s.Is(Mark::kUnanswered) && p.reply) return 0.8;
    if (s.Is(Mark::kChases)) return about || cites ? 0.75 : p.reply ? 0.7 : 0.6;
    if (s.Is(Mark::kNegated) && about && words.size() <= kShort) return 0.68;
    return 0;
  }

  // Names the day, or a time that is at least as long as the promised one.
  static bool Cites(const facts::Reading& reading, const facts::SentenceReading& s,
                    const Promise& p) {
    return std::ranges::any_of(reading.Values(s), [&](const facts::Value& value) {
      if (value.kind == facts::ValueKind::kDate) {
        constexpr int64_t kWeek = 7;
        const int64_t off = value.number - p.deadline.day;
        // "You told me Tuesday" does not say which.
        return off == 0 || (value.doubtful && (off == kWeek || off == -kWeek));
      }
      return value.kind == facts::ValueKind::kDuration && p.deadline.span > 0 &&
             value.number >= p.deadline.span;
    });
  }

  void AddLapse(Lapse lapse) { out_.lapses.push_back(std::move(lapse)); }

  // An answer that was promised and had not come when the export ends.
  void AddSilent() {
    constexpr int64_t kGrace = 3 * util::kSecondsPerDay;
    if (!view_.now) return;
    for (const Open& open : open_) {
      const Promise& p = open.promise;
      if (!p.reply || p.depends || messages_[p.entry].side != Side::kAgent) continue;
      if (p.deadline.due + kGrace > *view_.now) continue;
      bool later = false;
      for (uint32_t i = p.entry + 1; i < messages_.size(); ++i)
        later = later || messages_[i].side != Side::kCustomer;
      if (later) continue;
      AddLapse({p, p.entry, UINT32_MAX, false, true, p.general ? 0.55 : 0.62});
      return;  // one a case
    }
  }

  // --- Mail after mail ---

  void FindRefrains() {
    constexpr size_t kFewest = 3, kMostLines = 200, kFewestWords = 2;
    struct Line {
      Refrain refrain;
      std::vector<WordId> words;
    };
    std::vector<Line> lines;
    for (uint32_t i = 0; i < messages_.size(); ++i) {
      const facts::Reading* reading = Reading(i);
      if (reading == nullptr || messages_[i].side != Side::kAgent) continue;
      for (uint32_t k = 0; k < reading->sentences.size(); ++k) {
        const facts::SentenceReading& s = reading->sentences[k];
        if (!s.Is(Mark::kPromise) || (s.marks & kNoPromise) != 0 || s.Is(Mark::kStanding) ||
            s.Is(Mark::kOffer) || !IsNews(i, k))
          continue;
        if (facts::DeadlineOf(*reading, k, Date(i), Zone(i))) continue;
        // "It takes ten seconds" says how long something lasts.
        if (std::ranges::any_of(reading->Values(s), [](const facts::Value& v) {
              return v.kind == facts::ValueKind::kDuration;
            }))
          continue;
        std::vector<WordId> words = TellingWords(*reading, s);
        if (words.size() < kFewestWords) continue;
        const auto at = std::ranges::find_if(lines, [&](const Line& line) {
          const Overlap both = Compare(line.words, words);
          const size_t fewer = std::min(line.words.size(), words.size());
          return both.both >= kFewestWords && 4 * both.both >= 3 * fewer;
        });
        if (at == lines.end()) {
          if (lines.size() < kMostLines) lines.push_back({{{{i, k}}}, std::move(words)});
        } else if (CustomerBetween(at->refrain.places.back().entry, i)) {
          at->refrain.places.push_back({i, k});
        }
      }
    }
    for (Line& line : lines)
      if (line.refrain.places.size() >= kFewest) out_.refrains.push_back(std::move(line.refrain));
  }

  bool CustomerBetween(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin + 1; i < end; ++i)
      if (messages_[i].side == Side::kCustomer) return true;
    return false;
  }

  const CaseView& view_;
  std::span<const CaseMessage> messages_;
  Persons persons_;
  std::vector<Open> open_;
  struct IndexSet {
    std::vector<uint32_t> has;
    bool contains(uint32_t k) const { return std::ranges::find(has, k) != has.end(); }
    void insert(uint32_t k) { has.push_back(k); }
  } renewed_;
  PromiseHistory out_;
};

}  // namespace

std::shared_ptr<const PromiseHistory> ReadPromises(const CaseView& view) {
  return Once<PromiseHistory>(view, [&] { return Finder(view).Run(); });
}

}  // namespace threadlint::rules
