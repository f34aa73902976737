// A report in which everything that comes from mail says `text`.
#pragma once

#include <threadlint/lint.h>

#include <string>
#include <string_view>

namespace threadlint::test {

inline void MakeHostile(std::string_view text, Report& report) {
  const StringId id = report.mail.strings.Intern(text);
  for (Message& m : report.mail.messages) m.subject = m.from = m.from_name = id;
  for (Break& b : report.set.breaks) b.old_text = b.new_text = id;
  report.coverage.owner = text;
  for (MailFile& file : report.mail.files) file.path = text;
  for (InputReport& input : report.inputs) {
    input.path = text;
    input.notes = {
        {InputNoteKind::kWording, std::string(text), 0, false, 0, std::string(text), kNoMessage}};
  }
  for (Finding& f : report.findings) {
    f.text = f.wrong_if = f.suppressed = text;
    for (Evidence& e : f.evidence) e.quote = e.path = text;
  }
  report.findings.front().suppressed.clear();
}

inline Report HostileReport(std::string_view text) {
  Options options;
  options.paths = {THREADLINT_SOURCE_DIR "/testdata/demo/larkspur.mbox"};
  Report report = Lint(options);
  MakeHostile(text, report);
  return report;
}

// What reports must not let pass, or must pass without giving it a meaning.
inline constexpr std::string_view kHostile[] = {
    "plain",
    "=cmd|'/C calc'!A0",
    " =1+1",
    "\xC2\xA0+1",
    "\xEF\xBC\x9D"
    "1",  // ＝1
    "a;=1+1",
    "\t=1",
    "\r=1",
    "-2",
    "@SUM(A1)",
    "say \"hi\", then",
    "one\r\ntwo\nthree",
    "\x1b[31mred\x1b]0;title\x07",
    "<script>alert(1)</script>",
    "a & b &amp; &#64; ]]> <!-- -->",
    "\xE2\x80\xAE"
    "right to left",
    "\xEF\xBF\xBE\xEF\xBF\xBF",  // U+FFFE, U+FFFF
    "bad \xff\xfe utf-8",
    "a|b \\| c\\|d |",
    "`code` ``more`` ```\nfence",
    "*bold* _it_ **x** ~~gone~~ $math$ ^up^",
    "# heading",
    "1. list",
    "1986) list",
    "- item",
    "+ item",
    "> quote",
    "--- ===",
    "[link](https://evil.example) ![image](https://evil.example/x.png) [ref]: x",
    "<https://evil.example> https://evil.example www.evil.example mailto:a@evil.example",
    "@octocat @org/team #123 GH-12 owner/repo#7 !5 %3 ~bug &9 $2 ABC-12",
    "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    ":smile: :+1:",
    "<b>bold</b> &lt;i&gt; &copy;",
    "/close",
    "    indented",
    "trailing \\",
    "Say 1.50 (or 2) at 10:30, don't!",
};

}  // namespace threadlint::test
