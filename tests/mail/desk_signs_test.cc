#include "mail/desk_signs.h"

#include "mail/tokens.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

using namespace threadlint::mail;

namespace {

std::string_view OfHeader(std::string_view name, std::string_view value = "x") {
  return FirstVendor(VendorsOfHeader(name, value));
}
std::string_view OfId(std::string_view id) { return FirstVendor(VendorsOfId(id)); }
std::string_view OfAddress(std::string_view address) {
  return FirstVendor(VendorsOfAddress(address));
}

}  // namespace

TEST_CASE("header fields") {
  CHECK(OfHeader("X-Zendesk-From-Account-Id") == "Zendesk");
  CHECK(OfHeader("X-MAILER", " zendesk mailer") == "Zendesk");
  CHECK(OfHeader("X-Mailer", "Zammad Mail Service (1.x)") == "Zammad");
  CHECK(OfHeader("User-Agent", "Zammad Mail Service") == "Zammad");
  CHECK(OfHeader("Managed-by", "RT 5.0.5 (http://www.bestpractical.com/rt/)") == "Request Tracker");
  CHECK(OfHeader("RT-Originator") == "Request Tracker");
  CHECK(OfHeader("X-RT-Loop-Prevention", "example.com") == "Request Tracker");
  CHECK(OfHeader("X-Powered-By", "OTRS - Open Ticket Request System") == "OTRS");
  CHECK(OfHeader("X-Msg-Context", "HS-1-128459-1513650239-3027377176") == "Help Scout");
  CHECK(OfHeader("x-sfdc-lk") == "Salesforce");
  CHECK(OfHeader("X-ServiceNow-Generated", "true") == "ServiceNow");
  CHECK(OfHeader("X-JIRA-FingerPrint") == "Jira");
}

TEST_CASE("ordinary header fields") {
  for (const std::string_view name : {"From",
                                      "Received",
                                      "Message-ID",
                                      "References",
                                      "Return-Path",
                                      "Mime-Version",
                                      "X-",
                                      "X-Received",
                                      "X-Google-DKIM-Signature",
                                      "X-Gm-Message-State",
                                      "X-Mailman-Version",
                                      "X-Zen",
                                      "Reply-To",
                                      "X-Spam-Status",
                                      "X-MS-Exchange-Organization-SCL",
                                      "R",
                                      "",
                                      "X",
                                      "\xff",
                                      "X-\xff",
                                      "X-Forwarded-For",
                                      "X-Original-To",
                                      "RT"}) {
    CAPTURE(name);
    CHECK(VendorsOfHeader(name, "HS-1 RT Zendesk") == 0);
    CHECK_FALSE(HoldsToken(name));
  }
  CHECK(VendorsOfHeader("X-Mailer", "Apple Mail") == 0);
  CHECK(VendorsOfHeader("X-Mailer", "") == 0);
  CHECK(VendorsOfHeader("X-Msg-Context", "other") == 0);
  CHECK(VendorsOfHeader("User-Agent", "Mutt/1.5 (Zammad)") == 0);
  CHECK(VendorsOfHeader("Managed-By", "someone") == 0);
}

TEST_CASE("message ids") {
  CHECK(OfId("L7VKGOM25K_5fd908fd5600d_4b5665bc15886c_sprut@zendesk.com") == "Zendesk");
  CHECK(OfId("rt-5.0.5-1234-1700000000-1513.123-5-0@example.com") == "Request Tracker");
  CHECK(OfId("RT-Ticket-123@example.com") == "Request Tracker");
  CHECK(OfId("20221018180732.42.0a1b2c3d-0000-4000-8000-000000000000@helpdesk.example") ==
        "Zammad");
  CHECK(OfId("BkZ0a1b-x9Y_2-BQAAAAwAAAAHAAAAVZ0BAgMF-support@example.com") == "osTicket");
  CHECK(OfId("conversation/6bdc3f4d-0bec-4515-a284-5d916fdde489/messages/3@test.example") ==
        "Chatwoot");
  CHECK(OfId("account/1/conversation/6bdc3f4d-0bec-4515-a284-5d916fdde489@test.example") ==
        "Chatwoot");
  CHECK(OfId("redmine.journal-77.20240101120000.5@example.net") == "Redmine");
  CHECK(OfId("redmine.issue-77.20240101120000@example.net") == "Redmine");
  CHECK(OfId("topic/123/456.0123456789abcdef01234567@forum.example") == "Discourse");
  CHECK(OfId("JIRA.11724.1334822400000.102.1334822500000@Atlassian.JIRA") == "Jira");
  CHECK(OfId("issue_54035@gitlab.example") == "GitLab");
  CHECK(OfId("FS_reply-36-9cbef04c5307d744@helpdesk.example") == "FreeScout");
  CHECK(OfId("x@site.atlassian.net") == "Jira");
}

TEST_CASE("message ids of others") {
  for (const std::string_view id :
       {"", "@", "a", "rt-build@example.com", "topic@example.com",
        "20221018180732.42.1@example.com", "20200101120000.1234-2-someone@example.com",
        "Barbara-Smith-x@example.com", "note_@x", "CAF=+abc@mail.gmail.com", "x@notzendesk.com",
        "x@zendesk.com.example.org", "issues_5@x.example", "1700000000.123.4.camel@example.com",
        "20221018180732.42.0a1b2c3d-0000-4000-8000-0000@h.example"}) {
    CAPTURE(id);
    CHECK(VendorsOfId(id) == 0);
  }
}

TEST_CASE("addresses") {
  CHECK(OfAddress("support@shop.zendesk.com") == "Zendesk");
  CHECK(OfAddress("a@Shop.Freshdesk.com") == "Freshdesk");
  CHECK(OfAddress("support.1.0123456789abcdef@helpscout.net") == "Help Scout");
  CHECK(OfAddress("reply+abc@reply.github.com") == "GitHub");
  CHECK(OfAddress("notifications@github.com") == "GitHub");
  CHECK(OfAddress("jjy7lv5tzkg3h19@marketplace.amazon.co.uk") == "Amazon");
  CHECK(OfAddress("cs-reply+A3SC11E84PLJUR@amazon.co.uk") == "Amazon");
  CHECK(OfAddress("x@members.ebay.de") == "eBay");
  for (const std::string_view address :
       {"", "x", "@", "x@zendesk.com", "x@myzendesk.com", "someone@users.noreply.github.com",
        "someone@github.com", "developer@amazon.co.uk", "x@example.com"}) {
    CAPTURE(address);
    CHECK(VendorsOfAddress(address) == 0);
  }
}

TEST_CASE("names") {
  CHECK(VendorNamed("Zendesk") != 0);
  CHECK(FirstVendor(VendorNamed("Zendesk")) == "Zendesk");
  CHECK(FirstVendor(VendorNamed("Zoho Desk")) == "Zoho Desk");
  CHECK(VendorNamed("Nobody") == 0);
  CHECK(VendorNamed("") == 0);
  CHECK(FirstVendor(0).empty());
  CHECK(FirstVendor(VendorNamed("Zendesk") | VendorNamed("Amazon")) == "Amazon");
}
