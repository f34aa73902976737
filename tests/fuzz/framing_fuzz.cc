// Where mails begin and end: the same whatever the stretches that several workers scan.
#include "fuzz/framed.h"
#include "fuzz/target.h"

namespace threadlint::fuzz {
namespace {

bool Same(const source::Framing& a, const source::Framing& b) {
  if (a.mails.size() != b.mails.size() || a.quoting != b.quoting ||
      a.notes.size() != b.notes.size())
    return false;
  for (size_t i = 0; i < a.mails.size(); ++i)
    if (a.mails[i].offset != b.mails[i].offset || a.mails[i].length != b.mails[i].length ||
        a.mails[i].truncated != b.mails[i].truncated)
      return false;
  return true;
}

void Run(std::string_view bytes) {
  for (const source::Format format :
       {source::Format::kMbox, source::Format::kMmdf, source::Format::kEml}) {
    const source::Framing whole = Frame(bytes, format, 0);
    MailsOf(bytes, whole);
    if (format == source::Format::kEml) continue;
    for (const uint64_t length : {1 + bytes.size() / 2, 1 + bytes.size() / 7})
      Require(Same(whole, Frame(bytes, format, length)), "stretches give the same mails");
  }
}

const Registration kHere{{"framing", Run}};

}  // namespace
}  // namespace threadlint::fuzz
