// Text without what its way added: the same for every copy of a mail, however it came.
#pragma once

#include <string>
#include <string_view>

namespace threadlint::mail {

// Each of these looks at one mail alone, so that "same result" is transitive and copies can be
// found by hash. They may take away a little too much of what the writer wrote (a signature that
// tells how to unsubscribe): that matters only between mails with one Message-ID.

// `text` (UTF-8, LF) with white space folded to single blanks and without: the '>' that mailboxes
// put before "From " at the start of a line; warnings of mail gateways at its beginning ("CAUTION:
// This email originated from outside …"); footers of list software at its end (a short block behind
// a line of underscores or dashes that tells how to unsubscribe). Quotation marks are kept.
std::string CanonicalText(std::string_view text);

// A decoded subject with white space folded and without the tags of lists and gateways that stand
// before it or between its reply prefixes: "[users] Re: [EXTERNAL] x" is "Re: x". A tag with a
// digit may be a case number and stays, but for the name of the list (`list_id`, may be empty).
std::string CanonicalSubject(std::string_view subject, std::string_view list_id);

}  // namespace threadlint::mail
