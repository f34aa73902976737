#include "report/paths.h"

#include <doctest/doctest.h>

namespace threadlint::report {
namespace {

TEST_CASE("paths are what a code host finds in the checkout") {
  CHECK(HostPath("./export//a.mbox", "/home/u/p") == "export/a.mbox");
  CHECK(HostPath("x/../a.mbox", "/home/u/p") == "a.mbox");
  CHECK(HostPath("/home/u/p/export/a.mbox", "/home/u/p") == "export/a.mbox");
  CHECK(HostPath("/home/u/p/export/a.mbox", "/home/u/p/") == "export/a.mbox");
  CHECK(HostPath("/home/u/paper/a.mbox", "/home/u/p") == "/home/u/paper/a.mbox");
  CHECK(HostPath("/home/u/p/a.mbox", "") == "/home/u/p/a.mbox");
  CHECK(HostPath("../a.mbox", "/home/u/p") == "../a.mbox");
  CHECK(HostPath("-", "/home/u/p") == "-");
  CHECK(HostPath("", "/home/u/p") == ".");
}

TEST_CASE("paths as URI references") {
  CHECK(UriOf("a b/ä#?%.mbox", "") == "a%20b/%C3%A4%23%3F%25.mbox");
  CHECK(UriOf("mail:in/a.mbox", "") == "mail%3Ain/a.mbox");  // no scheme
  CHECK(UriOf("cur/1.M2.host:2,S", "") == "cur/1.M2.host%3A2%2CS");
  CHECK(UriOf("/srv/mail/a.mbox", "/home/u") == "file:///srv/mail/a.mbox");
  CHECK(UriOf("/home/u/a.mbox", "/home/u") == "a.mbox");
  CHECK(UriOf("\xff.mbox", "") == "%FF.mbox");
  CHECK(UriOf("~a_b-c.d", "") == "~a_b-c.d");
}

}  // namespace
}  // namespace threadlint::report
