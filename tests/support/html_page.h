// A page in HTML taken apart as strictly as it was written: every element is closed, every
// attribute stands in double quotes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace threadlint::test {

struct HtmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;  // as written
  size_t depth = 0;
};

struct ParsedHtml {
  std::vector<HtmlElement> elements;  // in the order in which they begin
  std::string text;                   // between the tags, as written
  std::string error;                  // the first thing wrong; empty: nothing is
};

inline ParsedHtml ParseHtml(std::string_view page) {
  static const std::set<std::string_view> kEmpty = {"meta", "path", "rect"};
  ParsedHtml out;
  std::vector<std::string> open;
  const auto fail = [&](std::string_view what, size_t at) {
    if (out.error.empty()) out.error = std::string(what) + ": " + std::string(page.substr(at, 60));
  };
  size_t at = 0;
  if (page.starts_with("<!DOCTYPE html>")) at = page.find('\n');
  while (at < page.size() && out.error.empty()) {
    if (page[at] == '>') fail("a bare >", at);
    if (page[at] != '<') {
      out.text += page[at++];
      continue;
    }
    const size_t end = page.find('>', at);
    if (end == page.npos) {
      fail("no end", at);
      break;
    }
    std::string_view tag = page.substr(at + 1, end - at - 1);
    if (tag.find('<') != tag.npos) fail("a < in a tag", at);
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) fail("closes what is not open", at);
      if (!open.empty()) open.pop_back();
      at = end + 1;
      continue;
    }
    const bool closed = tag.ends_with('/');
    if (closed) tag.remove_suffix(1);
    HtmlElement element;
    element.depth = open.size();
    element.name = tag.substr(0, tag.find(' '));
    tag.remove_prefix(element.name.size());
    while (!tag.empty()) {
      const size_t equals = tag.find("=\"");
      const size_t quote = equals == tag.npos ? tag.npos : tag.find('"', equals + 2);
      if (tag[0] != ' ' || quote == tag.npos) {
        fail("an attribute", at);
        break;
      }
      element.attributes[std::string(tag.substr(1, equals - 1))] =
          tag.substr(equals + 2, quote - equals - 2);
      tag.remove_prefix(quote + 1);
    }
    at = end + 1;
    if (element.name == "style") at = page.find("</style>", at);
    if (!closed && !kEmpty.contains(element.name)) open.push_back(element.name);
    out.elements.push_back(std::move(element));
  }
  if (!open.empty()) fail("left open", page.size());
  return out;
}

}  // namespace threadlint::test
