// format=flowed (RFC 3676).
#pragma once

#include <string>
#include <string_view>

namespace threadlint::mail {

// Joins the soft-broken lines of `text` (UTF-8, LF) to paragraphs, a line each, and takes out
// space-stuffing. Lines of different quote depth are never joined; quoted ones come out as ">> x".
std::string UndoFlowed(std::string_view text, bool del_sp);

}  // namespace threadlint::mail
