// Whom a mail of the desk speaks with, where several people not of the desk write in a case.
#pragma once

#include <threadlint/rule.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace threadlint::rules {

// On a mailing list strangers take part in a thread: what one of them has said, another is still to
// be asked for. In the mailbox of a help desk whoever writes in a case was drawn into it by the
// customer, and all of them are one side.
class Persons {
 public:
  explicit Persons(const CaseView& view);

  // What the mail of `theirs`, which is not of the desk, says was said to, or by, those whom the
  // desk's mail `desk` answers. Both into CaseView::messages().
  bool Concerns(uint32_t desk, uint32_t theirs) const;
  // The same person's, or not of a list: two mails that are not of the desk.
  bool Same(uint32_t a, uint32_t b) const;

 private:
  struct Who {
    bool several = false;             // on a list: otherwise nothing has to be told apart
    std::vector<uint32_t> author;     // by entry: ordinal of the person
    std::vector<uint32_t> addressed;  // by entry of the desk: whom it answers; kNobody: not known
  };
  static Who Read(const CaseView& view);

  std::shared_ptr<const Who> who_;
};

}  // namespace threadlint::rules
