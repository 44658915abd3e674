// Named calls: a document in, a document out.
//
//   call("estimate",
//   R"({"counts":{"promoters":6,"passives":3,"detractors":1}})")
//   {"ok":true,"value":{"n":10,...,"nps":50,...}}
//
//   call("estimate", R"({"counts":{"promoters":-1,...}})")
//   {"ok":false,"errors":[{"code":"out_of_range","where":"/counts/promoters",
//                          "message":"-1 is out of range; ..."}]}
//
// The shell (`looplet call`) and the browser's modules are the same calls by
// other doors. Every call, what it asks and what it answers, is in
// schema/calls.schema.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "looplet/check.h"
#include "looplet/compare.h"
#include "looplet/diff.h"
#include "looplet/estimate.h"
#include "looplet/flow.h"
#include "looplet/result.h"
#include "looplet/simulate.h"

namespace looplet::wire {

/// Largest request, in bytes. A survey inside may have kMaxSurveyBytes.
constexpr std::size_t kMaxRequestBytes = 64 * 1024 * 1024;

/// Answers one request, JSON text both ways. Never fails but in the reply.
std::string call(std::string_view name, std::string_view request);

/// The names of all calls, in the order of the documentation.
std::vector<std::string_view> call_names();

/// Reads a survey file and makes it runnable. Fields that nobody knows are
/// faults, as are names given twice.
Result<CompiledSurvey> read_survey(std::string_view json);

/// Reads a survey file that need not run: two revisions to be compared.
Result<Owned<Survey>> read_survey_document(std::string_view json);

/// Reads a survey file as `check` does: every problem of its form as an
/// error, and if it has none, those of its flow and texts.
Check check_survey(std::string_view json);

/// Reads a record. Fields that nobody knows are passed over: they may come
/// from a newer sender.
Result<Owned<Response>> read_response(std::string_view json);

/// A record as JSON text, fields in their fixed order.
std::string write_response(const Response& record);

/// The values that the calls `estimate`, `compare`, `check` and `diff` answer
/// with, as
/// JSON text without their reply around it.
std::string write_estimate(const Estimate& estimate);
std::string write_comparison(const Comparison& comparison);
std::string write_check(const Check& check);
std::string write_diff(const Diff& diff);

/// The call `simulate` in steps, so that a host can show progress and stop.
struct SimulationRun {
  Simulation simulation;
  std::int64_t respondents = 0;  ///< that the request asks for
  ReportOptions options;
};
Result<SimulationRun> begin_simulation(std::string_view request);

/// The reply of `simulate` for what has been run so far.
std::string write_simulation(const SimulationRun& run);

/// A reply that lists faults, as every call gives it.
std::string write_faults(const Faults& faults);

/// The JSON Schema of survey files, or of all calls.
std::string survey_schema();
std::string call_schema();

}  // namespace looplet::wire
