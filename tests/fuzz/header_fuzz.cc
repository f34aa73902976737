// Header fields: addresses, dates, ids, encoded words, parameters, and all of them as an envelope.
#include "fuzz/target.h"
#include "mail/address.h"
#include "mail/date.h"
#include "mail/encoded_word.h"
#include "mail/envelope.h"
#include "mail/header_block.h"
#include "mail/message_id.h"
#include "mail/parameters.h"

#include <string>

namespace threadlint::fuzz {
namespace {

using namespace mail;

void RequireAddresses(const std::vector<Mailbox>& boxes) {
  for (const Mailbox& box : boxes) {
    Require(!box.address.empty(), "an address is not empty");
    RequireUtf8(box.address, "an address is UTF-8");
    RequireUtf8(box.name, "a name is UTF-8");
  }
}

void RequireField(const HeaderField& field, std::string_view block) {
  RequireInside(field.name, block, "a field's name stands in the block");
  RequireInside(field.value, block, "a field's value stands in the block");
  MailNotes notes;
  RequireAddresses(ParseAddresses(field.value, notes));
  ParseDate(field.value);
  ParseReceivedDate(field.value);
  for (const std::string& id : ParseIds(field.value)) RequireUtf8(id, "an id is UTF-8");
  std::string id, text;
  ReadMessageId(field.value, id, notes);
  RequireUtf8(id, "an id is UTF-8");
  DecodeUnstructured(field.value, text, notes);
  RequireUtf8(text, "a subject is UTF-8");
  RequireUtf8(DecodeWords(field.value, notes), "decoded words are UTF-8");
  for (const Parameter& parameter : ParseParameters(field.value, notes).parameters)
    RequireUtf8(parameter.value, "a parameter is UTF-8");
}

void Run(std::string_view bytes) {
  FieldScanner scanner(bytes);
  HeaderField field;
  for (size_t fields = 0; scanner.Next(field); ++fields) {
    constexpr size_t kEach = 40;  // a thousand alike show nothing more
    if (fields < kEach) RequireField(field, bytes);
  }
  Envelope envelope;
  ReadEnvelope(bytes, envelope);
  RequireAddresses(envelope.from);
  RequireAddresses(envelope.reply_to);
  RequireAddresses(envelope.to);
  RequireUtf8(envelope.subject, "a subject is UTF-8");
  RequireUtf8(envelope.message_id, "an id is UTF-8");
  for (const std::string& id : envelope.references) {
    RequireUtf8(id, "a reference is UTF-8");
    Require(!id.empty() && id != envelope.message_id, "no mail refers to itself");
  }
}

const Registration kHere{{"header", Run}};

}  // namespace
}  // namespace threadlint::fuzz
