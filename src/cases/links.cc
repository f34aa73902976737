#include "cases/links.h"

namespace threadlint::cases {

ReplyLinks::ReplyLinks(const Export& mail)
    : by_id_(mail.strings.size(), kNoMessage), reported_(mail.strings.size()) {
  for (MessageIndex i = 0; i < mail.messages.size(); ++i) {
    const Message& m = mail.messages[i];
    MessageIndex& at = by_id_[m.message_id];
    // A left-out mail is no parent anyone could show, but it is not missing either.
    if (m.copy_of != kNoMessage) continue;
    if (at == kNoMessage || mail.messages[at].left_out != LeftOutReason::kNo ||
        MessageKey(mail, m) < MessageKey(mail, mail.messages[at]))
      at = i;
  }
  by_id_[0] = kNoMessage;
}

void ReplyLinks::Append(const Export& mail, MessageIndex index, std::vector<Link>& out) const {
  const Message& m = mail.messages[index];
  const auto parents = mail.InReplyTo(m);
  const auto references = mail.References(m);
  Link link;
  link.kind = LinkKind::kReply;
  link.strength = Strength::kStrong;
  const auto present = [&](StringId id) {
    const MessageIndex to = by_id_[id];
    if (to == kNoMessage || to == index || mail.messages[to].left_out != LeftOutReason::kNo)
      return false;
    link.to = to;
    return true;
  };
  for (const StringId id : parents)
    if (present(id)) {
      link.why = "its In-Reply-To names that message";
      out.push_back(link);
      return;
    }
  for (size_t i = references.size(); i-- > 0;)
    if (present(references[i])) {
      link.why = "its References name that message";
      out.push_back(link);
      return;
    }
  if (!parents.empty() && parents.front() != m.message_id) {
    link.absent = parents.front();
    link.why = "its In-Reply-To names a message that is not in the export";
  } else if (!references.empty() && references.back() != m.message_id) {
    link.absent = references.back();
    link.why = "its References name a message that is not in the export";
  } else {
    return;
  }
  if (by_id_[link.absent] != kNoMessage) link.why = "it answers a draft, trash or spam, left out";
  out.push_back(link);
}

MessageIndex ReplyLinks::Parent(const Export& mail, MessageIndex message) const {
  std::vector<Link> links;
  Append(mail, message, links);
  return links.empty() ? kNoMessage : links.front().to;
}

void ReplyLinks::AppendMissing(const Export& mail, const TokenTable& tokens,
                               std::span<const CaseMessage> messages,
                               std::vector<Missing>& out) const {
  ++round_;
  const auto look = [&](StringId id, MessageIndex by) {
    if (by_id_[id] != kNoMessage || reported_[id] == round_) return;
    if (tokens.IsRoot(id)) return;
    reported_[id] = round_;
    out.push_back({id, by});
  };
  for (const CaseMessage& entry : messages) {
    const Message& m = mail.messages[entry.message];
    for (const StringId id : mail.References(m)) look(id, entry.message);
    for (const StringId id : mail.InReplyTo(m)) look(id, entry.message);
  }
}

void TokenLinks::Append(const CaseMessage& entry, uint32_t case_key, LinkKind kind,
                        std::vector<Link>& out) {
  if (entry.token == kNoToken) return;
  Last& last = last_[entry.token];
  if (last.message != kNoMessage && last.case_key == case_key) {
    const Token& token = tokens_.tokens[entry.token];
    Link link;
    link.kind = kind;
    link.to = last.message;
    link.absent = token.text;
    link.strength = token.assumed ? Strength::kMedium : Strength::kStrong;
    link.why = token.assumed ? "both carry the same token, whose role is assumed"
                             : "both carry the same token";
    out.push_back(link);
  }
  last = {entry.message, case_key};
}

}  // namespace threadlint::cases
