#pragma once

namespace threadlint::bench {

enum class Language { kEnglish, kGerman, kFrench, kSpanish, kCount };

}  // namespace threadlint::bench
