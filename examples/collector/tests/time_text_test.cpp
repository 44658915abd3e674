// Expected values: `date -u -d TEXT +%s%3N` of GNU coreutils.
#include "../time_text.h"

#include <gtest/gtest.h>

namespace looplet::collector {
namespace {

TEST(TimeText, ReadsRfc3339) {
  EXPECT_EQ(parse_time("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_time("2026-11-22T07:40:00Z"), 1795333200000);
  EXPECT_EQ(parse_time("2026-11-22T07:40:00.1Z"), 1795333200100);
  EXPECT_EQ(parse_time("2026-11-22T07:40:00.123456Z"), 1795333200123);
  EXPECT_EQ(parse_time("2026-11-22T13:10:00+05:30"), 1795333200000);
  EXPECT_EQ(parse_time("2026-11-21t23:40:00-08:00"), 1795333200000);
  EXPECT_EQ(parse_time("2024-02-29T23:59:59Z"), 1709251199000);
  EXPECT_EQ(parse_time("1969-12-31T23:59:59Z"), -1000);
  EXPECT_EQ(parse_time("2016-12-31T23:59:60Z"), 1483228799000);
  EXPECT_EQ(parse_time("2026-11-22"), 1795305600000);
}

TEST(TimeText, RefusesWhatIsNone) {
  for (const char* text :
       {"", "now", "2026", "2026-13-01", "2026-02-29T00:00:00Z",
        "2026-11-22T24:00:00Z", "2026-11-22T07:60:00Z", "2026-11-22T07:40:61Z",
        "2026-11-22T07:40:00", "2026-11-22T07:40:00.Z", "2026-11-22T07:40Z",
        "2026-11-22T07:40:00+0530", "2026-11-22T07:40:00+24:00",
        "2026-11-22T07:40:00Zx", " 2026-11-22", "20261122T074000Z",
        "-026-11-22", "2026-1-22"}) {
    EXPECT_FALSE(parse_time(text)) << text;
  }
}

TEST(TimeText, WritesTwentyFourCharacters) {
  EXPECT_EQ(rfc3339(1795333200123), "2026-11-22T07:40:00.123Z");
  EXPECT_EQ(rfc3339(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(rfc3339(INT64_MAX), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(rfc3339(INT64_MIN), "0000-01-01T00:00:00.000Z");
}

TEST(TimeText, WritesHttpDates) {
  // RFC 9110, section 5.6.7.
  EXPECT_EQ(http_date(784111777000), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(TimeText, TheWaitIsBelievedBetweenZeroAndThirtyDays) {
  constexpr Milliseconds kNow = 1795333200000;
  EXPECT_EQ(answered_at(kNow, 1000, 61000), kNow - 60000);
  EXPECT_EQ(answered_at(kNow, 61000, 1000), kNow);
  EXPECT_EQ(answered_at(kNow, 0, 31 * kDay), kNow - 30 * kDay);
  EXPECT_EQ(answered_at(kNow, 1000, std::nullopt), kNow);
  EXPECT_EQ(answered_at(kNow, std::nullopt, 1000), kNow);
}

}  // namespace
}  // namespace looplet::collector
