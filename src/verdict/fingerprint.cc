#include "verdict/fingerprint.h"

#include "util/ascii.h"
#include "util/sha256.h"

#include <threadlint/rule.h>

#include <algorithm>
#include <tuple>

namespace threadlint::verdict {
namespace {

constexpr size_t kDigits = 16;

std::string KeyOf(const Finding& finding, std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string key(finding.rule->id);
  for (const std::string& name : names) key.append("\n").append(name);
  return key.append("\n\n").append(finding.fact);
}

std::string NameOf(const Export& mail, MessageIndex i) {
  return std::string(MessageKey(mail, mail.messages[i]));
}

// Where two findings about the same differ: their places.
auto PlaceOf(const Finding& f) {
  const Evidence* e = f.evidence.empty() ? nullptr : &f.evidence.back();
  return e == nullptr ? std::tuple(f.case_index, f.message, std::string_view(), uint64_t{0},
                                   uint32_t{0}, uint64_t{0})
                      : std::tuple(f.case_index, f.message, std::string_view(e->path), e->offset,
                                   e->begin, e->sentence);
}

}  // namespace

std::string ShortHash(std::string_view text) {
  return util::Hex(util::Sha256Of(text)).substr(0, kDigits);
}

std::string FingerprintOf(const Finding& finding, const std::vector<std::string>& message_names) {
  return ShortHash(KeyOf(finding, message_names));
}

bool IsShortHash(std::string_view text) {
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
           return util::IsDigit(c) || (c >= 'a' && c <= 'f');
         });
}

std::string AnchorOf(const Export& mail, MessageIndex message) {
  return ShortHash(NameOf(mail, message));
}

void Fingerprint(Report& report) {
  const Export& mail = report.mail;
  std::vector<std::string> keys;
  keys.reserve(report.findings.size());
  std::vector<size_t> order;
  for (Finding& f : report.findings) {
    std::vector<std::string> names;
    const MessageIndex at = f.message != kNoMessage ? f.message : f.stands_in;
    if (at != kNoMessage) names.push_back(NameOf(mail, at));
    // A whole file is its own anchor.
    f.anchor = at != kNoMessage ? AnchorOf(mail, at) : ShortHash("\n" + f.fact);
    // The one it rests on. The others throw light on it, and which they are changes with what else
    // is in the export: the first mail of the case, for instance.
    if (!f.related.empty()) names.push_back(NameOf(mail, f.related.front()));
    order.push_back(keys.size());
    keys.push_back(KeyOf(f, std::move(names)));
  }
  std::ranges::sort(order, [&](size_t a, size_t b) {
    if (keys[a] != keys[b]) return keys[a] < keys[b];
    return std::tuple(PlaceOf(report.findings[a]), a) < std::tuple(PlaceOf(report.findings[b]), b);
  });
  size_t ordinal = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    ordinal = i > 0 && keys[order[i]] == keys[order[i - 1]] ? ordinal + 1 : 1;
    std::string key = keys[order[i]];
    if (ordinal > 1) key += "\n#" + std::to_string(ordinal);
    report.findings[order[i]].fingerprint = ShortHash(key);
  }
}

}  // namespace threadlint::verdict
