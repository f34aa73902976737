#include "mail/mail_note.h"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace threadlint::mail {
namespace {

TEST_CASE("every note has its own name and a sentence") {
  std::set<std::string_view> names;
  for (uint8_t i = 0; i < static_cast<uint8_t>(MailNote::kCount); ++i) {
    const MailNoteText& text = Describe(static_cast<MailNote>(i));
    CHECK(text.note == static_cast<MailNote>(i));
    CHECK(names.insert(text.name).second);
    CHECK(text.text.ends_with('.'));
  }
  CHECK(Describe(MailNote::kEncrypted).name == "encrypted");
  CHECK(static_cast<unsigned>(MailNote::kCount) <= 64);
}

TEST_CASE("a set of notes") {
  MailNotes notes;
  CHECK(notes.Empty());
  notes.Add(MailNote::kTnef);
  MailNotes other;
  other.Add(MailNote::kNoDate);
  notes.Merge(other);
  CHECK(notes.Has(MailNote::kTnef));
  CHECK(notes.Has(MailNote::kNoDate));
  CHECK_FALSE(notes.Has(MailNote::kNoFrom));
}

}  // namespace
}  // namespace threadlint::mail
