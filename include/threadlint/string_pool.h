// Strings by small numbers, each kept once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace threadlint {

using StringId = uint32_t;  // into StringPool; 0 is the empty string

// Strings, each once, in an arena. Ids are given in the order of first use. Not thread-safe.
class StringPool {
 public:
  StringPool();
  ~StringPool();
  StringPool(StringPool&&) noexcept;
  StringPool& operator=(StringPool&&) noexcept;

  StringId Intern(std::string_view s);
  // A new id, whether the string is there or not: a pool made anew keeps the ids of another.
  StringId Append(std::string_view s);
  // Id of a string that is there; 0 if it is not (or is empty).
  StringId Find(std::string_view s) const;
  // The same for every string of another pool, by its id there. Many at a time do not wait for
  // memory one by one: much faster where pools are larger than the processor's caches.
  std::vector<StringId> FindAll(const StringPool& other) const;
  std::string_view operator[](StringId id) const { return strings_[id]; }
  size_t size() const { return strings_.size(); }

 private:
  struct Arena;
  struct Table;
  StringId Find(std::string_view s, uint32_t tag) const;  // not empty

  std::unique_ptr<Arena> arena_;
  std::unique_ptr<Table> table_;
  std::vector<std::string_view> strings_;
};

}  // namespace threadlint
