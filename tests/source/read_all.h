// Everything below some paths, read the way the program does.
#pragma once

#include "source/framing.h"
#include "source/inventory.h"

#include <string>
#include <vector>

namespace threadlint::source {

struct FoundMail {
  std::string path;
  LeftOut left_out = LeftOut::kNo;
  bool truncated = false;
  std::string bytes;
  std::string id;  // of the Message-ID, with its brackets
};

struct Found {
  Inventory inventory;
  std::vector<FoundMail> mails;
  std::vector<Note> notes;  // of opening and framing
};

Found ReadAll(const std::vector<std::string>& paths, const Limits& limits = {});

bool HasNote(const std::vector<Note>& notes, NoteKind kind);

}  // namespace threadlint::source
