#include "lint/sweep.h"

#include "source/framing.h"

#include <algorithm>

namespace threadlint {
namespace {

// Mails that one worker reads from one large file.
constexpr size_t kJobMails = 64;

}  // namespace

std::vector<SweepJob> PlanSweep(const Export& mail, const source::Inventory& inventory,
                                const std::vector<MessageIndex>& wanted) {
  std::vector<SweepJob> jobs;
  for (const MessageIndex i : wanted) {
    const uint32_t unit = mail.files[mail.messages[i].file].unit;
    const bool seekable = inventory.units[unit].container == source::Container::kPlain;
    if (jobs.empty() || jobs.back().unit != unit ||
        (seekable && jobs.back().messages.size() >= kJobMails))
      jobs.push_back({unit, {}});
    jobs.back().messages.push_back(i);
  }
  return jobs;
}

void RunSweepJob(const SweepJob& job, const Export& mail, const source::Inventory& inventory,
                 const source::Limits& limits, uint64_t most, const UseMail& use) {
  const auto reader = source::OpenUnit(inventory.units[job.unit], limits);
  source::Member member;
  std::vector<source::Note> notes;
  std::string memory;
  size_t next = 0;
  for (uint32_t ordinal = 0; next < job.messages.size() && reader->Next(member, notes); ++ordinal) {
    for (; next < job.messages.size(); ++next) {
      const Message& m = mail.messages[job.messages[next]];
      const MailFile& file = mail.files[m.file];
      if (file.member != ordinal) break;
      std::string_view raw;
      const std::string error =
          member.format == source::Format::kUnknown
              ? std::string("the file is no longer what it was")
              : source::ReadMail(*member.stream, m.offset, std::min(m.length, most),
                                 static_cast<source::Quoting>(file.quoting), memory, raw);
      use(job.messages[next], raw, error);
    }
  }
  for (; next < job.messages.size(); ++next)
    use(job.messages[next], {}, notes.empty() ? "the file is gone" : notes.back().text);
}

}  // namespace threadlint
