#include "wire/description.h"

#include <gtest/gtest.h>

#include <cstring>
#include <optional>

#include "looplet/flow.h"
#include "looplet/preview.h"
#include "wire/reader_text.h"
#include "wire/statistics_types.h"

namespace looplet::wire {
namespace {

/// A description of optionals by their shape alone.
template <class T>
Type optional_shape() {
  Type type{Shape::optional};
  type.size = sizeof(T);
  return type;
}

template <class T>
void expect_known_layout(const T& value) {
  const Type type = optional_shape<T>();
  std::optional<T> held;
  EXPECT_TRUE(items(type, &held).empty());
  held = value;
  const List<char> seen = items(type, &held);
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(static_cast<void*>(seen.begin()), static_cast<void*>(&*held));
  held.reset();
  EXPECT_TRUE(items(type, &held).empty());

  Arena arena;
  std::optional<T> filled;
  EXPECT_EQ(static_cast<void*>(fill(type, &filled, 1, arena)),
            static_cast<void*>(&*filled));
  EXPECT_TRUE(filled.has_value());
}

TEST(Description, OptionalsAreLaidOutAsItSays) {
  expect_known_layout(true);
  expect_known_layout(7);
  expect_known_layout(std::int64_t{7});
  expect_known_layout(0.5);
  expect_known_layout(Segment::passive);
  expect_known_layout(Theme::other);
  expect_known_layout(std::array<int, 3>{1, 2, 3});
  expect_known_layout(Fraction{1, 2});
  expect_known_layout(ScoreSet{});
  expect_known_layout(Scalar{});
  expect_known_layout(Condition{});
  expect_known_layout(Privacy{});
  expect_known_layout(CountsGiven{});
  expect_known_layout(Estimate{});
}

TEST(Description, ListsAreLaidOutAsItSays) {
  Arena arena;
  const List<double> list = arena.list<double>({1, 2});
  Type type{Shape::list};
  type.size = sizeof(double);
  List<double> copy = list;
  EXPECT_EQ(items(type, &copy).size(), 2u);
  EXPECT_EQ(static_cast<void*>(items(type, &copy).begin()),
            static_cast<void*>(list.begin()));
}

}  // namespace
}  // namespace looplet::wire
