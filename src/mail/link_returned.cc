#include "mail/link_returned.h"

#include "mail/header_block.h"
#include "mail/message_id.h"
#include "mail/text.h"
#include "util/ascii.h"

#include <algorithm>
#include <cstddef>

namespace threadlint::mail {

namespace {

constexpr size_t kMost = 64;
constexpr size_t kNone = std::string_view::npos;

class Ids {
 public:
  void AddOf(std::string_view header) {
    MailNotes ignored;
    std::string own;
    std::vector<std::string> answered;
    FieldScanner scanner(header);
    for (HeaderField field; scanner.Next(field);) {
      if (util::EqualsIgnoreCase(field.name, "message-id")) {
        if (own.empty()) ReadMessageId(field.value, own, ignored);
      } else if (util::EqualsIgnoreCase(field.name, "in-reply-to") ||
                 util::EqualsIgnoreCase(field.name, "references")) {
        for (std::string& id : ParseIds(field.value)) answered.push_back(std::move(id));
      }
    }
    if (own.empty()) return;
    Add(std::move(own));
    for (std::string& id : answered) Add(std::move(id));
  }

  std::vector<std::string> Take() { return std::move(ids_); }
  bool Empty() const { return ids_.empty(); }

 private:
  void Add(std::string id) {
    if (id.empty() || ids_.size() >= kMost || std::find(ids_.begin(), ids_.end(), id) != ids_.end())
      return;
    ids_.push_back(std::move(id));
  }

  std::vector<std::string> ids_;
};

bool IsBounceSender(std::string_view from) {
  for (const std::string_view name : {"mailer-daemon", "postmaster", "mail delivery"})
    if (util::FindIgnoreCase(from, name) != kNone) return true;
  return false;
}

// By the header of the mail: a report, or of a sender that writes nothing but bounces.
bool IsBounce(std::string_view header, const Part& root) {
  if (root.type == "multipart/report") return true;
  HeaderBlock block;
  block.Parse(header);
  if (block.Find("x-failed-recipients") != nullptr) return true;
  if (const HeaderField* const path = block.Find("return-path");
      path != nullptr && util::Trim(path->value) == "<>")
    return true;
  const HeaderField* const from = block.Find("from");
  return from != nullptr && IsBounceSender(from->value);
}

// The header fields around a line "Message-ID:" in the text, up to the empty lines about them. May
// stand behind quotation marks.
std::string CopiedHeader(std::string_view text) {
  constexpr size_t kSearched = size_t{256} << 10;
  constexpr std::string_view kName = "message-id:";
  text = text.substr(0, kSearched);
  std::vector<std::string_view> block;
  bool found = false;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    while (line.starts_with("> ") || line.starts_with(">")) line.remove_prefix(1);
    if (block.empty() || line.find(':') != kNone) {
      const std::string_view bare = util::TrimLeft(line);
      // Indented as a whole, the fields are no continuation lines.
      if (bare.find(": ") != kNone && bare.find(": ") < bare.find(' ')) line = bare;
    }
    if (util::Trim(line).empty()) {
      if (found) break;
      block.clear();
      continue;
    }
    block.push_back(line);
    found = found || (util::StartsWithIgnoreCase(line, kName) && line.find('@') != kNone);
  }
  std::string out;
  if (found)
    for (const std::string_view line : block) out.append(line).append("\n");
  return out;
}

}  // namespace

std::vector<std::string> ReturnedIds(const Body& body) {
  const std::string_view raw_mail = body.raw();
  const Structure& structure = body.structure();
  if (structure.parts.empty()) return {};
  const Part& root = structure.parts.front();
  const std::string_view header =
      raw_mail.substr(root.header_begin, root.header_end - root.header_begin);
  if (!IsBounce(header, root)) return {};
  Ids ids;
  MailNotes ignored;
  std::vector<bool> read_inside(structure.parts.size());  // its mail is a part of its own
  for (const Part& part : structure.parts)
    if (part.parent >= 0) read_inside[static_cast<size_t>(part.parent)] = true;
  for (size_t i = 1; i < structure.parts.size(); ++i) {
    const Part& part = structure.parts[i];
    const bool mail_above =
        part.parent >= 0 &&
        structure.parts[static_cast<size_t>(part.parent)].type.starts_with("message/");
    if (mail_above) {
      ids.AddOf(raw_mail.substr(part.header_begin, part.header_end - part.header_begin));
    } else if (read_inside[i]) {
      continue;
    } else if (part.type == "text/rfc822-headers" || part.type == "message/rfc822-headers" ||
               part.type == "message/rfc822" || part.type == "message/global" ||
               part.type == "message/global-headers") {
      ids.AddOf(DecodeBody(raw_mail, part, ignored));
    }
  }
  if (ids.Empty()) ids.AddOf(CopiedHeader(body.text()));
  return ids.Take();
}

}  // namespace threadlint::mail
