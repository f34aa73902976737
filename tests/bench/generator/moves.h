#pragma once

#include "language.h"

#include <string_view>

namespace threadlint::bench {

// What somebody says in a mail: each move has many templates a language.
enum class Move {
  // The customer
  kSubject,
  kProblem,    // names order and product
  kStory,      // how it came about
  kRequest,    // what he wants
  kGivePhoto,  // with an attachment
  kGiveSerial,
  kGiveAddress,
  kGiveReceipt,  // with an attachment
  kChase,
  kQuestion,
  kQuestionAgain,
  kThanks,
  kMissed,      // the promised day has passed
  kGaveBefore,  // objects to being asked again
  kObject,      // objects to what was said
  kSolved,
  // The desk
  kSorry,
  kProcedure,  // what happens next, at length
  kAdvice,     // steps to try
  kAskPhoto,
  kAskSerial,
  kAskAddress,
  kAskReceipt,
  kGotPhoto,
  kGotSerial,
  kGotAddress,
  kGotReceipt,
  kPromise,  // with a day
  kStatus,
  kAnswer,  // to a question
  kClosing,
  kNoPhoto,  // denies what had come
  kRefunded,
  kNotRefunded,
  kFee,
  kOtherFee,
  kDelivery,
  kOtherDelivery,
  kWindow,
  kOtherWindow,
  kWrongBefore,
  kStartOver,
  kChannel,
  kThirdParty,
  kRefusal,
  kTicketClosed,
  kUnread,        // a mailbox that nobody reads
  kAcknowledged,  // a machine
  kPassedBy,      // an answer to something else
  kAboutOrder,    // what a mail that begins anew is about
  kCount
};

struct MoveText {
  Move move;
  Language language;
  std::string_view text;  // (one|other) is a choice, {slot} a value
};

}  // namespace threadlint::bench
