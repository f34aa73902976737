// threadlint.ignore: it is read, or refused with the line.
#include "fuzz/target.h"
#include "verdict/suppressions.h"

#include <stdexcept>

namespace threadlint::fuzz {
namespace {

void Run(std::string_view bytes) {
  try {
    for (const verdict::Suppression& entry : verdict::ParseSuppressions("a.ignore", bytes)) {
      Require(entry.fingerprint.empty() != entry.message_id.empty(), "an entry names one thing");
      Require(!entry.reason.empty(), "an entry has a reason");
    }
  } catch (const std::invalid_argument& error) {
    Require(std::string_view(error.what()).starts_with("a.ignore:"), "an error names its place");
  }
}

const Registration kHere{{"ignore", Run}};

}  // namespace
}  // namespace threadlint::fuzz
