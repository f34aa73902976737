#include "read_all.h"

#include <algorithm>

namespace threadlint::source {
namespace {

std::string MessageId(const std::string& mail) {
  const size_t at = mail.find("Message-ID: ");
  if (at == std::string::npos) return {};
  return mail.substr(at + 12, mail.find('>', at) - at - 11);
}

// Members of archives can be read forward only: they are opened once to frame, once to read.
void FrameUnit(const Unit& unit, const Limits& limits, std::vector<Framing>& framings,
               std::vector<Note>& notes) {
  const auto reader = OpenUnit(unit, limits);
  Member member;
  while (reader->Next(member, notes)) {
    framings.emplace_back();
    if (member.format == Format::kUnknown) continue;
    std::vector<StretchScan> scans;
    for (const Stretch& stretch : SplitIntoStretches(*member.stream, member.format, 1000)) {
      scans.push_back(ScanStretch(*member.stream, member.format, stretch, {}));
    }
    framings.back() = JoinStretches(scans, member.format);
    notes.insert(notes.end(), framings.back().notes.begin(), framings.back().notes.end());
  }
}

}  // namespace

Found ReadAll(const std::vector<std::string>& paths, const Limits& limits) {
  Found found;
  found.inventory = TakeInventory(paths, limits);
  for (const Unit& unit : found.inventory.units) {
    std::vector<Framing> framings;
    FrameUnit(unit, limits, framings, found.notes);
    const auto reader = OpenUnit(unit, limits);
    std::vector<Note> again;
    Member member;
    for (size_t i = 0; reader->Next(member, again) && i < framings.size(); ++i) {
      for (const RawMail& raw : framings[i].mails) {
        FoundMail mail;
        mail.path = member.path;
        mail.left_out = member.left_out;
        mail.truncated = raw.truncated;
        std::string memory;
        std::string_view bytes;
        ReadMail(*member.stream, raw.offset, raw.length, framings[i].quoting, memory, bytes);
        mail.bytes = bytes;
        mail.id = MessageId(mail.bytes);
        found.mails.push_back(std::move(mail));
      }
    }
  }
  return found;
}

bool HasNote(const std::vector<Note>& notes, NoteKind kind) {
  return std::any_of(notes.begin(), notes.end(),
                     [kind](const Note& note) { return note.kind == kind; });
}

}  // namespace threadlint::source
