// What the user wants of redaction, and what it needs of modules that know more of texts.
#pragma once

#include <threadlint/case.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::verdict {

enum class SecretKind : uint8_t {
  kEmail,
  kUrl,
  kFile,    // the name of one
  kPostal,  // where somebody lives
  kPhone,
  kNumber,       // of an order, a claim, a card, an account, a parcel
  kMaybeNumber,  // digits: one only if they are known from elsewhere
};

// A place in a text that tells who somebody is.
struct Secret {
  SecretKind kind = SecretKind::kNumber;
  uint32_t begin = 0, length = 0;  // bytes
  std::string normal;              // equal for equal values, however written
  std::string_view what;           // of a number, as its pseudonym says it: "order"
};

// Functions that lint hands in.
struct TextTools {
  // Lower case without accents.
  std::string (*fold)(std::string_view) = nullptr;
  // A header field's text with its encoded words decoded.
  std::string (*decode)(std::string_view) = nullptr;
  // "mx.shop.example" to "shop.example".
  std::string (*organisation)(std::string_view domain) = nullptr;
  bool (*is_free_mail)(std::string_view domain) = nullptr;
  // In the order in which they stand; none overlap.
  std::vector<Secret> (*find)(std::string_view text) = nullptr;
};

struct Redaction {
  bool on = false;
  bool in_shape = false;  // pseudonyms have the form of what they stand for
  std::string key;  // pseudonyms are made with it, the same in every run; empty: they are counted
  TextTools tools;
  std::vector<std::pair<MessageIndex, std::string>> signers;  // names below mails
};

}  // namespace threadlint::verdict
