#include "verdict/redact_paths.h"

#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <set>

namespace threadlint::verdict {
namespace {

constexpr std::string_view kExtensions[] = {
    ".mbox", ".mbx", ".mbs", ".mmdf", ".eml", ".emlx", ".msg", ".pst", ".ost", ".zip",
    ".tar",  ".tgz", ".txz", ".tbz2", ".gz",  ".xz",   ".zst", ".bz2", ".7z"};

// "mbox.gz" of "ada.mbox.gz": what says how it is read.
std::string ExtensionOf(std::string_view path) {
  std::string out;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view extension : kExtensions)
      if (util::EndsWithIgnoreCase(path, extension)) {
        out.insert(0, extension);
        path.remove_suffix(extension.size());
        found = true;
        break;
      }
  }
  return out;
}

// Where it stands as a whole: a file may be called "a".
void ReplaceAll(std::string& text, std::string_view what, std::string_view with) {
  if (what.empty()) return;
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos;) {
    const size_t end = at + what.size();
    const bool begins = at == 0 || !util::IsAlnum(text[at - 1]) || !util::IsAlnum(what.front());
    const bool ends =
        end == text.size() || !util::IsAlnum(text[end]) || !util::IsAlnum(what.back());
    if (begins && ends) {
      text.replace(at, what.size(), with);
      at += with.size();
    } else {
      ++at;
    }
  }
}

}  // namespace

PathMask::PathMask(const Report& report, Pseudonyms& pseudonyms) : pseudonyms_(pseudonyms) {
  std::map<std::string, std::set<std::string>> paths;  // of inputs, and what stands below each
  for (const InputReport& input : report.inputs) {
    auto& below = paths[input.path];
    for (const InputNote& note : input.notes) below.insert(note.path);
  }
  for (const MailFile& file : report.mail.files)
    if (file.input < report.inputs.size()) paths[report.inputs[file.input].path].insert(file.path);
  for (const auto& [input, below] : paths) {
    Add(input, "");
    for (const std::string& path : below) Add(path, input);
  }
}

void PathMask::Add(const std::string& path, const std::string& input) {
  if (path.empty() || path == "-" || known_.contains(path)) return;
  const std::string extension = ExtensionOf(path);
  if (input.empty()) {
    known_[path] = pseudonyms_.Numbered("mailbox", "path", path) + extension;
    return;
  }
  const std::string& above = known_[input];
  const std::string prefix = above.empty() ? "mail" : above + "/mail";
  known_[path] = pseudonyms_.Numbered(prefix, "path", path) + extension;
}

const std::string& PathMask::Of(const std::string& path) {
  std::string& out = known_[path];
  if (!out.empty()) return out;
  out = path.empty() || path == "-"
            ? path
            : pseudonyms_.Numbered("file", "path", path) + ExtensionOf(path);
  return out;
}

std::string PathMask::InNote(std::string text, const std::string& path) {
  const std::string& with = Of(path);
  ReplaceAll(text, path, with);
  const size_t slash = path.rfind('/');
  if (slash != std::string::npos) {
    ReplaceAll(text, std::string_view(path).substr(slash + 1), with);
    ReplaceAll(text, std::string_view(path).substr(0, slash + 1), "");
  }
  return text;
}

}  // namespace threadlint::verdict
