#include "sample.h"

#include "facts/sentence.h"
#include "mail/envelope.h"
#include "mail/own_text.h"
#include "mail/structure.h"
#include "mail/text.h"

#include <cstdio>
#include <cstdlib>

namespace threadlint::bench {
namespace {

void AddMails(source::Member& member, Sample& sample) {
  const source::StretchScan scan = ScanOf(member);
  const source::Framing framing = source::JoinStretches({&scan, 1}, member.format);
  std::string memory;
  for (const source::RawMail& mail : framing.mails) {
    std::string_view raw;
    const std::string error =
        source::ReadMail(*member.stream, mail.offset, mail.length, framing.quoting, memory, raw);
    if (error.empty()) sample.mails.emplace_back(raw);
  }
}

void AddAddresses(const mail::Envelope& envelope, Sample& sample) {
  for (const auto* boxes :
       {&envelope.from, &envelope.sender, &envelope.reply_to, &envelope.to, &envelope.cc})
    for (const mail::Mailbox& box : *boxes) sample.addresses.push_back(box.address);
}

void AddText(const std::string& raw, const mail::Structure& structure, Sample& sample) {
  const int part = mail::MainTextPart(structure, raw);
  if (part < 0) return;
  mail::MailNotes notes;
  const mail::Part& main = structure.parts[static_cast<size_t>(part)];
  if (main.type == "text/html") sample.html.push_back(mail::DecodeText(raw, main, notes));
  const std::string& text = sample.texts.emplace_back(mail::MainText(raw, structure, part, notes));
  const std::vector<mail::TextLine> lines = mail::ReadLines(text);
  for (const facts::Sentence& sentence : facts::SplitSentences(text, lines)) {
    sample.sentences.push_back(text.substr(sentence.begin, sentence.length));
    sample.folded.push_back(facts::FoldWithPlaces(sample.sentences.back(), 0));
  }
}

Sample Read(const char* path) {
  Sample sample;
  sample.path = path;
  ForMembers(path, [&](source::Member& member) { AddMails(member, sample); });
  mail::Envelope envelope;
  for (const std::string& raw : sample.mails) {
    const mail::Structure structure = mail::ReadStructure(raw);
    sample.headers.push_back(std::string_view(raw).substr(0, structure.parts.front().header_end));
    mail::ReadEnvelope(sample.headers.back(), envelope);
    AddAddresses(envelope, sample);
    AddText(raw, structure, sample);
  }
  if (sample.mails.empty()) {
    std::fprintf(stderr, "%s: no mail to measure on\n", path);
    std::exit(EXIT_FAILURE);
  }
  return sample;
}

}  // namespace

void ForMembers(const std::string& path, const std::function<void(source::Member&)>& work) {
  const source::Limits limits;
  for (const source::Unit& unit : source::TakeInventory({path}, limits).units) {
    const auto reader = source::OpenUnit(unit, limits);
    source::Member member;
    std::vector<source::Note> notes;
    while (reader->Next(member, notes))
      if (member.format != source::Format::kUnknown) work(member);
  }
}

source::StretchScan ScanOf(source::Member& member) {
  return source::ScanStretch(*member.stream, member.format, {}, {});
}

const Sample& TheSample() {
  static const Sample sample = [] {
    const char* path = std::getenv("THREADLINT_BENCH_MAIL");
    return Read(path != nullptr ? path : THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox");
  }();
  return sample;
}

}  // namespace threadlint::bench
