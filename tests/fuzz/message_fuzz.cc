// A whole mail: its parts (through the MIME library and without it), texts, digest and links.
#include "fuzz/target.h"
#include "mail/body.h"
#include "mail/content_digest.h"
#include "mail/link_reading.h"
#include "mail/structure.h"
#include "mail/text.h"

namespace threadlint::fuzz {
namespace {

using namespace mail;

void RequireParts(const Structure& structure, std::string_view mail) {
  Require(!structure.parts.empty(), "a mail has a part");
  for (size_t i = 0; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    Require(part.header_begin <= part.header_end && part.header_end <= part.body_begin &&
                part.body_begin <= part.body_end && part.body_end <= mail.size(),
            "ranges of a part are in order");
    Require(part.parent < static_cast<int32_t>(i), "a part's parent stands before it");
    RequireUtf8(part.file_name, "a file name is UTF-8");
  }
}

void Run(std::string_view bytes) {
  const Body body(bytes);
  RequireParts(body.structure(), bytes);
  Require(body.text_part() < static_cast<int>(body.structure().parts.size()),
          "the text is one of the parts");
  RequireUtf8(body.text(), "a main text is UTF-8");
  for (const TextLine& line : body.lines())
    RequireInside(line.text, body.text(), "a line stands in the text");
  // Limits that small inputs reach as well.
  constexpr StructureLimits kSmall = {.mail_bytes = 2000, .parts = 6, .depth = 3};
  const Structure cut = ReadStructure(bytes, kSmall);
  RequireParts(cut, bytes);
  // An attached mail is opened together with what is attached to it.
  Require(cut.parts.size() <= kSmall.parts + kSmall.depth, "no more parts than there may be");
  for (const Part& part : body.structure().parts) {
    MailNotes notes;
    if (part.type.starts_with("text/"))
      RequireUtf8(DecodeText(bytes, part, notes), "a text part is UTF-8");
  }
  Require(DigestContent(bytes) == DigestContent(bytes), "a digest is the same twice");
  const LinkReading links = ReadForLinks(body, TokenCatalogue::BuiltIn());
  for (const ReferenceNumber& number : links.numbers)
    RequireUtf8(number.value, "a number is UTF-8");
}

const Registration kHere{{"message", Run}};

}  // namespace
}  // namespace threadlint::fuzz
