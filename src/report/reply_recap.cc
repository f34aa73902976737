#include "report/reply_recap.h"

#include "report/finding_words.h"
#include "report/page.h"
#include "report/reply_parts.h"
#include "report/text_inputs.h"
#include "util/ascii.h"
#include "util/civil_time.h"
#include "util/utf8.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace threadlint::report {
namespace {

constexpr size_t kColumns = 72;  // of mail in plain text
constexpr size_t kMostPoints = 5;
// Columns; the mail has the rest. What the customer gave stands at the end of his sentences, often.
constexpr size_t kLongestQuote = 64, kLongestOwnQuote = 90;

// Points of one rule, and what they leave open. A rule that is not here makes no point that a
// customer would put to the desk.
struct PointKind {
  std::string_view rule;
  std::string_view label;
  std::string_view open;  // empty: nothing
  bool dated = false;     // it is of the day of the first sentence
};
constexpr PointKind kPoints[] = {
    {"TL301", "Given before", {}},
    {"TL405", "Given before", {}},
    {"TL401", "Two statements", "which of the two statements holds"},
    {"TL402", "Two amounts", "which of the two amounts holds"},
    {"TL403", "Two dates", "which of the two dates holds"},
    {"TL404", "Two statements", "which of the two statements holds"},
    {"TL501", "Promised", "your promise", true},
    {"TL502", "Promised", "your promise", true},
    {"TL503", "Asked", "my question", true},
    {"TL505", "Asked", "my question", true},
    {"TL504", "Closed", "the case itself"},
    {"TL606", "Refused", "the reason for the refusal"},
};

// A sentence of a mail.
struct Piece {
  MessageIndex message = kNoMessage;
  std::string quote;
};

struct Point {
  const PointKind* kind = nullptr;
  const Finding* finding = nullptr;
  std::vector<Piece> pieces;  // as the finding has them
};

// Cut at a blank; what is left stands in the mail as it does here.
std::string Short(std::string_view quote, size_t columns) {
  std::string safe = Safe(util::Trim(quote));
  if (util::DisplayWidth(safe) <= columns) return safe;
  std::string out = Shorten(safe, columns);
  out.resize(out.size() - std::string_view("…").size());
  if (const size_t blank = out.rfind(' '); blank != std::string::npos && blank > out.size() / 2)
    out.resize(blank);
  return out + " ...";
}

class Recap {
 public:
  Recap(const Report& report, Reply& reply)
      : report_(report),
        mail_(report.mail),
        case_(report.set.cases[reply.case_index]),
        entries_(report.set.Messages(case_)),
        reply_(reply) {
    FindMe();
  }

  void Run() {
    Paragraph("Hello,", "");
    Line();
    Opening();
    const std::vector<Point> points = Points();
    if (!points.empty()) {
      Line();
      for (const Point& point : points) Item(point);
      Open(points);
    }
    Line();
    Paragraph("Thank you.", "");
  }

 private:
  // Who speaks is the customer who wrote most of these mails.
  void FindMe() {
    std::map<StringId, uint32_t> wrote;
    for (const CaseMessage& entry : entries_)
      if (entry.side == Side::kCustomer) ++wrote[mail_.messages[entry.message].from];
    uint32_t most = 0;
    for (const CaseMessage& entry : entries_) {  // of two, who wrote first
      const Message& m = mail_.messages[entry.message];
      if (entry.side != Side::kCustomer || wrote[m.from] <= most) continue;
      most = wrote[m.from];
      me_ = m.from;
      my_name_ = m.from_name;
    }
  }

  bool IsMine(const Message& m) const {
    return m.from == me_ || (my_name_ != 0 && m.from_name == my_name_);
  }

  // "3 May 2024"; the year only where it is another than that of the day before it.
  std::string Day(MessageIndex i) {
    const Message& m = mail_.messages[i];
    if (m.date_source == DateSource::kNone) return "an unknown day";
    std::string day = util::FormatShortDate(m.date, m.zone_minutes);
    const size_t blank = day.rfind(' ');
    std::string year = day.substr(blank + 1);
    if (year == year_) return day.substr(0, blank);
    year_ = std::move(year);
    return day;
  }

  std::string Writer(MessageIndex i) const {
    const Message& m = mail_.messages[i];
    const CaseMessage* entry = report_.set.Find(case_, i);
    const Side side = entry == nullptr ? Side::kUnknown : entry->side;
    if (side == Side::kAgent) return "you";
    if (side == Side::kAuto) return "your system";
    if (side == Side::kCustomer && IsMine(m)) return "I";
    return Safe(mail_[m.from_name != 0 ? m.from_name : m.from]);
  }

  void Opening() {
    uint64_t mine = 0, yours = 0;
    MessageIndex first = kNoMessage, last = kNoMessage;
    for (const CaseMessage& entry : entries_) {
      if (entry.side == Side::kCustomer && IsMine(mail_.messages[entry.message])) {
        ++mine;
        if (first == kNoMessage) first = entry.message;
      } else if (entry.side == Side::kAgent) {
        ++yours;
        last = entry.message;
      }
    }
    std::string text;
    if (mine > 0) {
      text =
          fmt::format("since {} I have written {} in this case", Day(first), Count(mine, "mail"));
      if (yours > 0) text += fmt::format(" and had {} from you, the last of {}", yours, Day(last));
      text += ". ";
    } else if (yours > 0) {
      text = fmt::format("I have had {} from you in this case, the last of {}. ",
                         Count(yours, "mail"), Day(last));
    }
    if (reply_.earlier.empty()) {
      if (!reply_.now.numbers.empty())
        text +=
            fmt::format("{}our number for it is {}.", mine > 0 ? "Y" : "y", NumbersOf(reply_.now));
    } else {
      text += Parts();
    }
    Paragraph(text, "");
  }

  std::string Parts() {
    std::string text =
        fmt::format("Your mails give {} addresses or numbers for it: ", reply_.earlier.size() + 1);
    for (const ReplyPart& part : reply_.earlier) {
      const std::string first = Day(part.first), last = Day(part.last);
      text += part.mails == 1 ? fmt::format("your mail of {}", first)
              : first == last ? fmt::format("{} mails of {}", part.mails, first)
                              : fmt::format("{} mails from {} to {}", part.mails, first, last);
      text += fmt::format(" gave {}; ", NameOf(part));
    }
    return text + fmt::format("now it is {}. Please put them together.", NameOf(reply_.now));
  }

  std::string NumbersOf(const ReplyPart& part) const {
    std::string out;
    for (const std::string& number : part.numbers) out += (out.empty() ? "" : ", ") + Safe(number);
    return out;
  }

  // The address alone says nothing where every case has the same.
  std::string NameOf(const ReplyPart& part) const {
    const bool tagged = part.token != kNoToken && report_.set.tokens[part.token].address != 0;
    if (part.numbers.empty()) return Safe(part.address);
    return tagged ? fmt::format("{} ({})", NumbersOf(part), Safe(part.address)) : NumbersOf(part);
  }

  // Several findings on one sentence of the desk are one point: what rests on it, then it.
  std::vector<Point> Points() const {
    std::vector<Point> out;
    std::map<std::tuple<std::string_view, MessageIndex, std::string>, size_t> known;
    for (const Finding* f : FindingsOf(report_, reply_.case_index)) {
      const auto kind = std::ranges::find(kPoints, f->rule->id, &PointKind::rule);
      if (kind == std::end(kPoints) || f->accepted || f->corrected_in != kNoMessage) continue;
      Point point{&*kind, f, {}};
      for (const Evidence& e : f->evidence)
        if (e.message != kNoMessage && e.field.empty() && !e.quote.empty())
          point.pieces.push_back({e.message, e.quote});
      // The customer's own objection is told by the two statements.
      const bool statements = f->rule->id.starts_with("TL40") && f->rule->id != "TL405";
      if (statements && point.pieces.size() > 2) point.pieces.resize(2);
      if (point.pieces.empty()) continue;
      const Piece& last = point.pieces.back();
      const auto [at, fresh] =
          known.emplace(std::tuple(kind->label, last.message, last.quote), out.size());
      if (fresh) {
        out.push_back(std::move(point));
        continue;
      }
      Point& there = out[at->second];
      for (size_t i = 0; i + 1 < point.pieces.size(); ++i)
        if (std::ranges::find(there.pieces, point.pieces[i].quote, &Piece::quote) ==
            there.pieces.end())
          there.pieces.insert(there.pieces.end() - 1, std::move(point.pieces[i]));
    }
    DropContained(out);
    KeepBest(out);
    const auto order = [this](const Piece& piece) {
      return report_.set.Find(case_, piece.message);
    };
    for (Point& point : out) std::ranges::stable_sort(point.pieces, {}, order);
    std::ranges::stable_sort(out, {},
                             [&order](const Point& point) { return order(point.pieces.back()); });
    return out;
  }

  // A promise that lapsed is told by the point of the one that was made again after it.
  static void DropContained(std::vector<Point>& points) {
    const auto holds = [](const Point& whole, const Point& part) {
      return whole.kind->label == part.kind->label && whole.pieces.size() > part.pieces.size() &&
             std::ranges::all_of(part.pieces, [&](const Piece& piece) {
               return std::ranges::find(whole.pieces, piece.quote, &Piece::quote) !=
                      whole.pieces.end();
             });
    };
    std::vector<Point> out;
    for (const Point& part : points)
      if (std::ranges::none_of(points, [&](const Point& whole) { return holds(whole, part); }))
        out.push_back(part);
    points = std::move(out);
  }

  static void KeepBest(std::vector<Point>& points) {
    if (points.size() <= kMostPoints) return;
    std::ranges::stable_sort(points, [](const Point& a, const Point& b) {
      return std::tuple(a.finding->severity, a.finding->confidence) >
             std::tuple(b.finding->severity, b.finding->confidence);
    });
    points.resize(kMostPoints);
  }

  void Item(const Point& point) {
    std::string text = fmt::format("{}:", point.kind->label);
    std::string before;
    for (const Piece& piece : point.pieces) {
      const std::string who = Writer(piece.message);
      const std::string quote = Short(piece.quote, who == "I" ? kLongestOwnQuote : kLongestQuote);
      const std::string day = Day(piece.message);
      if (who + day == before) {
        text += fmt::format(" and \"{}\"", quote);
        continue;
      }
      text += fmt::format("{} on {} {} wrote \"{}\"", before.empty() ? "" : ";", day, who, quote);
      before = who + Day(piece.message);  // from now on without its year
    }
    // What is quoted has its own full stop.
    if (!text.ends_with(".\"") && !text.ends_with("?\"") && !text.ends_with("!\"")) text += ".";
    Paragraph(text, "- ");
  }

  void Open(const std::vector<Point>& points) {
    std::vector<std::pair<std::string_view, std::string>> open;  // what, and of which days
    for (const Point& point : points) {
      const PointKind& kind = *point.kind;
      if (kind.open.empty()) continue;
      auto at =
          std::ranges::find(open, kind.open, &std::pair<std::string_view, std::string>::first);
      if (at == open.end()) at = open.insert(at, {kind.open, {}});
      if (!kind.dated) continue;
      const std::string day = Day(point.pieces.front().message);
      if (!at->second.ends_with(day)) at->second += (at->second.empty() ? "of " : " and ") + day;
    }
    if (open.empty()) return;
    std::string text;
    for (const auto& [what, days] : open)
      text += fmt::format("{}{}{}{}", text.empty() ? "Still open for me: " : "; ", what,
                          days.empty() ? "" : " ", days);
    Line();
    Paragraph(text + ".", "");
  }

  void Line() { reply_.paste.emplace_back(); }

  void Paragraph(std::string_view text, std::string_view bullet) {
    std::string line(bullet);
    size_t columns = bullet.size();
    bool begun = false;
    while (!text.empty()) {
      const size_t blank = std::min(text.find(' '), text.size());
      const std::string_view word = text.substr(0, blank);
      text.remove_prefix(std::min(blank + 1, text.size()));
      if (word.empty()) continue;
      const size_t wide = util::DisplayWidth(word);
      if (begun && columns + 1 + wide > kColumns) {
        reply_.paste.push_back(std::move(line));
        line.assign(bullet.size(), ' ');
        columns = bullet.size();
        begun = false;
      }
      line += begun ? " " : "";
      line += word;
      columns += wide + (begun ? 1 : 0);
      begun = true;
    }
    reply_.paste.push_back(std::move(line));
  }

  const Report& report_;
  const Export& mail_;
  const Case& case_;
  std::span<const CaseMessage> entries_;
  Reply& reply_;
  StringId me_ = 0, my_name_ = 0;
  std::string year_;  // of the last day that was named
};

}  // namespace

void WriteRecap(const Report& report, Reply& reply) { Recap(report, reply).Run(); }

Reply MakeReply(const Report& report, uint32_t case_index) {
  Reply reply;
  reply.case_index = case_index;
  FindReplyParts(report, reply);
  if (reply.answer != kNoMessage) WriteRecap(report, reply);
  return reply;
}

}  // namespace threadlint::report
