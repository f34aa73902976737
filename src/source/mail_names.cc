#include "source/mail_names.h"

#include "util/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace threadlint::source {
namespace {

// clang-format off
constexpr auto kSupportNames = std::to_array<std::string_view>({
    // Maildir: Courier, Dovecot
    "maildirsize", "maildirfolder", "subscriptions", "shared-maildirs", "courierpop3dsizelist",
    // Apple Mail
    "table_of_contents", "info.plist", "extra mail info.plist",
    // Mozilla
    "popstate.dat", "filterlog.html", "msgfilterrules.dat", "training.dat", "junklog.html",
    // MH, KMail, others
    "thumbs.db", "desktop.ini", "folders.db"});
constexpr auto kSupportPrefixes = std::to_array<std::string_view>(
    {"dovecot", "courierimap", "cyrus.", "maildir.size"});
constexpr auto kSupportSuffixes = std::to_array<std::string_view>({
    // Indexes and locks: Mozilla, Evolution, KMail, Opera, any
    ".msf", ".cmeta", ".ev-summary", ".ev-summary-meta", ".ibex.index", ".ibex.index.data",
    ".index", ".index.ids", ".index.sorted", ".lock", ".lck", ".dotlock", ".plist", ".sqlite",
    ".sqlite-wal", ".sqlite-shm", ".mab", ".toc",
    // Documents and programs in zip
    ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".jar", ".apk", ".epub", ".xpi"});
// clang-format on

struct FolderName {
  std::string_view name;  // lower case ASCII; UTF-8 or modified UTF-7 (RFC 3501, 5.1.3) beyond it
  LeftOut left_out;
};
constexpr LeftOut kDraft = LeftOut::kDraft;
constexpr LeftOut kTrash = LeftOut::kTrash;
constexpr LeftOut kSpam = LeftOut::kSpam;
constexpr auto kFolders = std::to_array<FolderName>({
    {"drafts", kDraft},
    {"draft", kDraft},
    {"templates", kDraft},
    {"outbox", kDraft},
    {"unsent messages", kDraft},
    {"unsent", kDraft},
    {"trash", kTrash},
    {"bin", kTrash},
    {"deleted", kTrash},
    {"deleted items", kTrash},
    {"deleted messages", kTrash},
    {"spam", kSpam},
    {"junk", kSpam},
    {"junk mail", kSpam},
    {"junk e-mail", kSpam},
    {"junk email", kSpam},
    {"bulk mail", kSpam},
    // German
    {"entwürfe", kDraft},
    {"entw&apw-rfe", kDraft},
    {"vorlagen", kDraft},
    {"papierkorb", kTrash},
    {"gelöschte elemente", kTrash},
    {"gel&apy-schte elemente", kTrash},
    {"gelöschte objekte", kTrash},
    {"gel&apy-schte objekte", kTrash},
    {"unerwünscht", kSpam},
    {"junk-e-mail", kSpam},
    // French
    {"brouillons", kDraft},
    {"modèles", kDraft},
    {"corbeille", kTrash},
    {"éléments supprimés", kTrash},
    {"&amk-l&aok-ments supprim&aok-s", kTrash},
    {"indésirables", kSpam},
    {"ind&aok-sirables", kSpam},
    {"courrier indésirable", kSpam},
    {"courrier ind&aok-sirable", kSpam},
    // Spanish, Portuguese, Italian
    {"borradores", kDraft},
    {"rascunhos", kDraft},
    {"bozze", kDraft},
    {"papelera", kTrash},
    {"elementos eliminados", kTrash},
    {"lixeira", kTrash},
    {"cestino", kTrash},
    {"posta eliminata", kTrash},
    {"correo no deseado", kSpam},
    {"lixo eletrônico", kSpam},
    {"posta indesiderata", kSpam},
    // Dutch, Swedish, Danish, Norwegian, Polish
    {"concepten", kDraft},
    {"utkast", kDraft},
    {"kladder", kDraft},
    {"szkice", kDraft},
    {"prullenbak", kTrash},
    {"prullenmand", kTrash},
    {"papperskorgen", kTrash},
    {"papirkurv", kTrash},
    {"kosz", kTrash},
    {"ongewenst", kSpam},
    {"skräppost", kSpam},
    {"uønsket", kSpam},
});

constexpr auto kFlagMarks = std::to_array<std::string_view>({":2,", ";2,", "!2,"});

// Where the flags begin, or the name's end.
size_t FlagsAt(std::string_view name) {
  size_t at = std::string_view::npos;
  for (const std::string_view mark : kFlagMarks) at = std::min(at, name.rfind(mark));
  return std::min(at, name.size());
}

LeftOut Lookup(std::string_view lower) {
  for (const FolderName& folder : kFolders) {
    if (folder.name == lower) return folder.left_out;
  }
  return LeftOut::kNo;
}

}  // namespace

bool IsSupportFile(std::string_view name) {
  const auto equal = [&](std::string_view entry) { return util::EqualsIgnoreCase(name, entry); };
  const auto prefix = [&](std::string_view p) { return util::StartsWithIgnoreCase(name, p); };
  const auto suffix = [&](std::string_view s) { return util::EndsWithIgnoreCase(name, s); };
  if (std::any_of(kSupportNames.begin(), kSupportNames.end(), equal)) return true;
  if (std::any_of(kSupportPrefixes.begin(), kSupportPrefixes.end(), prefix)) return true;
  if (std::any_of(kSupportSuffixes.begin(), kSupportSuffixes.end(), suffix)) return true;
  // MH marks a removed message by a ',' or '#' before its number.
  return name.size() > 1 && (name[0] == ',' || name[0] == '#') &&
         std::all_of(name.begin() + 1, name.end(), util::IsDigit);
}

bool IsSupportFolder(std::string_view name, std::string_view parent) {
  return name == "Attachments" &&
         (parent == "Messages" || parent == "Data" || util::EndsWithIgnoreCase(parent, ".mbox"));
}

LeftOut FolderLeftOut(std::string_view name) {
  for (const std::string_view suffix : {".gz", ".xz", ".zst", ".bz2", ".mbox", ".mbx", ".sbd"}) {
    if (name.size() > suffix.size() && util::EndsWithIgnoreCase(name, suffix)) {
      name.remove_suffix(suffix.size());
    }
  }
  const std::string lower = util::LowerAscii(name);
  if (!lower.starts_with('.')) return Lookup(lower);
  // Maildir++: ".INBOX.Trash.2019" lies below Trash.
  for (size_t at = 1; at < lower.size();) {
    const size_t end = std::min(lower.size(), lower.find('.', at));
    const LeftOut left_out = Lookup(std::string_view(lower).substr(at, end - at));
    if (left_out != LeftOut::kNo) return left_out;
    at = end + 1;
  }
  return LeftOut::kNo;
}

LeftOut FlagsLeftOut(std::string_view maildir_name) {
  const std::string_view flags = maildir_name.substr(FlagsAt(maildir_name));
  if (flags.find('T') != std::string_view::npos) return LeftOut::kTrash;
  if (flags.find('D') != std::string_view::npos) return LeftOut::kDraft;
  return LeftOut::kNo;
}

std::string_view MaildirUnique(std::string_view maildir_name) {
  std::string_view unique = maildir_name.substr(0, FlagsAt(maildir_name));
  // ",S=1234,W=1250,U=7": sizes and UIDs, which Dovecot and mbsync add to names that others made.
  while (true) {
    const size_t digits = unique.find_last_not_of("0123456789");
    if (digits == std::string_view::npos || digits < 3 || digits + 1 == unique.size()) break;
    if (unique[digits] != '=' || unique[digits - 2] != ',') break;
    unique = unique.substr(0, digits - 2);
  }
  return unique;
}

bool IsMaildirName(std::string_view name) {
  if (name.empty()) return false;
  if (FlagsAt(name) < name.size()) return true;
  return util::IsDigit(name.front()) && std::count(name.begin(), name.end(), '.') >= 2;
}

PathHint HintOf(std::string_view relative_path) {
  PathHint hint;
  std::string_view parent;
  while (true) {
    const size_t slash = relative_path.find('/');
    const std::string_view part = relative_path.substr(0, slash);
    const bool file = slash == std::string_view::npos;
    if (hint.left_out == LeftOut::kNo) hint.left_out = FolderLeftOut(part);
    if (file) {
      hint.maildir_message = parent == "cur" || parent == "new";
      if (hint.maildir_message && hint.left_out == LeftOut::kNo) hint.left_out = FlagsLeftOut(part);
      const bool delivery = parent == "tmp" && IsMaildirName(part);
      hint.ignored =
          hint.ignored || part.empty() || part.starts_with('.') || delivery || IsSupportFile(part);
      return hint;
    }
    hint.ignored = hint.ignored || IsSupportFolder(part, parent) || part == "__MACOSX";
    parent = part;
    relative_path.remove_prefix(slash + 1);
  }
}

}  // namespace threadlint::source
