// The facts of tests/vectors, read with nlohmann, and how a value is compared
// with one of them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "looplet/result.h"
#include "looplet/score.h"

namespace looplet::vectors {

using Json = nlohmann::ordered_json;

inline Json read(const std::string& file) {
  std::ifstream in(std::string(LOOPLET_VECTORS_DIR) + "/" + file,
                   std::ios::binary);
  EXPECT_TRUE(in.good()) << file;
  const std::string text{std::istreambuf_iterator<char>(in),
                         std::istreambuf_iterator<char>()};
  Json document = Json::parse(text, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << file;
  return document;
}

/// Calls `check(request, vector)` for each vector of that call. A file without
/// any such vector is a failure.
template <class Check>
void each(const std::string& file, std::string_view call, Check check) {
  const Json document = read(file);
  int checked = 0;
  for (const Json& vector : document["vectors"]) {
    if (vector["call"].get<std::string>() != call) continue;
    SCOPED_TRACE(vector["name"].get<std::string>());
    check(vector["request"], vector);
    ++checked;
  }
  EXPECT_GT(checked, 0) << call;
}

inline Counts counts_of(const Json& json) {
  return {.promoters = json["promoters"].get<std::int64_t>(),
          .passives = json["passives"].get<std::int64_t>(),
          .detractors = json["detractors"].get<std::int64_t>()};
}

inline double number_or(const Json& json, const char* key, double otherwise) {
  return json.contains(key) ? json[key].get<double>() : otherwise;
}

// One field of a vector's value against what we computed, as JSON.
inline void expect_field(const Json& vector, const std::string& key,
                         const Json& ours) {
  const Json& value = vector["value"];
  if (!value.contains(key)) return;
  const Json& expected = value[key];
  const Json& tolerance = vector["tolerance"];
  if (expected.is_number() && ours.is_number() && tolerance.contains(key)) {
    EXPECT_NEAR(ours.get<double>(), expected.get<double>(),
                tolerance[key].get<double>())
        << key;
  } else if (expected.is_array() && tolerance.contains(key)) {
    ASSERT_EQ(ours.size(), expected.size()) << key;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (!ours[i].is_number() || !expected[i].is_number()) {
        EXPECT_EQ(ours[i], expected[i]) << key << i;
        continue;
      }
      EXPECT_NEAR(ours[i].get<double>(), expected[i].get<double>(),
                  tolerance[key].get<double>())
          << key << i;
    }
  } else {
    EXPECT_EQ(ours, expected) << key;
  }
}

/// Every field of the vector's value against `ours`, or every fault.
template <class T, class ToJson>
void expect(const Json& vector, const Result<T>& ours, ToJson to_json) {
  if (vector.contains("errors")) {
    ASSERT_FALSE(ours.ok());
    Json faults = Json::array();
    for (const Fault& fault : ours.faults()) {
      faults.push_back({{"code", std::string(code_name(fault.code))},
                        {"where", fault.where}});
      EXPECT_EQ(fault.message.find('{'), std::string::npos) << fault.message;
    }
    EXPECT_EQ(faults, vector["errors"]);
    return;
  }
  if (!ours.ok()) {
    ADD_FAILURE() << ours.faults().front().message;
    return;
  }
  const Json json = to_json(*ours);
  for (const auto& [key, unused] : vector["value"].items()) {
    EXPECT_TRUE(json.contains(key)) << key;
    expect_field(vector, key, json[key]);
  }
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace looplet::vectors
