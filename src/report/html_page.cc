#include "report/html_page.h"

#include "util/base64.h"
#include "util/sha256.h"
#include "util/visible.h"

#include <fmt/format.h>

namespace threadlint::report {

std::string HtmlText(std::string_view text, bool keep_newlines) {
  std::string out;
  for (const char c : util::MakeVisible(text, keep_newlines)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string HtmlHead(const HtmlPage& page) {
  const util::Sha256Digest digest = util::Sha256Of(HtmlStyle());
  const std::string hash =
      util::Base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
  return fmt::format(
      "<!DOCTYPE html>\n"
      "<html lang=\"{}\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n"
      "<style>{}</style>\n"
      "</head>\n"
      "<body>\n"
      "<main>\n",
      HtmlText(page.lang), hash, HtmlText(page.title), HtmlStyle());
}

std::string_view HtmlFoot() { return "</main>\n</body>\n</html>\n"; }

}  // namespace threadlint::report
