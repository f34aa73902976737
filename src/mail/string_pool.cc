#include "util/hash.h"

#include <threadlint/string_pool.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

namespace threadlint {

// Blocks of bytes that never move.
struct StringPool::Arena {
  static constexpr size_t kBlock = size_t{256} << 10;
  std::vector<std::unique_ptr<char[]>> blocks;
  char* free = nullptr;
  size_t left = 0;

  std::string_view Keep(std::string_view s) {
    if (s.size() > left) {
      const size_t size = s.size() > kBlock / 4 ? s.size() : kBlock;
      blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
      char* const block = blocks.back().get();
      if (size != kBlock) {  // a block of its own: the current one goes on being filled
        std::memcpy(block, s.data(), s.size());
        return {block, s.size()};
      }
      free = block;
      left = size;
    }
    char* const at = free;
    std::memcpy(at, s.data(), s.size());
    free += s.size();
    left -= s.size();
    return {at, s.size()};
  }
};

// Open addressing, linear probing, at most 2/3 full. Half of the hash is kept beside the id, so
// that growing reads no string.
struct StringPool::Table {
  struct Slot {
    uint32_t id = 0;
    uint32_t tag = 0;
  };
  std::vector<Slot> slots = std::vector<Slot>(64);

  static uint32_t Tag(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }
  // The tag decides the place: it is all that is known of an entry when the table grows.
  size_t Home(uint32_t tag) const { return (uint64_t{tag} * slots.size()) >> 32; }

  void Grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    for (const Slot& slot : old) {
      if (slot.id == 0) continue;
      size_t at = Home(slot.tag);
      while (slots[at].id != 0) at = at + 1 == slots.size() ? 0 : at + 1;
      slots[at] = slot;
    }
  }
};

StringPool::StringPool()
    : arena_(std::make_unique<Arena>()), table_(std::make_unique<Table>()), strings_(1) {}
StringPool::~StringPool() = default;
StringPool::StringPool(StringPool&&) noexcept = default;
StringPool& StringPool::operator=(StringPool&&) noexcept = default;

StringId StringPool::Intern(std::string_view s) {
  if (s.empty()) return 0;
  if ((strings_.size() + 1) * 3 > table_->slots.size() * 2) table_->Grow();
  const uint32_t tag = Table::Tag(util::HashBytes(s));
  size_t at = table_->Home(tag);
  for (;; at = at + 1 == table_->slots.size() ? 0 : at + 1) {
    const Table::Slot& slot = table_->slots[at];
    if (slot.id == 0) break;
    if (slot.tag == tag && strings_[slot.id] == s) return slot.id;
  }
  if (strings_.size() >= UINT32_MAX) throw std::length_error("more than 2^32 distinct strings");
  const auto id = static_cast<StringId>(strings_.size());
  strings_.push_back(arena_->Keep(s));
  table_->slots[at] = {id, tag};
  return id;
}

StringId StringPool::Append(std::string_view s) {
  if (!s.empty() && Find(s) == 0) return Intern(s);
  if (strings_.size() >= UINT32_MAX) throw std::length_error("more than 2^32 strings");
  strings_.push_back(s.empty() ? std::string_view() : strings_[Find(s)]);
  return static_cast<StringId>(strings_.size() - 1);
}

StringId StringPool::Find(std::string_view s) const {
  return s.empty() ? 0 : Find(s, Table::Tag(util::HashBytes(s)));
}

StringId StringPool::Find(std::string_view s, uint32_t tag) const {
  for (size_t at = table_->Home(tag);; at = at + 1 == table_->slots.size() ? 0 : at + 1) {
    const Table::Slot& slot = table_->slots[at];
    if (slot.id == 0) return 0;
    if (slot.tag == tag && strings_[slot.id] == s) return slot.id;
  }
}

std::vector<StringId> StringPool::FindAll(const StringPool& other) const {
  constexpr size_t kTogether = 32;  // as many as a processor fetches at a time, and some more
  std::vector<StringId> out(other.size());
  std::array<uint32_t, kTogether> tags{};
  for (size_t begin = 1; begin < other.size(); begin += kTogether) {
    const size_t end = std::min(begin + kTogether, other.size());
    for (size_t i = begin; i < end; ++i) {
      tags[i - begin] = Table::Tag(util::HashBytes(other.strings_[i]));
      __builtin_prefetch(&table_->slots[table_->Home(tags[i - begin])]);
    }
    for (size_t i = begin; i < end; ++i) {
      const Table::Slot& slot = table_->slots[table_->Home(tags[i - begin])];
      if (slot.tag == tags[i - begin]) __builtin_prefetch(&strings_[slot.id]);
    }
    for (size_t i = begin; i < end; ++i) {
      const Table::Slot& slot = table_->slots[table_->Home(tags[i - begin])];
      if (slot.tag == tags[i - begin]) __builtin_prefetch(strings_[slot.id].data());
    }
    for (size_t i = begin; i < end; ++i) out[i] = Find(other.strings_[i], tags[i - begin]);
  }
  return out;
}

}  // namespace threadlint
