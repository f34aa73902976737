#include "lint/read_headers.h"

#include "lint/sender_check.h"
#include "mail/envelope.h"
#include "mail/export_builder.h"
#include "mail/separator_date.h"
#include "source/framing.h"
#include "util/ordered_pool.h"

#include <fmt/format.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

namespace threadlint {
namespace {

// Files larger than this are cut into stretches of that length, so that several workers share one
// file: long enough that most addresses stand in it more than once, short enough that what waits
// for its turn is little.
constexpr uint64_t kLargeFile = uint64_t{8} << 20;
// Small files are read in batches, so that a Maildir is not one job a mail.
constexpr size_t kBatchFiles = 256;
constexpr uint64_t kBatchBytes = uint64_t{8} << 20;

// A large file stays open while its stretches are read.
struct OpenFile {
  std::unique_ptr<source::UnitReader> reader;
  source::Member member;
};

struct Job {
  uint32_t first_unit = 0, units = 1;
  std::shared_ptr<OpenFile> file;  // set for a stretch of a large file
  source::Stretch stretch;
  bool last = true;  // stretch of its file
};

// What one job read of one mail file. The messages stand in the job's fragment, one a candidate.
struct FilePart {
  source::Member member;
  uint32_t unit = 0, ordinal = 0;
  bool last = true;
  source::StretchScan scan;
};

struct JobResult {
  Export fragment;  // its sender_checks name candidates
  std::vector<FilePart> parts;
  std::vector<std::pair<uint32_t, source::Note>> notes;  // unit, note
  uint64_t bytes = 0;
};

FilePart ScanPart(const source::Member& member, source::Stretch stretch, Export& fragment,
                  mail::Envelope& envelope, std::span<const std::string> hosts) {
  FilePart part;
  part.member = member;
  part.scan = source::ScanStretch(
      *member.stream, member.format, stretch,
      [&](const source::Candidate& candidate, std::string_view separator, std::string_view header) {
        mail::ReadEnvelope(header, envelope);
        if (!candidate.header_complete && header.size() >= source::kMaxHeaderBlock)
          envelope.notes.Add(mail::MailNote::kHeaderTooLong);
        mail::Timestamp separator_date;
        if (mail::NeedsSeparatorDate(envelope))
          separator_date = mail::ParseSeparatorDate(separator);
        mail::AddMessage(fragment, envelope, separator_date);
        Message& m = fragment.messages.back();
        m.header_length = candidate.header_length;
        m.unreadable = !candidate.any_header;
        if (member.left_out != source::LeftOut::kNo && m.left_out == LeftOutReason::kNo)
          m.left_out = static_cast<LeftOutReason>(member.left_out);
        if (hosts.empty()) return;
        auto check = CheckSender(header, fragment[m.from], hosts);
        if (!check) return;
        check->message = static_cast<MessageIndex>(fragment.messages.size() - 1);
        fragment.sender_checks.push_back(std::move(*check));
      });
  part.member.stream = nullptr;
  return part;
}
static_assert(static_cast<int>(source::LeftOut::kDraft) ==
                  static_cast<int>(LeftOutReason::kDraft) &&
              static_cast<int>(source::LeftOut::kTrash) ==
                  static_cast<int>(LeftOutReason::kTrash) &&
              static_cast<int>(source::LeftOut::kSpam) == static_cast<int>(LeftOutReason::kSpam));

JobResult RunJob(const Job& job, const source::Inventory& inventory, const source::Limits& limits,
                 const Options& options) {
  JobResult result;
  result.fragment.keeps_names = options.redact;
  mail::Envelope envelope;
  if (job.file) {
    FilePart part =
        ScanPart(job.file->member, job.stretch, result.fragment, envelope, options.authserv_ids);
    part.unit = job.first_unit;
    part.last = job.last;
    result.bytes += part.scan.bytes;
    result.parts.push_back(std::move(part));
    return result;
  }
  for (uint32_t u = job.first_unit; u < job.first_unit + job.units; ++u) {
    const auto reader = source::OpenUnit(inventory.units[u], limits);
    source::Member member;
    std::vector<source::Note> notes;
    for (uint32_t ordinal = 0; reader->Next(member, notes); ++ordinal) {
      if (member.format == source::Format::kUnknown) continue;
      FilePart part = ScanPart(member, {}, result.fragment, envelope, options.authserv_ids);
      part.unit = u;
      part.ordinal = ordinal;
      result.bytes += part.scan.bytes;
      result.parts.push_back(std::move(part));
    }
    for (source::Note& note : notes) result.notes.emplace_back(u, std::move(note));
  }
  return result;
}

std::vector<Job> PlanJobs(const source::Inventory& inventory, const source::Limits& limits,
                          std::vector<InputReport>& inputs) {
  std::vector<Job> jobs;
  uint64_t batch_bytes = 0;
  bool open_batch = false;
  for (uint32_t u = 0; u < inventory.units.size(); ++u) {
    const source::Unit& unit = inventory.units[u];
    if (unit.container == source::Container::kPlain && unit.size >= kLargeFile) {
      open_batch = false;
      auto file = std::make_shared<OpenFile>();
      file->reader = source::OpenUnit(unit, limits);
      std::vector<source::Note> notes;
      const bool is_mail = file->reader->Next(file->member, notes) &&
                           file->member.format != source::Format::kUnknown;
      for (const source::Note& note : notes) AddNote(note, inputs[unit.input]);
      if (!is_mail) continue;
      const auto stretches =
          source::SplitIntoStretches(*file->member.stream, file->member.format, kLargeFile);
      for (size_t s = 0; s < stretches.size(); ++s)
        jobs.push_back({u, 1, file, stretches[s], s + 1 == stretches.size()});
      continue;
    }
    if (!open_batch || jobs.back().units >= kBatchFiles || batch_bytes >= kBatchBytes) {
      jobs.push_back({u, 0, nullptr, {}, true});
      batch_bytes = 0;
      open_batch = true;
    }
    ++jobs.back().units;
    batch_bytes += unit.size;
  }
  return jobs;
}

// Takes the results in file order and decides, file by file, which candidates are mails.
class Collector {
 public:
  Collector(const source::Inventory& inventory, Export& mail, std::vector<InputReport>& inputs)
      : inventory_(inventory), mail_(mail), inputs_(inputs) {}

  void Take(JobResult&& result) {
    for (SenderCheck& check : result.fragment.sender_checks) {
      check.message += taken_;
      checks_.push_back(std::move(check));
    }
    taken_ += static_cast<uint32_t>(result.fragment.messages.size());
    mail::AppendFragment(mail_, result.fragment, mail_.messages);
    for (FilePart& part : result.parts) {
      candidates_ += part.scan.candidates.size();
      inputs_[InputOf(part)].bytes += part.scan.bytes;
      scans_.push_back(std::move(part.scan));
      if (part.last) Settle(part);
    }
    std::erase_if(checks_, [this](const SenderCheck& check) { return check.message < judged_; });
    mail_.messages.erase(Place(settled_), Place(first_));
    first_ = settled_;
    for (const auto& [unit, note] : result.notes)
      AddNote(note, inputs_[inventory_.units[unit].input]);
  }

 private:
  std::vector<Message>::iterator Place(size_t i) {
    return mail_.messages.begin() + static_cast<ptrdiff_t>(i);
  }
  uint32_t InputOf(const FilePart& part) const { return inventory_.units[part.unit].input; }

  // Of a candidate of the file under way that turned out to be the next mail.
  void KeepCheck(size_t candidate) {
    const auto at = std::ranges::lower_bound(checks_, judged_ + static_cast<uint32_t>(candidate),
                                             {}, &SenderCheck::message);
    if (at == checks_.end() || at->message != judged_ + candidate) return;
    mail_.sender_checks.push_back(std::move(*at));
    mail_.sender_checks.back().message = static_cast<MessageIndex>(settled_);
  }

  void Settle(const FilePart& part) {
    InputReport& input = inputs_[InputOf(part)];
    const source::Framing framing = source::JoinStretches(scans_, part.member.format);
    const auto file = static_cast<uint32_t>(mail_.files.size());
    mail_.files.push_back({part.member.path, InputOf(part), part.unit, part.ordinal,
                           static_cast<uint8_t>(framing.quoting)});
    for (const source::RawMail& raw : framing.mails) {
      KeepCheck(raw.candidate);
      Message& m = mail_.messages[settled_++] = mail_.messages[first_ + raw.candidate];
      m.file = file;
      m.offset = raw.offset;
      m.length = raw.length;
      m.header_length = raw.header_length;
      m.truncated = raw.truncated;
    }
    first_ += candidates_;
    judged_ += static_cast<uint32_t>(candidates_);
    candidates_ = 0;
    input.messages += framing.mails.size();
    for (source::Note note : framing.notes) {
      note.path = part.member.path;
      AddNote(note, input);
      if (note.kind == source::NoteKind::kTruncated && !framing.mails.empty())
        input.notes.back().message = static_cast<MessageIndex>(settled_ - 1);
    }
    for (const source::StretchScan& scan : scans_) {
      if (scan.error.empty()) continue;
      AddNote({source::NoteKind::kUnreadable, part.member.path, 0, false, scan.error}, input);
    }
    scans_.clear();
  }

  const source::Inventory& inventory_;
  Export& mail_;
  std::vector<InputReport>& inputs_;
  // Export::messages holds those that are mails, then the candidates not yet judged.
  size_t settled_ = 0;
  // Of the file under way:
  std::vector<source::StretchScan> scans_;
  size_t first_ = 0, candidates_ = 0;  // where its candidates stand
  uint32_t taken_ = 0, judged_ = 0;    // candidates of all files
  std::vector<SenderCheck> checks_;    // of candidates not yet judged, counted likewise
};

}  // namespace

void AddNote(const source::Note& note, InputReport& input) {
  InputNote out;
  out.path = note.path.empty() ? input.path : note.path;
  out.offset = note.offset;
  out.has_offset = note.has_offset;
  out.text = note.text;
  const auto worse = [&input](InputState state) {
    if (input.state == InputState::kOk) input.state = state;
  };
  switch (note.kind) {
    case source::NoteKind::kUnreadable:
      out.kind = InputNoteKind::kUnreadable;
      out.text = "cannot be read: " + note.text;
      worse(InputState::kUnreadable);
      break;
    case source::NoteKind::kDamagedArchive:
    case source::NoteKind::kLimit:
      out.kind = InputNoteKind::kUnreadable;
      worse(InputState::kPartial);
      break;
    case source::NoteKind::kNotMail:
    case source::NoteKind::kNeedsConversion:
      out.kind = InputNoteKind::kUnreadable;
      worse(InputState::kNotMail);
      break;
    case source::NoteKind::kTruncated:
      out.kind = InputNoteKind::kTruncated;
      worse(InputState::kPartial);
      break;
    case source::NoteKind::kChangedWhileRead:
      worse(InputState::kPartial);
      break;
    case source::NoteKind::kDoubtfulBoundary:
    case source::NoteKind::kWrongContentLength:
      out.kind = InputNoteKind::kDoubtfulBoundary;
      break;
    case source::NoteKind::kSkipped:
      break;
  }
  input.notes.push_back(std::move(out));
}

namespace {

// What the fragments took lies about in the workers' heaps, where nobody needs it: of millions of
// mails as much as a tenth of all memory.
void GiveBackMemory([[maybe_unused]] const Export& mail) {
#if defined(__GLIBC__)
  constexpr size_t kMany = 100'000;  // for fewer it is not worth the time
  if (mail.messages.size() >= kMany) ::malloc_trim(0);
#endif
}

}  // namespace

bool ReadHeaders(const Options& options, const source::Inventory& inventory,
                 const source::Limits& limits, Export& mail, std::vector<InputReport>& inputs) {
  const std::vector<Job> jobs = PlanJobs(inventory, limits, inputs);
  Progress progress{"reading headers", 0, 0};
  for (const source::Unit& unit : inventory.units) progress.bytes_total += unit.size;
  Collector collector(inventory, mail, inputs);
  bool whole = true;
  const unsigned workers = util::WorkerCount(options.jobs);
  util::RunOrdered(
      workers, jobs.size(), [&](size_t i) { return RunJob(jobs[i], inventory, limits, options); },
      [&](size_t, JobResult&& result) {
        progress.bytes_done += result.bytes;
        collector.Take(std::move(result));
        if (options.progress) options.progress(progress);
        whole = options.stop == nullptr || !options.stop->load();
        return whole;
      },
      size_t{2} * workers);  // fragments are large
  GiveBackMemory(mail);
  return whole;
}

}  // namespace threadlint
