// What names of files and folders tell: mail programs' own files, folders of drafts, rubbish and
// spam, Maildir flags. Data, not code: see the tables.
#pragma once

#include "source/inventory.h"

#include <cstdint>
#include <string_view>

namespace threadlint::source {

// Files that mail programs keep beside the mail (indexes, locks, settings) and files that cannot
// hold mail though they look like archives. Hidden names are the caller's matter.
bool IsSupportFile(std::string_view name);

// Folders beside the mail that hold none of their own: Apple Mail's extracted attachments.
bool IsSupportFolder(std::string_view name, std::string_view parent);

// One path part: a folder, a Maildir++ folder (".INBOX.Trash"), a mailbox file ("Junk.mbox").
LeftOut FolderLeftOut(std::string_view name);

// The flags behind ":2,", ";2," or "!2,": D is a draft, T is trashed. (Maildir, D. J. Bernstein.
// Windows and some servers cannot have the colon.)
LeftOut FlagsLeftOut(std::string_view maildir_name);

// The part of a Maildir name that stays when flags change, and when a program adds what it knows of
// the mail (",S=1234", ",U=7").
std::string_view MaildirUnique(std::string_view maildir_name);

// Named as deliveries name messages ("1700000000.M1P2.host") or with flags behind it.
bool IsMaildirName(std::string_view name);

// A path below the root of a walk or an archive: what its names tell without looking inside.
struct PathHint {
  bool ignored = false;          // hidden, support file, Maildir's tmp
  bool maildir_message = false;  // lies in a folder named cur or new
  LeftOut left_out = LeftOut::kNo;
};
PathHint HintOf(std::string_view relative_path);

}  // namespace threadlint::source
