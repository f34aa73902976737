#include "mail/html_scan.h"

#include "util/ascii.h"

#include <iterator>

namespace threadlint::mail {

namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr std::string_view kDropped[] = {"script", "style", "template", "title", "xml"};

bool IsTagStart(std::string_view html, size_t pos) {
  if (pos + 1 >= html.size()) return false;
  const char next = html[pos + 1];
  if (util::IsAlpha(next) || next == '!' || next == '?') return true;
  return next == '/' && pos + 2 < html.size() && util::IsAlpha(html[pos + 2]);
}

bool EndsName(char c) { return util::IsSpace(c) || c == '>' || c == '/' || c == '\f'; }

// "display" ':' "none" with blanks between, as a declaration of its own.
bool HidesByStyle(std::string_view style) {
  constexpr std::string_view kDisplay = "display";
  for (size_t colon = style.find(':'); colon != kNone; colon = style.find(':', colon + 1)) {
    const std::string_view name = util::TrimRight(style.substr(0, colon));
    if (!util::EndsWithIgnoreCase(name, kDisplay)) continue;
    const char before =
        name.size() > kDisplay.size() ? name[name.size() - kDisplay.size() - 1] : ';';
    if (util::IsAlnum(before) || before == '-') continue;
    if (util::StartsWithIgnoreCase(util::TrimLeft(style.substr(colon + 1)), "none")) return true;
  }
  return false;
}

struct RoleName {
  std::string_view part;  // of a class or id, which programs put something before ("x_", "ydp12")
  HtmlRole role;
};
constexpr RoleName kRoles[] = {
    {"divrplyfwdmsg", HtmlRole::kReplyHeader},
    {"yahoo_quoted", HtmlRole::kQuotation},
    {"olk_src_body_section", HtmlRole::kQuotation},
    {"outlook-mobile-reference-message", HtmlRole::kQuotation},
    {"reference-message-container", HtmlRole::kQuotation},
    {"sh-quoted-content", HtmlRole::kQuotation},
    {"messagereplysection", HtmlRole::kQuotation},
    {"signature_prefix", HtmlRole::kNone},
    {"signature_block-empty", HtmlRole::kNone},
    {"signature_block-user", HtmlRole::kNone},
    {"signature_block-proton", HtmlRole::kNone},
    {"signature", HtmlRole::kSignature},
};

HtmlRole RoleOf(std::string_view name) {
  constexpr size_t kLongest = 400;
  for (const RoleName& role : kRoles)
    if (util::FindIgnoreCase(name.substr(0, kLongest), role.part) != kNone) return role.role;
  return HtmlRole::kNone;
}

// The grey or blue line that desktop Outlook draws over its header block.
bool IsReplyBorder(std::string_view style) {
  constexpr size_t kLongest = 400;
  style = style.substr(0, kLongest);
  if (util::FindIgnoreCase(style, "border-top:") == kNone) return false;
  return util::FindIgnoreCase(style, "solid #e1e1e1") != kNone ||
         util::FindIgnoreCase(style, "solid #b5c4df") != kNone ||
         util::FindIgnoreCase(style, "#b5c4df 1pt solid") != kNone;
}

}  // namespace

void HtmlScanner::Next(HtmlToken& token) {
  token.closing = token.hidden = false;
  token.role = HtmlRole::kNone;
  while (pos_ < html_.size()) {
    if (html_[pos_] != '<' || no_tag_end_ || !IsTagStart(html_, pos_)) return ReadText(token);
    const char next = html_[pos_ + 1];
    const bool declaration = next == '!' || next == '?';
    if (declaration ? ReadDeclaration(token) : ReadTag(token)) return;
    if (!declaration || no_tag_end_) return ReadText(token);
  }
  token.kind = HtmlToken::Kind::kEnd;
}

// At least one character, so that a '<' that opens nothing is passed.
void HtmlScanner::ReadText(HtmlToken& token) {
  size_t end = no_tag_end_ ? kNone : html_.find('<', pos_ + 1);
  while (end != kNone && !IsTagStart(html_, end)) end = html_.find('<', end + 1);
  if (end == kNone) end = html_.size();
  token.kind = HtmlToken::Kind::kText;
  token.text = html_.substr(pos_, end - pos_);
  pos_ = end;
}

size_t HtmlScanner::FindOnce(std::string_view mark, size_t from, bool& absent) const {
  const size_t found = absent ? kNone : html_.find(mark, from);
  absent = found == kNone;
  return found;
}

// True if it gave a token (the text of a CDATA section).
bool HtmlScanner::ReadDeclaration(HtmlToken& token) {
  constexpr std::string_view kCdata = "<![CDATA[";
  const std::string_view rest = html_.substr(pos_);
  if (rest.starts_with("<!--")) {
    // From behind "<!", so that "<!-->" is a comment of its own, as in browsers.
    if (const size_t end = FindOnce("-->", pos_ + 2, no_comment_end_); end != kNone) {
      pos_ = end + 3;
      return false;
    }
  } else if (rest.starts_with(kCdata)) {
    const size_t begin = pos_ + kCdata.size();
    if (const size_t end = FindOnce("]]>", begin, no_cdata_end_); end != kNone) {
      token.kind = HtmlToken::Kind::kRawText;
      token.text = html_.substr(begin, end - begin);
      pos_ = end + 3;
      return true;
    }
  }
  const size_t end = html_.find('>', pos_);
  no_tag_end_ = end == kNone;
  if (end != kNone) pos_ = end + 1;
  return false;
}

bool HtmlScanner::ReadTag(HtmlToken& token) {
  size_t at = pos_ + 1;
  token.closing = html_[at] == '/';
  if (token.closing) ++at;
  const size_t begin = at;
  while (at < html_.size() && !EndsName(html_[at])) {
    if (html_[at] == '@' || html_[at] == '<') return false;
    ++at;
  }
  const std::string_view name = html_.substr(begin, at - begin);
  if (name.ends_with(':') && html_.substr(at).starts_with("//")) return false;
  token.kind = HtmlToken::Kind::kTag;
  token.name = util::LowerAscii(name.substr(0, 32));
  while (at < html_.size() && html_[at] != '>') at = ReadAttribute(at, token);
  if (at >= html_.size()) {
    // A quote out of step may have hidden the '>': once more without quotes, for good.
    const bool had_quotes = !(no_quote_ && no_apostrophe_);
    no_quote_ = no_apostrophe_ = true;
    if (had_quotes) return ReadTag(token);
    no_tag_end_ = true;
    return false;
  }
  pos_ = at + 1;
  if (!token.closing) SkipContent(token.name);
  return true;
}

// Reads one attribute, or passes one character that is none. Returns the place behind it.
size_t HtmlScanner::ReadAttribute(size_t at, HtmlToken& token) {
  if (util::IsSpace(html_[at]) || html_[at] == '/' || html_[at] == '\f') return at + 1;
  const size_t begin = at;
  while (at < html_.size() && html_[at] != '=' && !EndsName(html_[at])) ++at;
  const std::string_view name = html_.substr(begin, at - begin);
  if (util::EqualsIgnoreCase(name, "hidden")) token.hidden = true;
  size_t value = at;
  while (value < html_.size() && util::IsSpace(html_[value])) ++value;
  if (value == html_.size() || html_[value] != '=') return value;
  ++value;
  while (value < html_.size() && util::IsSpace(html_[value])) ++value;
  if (value == html_.size()) return value;
  size_t end = kNone;
  size_t next = 0;
  const char quote = html_[value];
  if (quote == '"' || quote == '\'') {
    end = FindOnce(html_.substr(value, 1), value + 1, quote == '"' ? no_quote_ : no_apostrophe_);
    if (end != kNone) {
      ++value;
      next = end + 1;
    }
  }
  if (end == kNone) {
    end = value;
    while (end < html_.size() && !util::IsSpace(html_[end]) && html_[end] != '>') ++end;
    next = end;
  }
  const std::string_view content = html_.substr(value, end - value);
  if (util::EqualsIgnoreCase(name, "style")) {
    if (HidesByStyle(content)) token.hidden = true;
    if (IsReplyBorder(content)) token.role = HtmlRole::kReplyHeader;
  } else if (util::EqualsIgnoreCase(name, "class") || util::EqualsIgnoreCase(name, "id") ||
             util::EqualsIgnoreCase(name, "name")) {
    if (const HtmlRole role = RoleOf(content); role != HtmlRole::kNone) token.role = role;
  }
  return next;
}

void HtmlScanner::SkipContent(std::string_view name) {
  for (unsigned row = 0; row < std::size(kDropped); ++row) {
    if (kDropped[row] != name) continue;
    if ((unclosed_ >> row & 1) != 0) return;
    for (size_t at = html_.find("</", pos_); at != kNone; at = html_.find("</", at + 2)) {
      if (!util::StartsWithIgnoreCase(html_.substr(at + 2), name)) continue;
      pos_ = at;
      return;
    }
    unclosed_ |= 1U << row;
  }
}

}  // namespace threadlint::mail
