#include "lint/repro_text.h"

#include "util/ascii.h"
#include "util/civil_time.h"
#include "verdict/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace threadlint {
namespace {

// Words at the head of lines that quote a mail's header in the text of an answer.
constexpr std::string_view kHeadWords[] = {
    "from", "sent",   "to", "subject", "date",    "cc",   "von",    "an",    "betreff", "gesendet",
    "de",   "envoyé", "à",  "objet",   "enviado", "para", "asunto", "datum", "fecha"};
constexpr std::string_view kFields[] = {
    "From",         "Sender",        "Reply-To",    "To",           "Cc",
    "Date",         "Message-ID",    "In-Reply-To", "References",   "Return-Path",
    "Delivered-To", "X-Envelope-To", "Envelope-To", "X-Original-To"};

// A text without what quoting and wrapping put into it, and where each byte of it came from.
struct Flat {
  std::string text;
  std::vector<size_t> from;

  explicit Flat(std::string_view in) {
    bool line_start = true, blank = false;
    for (size_t i = 0; i < in.size(); ++i) {
      const char c = in[i];
      if (util::IsSpace(c) || (line_start && c == '>')) {
        blank = true;
        line_start = line_start || c == '\n';
        continue;
      }
      line_start = false;
      if (blank && !text.empty()) Add(' ', i);
      blank = false;
      Add(c, i);
    }
  }
  void Add(char c, size_t i) {
    text += c;
    from.push_back(i);
  }
};

struct Line {
  size_t begin = 0, end = 0;  // without its LF
};

std::vector<Line> LinesOf(std::string_view text) {
  std::vector<Line> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out.push_back({at, end});
    at = end + 1;
  }
  return out;
}

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

std::string_view WithoutMarks(std::string_view line) {
  const size_t at = line.find_first_not_of("> \t");
  return at == std::string_view::npos ? std::string_view() : util::TrimRight(line.substr(at));
}

// Lines that tell the parts of a mail from each other: "On 3 May, Ada wrote:", "-----Original".
bool IsFrame(std::string_view text, const std::vector<Line>& lines, size_t i) {
  const auto line = [&](size_t k) {
    return text.substr(lines[k].begin, lines[k].end - lines[k].begin);
  };
  const std::string_view own = WithoutMarks(line(i));
  if (own.starts_with("-----") || own.starts_with("_____")) return true;
  const size_t colon = own.find(':');
  const std::string head = util::LowerAscii(util::Trim(own.substr(0, std::min(colon, own.size()))));
  if (colon != std::string_view::npos &&
      std::ranges::find(kHeadWords, head) != std::end(kHeadWords))
    return true;
  // The line before a quotation, or the first of two.
  constexpr size_t kFar = 3;
  for (size_t k = i; k < std::min(i + 2, lines.size()); ++k) {
    if (!line(k).ends_with(':') && !line(k).ends_with(":\r")) continue;
    for (size_t next = k + 1; next < std::min(k + kFar, lines.size()); ++next)
      if (line(next).starts_with('>'))
        return line(i).find_first_of("0123456789@") != std::string_view::npos || k == i;
  }
  return false;
}

void Sort(Ranges& ranges) {
  std::ranges::sort(ranges);
  Ranges out;
  for (const auto& [begin, end] : ranges) {
    if (!out.empty() && begin <= out.back().second) {
      out.back().second = std::max(out.back().second, end);
    } else {
      out.emplace_back(begin, end);
    }
  }
  ranges = std::move(out);
}

// Out to the blank lines around.
Ranges Paragraphs(std::string_view text, const Ranges& ranges) {
  const std::vector<Line> lines = LinesOf(text);
  Ranges out;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() &&
           !IsBlankLine(text.substr(lines[end].begin, lines[end].end - lines[end].begin)))
      ++end;
    if (end > i && std::ranges::any_of(ranges, [&](const auto& r) {
          return r.first < lines[end - 1].end && r.second > lines[i].begin;
        }))
      out.emplace_back(lines[i].begin, lines[end - 1].end);
    i = end + 1;
  }
  return out;
}

// What is readable stays, the rest is filler.
std::string BodyOf(const ReproMail& mail, std::string_view key) {
  const std::string_view text = mail.exhibit->text;
  if (mail.readable == Readable::kWhole) return std::string(text);
  Ranges kept = mail.readable == Readable::kParagraphs ? Paragraphs(text, mail.kept) : mail.kept;
  const std::vector<Line> lines = LinesOf(text);
  for (size_t i = 0; i < lines.size(); ++i)
    if (IsFrame(text, lines, i)) kept.emplace_back(lines[i].begin, lines[i].end);
  Sort(kept);
  std::string out;
  size_t at = 0;
  for (const auto& [begin, end] : kept) {
    out += verdict::Filler(key, text.substr(at, begin - at));
    out += text.substr(begin, end - begin);
    at = end;
  }
  return out + verdict::Filler(key, text.substr(at));
}

// "Re: Xkvqz [4711]": what continues a subject and what holds digits is readable.
std::string SubjectOf(std::string_view subject, bool whole, std::string_view key) {
  if (whole) return std::string(subject);
  constexpr size_t kLongestMark = 5;
  std::string out;
  while (!subject.empty()) {
    const size_t blank = std::min(subject.find(' '), subject.size());
    const std::string_view word = subject.substr(0, blank);
    const bool mark = word.size() <= kLongestMark && word.ends_with(':');
    const bool number = word.find_first_of("0123456789") != std::string_view::npos;
    out += mark || number ? std::string(word) : verdict::Filler(key, word);
    if (blank < subject.size()) out += ' ';
    subject.remove_prefix(std::min(blank + 1, subject.size()));
  }
  return out;
}

// No value of a field may begin another one.
std::string OneLine(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  return text;
}

std::string Separator(const Message& m) {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const util::CivilTime t = util::CivilFromSeconds(m.date_source == DateSource::kNone ? 0 : m.date);
  return fmt::format("From - {} {} {:2} {:02}:{:02}:{:02} {}\n", kDays.at(t.weekday),
                     kMonths.at(t.date.month - 1), t.date.day, t.hour, t.minute, t.second,
                     t.date.year);
}

// What the program reads of fields that machines write.
void AddMachineFields(const Export& mail, const Message& m, std::string& out) {
  if (m.auto_replied) out += "Auto-Submitted: auto-replied\n";
  if (m.auto_generated && !m.auto_replied) out += "Auto-Submitted: auto-generated\n";
  if (m.from_list) out += "List-Id: <list.redacted.invalid>\n";
  if (m.bulk) out += "Precedence: bulk\n";
  for (const StringId field : mail.DeskFields(m)) out += OneLine(std::string(mail[field])) + "\n";
}

std::string HeaderOf(const ReproMail& mail, std::string_view key) {
  const Message& m = mail.report->mail.messages[mail.exhibit->message];
  std::string out;
  std::set<std::string> seen;
  for (const ExhibitField& field : mail.exhibit->fields) {
    if (util::EqualsIgnoreCase(field.name, "Subject")) {
      out += "Subject: " + OneLine(SubjectOf(field.value, mail.subject, key)) + "\n";
    } else if (util::EqualsIgnoreCase(field.name, "Received")) {
      const size_t date = field.value.rfind(';');
      if (date != std::string::npos)
        out += "Received: from a.invalid by b.invalid" + OneLine(field.value.substr(date)) + "\n";
    } else if (std::ranges::any_of(kFields, [&](std::string_view name) {
                 return util::EqualsIgnoreCase(name, field.name);
               })) {
      out += field.name + ": " + OneLine(field.value) + "\n";
    }
  }
  AddMachineFields(mail.report->mail, m, out);
  return out;
}

// mboxrd: one mark more before what would begin a mail.
std::string Quoted(std::string_view text) {
  std::string out;
  for (const Line& line : LinesOf(text)) {
    const std::string_view all = text.substr(line.begin, line.end - line.begin);
    const size_t marks = std::min(all.find_first_not_of('>'), all.size());
    if (all.substr(marks).starts_with("From ")) out += '>';
    out.append(all).append("\n");
  }
  return out;
}

constexpr std::string_view kTextType =
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";

}  // namespace

Ranges FindQuote(std::string_view text, std::string_view quote) {
  const Flat all(text), part(quote);
  const size_t at = part.text.empty() ? std::string::npos : all.text.find(part.text);
  if (at == std::string::npos) return {};
  return {{all.from[at], all.from[at + part.text.size() - 1] + 1}};
}

Ranges SameLines(std::string_view other, const Ranges& ranges, std::string_view text) {
  const std::vector<Line> there = LinesOf(other), here = LinesOf(text);
  Ranges out;
  if (there.size() != here.size()) return out;
  for (size_t i = 0; i < there.size(); ++i)
    if (std::ranges::any_of(ranges, [&](const auto& r) {
          return r.first < there[i].end && r.second > there[i].begin;
        }))
      out.emplace_back(here[i].begin, here[i].end);
  return out;
}

Ranges AllParagraphs(std::string_view text) { return Paragraphs(text, {{0, text.size()}}); }

std::string WriteReproMail(const ReproMail& mail, std::string_view key) {
  const Message& m = mail.report->mail.messages[mail.exhibit->message];
  const std::string body = Quoted(BodyOf(mail, key));
  std::string out = Separator(m) + HeaderOf(mail, key) + "MIME-Version: 1.0\n";
  if (mail.exhibit->files.empty()) return out.append(kTextType) + "\n" + body + "\n";
  out += "Content-Type: multipart/mixed; boundary=part\n\n--part\n";
  out.append(kTextType) += "\n" + body + "\n";
  for (const ExhibitFile& file : mail.exhibit->files) {
    std::string name = OneLine(file.name);
    std::erase(name, '"');
    std::erase(name, '\\');
    out += fmt::format(
        "--part\nContent-Type: {}\nContent-Disposition: attachment; filename=\"{}\"\n"
        "\n(left out)\n",
        OneLine(file.type), name);
  }
  return out + "--part--\n\n";
}

}  // namespace threadlint
