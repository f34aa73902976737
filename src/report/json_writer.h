// JSON (RFC 8259) written as it comes, two blanks a level.
#pragma once

#include "report/report.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// Commas, line ends and indentation are its business; that keys and values alternate is the
// caller's. Strings are made valid UTF-8; every control character and what else hides is escaped.
class JsonWriter {
 public:
  explicit JsonWriter(Output& output) : output_(output) {}
  ~JsonWriter() { Flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  // `flat` writes the whole value on one line.
  void BeginObject(bool flat = false) { Begin('{', flat); }
  void EndObject() { End('}'); }
  void BeginArray(bool flat = false) { Begin('[', flat); }
  void EndArray() { End(']'); }
  void Key(std::string_view key);

  void String(std::string_view value);
  void Number(uint64_t value);
  void Number(int64_t value);
  void Decimal(double value);  // two digits behind the point
  void Bool(bool value);
  void Null();

  // A member of the current object.
  void Member(std::string_view key, std::string_view value) { Key(key), String(value); }
  void Member(std::string_view key, uint64_t value) { Key(key), Number(value); }
  void Member(std::string_view key, bool value) { Key(key), Bool(value); }
  void Member(std::string_view key, const char* value) { Member(key, std::string_view(value)); }

  void Flush();

 private:
  struct Level {
    bool flat = false;
    bool empty = true;
  };
  void Begin(char bracket, bool flat);
  void End(char bracket);
  void Separate();
  void NewLine();
  void Quote(std::string_view value);
  void Escape(char32_t c);

  Output& output_;
  std::string buffer_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace threadlint::report
