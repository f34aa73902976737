// generate_mail [--bytes N[K|M|G]] [--seed N] [--maildir DIR] [FILE.mbox]: support mail, the same
// for the same seed on every machine. FILE "-" is standard output. A larger export begins as a
// smaller one does. What the bytes are is told on standard error.
#include "inbox.h"
#include "sink.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace threadlint::bench {
namespace {

struct Arguments {
  uint64_t bytes = 1'000'000'000;
  uint64_t seed = 1;
  std::string maildir, mbox;
};

uint64_t ReadNumber(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<size_t>(text.data() + text.size() - end));
  constexpr std::pair<std::string_view, uint64_t> kUnits[] = {
      {"", 1}, {"K", 1'000}, {"M", 1'000'000}, {"G", 1'000'000'000}};
  for (const auto& [name, times] : kUnits)
    if (error == std::errc() && unit == name) return number * times;
  throw std::runtime_error(fmt::format("{} is no number; 5M or 1G is one", text));
}

Arguments ReadArguments(int argc, char** argv) {
  Arguments out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--bytes" || name == "--seed" || name == "--maildir") {
      if (++i == argc) throw std::runtime_error(fmt::format("{} needs a value", name));
      if (name == "--bytes") out.bytes = ReadNumber(argv[i]);
      if (name == "--seed") out.seed = ReadNumber(argv[i]);
      if (name == "--maildir") out.maildir = argv[i];
    } else if (name.starts_with("--") || !out.mbox.empty()) {
      throw std::runtime_error(fmt::format("{}: not understood", name));
    } else {
      out.mbox = name;
    }
  }
  if (out.mbox.empty() && out.maildir.empty())
    throw std::runtime_error(
        "usage: generate_mail [--bytes N[K|M|G]] [--seed N] [--maildir DIR] [FILE.mbox]");
  return out;
}

void PrintShares(const Shares& s, uint64_t cases) {
  fmt::print(stderr, "{} messages of {} cases, {} bytes:\n", s.messages, cases, s.Bytes());
  const auto row = [&](std::string_view what, uint64_t bytes) {
    fmt::print(stderr, "  {:22}{:6.1f} %\n", what,
               100.0 * static_cast<double>(bytes) / static_cast<double>(s.Bytes()));
  };
  row("headers", s.header);
  row("text, own words", s.text);
  row("text, quotation", s.text_quoted);
  row("HTML, own words", s.html);
  row("HTML, quotation", s.html_quoted);
  row("attachments", s.attachment);
  row("pictures of signatures", s.logo);
}

void Generate(const Arguments& arguments) {
  std::optional<MboxFile> mbox;
  std::optional<Maildir> maildir;
  if (!arguments.mbox.empty()) mbox.emplace(arguments.mbox);
  if (!arguments.maildir.empty()) maildir.emplace(arguments.maildir);
  Inbox inbox(arguments.seed);
  Shares shares;
  while (shares.Bytes() < arguments.bytes) {
    const RawMail mail = inbox.Next();
    if (mail.lost) continue;
    shares.Add(mail.shares);
    if (mbox) mbox->Write(mail);
    if (maildir) maildir->Write(mail);
  }
  if (mbox) mbox->Close();
  PrintShares(shares, inbox.Cases());
}

}  // namespace
}  // namespace threadlint::bench

int main(int argc, char** argv) {
  try {
    threadlint::bench::Generate(threadlint::bench::ReadArguments(argc, argv));
  } catch (const std::exception& error) {
    fmt::print(stderr, "generate_mail: {}\n", error.what());
    return 1;
  }
  return 0;
}
