// The door of answers: `"state": ..., "answer": ...}` as any text. What is
// accepted can be taken back, and makes a record that a receiver accepts.
#include <cstddef>
#include <cstdint>

#include "door.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using looplet::fuzz::demand;
  using looplet::fuzz::Json;
  using looplet::fuzz::reply_of;
  static const auto survey = looplet::wire::read_survey(looplet::fuzz::kSurvey);
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string start =
      "{\"survey\":" + std::string(looplet::fuzz::kSurvey);
  // The members of the request that follow the survey, JSON or not.
  const Json after = reply_of("answer", start + "," + text);
  if (after["ok"] != true) return 0;
  const auto with_state = [&](const Json& state) {
    return start + ",\"state\":" + state.dump() + "}";
  };
  const Json& state = after["value"];
  const Json back = reply_of("back", with_state(state));
  demand(back["ok"] == true);
  demand(back["value"]["given"].size() + 1 == state["given"].size());
  // Forward again from there is the same state.
  const Json& given = state["given"].back();
  const Json again =
      reply_of("answer", start + ",\"state\":" + back["value"].dump() +
                             ",\"answer\":" + given["answer"].dump() + "}");
  demand(again["ok"] == true && again["value"] == state);

  const Json record = reply_of(
      "response", start + ",\"state\":" + state.dump() +
                      R"(,"id":"00000000-0000-4000-8000-000000000000",)"
                      R"("clientTime":"2026-11-05T09:30:00Z"})");
  demand(record["ok"] == true);
  looplet::fuzz::demand_agreement(*survey, record["value"]);
  return 0;
}
