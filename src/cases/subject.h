// Subjects as people see them: without the marks that mail programs put before them.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::cases {

// Without reply and forward prefixes of many languages ("Re:", "AW:", "SV[2]:", "Fwd:"), list tags
// at the start, and white space differences; ASCII case folded. Applied twice it changes nothing.
std::string NormaliseSubject(std::string_view subject);

}  // namespace threadlint::cases
