#include "mail/content_digest.h"

#include "mail/envelope.h"
#include "mail/structure.h"
#include "mail/text.h"
#include "mail/text_canonical.h"
#include "util/ascii.h"
#include "util/sha256.h"

#include <algorithm>
#include <string>
#include <vector>

namespace threadlint::mail {

namespace {

// Every item is hashed with its kind and length, so that no two lists of items look alike.
class Items {
 public:
  void Add(char kind, std::string_view bytes) {
    hash_.Update(std::string(1, kind) + std::to_string(bytes.size()) + ':');
    hash_.Update(bytes);
  }
  util::Sha256Digest Finish() { return hash_.Finish(); }

 private:
  util::Sha256 hash_;
};

// Where a list wrote its own address into From ("Anna via users <users@lists.example.org>", for
// DMARC), the writer stands in Reply-To.
std::string_view Author(const Envelope& envelope) {
  if (envelope.from.empty()) return {};
  const Mailbox& from = envelope.from.front();
  if (util::FindIgnoreCase(from.name, " via ") != std::string_view::npos) {
    for (const Mailbox& other : envelope.reply_to)
      if (!util::EqualsIgnoreCase(other.address, from.address)) return other.address;
  }
  return from.address;
}

// What stands unencoded in a mail is kept with the line ends of the system and with the quoting of
// the mbox; those of the file that was attached are not known.
std::string WithoutForm(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const size_t marks = line.find_first_not_of('>');
    if (marks != std::string_view::npos && line.substr(marks).starts_with("From "))
      line.remove_prefix(marks);
    out.append(line).append("\n");
  }
  out.resize(util::TrimRight(out).size());
  return out;
}

// `nested` mails (attached ones) are told apart from the mail itself.
void AddEnvelope(std::string_view header, bool nested, Items& items, Items& dates) {
  Envelope envelope;
  ReadEnvelope(header, envelope);
  items.Add(nested ? 'f' : 'F', util::LowerAscii(Author(envelope)));
  dates.Add('D', envelope.date.valid ? std::to_string(envelope.date.seconds) : "");
  items.Add('S', CanonicalSubject(envelope.subject, envelope.list_id));
}

}  // namespace

ContentDigest DigestContent(std::string_view raw_mail) {
  const Structure structure = ReadStructure(raw_mail);
  std::vector<bool> container(structure.parts.size());
  for (const Part& part : structure.parts)
    if (part.parent >= 0) container[static_cast<size_t>(part.parent)] = true;
  Items items, dates;
  MailNotes ignored;
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    const bool root = part.parent < 0;
    if (root || structure.parts[static_cast<size_t>(part.parent)].type.starts_with("message/"))
      AddEnvelope(raw_mail.substr(part.header_begin, part.header_end - part.header_begin), !root,
                  items, dates);
    if (container[i]) continue;
    if (part.type.starts_with("text/")) {
      std::string text = DecodeText(raw_mail, part, ignored);
      if (part.type == "text/html") text = HtmlToText(text);
      // A footer that list software added as a part of its own leaves nothing.
      const std::string canonical = CanonicalText(text);
      if (!canonical.empty()) items.Add('T', canonical);
    } else {
      std::string bytes = DecodeBody(raw_mail, part, ignored);
      if (part.encoding != "base64" && part.encoding != "quoted-printable")
        bytes = WithoutForm(bytes);
      if (!util::Trim(bytes).empty()) items.Add('A', bytes);
    }
  }
  ContentDigest out;
  out.undated = items.Finish();
  dates.Add('C', {reinterpret_cast<const char*>(out.undated.data()), out.undated.size()});
  out.content = dates.Finish();
  return out;
}

}  // namespace threadlint::mail
