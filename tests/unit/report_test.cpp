#include "text/report.h"

#include <gtest/gtest.h>

#include <string>

namespace looplet {
namespace {

class Report : public testing::Test {
 protected:
  std::string place() const { return std::string(found.place()); }

  Arena arena;
  Reporter found{arena};
};

TEST_F(Report, PlacesAreJsonPointers) {
  const Below steps(found, "steps");
  const Below third(found, std::size_t{2});
  const Below text(found, "text");
  EXPECT_EQ(place(), "/steps/2/text");
}

TEST_F(Report, TildeAndSlashAreEscaped) {
  // RFC 6901, section 5.
  {
    const Below here(found, "a/b");
    EXPECT_EQ(place(), "/a~1b");
  }
  {
    const Below here(found, "m~n");
    EXPECT_EQ(place(), "/m~0n");
  }
  {
    const Below here(found, "~1");
    EXPECT_EQ(place(), "/~01");
  }
  const Below here(found, "");
  EXPECT_EQ(place(), "/");
}

TEST_F(Report, APlaceEndsWithItsBlock) {
  EXPECT_EQ(place(), "");
  const Below state(found, "state");
  {
    const Below given(found, "given");
    EXPECT_EQ(place(), "/state/given");
  }
  EXPECT_EQ(place(), "/state");
}

TEST_F(Report, ItemsCountFromZero) {
  {
    const Below first(found, std::size_t{0});
    EXPECT_EQ(place(), "/0");
  }
  const Below other(found, std::size_t{100});
  EXPECT_EQ(place(), "/100");
}

TEST_F(Report, FaultsKeepTheirPlacesAndWords) {
  const Below steps(found, "steps");
  found.report(Code::too_long, 2410, 2000);
  found.report_at("id", Code::duplicate_id, std::string_view("a"));
  found.report(Code::empty_text);
  const Faults faults = found.faults();
  ASSERT_EQ(faults.size(), 3u);
  EXPECT_EQ(faults[0],
            (Fault{Code::too_long, "/steps",
                   "This is 2410 characters long; at most 2000 are allowed."}));
  EXPECT_EQ(faults[1],
            (Fault{Code::duplicate_id, "/steps/id",
                   "The id 'a' is used twice; every id must be its own."}));
  EXPECT_EQ(faults[2],
            (Fault{Code::empty_text, "/steps", "This must not be empty."}));
}

}  // namespace
}  // namespace looplet
