#include "rules/persons.h"

#include "rules/case_memo.h"
#include "util/ascii.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace threadlint::rules {
namespace {

constexpr uint32_t kNobody = UINT32_MAX;

}  // namespace

Persons::Persons(const CaseView& view) : who_(Once<Who>(view, [&] { return Read(view); })) {}

Persons::Who Persons::Read(const CaseView& view) {
  Who out;
  const auto messages = view.messages();
  std::unordered_map<std::string, uint32_t> ordinals;
  bool list = false;
  std::vector<uint32_t> author(messages.size(), kNobody);
  for (uint32_t i = 0; i < messages.size(); ++i) {
    if (messages[i].side == Side::kAgent) continue;
    const Message& m = view.message(messages[i].message);
    list = list || m.from_list;
    // Lists that write themselves into From leave the author in Reply-To, others put themselves
    // there.
    std::string name = util::LowerAscii(view.text(m.from));
    for (const StringId a : view.mail->ReplyTo(m)) name += '\n' + util::LowerAscii(view.text(a));
    author[i] =
        ordinals.try_emplace(std::move(name), static_cast<uint32_t>(ordinals.size())).first->second;
  }
  out.several = list && ordinals.size() > 1;
  if (!out.several) return out;
  out.author = std::move(author);
  out.addressed.assign(messages.size(), kNobody);
  std::unordered_map<StringId, uint32_t> entry_of;  // by message id
  uint32_t last = kNobody;                          // the person who wrote last
  for (uint32_t i = 0; i < messages.size(); ++i) {
    const Message& m = view.message(messages[i].message);
    entry_of.emplace(m.message_id, i);
    if (messages[i].side != Side::kAgent) {
      last = out.author[i];
      continue;
    }
    out.addressed[i] = last;
    for (const StringId id : view.mail->InReplyTo(m)) {
      const auto at = entry_of.find(id);
      if (at == entry_of.end() || at->second == i) continue;
      // A colleague's mail goes on with whom that answered.
      const uint32_t them = out.author[at->second];
      out.addressed[i] = them != kNobody ? them : out.addressed[at->second];
    }
  }
  return out;
}

bool Persons::Concerns(uint32_t desk, uint32_t theirs) const {
  return !who_->several || who_->addressed[desk] == who_->author[theirs];
}

bool Persons::Same(uint32_t a, uint32_t b) const {
  return !who_->several || who_->author[a] == who_->author[b];
}

}  // namespace threadlint::rules
