#include "lint/repro.h"

#include "lint/repro_text.h"
#include "util/sha256.h"
#include "util/write_all.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace threadlint {
namespace {

// A run costs what checking the mails costs; most cases need less than 50. Large ones get fewer.
constexpr uint64_t kMostRuns = 150, kLeastRuns = 12, kMostRead = 60'000;

// A file that is in no folder, for as long as it lives.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("repro", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memory file");
    if (const int error = util::WriteAll(descriptor_, bytes); error != 0) {
      close(descriptor_);
      throw std::system_error(error, std::generic_category(), "memory file");
    }
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

// A finding as far as it must come out again: its rule and the mail that it stands at.
using Shown = std::pair<std::string, MessageIndex>;

MessageIndex AnchorOf(const Finding& f) {
  return f.message != kNoMessage ? f.message : f.stands_in;
}

Options Bare(const Options& options) {
  Options out = options;
  out.find = true;
  out.show = {"note"};
  out.min_confidence = "low";
  out.limit = 0;
  out.suppressions.clear();
  out.baseline.reset();
  out.signatures = false;
  out.signed_mails = nullptr;
  out.exhibits = nullptr;
  out.raw_mail = nullptr;
  out.redact = false;
  out.hashes = false;
  return out;
}

std::vector<MessageIndex> MailsOf(const Report& report, uint32_t case_index) {
  std::vector<MessageIndex> out;
  for (const CaseMessage& entry : report.set.Messages(report.set.cases[case_index]))
    out.push_back(entry.message);
  std::ranges::sort(out);
  return out;
}

// Those of the case, and of the cases that its findings touch: a token that two share shows in
// neither alone.
std::vector<MessageIndex> MailsFor(const Report& report, uint32_t case_index) {
  constexpr size_t kMostOthers = 500;
  std::vector<MessageIndex> out = MailsOf(report, case_index);
  std::set<MessageIndex> beside;
  for (const Finding& f : report.findings) {
    if (f.case_index != case_index) continue;
    beside.insert(f.related.begin(), f.related.end());
    for (const Evidence& e : f.evidence) beside.insert(e.message);
  }
  for (const MessageIndex i : out) beside.erase(i);
  beside.erase(kNoMessage);
  for (uint32_t c = 0; c < report.set.cases.size() && !beside.empty(); ++c) {
    const std::vector<MessageIndex> mails = MailsOf(report, c);
    if (c != case_index && mails.size() < kMostOthers &&
        std::ranges::any_of(mails, [&](MessageIndex i) { return beside.contains(i); }))
      out.insert(out.end(), mails.begin(), mails.end());
  }
  std::ranges::sort(out);
  return out;
}

class Maker {
 public:
  Maker(const Options& options, const std::function<std::optional<uint32_t>(const Report&)>& find)
      : options_(Bare(options)) {
    ReadOpen(find);
    if (!out_.found || open_.interrupted) return;
    ReadMasked();
    MakeTrial();
    for (const Finding& f : open_.findings)
      if (f.case_index == case_ && AnchorOf(f) != kNoMessage) Want(f);
  }

  Repro Run() {
    out_.interrupted = open_.interrupted || masked_.interrupted;
    if (!out_.found || out_.interrupted) return std::move(out_);
    out_.mails_of_case = open_.set.cases[case_].messages;
    out_.findings = wanted_.size();
    Show();
    LeaveOut();
    out_.mbox = Write(in_);
    out_.mails = in_.size();
    std::set<Shown> lost = Lost(in_);
    for (const auto& [rule, mail] : lost)
      out_.lost.push_back(fmt::format("{} in mail {}", rule, Number(mail)));
    for (const MessageIndex i : in_)
      if (drafts_.at(i).readable == Readable::kWhole && !masked_of_.at(i)->text.empty())
        ++out_.whole_mails;
    return std::move(out_);
  }

 private:
  void ReadOpen(const std::function<std::optional<uint32_t>(const Report&)>& find) {
    Options options = options_;
    options.exhibits = [&](const Report& report) {
      const std::optional<uint32_t> found = find(report);
      out_.found = found.has_value();
      if (!found) return std::vector<MessageIndex>();
      case_ = *found;
      return MailsFor(report, case_);
    };
    open_ = Lint(options);
    std::string hashes;
    for (const Exhibit& exhibit : open_.exhibits) hashes += exhibit.sha256 + "\n";
    // Nobody has it who has not the mails; with them the mailbox is the same each time.
    key_ = util::Hex(util::Sha256Of(hashes));
  }

  void ReadMasked() {
    Options options = options_;
    options.redact = options.redact_in_shape = true;
    options.redact_key = key_;
    options.exhibits = [&](const Report& report) { return MailsFor(report, case_); };
    masked_ = Lint(options);
    for (const Exhibit& exhibit : masked_.exhibits) masked_of_[exhibit.message] = &exhibit;
    for (const Exhibit& exhibit : open_.exhibits) open_of_[exhibit.message] = &exhibit;
    for (const auto& [i, exhibit] : masked_of_) {
      ReproMail& draft = drafts_[i];
      draft.report = &masked_;
      draft.exhibit = exhibit;
      in_.push_back(i);
    }
  }

  // Domains that the user named are called something else in there.
  void MakeTrial() {
    trial_ = options_;
    trial_.with.clear();
    trial_.since.reset();
    trial_.until.reset();
    trial_.all = true;
    trial_.jobs = 1;
    trial_.progress = nullptr;
    trial_.support_domains.clear();
    for (const std::string& domain : options_.support_domains)
      for (size_t i = 0; i < open_.mail.messages.size(); ++i) {
        const std::string_view from = open_.mail[open_.mail.messages[i].from];
        const std::string_view instead = masked_.mail[masked_.mail.messages[i].from];
        if (!from.ends_with(domain)) continue;
        trial_.support_domains.emplace_back(instead.substr(instead.rfind('@') + 1));
        break;
      }
  }

  void Want(const Finding& f) {
    const Shown shown = {std::string(f.rule->id), AnchorOf(f)};
    wanted_.insert(shown);
    std::set<MessageIndex>& needs = needs_[shown];
    needs.insert(AnchorOf(f));
    needs.insert(f.related.begin(), f.related.end());
    for (const Evidence& e : f.evidence) {
      needs.insert(e.message);
      if (const auto at = drafts_.find(e.message); at != drafts_.end()) Keep(f, e, at->second);
    }
  }

  // The sentence is looked for as the redacted report quotes it; where names came out otherwise
  // there, its lines are kept.
  void Keep(const Finding& f, const Evidence& e, ReproMail& draft) {
    if (e.field == "Subject") ShowSubjects();
    if (!e.field.empty() || e.quote.empty()) return;
    const std::string_view text = draft.exhibit->text;
    const auto same = std::ranges::find(masked_.findings, f.fingerprint, &Finding::fingerprint);
    const auto index = static_cast<size_t>(&e - f.evidence.data());
    Ranges found;
    if (same != masked_.findings.end() && index < same->evidence.size())
      found = FindQuote(text, same->evidence[index].quote);
    if (found.empty()) {
      const std::string_view open = open_of_.at(e.message)->text;
      found = SameLines(open, FindQuote(open, e.quote), text);
    }
    if (found.empty()) draft.readable = Readable::kWhole;
    draft.kept.insert(draft.kept.end(), found.begin(), found.end());
  }

  // All or none: mails with one subject belong together, and must look so.
  void ShowSubjects() {
    for (auto& [i, draft] : drafts_) draft.subject = true;
  }

  std::string Write(const std::vector<MessageIndex>& mails) const {
    std::string out;
    for (const MessageIndex i : mails) out += WriteReproMail(drafts_.at(i), key_);
    return out;
  }

  // Of the findings wanted, those that do not show in a mailbox of these mails.
  std::set<Shown> Lost(const std::vector<MessageIndex>& mails) {
    ++runs_;
    const MemoryFile file(Write(mails));
    Options options = trial_;
    options.paths = {file.path()};
    const Report report = Lint(options);
    found_ = report.findings.size();
    std::set<Shown> out = wanted_;
    for (const Finding& f : report.findings)
      if (const MessageIndex at = AnchorOf(f); at < mails.size())
        out.erase({std::string(f.rule->id), mails[at]});
    return out;
  }

  bool MayRun() const {
    const uint64_t most = kMostRead / std::max<uint64_t>(1, drafts_.size());
    return runs_ < std::clamp(most, kLeastRuns, kMostRuns) &&
           (options_.stop == nullptr || !options_.stop->load());
  }

  bool More(ReproMail& draft) {
    if (draft.readable == Readable::kWhole) return false;
    draft.readable = draft.readable == Readable::kSentences && !draft.kept.empty()
                         ? Readable::kParagraphs
                         : Readable::kWhole;
    return true;
  }

  // More and more text of the mails that lost findings rest on, then of all.
  void Show() {
    std::set<Shown> lost = Lost(in_);
    while (!lost.empty() && MayRun()) {
      bool more = false;
      for (const Shown& finding : lost)
        for (const MessageIndex i : needs_[finding])
          if (const auto at = drafts_.find(i); at != drafts_.end()) more = More(at->second) || more;
      if (!more) break;
      lost = Lost(in_);
    }
    if (!lost.empty()) Try(lost, [this] { ShowSubjects(); });
    if (!lost.empty())
      Try(lost, [this] {
        for (auto& [i, draft] : drafts_) draft.readable = Readable::kWhole;
      });
    Shrink(lost);
  }

  // What shows no more findings than before needs not be done.
  template <typename Change>
  void Try(std::set<Shown>& lost, const Change& change) {
    if (!MayRun()) return;
    std::map<MessageIndex, ReproMail> before = drafts_;
    change();
    if (std::set<Shown> left = Lost(in_); left.size() < lost.size()) {
      lost = std::move(left);
    } else {
      drafts_ = std::move(before);
    }
  }

  // Takes text back, mail by mail and then paragraph by paragraph, where no finding is lost by it.
  void Shrink(std::set<Shown> lost) {
    const auto good = [&] {
      std::set<Shown> now = Lost(in_);
      if (!std::ranges::includes(lost, now)) return false;
      lost = std::move(now);
      return true;
    };
    for (auto& [i, draft] : drafts_) {
      if (draft.readable != Readable::kWhole) continue;
      bool less = false;
      for (const Readable form : {Readable::kSentences, Readable::kParagraphs}) {
        if (!MayRun()) return;
        draft.readable = form;
        if ((less = good())) break;
        draft.readable = Readable::kWhole;
      }
      if (!less) ShrinkParagraphs(draft, good);
    }
  }

  template <typename Good>
  void ShrinkParagraphs(ReproMail& draft, const Good& good) {
    const ReproMail before = draft;
    draft.readable = Readable::kSentences;
    draft.kept = AllParagraphs(draft.exhibit->text);
    if (!MayRun() || !good()) {
      draft = before;
      return;
    }
    for (size_t i = draft.kept.size(); i-- > 0 && MayRun();) {
      const Ranges all = draft.kept;
      draft.kept.erase(draft.kept.begin() + static_cast<std::ptrdiff_t>(i));
      if (!good()) draft.kept = all;
    }
  }

  // Mails that no finding rests on go, many at a time first.
  void LeaveOut() {
    std::set<MessageIndex> needed;
    for (const auto& [finding, mails] : needs_) needed.insert(mails.begin(), mails.end());
    const std::set<Shown> lost = Lost(in_);
    const size_t found = found_;  // what is left out may not make findings of its own
    size_t chunk = in_.size();
    while (chunk >= 1 && MayRun()) {
      for (size_t begin = 0; begin < in_.size() && MayRun();) {
        std::vector<MessageIndex> left;
        for (size_t i = 0; i < in_.size(); ++i)
          if (i < begin || i >= begin + chunk || needed.contains(in_[i])) left.push_back(in_[i]);
        if (left.size() < in_.size() && !left.empty() && std::ranges::includes(lost, Lost(left)) &&
            found_ <= found) {
          in_ = std::move(left);
        } else {
          begin += chunk;
        }
      }
      chunk /= 2;
    }
  }

  // As 'case' counts the mails.
  size_t Number(MessageIndex i) const {
    size_t out = 0;
    for (const CaseMessage& entry : open_.set.Messages(open_.set.cases[case_])) {
      ++out;
      if (entry.message == i) break;
    }
    return out;
  }

  Options options_, trial_;
  Report open_, masked_;
  uint32_t case_ = 0;
  std::string key_;
  std::map<MessageIndex, const Exhibit*> open_of_, masked_of_;
  std::map<MessageIndex, ReproMail> drafts_;
  std::vector<MessageIndex> in_;  // the mailbox, in the order of the files
  std::set<Shown> wanted_;
  std::map<Shown, std::set<MessageIndex>> needs_;
  uint64_t runs_ = 0;
  size_t found_ = 0;  // findings of the newest run
  Repro out_;
};

}  // namespace

Repro MakeRepro(const Options& options,
                const std::function<std::optional<uint32_t>(const Report&)>& find) {
  return Maker(options, find).Run();
}

}  // namespace threadlint
