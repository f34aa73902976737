#include "../support/temp_folder.h"
#include "read_all.h"

#include <doctest/doctest.h>

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <string>
#include <vector>

namespace threadlint::source {
namespace {

using Handle = std::unique_ptr<archive, int (*)(archive*)>;

struct Compression {
  const char* ending;
  int (*filter)(archive*);
};
constexpr Compression kCompressions[] = {{".gz", archive_write_add_filter_gzip},
                                         {".zst", archive_write_add_filter_zstd}};

la_ssize_t Append(archive*, void* to, const void* bytes, size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

// The members in a tar archive, or the only one as it is.
std::string Compress(const std::vector<std::string>& members, const Compression& how, bool tar) {
  std::string packed;
  const Handle out(archive_write_new(), archive_write_free);
  REQUIRE((tar ? archive_write_set_format_ustar : archive_write_set_format_raw)(out.get()) ==
          ARCHIVE_OK);
  REQUIRE(how.filter(out.get()) == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(out.get(), 1);
  REQUIRE(archive_write_open(out.get(), &packed, nullptr, Append, nullptr) == ARCHIVE_OK);
  for (size_t i = 0; i < members.size(); ++i) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         archive_entry_free);
    archive_entry_set_pathname(entry.get(), ("box-" + std::to_string(i) + ".mbox").c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(members[i].size()));
    REQUIRE(archive_write_header(out.get(), entry.get()) == ARCHIVE_OK);
    REQUIRE(archive_write_data(out.get(), members[i].data(), members[i].size()) ==
            static_cast<la_ssize_t>(members[i].size()));
  }
  archive_write_close(out.get());
  return packed;
}

// Some megabytes: more than is unpacked before a thread of its own does it. Letters that do not
// repeat, for a file that is cut must still hold much.
std::string LargeMailbox(uint32_t seed) {
  std::string box;
  uint32_t state = seed;
  for (int i = 0; i < 400; ++i) {
    box +=
        "From desk@example.com Mon Mar  4 10:00:00 2024\nFrom: desk@example.com\nMessage-ID: <m" +
        std::to_string(seed) + "." + std::to_string(i) + "@example.com>\n\n";
    for (int line = 0; line < 150; ++line) {
      for (int column = 0; column < 60; ++column) {
        state = state * 1664525 + 1013904223;
        box += static_cast<char>('a' + (state >> 24) % 26);
      }
      box += '\n';
    }
    box += '\n';
  }
  return box;
}

void CheckSame(const std::vector<FoundMail>& mails, const std::vector<FoundMail>& expected,
               size_t count) {
  REQUIRE(mails.size() >= count);
  for (size_t i = 0; i < count; ++i) {
    CHECK(mails[i].id == expected[i].id);
    CHECK(mails[i].bytes == expected[i].bytes);
  }
}

}  // namespace

TEST_CASE("A large compressed mailbox gives the mails of the plain one") {
  const test::TempFolder folder;
  const std::string box = LargeMailbox(1);
  const Found plain = ReadAll({folder.Write("box.mbox", box)});
  REQUIRE(plain.mails.size() == 400);
  for (const Compression& how : kCompressions) {
    CAPTURE(how.ending);
    const std::string name = std::string("box.mbox") + how.ending;
    const Found found = ReadAll({folder.Write(name, Compress({box}, how, false))});
    CHECK(found.notes.empty());
    REQUIRE(found.mails.size() == plain.mails.size());
    CheckSame(found.mails, plain.mails, plain.mails.size());
  }
}

TEST_CASE("A large compressed mailbox that is cut keeps what was readable and says so") {
  const test::TempFolder folder;
  const std::string box = LargeMailbox(2);
  const Found plain = ReadAll({folder.Write("box.mbox", box)});
  for (const Compression& how : kCompressions) {
    CAPTURE(how.ending);
    std::string packed = Compress({box}, how, false);
    packed.resize(packed.size() * 3 / 4);
    const std::string path = folder.Write(std::string("box.mbox") + how.ending, packed);
    const Found found = ReadAll({path});
    CHECK(HasNote(found.notes, NoteKind::kDamagedArchive));
    CHECK(found.mails.size() < plain.mails.size());
    REQUIRE(found.mails.size() > plain.mails.size() / 2);
    CheckSame(found.mails, plain.mails, found.mails.size() - 1);
  }
}

TEST_CASE("Members of an archive are left early, and what follows is whole") {
  const test::TempFolder folder;
  const std::vector<std::string> boxes = {LargeMailbox(3), LargeMailbox(4)};
  const std::string path = folder.Write("export.tar.zst", Compress(boxes, kCompressions[1], true));
  const Inventory inventory = TakeInventory({path}, {});
  REQUIRE(inventory.units.size() == 1);
  for (const bool early : {false, true}) {
    CAPTURE(early);
    const auto reader = OpenUnit(inventory.units[0], {});
    std::vector<Note> notes;
    Member member;
    for (const std::string& box : boxes) {
      REQUIRE(reader->Next(member, notes));
      const size_t half = box.size() / 2;
      std::string bytes(early ? half : box.size(), '\0');
      REQUIRE(member.stream->ReadAt(0, bytes).bytes == bytes.size());
      CHECK(bytes == box.substr(0, bytes.size()));
    }
    CHECK_FALSE(reader->Next(member, notes));
    CHECK(notes.empty());
  }
}

}  // namespace threadlint::source
