#include "mail/text.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::mail {
namespace {

struct Row {
  std::string_view html;
  std::string_view text;
};

const Row kRows[] = {
    {"", ""},
    {"plain", "plain\n"},
    {"  two \n words  ", "two words\n"},
    {"a<br>b<br/>c<BR />d", "a\nb\nc\nd\n"},
    {"a<br><br>b", "a\n\nb\n"},
    {"<p>a</p><p>b</p>", "a\n\nb\n"},
    {"<div>a</div><div>b</div>", "a\nb\n"},
    {"<div>a</div><div><br></div><div>b</div>", "a\n\nb\n"},
    {"<div>a<br></div><div>b</div>", "a\nb\n"},
    {"<b>bo</b>ld <i>it</i>alic", "bold italic\n"},
    {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a b\nc d\n"},
    {"x<ul><li>one<li>two</ul>y", "x\n\n- one\n- two\n\ny\n"},
    {"<blockquote>q</blockquote>r", "> q\nr\n"},
    {"<blockquote>a<p>b</p><blockquote>c</blockquote></blockquote>d", "> a\n>\n> b\n>\n> > c\nd\n"},
    {"</blockquote></blockquote>a", "a\n"},
    {"<pre>a  b\n  c\n\nd</pre>e", "a  b\n  c\n\nd\ne\n"},
    {"a<hr>b", "a\n________________________________\nb\n"},
    {"<head><title>t</title><meta x>m</head><body>b</body>", "b\n"},
    {"<head><meta x><body>b", "b\n"},
    {"<head>all of it in an open head", "all of it in an open head\n"},
    {"<style>p {}</style>a<SCRIPT>if (a<b) {}</script >b", "ab\n"},
    {"<style>never closed", "never closed\n"},
    {"a<!-- x > y -->b<!-->c<!---->d", "abcd\n"},
    {"a<!--[if mso]><p>only Outlook</p><![endif]-->b", "ab\n"},
    {"a<!--[if !mso]><!-->rest<!--<![endif]-->b", "arestb\n"},
    {"a<![if !mso]>c<![endif]>b", "acb\n"},
    {"a<!-- never closed > b", "a b\n"},
    {"<![CDATA[x &amp; <y>]]>z", "x &amp; <y>z\n"},
    {"<!DOCTYPE html>a<?xml x?>b", "ab\n"},
    {"1 < 2 and 3 > 2 <3 a<b", "1 < 2 and 3 > 2 <3 a<b\n"},
    {"Anna <anna@example.org> wrote <https://example.org/x>",
     "Anna <anna@example.org> wrote "
     "<https://example.org/x>\n"},
    {"<a title=\"x > y\" href='z'>link</a>", "link\n"},
    {"<a title=\"x>text</a> more", "text more\n"},
    {"a <div title=\"x", "a <div title=\"x\n"},
    {"a <!", "a <!\n"},
    {"<o:p>office</o:p>", "office\n"},
    {"<p style=\"display:none\">preheader</p>a", "a\n"},
    {"<div style='color:red; DISPLAY : none'>x<div>y</div>z</div>a", "a\n"},
    {"<span hidden>x</span>a", "a\n"},
    {"<td style=\"font-size:0px\"><p>shown</p>", "shown\n"},
    {"<div style=\"x-display:none\">shown</div>", "shown\n"},
    {"<div style=\"display:none\">never closed", "never closed\n"},
    {"<img style=\"display:none\">a", "a\n"},
    {"&lt;&gt;&amp;&quot;&apos;&nbsp;&eacute;&Omega;&hellip;&euro;",
     "<>&\"' \xC3\xA9\xCE\xA9"
     "\xE2\x80\xA6\xE2\x82\xAC\n"},
    {"&#65;&#x42;&#X43;&#68 &#146;&#0;&#xD800;&#99999999999;",
     "ABCD \xE2\x80\x99\xEF\xBF\xBD"
     "\xEF\xBF\xBD\xEF\xBF\xBD\n"},
    {"AT&T &copy 2020 &copyright &alpha &unknown; &; &# &#x;",
     "AT&T \xC2\xA9 2020 \xC2\xA9right "
     "&alpha &unknown; &; &# &#x;\n"},
    {"a&nbsp;&nbsp;b\xC2\xA0 c", "a  b c\n"},
};

TEST_CASE("HTML becomes the text its reader sees") {
  for (const Row& row : kRows) {
    CAPTURE(row.html);
    CHECK(HtmlToText(row.html) == row.text);
  }
}

// What mail programs put around the writer's words.
const Row kPrograms[] = {
    {"Hi<br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Monday, Tom wrote:</div>"
     "<blockquote class=\"gmail_quote\">a<br>b</blockquote>c</div>",
     "Hi\nOn Monday, Tom wrote:\n> a\n> b\nc\n"},
    {"Hi<div class=\"gmail_signature\"><div>Anna</div><div>Lamps</div></div>",
     "Hi\n-- \nAnna\nLamps\n"},
    {"Hi<div id='x_Signature'><div>Anna</div></div>", "Hi\n-- \nAnna\n"},
    {"Hi<pre class=moz-signature>Anna</pre>", "Hi\n-- \nAnna\n"},
    {"Hi<div class=\"protonmail_signature_block\"><div "
     "class=\"protonmail_signature_block-user\">Anna"
     "</div><div class=\"protonmail_signature_block-proton\">Sent with Proton</div></div>",
     "Hi\n-- \nAnna\nSent with Proton\n"},
    // An empty one leaves nothing, and text behind one is parted from it.
    {"Hi<div class=\"gmail_signature\"><br></div><div>more</div>", "Hi\n\nmore\n"},
    {"Hi<div class=\"gmail_signature\"><div>Anna</div></div><div>more</div>",
     "Hi\n-- \nAnna\n\xE2\x81\xA0\nmore\n"},
    {"Hi<div class=\"ydp1yahoo_quoted\"><div>On Monday, Tom wrote:</div><div>a</div></div>c",
     "Hi\n> On Monday, Tom wrote:\n> a\nc\n"},
    {"Hi<span id=\"OLK_SRC_BODY_SECTION\"><div>From: Tom</div><span>a</span></span>",
     "Hi\n> From: Tom\n> a\n"},
    {"Hi<div id=\"divRplyFwdMsg\"><b>From:</b> Tom<br><b>Sent:</b> Monday</div><div>a</div>",
     "Hi\n________________________________\nFrom: Tom\nSent: Monday\na\n"},
    {"Hi<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt\"><p>From: "
     "Tom</p></div>",
     "Hi\n________________________________\n\nFrom: Tom\n"},
    {"<p class=\"signature\">Anna<p>more", "Anna\n\nmore\n"},
    {"<a href=\"https://shop.example/x\">our shop</a>", "our shop\n"},
};

TEST_CASE("signatures and earlier mails are shown as in plain text") {
  for (const Row& row : kPrograms) {
    CAPTURE(row.html);
    CHECK(HtmlToText(row.html) == row.text);
  }
}

std::string Repeat(std::string_view unit, size_t count) {
  std::string out;
  out.reserve(unit.size() * count);
  for (size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// Each of these is minutes for a quadratic reader.
TEST_CASE("hostile HTML is linear and loses no text") {
  const size_t million = 1000000;
  CHECK(HtmlToText("<p " + Repeat("a=b ", million) + ">x") == "x\n");
  CHECK(HtmlToText("<p " + Repeat("style=\"display:block\" ", million / 10) + ">x") == "x\n");
  CHECK(HtmlToText(Repeat("<div>", million) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<table><tr><td>", million / 3) + "x") == "x\n");
  const std::string quoted = HtmlToText(Repeat("<blockquote>", million) + "x");
  CHECK(quoted == Repeat("> ", 16) + "x\n");
  CHECK(HtmlToText(Repeat("<!--", million) + "x").empty() == false);
  CHECK(HtmlToText(Repeat("<!-- >", million) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<![CDATA[>", million) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<script>", million) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<style><title><xml>", million / 3) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<a b=\"", million) + "x").ends_with("x\n"));
  CHECK(HtmlToText(Repeat("<a b='\"", million) + "x").ends_with("x\n"));
  CHECK(HtmlToText(Repeat("<a ", million) + "x").ends_with("x\n"));
  CHECK(HtmlToText(Repeat("<", million) + "x").ends_with("<x\n"));
  CHECK(HtmlToText(Repeat("&", million)) == Repeat("&", million) + "\n");
  CHECK(HtmlToText(Repeat("&#", million)) == Repeat("&#", million) + "\n");
  CHECK(HtmlToText("&#" + Repeat("9", million) + ";") == "\xEF\xBF\xBD\n");
  CHECK(HtmlToText(Repeat("<p style='display:none'>", million) + "x") == "x\n");
  CHECK(HtmlToText(Repeat("<div class=signature>", million) + "x") == "-- \nx\n");
  CHECK(HtmlToText(Repeat("<div id=yahoo_quoted>", million) + "x") == "> x\n");
  CHECK(HtmlToText("<p class=\"" + Repeat("signatur ", million) + "\">x") == "x\n");
}

}  // namespace
}  // namespace threadlint::mail
