// threadlint wording check|show|list|keywords …
#include "cli/report_file.h"
#include "cli/run.h"
#include "cli/wording_files.h"
#include "config/suggest.h"
#include "facts/check_wording.h"
#include "facts/language.h"
#include "util/count.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <stdexcept>

namespace threadlint::cli {
namespace {

using Names = std::span<const std::string>;

using util::Count;

// "2 lists, 1 phrase, 3 examples".
std::string CountAll(const facts::CheckedWording& file) {
  std::string out;
  for (const auto& [n, what] :
       {std::pair(file.sets, "set"), std::pair(file.lists, "list"),
        std::pair(file.phrases, "phrase"), std::pair(file.examples, "example")})
    if (n > 0) out += (out.empty() ? "" : ", ") + Count(n, what);
  return out.empty() ? "nothing in it" : out;
}

int Check(Names paths, ReportFile& out) {
  if (paths.empty())
    throw std::invalid_argument("what is to be checked? threadlint wording check FILE…");
  std::vector<std::pair<std::string, std::string>> files;
  size_t wrong = 0;
  for (const std::string& path : paths) try {
      for (auto& file : ReadWordingFiles(path)) files.push_back(std::move(file));
    } catch (const std::invalid_argument& error) {
      Complain(error.what());
      ++wrong;
    }
  for (const facts::CheckedWording& file : facts::CheckWordings(files)) {
    for (const facts::WordingError& error : file.errors)
      Complain(fmt::format("{}:{}: {}", error.file, error.line, error.text));
    wrong += file.errors.size();
    out.Write(fmt::format("{}: {}: {}\n", file.file, CountAll(file),
                          file.errors.empty() ? "all right" : Count(file.errors.size(), "error")));
  }
  const int status = Close(out, wrong == 0 ? kClean : kUsage);
  if (wrong > 0) Complain(fmt::format("{} in the wording: exit status 2", Count(wrong, "error")));
  return status;
}

// Codes of what is built in, each once: a language can have several files.
std::set<std::string> BuiltInLanguages() {
  std::set<std::string> out;
  for (const auto& [name, text] : facts::BuiltInWordings()) out.insert(facts::LanguageOf(text));
  return out;
}

int Show(Names codes, ReportFile& out) {
  const std::set<std::string> known = BuiltInLanguages();
  if (codes.empty() && known.size() > 1)
    throw std::invalid_argument(
        fmt::format("which language is to be shown? There are {}", fmt::join(known, ", ")));
  for (const std::string& code : codes)
    if (!known.contains(code))
      throw std::invalid_argument(
          fmt::format("no wording of '{}' is built in; there is {}", code, fmt::join(known, ", ")));
  for (const auto& [name, text] : facts::BuiltInWordings())
    if (codes.empty() || std::ranges::find(codes, facts::LanguageOf(text)) != codes.end())
      out.Write(text);
  return Close(out, kClean);
}

int List(Names, ReportFile& out) {
  const std::vector<std::string> every = {"all"};
  const facts::Languages languages({}, every);
  for (const facts::Language* language : languages.all()) {
    const facts::Wording& wording = language->wording();
    out.Write(fmt::format("{}  {}: {}, {}{}\n", wording.language, wording.name,
                          Count(wording.lists.size(), "list"),
                          Count(wording.phrases.size(), "phrase"),
                          wording.experimental ? "; experimental: --languages turns it on" : ""));
  }
  return Close(out, kClean);
}

int Keywords(Names, ReportFile& out) {
  const auto write = [&out](const auto& kind) {
    out.Write(fmt::format("  {:<14}{}\n",
                          kind.subject ? fmt::format("{} x:", kind.name) : std::string(kind.name),
                          kind.says));
  };
  out.Write("Word lists:\n");
  for (const facts::ListKind& kind : facts::ListKinds()) write(kind);
  out.Write("\nPhrases:\n");
  for (const facts::PhraseKind& kind : facts::PhraseKinds()) write(kind);
  out.Write("\nKinds of values and attachments, for wants and hangs:\n");
  for (const std::string_view name : facts::WantsNames()) out.Write(fmt::format("  {}\n", name));
  return Close(out, kClean);
}

struct Action {
  std::string_view name;
  int (*run)(Names, ReportFile&);
  bool takes_more;
};
constexpr std::array<Action, 4> kActions = {{{"check", Check, true},
                                             {"show", Show, true},
                                             {"list", List, false},
                                             {"keywords", Keywords, false}}};

}  // namespace

int RunWording(const Arguments& arguments) {
  if (arguments.positional.empty())
    throw std::invalid_argument(
        "wording: what is to be done? It takes check, show, list or keywords");
  const std::string& name = arguments.positional.front();
  const auto* action = std::ranges::find(kActions, name, &Action::name);
  if (action == kActions.end()) {
    std::vector<std::string_view> names;
    names.reserve(kActions.size());
    for (const Action& known : kActions) names.push_back(known.name);
    const std::string_view meant = config::Suggest(name, names);
    throw std::invalid_argument(fmt::format("wording: '{}' is not understood; {}", name,
                                            meant.empty()
                                                ? "it takes check, show, list or keywords"
                                                : fmt::format("did you mean {}?", meant)));
  }
  const Names rest = Names(arguments.positional).subspan(1);
  if (!action->takes_more && !rest.empty())
    throw std::invalid_argument(fmt::format("wording {} takes nothing more", name));
  ReportFile out("");
  return action->run(rest, out);
}

}  // namespace threadlint::cli
