// DKIM signatures in words that all writers share. Nothing is escaped: each writer does it in its
// own way.
#pragma once

#include <threadlint/report.h>

#include <span>
#include <string>
#include <vector>

namespace threadlint::report {

// Of that mail; null if it was not asked for.
const SignedMail* SignaturesOf(const Report& report, MessageIndex message);

// "Reply-To of the mail of 6 May 2024 is signed by larkspur.example (DKIM; body hash right; header
// signature not checked, no key)." A sentence a signature, then what hosts said.
std::vector<std::string> SignatureWords(const Report& report, const SignedMail& mail);
// The same of the mails that a finding of family TL1 rests on, in their order; else nothing.
std::vector<std::string> SignatureWords(const Report& report, const Finding& finding);

// "selector._domainkey.domain" of every key that would allow a header signature to be checked,
// sorted. Not in a redacted report: pseudonyms name no key.
std::vector<std::string> MissingKeys(const Report& report);

// What a signature of Reply-To shows and what it does not; goes with any of these words.
inline constexpr const char* kSignatureMeaning =
    "A valid header signature over Reply-To shows that a machine which holds that domain's key "
    "signed the mail with this reply address. A body or header that does not match may have been "
    "changed on the way, as mailing lists and gateways do, or by the mailbox. A mail without a "
    "signature shows nothing.";

}  // namespace threadlint::report
