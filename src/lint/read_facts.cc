#include "lint/read_facts.h"

#include "facts/read.h"
#include "lint/sweep.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace threadlint {
namespace {

constexpr int32_t kSecondsAMinute = 60;

// Both must write: nothing is asked twice of nobody. A machine can answer for the desk.
bool CanBeBroken(std::span<const CaseMessage> messages) {
  bool agent = false, customer = false;
  for (const CaseMessage& m : messages) {
    agent = agent || m.side == Side::kAgent || m.side == Side::kAuto;
    customer = customer || m.side == Side::kCustomer;
  }
  return agent && customer;
}

// Sentences that stand in the mails of one sender whatever the matter is.
class Boilerplate {
 public:
  void Add(StringId sender, uint32_t case_index, const facts::Reading& reading) {
    Sender& s = senders_[sender];
    ++s.mails;
    for (const facts::SentenceReading& sentence : reading.sentences) {
      Seen& seen = s.sentences[sentence.hash];
      ++seen.mails;
      if (seen.cases == 0 || seen.last_case != case_index) ++seen.cases;
      seen.last_case = case_index;
    }
  }
  bool Has(StringId sender, uint64_t sentence) const {
    constexpr uint32_t kMails = 6, kCases = 3;
    const auto at = senders_.find(sender);
    if (at == senders_.end() || at->second.mails < kMails) return false;
    const auto seen = at->second.sentences.find(sentence);
    return seen != at->second.sentences.end() && seen->second.cases >= kCases &&
           2 * seen->second.mails > at->second.mails;
  }

 private:
  struct Seen {
    uint32_t mails = 0, cases = 0, last_case = 0;
  };
  struct Sender {
    uint32_t mails = 0;
    std::unordered_map<uint64_t, Seen> sentences;
  };
  std::unordered_map<StringId, Sender> senders_;
};

// Ascending.
std::vector<MessageIndex> MailsToRead(const Report& report) {
  std::vector<MessageIndex> out;
  for (const uint32_t c : report.shown) {
    const auto messages = report.set.Messages(report.set.cases[c]);
    if (!report.set.cases[c].has_desk || !CanBeBroken(messages)) continue;
    for (const CaseMessage& m : messages) out.push_back(m.message);
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

Said FactReader::Read(MessageIndex message, const mail::Body& body) const {
  const Message& m = mail_.messages[message];
  facts::MailFacts facts;
  facts.subject = mail_[m.subject];
  facts.sender = mail_[m.from_name];
  if (m.date_source != DateSource::kNone) facts.written = m.date;
  facts.zone_seconds = m.zone_minutes * kSecondsAMinute;
  facts.keeps_signer = options_.redact;
  Said out;
  out.message = message;
  out.reading = facts::ReadMail(body, facts, languages_, &out.given_up);
  out.notes = body.notes();
  if (m.length > kMostRead) out.notes.Add(mail::MailNote::kTooLarge);
  if (out.reading.cut) out.notes.Add(mail::MailNote::kTooMuchText);
  return out;
}

Readings ReadFacts(const Options& options, const source::Inventory& inventory,
                   const source::Limits& limits, const FactReader& reader, Report& report,
                   std::vector<Said>&& early) {
  const Export& mail = report.mail;
  Readings out;
  const std::vector<MessageIndex> wanted = MailsToRead(report);
  for (const MessageIndex i : wanted)
    if (!std::ranges::binary_search(early, i, {}, &Said::message)) out.late.push_back(i);
  std::vector<Said> late;
  late.reserve(out.late.size());
  SweepMails(
      options, mail, inventory, limits, out.late,
      [&](MessageIndex i, std::string_view raw, const std::string& error) {
        return error.empty() ? reader.Read(i, mail::Body(raw)) : Said{i, {}, 0, {}};
      },
      [&](MessageIndex i, Said&& said) {
        report.mail.messages[i].notes |= said.notes.bits();
        late.push_back(std::move(said));
      },
      kMostRead);
  out.readings.reserve(wanted.size());
  out.by_message.resize(mail.messages.size());
  for (auto next_early = early.begin(), next_late = late.begin(); const MessageIndex i : wanted) {
    while (next_early != early.end() && next_early->message < i) ++next_early;
    const bool is_early = next_early != early.end() && next_early->message == i;
    if (!is_early && next_late == late.end()) break;  // interrupted
    Said& said = is_early ? *next_early : *next_late++;
    if (!said.reading.signer_name.empty()) out.signers.emplace_back(i, said.reading.signer_name);
    out.given_up += said.given_up;
    out.readings.push_back(std::move(said.reading));
    out.by_message[i].reading = &out.readings.back();
  }
  early = {};

  // Barrier 2: by hashes, never by pairs.
  Boilerplate boilerplate;
  for (const uint32_t c : report.shown)
    for (const CaseMessage& m : report.set.Messages(report.set.cases[c]))
      if (const facts::Reading* reading = out.by_message[m.message].reading; reading != nullptr)
        boilerplate.Add(mail.messages[m.message].from, c, *reading);
  for (const uint32_t c : report.shown) {
    // An agent who repeats himself says it anew; words of the other side are a quotation.
    std::unordered_set<uint64_t> of_side[2];
    for (const CaseMessage& m : report.set.Messages(report.set.cases[c])) {
      ReadMessage& read = out.by_message[m.message];
      if (read.reading == nullptr) continue;
      const auto& sentences = read.reading->sentences;
      const size_t own = m.side == Side::kCustomer ? 1 : 0;
      read.old.resize(sentences.size());
      for (size_t i = 0; i < sentences.size(); ++i) {
        constexpr uint32_t kFewestWords = 3;
        const uint64_t hash = sentences[i].hash;
        read.old[i] = (sentences[i].words >= kFewestWords && of_side[1 - own].contains(hash)) ||
                      boilerplate.Has(mail.messages[m.message].from, hash);
      }
      if (read.reading->below) {
        // What its writer says stands behind the last sentence that an earlier mail has.
        size_t end = sentences.size();
        while (end > 0 && !of_side[0].contains(sentences[end - 1].hash) &&
               !of_side[1].contains(sentences[end - 1].hash))
          --end;
        std::fill_n(read.old.begin(), end == 0 ? sentences.size() : end, uint8_t{1});
      }
      for (const facts::SentenceReading& s : sentences) of_side[own].insert(s.hash);
    }
  }
  return out;
}

}  // namespace threadlint
