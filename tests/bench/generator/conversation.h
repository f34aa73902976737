#pragma once

#include "header.h"
#include "letter.h"
#include "mime.h"
#include "person.h"
#include "plot.h"
#include "words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace threadlint::bench {

// One message as it stands in a file, without what frames it.
struct RawMail {
  std::string bytes, envelope_sender;
  Seconds time = 0;
  bool lost = false;  // it was sent, but is not in the export
  Shares shares;
};

// One case, written mail by mail.
class Conversation {
 public:
  Conversation(uint64_t seed, uint64_t number, uint64_t customer, Seconds begins);

  bool Done() const { return next_ == plot_.size(); }
  Seconds NextTime() const { return next_time_; }
  RawMail Next();

 private:
  void ChangeThread(const ThreadChange& change);
  Slots SlotsNow() const;
  Letter Write(const Beat& beat);
  Header HeaderOf(const Beat& beat);
  std::vector<const Shown*> History(const Beat& beat) const;
  Manner MannerOf(const Beat& beat) const;
  std::string Agent() const;
  std::string AgentFirstName() const;

  uint64_t seed_;
  Prng prng_;
  const Desk* desk_;
  Person customer_;
  const Client* client_;  // the customer's
  Language language_;
  std::vector<Beat> plot_;
  size_t next_ = 0;
  Seconds begins_, next_time_;
  int days_promised_;
  Seconds due_ = 0;  // of what was promised last
  std::string token_;
  bool token_known_ = false;  // some mail of the desk has told it
  uint64_t agent_;
  std::string subject_, product_, order_, serial_, amount_, fee_, other_fee_, click_code_;
  std::string thread_index_;
  std::vector<std::string> ids_;  // references of the thread
  std::vector<Letter> letters_;
  std::vector<Shown> shown_;
};

}  // namespace threadlint::bench
