// HTML cut into tags and text, without building a tree.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace threadlint::mail {

// What mail programs say by "class", "id" or "style" that an element is to the mail.
enum class HtmlRole : unsigned char {
  kNone,
  kSignature,    // gmail_signature, moz-signature, Signature …
  kQuotation,    // an earlier mail without <blockquote>: yahoo_quoted, OLK_SRC_BODY_SECTION …
  kReplyHeader,  // Outlook's header block over an earlier mail, which follows it
};

struct HtmlToken {
  enum class Kind { kEnd, kText, kRawText, kTag };
  Kind kind = Kind::kEnd;
  std::string_view text;  // kText: with character references; kRawText (CDATA): without any
  std::string name;       // kTag: lower case
  bool closing = false;   // kTag: </name>
  bool hidden = false;    // kTag: the attribute "hidden", or "display:none" in "style"
  HtmlRole role = HtmlRole::kNone;  // kTag
};

// Comments (conditional ones too), declarations, processing instructions and the content of
// script, style, title, template and xml are passed over. A '<' that opens nothing is text, and so
// is what stands for an address (<anna@example.org>, <https://…>). What is never closed is read as
// if its mark was not there, so no stray quote or "<!--" hides the rest of a mail. Linear: a search
// that ran to the end in vain is not made again.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}
  // The next token; views point into the html. Reuses the token's memory.
  void Next(HtmlToken& token);

 private:
  void ReadText(HtmlToken& token);
  bool ReadDeclaration(HtmlToken& token);
  bool ReadTag(HtmlToken& token);
  size_t ReadAttribute(size_t at, HtmlToken& token);
  size_t FindOnce(std::string_view mark, size_t from, bool& absent) const;
  void SkipContent(std::string_view name);

  std::string_view html_;
  size_t pos_ = 0;
  bool no_comment_end_ = false, no_cdata_end_ = false;
  bool no_quote_ = false, no_apostrophe_ = false;
  bool no_tag_end_ = false;  // no '>' from here on: the rest is text
  unsigned unclosed_ = 0;    // bit a row of the table of dropped elements
};

}  // namespace threadlint::mail
