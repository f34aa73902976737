#include <threadlint/signature.h>

namespace threadlint {

std::string_view Name(BodyVerdict verdict) {
  switch (verdict) {
    case BodyVerdict::kNotChecked:
      return "not-checked";
    case BodyVerdict::kMatch:
      return "match";
    case BodyVerdict::kMismatch:
      return "mismatch";
  }
  return "not-checked";
}

std::string_view Name(HeaderVerdict verdict) {
  switch (verdict) {
    case HeaderVerdict::kNotChecked:
      return "not-checked";
    case HeaderVerdict::kValid:
      return "valid";
    case HeaderVerdict::kInvalid:
      return "invalid";
  }
  return "not-checked";
}

std::string_view Name(BodyFlavour flavour) {
  switch (flavour) {
    case BodyFlavour::kAsRead:
      return "as-read";
    case BodyFlavour::kFromUndone:
      return "from-undone";
    case BodyFlavour::kFromMarked:
      return "from-marked";
    case BodyFlavour::kBareReturn:
      return "bare-return";
    case BodyFlavour::kEmptyLine:
      return "empty-line";
  }
  return "as-read";
}

std::string_view Name(ReplyToCover cover) {
  switch (cover) {
    case ReplyToCover::kNotSigned:
      return "not-signed";
    case ReplyToCover::kPartly:
      return "partly";
    case ReplyToCover::kSigned:
      return "signed";
    case ReplyToCover::kAbsent:
      return "absent";
  }
  return "not-signed";
}

std::string KeyName(const Signature& signature) {
  return signature.selector + "._domainkey." + signature.domain;
}

}  // namespace threadlint
