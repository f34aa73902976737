// Which part is the text of a mail. The first readable text counts, in the order of the mail: what
// follows it is what list software, scanners and signatures add. Where the same is there as plain
// text and as HTML (multipart/alternative, whatever is nested in it), plain text is taken unless it
// only says that the mail is HTML.
#include "mail/text.h"
#include "mail/text_flowed.h"
#include "util/ascii.h"

#include <algorithm>
#include <vector>

namespace threadlint::mail {

namespace {

size_t RawSize(const Part& part) { return part.body_end - part.body_begin; }

size_t CountVisible(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return !util::IsSpace(c); }));
}

// The text parts that can be the main one, in order, without empty ones. Named ones (attached
// files) only where there is no other.
std::vector<int> Candidates(const Structure& structure, std::string_view mail) {
  std::vector<int> plain, named;
  std::vector<bool> apart(structure.parts.size());  // in an attachment or an attached mail
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    apart[i] = part.disposition == "attachment" || part.type.starts_with("message/") ||
               (part.parent >= 0 && apart[static_cast<size_t>(part.parent)]);
    if (apart[i] || (part.type != "text/plain" && part.type != "text/html")) continue;
    // Apple Mail puts an empty text before a file that stands at the top of a mail.
    if (util::Trim(mail.substr(part.body_begin, RawSize(part))).empty()) continue;
    (part.file_name.empty() ? plain : named).push_back(static_cast<int>(i));
  }
  return plain.empty() ? named : plain;
}

// The nearest multipart/alternative that holds the part; -1 if none does.
int Alternative(const Structure& structure, int index) {
  for (int at = structure.parts[static_cast<size_t>(index)].parent; at >= 0;
       at = structure.parts[static_cast<size_t>(at)].parent)
    if (structure.parts[static_cast<size_t>(at)].type == "multipart/alternative") return at;
  return -1;
}

// "Your mail reader does not support HTML": short, and speaks of HTML and of reading.
bool SpeaksOfHtml(std::string_view plain) {
  constexpr std::string_view kWords[] = {"message", "mail",      "view",    "client",  "browser",
                                         "reader",  "nachricht", "mensaje", "courriel"};
  if (util::FindIgnoreCase(plain, "html") == std::string_view::npos) return false;
  for (const std::string_view word : kWords)
    if (util::FindIgnoreCase(plain, word) != std::string_view::npos) return true;
  return false;
}

bool IsStub(const Structure& structure, std::string_view mail, int plain, int html) {
  constexpr size_t kShort = 400;  // visible bytes
  constexpr size_t kTinyFraction = 20;
  const Part& plain_part = structure.parts[static_cast<size_t>(plain)];
  const Part& html_part = structure.parts[static_cast<size_t>(html)];
  if (RawSize(plain_part) > 4 * kShort && RawSize(plain_part) > RawSize(html_part) / kTinyFraction)
    return false;
  MailNotes ignored;
  const std::string text = DecodeText(mail, plain_part, ignored);
  const size_t visible = CountVisible(text);
  if (visible == 0) return true;
  if (visible > kShort && visible > RawSize(html_part) / kTinyFraction) return false;
  const size_t html_visible = CountVisible(HtmlToText(DecodeText(mail, html_part, ignored)));
  if (visible < html_visible / kTinyFraction) return true;
  return visible <= kShort && SpeaksOfHtml(text) && visible < html_visible / 2;
}

}  // namespace

int MainTextPart(const Structure& structure, std::string_view raw_mail) {
  const std::vector<int> candidates = Candidates(structure, raw_mail);
  const auto is_plain = [&](int index) {
    return structure.parts[static_cast<size_t>(index)].type == "text/plain";
  };
  if (candidates.empty()) return -1;
  const int first = candidates.front();
  const int alternative = Alternative(structure, first);
  for (const int other : candidates) {
    if (is_plain(other) == is_plain(first)) continue;
    // Outside an alternative, HTML behind plain text can still be the text that a stub announces;
    // plain text behind HTML is an addition.
    if (alternative >= 0 ? Alternative(structure, other) != alternative : !is_plain(first))
      continue;
    const int plain = is_plain(first) ? first : other;
    const int html = is_plain(first) ? other : first;
    return IsStub(structure, raw_mail, plain, html) ? html : plain;
  }
  return first;
}

std::string MainText(std::string_view raw_mail, const Structure& structure, int part,
                     MailNotes& notes) {
  if (part < 0) return {};
  const Part& main = structure.parts[static_cast<size_t>(part)];
  std::string text = DecodeText(raw_mail, main, notes);
  if (main.type == "text/html") return HtmlToText(text);
  return main.format_flowed ? UndoFlowed(text, main.del_sp) : text;
}

}  // namespace threadlint::mail
