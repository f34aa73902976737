#pragma once

#include "client.h"
#include "dates.h"
#include "language.h"

#include <string>
#include <string_view>
#include <vector>

namespace threadlint::bench {

// What its writer wrote.
struct Letter {
  std::string greeting;
  std::vector<std::string> paragraphs;
  std::string closing;
  std::vector<std::string> signature;
  std::string footer;  // a desk's, below all
  std::string mark;    // a token in the text, or empty
};

// A mail as its reader sees it: what the next one quotes.
struct Shown {
  std::string plain, html;  // html is what stands inside <body>
  std::string own;          // plain, without quotation and footer
  std::string from_name, from_address, to_name, to_address, subject;
  Seconds time = 0;
};

// How a mail is written.
struct Manner {
  const Client* client = nullptr;
  Language language = Language::kEnglish;
  int zone_minutes = 0;
  std::string_view desk_name, desk_domain;  // of templates
  std::string_view click_code;              // of tracking links
};

struct Body {
  std::string plain, html;
  size_t plain_own = 0, html_own = 0;  // bytes that are no quotation
  std::string own;
};

// `history`: the mails before, the one answered first; empty for a first mail.
Body Compose(const Letter& letter, const Manner& manner, const std::vector<const Shown*>& history);

// The HTML of it.
std::string HtmlLetter(const Letter& letter, const Manner& manner);
std::string HtmlQuotation(const Manner& manner, const std::vector<const Shown*>& history);
// <html>, <head> and the styles of a client around the body.
std::string HtmlPage(Style style, std::string_view body);

}  // namespace threadlint::bench
