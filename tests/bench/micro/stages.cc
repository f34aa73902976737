// Each stage by itself, in bytes a second of what goes into it.
#include "facts/folded.h"
#include "facts/language.h"
#include "facts/read.h"
#include "facts/sentence.h"
#include "mail/envelope.h"
#include "mail/own_text.h"
#include "mail/structure.h"
#include "mail/text.h"
#include "mail/tokens.h"
#include "sample.h"

#include <benchmark/benchmark.h>

namespace threadlint::bench {
namespace {

void Framing(benchmark::State& state) {
  uint64_t bytes = 0;
  for (auto _ : state) {
    ForMembers(TheSample().path, [&](source::Member& member) {
      const source::StretchScan scan = ScanOf(member);
      bytes += scan.bytes;
      benchmark::DoNotOptimize(scan.candidates.data());
    });
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}
BENCHMARK(Framing);

// Runs `work` on each of the sample's strings of one kind.
template <typename Strings, typename Work>
void OnEach(benchmark::State& state, const Strings& strings, const Work& work) {
  for (auto _ : state)
    for (const auto& s : strings) work(s);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * Bytes(strings));
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(strings.size()));
}

void HeaderScan(benchmark::State& state) {
  mail::Envelope envelope;
  OnEach(state, TheSample().headers, [&](std::string_view header) {
    mail::ReadEnvelope(header, envelope);
    benchmark::DoNotOptimize(envelope.message_id.data());
  });
}
BENCHMARK(HeaderScan);

void TokenMatch(benchmark::State& state) {
  const mail::TokenCatalogue& catalogue = mail::TokenCatalogue::BuiltIn();
  OnEach(state, TheSample().addresses, [&](const std::string& address) {
    benchmark::DoNotOptimize(catalogue.Find(mail::TokenPlace::kAddress, address));
  });
}
BENCHMARK(TokenMatch);

void PartsOfMail(benchmark::State& state) {
  OnEach(state, TheSample().mails,
         [](const std::string& raw) { benchmark::DoNotOptimize(mail::ReadStructure(raw)); });
}
BENCHMARK(PartsOfMail);

void MainText(benchmark::State& state) {
  OnEach(state, TheSample().mails, [](const std::string& raw) {
    mail::MailNotes notes;
    benchmark::DoNotOptimize(mail::MainText(raw, mail::ReadStructure(raw), notes));
  });
}
BENCHMARK(MainText);

void HtmlToText(benchmark::State& state) {
  OnEach(state, TheSample().html,
         [](const std::string& html) { benchmark::DoNotOptimize(mail::HtmlToText(html)); });
}
BENCHMARK(HtmlToText);

void OwnText(benchmark::State& state) {
  OnEach(state, TheSample().texts,
         [](const std::string& text) { benchmark::DoNotOptimize(mail::ReadLines(text)); });
}
BENCHMARK(OwnText);

void Fold(benchmark::State& state) {
  OnEach(state, TheSample().sentences, [](const std::string& sentence) {
    benchmark::DoNotOptimize(facts::FoldWithPlaces(sentence, 0));
  });
}
BENCHMARK(Fold);

// English phrases, whatever language the sample is in.
void PhraseMatch(benchmark::State& state) {
  const facts::Language& english = *facts::Languages::BuiltIn().Guess({"the"});
  int64_t bytes = 0;
  for (auto _ : state) {
    size_t matches = 0;
    for (const facts::Folded& sentence : TheSample().folded) {
      english.FindPhrases(sentence, [&](const facts::Language::Match&) { ++matches; });
      bytes += static_cast<int64_t>(sentence.text.size());
    }
    benchmark::DoNotOptimize(matches);
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(PhraseMatch);

// All that pass 2 does with a mail.
void ReadFacts(benchmark::State& state) {
  const facts::Languages& languages = facts::Languages::BuiltIn();
  OnEach(state, TheSample().mails, [&](const std::string& raw) {
    uint64_t given_up = 0;
    benchmark::DoNotOptimize(facts::ReadMail(mail::Body(raw), {}, languages, &given_up));
  });
}
BENCHMARK(ReadFacts);

}  // namespace
}  // namespace threadlint::bench

BENCHMARK_MAIN();
