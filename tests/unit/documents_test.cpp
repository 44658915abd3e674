// The replies in tests/vectors/documents.json are what the JSON door gives
// today, natively and as WebAssembly; tests/wasm asks the other door. What is
// right about them is said in wire_test, flow_test and check_test.
#include <gtest/gtest.h>

#include <set>

#include "looplet/wire.h"
#include "vectors.h"

namespace looplet {
namespace {

using Json = vectors::Json;

TEST(Documents, AreAnsweredTheSameEverywhere) {
  const Json document = vectors::read("documents.json");
  int good = 0;
  int bad = 0;
  for (const Json& vector : document["vectors"]) {
    SCOPED_TRACE(vector["name"].get<std::string>());
    Json request = Json::object();
    if (vector.contains("survey")) {
      request["survey"] =
          document["surveys"][vector["survey"].get<std::string>()];
      request.update(vector["request"]);
    } else {
      request = vector["request"];
    }
    const std::string reply =
        wire::call(vector["call"].get<std::string>(), request.dump());
    EXPECT_EQ(reply, vector["reply"].get<std::string>())
        << "make them anew: python3 tests/vectors/oracle/documents.py";
    (reply.find("\"ok\":true") != std::string::npos ? good : bad) += 1;
  }
  EXPECT_GE(good, 100);
  EXPECT_GE(bad, 60);
}

}  // namespace
}  // namespace looplet
