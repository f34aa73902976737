// count_ids PATH…: how many messages an export has, how many bytes its distinct ids have, and how
// often one message names another: what the memory of a run may grow with.
#include <threadlint/lint.h>

#include <fmt/format.h>

#include <set>

namespace {

struct Counts {
  std::set<threadlint::StringId> ids;
  size_t id_bytes = 0, references = 0;

  void Add(const threadlint::Export& mail, threadlint::StringId id) {
    if (ids.insert(id).second) id_bytes += mail[id].size();
  }
};

}  // namespace

int main(int argc, char** argv) {
  threadlint::Options options;
  options.paths.assign(argv + 1, argv + argc);
  options.find = false;  // headers and cases, no rules
  const threadlint::Report report = threadlint::Lint(options);
  const threadlint::Export& mail = report.mail;
  Counts counts;
  for (const threadlint::Message& m : mail.messages) {
    counts.Add(mail, m.message_id);
    for (const auto named : {mail.InReplyTo(m), mail.References(m)}) {
      counts.references += named.size();
      for (const threadlint::StringId id : named) counts.Add(mail, id);
    }
  }
  fmt::print("{} messages, {} distinct ids of {} bytes, {} references\n", mail.messages.size(),
             counts.ids.size(), counts.id_bytes, counts.references);
  return mail.messages.empty() ? 1 : 0;
}
