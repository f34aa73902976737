// What goes in as somebody's name or number comes out in no report.
#include "../support/temp_folder.h"
#include "../support/text_output.h"
#include "report/case_file.h"
#include "report/case_file_manifest.h"
#include "report/tokens.h"
#include "secrets.h"

#include <threadlint/lint.h>
#include <threadlint/rule.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace threadlint {
namespace {

const std::string kEvery = std::string(THREADLINT_SOURCE_DIR) + "/testdata/every";
const std::string kKey = "a secret of the test, long enough";

Options Redacted(std::vector<std::string> paths) {
  Options out;
  out.paths = std::move(paths);
  out.redact = true;
  out.all = true;
  return out;
}

// All of the mails as a case file has them.
std::string ExhibitsOf(const Report& report) {
  std::string out;
  for (const Exhibit& e : report.exhibits) {
    out += e.edrm_hash + "\n" + e.trouble + "\n" + e.text + "\n";
    for (const ExhibitField& field : e.fields) out += field.name + ": " + field.value + "\n";
    for (const ExhibitSaying& saying : e.sayings) out += saying.text + "\n";
    for (const ExhibitFile& file : e.files) out += file.name + " " + file.type + "\n";
  }
  return out;
}

std::vector<MessageIndex> AllOf(const Report& report) {
  std::vector<MessageIndex> out;
  for (MessageIndex i = 0; i < report.mail.messages.size(); ++i) out.push_back(i);
  return out;
}

// Everything that a writer can make of it, by a name.
std::map<std::string, std::string> Outputs(const Report& report) {
  std::map<std::string, std::string> out;
  for (const report::Format& format : report::Formats())
    for (const bool quotes : {true, false})
      for (const bool findings : {true, false}) {
        if (!findings && !format.cases) continue;
        report::ReportOptions options;
        options.quotes = quotes;
        options.findings = findings;
        test::TextOutput output;
        format.write(report, options, output);
        out[fmt::format("{} quotes={} findings={}", format.name, quotes, findings)] = output.text;
        if (format.write_summary != nullptr) {
          constexpr uint64_t kRoom = 1'000'000;
          test::TextOutput page;
          format.write_summary(report, options, kRoom, page);
          out[fmt::format("{} summary quotes={}", format.name, quotes)] = page.text;
        }
        if (format.write_tokens == nullptr) continue;
        test::TextOutput tokens;
        format.write_tokens(report, {}, options, tokens);
        out[fmt::format("{} tokens", format.name)] = tokens.text;
      }
  for (uint32_t c = 0; c < report.set.cases.size(); ++c) {
    for (const report::Format& format : report::Formats()) {
      if (format.write_case == nullptr) continue;
      test::TextOutput output;
      format.write_case(report, c, {}, output);
      out[fmt::format("{} case {}", format.name, report.set.cases[c].id)] = output.text;
    }
  }
  out["exhibits"] = ExhibitsOf(report);
  for (uint32_t c = 0; c < report.set.cases.size() && !report.exhibits.empty(); ++c) {
    const report::CaseFile file = report::MakeCaseFile(report, c);
    test::TextOutput output;
    WriteMarkdown(report::CaseFilePages(file), output);
    WriteHtml(report::CaseFilePages(file), output);
    WriteManifest(file, {}, {}, output);
    if (report.redacted)
      for (const report::FiledMail& mail : file.mails) output.text += report::RedactedMail(mail);
    out["case file " + report.set.cases[c].id] = output.text;
  }
  return out;
}

Report Every(bool redact, const std::string& key = {}) {
  Options options = Redacted({kEvery + "/every.mbox", kEvery + "/damaged.mbox"});
  options.redact = redact;
  options.redact_key = key;
  options.exhibits = AllOf;
  return Lint(options);
}

TEST_CASE("No structured secret survives in any format, with and without a key") {
  const std::vector<test::Secret> secrets = test::ReadSecrets(kEvery + "/secrets.txt");
  REQUIRE(secrets.size() > 20);
  // The test can find them: they stand in the open report, but for those in sentences that nobody
  // quotes.
  std::set<std::string> open;
  for (const auto& [name, text] : Outputs(Every(false)))
    for (const auto forms = test::FormsOf(text); const test::Secret& secret : secrets)
      if (test::Holds(forms, secret.text)) open.insert(secret.text);
  CHECK(open.size() > 20);

  for (const std::string& key : {std::string(), kKey}) {
    std::map<std::string, size_t> survived;  // of free text, by secret
    for (const auto& output : Outputs(Every(true, key))) {
      const std::string& name = output.first;  // what doctest's lambdas can hold
      const auto forms = test::FormsOf(output.second);
      for (const test::Secret& secret : secrets) {
        const bool holds = test::Holds(forms, secret.text);
        if (secret.structured) CHECK_MESSAGE(!holds, secret.text << " stands in " << name);
        if (!secret.structured && holds) ++survived[secret.text];
      }
    }
    for (const auto& [text, outputs] : survived)
      MESSAGE("best effort: '" << text << "' survives in " << outputs << " outputs");
    CHECK(survived.empty());
  }
}

TEST_CASE("Mails are shown with pseudonyms, and what only machines read is left out") {
  const Report open = Every(false), redacted = Every(true);
  REQUIRE(open.exhibits.size() > 20);
  REQUIRE(open.exhibits.size() == redacted.exhibits.size());
  size_t left_out = 0;
  for (size_t i = 0; i < open.exhibits.size(); ++i) {
    const Exhibit &a = open.exhibits[i], &b = redacted.exhibits[i];
    CHECK(a.sha256 == b.sha256);
    CHECK(a.fields.size() == b.fields.size() + b.fields_left_out);
    CHECK(std::ranges::count(a.text, '\n') >= std::ranges::count(b.text, '\n'));
    CHECK(b.edrm_hash.empty());
    for (const ExhibitFile& file : b.files) CHECK(file.sha256.empty());
    left_out += b.fields_left_out;
  }
  CHECK(left_out > 0);
}

TEST_CASE("Of a signature only what the standards know by name stays") {
  const test::TempFolder folder;
  const std::string path = folder.Write(
      "in.eml",
      "Authentication-Results: mx.lovelace.example; dkim=lovelace header.d=lovelace.example\n"
      " header.s=lovelace header.i=ada@lovelace.example\n"
      "DKIM-Signature: v=1; a=rsa-lovelace; c=relaxed/relaxed; d=lovelace.example; s=lovelace;\n"
      " i=ada@lovelace.example; h=from:reply-to:x-lovelace; b=AAAA;\n"
      " bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      "From: desk@shop.example\nTo: bob@mail.example\nReply-To: desk+A1B2C3D4@shop.example\n"
      "Date: Mon, 6 May 2024 11:47:03 +0000\nMessage-ID: <1@shop.example>\n\ntext\n");
  for (const bool redact : {false, true}) {
    Options options = Redacted({path});
    options.redact = redact;
    options.signatures = true;
    options.authserv_ids = {"mx.lovelace.example"};
    options.signed_mails = [](const Report&) { return std::vector<MessageIndex>{0}; };
    const Report report = Lint(options);
    REQUIRE(report.signatures.size() == 1);
    REQUIRE(report.signatures[0].signatures.size() == 1);
    REQUIRE(report.signatures[0].results.size() == 1);
    size_t holding = 0;
    for (const auto& output : Outputs(report))
      if (output.second.find("lovelace") != std::string::npos) ++holding;
    CHECK((holding == 0) == redact);
    const std::vector<std::string>& headers = report.signatures[0].signatures[0].headers;
    CHECK(headers == std::vector<std::string>{"from", "reply-to", redact ? "other" : "x-lovelace"});
  }
}

TEST_CASE("Paths, notes and the owner are masked") {
  const test::TempFolder folder;
  const std::string path = folder.Write("Ada-Lovelace/private.mbox", "");
  Options options = Redacted({path, folder.path().string() + "/no-such-lovelace.mbox"});
  for (const auto& output : Outputs(Lint(options))) {
    const std::string &name = output.first, &text = output.second;
    CHECK_MESSAGE(text.find("ovelace") == std::string::npos, name);
    CHECK_MESSAGE(text.find(folder.path().string()) == std::string::npos, name);
  }
}

// All that redaction may not touch.
std::string Structure(const Report& report) {
  std::string out;
  for (const uint32_t i : report.shown) {
    const Case& c = report.set.cases[i];
    out += c.id + "\n";
    for (const CaseMessage& entry : report.set.Messages(c)) {
      const Message& m = report.mail.messages[entry.message];
      out += fmt::format("  {} {} {} {} {}\n", m.offset, m.length, m.date, Name(entry.side),
                         report.set.segments[entry.segment].id);
    }
    for (const Break& b : report.set.Breaks(c))
      out += fmt::format("  {} {} {}\n", Name(b.kind), b.message, b.reach);
  }
  for (const Finding& f : report.findings) {
    out += fmt::format("{} {} {} {} {}\n", f.rule->id, f.fingerprint, Name(f.severity),
                       f.case_index, f.message);
    for (const Evidence& e : f.evidence) out += fmt::format("  {}:{}\n", e.offset, e.line);
  }
  return out;
}

TEST_CASE("The redacted report has the structure of the open one") {
  const Report open = Every(false), redacted = Every(true);
  CHECK(Structure(open) == Structure(redacted));
  CHECK(redacted.redacted);
  CHECK_FALSE(open.redacted);
  REQUIRE(open.findings.size() == redacted.findings.size());
  for (size_t i = 0; i < open.findings.size(); ++i) {
    // Who may change is masked, what changed is not.
    for (size_t k = 0; k < open.findings[i].evidence.size(); ++k)
      CHECK(open.findings[i].evidence[k].quote.empty() ==
            redacted.findings[i].evidence[k].quote.empty());
  }
}

std::string TextOf(const Report& report, std::string_view rule) {
  for (const Finding& f : report.findings)
    if (f.rule->id == rule) {
      std::string out = f.text;
      for (const Evidence& e : f.evidence) out += "\n" + e.quote;
      return out;
    }
  return {};
}

TEST_CASE("What is reported can still be read") {
  const Report report = Every(true);
  const auto has = [&](std::string_view rule, std::string_view what) {
    const std::string text = TextOf(report, rule);
    CHECK_MESSAGE(text.find(what) != std::string::npos, rule << ": " << text);
  };
  // Two tokens are two, in the text as in the evidence.
  const std::string changed = TextOf(report, "TL101");
  const std::regex token("reply\\+token#([A-Z]+)@desk-1\\.invalid");
  std::vector<std::string> tokens;
  for (auto at = std::sregex_iterator(changed.begin(), changed.end(), token);
       at != std::sregex_iterator(); ++at)
    tokens.push_back((*at)[1]);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0] != tokens[1]);
  CHECK(tokens[0] == tokens[2]);
  CHECK(tokens[1] == tokens[3]);
  // Amounts, days and what the matter is stay.
  has("TL402", "The collection fee for the old cover is £25.00.");
  has("TL403", "18 June");
  has("TL301", "(order#");
  has("TL104", "noreply@desk-1.invalid");
  has("TL605", "Agent-");
}

std::set<std::string> Pseudonyms(const Report& report) {
  std::set<std::string> out;
  const std::string text = test::JsonOf(report);
  const std::regex pattern("(Customer|Agent)-[0-9A-Z]+|(order|token|account|phone)#[0-9A-Z]+");
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern);
       at != std::sregex_iterator(); ++at)
    out.insert(at->str());
  return out;
}

constexpr std::string_view kFirst =
    "From: Ada Verne <ada.verne@post.example>\nTo: Shop <service@shop.example>\n"
    "Subject: Order 112-3456789-0123456\nDate: Wed, 1 May 2024 10:00:00 +0000\n"
    "Message-ID: <a1@post.example>\n\nWhere is it?\n";
constexpr std::string_view kSecond =
    "From: Shop <service@shop.example>\nReply-To: Shop <reply+K7Q2MBXT9V@shop.example>\n"
    "To: Ada Verne <ada.verne@post.example>\nSubject: Re: Order 112-3456789-0123456\n"
    "Date: Thu, 2 May 2024 10:00:00 +0000\nMessage-ID: <s1@shop.example>\n"
    "In-Reply-To: <a1@post.example>\n\nDear Ms Verne, it is on its way.\n";
constexpr std::string_view kThird =
    "From: ada.verne@post.example\nTo: Shop <reply+K7Q2MBXT9V@shop.example>\n"
    "Subject: again: order 112 3456789 0123456\nDate: Fri, 3 May 2024 10:00:00 +0000\n"
    "Message-ID: <a2@post.example>\nIn-Reply-To: <s1@shop.example>\n\nStill not here.\n";

TEST_CASE("With one key two reports share pseudonyms, with another none") {
  const test::TempFolder folder;
  const std::string one = folder.Write("one.eml", kFirst), two = folder.Write("two.eml", kThird);
  const auto with = [](const std::string& path, const std::string& key) {
    Options options = Redacted({path});
    options.support_domains = {"shop.example"};
    options.redact_key = key;
    return Pseudonyms(Lint(options));
  };
  const auto a = with(one, kKey), b = with(two, kKey), c = with(two, kKey + "!");
  const auto common = [](const std::set<std::string>& x, const std::set<std::string>& y) {
    std::vector<std::string> out;
    std::ranges::set_intersection(x, y, std::back_inserter(out));
    return out;
  };
  CHECK(common(a, b).size() == 2);  // the customer and the order
  CHECK(common(a, c).empty());
  CHECK(common(b, c).empty());
}

TEST_CASE("Without a key no pseudonym depends on the order of files or the number of workers") {
  const std::vector<std::string_view> mails = {kFirst, kSecond, kThird};
  std::set<std::string> reports;
  std::vector<size_t> order = {0, 1, 2};
  do {
    const test::TempFolder folder;
    for (size_t i = 0; i < order.size(); ++i)
      folder.Write(fmt::format("{}.eml", i), mails[order[i]]);
    Options options = Redacted({folder.path().string()});
    options.jobs = order[0] == 0 ? 1 : 3;
    const Report report = Lint(options);
    std::string text;
    for (const uint32_t c : report.shown)
      for (const CaseMessage& entry : report.set.Messages(report.set.cases[c])) {
        const Message& m = report.mail.messages[entry.message];
        text += fmt::format("{} {} {} {}\n", report.mail[m.from], report.mail[m.from_name],
                            report.mail[m.subject], MessageName(report.mail, m));
      }
    CHECK(text.find("Customer-1") != std::string::npos);
    reports.insert(text);
  } while (std::ranges::next_permutation(order).found);
  CHECK(reports.size() == 1);
}

TEST_CASE("A message is found by the name that a redacted report has for it") {
  Options options = Redacted({kEvery + "/every.mbox"});
  const std::string name = NameInReport(options, "<z01.5f2c@postbox.example>");
  CHECK(name.find("postbox") == std::string::npos);
  const Report report = Lint(options);
  CHECK(std::ranges::any_of(report.mail.messages,
                            [&](const Message& m) { return MessageName(report.mail, m) == name; }));
  options.redact = false;
  CHECK(NameInReport(options, "<z01.5f2c@postbox.example>") == "<z01.5f2c@postbox.example>");
}

}  // namespace
}  // namespace threadlint
