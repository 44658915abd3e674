// What the collector asks of the survey engine: is this an answer, and what
// does it say. The same C++ core that asked the questions in the browser
// decides both.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "digest.h"
#include "looplet/score.h"
#include "time_text.h"

namespace looplet::collector {

/// An answer that passed, with everything derived from it again.
struct Record {
  std::string id;
  std::string survey;
  std::int64_t revision = 0;
  std::string locale;
  std::optional<int> score;         ///< 0-10
  std::string segment;              ///< empty without a score
  std::vector<std::string> themes;  ///< theme ids
  std::optional<int> sentiment;     ///< -1, 0, 1
  bool complete = true;             ///< false while still being answered
  std::int64_t seq = 0;             ///< counts the parts sent before
  std::string page;                 ///< path, empty when not sent
  std::optional<Milliseconds> client_time;
  std::optional<Milliseconds> sent_time;
  std::string json;  ///< the whole record as it is kept
  /// Of what the browser sent, without what differs between two attempts to
  /// send the same answer.
  Digest content{};
};

/// Why an answer was not taken: a status and the engine's reply as JSON.
struct Rejected {
  int status = 422;
  std::string body;
};

using Verdict = std::variant<Record, Rejected>;

/// Called by several threads at once, so it keeps nothing between calls.
class Engine {
 public:
  virtual ~Engine() = default;

  virtual Verdict judge(std::string_view body) const = 0;

  virtual bool knows(std::string_view survey) const = 0;

  /// The score of a tally with its interval, as a JSON object.
  virtual std::string estimate(const Tally& tally) const = 0;
};

}  // namespace looplet::collector
