// Tokens in subjects, named fields and texts.
#include "cases/token_collector.h"
#include "mail/desk_signs.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::cases {
namespace {

// Digits, or digits behind a name: "12345", "example.com#12345", "OPS-12".
bool IsCounter(std::string_view key) {
  size_t end = key.size();
  while (end > 0 && util::IsDigit(key[end - 1])) --end;
  if (end == key.size()) return false;
  if (end == 0 || !util::IsAlnum(key[end - 1])) return true;
  constexpr size_t kLongestPrefix = 8;  // "INC0012345"
  return end <= kLongestPrefix && std::ranges::all_of(key.substr(0, end), util::IsUpper);
}

}  // namespace

// What a subject shows says more to a reader than the key that ids share with it. Of several
// spellings the one that sorts first, whichever file comes first.
void TokenCollector::ShowAs(TokenIndex token, std::string_view spelling) {
  Token& t = out_.tokens[token];
  if (t.address != 0) return;
  if (!shown_.insert(token).second && mail_[t.text] <= spelling) return;
  t.text = mail_.strings.Intern(spelling);
}

void TokenCollector::CollectSubject(MessageIndex i, const Owner& owner) {
  const Message& m = mail_.messages[i];
  const std::string subject(mail_[m.subject]);
  for (const mail::TokenMatch& match : SubjectTokens(m, owner)) {
    const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
    const bool sign = (mail::VendorNamed(scheme.vendor) & m.vendors) != 0;
    const TokenIndex token = Add(KeyOf(scheme, owner.organisation, match.key), scheme, 0,
                                 subject.substr(match.begin, match.end - match.begin), 0,
                                 !(scheme.established && (sign || !scheme.local)));
    out_.facts[token].number |= IsCounter(match.key);
    ShowAs(token, subject.substr(match.begin, match.end - match.begin));
    out_.uses.push_back({token, i, TokenPlace::kSubject, owner.wrote});
  }
}

void TokenCollector::CollectFields(MessageIndex i, const Owner& owner) {
  for (const StringId field : mail_.DeskFields(mail_.messages[i])) {
    const std::string text(mail_[field]);
    const size_t colon = text.find(": ");
    if (colon == std::string::npos) continue;
    const auto matches = catalogue_.FindInHeader(std::string_view(text).substr(0, colon),
                                                 std::string_view(text).substr(colon + 2));
    for (const mail::TokenMatch& match : matches) {
      const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
      const TokenIndex token = Add(KeyOf(scheme, owner.organisation, match.key), scheme, 0,
                                   match.key, 0, !scheme.established);
      out_.uses.push_back({token, i, TokenPlace::kField, owner.wrote});
    }
  }
}

void TokenCollector::AddBodyToken(MessageIndex i, const mail::TokenMatch& match,
                                  std::string_view organisation, bool wrote, bool quoted) {
  const mail::TokenScheme& scheme = catalogue_.Schemes()[match.scheme];
  const Key key = KeyOf(scheme, organisation, match.key);
  const bool sign = (mail::VendorNamed(scheme.vendor) & mail_.messages[i].vendors) != 0;
  if (scheme.ambiguous && !sign && !by_key_.contains(key)) return;
  const TokenIndex token = Add(key, scheme, 0, match.key, 0, !scheme.established);
  out_.facts[token].number |= scheme.local && IsCounter(match.key);
  out_.uses.push_back(
      {token, i, quoted ? TokenPlace::kQuoted : TokenPlace::kBody, wrote && !quoted});
}

}  // namespace threadlint::cases
