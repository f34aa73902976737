// Made-up mails written in every dialect come out again: number, order, bytes.
#include "made_up_mail.h"

#include <doctest/doctest.h>

namespace threadlint::source {
namespace {

void CheckBox(const Mailbox& box, uint64_t stretch_length) {
  MemoryStream stream(box.bytes);
  const Framing framing = Frame(stream, box.format, stretch_length);
  REQUIRE(framing.mails.size() == box.mails.size());
  for (size_t i = 0; i < box.mails.size(); ++i) {
    const RawMail& mail = framing.mails[i];
    const bool cut = box.truncated && i + 1 == box.mails.size();
    CHECK(mail.truncated == cut);
    std::string memory;
    std::string_view bytes;
    REQUIRE(ReadMail(stream, mail.offset, mail.length, framing.quoting, memory, bytes).empty());
    if (!cut) REQUIRE(bytes == box.mails[i]);
  }
}

}  // namespace

TEST_CASE("Every dialect gives its mails back") {
  for (const Dialect& dialect : Dialects()) {
    CAPTURE(dialect.name);
    for (uint32_t seed = 1; seed <= 8; ++seed) {
      CAPTURE(seed);
      MailTraits traits;
      // mboxo leaves ">From " alone: with such lines in bodies it cannot be undone.
      traits.quoted = dialect.write(MakeMails(2, seed)).lossless;
      CheckBox(dialect.write(MakeMails(60, seed, traits)), 0);
    }
  }
}

TEST_CASE("Lossy dialects still give number and order") {
  for (const Dialect& dialect : Dialects()) {
    Mailbox box = dialect.write(MakeMails(80, 5));
    if (box.lossless) continue;
    CAPTURE(dialect.name);
    MemoryStream stream(box.bytes);
    const Framing framing = Frame(stream, box.format);
    REQUIRE(framing.mails.size() == box.mails.size());
    for (size_t i = 0; i < box.mails.size(); ++i) {
      std::string memory;
      std::string_view bytes;
      ReadMail(stream, framing.mails[i].offset, framing.mails[i].length, framing.quoting, memory,
               bytes);
      CHECK(bytes.substr(0, 250) == box.mails[i].substr(0, 250));
    }
  }
}

TEST_CASE("Stretches of any length give what one stretch gives") {
  for (const Dialect& dialect : Dialects()) {
    CAPTURE(dialect.name);
    const Mailbox box = dialect.write(MakeMails(12, 3));
    MemoryStream stream(box.bytes);
    const Framing whole = Frame(stream, box.format);
    for (const uint64_t length : {1U, 7U, 64U, 97U, 500U, 4096U}) {
      CAPTURE(length);
      const Framing parts = Frame(stream, box.format, length);
      REQUIRE(parts.mails.size() == whole.mails.size());
      CHECK(parts.quoting == whole.quoting);
      CHECK(parts.notes.size() == whole.notes.size());
      for (size_t i = 0; i < whole.mails.size(); ++i) {
        CHECK(parts.mails[i].offset == whole.mails[i].offset);
        CHECK(parts.mails[i].length == whole.mails[i].length);
        CHECK(parts.mails[i].candidate == whole.mails[i].candidate);
        CHECK(parts.mails[i].truncated == whole.mails[i].truncated);
      }
    }
  }
}

}  // namespace threadlint::source
