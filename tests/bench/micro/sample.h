// The mail that the micro-benchmarks run on, taken apart once: each stage is timed on what the
// stage before it makes.
#pragma once

#include "facts/folded.h"
#include "source/framing.h"
#include "source/inventory.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::bench {

struct Sample {
  std::string path;                // of the mailbox
  std::vector<std::string> mails;  // raw, quoting of the mailbox undone
  std::vector<std::string_view> headers;
  std::vector<std::string> addresses;  // of all address fields
  std::vector<std::string> html;       // main parts, decoded
  std::vector<std::string> texts;      // main texts
  std::vector<std::string> sentences;  // that the writers say
  std::vector<facts::Folded> folded;   // the same
};

// Of the mailbox that $THREADLINT_BENCH_MAIL names, or else of the demonstration. Ends the program
// with a message if it holds no mail.
const Sample& TheSample();

// The files of the mailbox, members of archives each for itself; those of no known form left out.
void ForMembers(const std::string& path, const std::function<void(source::Member&)>& work);
// Its separators, as they are found in one go.
source::StretchScan ScanOf(source::Member& member);

template <typename Strings>
int64_t Bytes(const Strings& strings) {
  size_t sum = 0;
  for (const auto& s : strings) sum += s.size();
  return static_cast<int64_t>(sum);
}

}  // namespace threadlint::bench
