#include "source/needs_conversion.h"

#include "util/shell_word.h"

namespace threadlint::source {

std::string ConversionHint(Content content, const std::string& path) {
  if (content == Content::kPst) {
    return "Outlook mailbox: run  mkdir -p OUT && readpst -r -D -j 0 -o OUT " +
           util::ShellWord(path) + "  and give OUT instead";
  }
  return "Outlook message: run  msgconvert " + util::ShellWord(path) +
         "  and give the .eml file that it writes";
}

}  // namespace threadlint::source
