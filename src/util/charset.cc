#include "util/charset.h"

#include "util/charset_table.h"
#include "util/utf8.h"

#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <unicode/ucnv.h>

namespace threadlint::util {
namespace {

// Windows-1252, 0x80..0x9F. The five bytes it leaves open give U+FFFD.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// So many multi-byte characters that are all valid UTF-8 are no accident in any other charset.
constexpr size_t kSureUtf8Characters = 8;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Opening a converter costs far more than converting a subject, and one may serve only one thread.
UConverter* ConverterOf(const Charset& charset) {
  thread_local std::array<std::unique_ptr<UConverter, CloseConverter>, kCharsetCount> cache;
  auto& slot = cache[static_cast<size_t>(CharsetIndex(charset))];
  if (slot == nullptr) {
    UErrorCode error = U_ZERO_ERROR;
    slot.reset(ucnv_open(charset.converter, &error));
    if (U_FAILURE(error)) slot.reset();
  }
  if (slot != nullptr) ucnv_resetToUnicode(slot.get());
  return slot.get();
}

std::string FromWindows1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (char c : bytes) {
    auto b = static_cast<unsigned char>(c);
    AppendUtf8(b >= 0x80 && b < 0xA0 ? kWindows1252[b - 0x80U] : b, out);
  }
  return out;
}

// UTF-16 that comes in pieces, appended as UTF-8; a surrogate pair may lie across two pieces.
class Utf16Sink {
 public:
  explicit Utf16Sink(std::string& out) : out_(out) {}
  ~Utf16Sink() {
    if (high_ != 0) AppendUtf8(high_, out_);
  }
  Utf16Sink(const Utf16Sink&) = delete;
  Utf16Sink& operator=(const Utf16Sink&) = delete;

  void Append(const UChar* begin, const UChar* end) {
    for (; begin != end; ++begin) {
      char32_t c = *begin;
      if (high_ != 0 && U16_IS_TRAIL(c)) {
        AppendUtf8(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high_, c)), out_);
        high_ = 0;
        continue;
      }
      if (high_ != 0) AppendUtf8(high_, out_);
      high_ = 0;
      if (U16_IS_LEAD(c)) {
        high_ = c;
      } else {
        AppendUtf8(c, out_);
      }
    }
  }

 private:
  std::string& out_;
  char32_t high_ = 0;
};

// ISO-2022: a shift to ASCII with nothing in it, as neighbouring encoded words give it. ICU takes
// it for an attack and puts U+FFFD there.
std::string WithoutEmptySegments(std::string_view bytes) {
  constexpr std::string_view kToAscii = "\x1B(B";
  std::string out;
  out.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes.substr(i).starts_with(kToAscii) && i + 3 < bytes.size() && bytes[i + 3] == '\x1B') {
      i += 2;
    } else {
      out.push_back(bytes[i]);
    }
  }
  return out;
}

// False if ICU does not know the converter.
bool FromIcu(std::string_view bytes, const Charset& charset, std::string& out) {
  UConverter* converter = ConverterOf(charset);
  if (converter == nullptr) return false;
  std::string joined;
  if (charset.kind == CharsetKind::kStateful &&
      bytes.find("\x1B(B\x1B") != std::string_view::npos) {
    joined = WithoutEmptySegments(bytes);
    bytes = joined;
  }
  out.clear();
  out.reserve(bytes.size() + bytes.size() / 2);
  Utf16Sink sink(out);
  std::array<UChar, 2048> buffer;
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(converter, &target, target + buffer.size(), &source, source_end, nullptr, 1,
                   &error);
    sink.Append(buffer.data(), target);
  }
  return true;
}

size_t CountMultiByte(std::string_view utf8) {
  return static_cast<size_t>(
      std::ranges::count_if(utf8, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

bool HasReplacement(std::string_view utf8) {
  return utf8.find(kReplacement) != std::string_view::npos;
}

bool HasValidSequence(std::string_view bytes) {
  for (size_t pos = 0; pos < bytes.size();) {
    size_t begin = pos;
    char32_t c = DecodeUtf8(bytes, pos);
    bool damage = c == 0xFFFD && bytes.substr(begin, pos - begin) != kReplacement;
    if (c >= 0x80 && !damage) return true;
  }
  return false;
}

void DropByteOrderMark(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
}

// No usable label: UTF-8 with damage if some of it is UTF-8, else Windows-1252.
void Guess(std::string_view bytes, Utf8Result& result) {
  result.text = HasValidSequence(bytes) ? MakeValidUtf8(bytes) : FromWindows1252(bytes);
  result.invalid_bytes = HasReplacement(result.text);
}

void Convert(std::string_view bytes, const Charset* charset, Utf8Result& result) {
  if (charset == nullptr || charset->kind == CharsetKind::kAscii) return Guess(bytes, result);
  if (charset->kind == CharsetKind::kWindows1252) {
    result.text = FromWindows1252(bytes);
  } else if (charset->kind == CharsetKind::kUtf8) {
    result.text = MakeValidUtf8(bytes);
  } else if (!FromIcu(bytes, *charset, result.text)) {
    result.unknown_label = true;
    return Guess(bytes, result);
  }
  result.invalid_bytes = HasReplacement(result.text);
}

}  // namespace

Utf8Result ToUtf8(std::string_view bytes, std::string_view label) {
  Utf8Result result;
  const Charset* charset = FindCharset(label);
  result.unknown_label = charset == nullptr;
  CharsetKind kind = charset == nullptr ? CharsetKind::kAscii : charset->kind;
  if (kind == CharsetKind::kStateful) {
    bool eight_bit_utf8 = !IsAscii(bytes) && IsValidUtf8(bytes);
    Convert(bytes, charset, result);
    // These charsets are 7-bit or full of NULs: valid 8-bit UTF-8 under such a label is UTF-8.
    if (eight_bit_utf8 && result.invalid_bytes) {
      result.text.assign(bytes);
      result.invalid_bytes = false;
    }
  } else if (!IsValidUtf8(bytes)) {
    Convert(bytes, charset, result);
  } else if (kind == CharsetKind::kMultiByte && !IsAscii(bytes) &&
             CountMultiByte(bytes) < kSureUtf8Characters) {
    // Two or three characters of GBK or Shift_JIS can be valid UTF-8 by chance.
    Convert(bytes, charset, result);
    if (result.invalid_bytes) {
      result.text.assign(bytes);
      result.invalid_bytes = false;
    }
  } else {
    result.text.assign(bytes);
  }
  DropByteOrderMark(result.text);
  return result;
}

}  // namespace threadlint::util
