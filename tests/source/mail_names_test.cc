#include "source/mail_names.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {

TEST_CASE("Folders whose mail is left out") {
  struct Row {
    std::string name;
    LeftOut expected;
  };
  for (const Row& row : std::vector<Row>{{"Trash", LeftOut::kTrash},
                                         {"Deleted Items.mbox", LeftOut::kTrash},
                                         {"Drafts.sbd", LeftOut::kDraft},
                                         {".INBOX.Spam", LeftOut::kSpam},
                                         {".Trash.2019", LeftOut::kTrash},
                                         {"Entwürfe", LeftOut::kDraft},
                                         {".Entw&APw-rfe", LeftOut::kDraft},
                                         {"Papierkorb", LeftOut::kTrash},
                                         {"Spam.mbox.gz", LeftOut::kSpam},
                                         {"INBOX", LeftOut::kNo},
                                         {"Sent", LeftOut::kNo},
                                         {"Trashcan orders", LeftOut::kNo},
                                         {"All mail Including Spam and Trash.mbox", LeftOut::kNo},
                                         {"", LeftOut::kNo},
                                         {"..", LeftOut::kNo}}) {
    CAPTURE(row.name);
    CHECK(FolderLeftOut(row.name) == row.expected);
  }
}

TEST_CASE("Maildir flags and the part of a name that stays") {
  struct Row {
    std::string name, unique;
    LeftOut expected;
  };
  for (const Row& row : std::vector<Row>{{"1.a.Trusty:2,S", "1.a.Trusty", LeftOut::kNo},
                                         {"1.a.h:2,ST", "1.a.h", LeftOut::kTrash},
                                         {"1.a.h;2,DS", "1.a.h", LeftOut::kDraft},
                                         {"1.a.h!2,T", "1.a.h", LeftOut::kTrash},
                                         {"1.a.h,S=12:2,", "1.a.h", LeftOut::kNo},
                                         {"1.a.h,S=12,W=14,U=7:2,S", "1.a.h", LeftOut::kNo},
                                         {"1.a.h,U=:2,S", "1.a.h,U=", LeftOut::kNo},
                                         {"1.a.h,note:2,S", "1.a.h,note", LeftOut::kNo},
                                         {"=7:2,S", "=7", LeftOut::kNo},
                                         {"1.a.DT", "1.a.DT", LeftOut::kNo},
                                         {"1.a.h:1,T", "1.a.h:1,T", LeftOut::kNo}}) {
    CAPTURE(row.name);
    CHECK(MaildirUnique(row.name) == row.unique);
    CHECK(FlagsLeftOut(row.name) == row.expected);
  }
}

TEST_CASE("Paths in archives") {
  struct Row {
    std::string path;
    bool ignored, maildir;
    LeftOut left_out;
  };
  for (const Row& row : std::vector<Row>{{"a/inbox.mbox", false, false, LeftOut::kNo},
                                         {"Maildir/cur/1.a.h:2,S", false, true, LeftOut::kNo},
                                         {"Maildir/cur/1.a.h:2,T", false, true, LeftOut::kTrash},
                                         {"Maildir/.Junk/new/1.a.h", false, true, LeftOut::kSpam},
                                         {"Maildir/tmp/1.a.h", true, false, LeftOut::kNo},
                                         {"tmp/inbox", false, false, LeftOut::kNo},
                                         {"a/.DS_Store", true, false, LeftOut::kNo},
                                         {"a/Inbox.msf", true, false, LeftOut::kNo},
                                         {"__MACOSX/a/inbox", true, false, LeftOut::kNo},
                                         {"a/", true, false, LeftOut::kNo},
                                         {"", true, false, LeftOut::kNo}}) {
    CAPTURE(row.path);
    const PathHint hint = HintOf(row.path);
    CHECK(hint.ignored == row.ignored);
    CHECK(hint.maildir_message == row.maildir);
    CHECK(hint.left_out == row.left_out);
  }
}

}  // namespace threadlint::source
