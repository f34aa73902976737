#include "value_shown.h"

#include <doctest/doctest.h>

namespace threadlint::facts {
namespace {

struct Row {
  std::string_view text, unit;
  int64_t thousandths;
};

constexpr Row kMeasures[] = {
    {"230V", "V", 230000},
    {"12 volts", "V", 12000},
    {"24.6 Volt", "V", 24600},
    {"13 A", "A", 13000},
    {"5kg", "kg", 5000},
    {"5 kilos", "kg", 5000},
    {"500 g", "g", 500000},
    {"1.5m", "m", 1500},
    {"1,5 m", "m", 1500},
    {"150 cm", "cm", 150000},
    {"15-inch", "in", 15000},
    {"256GB", "GB", 256000},
    {"100 Mbps", "Mbps", 100000},
    {"100 Mbit/s", "Mbps", 100000},
    {"25\xC2\xB0"
     "C",
     "\xC2\xB0"
     "C",
     25000},
    {"25 degrees celsius",
     "\xC2\xB0"
     "C",
     25000},
    {"32 psi", "psi", 32000},
    {"61,340 miles", "mi", 61340000},
    {"61 340 km", "km", 61340000},
    {"3 Liter", "l", 3000},
    {"70 mph", "mph", 70000},
    {"100 km/h", "km/h", 100000},
    {"2.4 GHz", "GHz", 2400},
    {"60 dB", "dB", 60000},
    {"5000mAh", "mAh", 5000000},
    {"30 x 40 x 50 cm", "cm", 30000},
};

TEST_CASE("measures") {
  for (const Row& row : kMeasures) {
    CAPTURE(row.text);
    const std::vector<Value> values = ReadValues(row.text, MailOfMay());
    REQUIRE(values.size() == 1);
    CHECK(values[0].kind == ValueKind::kMeasure);
    CHECK(values[0].number == row.thousandths);
    CHECK(values[0].unit == UnitHash(row.unit));
  }
}

TEST_CASE("measures of one family are equal in any unit") {
  const auto norm = [](std::string_view text) { return FirstValue(text, MailOfMay()).norm; };
  CHECK(norm("1.5 m") == norm("150cm"));
  CHECK(norm("1500 g") == norm("1,5 kg"));
  CHECK(norm("5 TB") == norm("5000 GB"));
  CHECK(norm("6 feet") == norm("72 inches"));
  CHECK(norm("30 x 40 cm") == norm("300 x 400 mm"));
  CHECK(norm("30 x 40 cm") != norm("30 x 41 cm"));
  CHECK(norm("5 kg") != norm("5 m"));
}

constexpr ShownRow kRows[] = {
    {"20%", "percent 20%"},
    {"2kg/4.4lbs", "measure 2kg|measure 4.4lbs"},
    {"on 3/4 of the days", ""},
    {"50 per cent", "percent 50 per cent"},
    {"19 Prozent", "percent 19 Prozent"},
    {"v4.2", "version v4.2"},
    {"4.2.1", "version 4.2.1"},
    {"version 4", "version 4"},
    {"iOS 17.4.1", "version 17.4.1"},
    {"firmware: 2.0.3", "version 2.0.3"},
    {"4.2.1-rc2", "version 4.2.1-rc2"},
    {"61,340", "number 61,340"},
    {"61k", "number 61k"},
    {"three boxes", "number three"},
    {"three of us", ""},
    {"flat 3A", ""},
    {"seat 20C", "id 20C?"},
    {"4x4", ""},
    {"1. Send it\n2) Pay\n[3] that", ""},
    {"1,2,3", ""},
    {"1.840 kg", "measure 1.840 kg?"},
};

TEST_CASE("percentages, versions, numbers") {
  for (const ShownRow& row : kRows) {
    CAPTURE(row.text);
    CHECK(ShownValues(row.text, MailOfMay()) == row.values);
  }
  CHECK(FirstValue("1.840 kg", MailOfMay()).number == 1840);
  CHECK(FirstValue("1.840 kg", MailOfMay("de")).number == 1840000);
  CHECK(FirstValue("61k", MailOfMay()).norm == FirstValue("61,000", MailOfMay()).norm);
  CHECK(FirstValue("three boxes", MailOfMay()).norm == FirstValue("3", MailOfMay()).norm);
}

}  // namespace
}  // namespace threadlint::facts
