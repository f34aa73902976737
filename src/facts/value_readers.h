// One reader a kind. Each is given a place where a value of its kind may stand, looks around as far
// as kReach, and says whether one does.
#pragma once

#include "facts/value_scan.h"

#include <optional>

namespace threadlint::facts::values {

// A place where digits begin.
struct Spot {
  size_t at = 0;
  Figure figure;
  bool attached = false;  // behind a letter, or a letter and a dash: "v4", "HK-77120"
};

// What stands before a number: "order no. 4471".
enum class Label : uint8_t { kNone, kThing, kNumber, kPhone, kOther };
// Looks back over a few words of the sentence, or one line end.
Label LabelBefore(const Scan& scan, size_t at);

bool ReadAmount(const Scan& scan, const Spot& spot, Value& out);
bool ReadDate(const Scan& scan, const Spot& spot, Value& out);
bool ReadTime(const Scan& scan, const Spot& spot, Value& out);
bool ReadDuration(const Scan& scan, const Spot& spot, Value& out);
bool ReadMeasure(const Scan& scan, const Spot& spot, Value& out);  // and kPercent
bool ReadCardTail(const Scan& scan, const Spot& spot, Value& out);
bool ReadIban(const Scan& scan, const Spot& spot, Value& out);
bool ReadTracking(const Scan& scan, const Spot& spot, Value& out);
bool ReadVersion(const Scan& scan, const Spot& spot, Value& out);
bool ReadPostcode(const Scan& scan, const Spot& spot, Value& out);
bool ReadPhone(const Scan& scan, const Spot& spot, Value& out);
bool ReadIdentifier(const Scan& scan, const Spot& spot, Value& out);
bool ReadNumber(const Scan& scan, const Spot& spot, Value& out);

// What words say without digits: "tomorrow", "on Friday", "noon", "ten days", "half an hour".
bool ReadWordValue(const Scan& scan, size_t at, std::string_view word, Value& out);

// A number written as a word; 0: none. `folded` as FoldedWord gives it.
int NumberOfWord(std::string_view folded);

// From a duration's number at `begin`, which ends at `end`, on.
struct Count {
  size_t begin = 0, end = 0;
  int64_t thousandths = 0;
};
bool ReadDurationFrom(const Scan& scan, const Count& first, Value& out);
// A figure or a number word.
std::optional<Count> ReadCount(const Scan& scan, size_t at);

// Days since 1970 of the mail's own day, where its writer was.
std::optional<int64_t> DayWritten(const Scan& scan);
Value MakeDate(size_t begin, size_t end, int64_t day);
// `seconds` since midnight.
Value MakeTime(size_t begin, size_t end, int64_t seconds);

// Addresses of mailboxes and pages that stand in the text, in order.
void FindAddresses(std::string_view text, std::vector<Value>& out);

}  // namespace threadlint::facts::values
