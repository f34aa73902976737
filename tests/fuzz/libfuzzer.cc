// The way in for libFuzzer: the program has one target.
#include "fuzz/target.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  threadlint::fuzz::Targets().front().run({reinterpret_cast<const char*>(data), size});
  return 0;
}
