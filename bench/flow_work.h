// Respondents for the flow's benchmarks: what they answer is drawn before the
// clock runs, so that only the flow is measured.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "looplet/flow.h"

namespace looplet::bench {

/// Reads bench/surveys/NAME.json; what is wrong with it ends the program.
CompiledSurvey read_bench_survey(const std::string& name);

/// A survey file as it stands.
std::string read_bench_file(const std::string& name);

/// Answers as the facts that they are, and walks through a flow by them.
class Respondents {
 public:
  explicit Respondents(const CompiledSurvey& survey);

  /// Lets `count` respondents answer from the first step to an end and
  /// returns how many answers that took. `asked` counts how often each step
  /// came up.
  std::uint64_t walk(int count, std::vector<std::uint64_t>& asked);

  /// The same work without a decision: as many answers a respondent as
  /// `steps`, always to the step below. What is left is the flow's.
  std::uint64_t walk_blindly(int count, int steps,
                             std::vector<std::uint64_t>& asked);

 private:
  static constexpr std::size_t kDraws = 64;  ///< a power of 2
  struct Fact {
    std::uint64_t own;
    std::uint64_t themes;
  };

  std::uint64_t next_draw();

  const CompiledSurvey& survey_;
  std::vector<Fact> facts_;        ///< kDraws for each step
  std::vector<std::uint8_t> end_;  ///< whether a step is an end
  Facts first_;                    ///< those before the first answer
  std::uint64_t random_ = 88172645463325252u;
};

}  // namespace looplet::bench
