#include "mail/dkim_field.h"

#include "mail/dkim_tags.h"
#include "util/ascii.h"
#include "util/charset.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <vector>

namespace threadlint::mail {
namespace {

constexpr size_t kMostNames = 2000;  // of h=
constexpr size_t kMostNameBytes = size_t{64} << 10;
constexpr size_t kMostName = 255;   // bytes of a domain or selector
constexpr size_t kMostShown = 400;  // of other values

std::optional<uint64_t> ReadNumber(std::string_view text) {
  uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::optional<int64_t> ReadTime(std::string_view text) {
  const std::optional<uint64_t> number = ReadNumber(text);
  if (!number || *number > INT64_MAX) return std::nullopt;
  return static_cast<int64_t>(*number);
}

bool ReadCanon(std::string_view text, DkimCanon& out, std::string& name) {
  if (text != "simple" && text != "relaxed") return false;
  out = text == "relaxed" ? DkimCanon::kRelaxed : DkimCanon::kSimple;
  name = text;
  return true;
}

// c=: "relaxed/simple"; the body's part may be left out and is simple then.
bool ReadCanons(std::string_view text, DkimField& out) {
  if (text.empty()) return true;
  const size_t slash = std::min(text.find('/'), text.size());
  return ReadCanon(text.substr(0, slash), out.header, out.facts.header_canon) &&
         (slash == text.size() ||
          ReadCanon(text.substr(slash + 1), out.body, out.facts.body_canon));
}

bool IsWithin(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

bool IsName(std::string_view text) {
  return !text.empty() && text.front() != '-' && std::ranges::all_of(text, [](char c) {
    return util::IsAlnum(c) || c == '.' || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// The first thing that is wrong, in words; empty: nothing.
std::string_view Fill(const std::vector<DkimTag>& tags, DkimField& out) {
  Signature& facts = out.facts;
  const auto value = [&tags](std::string_view name) {
    return util::ToUtf8(WithoutSpace(TagValue(tags, name).substr(0, kMostShown)), {}).text;
  };
  facts.domain = util::LowerAscii(value("d"));
  facts.selector = util::LowerAscii(value("s"));
  facts.algorithm = util::LowerAscii(value("a"));
  facts.identity = value("i");
  const std::string_view h = TagValue(tags, "h");
  if (h.size() > kMostNameBytes || static_cast<size_t>(std::ranges::count(h, ':')) >= kMostNames)
    return "the signature names too many header fields";
  if (!h.empty()) facts.headers = SplitColons(util::ToUtf8(h, {}).text, kMostNames);
  for (const std::string_view needed : {"v", "a", "b", "bh", "d", "h", "s"})
    if (TagValue(tags, needed).empty()) return "the signature lacks a tag that it must have";
  if (TagValue(tags, "v") != "1") return "the signature is of another version of DKIM";
  if (!IsName(facts.domain) || !IsName(facts.selector))
    return "the signature's domain or selector is no name";
  if (facts.domain.size() > kMostName || facts.selector.size() > kMostName)
    return "the signature's domain or selector is too long";
  if (const DkimTag* t = FindTag(tags, "t"))
    if (!(facts.signed_at = ReadTime(t->value))) return "the signature's time is no number";
  if (const DkimTag* x = FindTag(tags, "x"))
    if (!(facts.expires = ReadTime(x->value))) return "the signature's end is no number";
  if (facts.signed_at && facts.expires && *facts.expires < *facts.signed_at)
    return "the signature ends before it begins";
  if (const DkimTag* l = FindTag(tags, "l"))
    if (!(facts.body_length = ReadNumber(l->value))) return "the signature's length is no number";
  if (!ReadCanons(TagValue(tags, "c"), out)) return "the signature's canonical form is not known";
  if (std::ranges::find(facts.headers, "from") == facts.headers.end())
    return "the signature does not cover From";
  const size_t at = facts.identity.rfind('@');
  if (!facts.identity.empty() &&
      (at == std::string::npos ||
       !IsWithin(util::LowerAscii(facts.identity.substr(at + 1)), facts.domain)))
    return "the signature speaks for an address outside of its domain";
  if (facts.algorithm == "rsa-sha1") {
    out.outdated = true;
    return "the signature is made with SHA-1, which proves nothing any more (RFC 8301)";
  }
  if (facts.algorithm != "rsa-sha256" && facts.algorithm != "ed25519-sha256")
    return "the signature's algorithm is not known";
  std::optional<std::string> hash = StrictBase64(TagValue(tags, "bh"));
  if (!hash || hash->size() != util::Sha256Digest().size())
    return "the signature's hash of the body is none";
  out.body_hash = std::move(*hash);
  std::optional<std::string> bytes = StrictBase64(TagValue(tags, "b"));
  if (!bytes) return "the signature is no base64";
  out.bytes = std::move(*bytes);
  return {};
}

// Where the value of b= stands in the field's value, with the white space around it.
std::pair<size_t, size_t> FindOwnBytes(std::string_view value) {
  for (size_t begin = 0; begin < value.size();) {
    const size_t end = std::min(value.find(';', begin), value.size());
    const std::string_view item = value.substr(begin, end - begin);
    const size_t equals = item.find('=');
    if (equals != std::string_view::npos && util::Trim(item.substr(0, equals)) == "b")
      return {begin + equals + 1, end};
    begin = end + 1;
  }
  return {value.size(), value.size()};
}

// As it was sent: every line end is CRLF.
void AddSimple(std::string_view text, std::string& out) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) out += '\r';
    out += text[i];
  }
}

void AddRelaxed(std::string_view value, std::string& out) {
  value = util::Trim(value);
  bool blank = false;
  for (const char c : value) {
    if (c == '\r' || c == '\n') continue;
    if (util::IsBlank(c)) {
      blank = true;
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
}

// A field without the CRLF behind it.
void AddField(std::string_view name, std::string_view until_value, std::string_view value,
              DkimCanon canon, std::string& out) {
  if (canon == DkimCanon::kRelaxed) {
    out += util::LowerAscii(name);
    out += ':';
    AddRelaxed(value, out);
  } else {
    out += until_value;
    AddSimple(value, out);
  }
}

// Name, blanks and colon as they stand.
std::string_view UntilValue(const HeaderField& field) {
  return {field.name.data(), static_cast<size_t>(field.value.data() - field.name.data())};
}

}  // namespace

DkimField ReadDkimField(std::string_view value) {
  DkimField out;
  const auto tags = ReadDkimTags(value);
  out.wrong = tags ? Fill(*tags, out) : "the signature is no list of tags";
  return out;
}

ReplyToCover CoverOf(const std::vector<std::string>& headers, size_t fields, bool& oversigned) {
  const auto named = static_cast<size_t>(std::ranges::count(headers, "reply-to"));
  oversigned = named > fields;
  if (named == 0) return ReplyToCover::kNotSigned;
  if (fields == 0) return ReplyToCover::kAbsent;
  return named >= fields ? ReplyToCover::kSigned : ReplyToCover::kPartly;
}

util::Sha256Digest HashDkimHeader(std::span<const HeaderField> fields, const HeaderField& own,
                                  const DkimField& signature) {
  std::unordered_map<std::string, std::vector<const HeaderField*>> by_name;
  for (const std::string& name : signature.facts.headers) by_name[name];
  for (const HeaderField& field : fields) {
    if (field.name.data() == own.name.data()) continue;
    const auto at = by_name.find(util::LowerAscii(field.name));
    if (at != by_name.end()) at->second.push_back(&field);
  }
  std::string text;
  for (const std::string& name : signature.facts.headers) {
    std::vector<const HeaderField*>& left = by_name[name];
    if (left.empty()) continue;  // named once more than it stands there
    const HeaderField& field = *left.back();
    left.pop_back();
    AddField(field.name, UntilValue(field), field.value, signature.header, text);
    text += "\r\n";
  }
  const auto [begin, end] = FindOwnBytes(own.value);
  std::string value(own.value.substr(0, begin));
  value += own.value.substr(end);
  AddField(own.name, UntilValue(own), value, signature.header, text);
  return util::Sha256Of(text);
}

}  // namespace threadlint::mail
