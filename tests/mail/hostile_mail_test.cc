// Mails made to cost too much, or to break a reader: every one is read in linear time, in bounded
// memory, with a note.
#include "mail/content_digest.h"
#include "mail/mime_library.h"
#include "mail/mime_scanner.h"
#include "mail/structure.h"
#include "mail/text.h"
#include "util/utf8.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace threadlint::mail {
namespace {

std::string Repeat(std::string_view unit, size_t count) {
  std::string out;
  out.reserve(unit.size() * count);
  for (size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// Reads all there is to read of a mail.
Structure ReadAll(std::string_view mail) {
  Structure structure = ReadStructure(mail);
  MailNotes notes;
  CHECK(util::IsValidUtf8(MainText(mail, structure, notes)));
  DigestContent(mail);
  structure.notes.Merge(notes);
  return structure;
}

const std::string kMixed = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n";

TEST_CASE("nesting beyond the limit is a leaf with a note") {
  std::string multiparts;
  for (int i = 0; i < 50000; ++i)
    multiparts += fmt::format("Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n", i);
  Structure structure = ReadAll(multiparts + "\ntext\n");
  CHECK(structure.notes.Has(MailNote::kTooDeep));
  CHECK(structure.parts.size() == 51);

  structure = ReadAll(Repeat("Content-Type: message/rfc822\n\n", 100000) + "\ntext\n");
  CHECK(structure.notes.Has(MailNote::kTooDeep));
  CHECK(structure.parts.size() == 51);

  structure = ReadAll(kMixed + Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 50000));
  CHECK(structure.parts.size() <= 5000);
}

TEST_CASE("parts beyond the limit are not read, with a note") {
  const Structure structure = ReadAll(kMixed + Repeat("--b\n\nx\n", 1000000) + "--b--\n");
  CHECK(structure.notes.Has(MailNote::kTooManyParts));
  CHECK(structure.parts.size() == 5000);
}

TEST_CASE("huge boundaries, fields and headers") {
  const std::string boundary(1 << 20, 'b');
  Structure structure =
      ReadAll("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary +
              "\n\nx\n" + Repeat("--" + boundary.substr(1) + "\n", 20) + "--" + boundary + "--\n");
  CHECK(structure.parts.size() <= 2);

  structure = ReadAll("Subject: " + std::string(4 << 20, 'x') + "\nContent-Type: text/html\n\ny\n");
  CHECK(structure.parts.size() == 1);
  structure = ReadAll("X: y\n" + Repeat(" folded\n", 1000000) + "Content-Type: text/html\n\ny\n");
  CHECK(structure.parts[0].type == "text/html");
  structure = ReadAll(Repeat("X: y\n", 1000000) + "Content-Type: text/html\n\ny\n");
  CHECK(structure.parts[0].type == "text/html");
  structure = ReadAll("Content-Type: text/html" + Repeat("; a=b", 1000000) + "\n\ny\n");
  CHECK(structure.parts.size() == 1);
}

TEST_CASE("bodies full of almost-delimiters, and rubbish as base64") {
  Structure structure = ReadAll(kMixed + "--b\n\n" + Repeat("--bb\n", 2000000) + "--b--\n");
  CHECK(structure.parts.size() == 2);
  structure = ReadAll(kMixed + "--b\n\n" + std::string(8 << 20, '-') + "\n--b--\n");
  CHECK(structure.parts.size() == 2);

  std::string rubbish = "Content-Transfer-Encoding: base64\n\n";
  for (unsigned i = 0; i < 4U << 20; ++i) rubbish += static_cast<char>(i * 2654435761U >> 13);
  structure = ReadAll(rubbish);
  CHECK(structure.notes.Has(MailNote::kDamagedEncoding));
}

std::vector<std::string> Samples() {
  const std::filesystem::path folder =
      std::filesystem::path(THREADLINT_SOURCE_DIR) / "testdata/mail/mime";
  std::vector<std::string> samples;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    samples.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return samples;
}

bool SameParts(const Structure& a, const Structure& b) {
  return std::ranges::equal(a.parts, b.parts, [](const Part& x, const Part& y) {
    return x.type == y.type && x.parent == y.parent && x.header_begin == y.header_begin &&
           x.header_end == y.header_end && x.body_begin == y.body_begin && x.body_end == y.body_end;
  });
}

TEST_CASE("every prefix and every changed byte of the samples is read, alike by both readers") {
  const std::vector<std::string> samples = Samples();
  REQUIRE(samples.size() >= 6);
  size_t by_library = 0;
  const auto read = [&](const std::string& mail) {
    // On the heap in its exact size, so that a sanitizer sees any read beyond it.
    const std::vector<char> exact(mail.begin(), mail.end());
    const std::string_view view(exact.data(), exact.size());
    const Structure structure = ReadStructure(view);
    MailNotes notes;
    const std::string text = MainText(view, structure, notes);
    DigestContent(view);
    const auto library = ReadMimeWithLibrary(view, {});
    by_library += library ? 1 : 0;
    return util::IsValidUtf8(text) && (!library || SameParts(*library, ScanMime(view, {})));
  };
  for (const std::string& sample : samples) {
    CHECK(read(sample));
    for (size_t size = 0; size < sample.size(); ++size)
      if (!read(sample.substr(0, size))) FAIL_CHECK(sample.substr(0, size));
    for (size_t at = 0; at < sample.size(); ++at) {
      for (const char byte : {'\n', '\r', '-', '=', '"', ';', ' ', '\0', '<', '\xFF'}) {
        std::string changed = sample;
        changed[at] = byte;
        if (!read(changed)) FAIL_CHECK(changed);
      }
    }
  }
  CHECK(by_library > 10000);
}

}  // namespace
}  // namespace threadlint::mail
