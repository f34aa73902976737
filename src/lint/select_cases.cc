#include "lint/select_cases.h"

#include "util/ascii.h"

namespace threadlint {
namespace {

// `wanted` is an address, or a domain that covers what stands below it.
bool Names(std::string_view wanted, std::string_view address) {
  if (wanted.find('@') != std::string_view::npos && !wanted.starts_with('@'))
    return util::EqualsIgnoreCase(wanted, address);
  if (wanted.starts_with('@')) wanted.remove_prefix(1);
  const size_t at = address.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view domain = address.substr(at + 1);
  return util::EndsWithIgnoreCase(domain, wanted) &&
         (domain.size() == wanted.size() || domain[domain.size() - wanted.size() - 1] == '.');
}

class Matcher {
 public:
  Matcher(const Options& options, const Export& mail)
      : options_(options), mail_(mail), known_(mail.strings.size()) {}

  bool Case(std::span<const CaseMessage> messages) {
    bool with = options_.with.empty(), in_time = false;
    for (const CaseMessage& entry : messages) {
      const Message& m = mail_.messages[entry.message];
      with = with || Has(m);
      in_time = in_time || ((!options_.since || m.date >= *options_.since) &&
                            (!options_.until || m.date <= *options_.until));
    }
    return with && in_time;
  }

 private:
  bool Has(const Message& m) {
    if (Address(m.from)) return true;
    for (const StringId a : mail_.ReplyTo(m))
      if (Address(a)) return true;
    for (const StringId a : mail_.Recipients(m))
      if (Address(a)) return true;
    return false;
  }

  bool Address(StringId a) {
    if (known_[a] == 0) {
      known_[a] = 1;
      for (const std::string& wanted : options_.with)
        if (Names(wanted, mail_[a])) known_[a] = 2;
    }
    return known_[a] == 2;
  }

  const Options& options_;
  const Export& mail_;
  std::vector<uint8_t> known_;  // by StringId: 0 not looked at, 1 no, 2 yes
};

}  // namespace

std::vector<uint32_t> SelectCases(const Options& options, const Export& mail, const CaseSet& set,
                                  uint64_t& hidden) {
  std::vector<uint32_t> shown;
  hidden = 0;
  Matcher matcher(options, mail);
  for (uint32_t i = 0; i < set.cases.size(); ++i) {
    const Case& c = set.cases[i];
    // Who names a correspondent means him, help desk or not.
    const bool kind = options.all || c.has_desk || !options.with.empty();
    if (kind && matcher.Case(set.Messages(c))) {
      shown.push_back(i);
    } else {
      ++hidden;
    }
  }
  return shown;
}

}  // namespace threadlint
