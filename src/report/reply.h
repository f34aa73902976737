// How to answer to a case so that the desk finds all of it again: where the answer goes, what else
// the case goes by, and a text to paste.
#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::report {

// An address, and numbers in subjects, that the desk keeps a part of a case by.
struct ReplyPart {
  TokenIndex token = kNoToken;       // kNoToken: nothing in it is of this case alone
  std::string address;               // where answers to these mails go
  std::vector<std::string> numbers;  // as the subjects have them
  MessageIndex first = kNoMessage, last = kNoMessage;  // mails of the desk that give it
  uint32_t mails = 0;
};

struct ReplyWarning {
  std::string_view code;  // as JSON has it
  std::string text;
};

struct Reply {
  uint32_t case_index = 0;
  MessageIndex answer = kNoMessage;  // the mail to answer; kNoMessage: there is none of the desk
  ReplyPart now;                     // what the desk's system knows the case by today
  std::string why;                   // a sentence on its address
  std::vector<ReplyPart> earlier;    // what the rest of the case goes by, oldest first
  std::string copy_to;               // of an earlier one, where a copy helps; empty: nowhere
  std::vector<ReplyWarning> warnings;
  std::vector<std::string>
      paste;  // lines of at most 72 columns, made harmless; none without `answer`
};

Reply MakeReply(const Report& report, uint32_t case_index);

void WriteTextReply(const Report& report, const Reply& reply, const ReportOptions& options,
                    Output& output);
void WriteJsonReply(const Report& report, const Reply& reply, const ReportOptions& options,
                    Output& output);

}  // namespace threadlint::report
