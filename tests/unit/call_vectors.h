// The facts of tests/vectors, asked by the door that everybody uses.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "looplet/wire.h"
#include "vectors.h"

namespace looplet::vectors {

/// Answers every request of that call in the file: the value field by field,
/// or the codes and places of the faults.
inline void expect_call(const std::string& file, const char* name) {
  each(file, name, [name](const Json& request, const Json& vector) {
    const Json reply = Json::parse(wire::call(name, request.dump()));
    if (vector.contains("errors")) {
      ASSERT_FALSE(reply["ok"].get<bool>());
      Json faults = Json::array();
      for (const Json& fault : reply["errors"]) {
        faults.push_back({{"code", fault["code"]}, {"where", fault["where"]}});
      }
      EXPECT_EQ(faults, vector["errors"]);
      return;
    }
    ASSERT_TRUE(reply["ok"].get<bool>()) << reply.dump();
    for (const auto& [key, unused] : vector["value"].items()) {
      ASSERT_TRUE(reply["value"].contains(key)) << key;
      expect_field(vector, key, reply["value"][key]);
    }
  });
}

}  // namespace looplet::vectors
