#include "facts/sentence.h"

#include "util/ascii.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::facts {
namespace {

// Lines as mail::ReadLines() gives them; those that begin with '>' are quoted.
std::vector<mail::TextLine> Lines(std::string_view text) {
  std::vector<mail::TextLine> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    mail::TextLine line{util::Trim(text.substr(at, end - at)), 0, mail::LineVoice::kOwn};
    if (line.text.starts_with('>')) {
      line = {util::TrimLeft(line.text.substr(1)), 1, mail::LineVoice::kQuoted};
    }
    out.push_back(line);
    at = end + 1;
  }
  return out;
}

// The sentences, '|' between; line ends as '~'. "?" before a question, "*" before an entry, "^N "
// before what sentence N introduces.
std::string Split(std::string_view text) {
  std::string out;
  const std::vector<mail::TextLine> lines = Lines(text);
  for (const Sentence& sentence : SplitSentences(text, lines)) {
    if (!out.empty()) out += '|';
    if (sentence.question) out += '?';
    if (sentence.item) out += '*';
    CHECK(sentence.after_colon == (sentence.introduced_by != kNoSentence));
    if (sentence.after_colon) out += '^' + std::to_string(sentence.introduced_by) + ' ';
    for (const char c : text.substr(sentence.begin, sentence.length)) out += c == '\n' ? '~' : c;
  }
  return out;
}

struct Row {
  std::string_view text, sentences;
};

constexpr Row kStops[] = {
    {"It broke. I sent it back! When will you pay?",
     "It broke.|I sent it back!|?When will you pay?"},
    {"Mr. J. Smith of St. Albans called. He was kind.",
     "Mr. J. Smith of St. Albans called.|He was kind."},
    {"See No. 12 of it. No. I did not.", "See No. 12 of it.|No.|I did not."},
    {"I paid 1,840.00 and 19.90 for version 4.2.1. It is dated 12.03.2026. Thanks",
     "I paid 1,840.00 and 19.90 for version 4.2.1.|It is dated 12.03.2026.|Thanks"},
    {"Es kam am 4. Mai an, z.B. mit Nr. 12. Danke", "Es kam am 4. Mai an, z.B. mit Nr. 12.|Danke"},
    {"Come at 5 p.m. on Monday. We close at 6 p.m. Please ring.",
     "Come at 5 p.m. on Monday.|We close at 6 p.m.|Please ring."},
    {"Any day after 4pm. 020 7946 0123", "Any day after 4pm.|020 7946 0123"},
    {"See https://example.com/a.b?c=d. Or mail ann@example.com. Bye",
     "See https://example.com/a.b?c=d.|Or mail ann@example.com.|Bye"},
    {"Well... it may be. What?! No... Yes.", "Well... it may be.|?What?!|No...|Yes."},
    {"It costs approx. 20 pounds, e.g. at the shop.",
     "It costs approx. 20 pounds, e.g. at the shop."},
    {"I am taller than I. We agree.", "I am taller than I.|We agree."},
    {"It was sent.It was our mistake.", "It was sent.|It was our mistake."},
    {"He said \"Where is it?\" I do not know.", "?He said \"Where is it?\"|I do not know."},
    {"It is (really!) broken. Sad.", "It is (really!) broken.|Sad."},
    {"Thanks :) Where is it? \xF0\x9F\x98\x80 Please tell.",
     "Thanks :)|?Where is it? \xF0\x9F\x98\x80|Please tell."},
    {"\xC2\xBF"
     "D\xC3\xB3nde est\xC3\xA1? Llevo dos semanas.",
     "?\xC2\xBF"
     "D\xC3\xB3nde est\xC3\xA1?|Llevo dos semanas."},
    {"\xE5\x9C\xA8\xE5\x93\xAA\xE9\x87\x8C\xEF\xBC\x9F\xE8\xB0\xA2\xE8\xB0\xA2\xE3\x80\x82",
     "?\xE5\x9C\xA8\xE5\x93\xAA\xE9\x87\x8C\xEF\xBC\x9F|\xE8\xB0\xA2\xE8\xB0\xA2\xE3\x80\x82"},
    {"WHERE IS IT? I WAITED 3 WEEKS. NOTHING CAME", "?WHERE IS IT?|I WAITED 3 WEEKS.|NOTHING CAME"},
    {"where is it? i waited. nothing came", "?where is it?|i waited.|nothing came"},
    {"is that so?? ok", "?is that so??|ok"},
    {"", ""},
    {" \n\n ", ""},
    {"...", "..."},
};

TEST_CASE("a sentence ends where its writer ends it") {
  for (const Row& row : kStops) {
    CAPTURE(row.text);
    CHECK(Split(row.text) == row.sentences);
  }
}

constexpr Row kLines[] = {
    // Wrapped by a program.
    {"I ordered the large kettle with the blue lid from your shop in the high\n"
     "street of our town. It never came, and nobody answers the telephone\n"
     "when I call.",
     "I ordered the large kettle with the blue lid from your shop in the high~street of our "
     "town.|It never came, and nobody answers the telephone~when I call."},
    // A capital begins the next line all the same.
    {"My complaint is about the delivery of the washing machine that your\n"
     "Didcot branch sent on Monday and that has been standing in the hall of\n"
     "Mrs Example since.",
     "My complaint is about the delivery of the washing machine that your~Didcot branch sent on "
     "Monday and that has been standing in the hall of~Mrs Example since."},
    // A thought a line.
    {"hi\ni ordered a kettle last week\nit never came\nwhere is it",
     "hi|i ordered a kettle last "
     "week|it never came|where is it"},
    {"Hello\nMy kettle is broken\nPlease help", "Hello|My kettle is broken|Please help"},
    {"Hi Ann,\nthe kettle is broken and nobody answers.",
     "Hi Ann,|the kettle is broken and nobody "
     "answers."},
    {"Order: HK-77120\nName: Ann Example\nPostcode: OX11 7AB",
     "Order: HK-77120|Name: Ann Example|Postcode: OX11 7AB"},
    {"12 High Street\nDidcot\nOX11 7AB", "12 High Street|Didcot|OX11 7AB"},
    {"I am still waiting for the\nkettle.", "I am still waiting for the~kettle."},
    // Nobody's lines part sentences.
    {"I sent it\n> when did you send it\non Monday.", "I sent it|on Monday."},
    {"One thing\n\nor another", "One thing|or another"},
};

TEST_CASE("a line end ends a sentence unless a program set it") {
  for (const Row& row : kLines) {
    CAPTURE(row.text);
    CHECK(Split(row.text) == row.sentences);
  }
}

constexpr Row kLists[] = {
    {"Please send:\n- order number\n- a photo of the box\n\nThank you.",
     "Please send:|*^0 order number|*^0 a photo of the box|Thank you."},
    {"We need the following:\n\n1. Your order number. It is on the bill.\n2. Photos?",
     "We need the following:|*^0 Your order number.|^0 It is on the bill.|?*^0 Photos?"},
    {"Two things:\na) the bill\n(b) the box\n3) the lid",
     "Two things:|*^0 the bill|*^0 the box|*^0 the lid"},
    {"\xE2\x80\xA2 One\n\xE2\x80\xA2 Two", "*One|*Two"},
    {"-serial number\n-model", "*serial number|*model"},
    {"Two things. 1) I paid. 2) It broke.", "Two things.|*I paid.|*It broke."},
    {"Your address:\n12 High Street", "Your address:|^0 12 High Street"},
    {"Address:\n\nI will send it.", "Address:|I will send it."},
    {"Dear Sir or Madam:\n\n- It broke.", "Dear Sir or Madam:|*It broke."},
    {"3. Mai war es.", "3. Mai war es."},
    {"Thanks. - Ann", "Thanks.|- Ann"},
    {"1.5 volts", "1.5 volts"},
};

TEST_CASE("entries of lists know what introduces them") {
  for (const Row& row : kLists) {
    CAPTURE(row.text);
    CHECK(Split(row.text) == row.sentences);
  }
}

TEST_CASE("paragraphs are counted") {
  constexpr std::string_view kText = "One. Two.\nThree.\n\n\nFour.\n> so?\nFive.";
  std::vector<uint32_t> paragraphs;
  for (const Sentence& sentence : SplitSentences(kText, Lines(kText)))
    paragraphs.push_back(sentence.paragraph);
  CHECK(paragraphs == std::vector<uint32_t>{0, 0, 0, 1, 2});
}

TEST_CASE("sentences stand in order and apart in any text") {
  constexpr std::string_view kPieces[] = {".",
                                          "!",
                                          "?",
                                          " ",
                                          "\n",
                                          "a",
                                          "Word",
                                          "word ",
                                          "1. ",
                                          "a) ",
                                          "- ",
                                          ":",
                                          ")",
                                          "\"",
                                          "...",
                                          ":)",
                                          "\xF0\x9F\x98\x80",
                                          "\xC3",
                                          "\xFF",
                                          "No.",
                                          "e.g.",
                                          "Hi Ann,",
                                          "Order: 1",
                                          "\n\n",
                                          "\xE2\x80\xA2 ",
                                          "the\n",
                                          "\xC2\xA0"};
  uint64_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      state = state * 6364136223846793005 + 1442695040888963407;
      text += kPieces[(state >> 33) % std::size(kPieces)];
    }
    CAPTURE(text);
    size_t end = 0;
    for (const Sentence& sentence : SplitSentences(text, Lines(text))) {
      REQUIRE(sentence.begin >= end);
      REQUIRE(sentence.length > 0);
      end = size_t{sentence.begin} + sentence.length;
      REQUIRE(end <= text.size());
    }
  }
}

TEST_CASE("a sentence without end is cut at blanks, between characters") {
  std::string blanks, none;
  for (int i = 0; i < 2000; ++i) {
    blanks += "wort ";
    none += "\xC3\xA4";
  }
  for (const std::string& text : {blanks, none}) {
    size_t end = 0;
    const std::vector<Sentence> sentences = SplitSentences(text, Lines(text));
    CHECK(sentences.size() > 1);
    for (const Sentence& sentence : sentences) {
      CHECK(sentence.length <= kLongestSentence);
      CHECK(sentence.length > 0);
      CHECK(sentence.begin >= end);
      CHECK(sentence.begin <= end + 1);  // at most the blank is left out
      CHECK((static_cast<unsigned char>(text[sentence.begin]) & 0xC0) != 0x80);
      end = sentence.begin + sentence.length;
    }
    CHECK(end >= text.size() - 1);
  }
}

}  // namespace
}  // namespace threadlint::facts
