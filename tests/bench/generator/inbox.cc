#include "inbox.h"

#include <algorithm>

namespace threadlint::bench {
namespace {

constexpr auto kLater = [](const auto& a, const auto& b) { return a->NextTime() > b->NextTime(); };

}  // namespace

void Inbox::OpenCase() {
  ++cases_;
  // One of eight customers has had a case before.
  const uint64_t customer =
      cases_ > 10 && arrivals_.Chance(120) ? 1 + arrivals_.Below(cases_ - 1) : cases_;
  // Cases are numbered apart from customers: each number has chances of its own.
  open_.push_back(
      std::make_unique<Conversation>(seed_, (uint64_t{1} << 40U) + cases_, customer, next_case_));
  std::ranges::push_heap(open_, kLater);
  next_case_ += arrivals_.Between(1, 80) * kMinute + arrivals_.Between(0, 59);
}

RawMail Inbox::Next() {
  while (open_.empty() || next_case_ <= open_.front()->NextTime()) OpenCase();
  std::ranges::pop_heap(open_, kLater);
  RawMail mail = open_.back()->Next();
  if (open_.back()->Done())
    open_.pop_back();
  else
    std::ranges::push_heap(open_, kLater);
  return mail;
}

}  // namespace threadlint::bench
