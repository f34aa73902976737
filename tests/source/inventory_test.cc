#include "source/inventory.h"

#include "read_all.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace threadlint::source {
namespace {

namespace fs = std::filesystem;

const std::string kMail = "Received: by b.example\nMessage-ID: <1@example.com>\n\nHello.\n";
const std::string kMbox = "From a@example.com Tue Jan 14 12:00:00 2003\n" + kMail + "\n";

class TempDir {
 public:
  TempDir() {
    std::string name = (fs::temp_directory_path() / "threadlint-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  std::string Path(const std::string& name = {}) const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }
  void Write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  // Paths of the units below, with what is left out of them: "T:" "D:" "S:".
  std::vector<std::string> Units(const std::string& below = {}) const {
    std::vector<std::string> units;
    for (const Unit& unit : TakeInventory({Path(below)}, {}).units) {
      const std::string mark[] = {"", "D:", "T:", "S:"};
      units.push_back(mark[static_cast<size_t>(unit.left_out)] +
                      unit.path.substr(path_.string().size() + 1));
    }
    return units;
  }

 private:
  fs::path path_;
};

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("A Maildir++ is walked with its folders, without its index files") {
  const TempDir dir;
  for (const char* folder :
       {"", ".Sent", ".INBOX.Trash", ".Drafts", ".Entw&APw-rfe", ".Junk.old"}) {
    for (const char* part : {"cur", "new", "tmp"})
      fs::create_directories(dir.Path(folder) + "/" + part);
  }
  for (const char* name :
       {"cur/1.a.h:2,S", "cur/2.a.h:2,ST", "cur/3.a.h;2,D", "cur/4.a.h!2,RS", "new/5.a.h",
        "tmp/6.a.h", "cur/.hidden", "dovecot.index", "dovecot-uidlist", "maildirsize",
        "courierimapuiddb", "subscriptions", ".Sent/cur/7.a.h:2,S", ".INBOX.Trash/cur/8.a.h:2,S",
        ".Drafts/cur/9.a.h:2,S", ".Entw&APw-rfe/new/10.a.h", ".Junk.old/cur/11.a.h:2,"}) {
    dir.Write(name, kMail);
  }
  CHECK(dir.Units() == List{"D:.Drafts/cur/9.a.h:2,S", "D:.Entw&APw-rfe/new/10.a.h",
                            "T:.INBOX.Trash/cur/8.a.h:2,S", "S:.Junk.old/cur/11.a.h:2,",
                            ".Sent/cur/7.a.h:2,S", "cur/1.a.h:2,S", "T:cur/2.a.h:2,ST",
                            "D:cur/3.a.h;2,D", "cur/4.a.h!2,RS", "new/5.a.h"});
  CHECK(TakeInventory({dir.Path()}, {}).inputs[0].format == "maildir");
  CHECK(dir.Units("cur").size() == 4);
}

TEST_CASE("Maildirs that lost their empty folders") {
  const TempDir dir;
  const std::string weak = "Subject: s\n\nHello.\n";
  for (const char* name :
       {"cur/1.a.h:2,S", ".Sent/cur/2.a.h:2,S", ".Lamp/new/3.a.h", ".Trash/cur/4", ".cache/x",
        ".cache/y/z", "top/cur/1700000000.M1P2.h:2,T", "top/.Old/cur/5.a.h!2,S", "top/list.mbox",
        "work/new/1.eml", "work/new/2003/2.eml", "only/.Sent/cur/6.a.h:2,S"}) {
    dir.Write(name, std::string_view(name).ends_with(".mbox") ? kMbox : weak);
  }
  fs::create_directories(dir.Path(".empty"));
  CHECK(dir.Units() == List{".Lamp/new/3.a.h", ".Sent/cur/2.a.h:2,S", "T:.Trash/cur/4",
                            "cur/1.a.h:2,S", "only/.Sent/cur/6.a.h:2,S", "top/.Old/cur/5.a.h!2,S",
                            "T:top/cur/1700000000.M1P2.h:2,T", "top/list.mbox", "work/new/1.eml",
                            "work/new/2003/2.eml"});
  CHECK(dir.Units("top/cur") == List{"T:top/cur/1700000000.M1P2.h:2,T"});
  const Inventory inventory = TakeInventory({dir.Path()}, {});
  CHECK(inventory.inputs[0].format == "maildir");
  CHECK(inventory.inputs[0].skipped_files == 2);
  REQUIRE(HasNote(inventory.inputs[0].notes, NoteKind::kSkipped));
  CHECK(inventory.inputs[0].notes.back().path == dir.Path(".cache"));
}

TEST_CASE("A mail that is delivered or flagged during the walk is counted once") {
  const TempDir dir;
  for (const char* part : {"cur", "new", "tmp"}) fs::create_directories(dir.Path(part));
  dir.Write("new/1.a.h", kMail);
  dir.Write("cur/1.a.h:2,S", kMail);
  dir.Write("cur/2.a.h:2,", kMail);
  dir.Write("cur/2.a.h:2,S", kMail);
  CHECK(dir.Units() == List{"cur/1.a.h:2,S", "cur/2.a.h:2,S"});

  const Inventory inventory = TakeInventory({dir.Path()}, {});
  fs::remove(dir.Path("new/1.a.h"));
  fs::rename(dir.Path("cur/1.a.h:2,S"), dir.Path("cur/1.a.h:2,RS"));
  std::vector<Note> notes;
  Member member;
  CHECK(OpenUnit(inventory.units[0], {})->Next(member, notes));
  CHECK(notes.empty());
  fs::rename(dir.Path("cur/1.a.h:2,RS"), dir.Path("cur/1.a.h,U=7:2,S"));  // as mbsync does
  CHECK(OpenUnit(inventory.units[0], {})->Next(member, notes));
  fs::rename(dir.Path("cur/1.a.h,U=7:2,S"), dir.Path("new/1.a.h,U=7"));  // marked as new again
  CHECK(OpenUnit(inventory.units[0], {})->Next(member, notes));
  CHECK(notes.empty());
  fs::remove(dir.Path("new/1.a.h,U=7"));
  CHECK_FALSE(OpenUnit(inventory.units[0], {})->Next(member, notes));
  CHECK(HasNote(notes, NoteKind::kUnreadable));
}

TEST_CASE("Folders of mail programs") {
  struct Row {
    std::string what;
    List files;
    List units;
  };
  const std::vector<Row> rows = {
      {"Thunderbird",
       {"Inbox", "Inbox.msf", "Trash", "Inbox.sbd/Lamp", "Inbox.sbd/Lamp.msf", "popstate.dat",
        "Unsent Messages"},
       {"Inbox", "Inbox.sbd/Lamp", "T:Trash", "D:Unsent Messages"}},
      {"Apple Mail",
       {"Lamp.mbox/mbox", "Lamp.mbox/table_of_contents", "Junk.mbox/Messages/1.emlx",
        "Lamp.mbox/Attachments/1/a.eml"},
       {"S:Junk.mbox/Messages/1.emlx", "Lamp.mbox/mbox"}},
      {"MH",
       {"inbox/1", "inbox/2", "inbox/,3", "inbox/.mh_sequences", "drafts/1"},
       {"D:drafts/1", "inbox/1", "inbox/2"}},
      {"locks and others",
       {"mail", "mail.lock", ".DS_Store", ".cache/mail", "mail.cmeta"},
       {"mail"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const TempDir dir;
    for (const std::string& file : row.files) {
      dir.Write(file, row.what == "MH" || file.ends_with(".emlx") ? kMail : kMbox);
    }
    CHECK(dir.Units() == row.units);
  }
}

TEST_CASE("Files in a walk that are no mail are counted, named ones are an error") {
  const TempDir dir;
  dir.Write("export/mail", kMbox);
  dir.Write("export/notes.txt", "title: x\nauthor: y\n");
  dir.Write("export/photo.jpg", std::string("\xff\xd8\xff\0", 4));
  dir.Write("export/empty", "");
  dir.Write("export/old.pst", "!BDN....");
  const Inventory walked = TakeInventory({dir.Path("export/")}, {});
  REQUIRE(walked.inputs.size() == 1);
  CHECK(walked.inputs[0].path == dir.Path("export"));
  CHECK(walked.inputs[0].skipped_files == 2);
  CHECK(walked.inputs[0].status == InputStatus::kPartial);
  CHECK(HasNote(walked.inputs[0].notes, NoteKind::kNeedsConversion));
  CHECK(walked.units.size() == 1);

  struct Row {
    std::string name;
    InputStatus status;
  };
  for (const Row& row : std::vector<Row>{{"export/mail", InputStatus::kOk},
                                         {"export/notes.txt", InputStatus::kNotMail},
                                         {"export/photo.jpg", InputStatus::kNotMail},
                                         {"export/empty", InputStatus::kEmpty},
                                         {"export/missing", InputStatus::kUnreadable}}) {
    CAPTURE(row.name);
    CHECK(TakeInventory({dir.Path(row.name)}, {}).inputs[0].status == row.status);
  }
}

TEST_CASE("Inputs are sorted, the same path twice is one, units know their input") {
  const TempDir dir;
  dir.Write("b", kMbox);
  dir.Write("a/x", kMbox);
  const Inventory inventory =
      TakeInventory({dir.Path("b"), dir.Path("a/"), dir.Path("b"), dir.Path("a")}, {});
  REQUIRE(inventory.inputs.size() == 2);
  CHECK(inventory.inputs[0].path == dir.Path("a"));
  REQUIRE(inventory.units.size() == 2);
  CHECK(inventory.units[0].input == 0);
  CHECK_FALSE(inventory.units[0].named);
  CHECK(inventory.units[1].input == 1);
  CHECK(inventory.units[1].named);
}

TEST_CASE("Links that lead in a circle, FIFOs and dead links do not stop a walk") {
  const TempDir dir;
  dir.Write("a/mail", kMbox);
  fs::create_directory_symlink(dir.Path(), dir.Path("a/up"));
  fs::create_symlink(dir.Path("nowhere"), dir.Path("a/dead"));
  REQUIRE(::mkfifo(dir.Path("a/fifo").c_str(), 0600) == 0);
  const Inventory inventory = TakeInventory({dir.Path()}, {});
  CHECK(inventory.units.size() == 1);
  CHECK(inventory.inputs[0].skipped_files == 2);
}

TEST_CASE("A FIFO named by the user is spooled, with a cap") {
  const TempDir dir;
  const std::string fifo = dir.Path("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  const auto feed = [&] { std::ofstream(fifo, std::ios::binary) << kMbox << kMbox; };
  {
    std::thread writer(feed);
    const Found found = ReadAll({fifo});
    writer.join();
    CHECK(found.mails.size() == 2);
    CHECK(found.inventory.inputs[0].status == InputStatus::kOk);
  }
  Limits limits;
  limits.spool_bytes = kMbox.size() + 60;
  std::thread writer(feed);
  const Found found = ReadAll({fifo}, limits);
  writer.join();
  CHECK(found.mails.size() == 2);
  CHECK(found.inventory.inputs[0].status == InputStatus::kPartial);
  CHECK(HasNote(found.inventory.inputs[0].notes, NoteKind::kLimit));
}

TEST_CASE("A file that changes between two sweeps is noted") {
  const TempDir dir;
  dir.Write("mail", kMbox);
  const Inventory inventory = TakeInventory({dir.Path("mail")}, {});
  REQUIRE(inventory.units.size() == 1);
  CHECK_FALSE(ChangedSince(inventory.units[0]).has_value());
  dir.Write("mail", kMbox + kMbox);
  const auto grown = ChangedSince(inventory.units[0]);
  REQUIRE(grown.has_value());
  CHECK(grown->kind == NoteKind::kChangedWhileRead);
  CHECK(grown->text == "the file grew while it was read");
  dir.Write("mail", "x");
  CHECK(ChangedSince(inventory.units[0])->text == "the file shrank while it was read");
  std::vector<Note> notes;
  Member member;
  const auto reader = OpenUnit(inventory.units[0], {});
  while (reader->Next(member, notes)) {
  }
  CHECK(HasNote(notes, NoteKind::kChangedWhileRead));
  fs::remove(dir.Path("mail"));
  CHECK(ChangedSince(inventory.units[0]).has_value());
}

}  // namespace threadlint::source
