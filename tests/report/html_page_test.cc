#include "report/html_page.h"

#include <doctest/doctest.h>

#include <string>

namespace threadlint::report {
namespace {

using namespace std::string_literals;

TEST_CASE("text stays text, in elements and in attributes") {
  const struct {
    std::string text, html;
  } kTable[] = {
      {"plain words", "plain words"},
      {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"\" onload=\"x", "&quot; onload=&quot;x"},
      {"' onload='x", "&#39; onload=&#39;x"},
      {"&lt;b&gt; & ]]> -->", "&amp;lt;b&amp;gt; &amp; ]]&gt; --&gt;"},
      {"a\0b"s, "a\\x00b"},
      {"\xFF\xC0<", "\\xff\\xc0&lt;"},
      {"\xE2\x80\xAEtxt.exe", "\\u202etxt.exe"},
      {"a\r\nb", "a\\x0d\\x0ab"},
      {"a\tb", "a b"},
      {"Sofa \xC3\x85re", "Sofa \xC3\x85re"},
      {"", ""},
  };
  for (const auto& row : kTable) CHECK(HtmlText(row.text) == row.html);
}

TEST_CASE("newlines stay where the element shows them") {
  CHECK(HtmlText("a\nb", true) == "a\nb");
  CHECK(HtmlText("a\nb") == "a\\x0ab");
}

TEST_CASE("the head lets nothing in but the stylesheet that it holds") {
  const std::string head = HtmlHead({.title = "</title><script>x</script>"});
  CHECK(head.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(head.find("<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>") != head.npos);
  CHECK(head.find("<script") == head.npos);
  CHECK(head.find("default-src 'none'; style-src 'sha256-") != head.npos);
  CHECK(head.find("unsafe") == head.npos);
  CHECK(head.find("<style>" + std::string(HtmlStyle()) + "</style>") != head.npos);
}

TEST_CASE("the stylesheet loads nothing") {
  const std::string_view style = HtmlStyle();
  CHECK(style.size() > 1000);
  for (const std::string_view loads : {"url(", "@import", "http:", "https:", "</", "expression("})
    CHECK(style.find(loads) == style.npos);
}

}  // namespace
}  // namespace threadlint::report
