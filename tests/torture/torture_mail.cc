// torture_mail NAME: writes a mailbox that tries one limit to standard output; without a name, the
// names. Most begin with three ordinary mails of one case, and what follows is a mail of it too, so
// that its body is read.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void Put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) std::exit(1);
}

void PutTimes(std::string_view text, size_t times) {
  for (size_t i = 0; i < times; ++i) Put(text);
}

std::string N(size_t number) { return std::to_string(number); }

constexpr std::string_view kCase =
    "From x@y Fri Jul  8 12:08:30 2011\n"
    "From: Ann <ann@box.example>\nTo: help@larkspur.example\nSubject: my lamp\n"
    "Date: Mon, 2 Jun 2025 10:00:00 +0000\nMessage-ID: <a@box.example>\n\n"
    "Where is my lamp? Order LK-204-7719036.\n\n"
    "From x@y Fri Jul  8 12:08:31 2011\n"
    "From: Larkspur <help+AB12CD34@larkspur.example>\nTo: Ann <ann@box.example>\n"
    "Subject: Re: my lamp\nDate: Mon, 2 Jun 2025 11:00:00 +0000\n"
    "Message-ID: <b@larkspur.example>\nIn-Reply-To: <a@box.example>\n\n"
    "Please send us a photo.\n\n"
    "From x@y Fri Jul  8 12:08:32 2011\n"
    "From: Ann <ann@box.example>\nTo: Larkspur <help+AB12CD34@larkspur.example>\n"
    "Subject: Re: my lamp\nDate: Mon, 2 Jun 2025 12:00:00 +0000\n"
    "Message-ID: <c@box.example>\nIn-Reply-To: <b@larkspur.example>\n\n"
    "Here it is.\n\n";

constexpr std::string_view kSeparator = "From x@y Fri Jul  8 12:08:33 2011\n";

void PutHeader(size_t number) {
  Put(kSeparator);
  Put("From: Larkspur <help+AB12CD34@larkspur.example>\nTo: Ann <ann@box.example>\n"
      "Subject: Re: my lamp\nDate: Tue, 3 Jun 2025 10:00:00 +0000\nMessage-ID: <");
  Put(N(number) + "@larkspur.example>\n");
}

void PutMail(size_t number, std::string_view fields, std::string_view body) {
  PutHeader(number);
  Put(fields);
  Put("\n");
  Put(body);
  Put("\n");
}

void PutHtml(std::string_view piece, size_t times, std::string_view end = "text\n") {
  PutHeader(1);
  Put("Content-Type: text/html\n\n");
  PutTimes(piece, times);
  Put(end);
  Put("\n");
}

void Multiparts() {
  PutHeader(1);
  for (size_t i = 0; i < 100'000; ++i) {
    const std::string boundary = "b" + N(i);
    Put("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n");
  }
  Put("\ntext\n\n");
}

void AttachedMails() {
  PutHeader(1);
  PutTimes("Content-Type: message/rfc822\n\n", 100'000);
  Put("Subject: in\n\ntext\n\n");
}

void Parts() {
  PutHeader(1);
  Put("Content-Type: multipart/mixed; boundary=b\n\n");
  PutTimes("--b\n\nWe will send it by Friday.\n", 100'000);
  Put("--b--\n\n");
}

void Fields() {
  PutHeader(1);
  for (size_t i = 0; i < 1'000'000; ++i) Put("X-" + N(i) + ": y\n");
  Put("\ntext\n\n");
}

void LongLine() {
  PutHeader(1);
  Put("\n");
  PutTimes(std::string(size_t{1} << 20, 'a'), 1024);
  Put("\n\n");
}

void LongHeaderLine() {
  PutHeader(1);
  Put("X: ");
  PutTimes(std::string(size_t{1} << 20, 'a'), 64);
  Put("\n\ntext\n\n");
}

void References() {
  for (size_t i = 0; i < 10'000; ++i) {
    PutHeader(i);
    Put("References:");
    for (size_t k = 0; k < 1000; ++k) Put(" <" + N(i * 1000 + k) + "@r.example>\n");
    Put("\ntext\n\n");
  }
}

void LongIds() {
  const std::string id(size_t{1} << 20, 'x');
  for (size_t i = 0; i < 20; ++i) {
    PutHeader(i);
    Put("In-Reply-To: <");
    Put(id);
    Put(N(i) + "@e.example>\n\ntext\n\n");
  }
}

void Nuls() {
  const std::string nuls(1000, '\0');
  for (size_t i = 0; i < 1000; ++i)
    PutMail(i, std::string("X: a\0b\n", 7), nuls + "\nWe will refund you 5 EUR.\n");
}

void Prefixes() {
  PutHeader(1);
  for (size_t i = 1; i <= 60; ++i) {
    const std::string boundary(i, 'a');
    Put("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n");
  }
  Put("\ntext\n");
  for (size_t i = 0; i < 100'000; ++i) Put("--" + std::string(i % 70, 'a') + "\n");
  Put("\n");
}

void Base64Rubbish() {
  std::string rubbish;
  for (size_t i = 0; i < size_t{1} << 20; ++i) rubbish += static_cast<char>(i * 7919 >> 3 & 0xFF);
  PutHeader(1);
  Put("Content-Transfer-Encoding: base64\n\n");
  PutTimes(rubbish, 30);
  Put("\n\n");
}

void LongHtml() { PutHtml("<p>hello <b>world</b> &amp;</p>\n", 3'200'000); }
void DeepHtml() { PutHtml("<div>", 1'000'000); }
void DeepQuotation() { PutHtml("<blockquote>", 1'000'000); }
void OpenTags() { PutHtml("<", 10'000'000); }
void OpenComments() { PutHtml("<!--", 3'000'000); }
void Entities() { PutHtml("&", 10'000'000); }

void Attributes() {
  std::string tag = "<p ";
  for (size_t i = 0; i < 100'000; ++i) tag += "a" + N(i) + "='x' ";
  PutHtml(tag + ">", 1);
}

void SameId() {
  for (size_t i = 0; i < 100'000; ++i) {
    Put(kSeparator);
    Put("From: Ann <ann@box.example>\nTo: Larkspur <help+AB12CD34@larkspur.example>\n"
        "Subject: Re: my lamp\nDate: Tue, 3 Jun 2025 10:00:00 +0000\n"
        "Message-ID: <same@box.example>\n\ntext " +
        N(i) + "\n\n");
  }
}

void ReplyLoop() {
  constexpr size_t kMails = 200'000;
  for (size_t i = 0; i < kMails; ++i)
    PutMail(i, "In-Reply-To: <" + N((i + 1) % kMails) + "@larkspur.example>\n", "text\n");
}

void EmptyMails() {
  PutTimes("From MAILER-DAEMON Fri Jul  8 12:08:34 2011\nSubject:\n\n\n", 10'000'000);
}

void QuotationMarks() {
  PutHeader(1);
  Put("\n");
  for (size_t i = 0; i < 20'000; ++i) Put(std::string(i % 3000, '>') + " x\n");
  Put("\n");
}

void Sentences() {
  PutHeader(1);
  Put("\n");
  for (size_t i = 0; i < 200'000; ++i) Put("We will refund you " + N(i) + " EUR within 5 days. ");
  Put("\n\n");
}

void Asks() {
  for (size_t i = 0; i < 20'000; ++i) {
    Put(kSeparator);
    const bool desk = i % 2 == 0;
    Put(desk ? "From: Larkspur <help+AB12CD34@larkspur.example>\nTo: Ann <ann@box.example>\n"
             : "From: Ann <ann@box.example>\nTo: Larkspur <help+AB12CD34@larkspur.example>\n");
    Put("Subject: Re: my lamp\nDate: Tue, 3 Jun 2025 10:00:00 +0000\nMessage-ID: <" + N(i) +
        "@larkspur.example>\nIn-Reply-To: <" + N(i - 1) + "@larkspur.example>\n\n" +
        (desk ? "Could you please send us the invoice? We will refund you " + N(i) + " EUR.\n"
              : "Here is the invoice " + N(i) + ". When do I get my money?\n") +
        "\n");
  }
}

void Recipients() {
  PutHeader(1);
  Put("Cc: x@example.org");
  for (size_t i = 0; i < 300'000; ++i) Put(", a" + N(i) + "@example.org");
  Put("\n\ntext\n\n");
}

void EncodedWords() {
  PutHeader(1);
  Put("Cc: ");
  PutTimes("=?utf-8?Q?", 20'000);
  Put("\n\ntext\n\n");
}

void Comments() {
  PutHeader(1);
  Put("Cc: ");
  PutTimes("(", 200'000);
  Put("\n\ntext\n\n");
}

struct Torture {
  std::string_view name;
  void (*write)();
  bool in_case = true;
};

constexpr Torture kTortures[] = {
    {"multiparts", Multiparts},
    {"attached-mails", AttachedMails},
    {"parts", Parts},
    {"fields", Fields},
    {"long-line", LongLine},
    {"long-header-line", LongHeaderLine},
    {"references", References},
    {"long-ids", LongIds},
    {"nuls", Nuls},
    {"prefixes", Prefixes},
    {"base64-rubbish", Base64Rubbish},
    {"long-html", LongHtml},
    {"deep-html", DeepHtml},
    {"deep-quotation", DeepQuotation},
    {"open-tags", OpenTags},
    {"open-comments", OpenComments},
    {"entities", Entities},
    {"attributes", Attributes},
    {"same-id", SameId},
    {"reply-loop", ReplyLoop},
    {"empty-mails", EmptyMails, false},
    {"quotation-marks", QuotationMarks},
    {"sentences", Sentences},
    {"asks", Asks},
    {"recipients", Recipients},
    {"encoded-words", EncodedWords},
    {"comments", Comments},
};

}  // namespace

int main(int argc, char** argv) {
  for (const Torture& torture : kTortures) {
    if (argc == 1) std::printf("%s\n", std::string(torture.name).c_str());
    if (argc != 2 || torture.name != argv[1]) continue;
    if (torture.in_case) Put(kCase);
    torture.write();
    return std::fflush(stdout) == 0 ? 0 : 1;
  }
  return argc == 1 ? 0 : 2;
}
