// The call `estimate`: of counts, or of scores with or without weights.
#include "wire/design_calls.h"
#include "wire/request_calls.h"
#include "wire/statistics_types.h"

namespace looplet::wire {
namespace {

Result<Estimate> estimate_of(const EstimateRequest& asked) {
  if (asked.counts && asked.scores) {
    return make_fault(Code::counts_and_scores, "");
  }
  if (asked.counts) {
    if (asked.counts->by == CountsGiven::By::score) {
      Tally tally;
      for (std::size_t i = 0; i < tally.count.size(); ++i) {
        tally.count[i] = asked.counts->scores[i];
      }
      return estimate(tally, asked.options);
    }
    return estimate(asked.counts->counts, asked.options);
  }
  if (!asked.scores) {
    return make_fault(Code::missing_field, "", {"counts"});
  }
  const std::vector<double> ones(asked.scores->size(), 1);
  const Result<WeightedTally> tally =
      weigh(*asked.scores, asked.weights ? *asked.weights : ones);
  if (!tally) return tally.faults();
  // Without weights, the answers are just counted.
  return asked.weights ? estimate(*tally, asked.options)
                       : estimate(tally->counts(), asked.options);
}

}  // namespace

JsonWritten estimate_call(JsonBackend::Node request) {
  EstimateRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kEstimateRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  return SurveyCalls<JsonBackend>::reply(kEstimate, estimate_of(asked));
}

}  // namespace looplet::wire
