#include "../cors.h"

#include <gtest/gtest.h>

namespace looplet::collector {
namespace {

const std::vector<std::string> kAllowed = {"https://shop.example",
                                           "https://shop.example:8443",
                                           "http://localhost:5173"};

TEST(Cors, OnlyTheListAndTheOwnHostAreKnown) {
  struct Row {
    const char* origin;
    Caller caller;
  };
  const Row kRows[] = {
      {"", Caller::no_browser},
      {"https://shop.example", Caller::allowed},
      {"https://shop.example:8443", Caller::allowed},
      {"http://localhost:5173", Caller::allowed},
      {"http://answers.example:8080", Caller::same_origin},
      {"https://answers.example:8080", Caller::same_origin},
      {"http://shop.example", Caller::foreign},        // scheme
      {"https://shop.example:443", Caller::foreign},   // not normal form
      {"https://shop.example:8444", Caller::foreign},  // port
      {"https://shop.example:84", Caller::foreign},    // prefix of a port
      {"https://shop.example:84433", Caller::foreign},
      {"https://shop.example.evil.example", Caller::foreign},  // suffix
      {"https://evil-shop.example", Caller::foreign},          // prefix
      {"https://a.shop.example", Caller::foreign},             // subdomain
      {"https://shop.exampl", Caller::foreign},
      {"https://SHOP.example", Caller::foreign},  // case
      {"HTTPS://shop.example", Caller::foreign},
      {"https://shop.example/", Caller::foreign},  // path
      {"https://shop.example?", Caller::foreign},
      {" https://shop.example", Caller::foreign},
      {"https://shop.example,https://shop.example", Caller::foreign},
      {"https://user@shop.example", Caller::foreign},
      {"null", Caller::foreign},
      {"*", Caller::foreign},
      {"http://answers.example", Caller::foreign},  // host without its port
      {"file://answers.example:8080", Caller::foreign},
      {"http://localhost:5174", Caller::foreign},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(judge_origin(row.origin, "answers.example:8080", kAllowed),
              row.caller)
        << row.origin;
  }
}

TEST(Cors, NullIsAllowedWhenItIsOnTheList) {
  EXPECT_EQ(judge_origin("null", "h", {"null"}), Caller::allowed);
  EXPECT_EQ(judge_origin("null", "null", {}), Caller::foreign);
}

TEST(Cors, AnOriginForTheListIsInNormalForm) {
  for (const char* text :
       {"https://shop.example", "http://localhost:5173", "http://127.0.0.1",
        "https://[2001:db8::1]:8443", "http://x:8080", "null"}) {
    EXPECT_EQ(parse_origin(text), text);
  }
  for (const char* text : {"",
                           "*",
                           "shop.example",
                           "//shop.example",
                           "ftp://shop.example",
                           "https://",
                           "https://*.example",
                           "https://Shop.example",
                           "https://shop.example/",
                           "https://shop.example:443",
                           "http://shop.example:80",
                           "https://shop.example:",
                           "https://a:0",
                           "https://a:65536",
                           "https://a:8x",
                           "https://a b",
                           "https://u@a",
                           "https://[shop]",
                           "https://-a",
                           "https://.a",
                           "https://a\nb"}) {
    EXPECT_FALSE(parse_origin(text)) << text;
  }
}

}  // namespace
}  // namespace looplet::collector
