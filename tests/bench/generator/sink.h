#pragma once

#include "conversation.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace threadlint::bench {

// Where the mails go. Both throw std::runtime_error if they cannot be written.
class MboxFile {
 public:
  explicit MboxFile(const std::string& path);  // "-" for standard output
  void Write(const RawMail& mail);
  void Close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Closer> file_;
  std::string path_, buffer_;
};

class Maildir {
 public:
  explicit Maildir(const std::string& path);
  void Write(const RawMail& mail);

 private:
  std::filesystem::path cur_;
  uint64_t count_ = 0;
};

}  // namespace threadlint::bench
