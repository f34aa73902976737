#include "mail/dkim.h"

#include "mail/dkim_field.h"
#include "mail/dkim_results.h"
#include "util/ascii.h"

#include <algorithm>
#include <map>
#include <utility>

namespace threadlint::mail {
namespace {

// Mails on their way carry one to three; each costs a hash of the body.
constexpr size_t kMostSignatures = 10;
constexpr size_t kMostResults = 20;

// Header and body of a mail. The empty line between them belongs to neither.
std::pair<std::string_view, std::string_view> SplitMail(std::string_view raw) {
  for (size_t line = 0; line < raw.size();) {
    const std::string_view rest = raw.substr(line);
    for (const std::string_view empty : {"\n", "\r\n"})
      if (rest.starts_with(empty)) return {raw.substr(0, line), rest.substr(empty.size())};
    const size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    line += end + 1;
  }
  return {raw, {}};
}

// Hashes of one body, each made once.
class Bodies {
 public:
  explicit Bodies(std::string_view body) : body_(body) {}

  void Judge(const DkimField& field, Signature& out) {
    for (const BodyFlavour flavour :
         {BodyFlavour::kAsRead, BodyFlavour::kFromUndone, BodyFlavour::kFromMarked,
          BodyFlavour::kBareReturn, BodyFlavour::kEmptyLine}) {
      if (!Has(flavour)) continue;
      const DkimBodyHash& hash = Hash(field.body, out.body_length, flavour);
      if (flavour == BodyFlavour::kAsRead || IsRight(hash, field)) {
        const uint64_t signed_bytes = out.body_length.value_or(hash.length);
        out.unsigned_bytes = hash.length - std::min(signed_bytes, hash.length);
        out.body_reason = signed_bytes > hash.length ? kShorter : std::string_view();
      }
      if (!IsRight(hash, field) || !out.body_reason.empty()) continue;
      out.body = BodyVerdict::kMatch;
      out.flavour = flavour;
      return;
    }
    out.body = BodyVerdict::kMismatch;
    if (out.body_reason.empty())
      out.body_reason = "the text is not, byte for byte, what was signed";
  }

 private:
  static constexpr std::string_view kShorter = "the text is shorter than what was signed";

  static bool IsRight(const DkimBodyHash& hash, const DkimField& field) {
    return std::ranges::equal(hash.digest, field.body_hash,
                              [](uint8_t a, char b) { return a == static_cast<unsigned char>(b); });
  }

  bool Has(BodyFlavour flavour) {
    const auto at = has_.find(flavour);
    if (at != has_.end()) return at->second;
    return has_[flavour] = HasFlavour(body_, flavour);
  }

  const DkimBodyHash& Hash(DkimCanon canon, std::optional<uint64_t> limit, BodyFlavour flavour) {
    const auto [at, made] = hashes_.try_emplace({canon, limit, flavour});
    if (made) at->second = HashDkimBody(body_, canon, limit, flavour);
    return at->second;
  }

  std::string_view body_;
  std::map<BodyFlavour, bool> has_;
  std::map<std::tuple<DkimCanon, std::optional<uint64_t>, BodyFlavour>, DkimBodyHash> hashes_;
};

bool SameHost(std::string_view identity, std::string_view domain) {
  return identity.empty() ||
         util::EqualsIgnoreCase(identity.substr(identity.rfind('@') + 1), domain);
}

// Why this key says nothing of the signature; empty: it does.
std::string_view Unfit(const DkimKey& key, const DkimField& field) {
  const Signature& facts = field.facts;
  if (key.bytes.empty()) return "the domain has taken this key back";
  if ((facts.algorithm == "rsa-sha256") != (key.kind == util::SigningKind::kRsa))
    return "the key is of another kind than the signature";
  if (!key.sha256) return "the key is not for SHA-256";
  if (!key.mail) return "the key is not for mail";
  if (key.same_domain && !SameHost(facts.identity, facts.domain))
    return "the key is not for subdomains";
  return {};
}

void JudgeByKey(const DkimKey& key, const DkimField& field, const util::Sha256Digest& digest,
                Signature& out) {
  out.header = HeaderVerdict::kNotChecked;
  out.header_reason = Unfit(key, field);
  out.test_key = key.test;
  if (!out.header_reason.empty()) {
    out.header = HeaderVerdict::kInvalid;
    return;
  }
  switch (util::CheckSignature(key.kind, key.bytes, digest, field.bytes)) {
    case util::SignatureCheck::kValid:
      out.header = HeaderVerdict::kValid;
      return;
    case util::SignatureCheck::kInvalid:
      out.header = HeaderVerdict::kInvalid;
      out.header_reason = "the key did not sign these header fields";
      return;
    case util::SignatureCheck::kNoKey:
      out.header_reason = "the saved key cannot be read";
      return;
    case util::SignatureCheck::kShortKey:
      out.header = HeaderVerdict::kInvalid;
      out.header_reason = "the key is shorter than 1024 bits and proves nothing (RFC 8301)";
      return;
    case util::SignatureCheck::kLongKey:
      out.header_reason = "the key is longer than 16384 bits";
  }
}

void JudgeHeader(std::span<const HeaderField> fields, const HeaderField& own,
                 const DkimField& field, const DkimKeys& keys, Signature& out) {
  const auto at = keys.find(KeyName(out));
  if (at == keys.end()) {
    out.no_key = true;
    out.header_reason = "no key";
    return;
  }
  const util::Sha256Digest digest = HashDkimHeader(fields, own, field);
  for (const DkimKey& key : at->second) {
    JudgeByKey(key, field, digest, out);
    if (out.header == HeaderVerdict::kValid) return;
  }
}

class MailReader {
 public:
  MailReader(std::string_view raw, const DkimKeys& keys, std::span<const std::string> hosts)
      : keys_(keys), hosts_(hosts), bodies_(SplitMail(raw).second) {
    FieldScanner scanner(SplitMail(raw).first);
    HeaderField field;
    while (scanner.Next(field)) fields_.push_back(field);
  }

  SignedMail Run() {
    out_.reply_to_fields = static_cast<uint32_t>(std::ranges::count_if(
        fields_, [](const HeaderField& f) { return util::EqualsIgnoreCase(f.name, "Reply-To"); }));
    for (const HeaderField& field : fields_) {
      if (util::EqualsIgnoreCase(field.name, "DKIM-Signature")) AddSignature(field);
      const bool arc = util::EqualsIgnoreCase(field.name, "ARC-Authentication-Results");
      if (arc || util::EqualsIgnoreCase(field.name, "Authentication-Results"))
        AddResults(field, arc);
    }
    return std::move(out_);
  }

 private:
  void AddSignature(const HeaderField& own) {
    if (out_.signatures.size() == kMostSignatures) {
      ++out_.more_signatures;
      return;
    }
    const DkimField field = ReadDkimField(own.value);
    Signature& out = out_.signatures.emplace_back(field.facts);
    out.reply_to = CoverOf(out.headers, out_.reply_to_fields, out.oversigned);
    if (!field.wrong.empty()) {
      out.body_reason = out.header_reason = field.wrong;
      if (!field.outdated) out.header = HeaderVerdict::kInvalid;
      return;
    }
    bodies_.Judge(field, out);
    JudgeHeader(fields_, own, field, keys_, out);
  }

  void AddResults(const HeaderField& field, bool arc) {
    if (hosts_.empty()) return;
    const HostResults read = ReadHostResults(field.value, arc);
    const auto named = std::ranges::find_if(
        hosts_, [&](const std::string& host) { return util::EqualsIgnoreCase(host, read.host); });
    if (named == hosts_.end()) return;
    for (const HostResult& result : read.dkim) {
      if (out_.results.size() == kMostResults) {
        ++out_.more_results;
        continue;
      }
      HostResult& added = out_.results.emplace_back(result);
      added.host = *named;
      added.arc = arc;
    }
  }

  const DkimKeys& keys_;
  std::span<const std::string> hosts_;
  Bodies bodies_;
  std::vector<HeaderField> fields_;
  SignedMail out_;
};

}  // namespace

SignedMail ReadSignatures(std::string_view raw, const DkimKeys& keys,
                          std::span<const std::string> hosts) {
  return MailReader(raw, keys, hosts).Run();
}

}  // namespace threadlint::mail
