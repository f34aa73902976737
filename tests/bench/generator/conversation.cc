#include "conversation.h"

#include "codes.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::bench {
namespace {

Language ChooseLanguage(Prng& prng) {
  if (!prng.Chance(50)) return Language::kEnglish;
  constexpr Language kOthers[] = {Language::kGerman, Language::kFrench, Language::kSpanish};
  return prng.Pick(kOthers);
}

std::string Money(const Desk& desk, int whole, int cents) {
  return fmt::format("{}{}.{:02}", desk.currency, whole, cents);
}

std::string CapitalFirst(std::string text) {
  text.front() = util::ToUpper(text.front());
  return text;
}

// A desk's mails in these moves are a paragraph of their own; the others are put together.
bool StandsAlone(Move move) {
  return move == Move::kStory || move == Move::kProcedure || move == Move::kAdvice;
}

void ReplaceAll(std::string_view what, std::string_view with, std::string& text) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

Conversation::Conversation(uint64_t seed, uint64_t number, uint64_t customer, Seconds begins)
    : seed_(seed),
      prng_(Prng::For(seed, number)),
      desk_(&prng_.Pick(Desks())),
      customer_(Customer(seed, customer)),
      client_(&CustomerClient(prng_)),
      language_(ChooseLanguage(prng_)),
      plot_(MakePlot(language_, prng_)),
      begins_(begins),
      next_time_(begins),
      days_promised_(prng_.Between(7, 11)),
      token_(NewToken(*desk_, prng_)),
      agent_(prng_.Below(20)),
      product_(prng_.Pick(desk_->products)),
      order_(FillForm(prng_, desk_->order_form)),
      serial_(FillForm(prng_, desk_->serial_form)),
      amount_(Money(*desk_, prng_.Between(12, 900), prng_.Between(0, 99))),
      fee_(Money(*desk_, prng_.Between(4, 20), 50)),
      other_fee_(Money(*desk_, prng_.Between(25, 60), 0)),
      click_code_(Code(prng_, kLetters, 96)) {
  AppendNoise(prng_, 30, thread_index_);
  subject_ = CapitalFirst(Speaker(language_, SlotsNow(), prng_).Say(Move::kSubject));
}

std::string Conversation::Agent() const {
  Prng name =
      Prng::For(seed_ ^ 0xa6e47U, agent_ + 100 * static_cast<uint64_t>(desk_ - Desks().data()));
  return AgentName(name);
}

std::string Conversation::AgentFirstName() const {
  const std::string name = Agent();
  return name.substr(0, name.find(' '));
}

Slots Conversation::SlotsNow() const {
  const Seconds now = next_time_;
  const Seconds before = shown_.empty() ? now - 3 * kDay : shown_.back().time;
  const auto mine = std::find_if(shown_.rbegin(), shown_.rend(), [&](const Shown& mail) {
    return mail.from_address == customer_.address;
  });
  return {{"product", product_},
          {"order", order_},
          {"serial", serial_},
          {"amount", amount_},
          {"fee", fee_},
          {"otherfee", other_fee_},
          {"desk", std::string(desk_->name)},
          {"agent", AgentFirstName()},
          {"street", customer_.street},
          {"town", customer_.town},
          {"phone", customer_.phone},
          {"day", DayInText(begins_ - 3 * kDay, language_)},
          {"weekday", WeekdayInText(begins_ - 2 * kDay, language_)},
          {"past", DayInText(before, language_)},
          {"mine", DayInText(mine == shown_.rend() ? now : mine->time, language_)},
          {"left", DayInText(begins_ - 5 * kDay, language_)},
          {"today", DayInText(now, language_)},
          {"due", DayInText(due_, language_)},
          {"dueday", WeekdayInText(due_, language_)},
          {"otherdue", DayInText(due_ + 3 * kDay, language_)},
          {"hour", fmt::format("{}:{:02}", 6 + now % 12, now % 60)}};
}

void Conversation::ChangeThread(const ThreadChange& change) {
  if (change.new_token) token_ = NewToken(*desk_, prng_);
  if (change.other_agent) agent_ = (agent_ + 1 + prng_.Below(19)) % 20;
  if (!change.new_subject) return;
  subject_ = fmt::format("Information on {}", order_);
  thread_index_.clear();
  AppendNoise(prng_, 30, thread_index_);
}

Letter Conversation::Write(const Beat& beat) {
  if (beat.repeats > 0) return letters_[static_cast<size_t>(beat.repeats - 1)];
  if (Says(beat, Move::kPromise) || Says(beat, Move::kDelivery))
    due_ = next_time_ + days_promised_ * kDay;
  Speaker speaker(language_, SlotsNow(), prng_);
  const bool by_customer = beat.writer == Writer::kCustomer;
  const LetterWords& words = WordsOfLetters(language_);
  Letter out;
  out.greeting = words.hello_desk;
  if (!by_customer) {
    out.greeting = words.hello_customer;
    ReplaceAll("{first}", customer_.first, out.greeting);
  }
  bool open = false;  // the last paragraph may grow
  for (const Move move : beat.moves) {
    std::string said = speaker.Say(move);
    if (!out.paragraphs.empty() || !by_customer) said = CapitalFirst(std::move(said));
    if (open && !StandsAlone(move)) {
      out.paragraphs.back() += ' ';
      out.paragraphs.back() += said;
    } else {
      out.paragraphs.push_back(std::move(said));
    }
    open = out.paragraphs.back().size() < 260;
  }
  if (by_customer) {
    out.signature = {customer_.Name()};
    if (client_->phone) out.signature = {customer_.first, "", std::string(words.sent_from_phone)};
    return out;
  }
  if (beat.writer == Writer::kAgent) {
    out.closing = words.regards;
    out.signature = {Agent()};
  }
  out.signature.push_back(fmt::format("{} {}", desk_->name, desk_->team));
  out.footer = desk_->footer;
  if (!beat.change.no_token) out.mark = BodyMark(*desk_, token_);
  return out;
}

Manner Conversation::MannerOf(const Beat& beat) const {
  Manner manner;
  manner.client = beat.writer == Writer::kCustomer ? client_ : &DeskClient(*desk_);
  manner.language = language_;
  manner.zone_minutes = beat.writer == Writer::kCustomer ? customer_.zone_minutes : 0;
  manner.desk_name = desk_->name;
  manner.desk_domain = desk_->domain;
  manner.click_code = click_code_;
  return manner;
}

// Who answers quotes all of the mail answered; ticket systems list the last ones.
std::vector<const Shown*> Conversation::History(const Beat& beat) const {
  std::vector<const Shown*> out;
  if (beat.writer == Writer::kMachine || beat.change.new_subject) return out;
  for (size_t i = shown_.size(); i > 0 && out.size() < 4; --i) out.push_back(&shown_[i - 1]);
  return out;
}

Header Conversation::HeaderOf(const Beat& beat) {
  Header h;
  h.time = next_time_;
  const std::string bare = fmt::format("{}@{}", desk_->local, desk_->domain);
  const bool no_token = beat.change.no_token;
  if (beat.writer == Writer::kCustomer) {
    const bool knows = token_known_ && !no_token;
    h.from_name = customer_.Name();
    h.from_address = h.envelope_sender = customer_.address;
    h.to_name = desk_->name;
    h.to_address = knows ? ReplyAddress(*desk_, token_) : bare;
    h.subject = knows ? MarkedSubject(*desk_, token_, subject_) : subject_;
    h.message_id = CustomerMessageId(*client_, customer_.host, prng_);
    h.sending_host = customer_.host;
    h.receiving_host = desk_->domain;
    h.zone_minutes = customer_.zone_minutes;
  } else {
    const bool machine = beat.writer == Writer::kMachine;
    h.from_name = machine ? std::string(desk_->name)
                          : fmt::format("\"{} ({})\"", AgentFirstName(), desk_->name);
    h.from_address = bare;
    if (!no_token && !(machine && beat.moves.front() == Move::kUnread))
      h.reply_to = ReplyAddress(*desk_, token_);
    h.to_name = customer_.Name();
    h.to_address = customer_.address;
    h.subject = no_token ? subject_ : MarkedSubject(*desk_, token_, subject_);
    h.message_id = DeskMessageId(*desk_, token_, prng_);
    h.envelope_sender = fmt::format("bounces+{}-{}={}@{}", Code(prng_, kDigits, 8),
                                    customer_.address.substr(0, customer_.address.find('@')),
                                    customer_.host, desk_->domain);
    h.sending_host = desk_->domain;
    h.receiving_host = customer_.host;
    h.automatic = machine;
    token_known_ = true;
  }
  if (beat.change.new_subject) ids_.clear();
  if (!ids_.empty()) h.subject = "Re: " + h.subject;
  h.references = ids_;
  h.thread_index = thread_index_;
  ids_.push_back(h.message_id);
  return h;
}

RawMail Conversation::Next() {
  const Beat& beat = plot_[next_];
  ChangeThread(beat.change);
  RawMail mail;
  mail.time = next_time_;
  mail.lost = beat.change.lost;
  letters_.push_back(Write(beat));
  const Manner manner = MannerOf(beat);
  if (beat.change.altered_quote) {
    const std::string other = FillForm(prng_, desk_->order_form);
    Shown& quoted = shown_.back();
    for (std::string* text : {&quoted.plain, &quoted.html, &quoted.own})
      ReplaceAll(order_, other, *text);
  }
  Body body = Compose(letters_.back(), manner, History(beat));
  const Header header = HeaderOf(beat);
  mail.envelope_sender = header.envelope_sender;

  mail.bytes = TraceFields(header, *manner.client, prng_);
  mail.bytes += WriterFields(header, *manner.client, prng_);
  mail.shares.messages = 1;
  Attachments attachments{beat.photo, beat.document, 0};
  // A desk's Outlook puts its picture into every third mail.
  if (beat.writer == Writer::kAgent && manner.client->style == Style::kOutlook && prng_.Chance(330))
    attachments.logo = 1 + desk_->domain.size() * 977;
  AppendMime(body, *manner.client, attachments, prng_, mail.bytes, mail.shares);
  mail.shares.header = mail.bytes.size() - mail.shares.Bytes();  // with the frames of the parts

  shown_.push_back({std::move(body.plain), std::move(body.html), std::move(body.own),
                    header.from_name, header.from_address, header.to_name, header.to_address,
                    header.subject, header.time});
  if (shown_.size() > 4) {  // nobody quotes their text any more
    Shown& old = shown_[shown_.size() - 5];
    old.plain.clear();
    old.html.clear();
  }
  if (++next_ < plot_.size()) next_time_ += plot_[next_].minutes * kMinute + prng_.Between(0, 59);
  return mail;
}

}  // namespace threadlint::bench
