// Which cases a report shows.
#pragma once

#include <threadlint/lint.h>

#include <vector>

namespace threadlint {

// By options.all, with, since and until. `hidden` counts the cases left aside.
std::vector<uint32_t> SelectCases(const Options& options, const Export& mail, const CaseSet& set,
                                  uint64_t& hidden);

}  // namespace threadlint
