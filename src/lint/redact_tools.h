// What redaction needs to know of texts.
#pragma once

#include "verdict/redaction.h"

namespace threadlint {

verdict::TextTools RedactTools();

}  // namespace threadlint
