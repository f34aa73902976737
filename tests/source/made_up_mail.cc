#include "made_up_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace threadlint::source {
namespace {

class Random {
 public:
  explicit Random(uint32_t seed) : state_(seed * 2654435761U + 1) {}
  uint32_t Below(uint32_t n) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % n;
  }
  bool OneIn(uint32_t n) { return Below(n) == 0; }

 private:
  uint32_t state_;
};

constexpr const char* kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string Clock(size_t i) {
  return fmt::format("{:02}:{:02}:{:02}", i % 24, i * 7 % 60, i * 13 % 60);
}
std::string Ctime(size_t i) {
  return fmt::format("{} Jan {:2} {} 2003", kDays[i % 7], i % 28 + 1, Clock(i));
}

std::string Header(size_t i, uint32_t seed) {
  return fmt::format(
      "Return-Path: <buyer{0}@example.com>\nReceived: from a.example.net by b.example.org\n"
      "\tfor <desk@example.org>; Tue, 14 Jan 2003 12:00:00 +0000\n"
      "From: Buyer {0} <buyer{0}@example.com>\nTo: desk@example.org\n"
      "Subject: Parcel {1}-{0}\nDate: Tue, 14 Jan 2003 12:00:00 +0000\n"
      "Message-ID: <{0}.{1}@example.com>\n",
      i, seed);
}

std::string Body(Random& random, size_t i, const MailTraits& traits) {
  std::string body = "Good day,\n";
  for (uint32_t part = 1 + random.Below(5); part > 0; --part) {
    switch (random.Below(7)) {
      case 0:
        if (traits.prose) body += "\nFrom what I see, the parcel was never sent.\n";
        break;
      case 1:
        if (traits.prose) body += "I heard two things.\nFrom Monday on: nothing. From: you\n";
        break;
      case 2:
        if (traits.quoted) body += ">From my side all is done.\n\n>>From here too.\n";
        break;
      case 3:
        if (traits.patches) {
          body += fmt::format(
              "\nFrom {:040x} Mon Sep 17 00:00:00 2001\nFrom: A Coder <coder@example.net>\n"
              "Date: Tue, 14 Jan 2003 12:00:00 +0000\nSubject: [PATCH] Mend it\n\n---\n-- \n2.30\n",
              i);
        }
        break;
      case 4:
        if (traits.forwards && random.OneIn(4)) {
          body += "\nSee what I got:\n\nFrom x Sat Feb  1 08:00:00 2003 PST\n" + Header(i, 77) +
                  "\nWe are sorry.\n";
        }
        break;
      case 5:
        body += std::string(40 + random.Below(60), 'x') + "\n";
        break;
      default:
        body += "\nYours\n";
    }
  }
  if (random.OneIn(3)) body += "\n";
  if (random.OneIn(9)) body += "\n\n";
  return body;
}

// ^From becomes >From; with `all`, a '>' goes before ^>*From too.
std::string Quote(const std::string& mail, bool all) {
  std::string out;
  for (size_t at = 0; at < mail.size();) {
    const size_t end = std::min(mail.size(), mail.find('\n', at) + 1);
    const std::string_view line(mail.data() + at, end - at);
    const size_t marks = all ? std::min(line.find_first_not_of('>'), line.size()) : 0;
    if (line.substr(marks).starts_with("From ")) out += '>';
    out += line;
    at = end;
  }
  return out;
}
std::string Mboxo(const std::string& mail) { return Quote(mail, false); }
std::string Mboxrd(const std::string& mail) { return Quote(mail, true); }
std::string Plain(const std::string& mail) { return mail; }

std::string Crlf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

using Separator = std::string (*)(size_t);
using Quoter = std::string (*)(const std::string&);

Mailbox Write(std::vector<std::string> mails, Separator separator, Quoter quote,
              std::string_view blank = "\n") {
  Mailbox box;
  for (size_t i = 0; i < mails.size(); ++i) {
    box.bytes += separator(i) + quote(mails[i]);
    box.bytes += blank;
  }
  box.mails = std::move(mails);
  return box;
}

std::string Plainest(size_t i) { return fmt::format("From buyer{}@example.com {}\n", i, Ctime(i)); }

Mailbox WithLength(std::vector<std::string> mails, Quoter quote, int error) {
  Mailbox box;
  for (size_t i = 0; i < mails.size(); ++i) {
    const size_t end = mails[i].find("\n\n") + 1;
    const std::string body = mails[i].substr(end + 1);
    const std::string quoted = quote(body);
    const auto stated = static_cast<int>(quoted.size()) + error * static_cast<int>(1 + i * 37 % 90);
    const std::string header =
        fmt::format("{}Content-Length: {}\n\n", mails[i].substr(0, end), std::max(0, stated));
    box.bytes += Plainest(i) + header + quoted + "\n";
    box.mails.push_back(header + body);
  }
  return box;
}

std::vector<std::string> WithFields(std::vector<std::string> mails, const std::string& fields) {
  for (std::string& mail : mails) mail = fields + mail;
  return mails;
}

Mailbox Lossy(Mailbox box) {
  box.lossless = false;
  return box;
}

Mailbox AllCrlf(Mailbox box) {
  box.bytes = Crlf(box.bytes);
  for (std::string& mail : box.mails) mail = Crlf(mail);
  return box;
}

// Cuts so that `left` bytes of the last mail stay.
Mailbox CutLast(Mailbox box, size_t left) {
  const size_t start =
      box.bytes.find(box.mails.back().substr(0, 20), box.bytes.rfind("\nFrom buyer"));
  box.bytes.resize(start + left);
  box.mails.back().clear();
  box.truncated = true;
  return box;
}

using Mails = std::vector<std::string>;

const Dialect kDialects[] = {
    {"mboxo", [](Mails m) { return Lossy(Write(std::move(m), Plainest, Mboxo)); }},
    {"mboxrd", [](Mails m) { return Write(std::move(m), Plainest, Mboxrd); }},
    {"mboxcl", [](Mails m) { return Lossy(WithLength(std::move(m), Mboxo, 0)); }},
    {"mboxcl2", [](Mails m) { return WithLength(std::move(m), Plain, 0); }},
    {"unquoted", [](Mails m) { return Write(std::move(m), Plainest, Plain); }},
    {"crlf", [](Mails m) { return AllCrlf(Write(std::move(m), Plainest, Mboxrd)); }},
    {"bom",
     [](Mails m) {
       Mailbox box = Write(std::move(m), Plainest, Mboxrd);
       box.bytes.insert(0, "\xEF\xBB\xBF");
       return box;
     }},
    {"no-blank-line", [](Mails m) { return Write(std::move(m), Plainest, Mboxrd, ""); }},
    {"bare-blank",
     [](Mails m) {
       return Write(
           std::move(m), [](size_t) -> std::string { return "From \n"; }, Mboxrd);
     }},
    {"bare",
     [](Mails m) {
       return Write(
           std::move(m), [](size_t) -> std::string { return "From\n"; }, Mboxrd);
     }},
    {"wrong-content-length", [](Mails m) { return WithLength(std::move(m), Mboxrd, 1); }},
    {"too-short-content-length", [](Mails m) { return WithLength(std::move(m), Mboxrd, -1); }},
    {"uucp",
     [](Mails m) {
       const Separator line = [](size_t i) {
         return fmt::format("From user{} {} remote from host{}\n", i % 7, Ctime(i), i % 3);
       };
       return Write(std::move(m), line, Plain);
     }},
    {"pipermail",
     [](Mails m) {
       const Separator line = [](size_t i) {
         return fmt::format("From buyer{} at example.com  {}\n", i, Ctime(i));
       };
       return Lossy(Write(std::move(m), line, Mboxo));
     }},
    {"public-inbox",
     [](Mails m) {
       const Separator line = [](size_t) -> std::string {
         return "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
       };
       return Write(std::move(m), line, Mboxrd);
     }},
    {"takeout",
     [](Mails m) {
       for (std::string& mail : m) mail = Crlf("X-GM-THRID: 17\nX-Gmail-Labels: Inbox\n" + mail);
       const Separator line = [](size_t i) {
         return fmt::format("From {}@xxx {} Jan {:2} {} +0000 2019\r\n", 1500000000000000000U + i,
                            kDays[i % 7], i % 28 + 1, Clock(i));
       };
       return Write(std::move(m), line, Mboxrd, "\r\n");
     }},
    {"thunderbird",
     [](Mails m) {
       const Separator line = [](size_t i) { return "From - " + Ctime(i) + "\n"; };
       return Write(WithFields(std::move(m), "X-Mozilla-Status: 0001\n"), line, Mboxrd);
     }},
    {"zone-numeric-before",
     [](Mails m) {
       const Separator line = [](size_t i) {
         return fmt::format("From a@example.com Tue Jan 14 {} -0{}00 2003\n", Clock(i), i % 9);
       };
       return Write(std::move(m), line, Plain);
     }},
    {"zone-numeric-after",
     [](Mails m) {
       const Separator line = [](size_t i) {
         return "From a@example.com " + Ctime(i) + " +0100\n";
       };
       return Write(std::move(m), line, Mboxrd);
     }},
    {"zone-named-before",
     [](Mails m) {
       const Separator line = [](size_t i) {
         return fmt::format("From a@example.com Tue Jan 14 {} {} 2003\n", Clock(i),
                            i % 2 == 0 ? "EST" : "CEST");
       };
       return Write(std::move(m), line, Mboxrd);
     }},
    {"zone-named-after",
     [](Mails m) {
       const Separator line = [](size_t i) { return "From a@example.com " + Ctime(i) + " GMT\n"; };
       return Write(std::move(m), line, Plain);
     }},
    {"cut-in-body",
     [](Mails m) {
       m.back() += "Last words.\n";
       const size_t size = m.back().size();
       return CutLast(Write(std::move(m), Plainest, Mboxrd), size - 4);
     }},
    {"cut-in-header", [](Mails m) { return CutLast(Write(std::move(m), Plainest, Mboxrd), 17); }},
    {"cut-behind-separator",
     [](Mails m) { return CutLast(Write(std::move(m), Plainest, Mboxrd), 0); }},
    {"mmdf",
     [](Mails m) {
       Mailbox box;
       for (const std::string& mail : m) box.bytes += "\1\1\1\1\n" + mail + "\1\1\1\1\n";
       box.mails = std::move(m);
       box.format = Format::kMmdf;
       return box;
     }},
    {"mmdf-from-lines",
     [](Mails m) {
       Mailbox box;
       for (size_t i = 0; i < m.size(); ++i) {
         box.bytes += "\1\1\1\1\n" + Plainest(i) + m[i] + "\n\1\1\1\1\n";
       }
       box.mails = std::move(m);
       box.format = Format::kMmdf;
       return box;
     }},
};

}  // namespace

std::vector<std::string> MakeMails(size_t count, uint32_t seed, const MailTraits& traits) {
  Random random(seed);
  std::vector<std::string> mails;
  mails.reserve(count);
  for (size_t i = 0; i < count; ++i)
    mails.push_back(Header(i, seed) + "\n" + Body(random, i, traits));
  return mails;
}

std::span<const Dialect> Dialects() { return kDialects; }

ReadResult MemoryStream::ReadAt(uint64_t offset, std::span<char> out) {
  if (offset >= bytes_.size()) return {};
  const size_t at = static_cast<size_t>(offset);
  const size_t count = std::min(out.size(), bytes_.size() - at);
  std::memcpy(out.data(), bytes_.data() + at, count);
  return {count, {}};
}

Framing Frame(ByteStream& stream, Format format, uint64_t length) {
  std::vector<StretchScan> scans;
  for (const Stretch& stretch : SplitIntoStretches(stream, format, length)) {
    scans.push_back(ScanStretch(stream, format, stretch, {}));
  }
  return JoinStretches(scans, format);
}

}  // namespace threadlint::source
