#include "fuzz/framed.h"

#include "fuzz/target.h"

namespace threadlint::fuzz {

source::Framing Frame(std::string_view bytes, source::Format format, uint64_t length) {
  MemoryStream stream(bytes);
  std::vector<source::StretchScan> scans;
  for (const source::Stretch stretch : source::SplitIntoStretches(stream, format, length)) {
    uint64_t last = stretch.begin;
    scans.push_back(source::ScanStretch(
        stream, format, stretch,
        [&](const source::Candidate& candidate, std::string_view, std::string_view header) {
          Require(candidate.separator >= last, "candidates come in order");
          last = candidate.separator;
          Require(
              header.size() == std::min<size_t>(candidate.header_length, source::kMaxHeaderBlock),
              "a candidate's header is as long as it says");
        }));
  }
  return source::JoinStretches(scans, format);
}

std::vector<std::string> MailsOf(std::string_view bytes, const source::Framing& framing) {
  MemoryStream stream(bytes);
  std::vector<std::string> out;
  std::string memory;
  uint64_t end = 0;
  for (const source::RawMail& mail : framing.mails) {
    Require(mail.offset >= end && mail.offset <= bytes.size() &&
                mail.length <= bytes.size() - mail.offset,
            "mails stand in the file, one behind the other");
    Require(mail.header_length <= mail.length, "a header is part of its mail");
    end = mail.offset + mail.length;
    std::string_view bytes_of_mail;
    const std::string error =
        source::ReadMail(stream, mail.offset, mail.length, framing.quoting, memory, bytes_of_mail);
    Require(error.empty(), "what was framed can be read");
    out.emplace_back(bytes_of_mail);
  }
  return out;
}

}  // namespace threadlint::fuzz
