#include "report/picture_layout.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace threadlint::report {
namespace {

constexpr int64_t kHour = 3600, kDay = 86400;
constexpr int kRow = 24, kRunRow = 34, kSilenceRow = 30, kCutRow = 44, kYear = 16;
// Added between two mails for the time between them, at most.
constexpr int kMostAdded = 22;
constexpr size_t kLeastRun = 3;  // fewer are shown one by one

// What counts as an ordinary wait in this case.
int64_t MedianWait(std::span<const PictureMessage> messages) {
  std::vector<int64_t> waits;
  for (const PictureMessage& m : messages)
    if (m.wait > 0) waits.push_back(m.wait);
  if (waits.empty()) return kHour;
  const auto middle = waits.begin() + static_cast<std::ptrdiff_t>(waits.size() / 2);
  std::ranges::nth_element(waits, middle);
  return std::max(*middle, kHour);
}

class Rows {
 public:
  explicit Rows(std::span<const PictureMessage> messages)
      : messages_(messages), median_(MedianWait(messages)) {}

  std::vector<PictureRow> Build() {
    const auto count = static_cast<uint32_t>(messages_.size());
    for (uint32_t i = 0; i < count;) {
      uint32_t end = i;
      while (end < count && !StandsAlone(end, end == i)) ++end;
      if (end - i >= kLeastRun) {
        AddMail({.kind = RowKind::kRun, .first = i, .last = end - 1}, kRunRow);
        i = end;
        continue;
      }
      for (end = std::max(end, i + 1); i < end; ++i)
        AddMail({.kind = RowKind::kMessage, .first = i, .last = i}, kRow);
    }
    return std::move(rows_);
  }
  int bottom() const { return y_; }

 private:
  bool IsSilence(const PictureMessage& m) const {
    return m.wait >= 3 * kDay && m.wait > 4 * median_;
  }

  // A row of its own, or (behind others of a run) the beginning of another row.
  bool StandsAlone(uint32_t i, bool begins_run) const {
    if (messages_.size() <= kPictureWhole || i == 0 || i + 1 == messages_.size()) return true;
    const PictureMessage& m = messages_[i];
    if (m.matters || m.points > 0 || m.cuts > 0) return true;
    return !begins_run && (IsSilence(m) || m.new_year);
  }

  // `lead`: what is left free above it.
  void Add(PictureRow row, int height, int lead = 0) {
    row.top = y_;
    row.y = y_ + lead + height / 2;
    y_ += lead + height;
    rows_.push_back(row);
  }

  // A message, or those of a run, with what stands before it.
  void AddMail(PictureRow row, int height) {
    const PictureMessage& m = messages_[row.first];
    int lead = 0;
    if (IsSilence(m)) {
      Add({.kind = RowKind::kSilence, .first = row.first, .last = row.first}, kSilenceRow);
    } else if (row.first > 0) {
      lead = static_cast<int>(kMostAdded * std::min(m.wait, 2 * median_) / (2 * median_));
    }
    for (uint32_t cut = 0; cut < m.cuts; ++cut)
      Add({.kind = RowKind::kCut, .first = row.first, .last = row.first, .cut = cut}, kCutRow,
          std::exchange(lead, 0));
    Add(row, height, lead + (m.new_year ? kYear : 0));
    if (m.points > 1) y_ += static_cast<int>(m.points - 1) * kPointHeight;
  }

  std::span<const PictureMessage> messages_;
  int64_t median_;
  int y_ = 0;
  std::vector<PictureRow> rows_;
};

// Bands of about the same height. A cut or a silence is not parted from the message behind it.
std::vector<PictureBand> CutIntoBands(const std::vector<PictureRow>& rows, int bottom) {
  const int count = std::max(1, (bottom + kBandHeight - 1) / kBandHeight);
  const int height = bottom / count;
  std::vector<PictureBand> out;
  PictureBand band = {};
  for (size_t i = 0; i < rows.size(); ++i) {
    band.end_row = i + 1;
    band.bottom = i + 1 < rows.size() ? rows[i + 1].top : bottom;
    const bool whole = rows[i].kind == RowKind::kMessage || rows[i].kind == RowKind::kRun;
    if (i + 1 < rows.size() && (!whole || band.bottom - band.top < height)) continue;
    out.push_back(band);
    band = {.top = band.bottom,
            .bottom = band.bottom,
            .first_row = i + 1,
            .end_row = i + 1,
            .lines = {},
            .threads = {}};
  }
  return out;
}

std::vector<PictureLine> PlaceLines(std::span<const PictureArrow> arrows,
                                    std::span<const int> y_of) {
  std::vector<PictureLine> out;
  std::vector<size_t> order;
  for (size_t i = 0; i < arrows.size(); ++i) {
    const int to_y = y_of[arrows[i].to] + static_cast<int>(arrows[i].point) * kPointHeight;
    out.push_back({y_of[arrows[i].from], to_y, kNoTrack});
    order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](size_t i) { return out[i].from_y; });
  std::array<int, kTracks> free_from;
  free_from.fill(INT32_MIN);
  for (const size_t i : order) {
    for (int track = 0; track < kTracks; ++track) {
      int& taken_to = free_from[static_cast<size_t>(track)];
      if (taken_to >= out[i].from_y) continue;
      taken_to = out[i].to_y;
      out[i].track = track;
      break;
    }
  }
  return out;
}

std::vector<PictureThread> DrawThreads(const std::vector<PictureRow>& rows,
                                       std::span<const PictureMessage> messages) {
  struct End {
    Lane lane = Lane::kDesk;
    int y = 0;
  };
  std::unordered_map<uint32_t, End> ends;  // by strand
  std::vector<PictureThread> out;
  for (const PictureRow& row : rows) {
    if (row.kind != RowKind::kMessage) continue;
    const PictureMessage& m = messages[row.first];
    const auto [end, is_new] = ends.try_emplace(m.strand, End{m.lane, row.y});
    if (!is_new && row.y - end->second.y <= kLongestThread)
      out.push_back({m.strand, end->second.lane, m.lane, end->second.y, row.y});
    end->second = {m.lane, row.y};
  }
  return out;
}

// Adds the number of what reaches from one height to the other to the bands that it touches.
void AddToBands(uint32_t number, int from_y, int to_y, std::vector<uint32_t> PictureBand::*list,
                std::vector<PictureBand>& bands) {
  auto band = std::ranges::upper_bound(bands, from_y, {}, &PictureBand::bottom);
  for (; band != bands.end() && band->top <= to_y; ++band) (*band.*list).push_back(number);
}

}  // namespace

PictureLayout LayOut(std::span<const PictureMessage> messages,
                     std::span<const PictureArrow> arrows) {
  PictureLayout out;
  Rows rows(messages);
  out.rows = rows.Build();
  out.bands = CutIntoBands(out.rows, rows.bottom());
  std::vector<int> y_of(messages.size());
  for (const PictureRow& row : out.rows)
    for (uint32_t i = row.first; i <= row.last; ++i) y_of[i] = row.y;
  out.lines = PlaceLines(arrows, y_of);
  out.threads = DrawThreads(out.rows, messages);
  for (uint32_t i = 0; i < out.threads.size(); ++i)
    AddToBands(i, out.threads[i].from_y, out.threads[i].to_y, &PictureBand::threads, out.bands);
  for (uint32_t i = 0; i < out.lines.size(); ++i) {
    const PictureLine& line = out.lines[i];
    if (line.track != kNoTrack) {
      AddToBands(i, line.from_y, line.to_y, &PictureBand::lines, out.bands);
    } else {
      AddToBands(i, line.from_y, line.from_y, &PictureBand::lines, out.bands);
      AddToBands(i, line.to_y, line.to_y, &PictureBand::lines, out.bands);
    }
  }
  return out;
}

}  // namespace threadlint::report
