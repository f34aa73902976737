#include "lint/number_lines.h"

#include "../support/temp_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint {
namespace {

// The lines of `offsets`, which are asked for in this order.
std::vector<uint64_t> LinesOf(const std::vector<std::string>& paths,
                              const std::vector<std::pair<uint32_t, uint64_t>>& places,
                              unsigned jobs) {
  const source::Limits limits;
  const source::Inventory inventory = source::TakeInventory(paths, limits);
  Export mail;
  for (uint32_t i = 0; i < inventory.units.size(); ++i) {
    MailFile& file = mail.files.emplace_back();
    file.path = inventory.units[i].path;
    file.unit = i;
  }
  Options options;
  options.jobs = jobs;
  std::vector<uint64_t> lines(places.size());
  std::vector<LineRequest> requests;
  for (size_t i = 0; i < places.size(); ++i)
    requests.push_back({places[i].first, places[i].second, &lines[i]});
  NumberLines(options, inventory, limits, mail, std::move(requests));
  return lines;
}

}  // namespace

TEST_CASE("places of small files stand on the lines that an editor shows") {
  const test::TempFolder folder;
  const std::string head = "From MAILER Mon Apr  1 10:00:00 2024\n";
  const std::string a = folder.Write("a.mbox", head + "A: b\n\nText\nEnd\n");
  const std::string b = folder.Write("b.mbox", head + "C: d\n\nText");
  CHECK(LinesOf({a, b},
                {{1, 43}, {0, 0}, {0, 36}, {0, 37}, {0, 38}, {0, 43}, {0, 52}, {0, 53}, {1, 0}},
                2) == std::vector<uint64_t>{4, 1, 1, 2, 2, 4, 6, 0, 1});
}

TEST_CASE("a file read in stretches by several workers has the same lines") {
  const test::TempFolder folder;
  constexpr uint64_t kStretch = uint64_t{16} << 20;
  std::string text = "From MAILER Mon Apr  1 10:00:00 2024\nA: b\n\n";
  uint32_t state = 3;
  while (text.size() < 2 * kStretch + 1000) {
    state = state * 1664525 + 1013904223;
    text.append(1 + (state >> 26), 'x').append("\n");
  }
  text.resize(2 * kStretch + 1000);
  const std::string path = folder.Write("large.mbox", text);
  std::vector<std::pair<uint32_t, uint64_t>> places;
  std::vector<uint64_t> expected;
  for (const uint64_t offset : {uint64_t{0}, uint64_t{77}, kStretch - 1, kStretch, kStretch + 1,
                                2 * kStretch, 2 * kStretch + 999, 2 * kStretch + 1000}) {
    places.emplace_back(0, offset);
    expected.push_back(1 + static_cast<uint64_t>(std::count(
                               text.begin(), text.begin() + static_cast<long>(offset), '\n')));
  }
  CHECK(LinesOf({path}, places, 1) == expected);
  CHECK(LinesOf({path}, places, 3) == expected);
  // Nothing is asked for in the first stretch.
  CHECK(LinesOf({path}, {places[5]}, 3) == std::vector<uint64_t>{expected[5]});
  CHECK(LinesOf({path}, {{0, text.size() + 1}}, 2) == std::vector<uint64_t>{0});
}

}  // namespace threadlint
