#include "report/reply_parts.h"

#include "cases/person.h"
#include "report/reference.h"
#include "report/text_inputs.h"
#include "util/ascii.h"

#include <threadlint/rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace threadlint::report {
namespace {

bool TellsTheCase(TokenRole role) {
  return role == TokenRole::kCase || role == TokenRole::kComposite;
}

class Finder {
 public:
  Finder(const Report& report, Reply& reply)
      : report_(report),
        mail_(report.mail),
        case_(report.set.cases[reply.case_index]),
        entries_(report.set.Messages(case_)),
        reply_(reply) {}

  void Run() {
    FindDeadAddresses();
    const auto from_desk = [this](const CaseMessage& entry) { return IsDesks(entry); };
    machines_ = std::ranges::none_of(entries_, from_desk);
    for (const CaseMessage& entry : entries_)
      if (IsDesks(entry)) Add(entry);
    if (parts_.empty()) {
      Warn("no-desk",
           "None of these mails could be told to be the help desk's. --support-domain DOMAIN says "
           "whose mail is.");
      return;
    }
    Choose();
    UndoDamage();
    for (ReplyPart& part : parts_)
      if (part.token != kNoToken && part.token != reply_.now.token)
        reply_.earlier.push_back(std::move(part));
    FindCopyAddress();
    WarnOfTokens();
    WarnOfOwnMail();
  }

 private:
  const Message& MessageOf(const CaseMessage& entry) const { return mail_.messages[entry.message]; }
  void Warn(std::string_view code, std::string text) {
    reply_.warnings.push_back({code, std::move(text)});
  }

  Side SideOf(MessageIndex message) const {
    const CaseMessage* entry = report_.set.Find(case_, message);
    return entry == nullptr ? Side::kUnknown : entry->side;
  }

  // A machine's mail counts if it gives a token ("we have opened case 12 for you"), or if the desk
  // has sent no other.
  bool IsDesks(const CaseMessage& entry) const {
    if (entry.side == Side::kAgent) return true;
    return entry.side == Side::kAuto && !MessageOf(entry).bounce &&
           (machines_ || TokenOf(entry) != kNoToken);
  }

  // The token that ties answers to this mail to the case.
  TokenIndex TokenOf(const CaseMessage& entry) const {
    if (entry.token == kNoToken) return kNoToken;
    return TellsTheCase(report_.set.tokens[entry.token].role) ? entry.token : kNoToken;
  }

  std::string_view AddressOf(const Message& m) const {
    return mail_[m.reply_to > 0 ? mail_.ReplyTo(m).front() : m.from];
  }

  // Addresses that customers' mail went to and came back from, or that a machine said nobody reads.
  void FindDeadAddresses() {
    for (const Finding& f : report_.findings) {
      if (f.case_index != reply_.case_index || f.rule->id != "TL601" || f.accepted) continue;
      for (const CaseMessage& entry : entries_) {
        if (entry.side != Side::kCustomer ||
            std::ranges::find(f.related, entry.message) == f.related.end())
          continue;
        for (const StringId a : mail_.Recipients(MessageOf(entry)))
          dead_.insert(util::LowerAscii(mail_[a]));
      }
    }
  }

  bool IsDead(const ReplyPart& part) const {
    if (dead_.contains(util::LowerAscii(part.address))) return true;
    const bool tagged = part.token != kNoToken && report_.set.tokens[part.token].address != 0;
    return !tagged && cases::IsNoReply(part.address);
  }

  // Mails of one token are one part, also where the desk moves it to another address of its own.
  void Add(const CaseMessage& entry) {
    const Message& m = MessageOf(entry);
    const TokenIndex token = TokenOf(entry);
    const std::string address(AddressOf(m));
    auto at = std::ranges::find_if(parts_, [&](const ReplyPart& part) {
      return token != kNoToken
                 ? part.token == token
                 : part.token == kNoToken && util::EqualsIgnoreCase(part.address, address);
    });
    if (at == parts_.end()) {
      at = parts_.insert(at, ReplyPart{token, {}, {}, entry.message, kNoMessage, 0});
    }
    at->address = address;
    at->last = entry.message;
    ++at->mails;
    for (std::string& number : NumbersOf(entry))
      if (std::ranges::find(at->numbers, number) == at->numbers.end())
        at->numbers.push_back(std::move(number));
    newest_ = static_cast<size_t>(at - parts_.begin());
  }

  std::vector<std::string> NumbersOf(const CaseMessage& entry) const {
    std::vector<std::string> out;
    const std::string_view subject = mail_[MessageOf(entry).subject];
    for (const TokenIndex t : report_.set.segments[entry.segment].tokens) {
      const Token& token = report_.set.tokens[t];
      if (token.address != 0 || !TellsTheCase(token.role)) continue;
      if (t == entry.token ||
          util::FindIgnoreCase(subject, mail_[token.text]) != std::string_view::npos)
        out.emplace_back(mail_[token.text]);
    }
    return out;
  }

  // The newest mail of the desk says it, unless nobody reads what is sent there.
  void Choose() {
    size_t chosen = newest_;
    if (IsDead(parts_[newest_])) {
      MessageIndex best = kNoMessage;
      for (const CaseMessage& entry : entries_) {  // oldest first
        if (!IsDesks(entry)) continue;
        for (size_t i = 0; i < parts_.size(); ++i)
          if (parts_[i].last == entry.message && !IsDead(parts_[i])) {
            best = entry.message;
            chosen = i;
          }
      }
      WarnOfDeadEnd(best);
    }
    reply_.now = parts_[chosen];
    reply_.answer = reply_.now.last;
    const Message& m = mail_.messages[reply_.answer];
    const std::string_view field = m.reply_to > 0 ? "Reply-To" : "From";
    if (chosen != newest_) {
      reply_.why = fmt::format(
          "The {} gives it ({}): the newest one that somebody reads, as far "
          "as these mails tell.",
          MailOf(report_, reply_.answer), field);
    } else {
      reply_.why = fmt::format("The desk's newest mail gives it ({}){}.", field, Since());
    }
  }

  std::string Since() const {
    if (reply_.now.token == kNoToken || reply_.now.first == reply_.now.last) return {};
    const std::string day = DayOf(report_, reply_.now.first);
    return day.empty() ? day : fmt::format(", and so do its mails since {}", day);
  }

  void WarnOfDeadEnd(MessageIndex instead) {
    std::string text = fmt::format(
        "{}, which the desk's newest mail gives, is an address that "
        "nobody reads.",
        parts_[newest_].address);
    text += instead == kNoMessage
                ? " These mails give no other: ask the desk for one by another way (its form, the "
                  "telephone)."
                : "";
    Warn("dead-end", std::move(text));
  }

  // A token that was damaged on its way is no token of the desk: the whole one is.
  void UndoDamage() {
    for (const Break& b : report_.set.Breaks(case_)) {
      if (b.kind != BreakKind::kTokenAltered || SideOf(b.message) == Side::kCustomer ||
          b.old_token == kNoToken || b.new_token == kNoToken || b.new_token != reply_.now.token)
        continue;
      const auto whole = std::ranges::find(parts_, b.old_token, &ReplyPart::token);
      if (whole == parts_.end()) continue;
      const std::string damaged = reply_.now.address;
      reply_.now = *whole;
      reply_.why = fmt::format(
          "{} carried it; {}, in the desk's newest mail, looks like a damaged "
          "form of it.",
          Count(whole->mails, "earlier mail"), damaged);
      const auto at = std::ranges::find(parts_, b.new_token, &ReplyPart::token);
      if (at != parts_.end()) parts_.erase(at);
      return;
    }
  }

  // Of the earlier addresses the newest that leads to the case.
  void FindCopyAddress() {
    MessageIndex newest = kNoMessage;
    for (const CaseMessage& entry : entries_)
      for (const ReplyPart& part : reply_.earlier)
        if (part.last == entry.message && report_.set.tokens[part.token].address != 0 &&
            !IsDead(part) && !util::EqualsIgnoreCase(part.address, reply_.now.address) &&
            newest != entry.message) {
          newest = entry.message;
          reply_.copy_to = part.address;
        }
  }

  void WarnOfTokens() {
    if (reply_.now.token == kNoToken && reply_.earlier.empty()) {
      Warn("no-token",
           "No mail of this desk carries a token or a case number: only the subject and the reply "
           "headers tie your answer to the rest. Use Reply, and leave the subject as it is.");
      return;
    }
    const auto assumed = [this](const ReplyPart& part) {
      return part.token != kNoToken && report_.set.tokens[part.token].assumed;
    };
    if (!reply_.earlier.empty() &&
        (assumed(reply_.now) || std::ranges::any_of(reply_.earlier, assumed)))
      Warn("assumed",
           "The address may be new for each contact by design: these mails are too few to tell. "
           "Naming the earlier one does no harm then.");
    for (const Break& b : report_.set.Breaks(case_))
      if (b.kind == BreakKind::kTokenShared && b.message == reply_.answer)
        Warn("shared-token",
             "The desk's mail carries the token of somebody else's case, too: begin with your "
             "order number, so that it is filed with yours.");
  }

  // What went wrong with the address before can go wrong again.
  void WarnOfOwnMail() {
    const Break* last = nullptr;
    for (const Break& b : report_.set.Breaks(case_)) {
      const bool own = b.kind == BreakKind::kReplyWithoutToken ||
                       (b.kind == BreakKind::kTokenAltered && SideOf(b.message) == Side::kCustomer);
      if (own) last = &b;
    }
    if (last != nullptr) {
      Warn("own-mail-without",
           fmt::format(
               "Your {} {} the token that the desk had given. Some mail programs put an address of "
               "their address book in its place: look at the line To before you send.",
               MailOf(report_, last->message),
               last->kind == BreakKind::kTokenAltered ? "carried a damaged form of"
                                                      : "went out without"));
      return;
    }
    const CaseMessage& newest = entries_.back();
    if (newest.side != Side::kCustomer || reply_.now.token == kNoToken) return;
    const Message& m = MessageOf(newest);
    const auto to = mail_.Recipients(m);
    const bool there = std::ranges::any_of(
        to, [&](StringId a) { return util::EqualsIgnoreCase(mail_[a], reply_.now.address); });
    const bool tagged = report_.set.tokens[reply_.now.token].address != 0;
    if (tagged && !there && !to.empty())
      Warn("own-mail-elsewhere", fmt::format("Your {} went to {}, not to this address.",
                                             MailOf(report_, newest.message), mail_[to.front()]));
  }

  const Report& report_;
  const Export& mail_;
  const Case& case_;
  std::span<const CaseMessage> entries_;
  Reply& reply_;
  std::vector<ReplyPart> parts_;  // by their first mail
  size_t newest_ = 0;             // into parts_: of the desk's newest mail
  bool machines_ = false;         // all mail of the desk is theirs
  std::set<std::string> dead_;
};

}  // namespace

void FindReplyParts(const Report& report, Reply& reply) { Finder(report, reply).Run(); }

}  // namespace threadlint::report
