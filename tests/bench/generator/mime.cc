#include "mime.h"

#include "codes.h"
#include "transfer.h"
#include "util/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::bench {
namespace {

void AppendEncoded(std::string_view text, Transfer transfer, std::string& out) {
  switch (transfer) {
    case Transfer::kQuoted:
      return AppendQuotedPrintable(text, out);
    case Transfer::kBase64:
      return AppendBase64(text, out);
    default:
      out += text;
  }
}

std::string_view Name(Transfer transfer) {
  constexpr std::string_view kNames[] = {"7bit", "8bit", "quoted-printable", "base64"};
  return kNames[static_cast<size_t>(transfer)];
}

// Divides what was appended between own words and quotation, as they divide the text before it
// was encoded.
void Divide(size_t appended, size_t own, size_t all, uint64_t& own_share, uint64_t& quoted_share) {
  const uint64_t part = appended * own / all;
  own_share += part;
  quoted_share += appended - part;
}

void AppendText(const Body& body, const Client& client, Parts parts, Prng& prng, std::string& out,
                Shares& shares) {
  const Transfer transfer = ChooseTransfer(client, parts, body.plain, prng);
  // Old programs write what they can in the code page of Windows.
  const bool windows = parts == Parts::kPlain && !util::IsAscii(body.plain) && prng.Chance(300);
  out += fmt::format("Content-Type: text/plain; charset=\"{}\"\nContent-Transfer-Encoding: {}\n\n",
                     windows ? "windows-1252" : "utf-8", Name(transfer));
  const size_t begin = out.size();
  AppendEncoded(windows ? ToWindows1252(body.plain) : body.plain, transfer, out);
  Divide(out.size() - begin, body.plain_own, body.plain.size(), shares.text, shares.text_quoted);
}

void AppendHtml(const Body& body, const Client& client, Prng& prng, std::string& out,
                Shares& shares) {
  const std::string page = HtmlPage(client.style, body.html);
  const Transfer transfer = ChooseTransfer(client, Parts::kAlternative, page, prng);
  out +=
      fmt::format("Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: {}\n\n",
                  Name(transfer));
  const size_t begin = out.size();
  AppendEncoded(page, transfer, out);
  const size_t quoted = body.html.size() - body.html_own;
  Divide(out.size() - begin, page.size() - quoted, page.size(), shares.html, shares.html_quoted);
}

std::string Boundary(Prng& prng, std::string_view level) {
  return fmt::format("----=_{}_{}", level, Code(prng, kLetters, 24));
}

void AppendWords(const Body& body, const Client& client, Parts parts, Prng& prng, std::string& out,
                 Shares& shares) {
  if (parts == Parts::kPlain) return AppendText(body, client, parts, prng, out, shares);
  if (parts == Parts::kHtml) return AppendHtml(body, client, prng, out, shares);
  const std::string boundary = Boundary(prng, "Alt");
  out += fmt::format("Content-Type: multipart/alternative; boundary=\"{0}\"\n\n--{0}\n", boundary);
  AppendText(body, client, parts, prng, out, shares);
  out += fmt::format("\n--{}\n", boundary);
  AppendHtml(body, client, prng, out, shares);
  out += fmt::format("\n--{}--\n", boundary);
}

void AppendNoiseLines(Prng& prng, size_t bytes, std::string& out) {
  for (; bytes > 76; bytes -= 76) {
    AppendNoise(prng, 76, out);
    out += '\n';
  }
}

// 30 to 400 KB; small ones are many.
size_t AttachmentBytes(Prng& prng) {
  const auto any = [&prng] { return size_t{30000} + prng.Below(370000); };
  return std::min({any(), any(), any()});
}

void AppendFile(std::string_view type, std::string_view name, std::string_view begins, Prng& prng,
                std::string& out, Shares& shares) {
  const size_t begin = out.size();
  out += fmt::format(
      "Content-Type: {0}; name=\"{1}\"\nContent-Disposition: attachment; filename=\"{1}\"\n"
      "Content-Transfer-Encoding: base64\n\n{2}\n",
      type, name, begins);
  AppendNoiseLines(prng, AttachmentBytes(prng), out);
  shares.attachment += out.size() - begin;
}

void AppendWithLogo(const Body& body, const Client& client, Parts parts, uint64_t logo, Prng& prng,
                    std::string& out, Shares& shares) {
  if (logo == 0 || parts == Parts::kPlain)
    return AppendWords(body, client, parts, prng, out, shares);
  const std::string boundary = Boundary(prng, "Rel");
  out += fmt::format("Content-Type: multipart/related; boundary=\"{0}\"\n\n--{0}\n", boundary);
  AppendWords(body, client, parts, prng, out, shares);
  const size_t begin = out.size();
  out += fmt::format(
      "\n--{}\nContent-Type: image/png; name=\"image001.png\"\nContent-Disposition: inline; "
      "filename=\"image001.png\"\nContent-ID: <image001.png@{:08x}>\nContent-Transfer-Encoding: "
      "base64\n\niVBORw0KGgoAAAANSUhEUgAA\n",
      boundary, logo);
  Prng picture(logo);
  AppendNoiseLines(picture, 4000 + logo % 5000, out);
  out += fmt::format("\n--{}--\n", boundary);
  shares.logo += out.size() - begin;
}

}  // namespace

void Shares::Add(const Shares& other) {
  messages += other.messages;
  header += other.header;
  text += other.text;
  text_quoted += other.text_quoted;
  html += other.html;
  html_quoted += other.html_quoted;
  attachment += other.attachment;
  logo += other.logo;
}

uint64_t Shares::Bytes() const {
  return header + text + text_quoted + html + html_quoted + attachment + logo;
}

void AppendMime(const Body& body, const Client& client, const Attachments& attachments, Prng& prng,
                std::string& out, Shares& shares) {
  out += "MIME-Version: 1.0\n";
  const Parts parts = ChooseParts(client, prng);
  if (!attachments.photo && !attachments.document)
    return AppendWithLogo(body, client, parts, attachments.logo, prng, out, shares);
  const std::string boundary = Boundary(prng, "Mixed");
  out += fmt::format("Content-Type: multipart/mixed; boundary=\"{0}\"\n\n--{0}\n", boundary);
  AppendWithLogo(body, client, parts, attachments.logo, prng, out, shares);
  if (attachments.photo) {
    out += fmt::format("\n--{}\n", boundary);
    AppendFile("image/jpeg", fmt::format("IMG_{}.jpg", Code(prng, kDigits, 4)),
               "/9j/4AAQSkZJRgABAQAAAQABAAD/", prng, out, shares);
  }
  if (attachments.document) {
    out += fmt::format("\n--{}\n", boundary);
    AppendFile("application/pdf", fmt::format("receipt_{}.pdf", Code(prng, kDigits, 6)),
               "JVBERi0xLjQKJcOkw7zDtsOf", prng, out, shares);
  }
  out += fmt::format("\n--{}--\n", boundary);
}

}  // namespace threadlint::bench
