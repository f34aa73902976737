#pragma once

#include "client.h"
#include "dates.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::bench {

// What stands in the header of one mail.
struct Header {
  std::string from_name, from_address, to_name, to_address;
  std::string reply_to;  // empty for none
  std::string subject, message_id;
  std::vector<std::string> references;  // the last is what it answers
  std::string thread_index;             // of Outlook's mails
  std::string envelope_sender;
  bool automatic = false;  // a machine's
  std::string_view sending_host, receiving_host;
  Seconds time = 0;
  int zone_minutes = 0;
};

// The fields that servers put on top, and those of the writer's program, without Content-*.
std::string TraceFields(const Header& header, const Client& client, Prng& prng);
std::string WriterFields(const Header& header, const Client& client, Prng& prng);

}  // namespace threadlint::bench
