#include "config/keys.h"

namespace threadlint::config {
namespace {

// The defaults suit a desk that its user knows: he says what the role is, tells his desk's tokens
// from others by the pattern, and desks that mind the case of letters are few.
constexpr Key kSchemeKeys[] = {
    {"name", Kind::kText, true, ""},
    {"vendor", Kind::kText, false, ""},
    {"place", Kind::kText, true, ""},
    {"header", Kind::kText, false, ""},
    {"role", Kind::kText, true, ""},
    {"established", Kind::kFlag, false, "true"},
    {"folds", Kind::kFlag, false, "true"},
    {"ambiguous", Kind::kFlag, false, "false"},
    {"local", Kind::kFlag, false, "false"},
    {"space", Kind::kText, false, ""},  // the name
    {"pattern", Kind::kText, true, ""},
    {"decode", Kind::kText, false, ""},  // $1, or $0 if the pattern has no group
    {"example", Kind::kText, false, ""},
    {"key", Kind::kText, false, ""},
};

}  // namespace

std::span<const Key> SchemeKeys() { return kSchemeKeys; }

}  // namespace threadlint::config
