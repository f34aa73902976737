// HTML to plain text. Unknown elements are inline. What a reader of the mail does not see is left
// out: elements with "display:none" or "hidden" (preheaders, the twin of a block for small
// screens). "font-size:0" hides nothing here: mail templates set it on cells to close gaps and
// undo it inside.
//
// What stands around the writer's words stays visible in the way of plain text: quotations are
// marked, a signature stands below "-- ", and Outlook's header block below its rule. Where text
// goes on behind a signature, kSignatureEnd says so.
#include "mail/html_entities.h"
#include "mail/html_scan.h"
#include "mail/text.h"
#include "util/utf8.h"

#include <algorithm>
#include <iterator>

namespace threadlint::mail {

namespace {

enum class Effect : unsigned char {
  kInline,
  kBlock,      // begins and ends a line
  kParagraph,  // with an empty line before and behind
  kBreak,
  kCell,
  kItem,
  kRule,
  kQuote,
  kPre,
  kHead,
  kVoid,  // has no content and no effect
};

struct Element {
  std::string_view name;
  Effect effect;
};

// Sorted by name, for a binary search.
constexpr Element kElements[] = {
    {"address", Effect::kBlock},  {"area", Effect::kVoid},        {"article", Effect::kBlock},
    {"aside", Effect::kBlock},    {"blockquote", Effect::kQuote}, {"body", Effect::kBlock},
    {"br", Effect::kBreak},       {"caption", Effect::kBlock},    {"center", Effect::kBlock},
    {"col", Effect::kVoid},       {"dd", Effect::kBlock},         {"dir", Effect::kParagraph},
    {"div", Effect::kBlock},      {"dl", Effect::kParagraph},     {"dt", Effect::kBlock},
    {"fieldset", Effect::kBlock}, {"footer", Effect::kBlock},     {"form", Effect::kBlock},
    {"h1", Effect::kParagraph},   {"h2", Effect::kParagraph},     {"h3", Effect::kParagraph},
    {"h4", Effect::kParagraph},   {"h5", Effect::kParagraph},     {"h6", Effect::kParagraph},
    {"head", Effect::kHead},      {"header", Effect::kBlock},     {"hr", Effect::kRule},
    {"html", Effect::kBlock},     {"img", Effect::kVoid},         {"input", Effect::kVoid},
    {"legend", Effect::kBlock},   {"li", Effect::kItem},          {"link", Effect::kVoid},
    {"main", Effect::kBlock},     {"menu", Effect::kParagraph},   {"meta", Effect::kVoid},
    {"nav", Effect::kBlock},      {"ol", Effect::kParagraph},     {"option", Effect::kBlock},
    {"p", Effect::kParagraph},    {"pre", Effect::kPre},          {"section", Effect::kBlock},
    {"select", Effect::kBlock},   {"summary", Effect::kBlock},    {"table", Effect::kBlock},
    {"tbody", Effect::kBlock},    {"td", Effect::kCell},          {"tfoot", Effect::kBlock},
    {"th", Effect::kCell},        {"thead", Effect::kBlock},      {"tr", Effect::kBlock},
    {"ul", Effect::kParagraph},   {"wbr", Effect::kVoid},
};

Effect EffectOf(std::string_view name) {
  const Element* const found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const Element& element, std::string_view wanted) { return element.name < wanted; });
  return found != std::end(kElements) && found->name == name ? found->effect : Effect::kInline;
}

// The line is what Outlook writes for <hr> in the plain part of its own mails.
constexpr std::string_view kRuleLine = "________________________________";
constexpr std::string_view kSignatureRule = "-- ";

// Puts words and breaks together: line ends and blanks are owed until the next visible character
// comes, so none stands at the end of a line or of the text.
class Writer {
 public:
  // Quotation marks beyond this level would let output grow with depth times lines.
  static constexpr int kDeepest = 16;

  explicit Writer(std::string& out) : out_(out) {}

  void Quote(int change) {
    OweLines(1);
    depth_ = std::max(0, depth_ + change);
  }
  // "-- " before the next visible character.
  void BeginSignature() {
    OweLines(1);
    owed_signature_ = true;
  }
  void EndSignature() {
    owed_end_ = !owed_signature_;
    owed_signature_ = false;
    OweLines(1);
  }
  void OweLines(size_t lines) {
    owed_lines_ = std::max(owed_lines_, lines);
    owed_blanks_ = 0;
  }
  void LineBreak() { OweLines(owed_lines_ + 1); }
  // White space of HTML: one blank between words, none at the start of a line.
  void OweBlank() {
    if (started_ && owed_lines_ == 0 && owed_blanks_ == 0) owed_blanks_ = 1;
  }
  // A blank that counts: in <pre>, or &nbsp;.
  void KeepBlank() { ++owed_blanks_; }
  void OweBullet() {
    OweLines(1);
    owed_bullet_ = true;
  }
  void Visible(std::string_view text) {
    Settle();
    out_.append(text);
  }
  void Finish() {
    if (started_) out_ += '\n';
  }

 private:
  void Settle() {
    if (!started_) {
      started_ = true;
      Prefix(Shown(), true);
      last_depth_ = Shown();
    } else if (owed_lines_ > 0) {
      const int between = std::min(last_depth_, Shown());
      for (; owed_lines_ > 1; --owed_lines_) {
        out_ += '\n';
        Prefix(between, false);
      }
      out_ += '\n';
      Prefix(Shown(), true);
      last_depth_ = Shown();
    }
    owed_lines_ = 0;
    if (owed_end_) NewLine(kSignatureEnd);
    if (owed_signature_) NewLine(kSignatureRule);
    owed_end_ = owed_signature_ = false;
    if (owed_bullet_) out_ += "- ";
    owed_bullet_ = false;
    out_.append(owed_blanks_, ' ');
    owed_blanks_ = 0;
  }

  void NewLine(std::string_view line) {
    out_ += line;
    out_ += '\n';
    Prefix(Shown(), true);
  }

  int Shown() const { return std::min(depth_, kDeepest); }

  void Prefix(int depth, bool with_last_blank) {
    for (int i = 0; i < depth; ++i) out_ += "> ";
    if (depth > 0 && !with_last_blank) out_.pop_back();
  }

  std::string& out_;
  bool started_ = false;
  bool owed_bullet_ = false;
  bool owed_signature_ = false, owed_end_ = false;
  int depth_ = 0, last_depth_ = 0;
  size_t owed_lines_ = 0;
  size_t owed_blanks_ = 0;
};

class Converter {
 public:
  Converter(std::string_view html, bool honour_hidden, std::string& out)
      : scanner_(html), writer_(out), honour_hidden_(honour_hidden) {}

  // False if a hidden element (or the head) was never closed, so that text may be missing.
  bool Run() {
    HtmlToken token;
    for (scanner_.Next(token); token.kind != HtmlToken::Kind::kEnd; scanner_.Next(token)) {
      if (token.kind == HtmlToken::Kind::kTag) {
        Tag(token);
      } else if (hidden_levels_ == 0 && !in_head_) {
        Text(token.text, token.kind == HtmlToken::Kind::kText);
      }
    }
    writer_.Finish();
    return hidden_levels_ == 0 && !in_head_;
  }

 private:
  void Tag(const HtmlToken& token) {
    const Effect effect = EffectOf(token.name);
    if (effect == Effect::kHead) in_head_ = honour_hidden_ && !token.closing;
    // The head ends at its end tag, or where content begins (HTML, section 13.2.6.4.4).
    else if (effect != Effect::kInline && effect != Effect::kVoid)
      in_head_ = false;
    if (hidden_levels_ > 0) {
      // Only elements of the same name are counted: no stack, so depth costs nothing.
      if (token.name == hidden_name_) token.closing ? --hidden_levels_ : ++hidden_levels_;
      return;
    }
    const bool has_content = effect != Effect::kVoid && effect != Effect::kBreak &&
                             effect != Effect::kRule && effect != Effect::kHead;
    const bool whole = token.name == "html" || token.name == "body";
    if (token.hidden && honour_hidden_ && has_content && !token.closing && !whole) {
      hidden_name_ = token.name;
      hidden_levels_ = 1;
      return;
    }
    Enter(token, effect);
    Apply(effect, token.closing);
    Leave(token);
  }

  // An element that has a role, and how many of its name are open within it.
  struct Container {
    std::string name;
    size_t levels = 0;
    bool Closes(const HtmlToken& token) {
      if (levels == 0 || token.name != name) return false;
      if (!token.closing) ++levels;
      return token.closing && --levels == 0;
    }
  };

  // Only elements whose end tags nobody leaves out.
  static bool CanContain(std::string_view name) {
    constexpr std::string_view kNames[] = {"div", "span", "table", "td", "pre", "section"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
  }

  void Enter(const HtmlToken& token, Effect effect) {
    if (token.closing || token.role == HtmlRole::kNone || effect == Effect::kVoid) return;
    if (token.role == HtmlRole::kReplyHeader) {
      writer_.OweLines(1);
      writer_.Visible(kRuleLine);
      writer_.OweLines(1);
      return;
    }
    if (!CanContain(token.name)) return;
    Container& container = token.role == HtmlRole::kSignature ? signature_ : quotation_;
    if (container.levels > 0) return;
    container.name = token.name;
    container.levels = 0;  // Leave() counts it
    entered_ = &container;
    if (&container == &signature_) writer_.BeginSignature();
    if (&container == &quotation_) writer_.Quote(1);
  }

  void Leave(const HtmlToken& token) {
    if (entered_ != nullptr) {
      entered_->levels = 1;
      Container* const other = entered_ == &signature_ ? &quotation_ : &signature_;
      entered_ = nullptr;
      if (other->levels > 0 && other->name == token.name) ++other->levels;
      return;
    }
    if (signature_.Closes(token)) writer_.EndSignature();
    if (quotation_.Closes(token)) writer_.Quote(-1);
  }

  void Apply(Effect effect, bool closing) {
    switch (effect) {
      case Effect::kInline:
      case Effect::kHead:
      case Effect::kVoid:
        break;
      case Effect::kBlock:
        writer_.OweLines(1);
        break;
      case Effect::kParagraph:
        writer_.OweLines(2);
        break;
      case Effect::kBreak:
        writer_.LineBreak();
        break;
      case Effect::kCell:
        writer_.OweBlank();
        break;
      case Effect::kItem:
        if (closing) writer_.OweLines(1);
        if (!closing) writer_.OweBullet();
        break;
      case Effect::kRule:
        writer_.OweLines(1);
        writer_.Visible(kRuleLine);
        writer_.OweLines(1);
        break;
      case Effect::kQuote:
        writer_.Quote(closing ? -1 : 1);
        break;
      case Effect::kPre:
        writer_.OweLines(1);
        pre_levels_ = std::max(0, pre_levels_ + (closing ? -1 : 1));
        break;
    }
  }

  void Text(std::string_view text, bool with_references) {
    size_t plain = 0;  // from here to `pos` nothing special was seen
    size_t pos = 0;
    const auto flush = [&] {
      if (pos > plain) writer_.Visible(text.substr(plain, pos - plain));
    };
    while (pos < text.size()) {
      const char c = text[pos];
      size_t length = 0;
      char32_t code_point = 0;
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        length = 1;
        code_point = static_cast<unsigned char>(c);
      } else if (c == '\xC2' && pos + 1 < text.size() && text[pos + 1] == '\xA0') {
        length = 2;
        code_point = 0xA0;
      } else if (c == '&' && with_references) {
        const CharacterReference reference = ReadCharacterReference(text, pos);
        length = reference.length;
        code_point = reference.code_point;
      }
      if (length == 0) {
        ++pos;
        continue;
      }
      flush();
      Character(code_point);
      pos += length;
      plain = pos;
    }
    flush();
  }

  void Character(char32_t c) {
    if (c == 0xA0) return writer_.KeepBlank();
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      character_.clear();
      util::AppendUtf8(c, character_);
      return writer_.Visible(character_);
    }
    if (pre_levels_ == 0) return writer_.OweBlank();
    if (c == '\n') return writer_.LineBreak();
    if (c != '\r') writer_.KeepBlank();
  }

  HtmlScanner scanner_;
  Writer writer_;
  const bool honour_hidden_;
  bool in_head_ = false;
  int pre_levels_ = 0;
  Container signature_, quotation_;
  Container* entered_ = nullptr;
  size_t hidden_levels_ = 0;
  std::string hidden_name_;
  std::string character_;
};

}  // namespace

std::string HtmlToText(std::string_view html) {
  std::string out;
  out.reserve(html.size() / 2);
  if (!Converter(html, true, out).Run()) {
    // Better too much text than a mail cut off where an end tag is missing.
    out.clear();
    Converter(html, false, out).Run();
  }
  return out;
}

}  // namespace threadlint::mail
