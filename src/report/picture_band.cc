#include "report/picture_band.h"

#include "report/html_page.h"
#include "report/picture.h"
#include "report/picture_mark.h"
#include "report/picture_words.h"
#include "report/timeline.h"
#include "util/civil_time.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace threadlint::report {
namespace {

constexpr int kWidth = 360, kHead = 30, kFoot = 8;
constexpr int kDayEnd = 40, kTimeEnd = 78;  // the column of dates
constexpr int kTrackWidth = 12;

class Band {
 public:
  Band(const PictureView& view, size_t index)
      : view_(view),
        band_(view.layout.bands[index]),
        zone_(view.zone_minutes),
        last_(index + 1 == view.layout.bands.size()) {
    if (view.scene.three_lanes) lanes_ = {110, 165, 220};
    points_x_ = lanes_[view.scene.three_lanes ? 2 : 1] + 38;
  }

  std::string Draw() {
    Head();
    Guides();
    for (const uint32_t i : band_.threads) Thread(view_.layout.threads[i]);
    for (const uint32_t i : band_.lines) Line(i);
    uint32_t strand_before = UINT32_MAX;
    for (size_t i = band_.first_row; i < band_.end_row; ++i) {
      const PictureRow& row = view_.layout.rows[i];
      switch (row.kind) {
        case RowKind::kMessage:
          Message(row, strand_before);
          break;
        case RowKind::kRun:
          Run(row);
          break;
        case RowKind::kSilence:
          Silence(row);
          break;
        case RowKind::kCut:
          Cut(row);
          break;
      }
    }
    return std::move(out_);
  }

 private:
  template <typename... Values>
  void Put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  int LaneX(Lane lane) const { return lanes_[static_cast<size_t>(lane)]; }
  int LastLane() const { return lanes_[view_.scene.three_lanes ? 2 : 1]; }
  int TrackX(int track) const { return points_x_ + 26 + track * kTrackWidth; }
  std::string Colour(uint32_t strand) const {
    return StrandClass(strand, view_.scene.strands[strand].loose);
  }
  const CaseMessage& Entry(uint32_t i) const {
    const Case& c = view_.report.set.cases[view_.references.case_index()];
    return view_.report.set.Messages(c)[i];
  }
  const threadlint::Message& Mail(uint32_t i) const {
    return view_.report.mail.messages[Entry(i).message];
  }

  void Head() {
    const int y = band_.top - 14;
    Put("<text class=\"lane\" x=\"{}\" y=\"{}\">customer</text>", lanes_[0], y);
    Put("<text class=\"lane\" x=\"{}\" y=\"{}\">desk</text>", lanes_[1], y);
    if (view_.scene.three_lanes)
      Put("<text class=\"lane\" x=\"{}\" y=\"{}\">others</text>", lanes_[2], y);
  }

  // A thin line a lane, that stops where nobody wrote and where the thread was cut.
  void Guides() {
    int from = band_.top - 8;
    std::string path;
    const auto add = [&](int to) {
      for (int lane = 0; lane < (view_.scene.three_lanes ? 3 : 2); ++lane)
        path += fmt::format("M{} {}V{}", lanes_[static_cast<size_t>(lane)], from, to);
    };
    for (size_t i = band_.first_row; i < band_.end_row; ++i) {
      const PictureRow& row = view_.layout.rows[i];
      if (row.kind != RowKind::kSilence && row.kind != RowKind::kCut) continue;
      const int half = row.kind == RowKind::kCut ? 14 : 11;
      if (row.y - half > from) add(row.y - half);
      from = row.y + half;
    }
    add(last_ ? band_.bottom : band_.bottom + kFoot);
    Put("<path class=\"guide\" d=\"{}\"/>", path);
  }

  void Thread(const PictureThread& t) {
    const double rise = t.to_y - t.from_y;
    const auto x_at = [&](int y) {
      const double part = rise == 0 ? 0 : (y - t.from_y) / rise;
      return LaneX(t.from) + static_cast<int>((LaneX(t.to) - LaneX(t.from)) * part);
    };
    const int top = std::max(t.from_y, band_.top - 6);
    const int bottom = std::min(t.to_y, band_.bottom + kFoot);
    Put("<path class=\"strand {}\" d=\"M{} {}L{} {}\"/>", Colour(t.strand), x_at(top), top,
        x_at(bottom), bottom);
  }

  std::string_view SeverityOf(uint32_t finding) const {
    return Name(view_.references.findings()[finding - 1]->severity);
  }

  // From the earlier mail out to its track, down, and back to the number of the finding.
  void Line(uint32_t index) {
    const PictureLine& line = view_.layout.lines[index];
    const PictureArrow& arrow = view_.scene.arrows[index];
    const uint32_t finding = view_.scene.arrow_findings[index];
    const int begin_x = LaneX(view_.scene.messages[arrow.from].lane) + 15;
    const int end_x = points_x_ + 13;
    const bool stub = line.track == kNoTrack;
    const int x = stub ? TrackX(0) - 6 : TrackX(line.track);
    const bool begins = line.from_y >= band_.top && line.from_y < band_.bottom;
    const bool ends = line.to_y >= band_.top && line.to_y < band_.bottom;
    const int from_y = line.from_y + 5;
    std::string path;
    if (begins) path += fmt::format("M{} {}H{}", begin_x, from_y, stub ? x : x - 4);
    if (!stub) {
      if (begins) {
        path += fmt::format("q4 0 4 4");
      } else {
        path += fmt::format("M{} {}", x, band_.top - 10);
      }
      path += fmt::format("V{}", ends ? line.to_y - 4 : band_.bottom + kFoot);
      if (ends) path += fmt::format("q0 4 -4 4H{}", end_x + 5);
    } else if (ends) {
      path += fmt::format("M{} {}H{}", x, line.to_y, end_x + 5);
    }
    const std::string_view severity = SeverityOf(finding);
    Put("<path class=\"arrow {}\" d=\"{}\"/>", severity, path);
    if (ends) Put("<path class=\"head {}\" d=\"M{} {}l7 -4v8z\"/>", severity, end_x, line.to_y);
    // Whoever reads a band alone sees what the line belongs to.
    if (!begins && !stub)
      Put("<text class=\"pass\" x=\"{}\" y=\"{}\">{}</text>", x,
          band_.top - (line.track % 2 == 0 ? 12 : 21), finding);
    if (begins && stub)
      Put("<text class=\"stub\" x=\"{}\" y=\"{}\">to {}</text>", x + 2, from_y + 3, finding);
  }

  void Dates(const PictureRow& row) {
    const threadlint::Message& m = Mail(row.first);
    const std::string day = PictureDay(m, zone_);
    if (day.empty()) {
      Put("<text class=\"day\" x=\"{}\" y=\"{}\">no date</text>", kTimeEnd, row.y + 4);
      return;
    }
    if (view_.scene.messages[row.first].new_year)
      Put("<text class=\"year\" x=\"{}\" y=\"{}\">{}</text>", kDayEnd, row.y - 13,
          util::CivilFromSeconds(m.date, zone_).date.year);
    if (row.kind == RowKind::kRun) {
      const std::string end = PictureDay(Mail(row.last), zone_);
      Put("<text class=\"day\" x=\"{}\" y=\"{}\">{}</text>", kDayEnd, row.y + 4, day);
      if (!end.empty() && end != day)
        Put("<text x=\"{}\" y=\"{}\">– {}</text>", kDayEnd + 4, row.y + 4, end);
      day_before_.clear();
      return;
    }
    if (day != day_before_)
      Put("<text class=\"day\" x=\"{}\" y=\"{}\">{}</text>", kDayEnd, row.y + 4, day);
    Put("<text class=\"time\" x=\"{}\" y=\"{}\">{}</text>", kTimeEnd, row.y + 4,
        PictureTime(m, zone_));
    day_before_ = day;
  }

  void Message(const PictureRow& row, uint32_t& strand_before) {
    Dates(row);
    const PictureMessage& m = view_.scene.messages[row.first];
    const int x = LaneX(m.lane);
    if (m.strand != strand_before) {
      const bool before = m.lane == Lane::kCustomer;
      Put("<text class=\"letter {}{}\" x=\"{}\" y=\"{}\">{}</text>", Colour(m.strand),
          before ? " before" : "", before ? x - 15 : x + 15, row.y + 4, StrandLetter(m.strand));
      strand_before = m.strand;
    }
    Put("{}", MarkOf(row, m, x));
    for (size_t i = 0; i < view_.scene.points[row.first].size(); ++i)
      Point(view_.scene.points[row.first][i], row.y + static_cast<int>(i) * kPointHeight);
  }

  // The number of the exhibit, or a plain sign where no finding cites the mail.
  std::string MarkOf(const PictureRow& row, const PictureMessage& m, int x) const {
    const uint32_t exhibit = view_.references.ExhibitOf(Entry(row.first).message);
    if (exhibit == 0)
      return fmt::format("<path class=\"mark {}\" d=\"{}\"/>", Colour(m.strand),
                         SignPath(m.strand, x, row.y));
    const int half = exhibit > 999 ? 17 : 13;
    return fmt::format(
        "<a href=\"#{}\" aria-label=\"Exhibit {}\"><rect class=\"mark {}\" x=\"{}\" y=\"{}\" "
        "width=\"{}\" height=\"18\" rx=\"{}\"/><text class=\"exhibit\" x=\"{}\" y=\"{}\">{}</text>"
        "</a>",
        view_.references.ExhibitAnchor(exhibit), exhibit, Colour(m.strand), x - half, row.y - 9,
        2 * half, BoxCorner(m.strand), x, row.y + 4, exhibit);
  }

  void Point(uint32_t finding, int y) {
    const int half = finding > 999 ? 16 : 11;
    const Finding& f = *view_.references.findings()[finding - 1];
    Put("<a href=\"#{}\" aria-label=\"Finding {}: {}\"><rect class=\"point {}\" x=\"{}\" y=\"{}\" "
        "width=\"{}\" height=\"16\" rx=\"3\"/><text class=\"number {}\" x=\"{}\" y=\"{}\">{}</text>"
        "</a>",
        view_.references.FindingAnchor(finding), finding, HtmlText(f.rule->summary),
        Name(f.severity), points_x_ - half, y - 8, 2 * half, Name(f.severity), points_x_, y + 4,
        finding);
  }

  void Run(const PictureRow& row) {
    Dates(row);
    std::array<uint32_t, 3> counts{};
    for (uint32_t i = row.first; i <= row.last; ++i)
      ++counts[static_cast<size_t>(view_.scene.messages[i].lane)];
    for (size_t lane = 0; lane < counts.size(); ++lane) {
      if (counts[lane] == 0) continue;
      const int half = counts[lane] > 999 ? 18 : 15;
      Put("<rect class=\"run\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"20\"/>"
          "<text class=\"count\" x=\"{}\" y=\"{}\">{}</text>",
          lanes_[lane] - half, row.y - 10, 2 * half, lanes_[lane], row.y + 4, counts[lane]);
    }
  }

  void Silence(const PictureRow& row) {
    Put("<text class=\"silence\" x=\"{}\" y=\"{}\">{} without a mail</text>",
        (lanes_[0] + LastLane()) / 2, row.y + 4, WaitWords(view_.scene.messages[row.first].wait));
  }

  void Cut(const PictureRow& row) {
    const PictureCut& cut = view_.scene.cuts[row.first][row.cut];
    // Across the dates too: the words stand left of the lines of findings.
    std::string path = fmt::format("M2 {}", row.y - 8);
    for (int x = 2; x < LastLane() + 16; x += 12) path += "l6 -5l6 5";
    Put("<path class=\"cut\" d=\"{}\"/>", path);
    const std::string words = fmt::format("<text class=\"cutwords\" x=\"2\" y=\"{}\">{}</text>",
                                          row.y + 10, BreakWords(*cut.what));
    if (cut.finding == 0) {
      out_ += words;
    } else {
      Put("<a href=\"#{}\">{}</a>", view_.references.FindingAnchor(cut.finding), words);
    }
  }

  const PictureView& view_;
  const PictureBand& band_;
  const int zone_;
  const bool last_;
  std::array<int, 3> lanes_ = {126, 202, 0};
  int points_x_ = 0;
  std::string day_before_;
  std::string out_;
};

}  // namespace

std::string BandSvg(const PictureView& view, size_t band) {
  const PictureBand& place = view.layout.bands[band];
  const std::string name = CaseAnchor(view.report, view.references.case_index(), "picture");
  const std::string part = view.layout.bands.size() == 1
                               ? std::string()
                               : fmt::format(", part {} of {}", band + 1, view.layout.bands.size());
  return fmt::format(
      "<svg class=\"band\" viewBox=\"0 {} {} {}\" role=\"group\" "
      "aria-labelledby=\"{}-title-{}\">"
      "<title id=\"{}-title-{}\">Who wrote when, and where the thread was cut{}</title>{}</svg>\n",
      place.top - kHead, kWidth, place.bottom - place.top + kHead + kFoot, name, band + 1, name,
      band + 1, part, Band(view, band).Draw());
}

}  // namespace threadlint::report
