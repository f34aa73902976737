// Cases depend on what the mails say, never on the order in which they are read.
#include "cases/build.h"
#include "cases/copies.h"
#include "mail/envelope.h"
#include "mail/export_builder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace threadlint {
namespace {

constexpr int kMessages = 4;
constexpr int kNone = -1;

// Which reply headers an answer has.
enum class Style { kInReplyTo, kReferences, kBoth, kBareIds };
constexpr std::array kStyles = {Style::kInReplyTo, Style::kReferences, Style::kBoth,
                                Style::kBareIds};

// A thread: the message that each one answers, and which messages the export lacks.
struct Shape {
  std::array<int, kMessages> parent{};
  std::array<bool, kMessages> absent{};
};

std::string Header(const Shape& shape, int i, Style style) {
  const auto id = [&](int k) {
    return style == Style::kBareIds ? fmt::format("m{}@mail.example", k)
                                    : fmt::format("<m{}@mail.example>", k);
  };
  std::string text = fmt::format(
      "From: p{0}@mail.example\nTo: desk@shop.example\nSubject: Order\n"
      "Date: Mon, {1} Apr 2024 10:00:00 +0000\nMessage-ID: <m{0}@mail.example>\n",
      i, i + 1);
  const int parent = shape.parent[static_cast<size_t>(i)];
  if (parent == kNone) return text;
  if (style != Style::kReferences) text += "In-Reply-To: " + id(parent) + "\n";
  if (style == Style::kReferences || style == Style::kBoth) {
    std::string references;
    for (int k = parent; k != kNone; k = shape.parent[static_cast<size_t>(k)])
      references = id(k) + (references.empty() ? "" : " ") + references;
    text += "References: " + references + "\n";
  }
  return text;
}

// Everything about the cases that a report shows, file places aside.
std::string Describe(const Export& mail, const CaseSet& set) {
  std::string out;
  for (const Case& c : set.cases) {
    out += c.id + ":";
    for (const CaseMessage& entry : set.Messages(c)) {
      out += fmt::format(" {}/{}", MessageName(mail, mail.messages[entry.message]),
                         set.segments[entry.segment].id);
      for (const Link& link : set.Links(entry))
        out +=
            fmt::format("->{}", link.to == kNoMessage ? std::string(mail[link.absent])
                                                      : MessageName(mail, mail.messages[link.to]));
    }
    for (const Missing& m : set.MissingOf(c)) out += fmt::format(" -{}", mail[m.message_id]);
    out += "\n";
  }
  return out;
}

std::string CasesOf(const std::vector<std::string>& headers) {
  Export mail;
  mail::Envelope envelope;
  for (const std::string& header : headers) {
    mail::ReadEnvelope(header, envelope);
    mail::AddMessage(mail, envelope, {});
  }
  cases::ResolveCopies(mail, {}, {});
  const CaseSet set = cases::BuildCases(mail, {});
  return Describe(mail, set);
}

// The number of cases by the definition: messages are one case if they name each other or the
// same absent one, directly or over others.
size_t ExpectedCases(const Shape& shape, Style style) {
  std::array<int, kMessages> group{};
  for (int i = 0; i < kMessages; ++i) group[static_cast<size_t>(i)] = i;
  const auto join = [&](int a, int b) {
    const int from = group[static_cast<size_t>(a)], to = group[static_cast<size_t>(b)];
    for (int& g : group)
      if (g == from) g = to;
  };
  for (int i = 0; i < kMessages; ++i) {
    if (shape.absent[static_cast<size_t>(i)]) continue;
    const bool whole_line = style == Style::kReferences || style == Style::kBoth;
    for (int k = shape.parent[static_cast<size_t>(i)]; k != kNone;
         k = shape.parent[static_cast<size_t>(k)]) {
      join(i, k);
      if (!whole_line) break;
    }
  }
  std::vector<int> seen;
  for (int i = 0; i < kMessages; ++i) {
    const int g = group[static_cast<size_t>(i)];
    if (!shape.absent[static_cast<size_t>(i)] && std::ranges::find(seen, g) == seen.end())
      seen.push_back(g);
  }
  return seen.size();
}

std::vector<Shape> AllShapes() {
  std::vector<Shape> out;
  for (int b = kNone; b < 1; ++b)
    for (int c = kNone; c < 2; ++c)
      for (int d = kNone; d < 3; ++d)
        for (unsigned absent = 0; absent < (1U << kMessages) - 1; ++absent) {
          Shape shape;
          shape.parent = {kNone, b, c, d};
          for (unsigned i = 0; i < kMessages; ++i) shape.absent[i] = (absent >> i & 1) != 0;
          out.push_back(shape);
        }
  return out;
}

TEST_CASE("every thread of four messages, with any of them missing, in every order") {
  const std::vector<Shape> shapes = AllShapes();
  REQUIRE(shapes.size() == 24 * 15);
  for (const Style style : kStyles)
    for (const Shape& shape : shapes) {
      std::vector<std::string> headers;
      for (int i = 0; i < kMessages; ++i)
        if (!shape.absent[static_cast<size_t>(i)]) headers.push_back(Header(shape, i, style));
      std::vector<size_t> order(headers.size());
      for (size_t i = 0; i < order.size(); ++i) order[i] = i;
      const std::string first = CasesOf(headers);
      REQUIRE(static_cast<size_t>(std::ranges::count(first, '\n')) == ExpectedCases(shape, style));
      do {
        std::vector<std::string> shuffled;
        for (const size_t i : order) shuffled.push_back(headers[i]);
        REQUIRE(CasesOf(shuffled) == first);
      } while (std::ranges::next_permutation(order).found);
    }
}

TEST_CASE("messages that answer each other in a circle are one case in every order") {
  std::vector<std::string> headers;
  for (int i = 0; i < kMessages; ++i)
    headers.push_back(
        fmt::format("From: p{0}@mail.example\nDate: Mon, {1} Apr 2024 10:00:00 +0000\n"
                    "Message-ID: <m{0}@mail.example>\nIn-Reply-To: <m{2}@mail.example>\n",
                    i, i + 1, (i + 1) % kMessages));
  std::ranges::sort(headers);
  const std::string first = CasesOf(headers);
  CHECK(std::ranges::count(first, '\n') == 1);
  do {
    REQUIRE(CasesOf(headers) == first);
  } while (std::ranges::next_permutation(headers).found);
}

}  // namespace
}  // namespace threadlint
