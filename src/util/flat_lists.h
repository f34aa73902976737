// Lists that stand one behind the other: where few of many are looked at, and in no order, each
// costs one look into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace threadlint::util {

template <typename T>
class FlatLists {
 public:
  FlatLists() = default;
  explicit FlatLists(const std::vector<std::vector<T>>& lists) {
    begins_.reserve(lists.size() + 1);
    for (const std::vector<T>& list : lists) {
      begins_.push_back(static_cast<uint32_t>(all_.size()));
      all_.insert(all_.end(), list.begin(), list.end());
    }
    begins_.push_back(static_cast<uint32_t>(all_.size()));
  }

  size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  std::span<const T> operator[](size_t list) const {
    return std::span(all_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

 private:
  std::vector<uint32_t> begins_;  // by list, and the end of all
  std::vector<T> all_;
};

}  // namespace threadlint::util
