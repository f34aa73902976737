#include "cli/time_table.h"

#include <doctest/doctest.h>

namespace threadlint::cli {
namespace {

constexpr util::RunTime kBegun{100, 1}, kWatched{100.25, 1.25}, kDone{104, 8};

TEST_CASE("stages of one export: what is left of the run is the report") {
  TimeTable table(kBegun);
  Options options;
  options.jobs = 2;
  table.Watch(options, false, kWatched);
  options.stage({"read headers", 3, 20'000'000, 2, 4});
  options.stage({"build cases", 0, 0, 1, 1});
  CHECK(table.Describe(kDone, 83'000'000) ==
        "  stage                   messages        MB   seconds     CPU s      MB/s\n"
        "  start                          -         -     0.250     0.250         -\n"
        "  read headers                   3      20.0     2.000     4.000      10.0\n"
        "  build cases                    -         -     1.000     1.000         -\n"
        "  write the report               -         -     0.750     1.750         -\n"
        "  all                            -         -     4.000     7.000         -\n"
        "  2 workers, at most 83 MB of memory\n");
}

TEST_CASE("several exports at a time: seconds of a stage are a sum, and have no CPU time") {
  TimeTable table(kBegun);
  Options options;
  options.jobs = 1;
  table.Watch(options, true, kWatched);
  for (int i = 0; i < 3; ++i) options.stage({"read headers", 3, 2'000'000, 2, 4});
  CHECK(table.Describe(kDone, 0) ==
        "  stage                   messages        MB  sum of s     CPU s      MB/s\n"
        "  start                          -         -     0.250         -         -\n"
        "  read headers                   9       6.0     6.000         -       1.0\n"
        "  all                            -         -     4.000     7.000         -\n"
        "  1 worker, at most 0 MB of memory\n");
}

}  // namespace
}  // namespace threadlint::cli
