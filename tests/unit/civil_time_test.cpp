#include "core/civil_time.h"

#include <gtest/gtest.h>

#include <string>

#include "vectors.h"

namespace looplet {
namespace {

TEST(CivilTime, ReadsWhatPythonWrote) {
  const vectors::Json cases = vectors::read("times.json");
  ASSERT_GT(cases.size(), 1000u);
  for (const auto& c : cases) {
    const auto text = c[0].get<std::string>();
    const auto name = c[1].get<std::string>();
    const DateOrder order = name == "day_first"     ? DateOrder::day_first
                            : name == "month_first" ? DateOrder::month_first
                                                    : DateOrder::unknown;
    const auto time = read_time(text, order);
    ASSERT_EQ(time.has_value(), !c[2].is_null()) << text << " " << name;
    if (!time) continue;
    EXPECT_EQ(time->seconds, c[2].get<std::int64_t>()) << text;
    EXPECT_EQ(time->zoned, c[3].get<bool>()) << text;
  }
}

TEST(CivilTime, TheUsualFormIsReadAsAnyOtherIs) {
  // A blank behind it sends a text through the parser of all forms.
  int read = 0;
  int refused = 0;
  for (const std::string stamp :
       {"2026-05-04T09:12:33Z", "2024-02-29 23:59:60", "1999-12-31T00:00:00",
        "2026-11-30 10:09:08Z"}) {
    for (std::size_t i = 0; i < stamp.size(); ++i) {
      for (const char c : std::string("0123456789 -:./TtZz\x00\xC2", 21)) {
        std::string text = stamp;
        text[i] = c;
        const auto quick = read_time(text, DateOrder::day_first);
        const auto any = read_time(text + " ", DateOrder::day_first);
        ASSERT_EQ(quick.has_value(), any.has_value()) << text;
        (quick ? read : refused) += 1;
        if (!quick) continue;
        EXPECT_EQ(quick->seconds, any->seconds) << text;
        EXPECT_EQ(quick->zoned, any->zoned) << text;
        EXPECT_EQ(quick->whole_day, any->whole_day) << text;
      }
    }
  }
  EXPECT_GT(read, 200);
  EXPECT_GT(refused, 200);
}

TEST(CivilTime, DaysFollowOneAnother) {
  std::int64_t day = days_from_civil(1, 1, 1);
  EXPECT_EQ(day, -719162);  // proleptic: date.toordinal() of Python is 1
  for (std::int64_t year = 1; year <= 2400; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int d = 1; d <= days_in_month(year, month); ++d) {
        ASSERT_EQ(days_from_civil(year, month, d), day++);
      }
    }
  }
}

TEST(CivilTime, OrderIsShownByADayAboveTwelve) {
  const auto shown = [](const char* text) { return order_shown(text); };
  EXPECT_EQ(shown("25/04/2026").order, DateOrder::day_first);
  EXPECT_EQ(shown("04-25-2026 10:00").order, DateOrder::month_first);
  EXPECT_EQ(shown("03/04/2026").order, DateOrder::unknown);
  EXPECT_TRUE(shown("03/04/2026").ambiguous);
  for (const char* text : {"04/04/2026", "2026-03-04", "03.04.2026",
                           "25/25/2026", "", "1713418460", "4 May 2026"}) {
    EXPECT_FALSE(shown(text).ambiguous) << text;
  }
}

}  // namespace
}  // namespace looplet
