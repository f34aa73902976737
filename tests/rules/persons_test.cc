// Whom a mail of the desk answers, where several people write in a case.
#include "rules/persons.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace threadlint::rules {
namespace {

class Thread {
 public:
  // `answers`: message id of the mail that it answers; empty: none.
  void Add(Side side, std::string_view from, std::string_view id, std::string_view answers,
           bool list = true, std::string_view reply_to = {}) {
    Message m;
    m.from = mail_.strings.Intern(from);
    m.message_id = mail_.strings.Intern(id);
    m.from_list = list;
    m.list_begin = static_cast<uint32_t>(mail_.lists.size());
    if (!answers.empty()) {
      mail_.lists.push_back(mail_.strings.Intern(answers));
      m.in_reply_to = 1;
    }
    if (!reply_to.empty()) {
      mail_.lists.push_back(mail_.strings.Intern(reply_to));
      m.reply_to = 1;
    }
    CaseMessage entry;
    entry.message = static_cast<MessageIndex>(mail_.messages.size());
    entry.side = side;
    mail_.messages.push_back(m);
    set_.messages.push_back(entry);
  }

  Persons Read() {
    set_.cases.resize(1);
    set_.cases[0].messages = static_cast<uint32_t>(set_.messages.size());
    view_.mail = &mail_;
    view_.set = &set_;
    return Persons(view_);
  }

 private:
  Export mail_;
  CaseSet set_;
  CaseView view_;
};

TEST_CASE("on a list the desk answers one of several people") {
  Thread thread;
  thread.Add(Side::kCustomer, "ada@mail.example", "a", "");
  thread.Add(Side::kCustomer, "ben@post.example", "b", "a");
  thread.Add(Side::kAgent, "tom@vendor.example", "c", "a");
  thread.Add(Side::kAgent, "eve@vendor.example", "d", "c");
  thread.Add(Side::kAgent, "tom@vendor.example", "e", "b");
  thread.Add(Side::kAgent, "tom@vendor.example", "f", "");
  thread.Add(Side::kCustomer, "Ada@Mail.example", "g", "c");
  const Persons persons = thread.Read();
  CHECK(persons.Concerns(2, 0));
  CHECK_FALSE(persons.Concerns(2, 1));
  CHECK(persons.Concerns(2, 6));
  // A colleague goes on with whom the mail before it answered.
  CHECK(persons.Concerns(3, 0));
  CHECK_FALSE(persons.Concerns(3, 1));
  CHECK(persons.Concerns(4, 1));
  // Without a link it is the one who wrote last.
  CHECK(persons.Concerns(5, 1));
  CHECK_FALSE(persons.Concerns(5, 0));
  CHECK(persons.Same(0, 6));
  CHECK_FALSE(persons.Same(0, 1));
}

TEST_CASE("a list that writes itself into From leaves the author in Reply-To") {
  Thread thread;
  thread.Add(Side::kCustomer, "users@lists.example", "a", "", true, "ada@mail.example");
  thread.Add(Side::kCustomer, "users@lists.example", "b", "a", true, "ben@post.example");
  thread.Add(Side::kAgent, "tom@vendor.example", "c", "b");
  const Persons persons = thread.Read();
  CHECK_FALSE(persons.Same(0, 1));
  CHECK(persons.Concerns(2, 1));
  CHECK_FALSE(persons.Concerns(2, 0));
}

TEST_CASE("in a help desk's mailbox all who are not of the desk are one side") {
  Thread thread;
  thread.Add(Side::kCustomer, "ada@mail.example", "a", "", false);
  thread.Add(Side::kCustomer, "ben@post.example", "b", "a", false);
  thread.Add(Side::kAgent, "tom@vendor.example", "c", "b", false);
  const Persons persons = thread.Read();
  CHECK(persons.Concerns(2, 0));
  CHECK(persons.Same(0, 1));
}

TEST_CASE("links that lead nowhere, to themselves or in a ring are not followed for ever") {
  Thread thread;
  thread.Add(Side::kCustomer, "ada@mail.example", "a", "z");
  thread.Add(Side::kCustomer, "ben@post.example", "b", "");
  thread.Add(Side::kAgent, "tom@vendor.example", "c", "c");
  thread.Add(Side::kAgent, "tom@vendor.example", "d", "e");
  thread.Add(Side::kAgent, "tom@vendor.example", "e", "d");
  const Persons persons = thread.Read();
  for (uint32_t desk = 2; desk < 5; ++desk) CHECK(persons.Concerns(desk, 1));
}

}  // namespace
}  // namespace threadlint::rules
