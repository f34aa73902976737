#include "rules/wording.h"

#include <fmt/format.h>

namespace threadlint::rules {

std::vector<Finding> TL202(const CaseView& view) {
  std::vector<Finding> out;
  for (const Missing& missing : view.set->MissingOf(view.get())) {
    const Message& m = view.message(missing.referenced_by);
    const auto parents = view.mail->InReplyTo(m);
    // An answer to a mail that is not there; a mere mention further up in References is in the
    // case's list of missing mails, but no finding of its own.
    if (parents.empty() || parents.front() != missing.message_id) continue;
    Finding f;
    f.severity = Severity::kNote;
    f.confidence = 0.9;
    f.message = missing.referenced_by;
    f.text = fmt::format("The mail of {} answers <{}>, which is not in the export.", Day(m),
                         view.text(missing.message_id));
    f.evidence = {InHeader(missing.referenced_by, "In-Reply-To")};
    f.reach = 1;
    f.fact = std::string(view.text(missing.message_id));
    f.wrong_if =
        "The mail may stand in a folder that was not exported, such as Sent, or a mail system may "
        "have given it another Message-ID on its way.";
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace threadlint::rules
