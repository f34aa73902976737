// The library as a whole: the same mail gives the same report however it is stored and read.
#include "../support/temp_folder.h"
#include "../support/text_output.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace threadlint {
namespace {

std::string Json(const Options& options) { return test::JsonOf(Lint(options)); }

// Cases and findings without the places in files.
std::string Essence(const Options& options) {
  const Report report = Lint(options);
  std::string out;
  for (const uint32_t i : report.shown) {
    const Case& c = report.set.cases[i];
    out += c.id + "\n";
    for (const CaseMessage& entry : report.set.Messages(c))
      out +=
          fmt::format("  {} {} {}\n", MessageName(report.mail, report.mail.messages[entry.message]),
                      report.set.segments[entry.segment].id, Name(entry.side));
    for (const Break& b : report.set.Breaks(c))
      out += fmt::format("  break {} reach {}\n",
                         MessageName(report.mail, report.mail.messages[b.message]), b.reach);
  }
  for (const Finding& f : report.findings)
    out += fmt::format("{} {} {}\n", f.rule->id, f.fingerprint, f.text);
  return out;
}

// A correspondence of `cases` cases with a desk that changes its token in every third one.
std::vector<std::string> MakeMail(int cases) {
  std::vector<std::string> mails;
  for (int c = 0; c < cases; ++c) {
    std::string references;
    for (int i = 0; i < 6; ++i) {
      const bool desk = i % 2 == 0;
      const std::string token = fmt::format("T{:04}{}", c, c % 3 == 0 && i >= 4 ? "X" : "");
      std::string mail = fmt::format(
          "From: {}\n", desk ? "Desk <service@shop.example>" : fmt::format("c{}@mail.example", c));
      if (desk) mail += fmt::format("Reply-To: <reply+{}@shop.example>\n", token);
      mail += fmt::format("To: {}\n", desk ? fmt::format("c{}@mail.example", c)
                                           : fmt::format("reply+{}@shop.example", token));
      mail += fmt::format("Date: Mon, {} Apr 2024 {:02}:00:00 +0000\n", i + 1, c % 24);
      mail += fmt::format("Subject: {}Order {}\nMessage-ID: <m{}.{}@mail.example>\n",
                          i > 0 ? "Re: " : "", c, c, i);
      if (!references.empty()) mail += "References:" + references + "\n";
      references += fmt::format("\n <m{}.{}@mail.example>", c, i);
      mail += fmt::format("\nMail {} of case {}.\n\nFrom here on there is more.\n", i, c);
      mails.push_back(mail);
    }
  }
  return mails;
}

std::string AsMboxrd(const std::vector<std::string>& mails) {
  std::string out;
  for (const std::string& mail : mails) {
    std::string quoted = mail;
    for (size_t at = 0; (at = quoted.find("\nFrom here", at)) != std::string::npos; at += 2)
      quoted.insert(at + 1, ">");
    out += "From MAILER Mon Apr  1 10:00:00 2024\n" + quoted + "\n";
  }
  return out;
}

TEST_CASE("mbox, Maildir and .eml files of the same mail give the same cases and findings") {
  const test::TempFolder folder;
  const std::vector<std::string> mails = MakeMail(12);
  Options mbox, maildir, files, split;
  mbox.paths = {folder.Write("all.mbox", AsMboxrd(mails))};
  for (size_t i = 0; i < mails.size(); ++i) {
    folder.Write(fmt::format("maildir/{}/{}.host:2,S", i % 2 == 0 ? "cur" : "new", i), mails[i]);
    folder.Write(fmt::format("files/{}.eml", i), mails[i]);
  }
  std::filesystem::create_directories(folder.path() / "maildir" / "tmp");
  maildir.paths = {(folder.path() / "maildir").string()};
  files.paths = {(folder.path() / "files").string()};
  const auto half = static_cast<ptrdiff_t>(mails.size() / 2);
  split.paths = {folder.Write("inbox", AsMboxrd({mails.begin(), mails.begin() + half})),
                 folder.Write("sent", AsMboxrd({mails.begin() + half, mails.end()}))};
  const std::string expected = Essence(mbox);
  CHECK(expected.find("TL101") != std::string::npos);
  CHECK(Essence(maildir) == expected);
  CHECK(Essence(files) == expected);
  CHECK(Essence(split) == expected);
  std::swap(split.paths[0], split.paths[1]);
  CHECK(Essence(split) == expected);
  // The same mail twice is one mail.
  mbox.paths.push_back(maildir.paths[0]);
  CHECK(Essence(mbox) == expected);
}

TEST_CASE("the report is the same for any number of workers and any order of the paths") {
  const test::TempFolder folder;
  const std::vector<std::string> mails = MakeMail(40);
  Options options;
  for (size_t i = 0; i + 10 <= mails.size(); i += 10)
    options.paths.push_back(
        folder.Write(fmt::format("part{:02}.mbox", i / 10),
                     AsMboxrd({mails.begin() + static_cast<ptrdiff_t>(i),
                               mails.begin() + static_cast<ptrdiff_t>(i) + 10})));
  options.hashes = true;
  options.jobs = 1;
  const std::string expected = Json(options);
  std::mt19937 random(7);
  for (const unsigned jobs : {1U, 2U, 8U}) {
    options.jobs = jobs;
    std::shuffle(options.paths.begin(), options.paths.end(), random);
    CHECK(Json(options) == expected);
  }
}

TEST_CASE("a file large enough to be shared by workers reads the same") {
  const test::TempFolder folder;
  // Some 40 MB, with separators of all kinds near the cuts. Nearly all of it stands in mail that is
  // no help desk's: to frame it is what is tried here, and to read its text takes minutes.
  std::vector<std::string> mails;
  for (const std::string& mail : MakeMail(30)) {
    const auto i = static_cast<int>(mails.size());
    std::string lines;
    for (int k = 0; k < 4000; ++k)
      lines +=
          fmt::format("Line {} of a long mail, as logs and patches have them.\n", 1000 * i + k);
    mails.push_back(i % 40 == 0 ? mail + lines : mail);
    mails.push_back(
        fmt::format("From: build@machines.example\nTo: log@machines.example\n"
                    "Date: Mon, 1 Apr 2024 10:00:00 +0000\nSubject: Build {}\n"
                    "Message-ID: <build.{}@machines.example>\n\n{}",
                    i, i, lines));
  }
  const std::string mbox = AsMboxrd(mails);
  REQUIRE(mbox.size() > (size_t{33} << 20));
  Options options;
  options.paths = {folder.Write("large.mbox", mbox)};
  options.jobs = 1;
  // What one worker reads at a time is told when it is done: were the file one piece of work, no
  // other worker could help with it, and all that was read would wait at once.
  std::vector<uint64_t> read;
  options.progress = [&read](const Progress& progress) {
    if (progress.stage == "reading headers") read.push_back(progress.bytes_done);
  };
  const Report report = Lint(options);
  options.progress = nullptr;
  REQUIRE(read.size() >= 4);
  CHECK(read.front() > 0);
  CHECK(read.front() < mbox.size() / 3);
  CHECK(std::is_sorted(read.begin(), read.end(), std::less_equal<>()));
  CHECK(read.back() == mbox.size());
  CHECK(report.messages == mails.size());
  const std::string expected = test::JsonOf(report);
  CHECK(expected.find("TL101") != std::string::npos);
  for (const unsigned jobs : {2U, 8U}) {
    options.jobs = jobs;
    CHECK(Json(options) == expected);
  }

  const std::string essence = Essence(options);
  for (size_t i = 0; i < mails.size(); ++i)
    folder.Write(fmt::format("maildir/cur/{}.host:2,S", i), mails[i]);
  for (const char* other : {"new", "tmp"})
    std::filesystem::create_directories(folder.path() / "maildir" / other);
  options.paths = {(folder.path() / "maildir").string()};
  for (const unsigned jobs : {1U, 3U}) {
    options.jobs = jobs;
    CHECK(Essence(options) == essence);
  }
}

TEST_CASE("every message is accounted for") {
  const test::TempFolder folder;
  Options options;
  options.paths = {folder.Write(
      "x.mbox",
      "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <a@x.example>\nFrom: a@x.example\n\nOne.\n\n"
      "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <a@x.example>\nFrom: a@x.example\n\nOne.\n\n"
      "From a Mon Apr  1 10:00:00 2024\nFrom: a@x.example\nDate: Mon, 1 Apr 2024 10:00:00 +0000\n\n"
      "No id.\n\n"
      "From a Mon Apr  1 10:00:00 2024\nMessage-ID: <d@x.example>\nX-Gmail-Labels: Drafts\n"
      "From: a@x.example\n\nDraft.\n")};
  options.all = true;
  const Report report = Lint(options);
  CHECK(report.messages == 4);
  CHECK(report.copies == 1);
  CHECK(report.left_out == 1);
  size_t shown = 0;
  for (const uint32_t i : report.shown) shown += report.set.cases[i].messages;
  CHECK(shown == 2);
  CHECK(shown + report.copies + report.left_out == report.messages);
}

TEST_CASE("a mailbox that grows while it is read is told of") {
  const test::TempFolder folder;
  const std::vector<std::string> mails = MakeMail(3);
  Options options;
  options.paths = {folder.Write("inbox", AsMboxrd(mails))};
  CHECK_FALSE(Lint(options).incomplete);
  options.progress = [&](const Progress&) { folder.Write("inbox", AsMboxrd(MakeMail(4))); };
  const Report report = Lint(options);
  CHECK(report.messages == mails.size());
  CHECK(report.incomplete);
  CHECK(report.inputs[0].state == InputState::kPartial);
}

TEST_CASE("options that make no sense are refused before any work") {
  Options options;
  options.paths = {"/nonexistent"};
  options.select = {"TL999"};
  CHECK_THROWS_AS(Lint(options), std::invalid_argument);
}

TEST_CASE("what cannot be read is in the report, not an exception") {
  Options options;
  options.paths = {"/nonexistent/export.mbox"};
  const Report report = Lint(options);
  REQUIRE(report.inputs.size() == 1);
  CHECK(report.inputs[0].state == InputState::kUnreadable);
  CHECK(report.incomplete);
  CHECK_FALSE(report.inputs[0].notes.empty());
}

}  // namespace
}  // namespace threadlint
