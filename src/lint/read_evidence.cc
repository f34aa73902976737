#include "lint/read_evidence.h"

#include "lint/number_lines.h"
#include "lint/quote_sentence.h"
#include "lint/sweep.h"
#include "mail/encoded_word.h"
#include "mail/header_block.h"
#include "source/framing.h"
#include "util/sha256.h"
#include "util/utf8.h"

#include <algorithm>
#include <map>

namespace threadlint {
namespace {

constexpr size_t kLongestQuote = 1000;  // bytes; more of a header field proves nothing more

struct ReadMailResult {
  std::string sha256;
  std::vector<Quote> quotes;  // in the order of the fields asked for
};

// The field as it stands in the mail, its folding turned into one line and its encoded words into
// what they say: nobody reads a number in "=?utf-8?q?=5BTicket=23…".
Quote QuoteField(std::string_view raw, size_t header_length, std::string_view field) {
  mail::HeaderBlock block;
  block.Parse(raw.substr(0, std::min(header_length, raw.size())));
  const mail::HeaderField* found = block.Find(field);
  Quote out;
  if (found == nullptr) return out;
  out.offset = static_cast<uint64_t>(found->name.data() - raw.data());
  const std::string value = mail::Unfold(found->value);
  mail::MailNotes ignored;  // the mail has its notes
  out.text = std::string(found->name) + ": " +
             (mail::MayHaveEncodedWord(value) ? mail::DecodeWords(value, ignored) : value);
  if (out.text.size() > kLongestQuote) out.text.resize(kLongestQuote);
  out.text = util::MakeValidUtf8(out.text);
  return out;
}

// What `e` names in the mail; nothing, at the mail's beginning, if that is the mail itself.
Quote QuoteOf(const Evidence& e, std::string_view raw, const Export& mail) {
  const Message& m = mail.messages[e.message];
  if (!e.field.empty()) return QuoteField(raw, m.header_length, e.field);
  if (e.sentence == 0 && e.holds == 0 && e.length == 0) return {};
  const auto voice = e.quoted ? mail::LineVoice::kQuoted : mail::LineVoice::kOwn;
  Quote out = e.length != 0     ? QuoteRange(raw, e.begin, e.length, kLongestQuote)
              : e.sentence != 0 ? QuoteSentence(raw, voice, e.sentence, kLongestQuote)
                                : QuoteLineWith(raw, mail[e.holds], kLongestQuote);
  // In the file, lines before it may have a mark that was taken off when the mail was read.
  if (raw.size() != m.length)
    out.offset += CountRestoredLines(raw.substr(0, out.offset),
                                     static_cast<source::Quoting>(mail.files[m.file].quoting));
  return out;
}

// The mails that findings rest on, whether they are quoted or not.
void RequestLinesOfMails(Report& report, std::vector<LineRequest>& requests) {
  std::vector<MessageIndex> messages;
  for (const Finding& f : report.findings) {
    if (f.message != kNoMessage) messages.push_back(f.message);
    messages.insert(messages.end(), f.related.begin(), f.related.end());
    if (f.broken_by == kNoBreak) continue;
    const Break& b = report.set.breaks[f.broken_by];
    messages.insert(messages.end(), {b.previous, b.message});
  }
  std::sort(messages.begin(), messages.end());
  messages.erase(std::unique(messages.begin(), messages.end()), messages.end());
  report.lines.resize(report.mail.messages.size());
  for (const MessageIndex i : messages)
    requests.push_back(
        {report.mail.messages[i].file, report.mail.messages[i].offset, &report.lines[i]});
}

}  // namespace

void ReadEvidence(const Options& options, const source::Inventory& inventory,
                  const source::Limits& limits, Report& report) {
  Export& mail = report.mail;
  std::map<MessageIndex, std::vector<Evidence*>> wanted;
  std::vector<LineRequest> line_requests;
  for (Finding& f : report.findings)
    for (Evidence& e : f.evidence)
      if (e.message != kNoMessage) wanted[e.message].push_back(&e);
  std::vector<MessageIndex> messages;
  if (options.hashes) {
    messages.resize(mail.messages.size());
    for (MessageIndex i = 0; i < messages.size(); ++i) messages[i] = i;
  } else {
    for (const auto& [i, unused] : wanted) messages.push_back(i);
  }
  std::vector<bool> hashed(mail.messages.size());
  for (const auto& [i, unused] : report.sha256) hashed[i] = true;
  SweepMails(
      options, mail, inventory, limits, messages,
      [&](MessageIndex i, std::string_view raw, const std::string&) {
        ReadMailResult out;
        if (!hashed[i]) out.sha256 = util::Hex(util::Sha256Of(raw));
        const auto at = wanted.find(i);
        if (at != wanted.end())
          for (const Evidence* e : at->second) out.quotes.push_back(QuoteOf(*e, raw, mail));
        return out;
      },
      [&](MessageIndex i, ReadMailResult&& read) {
        if (!read.sha256.empty()) report.sha256[i] = std::move(read.sha256);
        const auto at = wanted.find(i);
        if (at == wanted.end()) return;
        const Message& m = mail.messages[i];
        for (size_t k = 0; k < read.quotes.size(); ++k) {
          Evidence& e = *at->second[k];
          e.path = mail.files[m.file].path;
          e.offset = m.offset + read.quotes[k].offset;
          e.quote = std::move(read.quotes[k].text);
          line_requests.push_back({m.file, e.offset, &e.line});
        }
      });
  // Notes on the input name a file and a place in it, but no message.
  std::map<std::string_view, uint32_t> file_of_path;
  for (uint32_t f = 0; f < mail.files.size(); ++f) file_of_path.emplace(mail.files[f].path, f);
  for (Finding& f : report.findings)
    for (Evidence& e : f.evidence) {
      const auto at = file_of_path.find(e.path);
      if (e.message == kNoMessage && e.line == 0 && at != file_of_path.end())
        line_requests.push_back({at->second, e.offset, &e.line});
    }
  RequestLinesOfMails(report, line_requests);
  NumberLines(options, inventory, limits, mail, std::move(line_requests));
}

}  // namespace threadlint
