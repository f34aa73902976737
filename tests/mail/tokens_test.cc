#include "mail/tokens.h"

#include "mail/desk_signs.h"
#include "util/regex_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

using namespace threadlint::mail;
using threadlint::TokenRole;

namespace {

const TokenCatalogue& BuiltIn() { return TokenCatalogue::BuiltIn(); }

const TokenScheme& SchemeOf(const TokenMatch& match) { return BuiltIn().Schemes()[match.scheme]; }

// "scheme=key" of everything found.
std::set<std::string> Found(TokenPlace place, std::string_view text) {
  std::set<std::string> found;
  for (const TokenMatch& match : BuiltIn().Find(place, text)) {
    found.insert(SchemeOf(match).name + "=" + match.key);
  }
  return found;
}

// The same of what needs no second sign.
std::set<std::string> Sure(TokenPlace place, std::string_view text) {
  std::set<std::string> found;
  for (const TokenMatch& match : BuiltIn().Find(place, text)) {
    if (!SchemeOf(match).ambiguous) found.insert(SchemeOf(match).name + "=" + match.key);
  }
  return found;
}

// "space key" of what says which case it is.
std::set<std::string> Cases(TokenPlace place, std::string_view text) {
  std::set<std::string> found;
  for (const TokenMatch& match : BuiltIn().Find(place, text)) {
    const TokenScheme& scheme = SchemeOf(match);
    if (scheme.role == TokenRole::kCase || scheme.role == TokenRole::kComposite ||
        scheme.role == TokenRole::kRoot) {
      found.insert(scheme.space + " " + match.key);
    }
  }
  return found;
}

using Strings = std::set<std::string>;

}  // namespace

TEST_CASE("every row finds its key in its example") {
  for (const TokenScheme& scheme : BuiltIn().Schemes()) {
    CAPTURE(scheme.name);
    REQUIRE_FALSE(scheme.example.empty());
    const std::vector<TokenMatch> found =
        scheme.place == TokenPlace::kHeader ? BuiltIn().FindInHeader(scheme.header, scheme.example)
                                            : BuiltIn().Find(scheme.place, scheme.example);
    std::vector<std::string> keys;
    for (const TokenMatch& match : found) {
      CHECK(match.begin < match.end);
      CHECK(match.end <= scheme.example.size());
      if (&SchemeOf(match) == &scheme) keys.push_back(match.key);
    }
    CHECK(keys == std::vector<std::string>{scheme.key});
  }
}

TEST_CASE("the table is sound") {
  std::set<std::string> names;
  std::map<std::string, bool> folds;
  for (const TokenScheme& scheme : BuiltIn().Schemes()) {
    CAPTURE(scheme.name);
    CHECK(names.insert(scheme.name).second);
    CHECK(threadlint::util::RegexSet::ErrorIn({scheme.pattern}).empty());
    CHECK_FALSE(scheme.key.empty());
    // Keys of one space are compared: they must be folded alike.
    CHECK(folds.emplace(scheme.space, scheme.folds).first->second == scheme.folds);
    if (scheme.place == TokenPlace::kHeader) {
      CHECK(HoldsToken(scheme.header));
      CHECK(VendorsOfHeader(scheme.header, scheme.example) == VendorNamed(scheme.vendor));
    }
  }
  CHECK(TokenCatalogue(std::vector(BuiltIn().Schemes().begin(), BuiltIn().Schemes().end()))
            .Schemes()
            .size() == BuiltIn().Schemes().size());
}

TEST_CASE("every system that puts a token into mail has a row") {
  std::set<std::string_view> vendors;
  for (const TokenScheme& scheme : BuiltIn().Schemes()) vendors.insert(scheme.vendor);
  for (const std::string_view vendor :
       {"",         "Alaveteli",    "Amazon",      "BoldDesk",        "Chatwoot",   "Discourse",
        "eBay",     "Dynamics 365", "FixMyStreet", "FreeScout",       "Freshdesk",  "Freshservice",
        "GitHub",   "GitLab",       "Help Scout",  "Helpthread",      "Helpy",      "Intercom",
        "Jira",     "Kaseya BMS",   "Kayako",      "Mailman",         "MantisBT",   "OTRS",
        "osTicket", "Phabricator",  "Redmine",     "Request Tracker", "Salesforce", "ServiceNow",
        "Zammad",   "Zendesk",      "Zoho Desk"}) {
    CAPTURE(vendor);
    CHECK(vendors.contains(vendor));
  }
}

TEST_CASE("all six roles") {
  std::set<TokenRole> roles;
  for (const TokenScheme& scheme : BuiltIn().Schemes()) roles.insert(scheme.role);
  CHECK(roles.size() == 6);
}

TEST_CASE("one case has one key wherever it stands") {
  const std::string zendesk = "zendesk-ticket 3FDRFKLJOT";
  CHECK(Cases(TokenPlace::kAddress, "support+id3FDRFK-LJOT@shop.zendesk.com") == Strings{zendesk});
  CHECK(Cases(TokenPlace::kAddress, "SUPPORT+ID3fdrfk-ljot@Shop.Zendesk.com") == Strings{zendesk});
  CHECK(Cases(TokenPlace::kId, "3FDRFKLJOT@zendesk.com") == Strings{zendesk});
  CHECK(Cases(TokenPlace::kId, "3FDRFKLJOT_5fd908fd5600d_4b5665bc15886c_sprut@zendesk.com") ==
        Strings{zendesk});
  CHECK(Cases(TokenPlace::kBody, "answer above\n[3FDRFK-LJOT]") == Strings{zendesk});

  const std::string rt = "rt-ticket help.example.com#7700";
  CHECK(Cases(TokenPlace::kId, "RT-Ticket-7700@help.example.com") == Strings{rt});
  CHECK(Cases(TokenPlace::kId, "rt-4.4.3-22-1700000000-1513.7700-5-0@Help.example.com") ==
        Strings{rt});
  CHECK(Cases(TokenPlace::kSubject, "Re: [help.example.com #7700] Printer").contains(rt));
  const auto header = BuiltIn().FindInHeader("rt-ticket", "help.example.com #7700");
  REQUIRE(header.size() == 1);
  CHECK(SchemeOf(header[0]).space + " " + header[0].key == rt);

  const std::string uuid = "6bdc3f4d-0bec-4515-a284-5d916fdde489";
  for (const std::string& id : {"conversation/" + uuid + "/messages/3@example.com",
                                "account/1/conversation/" + uuid + "@example.com"}) {
    CHECK(Cases(TokenPlace::kId, id) == Strings{"chatwoot-conversation " + uuid});
  }
  CHECK(Cases(TokenPlace::kAddress, "reply+" + uuid + "@example.com") ==
        Strings{"chatwoot-conversation " + uuid});

  const std::string issue = "github-thread example/project#138";
  for (const std::string_view id :
       {"example/project/issues/138@github.com",
        "example/project/issue/138/issue_event/9@github.com",
        "example/project/pull/138/c77@github.com", "Example/Project/issues/138/5@github.com"}) {
    CHECK(Cases(TokenPlace::kId, id) == Strings{issue});
  }
  CHECK(
      Cases(TokenPlace::kSubject, "Re: [example/project] Shared memory (PR #138)").contains(issue));
  CHECK(Cases(TokenPlace::kSubject, "Ref [ ref:_00D30oKPx._50030bwIii:ref ]") ==
        Cases(TokenPlace::kBody, "ref:!00D30oKPx.!50030bwIii:ref"));
}

TEST_CASE("of composite tokens only the case's part is the key") {
  CHECK(Found(TokenPlace::kId, "JIRA.1.1334822400000.7.1334822500000@host.example") ==
        Strings{"jira-message-id=1.1334822400000"});
  CHECK(Found(TokenPlace::kId, "redmine.issue-77.20240101120000.5@example.net") ==
        Strings{"redmine-message-id=77"});
  CHECK(Found(TokenPlace::kId, "redmine.journal-9.20240101120000.5@example.net") ==
        Strings{"redmine-journal=journal-9"});
  CHECK(Found(TokenPlace::kId, "topic/123@forum.example.com") == Strings{"discourse-topic=123"});
  CHECK(Found(TokenPlace::kId, "topic/123.s5f1a@forum.example.com") ==
        Strings{"discourse-topic=123"});
  // Two mails of one thread.
  const std::string head = "reply+019475479484099297d3336881d46089ceb2d616f1e3fc4b92cf00000001";
  CHECK(Found(TokenPlace::kAddress, head + "14e60dbe92a169ce0cd403e0@reply.github.com") ==
        Found(TokenPlace::kAddress, head + "ffffffff92a169ce0cd403e0@reply.github.com"));
}

TEST_CASE("what the shapes of tokens.tsv cannot tell apart is marked so") {
  // Freshdesk, Redmine and osTicket.
  CHECK(Found(TokenPlace::kSubject, "[#12345] x") ==
        Strings{"freshdesk-number=12345", "osticket-number=12345", "redmine-number=12345"});
  CHECK(Sure(TokenPlace::kSubject, "[#12345] x").empty());
  // GitLab and Discourse.
  CHECK(Found(TokenPlace::kAddress, "a+59d8df8370b7e95c5a49fbf86aeb2c93@x.example").size() == 2);
  CHECK(Sure(TokenPlace::kAddress, "a+59d8df8370b7e95c5a49fbf86aeb2c93@x.example").empty());
  // Zammad and OTRS write the same; it is a ticket's number in any case.
  CHECK(Cases(TokenPlace::kSubject, "[Ticket#2024010112000018] x") ==
        Strings{"ticket-number 2024010112000018"});
  CHECK(Sure(TokenPlace::kSubject, "[Ticket#2024010112000018] x") ==
        Strings{"case-number=2024010112000018", "otrs-number=2024010112000018",
                "zammad-number=2024010112000018"});
  // Jira's keys are product names, too.
  CHECK(Found(TokenPlace::kSubject, "RTX-4090 is loud") == Strings{"jira-key=RTX-4090"});
  CHECK(Sure(TokenPlace::kSubject, "RTX-4090 is loud").empty());
  CHECK(Sure(TokenPlace::kSubject, "[JIRA] (JRA-34294) x") == Strings{"jira-subject=JRA-34294"});
}

TEST_CASE("subjects that hold no token that is sure") {
  for (const std::string_view subject : {"",
                                         "UTF-8 in subjects",
                                         "ISO-8859-1",
                                         "[PATCH 1/5] net: fix",
                                         "[PATCH v2 #3] x",
                                         "Re: [dev] release 1.2.3",
                                         "Your order #123-4567890-1234567",
                                         "Order 12345 has shipped",
                                         "Invoice 2024-00123",
                                         "Rechnung Nr. 4711001",
                                         "Bestellung 12345678",
                                         "Facture n° 12345",
                                         "Pedido 123456",
                                         "[Newsletter #1234]",
                                         "[Order #12345]",
                                         "Fall 2024",
                                         "Case 2024 review",
                                         "In any case 1000 people",
                                         "CVE-2024-12345",
                                         "COVID-19",
                                         "INC5000 list",
                                         "[list] #12 of 40",
                                         "Call 0800 123456",
                                         "Zaak 2023-11-05",
                                         "request for comments 1234",
                                         "[ 12345 ]",
                                         "CRM:1234567",
                                         "a thread::short::",
                                         "ref:_00D",
                                         "[ ref:_00D19FZ4t._500",
                                         "100% off #deal",
                                         "Cassette 12345",
                                         "Support: 0800 1234567",
                                         "[Part #2]",
                                         "[a #12]",
                                         "basecase 12345",
                                         "Ticket machine 12345"}) {
    CAPTURE(subject);
    CHECK(Sure(TokenPlace::kSubject, subject) == Strings{});
  }
}

TEST_CASE("addresses that hold no token that is sure") {
  for (const std::string_view address :
       {"", "@", "a", "foo+bar@gmail.com", "foo+2024@gmail.com", "a.smith.1980@example.com",
        "cs-reply@amazon.co.uk", "cs-reply+@amazon.co.uk", "someone@zendesk.com",
        "support+idea-team@shop.zendesk.com.example", "request-help-abcdefgh@example.com",
        "feature-request-2024-december@example.com", "fms-report-abc-0a1b2c3d@example.org",
        "reply+AAODILY723EPW4FZ4DOMMY536LEIFEVBNHHB5BTT7M@example.com",
        "reply+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA@reply.github.com",
        "bounces+12-ab-user=example.com@em.example.com", "D123+42@example.com"}) {
    CAPTURE(address);
    CHECK(Sure(TokenPlace::kAddress, address) == Strings{});
  }
}

TEST_CASE("message ids of ordinary mail hold no token") {
  for (const std::string_view id :
       {"", "@", "CAF=+xYz123@mail.gmail.com", "1700000000.123.4.camel@example.com",
        "20221018180732.GA1234@example.com", "20200101120000.1234-2-someone@example.com",
        "0102018abcdef-1@eu-west-1.amazonses.com", "rt-build.5@example.com", "issue_@x",
        "6bdc3f4d-0bec-4515-a284-5d916fdde489@site.atlassian.net", "reply-to-5@example.com",
        "B1234567-12345-1234567890@x", "AM0PR04MB1234@eurprd04.prod.outlook.com",
        "example/project/issues/abc@github.com", "3FDRFKLJOT@zendesk.com.example.org",
        "87abcdef.fsf@example.org"}) {
    CAPTURE(id);
    CHECK(Found(TokenPlace::kId, id) == Strings{});
  }
}

TEST_CASE("labelled numbers of desks nobody knows, in six languages") {
  const auto number = [](std::string_view subject) {
    std::set<std::string> keys;
    for (const TokenMatch& match : BuiltIn().Find(TokenPlace::kSubject, subject)) {
      if (SchemeOf(match).vendor.empty()) keys.insert(match.key);
    }
    return keys;
  };
  const Strings expected = {"4711001"};
  for (const std::string_view subject : {"[Case 4711001]",
                                         "[Case: 004711001] x",
                                         "(Case #4711001)",
                                         "Case ID: 4711001",
                                         "case number 4711001",
                                         "Ticket 4711001",
                                         "[Ticket ID: 4711001]",
                                         "Ref: 4711001",
                                         "[REF-4711001]",
                                         "REF#4711001",
                                         "Support Ticket No. 4711001",
                                         "Incident no 4711001",
                                         "Vorgang 4711001",
                                         "Ihre Vorgangsnummer 4711001",
                                         "Vorgangs-Nr.: 4711001",
                                         "Ticketnummer: 4711001",
                                         "Ihre Anfrage Nr. 4711001",
                                         "Beschwerdenummer 4711001",
                                         "Dossier n° 4711001",
                                         "DOSSIER N°4711001",
                                         "Réclamation n° 4711001",
                                         "dossier 4711001",
                                         "Caso 4711001",
                                         "Caso n.º 4711001",
                                         "Expediente número 4711001",
                                         "Incidencia: 4711001",
                                         "Pratica n. 4711001",
                                         "Segnalazione numero 4711001",
                                         "Zaak 4711001",
                                         "zaaknummer: 4711001",
                                         "Dossiernummer 4711001",
                                         "Kenmerk: 4711001",
                                         "Chamado nº 4711001",
                                         "Ärende 4711001",
                                         "AW: WG: [Ticket=4711001]",
                                         "Ticket [#4711001]",
                                         "Your case (4711001)",
                                         "[Ticket #4711001]",
                                         "Support ID: 4711001",
                                         "Case Number : 4711001"}) {
    CAPTURE(subject);
    CHECK(number(subject) == expected);
  }
  CHECK(number("[Ticket ID: ABC-123-45678] x") == Strings{"abc-123-45678"});
  CHECK(number("Case ID: CS0012345") == Strings{"cs0012345"});
  CHECK(number("Ticket: 2024-7118818") == Strings{"2024-7118818"});
  for (const std::string_view subject : {"Ticket 123", "case 12", "Ticket 2024", "Case", "Ref: "}) {
    CAPTURE(subject);
    CHECK(number(subject).empty());
  }
}

TEST_CASE("a tag before a number is a name, of which two desks may have the same") {
  const auto is_local = [](std::string_view subject) {
    for (const TokenMatch& match : BuiltIn().Find(TokenPlace::kSubject, subject)) {
      if (SchemeOf(match).space == "rt-ticket") return SchemeOf(match).local ? "yes" : "no";
    }
    return "none";
  };
  CHECK(is_local("[help.example.com #1234] x") == std::string("no"));
  CHECK(is_local("[Support #1234] x") == std::string("yes"));
  CHECK(is_local("[Ticket #1234] x") == std::string("none"));
}

TEST_CASE("retyped tokens of public authorities are put right") {
  CHECK(Found(TokenPlace::kAddress, "foi+Request-26l9ll-77d4c3o9@whatdotheyknow.com") ==
        Strings{"alaveteli-request=261911-77d4c309"});
  CHECK(Found(TokenPlace::kAddress, "request-bounce-12-77d4c399@foi.example") ==
        Strings{"alaveteli-request=12-77d4c399"});
}

TEST_CASE("where a token stands") {
  const std::string text = "Re: [##12345##] and [##678##]";
  const std::vector<TokenMatch> found = BuiltIn().Find(TokenPlace::kSubject, text);
  std::vector<std::string> spans;
  for (const TokenMatch& match : found) {
    if (SchemeOf(match).name == "zoho-desk") {
      spans.push_back(text.substr(match.begin, match.end - match.begin));
    }
  }
  CHECK(spans == std::vector<std::string>{"[##12345##]", "[##678##]"});
  CHECK(std::is_sorted(found.begin(), found.end(), [](const TokenMatch& a, const TokenMatch& b) {
    return std::pair(a.begin, a.scheme) < std::pair(b.begin, b.scheme);
  }));
}

TEST_CASE("a search ends at 1 MiB, and there is no text that it cannot take") {
  constexpr size_t kMost = size_t{1} << 20;
  const std::string token = "Ticket#1234567 ";
  std::string text(kMost, 'x');
  text.replace(kMost - token.size() - 1, token.size() + 1, " " + token);
  CHECK_FALSE(Found(TokenPlace::kSubject, text).empty());
  CHECK(Found(TokenPlace::kSubject, std::string(kMost, 'x') + " " + token).empty());

  using namespace std::string_literals;
  for (const std::string& piece :
       {"["s, "[a "s, "[a #"s, "#1"s, "ref:_00D"s, "case "s, "a+"s, "\xff"s, "\0"s, "case:: 1"s,
        "title=\"fd_tkt_identifier\" "s, "[a/b] (#"s, "AB-1"s, "1234-"s, "dossier n"s, "::"s}) {
    CAPTURE(piece);
    std::string hostile;
    while (hostile.size() < kMost) {
      hostile += piece;
      // What lets the text pass the gate.
      if (hostile.size() % 1024 < piece.size())
        hostile += " Ticket#12345 [a.b #1] case: 12345 [a/b]";
    }
    const auto begin = std::chrono::steady_clock::now();
    for (const TokenPlace place : {TokenPlace::kSubject, TokenPlace::kBody, TokenPlace::kAddress,
                                   TokenPlace::kId, TokenPlace::kHeader}) {
      CHECK_NOTHROW(BuiltIn().Find(place, hostile));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(took.count() < 20);  // some 0.2 s; quadratic would be hours
  }
}

TEST_CASE("fields are named in lower case") {
  CHECK(BuiltIn().FindInHeader("x-rt-ticket", "example.com #12").size() == 1);
  CHECK(BuiltIn().FindInHeader("subject", "example.com #12").empty());
  CHECK(BuiltIn().FindInHeader("x-msg-context", "HS-1-2-3").empty());
  CHECK(BuiltIn().Find(TokenPlace::kHeader, "example.com #12").empty());
}

TEST_CASE("rows of a user") {
  const std::string row =
      "acme\tACME\tsubject body\t-\tcase\tyes\tyes\tno\tyes\tacme\tacme-(\\d+)\t$1\tACME-12\t12";
  const TokenCatalogue mine(ReadTokenSchemes("# mine\r\n\n" + row + "\r\n"));
  REQUIRE(mine.Schemes().size() == 2);
  CHECK(mine.Schemes()[1].name == "acme-body");
  CHECK(mine.Schemes()[1].place == TokenPlace::kBody);
  const std::vector<TokenMatch> found = mine.Find(TokenPlace::kSubject, "Re: Acme-77");
  REQUIRE(found.size() == 1);
  CHECK(found[0].key == "77");
  CHECK(found[0].begin == 4);
  CHECK(found[0].end == 11);
  CHECK(ReadTokenSchemes("").empty());

  const auto with = [&](std::string_view from, std::string_view to) {
    std::string changed = row;
    return changed.replace(changed.find(from), from.size(), to);
  };
  CHECK_THROWS_WITH_AS(ReadTokenSchemes("\n" + with("\t12", "")), "line 2: 13 columns, not 14",
                       std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(row + "\tmore"), std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(with("yes", "Yes")), std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(with("subject body", "header")), std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(with("subject body", "footer")), std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(with("\tcase", "\tkey")), std::invalid_argument);
  CHECK_THROWS_AS(ReadTokenSchemes(with("acme\tACME", "-\tACME")), std::invalid_argument);
  const auto catalogue = [&](const std::string& rows) { TokenCatalogue c(ReadTokenSchemes(rows)); };
  CHECK_THROWS_WITH_AS(catalogue(row + "\n" + row), doctest::Contains("acme"),
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(catalogue(with("(\\d+)", "(")), doctest::Contains("acme"),
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(catalogue(with("(\\d+)", "(?=x)")), doctest::Contains("acme"),
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(catalogue(with("$1", "magic")), doctest::Contains("magic"),
                       std::invalid_argument);
}
