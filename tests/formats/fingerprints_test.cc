// A finding has one fingerprint, whatever the mail is kept in and wherever it lies: what was
// accepted once stays accepted after the next export.
#include "../support/temp_folder.h"
#include "forms.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace threadlint::formats {
namespace {

using Names = std::multiset<std::string>;

// What names the findings of an export, and the cases that they stand in. Doubts about separators
// (TL903) are about one form: only mailboxes have any.
Names NamesIn(const std::vector<std::string>& paths, bool doubts = false) {
  Options options;
  options.paths = paths;
  options.all = true;
  const Report report = Lint(options);
  Names out;
  for (const Finding& f : report.findings) {
    if (f.rule->id == "TL903" && !doubts) continue;
    std::string where = "-";
    if (f.case_index != kNoCase) {
      const Case& c = report.set.cases[f.case_index];
      where = c.id;
      for (const uint32_t s : report.set.SegmentsOf(c)) where += "," + report.set.segments[s].id;
    }
    out.insert(fmt::format("{} {} {} {}", f.rule->id, f.fingerprint, f.anchor, where));
  }
  return out;
}

std::string ReadAll(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// The mails of an mbox of ours, in which no body line begins with From.
std::vector<Mail> MailsOf(const std::string& path) {
  const std::string text = "\n" + ReadAll(path);
  std::vector<Mail> out;
  for (size_t at = text.find("\nFrom "); at != std::string::npos;) {
    const size_t begin = text.find('\n', at + 1) + 1;
    at = text.find("\nFrom ", begin);
    Mail& mail = out.emplace_back();
    mail.text = text.substr(begin, at == std::string::npos ? at : at - begin);
    mail.in_mbox = "Mon Jun  2 08:12:04 2025";
  }
  return out;
}

// Every second mail loses its Message-ID: it is named by what it says then.
std::vector<Mail> WithFewerIds(std::vector<Mail> mails) {
  for (size_t i = 1; i < mails.size(); i += 2) {
    std::string& text = mails[i].text;
    const size_t at = text.find("Message-ID:");
    if (at < text.find("\n\n")) text.erase(at, text.find('\n', at) + 1 - at);
  }
  return mails;
}

// All mails of the second half have one id, as some software gives it to whatever it sends.
std::vector<Mail> WithOneId(std::vector<Mail> mails) {
  for (size_t i = mails.size() / 2; i < mails.size(); ++i) {
    std::string& text = mails[i].text;
    const size_t at = text.find("Message-ID:");
    if (at < text.find("\n\n"))
      text.replace(at, text.find('\n', at) - at, "Message-ID: <all@desk.example>");
  }
  return mails;
}

std::string WriteFolder(const test::TempFolder& folder, const std::string& name,
                        const std::vector<Mail>& mails, bool crlf, const char* ending) {
  int n = 0;
  for (const Mail& mail : mails)
    folder.Write(fmt::format("{}/{}{}", name, n++, ending), crlf ? WithCrlf(mail.text) : mail.text);
  return (folder.path() / name).string();
}

void CheckForms(const std::vector<Mail>& mails) {
  const test::TempFolder folder;
  const std::string all = folder.Write("all.mbox", AsMbox(mails));
  const Names expected = NamesIn({all});
  REQUIRE(expected.size() > 2);
  // GitLab takes two that are equal for one.
  std::set<std::string> fingerprints;
  for (const std::string& name : expected) fingerprints.insert(name.substr(6, 16));
  CHECK(fingerprints.size() == expected.size());

  CHECK(NamesIn({folder.Write("o.mbox", AsMboxo(mails))}) == expected);
  CHECK(NamesIn({folder.Write("crlf.mbox", WithCrlf(AsMbox(mails)))}) == expected);
  CHECK(NamesIn({folder.Write("status.mbox", AsMboxWithStatus(mails))}) == expected);
  CHECK(NamesIn({folder.Write("Inbox", AsThunderbird(mails))}) == expected);
  CHECK(NamesIn({folder.Write("other/folder/renamed", AsMbox(Shuffled(mails)))}) == expected);
  CHECK(NamesIn({WriteFolder(folder, "lf", Shuffled(mails), false, ".eml")}) == expected);
  CHECK(NamesIn({WriteFolder(folder, "crlf", mails, true, ".eml")}) == expected);
  std::filesystem::create_directories(folder.path() / "Maildir/new");
  std::filesystem::create_directories(folder.path() / "Maildir/tmp");
  WriteFolder(folder, "Maildir/cur", Shuffled(mails), false, ".M1P2.host:2,S");
  CHECK(NamesIn({(folder.path() / "Maildir").string()}) == expected);

  const auto middle = mails.begin() + static_cast<std::ptrdiff_t>(mails.size() / 2);
  const std::string first = folder.Write("a.mbox", AsMbox({mails.begin(), middle}));
  const std::string second = folder.Write("b.mbox", WithCrlf(AsMbox({middle, mails.end()})));
  CHECK(NamesIn({first, second}) == expected);
  CHECK(NamesIn({second, first}) == expected);
  // The same mail in two forms at once is one mail.
  CHECK(NamesIn({(folder.path() / "Maildir").string(), second}) == expected);

  REQUIRE(std::system(fmt::format("gzip '{}'", all).c_str()) == 0);
  CHECK(NamesIn({all + ".gz"}) == expected);
}

const std::string kEvery = THREADLINT_SOURCE_DIR "/testdata/every/";

}  // namespace

TEST_CASE("fingerprints of a correspondence in every form") {
  const std::vector<Mail> mails = MakeCorrespondence();
  CheckForms(mails);
  CheckForms(WithFewerIds(mails));
  CheckForms(WithOneId(mails));
}

TEST_CASE("fingerprints of findings of every kind in every form") {
  const std::vector<Mail> mails = MailsOf(kEvery + "every.mbox");
  REQUIRE(mails.size() > 40);
  CheckForms(mails);
  CheckForms(WithFewerIds(mails));
  CheckForms(WithOneId(mails));
}

TEST_CASE("an export that grows keeps the fingerprints that it had") {
  const std::vector<Mail> mails = MailsOf(kEvery + "every.mbox");
  const test::TempFolder folder;
  const Names whole = NamesIn({folder.Write("whole.mbox", AsMbox(mails))});
  size_t found = 0;
  for (const std::ptrdiff_t n : {11, 23, 35}) {
    const Names part =
        NamesIn({folder.Write("part.mbox", AsMbox({mails.begin(), mails.begin() + n}))});
    for (const std::string& name : part) {
      // Segments grow together; the finding stays what it was.
      const std::string finding = name.substr(0, name.find(','));
      CAPTURE(finding);
      CHECK(std::ranges::any_of(
          whole, [&](const std::string& other) { return other.starts_with(finding); }));
    }
    found += part.size();
  }
  CHECK(found > 50);
}

TEST_CASE("a change of the mail changes the fingerprint") {
  std::vector<Mail> mails = MakeCorrespondence();
  const test::TempFolder folder;
  const Names expected = NamesIn({folder.Write("a.mbox", AsMbox(mails))});
  for (Mail& mail : mails)
    if (const size_t at = mail.text.find("A1QX90Z2KKM4TD"); at != std::string::npos)
      mail.text[at] = 'B';
  CHECK(NamesIn({folder.Write("b.mbox", AsMbox(mails))}) != expected);
}

// Notes on the input stand at places of a file, which move.
TEST_CASE("fingerprints of a damaged mailbox that is moved and grows") {
  const std::string damaged = ReadAll(kEvery + "damaged.mbox");
  const test::TempFolder folder;
  const Names expected = NamesIn({folder.Write("damaged.mbox", damaged)}, true);
  Names notes;
  for (const std::string& name : expected)
    if (name.starts_with("TL9")) notes.insert(name);
  REQUIRE(notes.size() > 1);
  CHECK(NamesIn({folder.Write("old/2025/archive", damaged)}, true) == expected);
  const std::string mail =
      "From MAILER Sun Jun  1 08:00:00 2025\nFrom: <a@postbox.example>\n"
      "Date: Sun, 01 Jun 2025 10:00:00 +0200\nMessage-ID: <a@postbox.example>\n\nHello.\n\n";
  const Names grown = NamesIn({folder.Write("grown.mbox", mail + damaged)}, true);
  CHECK(std::ranges::includes(grown, notes));
}

}  // namespace threadlint::formats
