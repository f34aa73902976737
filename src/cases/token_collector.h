// Collects the tokens of an export.
#pragma once

#include "cases/token_forms.h"
#include "cases/token_table.h"
#include "mail/tokens.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace threadlint::cases {

// Fills a table in two steps, because who runs a help desk shows in the addresses and ids, and only
// then can it be said whose number a number in a subject is.
class TokenCollector {
 public:
  // `in_order`: the messages that take part, in order of time (see message_order.h). Numbers are
  // given in that order, so that they do not depend on the order of files. All must outlive it.
  TokenCollector(Export& mail, const mail::TokenCatalogue& catalogue,
                 std::span<const MessageIndex> in_order, TokenTable& out);

  // Tokens in addresses and message ids; several workers look for them.
  void CollectHeaders(unsigned workers);
  // Tokens in subjects, named fields and texts. desk(i): the organisation whose numbers the
  // message's numbers are and whether it wrote it; an empty name for none.
  struct Owner {
    std::string_view organisation;
    bool wrote = false;
  };
  using OwnerOf = std::function<Owner(MessageIndex)>;
  void CollectTexts(const OwnerOf& desk);
  // One token of a body; `text` as it stands.
  void AddBodyToken(MessageIndex i, const mail::TokenMatch& match, std::string_view organisation,
                    bool wrote, bool quoted);
  // Sorts the uses. Call before TokenTable::Of(message) is used.
  void Finish();

 private:
  struct Key {
    std::string space, scope, key;
    auto operator<=>(const Key&) const = default;  // NOLINT(modernize-use-nullptr): there is none
  };
  // A counter means something only within the organisation that counts.
  static Key KeyOf(const mail::TokenScheme& scheme, std::string_view organisation,
                   const std::string& key) {
    return {scheme.space, scheme.local ? std::string(organisation) : std::string(), key};
  }
  TokenIndex Add(Key key, const mail::TokenScheme& scheme, StringId base, std::string_view text,
                 StringId address, bool learned);
  TokenIndex AddAddress(StringId address);
  TokenIndex AddId(StringId id);
  void FindForms(unsigned workers);
  uint32_t Family(std::string_view space, std::string_view scope);
  int RankOf(const mail::TokenMatch& match, std::string_view subject, const Owner& owner,
             uint64_t vendors) const;
  void FindTails();
  std::vector<mail::TokenMatch> SubjectTokens(const Message& m, const Owner& owner) const;
  void CollectBrought(const OwnerOf& desk);
  void ShowAs(TokenIndex token, std::string_view spelling);
  void CollectSubject(MessageIndex i, const Owner& owner);
  void CollectFields(MessageIndex i, const Owner& owner);

  Export& mail_;
  const mail::TokenCatalogue& catalogue_;
  std::span<const MessageIndex> in_order_;
  TokenTable& out_;
  std::map<Key, TokenIndex> by_key_;
  std::map<std::pair<std::string, std::string>, uint32_t> families_;
  std::map<std::pair<std::string, std::string>, TokenIndex> kept_;  // (organisation, text)
  TokenForms address_forms_, id_forms_;
  std::vector<bool> looked_address_;
  std::set<std::string> tails_;  // bases of addresses that end in a token without '+'
  std::set<Key> brought_;        // numbers that customers had in subjects first
  std::set<TokenIndex> shown_;   // whose text is how a subject spells it
};

}  // namespace threadlint::cases
