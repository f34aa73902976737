// The samples of testdata/formats, through the whole of the module.
#include "read_all.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace threadlint::source {
namespace {

std::string Sample(const std::string& name) {
  return std::string(THREADLINT_SOURCE_DIR) + "/testdata/formats/" + name;
}

std::string Ids(const Found& found) {
  std::string ids;
  for (const FoundMail& mail : found.mails) ids += mail.id.empty() ? "-" : mail.id.substr(6, 1);
  return ids;
}

}  // namespace

TEST_CASE("Each sample gives its mails in order") {
  struct Row {
    std::string file, ids, format;
  };
  const std::vector<Row> rows = {
      {"mboxo.mbox", "1234", "mbox"},
      {"mboxrd.mbox", "12345", "mbox"},
      {"mboxcl.mbox", "1234", "mbox"},
      {"mboxcl2.mbox", "12345", "mbox"},
      {"unquoted.mbox", "12345", "mbox"},
      {"crlf.mbox", "12345", "mbox"},
      {"byte-order-mark.mbox", "12345", "mbox"},
      {"no-blank-line.mbox", "12345", "mbox"},
      {"bare-from.mbox", "12345", "mbox"},
      {"bare-from-no-blank.mbox", "12345", "mbox"},
      {"wrong-content-length.mbox", "12345", "mbox"},
      {"uucp.mbox", "12345", "mbox"},
      {"pipermail.mbox", "1234", "mbox"},
      {"public-inbox.mbox", "12345", "mbox"},
      {"takeout.mbox", "12345", "mbox"},
      {"thunderbird", "12345", "mbox"},
      {"zone-before-year.mbox", "12345", "mbox"},
      {"zone-after-year.mbox", "12345", "mbox"},
      {"truncated.mbox", "12345", "mbox"},
      {"truncated-in-header.mbox", "1234-", "mbox"},
      {"mmdf.mmdf", "12345", "mmdf"},
      {"patches.mbox", "---", "mbox"},
      {"one.eml", "1", "eml"},
      {"apple.emlx", "1", "eml"},
      {"apple.partial.emlx", "6", "eml"},
      {"mboxrd.mbox.gz", "12345", "compressed"},
      {"mboxrd.mbox.bz2", "12345", "compressed"},
      {"mboxrd.mbox.xz", "12345", "compressed"},
      {"mboxrd.mbox.zst", "12345", "compressed"},
      {"export.tar", "12345142", "archive"},
      {"export.tar.gz", "12345142", "compressed"},
      {"export.tar.xz", "12345142", "compressed"},
      {"takeout.zip", "1234512345", "archive"},
      {"bomb.mbox.bz2", "12345", "compressed"},
      {"outlook.pst", "", ""},
      {"outlook.msg", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    const Found found = ReadAll({Sample(row.file)});
    CHECK(Ids(found) == row.ids);
    REQUIRE(found.inventory.inputs.size() == 1);
    CHECK(found.inventory.inputs[0].format == row.format);
  }
}

TEST_CASE("The same mail is the same bytes in every lossless sample") {
  const Found plain = ReadAll({Sample("mboxrd.mbox")});
  REQUIRE(plain.mails.size() == 5);
  for (const std::string file : {"unquoted.mbox", "uucp.mbox", "public-inbox.mbox", "mmdf.mmdf",
                                 "no-blank-line.mbox", "bare-from.mbox", "zone-before-year.mbox",
                                 "byte-order-mark.mbox", "mboxrd.mbox.xz", "export.tar.gz"}) {
    CAPTURE(file);
    const Found other = ReadAll({Sample(file)});
    REQUIRE(other.mails.size() >= 5);
    for (size_t i = 0; i < 5; ++i) CHECK(other.mails[i].bytes == plain.mails[i].bytes);
  }
  const Found apple = ReadAll({Sample("apple.emlx")});
  REQUIRE(apple.mails.size() == 1);
  CHECK(apple.mails[0].bytes == plain.mails[0].bytes);
}

TEST_CASE("Samples that are damaged say so and keep what was readable") {
  const Found cut = ReadAll({Sample("truncated.mbox")});
  REQUIRE(cut.mails.size() == 5);
  CHECK(cut.mails[4].truncated);
  CHECK_FALSE(cut.mails[3].truncated);
  CHECK(HasNote(cut.notes, NoteKind::kTruncated));

  const Found damaged = ReadAll({Sample("damaged.mbox.gz")});
  CHECK(HasNote(damaged.notes, NoteKind::kDamagedArchive));

  const Found bomb = ReadAll({Sample("bomb.mbox.bz2")});
  CHECK(HasNote(bomb.notes, NoteKind::kLimit));
}

TEST_CASE("A cap on decoded bytes keeps what came before it") {
  Limits limits;
  limits.inflated_bytes = 1200;
  const Found found = ReadAll({Sample("mboxrd.mbox.gz")}, limits);
  CHECK(HasNote(found.notes, NoteKind::kLimit));
  REQUIRE(!found.mails.empty());
  CHECK(found.mails[0].id == "<lamp.1@example.com>");

  limits = {};
  limits.archive_members = 1;
  const Found first = ReadAll({Sample("export.tar")}, limits);
  CHECK(Ids(first) == "12345");
  CHECK(HasNote(first.notes, NoteKind::kLimit));
}

TEST_CASE("Archives: paths, folders left out, members that are compressed themselves") {
  const Found found = ReadAll({Sample("export.tar.gz")});
  REQUIRE(found.mails.size() == 8);
  CHECK(found.mails[0].path == Sample("export.tar.gz") + "/export/inbox.mbox");
  CHECK(found.mails[6].left_out == LeftOut::kTrash);
  CHECK(found.mails[7].left_out == LeftOut::kNo);
  REQUIRE(HasNote(found.notes, NoteKind::kSkipped));

  const Found takeout = ReadAll({Sample("takeout.zip")});
  REQUIRE(takeout.mails.size() == 10);
  CHECK(takeout.mails[0].left_out == LeftOut::kNo);
  CHECK(takeout.mails[9].left_out == LeftOut::kSpam);
}

TEST_CASE("Outlook's formats come with the command to run") {
  struct Row {
    std::string file, command;
  };
  for (const Row& row : std::vector<Row>{{"outlook.pst", "readpst -r -D -j 0 -o OUT "},
                                         {"outlook.msg", "msgconvert "}}) {
    const Inventory inventory = TakeInventory({Sample(row.file)}, {});
    REQUIRE(inventory.inputs.size() == 1);
    CHECK(inventory.inputs[0].status == InputStatus::kNotMail);
    REQUIRE(inventory.inputs[0].notes.size() == 1);
    CHECK(inventory.inputs[0].notes[0].kind == NoteKind::kNeedsConversion);
    CHECK(inventory.inputs[0].notes[0].text.find(row.command + Sample(row.file)) !=
          std::string::npos);
  }
}

}  // namespace threadlint::source
