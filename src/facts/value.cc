#include "facts/value.h"

#include "facts/value_readers.h"
#include "facts/value_words.h"
#include "util/ascii.h"

#include <algorithm>

namespace threadlint::facts {

namespace {

using namespace values;

// The most telling form first.
constexpr bool (*kReaders[])(const Scan&, const Spot&, Value&) = {
    ReadCardTail, ReadIban,     ReadTracking, ReadAmount, ReadDate,       ReadTime,   ReadDuration,
    ReadMeasure,  ReadPostcode, ReadVersion,  ReadPhone,  ReadIdentifier, ReadNumber,
};

class Reader {
 public:
  Reader(std::string_view text, const ValueContext& context) : scan_{text, context} {
    FindAddresses(text, addresses_);
  }

  std::vector<Value> Read() && {
    const std::string_view text = scan_.text;
    for (size_t at = 0; at < text.size() && out_.size() < kMostValues;) {
      if (next_address_ < addresses_.size() && at >= addresses_[next_address_].begin) {
        at = Take(addresses_[next_address_++], at);
      } else if (util::IsDigit(text[at])) {
        at = ReadDigitsAt(at);
      } else if (util::IsAlpha(text[at]) || text[at] == '\xC3') {
        at = ReadWordAt(at);
      } else {
        ++at;
      }
    }
    while (next_address_ < addresses_.size() && out_.size() < kMostValues)
      Take(addresses_[next_address_++], scan_.floor);
    return std::move(out_);
  }

 private:
  // Gives where to go on.
  size_t Take(const Value& value, size_t at) {
    const size_t end = size_t{value.begin} + value.length;
    if (value.begin < scan_.floor) return std::max(at, end);
    out_.push_back(value);
    last_ = value;
    scan_.last = &last_;
    scan_.floor = end;
    return end;
  }

  bool RunsIntoAddress(const Value& value) const {
    return next_address_ < addresses_.size() &&
           value.begin + value.length > addresses_[next_address_].begin;
  }

  size_t ReadDigitsAt(size_t at) {
    Spot spot{at, ReadFigure(scan_, at), false};
    if (at > scan_.floor) {
      const std::string_view before = scan_.text.substr(0, at);
      const size_t dash = before.ends_with('-') || before.ends_with('/') || before.ends_with('_');
      // Behind a value nothing is: "2kg/4.4lbs".
      spot.attached = at - dash > scan_.floor && LetterBefore(scan_.text, at - dash) > 0;
    }
    for (const auto reader : kReaders) {
      Value value;
      if (reader(scan_, spot, value) && !RunsIntoAddress(value)) return Take(value, at);
    }
    // A row of numbers that is none as a whole is none in parts: "31.02.2026", "1,2,3".
    size_t end = at;
    const auto goes_on = [&] {
      const char c = scan_.At(end);
      return util::IsAlnum(c) ||
             (!spot.figure.valid && (c == '.' || c == ',') && util::IsDigit(scan_.At(end + 1)));
    };
    while (goes_on()) ++end;
    return end;
  }

  size_t ReadWordAt(size_t at) {
    const std::string_view text = scan_.text;
    size_t end = at;
    bool ascii = true;
    for (; end < text.size(); ++end) {
      if (util::IsAlpha(text[end])) continue;
      const size_t length =
          static_cast<unsigned char>(text[end]) < 0x80 ? 0 : LetterLength(text, end);
      if (length == 0) break;
      ascii = false;
      end += length - 1;
    }
    if (end == at) return at + 1;
    const bool whole = end == text.size() || !util::IsDigit(text[end]);
    if (whole && MaySayValue(text.substr(at, end - at), ascii)) {
      Value value;
      if (ReadWordValue(scan_, at, text.substr(at, end - at), value) && !RunsIntoAddress(value))
        return Take(value, end);
    }
    return end;
  }

  Scan scan_;
  Value last_;
  std::vector<Value> addresses_, out_;
  size_t next_address_ = 0;
};

}  // namespace

std::vector<Value> ReadValues(std::string_view text, const ValueContext& context) {
  return Reader(text, context).Read();
}

}  // namespace threadlint::facts
