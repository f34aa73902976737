#include "report/picture_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace threadlint::report {
namespace {

constexpr int64_t kHour = 3600, kDay = 86400;

// Customer and desk by turns, `wait` apart.
std::vector<PictureMessage> Turns(size_t count, int64_t wait) {
  std::vector<PictureMessage> out(count);
  for (size_t i = 0; i < count; ++i) {
    out[i].lane = i % 2 == 0 ? Lane::kCustomer : Lane::kDesk;
    out[i].wait = i == 0 ? 0 : wait;
  }
  return out;
}

size_t CountOf(const PictureLayout& layout, RowKind kind) {
  return static_cast<size_t>(std::ranges::count(layout.rows, kind, &PictureRow::kind));
}

// What holds of every picture.
void CheckWhole(const PictureLayout& layout, size_t messages) {
  size_t next = 0;
  for (const PictureRow& row : layout.rows) {
    if (row.kind != RowKind::kMessage && row.kind != RowKind::kRun) continue;
    CHECK(row.first == next);
    next = row.last + 1;
  }
  CHECK(next == messages);
  for (size_t i = 1; i < layout.rows.size(); ++i)
    CHECK(layout.rows[i].y - layout.rows[i - 1].y >= 20);
  size_t row = 0;
  int top = 0;
  for (const PictureBand& band : layout.bands) {
    CHECK(band.first_row == row);
    CHECK(band.top == top);
    CHECK(band.bottom - band.top <= kBandHeight + 200);
    for (size_t i = band.first_row; i < band.end_row; ++i)
      CHECK((layout.rows[i].y > band.top && layout.rows[i].y < band.bottom));
    row = band.end_row;
    top = band.bottom;
  }
  CHECK(row == layout.rows.size());
}

TEST_CASE("fourteen mails over two years: each has a row, a long silence is marked") {
  auto messages = Turns(14, 30 * kDay);
  messages[9].wait = 300 * kDay;
  const PictureLayout layout = LayOut(messages, {});
  CheckWhole(layout, 14);
  CHECK(CountOf(layout, RowKind::kMessage) == 14);
  CHECK(CountOf(layout, RowKind::kSilence) == 1);
  CHECK(layout.bands.size() == 1);
}

TEST_CASE("forty mails in a day: no silence, and what follows at once stands closer") {
  auto messages = Turns(40, kHour);
  messages[3].wait = 60;
  const PictureLayout layout = LayOut(messages, {});
  CheckWhole(layout, 40);
  CHECK(CountOf(layout, RowKind::kMessage) == 40);
  CHECK(CountOf(layout, RowKind::kSilence) == 0);
  CHECK(layout.rows[3].y - layout.rows[2].y < layout.rows[2].y - layout.rows[1].y);
}

TEST_CASE("a long case: mails that matter have rows, those between are one") {
  auto messages = Turns(2500, kDay);
  for (size_t i = 50; i < 2500; i += 100) messages[i].matters = true;
  messages[1203].cuts = 1;
  const PictureLayout layout = LayOut(messages, {});
  CheckWhole(layout, 2500);
  for (const PictureRow& row : layout.rows)
    if (row.kind == RowKind::kRun)
      for (uint32_t i = row.first; i <= row.last; ++i)
        CHECK((!messages[i].matters && messages[i].cuts == 0));
  CHECK(CountOf(layout, RowKind::kMessage) < 40);
  CHECK(CountOf(layout, RowKind::kCut) == 1);
  CHECK(layout.bands.back().bottom < 3000);
}

TEST_CASE("two mails between others are shown, not counted") {
  auto messages = Turns(100, kDay);
  for (PictureMessage& m : messages) m.matters = true;
  messages[10].matters = messages[11].matters = false;
  messages[20].matters = messages[21].matters = messages[22].matters = false;
  const PictureLayout layout = LayOut(messages, {});
  CheckWhole(layout, 100);
  CHECK(CountOf(layout, RowKind::kRun) == 1);
  CHECK(CountOf(layout, RowKind::kMessage) == 97);
}

TEST_CASE("a cut stands before its message and in its band") {
  auto messages = Turns(40, kDay);
  for (PictureMessage& m : messages) m.cuts = 2;
  const PictureLayout layout = LayOut(messages, {});
  CheckWhole(layout, 40);
  CHECK(layout.bands.size() > 2);
  for (size_t i = 0; i + 1 < layout.rows.size(); ++i)
    if (layout.rows[i].kind == RowKind::kCut)
      CHECK(layout.rows[i + 1].first == layout.rows[i].first);
  for (const PictureBand& band : layout.bands)
    CHECK(layout.rows[band.end_row - 1].kind == RowKind::kMessage);
}

TEST_CASE("lines in one track do not meet; where all are taken, there is none") {
  const auto messages = Turns(30, kDay);
  std::vector<PictureArrow> arrows;
  for (uint32_t i = 0; i < 12; ++i) arrows.push_back({i, 29 - i, 0});
  arrows.push_back({20, 25, 0});
  const PictureLayout layout = LayOut(messages, arrows);
  REQUIRE(layout.lines.size() == arrows.size());
  for (size_t i = 0; i < arrows.size(); ++i) {
    CHECK(layout.lines[i].from_y < layout.lines[i].to_y);
    for (size_t k = 0; k < i; ++k) {
      const PictureLine &a = layout.lines[i], &b = layout.lines[k];
      if (a.track == kNoTrack || a.track != b.track) continue;
      CHECK((a.to_y < b.from_y || b.to_y < a.from_y));
    }
  }
  CHECK(std::ranges::count(layout.lines, kNoTrack, &PictureLine::track) > 0);
  for (int track = 0; track < kTracks; ++track)
    CHECK(std::ranges::count(layout.lines, track, &PictureLine::track) > 0);
}

TEST_CASE("several findings at one mail stand one under the other") {
  auto messages = Turns(3, kDay);
  messages[1].points = 5;
  const std::vector<PictureArrow> arrows = {{0, 1, 0}, {0, 1, 4}};
  const PictureLayout layout = LayOut(messages, arrows);
  CHECK(layout.lines[1].to_y - layout.lines[0].to_y == 4 * kPointHeight);
  CHECK(layout.rows[2].y - layout.rows[1].y > 5 * kPointHeight);
}

TEST_CASE("a band has what passes through it, and no more") {
  auto messages = Turns(200, kDay);
  for (PictureMessage& m : messages) m.matters = true;
  const std::vector<PictureArrow> arrows = {{0, 199, 0}, {3, 5, 0}};
  const PictureLayout layout = LayOut(messages, arrows);
  REQUIRE(layout.bands.size() > 3);
  for (const PictureBand& band : layout.bands) CHECK(std::ranges::count(band.lines, 0U) == 1);
  CHECK(layout.bands[0].lines.size() == 2);
  CHECK(layout.bands[1].lines.size() == 1);
  size_t threads = 0;
  for (const PictureBand& band : layout.bands) threads += band.threads.size();
  CHECK(threads <= layout.threads.size() + layout.bands.size());
}

TEST_CASE("two strands that alternate for long stay linear") {
  std::vector<PictureMessage> messages = Turns(4000, kHour);
  for (size_t i = 0; i < messages.size(); ++i) {
    messages[i].matters = true;
    messages[i].strand = static_cast<uint32_t>(i % 2000);  // each rests for 2000 rows
  }
  const PictureLayout layout = LayOut(messages, {});
  size_t threads = 0;
  for (const PictureBand& band : layout.bands) threads += band.threads.size();
  CHECK(threads <= 3 * messages.size());
}

TEST_CASE("no messages, one message") {
  CHECK(LayOut({}, {}).rows.empty());
  const auto one = Turns(1, 0);
  CheckWhole(LayOut(one, {}), 1);
}

}  // namespace
}  // namespace threadlint::report
