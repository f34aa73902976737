#include "sink.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace threadlint::bench {
namespace {

[[noreturn]] void Fail(const std::string& path) {
  throw std::runtime_error(path + ": " + std::strerror(errno));
}

// mboxrd: a line of the text that begins as a separator gets one more '>'.
void AppendQuotedLines(std::string_view text, std::string& out) {
  size_t copied = 0;
  for (size_t at = text.find("From "); at != std::string_view::npos;
       at = text.find("From ", at + 5)) {
    size_t begin = at;
    while (begin > 0 && text[begin - 1] == '>') --begin;
    if (begin != 0 && text[begin - 1] != '\n') continue;
    out += text.substr(copied, begin - copied);
    out += '>';
    copied = begin;
  }
  out += text.substr(copied);
}

void WriteAll(std::FILE* file, const std::string& bytes, const std::string& path) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) Fail(path);
}

}  // namespace

MboxFile::MboxFile(const std::string& path)
    : file_(path == "-" ? stdout : std::fopen(path.c_str(), "wb")), path_(path) {
  if (file_ == nullptr) Fail(path);
}

void MboxFile::Write(const RawMail& mail) {
  buffer_ = fmt::format("From {} {}\n", mail.envelope_sender, SeparatorDate(mail.time));
  AppendQuotedLines(mail.bytes, buffer_);
  if (!buffer_.ends_with('\n')) buffer_ += '\n';
  buffer_ += '\n';
  WriteAll(file_.get(), buffer_, path_);
}

void MboxFile::Close() {
  if (std::fflush(file_.get()) != 0) Fail(path_);
}

Maildir::Maildir(const std::string& path) : cur_(std::filesystem::path(path) / "cur") {
  for (const char* name : {"cur", "new", "tmp"})
    std::filesystem::create_directories(std::filesystem::path(path) / name);
}

void Maildir::Write(const RawMail& mail) {
  const std::string path = (cur_ / fmt::format("{:08}.bench:2,S", ++count_)).string();
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) Fail(path);
  WriteAll(file, mail.bytes, path);
  if (std::fclose(file) != 0) Fail(path);
}

}  // namespace threadlint::bench
