// The token catalogue: what help desks put into mail to find a thread again. The rows are data
// (tokens.tsv, built in; more by configuration), a set of patterns (util/regex_set.h) for each
// place.
#pragma once

#include <threadlint/message.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::mail {

// Where a form is looked for: in one address (local-part@domain), in one message id (without angle
// brackets), in a decoded subject, in the text of a body, in the value of a named header field.
enum class TokenPlace : uint8_t { kAddress, kId, kSubject, kBody, kHeader };

// One row of the catalogue.
struct TokenScheme {
  std::string name;    // what reports call it, unique: "zendesk-reply-to"
  std::string vendor;  // "Zendesk"
  TokenPlace place = TokenPlace::kAddress;
  std::string header;  // of kHeader: field name, lower case
  TokenRole role = TokenRole::kCase;
  bool established = false;  // verified: the catalogue alone settles the role
  // Folding case does no harm to it: keys are compared in lower case.
  bool folds = false;
  // Several vendors' mails (and order numbers, standards, product names) look like this: it is a
  // token only on a mail that has another sign of the vendor, or if the export shows it.
  bool ambiguous = false;
  // A number that is unique within one desk only: two organisations may both have it.
  bool local = false;
  // Keys of one space are comparable wherever they stand: a Zendesk ticket has the same key in
  // Reply-To, Message-ID and References.
  std::string space;
  // ECMAScript/RE2 common subset; no lookaround, no named groups. Of addresses and ids it matches
  // the whole, elsewhere any part. Case counts unless the scheme folds or it is an address.
  std::string pattern;
  std::string decode;   // how the groups become the key: "$1$2", or the name of a decoder
  std::string example;  // a string of that place in which the pattern finds its token
  std::string key;      // the key that must come out of the example
};

struct TokenMatch {
  uint16_t scheme = 0;        // into TokenCatalogue::Schemes()
  std::string key;            // the part that stays the same for a case, folded if the scheme folds
  size_t begin = 0, end = 0;  // bytes of the searched string that the whole token takes up
};

// Immutable after construction; Find is thread-safe.
class TokenCatalogue {
 public:
  // Throws std::invalid_argument with the row's name for a pattern that does not compile, an
  // unknown decoder or a name that stands twice.
  explicit TokenCatalogue(std::vector<TokenScheme> schemes);
  ~TokenCatalogue();

  static const TokenCatalogue& BuiltIn();

  std::span<const TokenScheme> Schemes() const { return schemes_; }

  // All matches of all schemes of the place, by begin, then scheme. Text is searched up to its
  // first 1 MiB. A token that several schemes claim is given once for each: the caller decides by
  // second signs. Never throws on any text; a pattern that gives up finds nothing.
  std::vector<TokenMatch> Find(TokenPlace place, std::string_view text) const;
  // The same for the value of the header field of that name (lower case).
  std::vector<TokenMatch> FindInHeader(std::string_view name, std::string_view value) const;

 private:
  struct Place;
  struct Checked {};
  TokenCatalogue(std::vector<TokenScheme> schemes, Checked);
  std::vector<TokenScheme> schemes_;
  std::vector<std::unique_ptr<Place>> places_;
};

// Rows of the built-in table, or of a user's (same columns, tab-separated, '#' comments). A row of
// place "subject body" gives two schemes, the second called "NAME-body". Throws
// std::invalid_argument naming the line.
std::vector<TokenScheme> ReadTokenSchemes(std::string_view tsv);

}  // namespace threadlint::mail
