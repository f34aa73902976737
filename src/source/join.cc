#include "source/join.h"

#include "source/boundary_judge.h"
#include "source/single_mail.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::source {
namespace {

Framing JoinSingle(std::span<const StretchScan> scans) {
  Framing framing;
  const FileEvidence evidence = SumEvidence(scans);
  const auto candidates = AllCandidates(scans);
  if (candidates.empty()) return framing;
  const Candidate& c = *candidates.front();
  RawMail mail;
  mail.offset = c.separator + c.separator_length;
  mail.length = evidence.stream_end - std::min(evidence.stream_end, mail.offset);
  mail.header_length = c.header_length;
  // A file that ends behind a whole header line is a mail without body; one that ends within a
  // header line was cut.
  mail.truncated = c.to_end && c.cut_line;
  if (c.form == kEmlxForm && c.content_length >= 0) {
    const uint64_t stated = static_cast<uint64_t>(c.content_length);
    mail.truncated = mail.truncated || stated > mail.length;
    mail.length = std::min(mail.length, stated);
  }
  mail.header_length = static_cast<uint32_t>(std::min<uint64_t>(mail.header_length, mail.length));
  if (mail.truncated) {
    framing.notes.push_back(
        {NoteKind::kTruncated, {}, mail.offset, true, "the file stops inside the mail"});
  }
  framing.mails.push_back(mail);
  return framing;
}

}  // namespace

std::vector<const Candidate*> AllCandidates(std::span<const StretchScan> scans) {
  size_t count = 0;
  for (const StretchScan& scan : scans) count += scan.candidates.size();
  std::vector<const Candidate*> all;
  all.reserve(count);
  for (const StretchScan& scan : scans) {
    for (const Candidate& candidate : scan.candidates) all.push_back(&candidate);
  }
  return all;
}

void NoteList::Add(NoteKind kind, uint64_t offset, std::string text) {
  auto seen =
      std::find_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.kind == kind; });
  if (seen == seen_.end()) seen = seen_.insert(seen_.end(), {kind, 0, 0});
  if (++seen->count <= kMost) {
    notes_.push_back({kind, {}, offset, true, std::move(text)});
  } else if (seen->count == kMost + 1) {
    seen->first_dropped = offset;
  }
}

void NoteList::Finish() {
  for (const Seen& seen : seen_) {
    if (seen.count <= kMost) continue;
    notes_.push_back({seen.kind,
                      {},
                      seen.first_dropped,
                      true,
                      fmt::format("{} more places like this, from here on", seen.count - kMost)});
  }
}

Framing JoinStretches(std::span<const StretchScan> scans, Format format) {
  switch (format) {
    case Format::kMbox:
      return JoinMbox(scans);
    case Format::kMmdf:
      return JoinMmdf(scans);
    case Format::kMaildirMessage:
    case Format::kEml:
    case Format::kUnknown:
      break;
  }
  return JoinSingle(scans);
}

}  // namespace threadlint::source
