// A made-up correspondence, to be written in the forms that mail programs keep.
#pragma once

#include <string>
#include <vector>

namespace threadlint::formats {

struct Mail {
  std::string text;        // header, empty line, body; lines end in \n
  bool own = false;        // written by the owner of the mailbox: lies in Sent
  int conversation = 0;    // what a mail program would show as one
  std::string in_mbox;     // date of its "From " line, as asctime() writes it
  std::string in_takeout;  // the same as Gmail Takeout writes it
};

// Two cases of one customer with one desk (in one the token changes, in the other it goes), and a
// private mail whose parent is missing.
std::vector<Mail> MakeCorrespondence();

}  // namespace threadlint::formats
