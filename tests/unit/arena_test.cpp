#include "looplet/arena.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace looplet {
namespace {

TEST(Arena, NewMemoryIsZeroAndAligned) {
  Arena arena;
  for (const std::size_t bytes : {1u, 7u, 16u, 100u, 5000u, 1u}) {
    const auto* taken = static_cast<const char*>(arena.take(bytes));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(taken) % alignof(double), 0u);
    for (std::size_t i = 0; i < bytes; ++i) ASSERT_EQ(taken[i], 0) << i;
  }
}

TEST(Arena, PiecesDoNotOverlap) {
  Arena arena;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 2000; ++i) kept.push_back(arena.copy(std::to_string(i)));
  for (int i = 0; i < 2000; ++i) {
    EXPECT_EQ(kept[static_cast<std::size_t>(i)], std::to_string(i));
  }
}

TEST(Arena, TextsStayWhenTheArenaIsMoved) {
  Arena first;
  const std::string_view kept = first.copy("kept");
  Arena second = std::move(first);
  Arena third;
  third = std::move(second);
  EXPECT_EQ(kept, "kept");
  EXPECT_EQ(first.copy("again"), "again");  // NOLINT: an arena once more
}

TEST(Arena, TheLastPieceGrowsWhereItIs) {
  Arena arena;
  void* piece = arena.take(16);
  EXPECT_EQ(arena.grow(piece, 16, 64), piece);
  arena.take(16);
  EXPECT_NE(arena.grow(piece, 64, 128), piece);
}

TEST(Arena, APieceThatMovesKeepsItsBytes) {
  Arena arena;
  auto* piece = static_cast<char*>(arena.take(3));
  piece[0] = 'a';
  piece[2] = 'c';
  auto* moved = static_cast<char*>(arena.grow(piece, 3, 9000));
  EXPECT_EQ(std::string_view(moved, 3), std::string_view("a\0c", 3));
  EXPECT_EQ(moved[8999], 0);
}

TEST(List, HasTheDefaultsOfItsType) {
  Arena arena;
  struct Five {
    int value = 5;
  };
  const List<Five> list = arena.list<Five>(3);
  ASSERT_EQ(list.size(), 3u);
  for (const Five& five : list) EXPECT_EQ(five.value, 5);
  EXPECT_TRUE(arena.list<Five>(0).empty());
}

TEST(List, IsComparedByItsValues) {
  Arena arena;
  const List<int> list = arena.list<int>({1, 2, 3});
  EXPECT_EQ(list, arena.list<int>({1, 2, 3}));
  EXPECT_FALSE(list == arena.list<int>({1, 2, 4}));
  EXPECT_FALSE(list == arena.list<int>({1, 2}));
  EXPECT_EQ(list.without_last(), arena.list<int>({1, 2}));
  EXPECT_EQ(list.back(), 3);
}

TEST(Growing, KeepsEverythingInOrder) {
  Arena arena;
  Growing<int> one(arena);
  Growing<int> other(arena);  // grown in turn, so that both have to move
  for (int i = 0; i < 1000; ++i) {
    one.push(i);
    other.push(-i);
  }
  ASSERT_EQ(one.size(), 1000u);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(one[static_cast<std::size_t>(i)], i);
    EXPECT_EQ(other.list()[static_cast<std::size_t>(i)], -i);
  }
}

TEST(Writing, PutsPiecesTogether) {
  Arena arena;
  Writing writing(arena);
  EXPECT_EQ(writing.text(), "");
  std::string expected;
  for (int i = 0; i < 500; ++i) {
    writing.add(arena.copy(std::to_string(i)));  // made in the same arena
    writing.add("");
    expected += std::to_string(i);
  }
  EXPECT_EQ(writing.text(), expected);
}

TEST(Writing, TakesMemoryInProportionToItsText) {
  // Each piece is made in the arena before it is added, so the text can never
  // grow where it is; 1 MB in 1,000 pieces must not take 500 MB.
  Arena arena;
  const std::string piece(1000, 'x');
  Writing writing(arena);
  int moves = 0;
  const char* first = nullptr;
  for (int i = 0; i < 1000; ++i) {
    writing.add(arena.copy(piece));
    if (writing.text().data() != first) ++moves;
    first = writing.text().data();
  }
  EXPECT_EQ(writing.text().size(), 1000000u);
  EXPECT_LE(moves, 11);  // 2^10 pieces
}

}  // namespace
}  // namespace looplet
