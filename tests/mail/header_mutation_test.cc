// Every prefix and every single-byte mutation of the sample headers: nothing may crash, and what
// comes out must keep the promises of envelope.h.
#include "mail/envelope.h"
#include "util/ascii.h"
#include "util/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace threadlint::mail {
namespace {

bool IsGoodId(const std::string& id) {
  return !id.empty() && util::IsValidUtf8(id) &&
         std::ranges::none_of(id, [](char c) { return util::IsSpace(c) || c == '<' || c == '>'; });
}

void CheckPromises(const Envelope& e) {
  REQUIRE((e.message_id.empty() || IsGoodId(e.message_id)));
  for (const auto* ids : {&e.in_reply_to, &e.references})
    for (const std::string& id : *ids) REQUIRE((IsGoodId(id) && id != e.message_id));
  for (const auto* list : {&e.from, &e.sender, &e.reply_to, &e.to, &e.cc})
    for (const Mailbox& mailbox : *list) {
      REQUIRE_FALSE(mailbox.address.empty());
      REQUIRE(util::IsValidUtf8(mailbox.address));
      REQUIRE(util::IsValidUtf8(mailbox.name));
    }
  for (const std::string* text : {&e.subject, &e.list_id, &e.return_path, &e.auto_submitted})
    REQUIRE(util::IsValidUtf8(*text));
  REQUIRE(e.subject.find('\n') == std::string::npos);
}

TEST_CASE("prefixes and mutations of headers") {
  constexpr std::array<char, 14> kBytes = {'\0', '\n', '\r', ' ', '<', '>',    '(',
                                           ')',  '"',  '\\', ',', '=', '\xC3', '@'};
  Envelope envelope;
  int samples = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(THREADLINT_SOURCE_DIR) +
                                                               "/testdata/mail/headers")) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    const std::string sample = content.str();
    ++samples;
    CAPTURE(entry.path().filename().string());
    for (size_t i = 0; i <= sample.size(); ++i) {
      // A copy of its own, so that a read behind the end is seen.
      std::string prefix = sample.substr(0, i);
      prefix.shrink_to_fit();
      ReadEnvelope(prefix, envelope);
      CheckPromises(envelope);
    }
    for (size_t i = 0; i < sample.size(); ++i) {
      for (char c : kBytes) {
        std::string mutated = sample;
        mutated[i] = c;
        ReadEnvelope(mutated, envelope);
        CheckPromises(envelope);
      }
      std::string without = sample;
      without.erase(i, 1);
      ReadEnvelope(without, envelope);
      CheckPromises(envelope);
    }
  }
  CHECK(samples >= 4);
}

TEST_CASE("a megabyte of one thing in every field") {
  Envelope envelope;
  for (const char* name : {"From", "To", "Reply-To", "Message-ID", "In-Reply-To", "References",
                           "Date", "Received", "Subject", "List-Id", "Return-Path", "Delivered-To",
                           "Auto-Submitted", "X-Gmail-Labels", "X-GM-THRID"})
    for (const char* piece : {"(", ")", "<", "\"", ":", ";", "=?", "1", "a ", "\\", "\n ", ","}) {
      std::string block = std::string(name) + ": ";
      while (block.size() < 250000) block += piece;
      ReadEnvelope(block, envelope);
      CheckPromises(envelope);
    }
}

}  // namespace
}  // namespace threadlint::mail
