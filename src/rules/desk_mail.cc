#include "rules/desk_mail.h"

#include "rules/entry.h"

#include <algorithm>

namespace threadlint::rules {
namespace {

using facts::Bit;
using facts::Mark;

constexpr facts::Marks kSaysNothing =
    Bit(Mark::kPadding) | Bit(Mark::kCourtesy) | Bit(Mark::kStanding);
constexpr uint32_t kShort = 9;
// Not meant here and now.
constexpr facts::Marks kNotMeant = Bit(Mark::kConditional) | Bit(Mark::kBesides) |
                                   Bit(Mark::kCourtesy) | Bit(Mark::kStanding) |
                                   Bit(Mark::kReported);

std::optional<uint32_t> Before(const CaseView& view, uint32_t entry, Side side) {
  const auto messages = view.messages();
  for (uint32_t i = entry; i-- > FirstBefore(entry);)
    if (messages[i].side == side) return i;
  return std::nullopt;
}

// Sentences of the desk's last mails before that entry: said again, one says nothing new.
std::vector<uint64_t> SaidBefore(const CaseView& view, uint32_t entry) {
  constexpr size_t kMails = 3;
  std::vector<uint64_t> out;
  const auto messages = view.messages();
  size_t mails = 0;
  for (uint32_t i = entry; i-- > FirstBefore(entry) && mails < kMails;) {
    const facts::Reading* reading = view.reading(messages[i].message);
    if (messages[i].side != Side::kAgent || reading == nullptr) continue;
    ++mails;
    for (const facts::SentenceReading& s : reading->sentences) out.push_back(s.hash);
  }
  return out;
}

}  // namespace

Gist ReadGist(const CaseView& view, uint32_t entry, Mark mark, facts::Marks counts_with) {
  Gist out;
  const MessageIndex message = view.messages()[entry].message;
  const facts::Reading* reading = view.reading(message);
  if (reading == nullptr) return out;
  const std::vector<uint64_t> said = SaidBefore(view, entry);
  for (uint32_t i = 0; i < reading->sentences.size(); ++i) {
    const facts::SentenceReading& s = reading->sentences[i];
    if (!IsNews(view, message, i)) continue;
    const bool offers = s.Is(Mark::kOffer) && !s.Is(Mark::kBids);
    const bool meant = s.Is(mark) && (s.marks & kNotMeant) == 0 && !offers;
    if (meant) {
      out.meant.push_back(i);
    } else if (((s.marks & kSaysNothing) != 0 && s.words <= kShort) || s.words == 0) {
      // Long ones thank or regret on the way to something else.
    } else if ((s.marks & (counts_with | Bit(mark))) == 0 &&
               std::ranges::find(said, s.hash) == said.end()) {
      ++out.others;
    }
    if (offers && (s.marks & (kNotMeant | kSaysNothing)) == 0) out.offers = true;
    out.marks |= s.marks;
    if (!meant) out.other_marks |= s.marks;
  }
  return out;
}

std::optional<uint32_t> CustomersBefore(const CaseView& view, uint32_t entry) {
  return Before(view, entry, Side::kCustomer);
}

std::optional<uint32_t> DesksBefore(const CaseView& view, uint32_t entry) {
  return Before(view, entry, Side::kAgent);
}

std::optional<uint32_t> FirstOfCustomer(const CaseView& view) {
  const auto messages = view.messages();
  const auto at = std::ranges::find(messages, Side::kCustomer, &CaseMessage::side);
  if (at == messages.end()) return std::nullopt;
  return static_cast<uint32_t>(at - messages.begin());
}

void AddRelated(MessageIndex message, Finding& finding) {
  constexpr size_t kMost = 3;
  if (finding.related.size() < kMost && message != finding.message &&
      std::ranges::find(finding.related, message) == finding.related.end())
    finding.related.push_back(message);
}

bool AnySays(const CaseView& view, uint32_t entry, Mark mark) {
  const MessageIndex message = view.messages()[entry].message;
  const facts::Reading* reading = view.reading(message);
  if (reading == nullptr) return false;
  for (uint32_t i = 0; i < reading->sentences.size(); ++i)
    if (reading->sentences[i].Is(mark) && IsNews(view, message, i)) return true;
  return false;
}

}  // namespace threadlint::rules
