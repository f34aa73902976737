// Filling a vector again and again without giving back the memory of its elements.
#pragma once

#include <cstddef>
#include <vector>

namespace threadlint::mail {

// Hands out the elements of `items` from the front, old ones first; Finish() drops those that were
// not asked for. An element comes with its old content: overwrite it whole.
template <typename T>
class Slots {
 public:
  explicit Slots(std::vector<T>& items) : items_(items) {}

  T& Next() {
    if (used_ == items_.size()) items_.emplace_back();
    return items_[used_++];
  }
  void DropLast() { --used_; }
  size_t used() const { return used_; }
  T& operator[](size_t i) { return items_[i]; }
  void Finish() { items_.resize(used_); }

 private:
  std::vector<T>& items_;
  size_t used_ = 0;
};

}  // namespace threadlint::mail
