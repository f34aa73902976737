#include "report/html_signatures.h"

#include "report/html_page.h"
#include "report/signature_words.h"

#include <fmt/format.h>

#include <vector>

namespace threadlint::report {

std::string HtmlSignatures(const Report& report, MessageIndex message) {
  const SignedMail* mail = SignaturesOf(report, message);
  if (mail == nullptr) return {};
  std::string out;
  for (const std::string& sentence : SignatureWords(report, *mail))
    out += fmt::format("<p class=\"quiet\">{}</p>\n", HtmlText(sentence));
  return out;
}

std::string HtmlSignatureNotes(const Report& report, const ReportOptions& options) {
  if (!report.signatures_read || report.signatures.empty() || !options.quotes) return {};
  std::string out =
      fmt::format("<section id=\"signatures\">\n<h2>What is signed (DKIM)</h2>\n<p>{}</p>\n",
                  HtmlText(kSignatureMeaning));
  const std::vector<std::string> keys = MissingKeys(report);
  if (!keys.empty()) {
    out +=
        "<p>Domains change their keys, and an old one is gone then. To have header signatures "
        "checked, save each of these with <code>dig +noall +answer TXT NAME &gt;&gt; FILE</code> "
        "and give <code>--dkim-keys FILE</code>:</p>\n<ul>\n";
    for (const std::string& key : keys)
      out += fmt::format("<li class=\"address\">{}</li>\n", HtmlText(key));
    out += "</ul>\n";
  }
  return out + "</section>\n";
}

}  // namespace threadlint::report
