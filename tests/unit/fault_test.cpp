#include "looplet/fault.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace looplet {
namespace {

TEST(Fault, FillsItsSentence) {
  const Fault fault =
      make_fault(Code::out_of_range, "/score", {"11", "0", "10"});
  EXPECT_EQ(fault.where, "/score");
  EXPECT_EQ(fault.message, "11 is out of range; it must be from 0 to 10.");
}

TEST(Fault, CutsALongArgumentBetweenCodePoints) {
  std::string umlauts;
  for (int i = 0; i < 100; ++i) umlauts += "ü";
  const Fault fault = make_fault(Code::unknown_call, "", {umlauts});
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "ü";
  EXPECT_EQ(fault.message,
            "There is no call '" + sixty + "...'; 'about' lists them.");
}

TEST(Fault, DoesNotFillPlaceholdersThatCameInAnArgument) {
  EXPECT_EQ(make_fault(Code::bad_form, "", {"{1}", "a name"}).message,
            "'{1}' is not a name.");
}

TEST(Fault, CodesAreUniqueAndEverySentenceEndsInAFullStop) {
  std::set<std::string_view> names;
  for (int i = 0; i < code_count(); ++i) {
    const auto code = static_cast<Code>(i);
    EXPECT_TRUE(names.insert(code_name(code)).second) << code_name(code);
    EXPECT_EQ(code_sentence(code).back(), '.') << code_name(code);
  }
}

}  // namespace
}  // namespace looplet
