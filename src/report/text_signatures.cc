#include "report/text_signatures.h"

#include "report/signature_words.h"

namespace threadlint::report {
namespace {

constexpr size_t kMostKeys = 20;
constexpr std::string_view kHeading = "What is signed (DKIM)";

void WriteWords(const std::vector<std::string>& words, size_t indent, Page& page) {
  for (const std::string& sentence : words) page.Wrap(Safe(sentence), indent);
}

}  // namespace

void WriteSignatures(const Report& report, const Finding& finding, Page& page) {
  if (!page.quotes()) return;
  const std::vector<std::string> words = SignatureWords(report, finding);
  if (words.empty()) return;
  page.Line();
  WriteWords(words, 4, page);
}

void WriteSignatures(const Report& report, const Case& c, Page& page) {
  if (!report.signatures_read) return;
  page.Line();
  page.Line(page.Color(kHeading, Paint::kBold));
  // Numbered as above: several mails may be of one day.
  size_t number = 0;
  for (const CaseMessage& entry : report.set.Messages(c)) {
    ++number;
    const SignedMail* mail = SignaturesOf(report, entry.message);
    if (mail == nullptr) continue;
    std::vector<std::string> words = SignatureWords(report, *mail);
    words.front().insert(0, std::to_string(number) + ". ");
    WriteWords(words, 2, page);
  }
  page.Line();
  WriteSignatureNotes(report, page);
}

void WriteSignatures(const Report& report, Page& page) {
  if (report.signatures.empty() || !page.quotes()) return;
  page.Line();
  page.Line(page.Color(kHeading, Paint::kBold));
  for (const SignedMail& mail : report.signatures)
    WriteWords(SignatureWords(report, mail), 2, page);
  page.Line();
  WriteSignatureNotes(report, page);
}

void WriteSignatureNotes(const Report& report, Page& page) {
  if (!report.signatures_read || report.signatures.empty() || !page.quotes()) return;
  page.Wrap(kSignatureMeaning, 0, Paint::kDim);
  const std::vector<std::string> keys = MissingKeys(report);
  if (keys.empty()) return;
  page.Wrap(
      "Domains change their keys, and an old one is gone then. To have header signatures checked, "
      "save each of these with 'dig +noall +answer TXT NAME >> FILE' and give --dkim-keys FILE:",
      0);
  for (size_t i = 0; i < keys.size() && i < kMostKeys; ++i) page.Line("  " + Safe(keys[i]));
  if (keys.size() > kMostKeys)
    page.Line("  and " + std::to_string(keys.size() - kMostKeys) + " more");
}

}  // namespace threadlint::report
