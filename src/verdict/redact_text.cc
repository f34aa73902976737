#include "verdict/redact_text.h"

#include "util/ascii.h"

#include <algorithm>

namespace threadlint::verdict {
namespace {

// Evidence is cut at about 1000 bytes: what stands at the cut may be half a name.
constexpr size_t kCut = 990;

// Digits and capitals of the part of a token that is its code: "2025060117" of "Ticket#2025060117".
std::string CodeOf(std::string_view token) {
  std::string best, run;
  const auto finish = [&] {
    const bool digits = run.find_first_of("0123456789") != std::string::npos;
    const bool had = best.find_first_of("0123456789") != std::string::npos;
    if (digits != had ? digits : run.size() > best.size()) best = run;
    run.clear();
  };
  for (const char c : token) {
    if (util::IsAlnum(c)) {
      run += util::ToUpper(c);
    } else if (c != '-' && c != '_' && c != '.') {
      finish();
    }
  }
  finish();
  return best;
}

// "order 4471" and "Ticket#4471" would say twice what they are: takes the word in.
size_t WithLabel(std::string_view text, size_t begin, std::string_view pseudonym) {
  const size_t end = pseudonym.find('#');
  if (end == std::string_view::npos || begin == 0) return begin;
  size_t word = begin;
  if (text[word] != '#' && (text[word - 1] == '#' || text[word - 1] == ' ')) --word;
  if (word < end || !util::EqualsIgnoreCase(text.substr(word - end, end), pseudonym.substr(0, end)))
    return begin;
  const size_t before = word - end;
  return before > 0 && util::IsAlnum(text[before - 1]) ? begin : before;
}

bool IsOneOf(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::any_of(names,
                             [&](std::string_view n) { return util::EqualsIgnoreCase(n, name); });
}

// With its point; empty for what may be more than an extension.
std::string_view ExtensionOf(std::string_view file) {
  constexpr size_t kLongest = 5;
  const size_t point = file.rfind('.');
  if (point == std::string_view::npos) return {};
  const std::string_view out = file.substr(point);
  return out.size() <= kLongest && std::ranges::all_of(out.substr(1), util::IsAlnum)
             ? out
             : std::string_view();
}

constexpr std::string_view kMessageId = "Message-ID", kHost = "host name", kFile = "file name",
                           kAddress = "e-mail address";

std::string_view KindWords(SecretKind kind) {
  switch (kind) {
    case SecretKind::kEmail:
      return kAddress;
    case SecretKind::kUrl:
      return "link";
    case SecretKind::kFile:
      return kFile;
    case SecretKind::kPostal:
      return "postal address";
    case SecretKind::kPhone:
      return "telephone number";
    case SecretKind::kNumber:
    case SecretKind::kMaybeNumber:
      break;
  }
  return "number of an order, account, ticket or the like";
}

}  // namespace

TextMask::TextMask(const Redaction& redaction, const Report& report, Pseudonyms& pseudonyms,
                   People& people)
    : redaction_(redaction),
      mail_(report.mail),
      pseudonyms_(pseudonyms),
      people_(people),
      ids_(report.mail.strings.size()) {
  for (const Message& m : mail_.messages) {
    ids_[m.message_id] = true;
    for (const StringId id : mail_.InReplyTo(m)) ids_[id] = true;
    for (const StringId id : mail_.References(m)) ids_[id] = true;
  }
  for (const Missing& missing : report.set.missing) ids_[missing.message_id] = true;
  ids_[0] = false;
  for (const Token& token : report.set.tokens) {
    std::string code = CodeOf(mail_[token.text]);
    if (code.empty()) continue;
    if (token.address == 0) {
      tickets_.insert(std::move(code));
    } else {
      tokens_.emplace(std::move(code), mail_[token.text]);
    }
  }
}

// Puts what is masked into the text. `masked` in any order; of two that overlap the first given
// stands.
std::string TextMask::Apply(std::string_view text, std::vector<Masked>& masked) {
  if (masked.empty()) return std::string(text);
  std::vector<bool> taken(text.size());
  std::vector<const Masked*> kept;
  for (const Masked& m : masked) {
    if (m.begin >= m.end) continue;
    bool free = true;
    for (size_t i = m.begin; i < m.end && free; ++i) free = !taken[i];
    if (!free) continue;
    for (size_t i = m.begin; i < m.end; ++i) taken[i] = true;
    kept.push_back(&m);
  }
  std::ranges::sort(kept, {}, &Masked::begin);
  std::string out;
  size_t at = 0;
  for (const Masked* m : kept) {
    out.append(text.substr(at, m->begin - at)).append(m->with);
    Tell(m->kind);
    at = m->end;
  }
  return out.append(text.substr(at));
}

bool TextMask::IsId(std::string_view text) const { return ids_[mail_.strings.Find(text)]; }

std::string TextMask::IdOf(const Pseudonyms& pseudonyms, std::string_view id) {
  constexpr size_t kLength = 12;
  return "m-" + pseudonyms.Code("message", id, kLength) + "@redacted.invalid";
}

std::string TextMask::CalledInstead(const Pseudonyms& pseudonyms, std::string_view name) {
  if (!name.starts_with('<')) return std::string(name);
  const size_t end = std::min(name.rfind('>'), name.size());
  std::string out = "<" + IdOf(pseudonyms, name.substr(1, end - 1)) + ">";
  return out.append(name.substr(std::min(end + 1, name.size())));
}

std::string TextMask::Number(const Secret& secret, std::string_view there) {
  if (const auto at = tokens_.find(secret.normal); at != tokens_.end())
    return pseudonyms_.Lettered("token", "token", at->second, at->second);
  if (tickets_.contains(secret.normal))
    return pseudonyms_.Lettered("ticket", "number", secret.normal, there);
  return pseudonyms_.Lettered(secret.what, "number", secret.normal, there);
}

// Empty: it may stay.
std::string TextMask::InsteadOf(std::string_view text, const Secret& secret, bool own) {
  const std::string_view there = text.substr(secret.begin, secret.length);
  switch (secret.kind) {
    case SecretKind::kEmail:
      return IsId(there) ? Id(there) : people_.Address(there);
    case SecretKind::kUrl: {
      const bool whole =
          there.find('/') != std::string_view::npos || there.find('?') != std::string_view::npos;
      return whole ? pseudonyms_.Lettered("link", "link", secret.normal, there)
                   : people_.Host(there);
    }
    case SecretKind::kFile:
      return pseudonyms_.Lettered("file", "file", secret.normal,
                                  there.substr(0, there.rfind('.'))) +
             std::string(ExtensionOf(there));
    case SecretKind::kPostal:
      return pseudonyms_.Lettered("address", "postal", secret.normal, there);
    case SecretKind::kPhone:
      return pseudonyms_.Lettered("phone", "phone", secret.normal, there);
    case SecretKind::kNumber:
      return Number(secret, there);
    case SecretKind::kMaybeNumber: {
      if (own) return {};
      if (tokens_.contains(secret.normal) || tickets_.contains(secret.normal))
        return Number(secret, there);
      const std::string* known = pseudonyms_.Find("number", secret.normal);
      return known == nullptr ? std::string() : *known;
    }
  }
  return {};
}

// "<id>" of ids that the export has.
void TextMask::MaskIds(std::string_view text, std::vector<Masked>& out) const {
  for (size_t at = 0; (at = text.find('<', at)) != std::string_view::npos; ++at) {
    constexpr size_t kLongest = 1000;
    const size_t length = text.substr(at + 1, kLongest).find('>');
    if (length == std::string_view::npos) continue;
    const size_t end = at + 1 + length;
    const std::string_view id = text.substr(at + 1, length);
    if (IsId(id)) out.push_back({at + 1, end, Id(id), kMessageId});
  }
}

// Names of computers below a domain that somebody of the export has.
void TextMask::MaskHosts(std::string_view text, std::vector<Masked>& out) {
  const auto within = [](char c) {
    return util::IsAlnum(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  };
  for (size_t at = 0; (at = text.find('.', at)) != std::string_view::npos;) {
    size_t begin = at, end = at;
    while (begin > 0 && within(text[begin - 1])) --begin;
    while (end < text.size() && within(text[end])) ++end;
    at = end;
    while (end > begin && text[end - 1] == '.') --end;
    while (begin < end && text[begin] == '.') ++begin;
    const std::string_view host = text.substr(begin, end - begin);
    if (host.find('.') != std::string_view::npos && people_.IsKnownHost(host))
      out.push_back({begin, end, people_.Host(host), kHost});
  }
}

std::string TextMask::Mask(std::string_view text, std::span<const NameIndex> here, bool own) {
  std::vector<Masked> masked;
  MaskIds(text, masked);
  for (const Secret& secret : redaction_.tools.find(text)) {
    std::string with = InsteadOf(text, secret, own);
    if (with.empty()) continue;
    const size_t begin = WithLabel(text, secret.begin, with);
    const bool id = secret.kind == SecretKind::kEmail && with.ends_with("@redacted.invalid");
    masked.push_back({begin, size_t{secret.begin} + secret.length, std::move(with),
                      id ? kMessageId : KindWords(secret.kind)});
  }
  MaskHosts(text, masked);
  if (!own)
    for (Masked& name : people_.names().Find(
             text, here, [this](const std::string& folded) { return people_.NameAnew(folded); }))
      masked.push_back(std::move(name));
  return Apply(text, masked);
}

std::string TextMask::Free(std::string_view text, std::span<const NameIndex> here) {
  if (text.size() < kCut) return Mask(text, here, false);
  const size_t blank = text.rfind(' ');
  return Mask(text.substr(0, blank == std::string_view::npos ? 0 : blank), here, false) + " …";
}

std::string TextMask::FileName(std::string_view name) {
  if (name.empty()) return {};
  Tell(kFile);
  return pseudonyms_.Lettered("file", "file", util::LowerAscii(name),
                              name.substr(0, name.rfind('.'))) +
         std::string(ExtensionOf(name));
}

std::string TextMask::Own(std::string_view text, std::span<const NameIndex> here) {
  const size_t open = text.find('"');
  const size_t close = text.rfind('"');
  if (open == std::string_view::npos || open == close) return Mask(text, here, true);
  return Mask(text.substr(0, open), here, true) + "\"" +
         Mask(text.substr(open + 1, close - open - 1), here, false) + "\"" +
         Mask(text.substr(close + 1), here, true);
}

std::string TextMask::Header(std::string_view field, std::span<const NameIndex> here) {
  static constexpr std::string_view kAddresses[] = {"From",
                                                    "To",
                                                    "Cc",
                                                    "Bcc",
                                                    "Reply-To",
                                                    "Sender",
                                                    "Return-Path",
                                                    "Delivered-To",
                                                    "Envelope-To",
                                                    "X-Envelope-To",
                                                    "X-Original-To",
                                                    "Resent-From",
                                                    "Resent-To",
                                                    "Resent-Cc",
                                                    "Resent-Sender",
                                                    "Apparently-To",
                                                    "Errors-To",
                                                    "X-Forwarded-To",
                                                    "X-Forwarded-For"};
  static constexpr std::string_view kIds[] = {"Message-ID", "In-Reply-To", "References",
                                              "Resent-Message-ID"};
  const size_t colon = field.find(':');
  if (colon == std::string_view::npos) return Free(field, here);
  const std::string_view name = field.substr(0, colon);
  const std::string_view raw = util::Trim(field.substr(colon + 1));
  const std::string before = std::string(name) + ": ";
  if (IsOneOf(name, kIds)) {
    std::string out = before;
    for (size_t at = 0; (at = raw.find('<', at)) != std::string_view::npos;) {
      const size_t end = raw.find('>', at);
      if (end == std::string_view::npos) break;
      out += (out.size() > before.size() ? " <" : "<") + Id(raw.substr(at + 1, end - at - 1)) + ">";
      Tell(kMessageId);
      at = end;
    }
    return out.size() > before.size() ? out : before + Id(raw);
  }
  if (util::EqualsIgnoreCase(name, "Received")) {
    const size_t date = raw.rfind(';');
    Tell(kHost);
    return before + "…" + (date == std::string_view::npos ? "" : std::string(raw.substr(date)));
  }
  if (util::EqualsIgnoreCase(name, "Date"))
    return before + std::string(util::Trim(raw.substr(0, raw.find('('))));
  std::string value = redaction_.tools.decode(raw);
  // The cut went through an encoded word.
  if (const size_t rest = value.find("=?"); rest != std::string::npos) value.resize(rest);
  if (!IsOneOf(name, kAddresses)) return before + Free(value, here);
  std::string out = before;
  for (const Secret& secret : redaction_.tools.find(value)) {
    if (secret.kind != SecretKind::kEmail) continue;
    if (out.size() > before.size()) out += ", ";
    out += people_.Address(std::string_view(value).substr(secret.begin, secret.length));
    Tell(kAddress);
  }
  return out.size() > before.size() ? out : before + "…";
}

}  // namespace threadlint::verdict
