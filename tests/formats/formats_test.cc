// One correspondence, kept in the forms that mail programs and providers have: the same report, the
// places of the mails aside.
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "correspondence.h"
#include "forms.h"

#include <threadlint/lint.h>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace threadlint::formats {
namespace {

using nlohmann::json;

void Erase(json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) object.erase(key);
}

// The report without what depends on where a mail lies, and without links that only one provider's
// own fields give.
json Essence(const std::vector<std::string>& paths) {
  Options options;
  options.paths = paths;
  options.all = true;
  json report = json::parse(test::JsonOf(Lint(options)));
  report.erase("inputs");
  for (json& c : report["cases"])
    for (json& m : c["messages"]) {
      Erase(m, {"path", "offset", "length", "sha256", "copy_places"});
      json links = json::array();
      for (const json& link : m["links"])
        if (link["kind"] != "provider") links.push_back(link);
      m["links"] = links;
    }
  for (json& f : report["findings"])
    for (json& e : f["evidence"]) Erase(e, {"path", "offset", "line"});
  return report;
}

// Where two reports differ, as a JSON patch; empty if they do not.
std::string Difference(const json& expected, const json& got) {
  const json patch = json::diff(expected, got);
  return patch.empty() ? "" : patch.dump(1);
}

struct Made {
  std::vector<Mail> mails = MakeCorrespondence();
  test::TempFolder folder;
  json expected = Essence({folder.Write("all.mbox", AsMbox(mails))});

  std::string At(const char* name) const { return (folder.path() / name).string(); }
};

}  // namespace

TEST_CASE_FIXTURE(Made, "the correspondence has what the forms are compared by") {
  CHECK(expected["summary"]["messages"] == 16);
  CHECK(expected["summary"]["cases"] == 3);
  CHECK(expected["cases"].size() == 3);
  std::string ids;
  for (const json& f : expected["findings"]) ids += f["id"].get<std::string>() + " ";
  CAPTURE(ids);
  for (const char* id : {"TL101", "TL102", "TL202"}) CHECK(ids.find(id) != std::string::npos);
}

TEST_CASE_FIXTURE(Made, "the comparison sees one character of a token") {
  for (Mail& mail : mails)
    if (const size_t at = mail.text.find("A1QX90Z2KKM4TD"); at != std::string::npos)
      mail.text[at] = 'B';
  CHECK(Difference(expected, Essence({folder.Write("other.mbox", AsMbox(mails))})) != "");
}

TEST_CASE_FIXTURE(Made, "a Maildir in any order, with flags") {
  const char* flags[] = {"", "S", "RS", "FS", "P"};
  int n = 0;
  for (const Mail& mail : Shuffled(mails)) {
    const bool fresh = n % 5 == 0;
    folder.Write(fmt::format("Maildir/{}/{}.M{}P7.host{}{}", fresh ? "new" : "cur", 1712000000 + n,
                             n * 7, fresh ? "" : ":2,", flags[n % 5]),
                 mail.text);
    ++n;
  }
  std::filesystem::create_directory(folder.path() / "Maildir" / "tmp");
  CHECK(Difference(expected, Essence({At("Maildir")})) == "");
}

TEST_CASE_FIXTURE(Made, "a Maildir++ with Sent as a folder") {
  int n = 0;
  for (const Mail& mail : Shuffled(mails)) {
    folder.Write(fmt::format("Maildir/{}cur/{}.M{}P7.host,S={}:2,S", mail.own ? ".Sent/" : "",
                             1712000000 + n, n, mail.text.size()),
                 mail.text);
    ++n;
  }
  folder.Write("Maildir/.Sent/maildirfolder", "");
  for (const char* name : {"new", "tmp", ".Sent/new", ".Sent/tmp"})
    std::filesystem::create_directory(folder.path() / "Maildir" / name);
  CHECK(Difference(expected, Essence({At("Maildir")})) == "");
}

TEST_CASE_FIXTURE(Made, "Gmail Takeout, newest mail first") {
  std::reverse(mails.begin(), mails.end());
  CHECK(Difference(expected, Essence({folder.Write("takeout.mbox", AsTakeout(mails))})) == "");
}

TEST_CASE_FIXTURE(Made, "one .eml a mail, with LF and with CRLF") {
  int n = 0;
  for (const Mail& mail : Shuffled(mails)) {
    folder.Write(fmt::format("lf/{}.eml", n), mail.text);
    folder.Write(fmt::format("crlf/{}.eml", n++), WithCrlf(mail.text));
  }
  CHECK(Difference(expected, Essence({At("lf")})) == "");
  CHECK(Difference(expected, Essence({At("crlf")})) == "");
}

TEST_CASE_FIXTURE(Made, "Inbox and Sent apart") {
  const std::string inbox = folder.Write("tb/Inbox", AsThunderbird(Pick(mails, Which::kReceived)));
  const std::string sent = folder.Write("tb/Sent", AsThunderbird(Pick(mails, Which::kOwn)));
  CHECK(Difference(expected, Essence({inbox, sent})) == "");
  CHECK(Difference(expected, Essence({sent, inbox})) == "");
  CHECK(Difference(expected, Essence({At("tb")})) == "");
}

TEST_CASE_FIXTURE(Made, "the mbox compressed") {
  const std::string command = fmt::format("gzip '{}'", At("all.mbox"));
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(Difference(expected, Essence({At("all.mbox.gz")})) == "");
}

}  // namespace threadlint::formats
