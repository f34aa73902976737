// The words that reports use for the enumerations of case.h.
#include <threadlint/case.h>

namespace threadlint {

std::string_view Name(Side side) {
  switch (side) {
    case Side::kUnknown:
      return "unknown";
    case Side::kAgent:
      return "agent";
    case Side::kCustomer:
      return "customer";
    case Side::kAuto:
      return "auto";
    case Side::kOther:
      return "other";
  }
  return "unknown";
}

std::string_view Name(TokenRole role) {
  switch (role) {
    case TokenRole::kCase:
      return "case";
    case TokenRole::kComposite:
      return "composite";
    case TokenRole::kMessage:
      return "message";
    case TokenRole::kRecipient:
      return "recipient";
    case TokenRole::kMailbox:
      return "mailbox";
    case TokenRole::kRoot:
      return "root";
  }
  return "mailbox";
}

std::string_view Name(LinkKind kind) {
  switch (kind) {
    case LinkKind::kReply:
      return "reply";
    case LinkKind::kToken:
      return "token";
    case LinkKind::kBodyToken:
      return "body-token";
    case LinkKind::kQuotation:
      return "quotation";
    case LinkKind::kProvider:
      return "provider";
    case LinkKind::kReference:
      return "reference";
    case LinkKind::kSubject:
      return "subject";
  }
  return "reply";
}

std::string_view Name(Strength strength) {
  switch (strength) {
    case Strength::kWeak:
      return "weak";
    case Strength::kMedium:
      return "medium";
    case Strength::kStrong:
      return "strong";
  }
  return "weak";
}

std::string_view Name(BreakChain chain) {
  switch (chain) {
    case BreakChain::kToken:
      return "token";
    case BreakChain::kHeaders:
      return "headers";
    case BreakChain::kBoth:
      return "both";
  }
  return "token";
}

std::string_view Name(BreakKind kind) {
  switch (kind) {
    case BreakKind::kTokenChanged:
      return "token-changed";
    case BreakKind::kTokenRemoved:
      return "token-removed";
    case BreakKind::kTokenAltered:
      return "token-altered";
    case BreakKind::kAddressRedirected:
      return "address-redirected";
    case BreakKind::kTokenShared:
      return "token-shared";
    case BreakKind::kReplyWithoutToken:
      return "reply-without-token";
    case BreakKind::kTwoTokens:
      return "two-tokens";
    case BreakKind::kThreadRestarted:
      return "thread-restarted";
    case BreakKind::kLinksDisagree:
      return "links-disagree";
    case BreakKind::kNumberChanged:
      return "number-changed";
  }
  return "token-changed";
}

}  // namespace threadlint
