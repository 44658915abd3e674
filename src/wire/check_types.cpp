#include "wire/check_types.h"

#include "wire/state_types.h"
#include "wire/survey_types.h"

namespace looplet::wire {
namespace {

constexpr std::array<names::Name, 2> kSeverities = {"error", "warning"};
constexpr auto kSeverity = name_of<Severity>(kSeverities);
constexpr auto kWords = string_of();
constexpr auto kTold = text_of(0, Form::blank_ok);

constexpr std::array kCodeNames = {
#define LOOPLET_FAULT(name, ...) names::Name(#name),
#include "looplet/fault_codes.inc"
#undef LOOPLET_FAULT
};
constexpr auto kCode = name_of<Code>(kCodeNames);

constexpr std::size_t in_fault(std::size_t inside) {
  return offsetof(Problem, fault) + inside;
}
constexpr Field kProblemFields[] = {
    LOOPLET_FIELD(Problem, severity, "severity", kSeverity,
                  "an error, or a thing to look at"),
    make_field("code", kCode, in_fault(offsetof(Fault, code)), Need::required,
               "never renamed"),
    make_field("where", kWords, in_fault(offsetof(Fault, where)),
               Need::required, "JSON Pointer into the survey"),
    make_field("message", kWords, in_fault(offsetof(Fault, message)),
               Need::required, "a sentence"),
    LOOPLET_OPTIONAL(Problem, witness, "witness", kWords,
                     "the answers that show it, in words; absent: none do"),
    LOOPLET_OPTIONAL(Problem, replay, "replay", kGivenAnswers,
                     "the same answers, to give one after the other"),
    LOOPLET_OPTIONAL(Problem, locale, "locale", kTold,
                     "to start the replay in, if it matters"),
    LOOPLET_OPTIONAL(Problem, traits, "traits", kTraitValues,
                     "to start the replay with, if they matter"),
};
constexpr auto kProblem = named("Problem", object_of<Problem>(kProblemFields));
constexpr auto kProblems = vector_of(kProblem, 0, kMaxInteger);

constexpr auto kIds = vector_of(kWords, 0, kMaxSteps);
constexpr auto kSegments = vector_of(kSegment, 0, 3);
constexpr Field kEdgeFields[] = {
    LOOPLET_FIELD(Edge, from, "from", kWords, "a step"),
    LOOPLET_FIELD(Edge, to, "to", kWords, "a step that may follow it"),
    LOOPLET_FIELD(Edge, segments, "segments", kSegments,
                  "of the scores of those who go this way"),
    LOOPLET_FIELD(Edge, possible, "possible", kTruth,
                  "whether anybody goes this way"),
};
constexpr auto kEdge = named("Edge", object_of<Edge>(kEdgeFields));
constexpr auto kEdges = vector_of(kEdge, 0, kMaxInteger);
constexpr Field kGraphFields[] = {
    LOOPLET_FIELD(CheckReport::Graph, nodes, "nodes", kIds, "the steps"),
    LOOPLET_FIELD(CheckReport::Graph, edges, "edges", kEdges,
                  "ways from one to another"),
};
constexpr auto kGraph =
    named("Graph", object_of<CheckReport::Graph>(kGraphFields));

constexpr auto kLength = whole_of<std::int64_t>(0, kMaxSteps);
constexpr Field kSegmentPathsFields[] = {
    LOOPLET_FIELD(SegmentPaths, segment, "segment", kSegment, "of the score"),
    LOOPLET_FIELD(SegmentPaths, count, "count", kNumber, "ways to an end"),
    LOOPLET_FIELD(SegmentPaths, longest, "longest", kLength,
                  "steps on the longest, its end among them"),
};
constexpr auto kSegmentPaths =
    named("SegmentPaths", object_of<SegmentPaths>(kSegmentPathsFields));
constexpr auto kBySegment = vector_of(kSegmentPaths, 0, 3);
constexpr Field kPathsFields[] = {
    LOOPLET_FIELD(CheckReport::Paths, count, "count", kNumber,
                  "ways through the survey"),
    LOOPLET_FIELD(CheckReport::Paths, longest, "longest", kLength,
                  "steps on the longest, its end among them"),
    LOOPLET_FIELD(CheckReport::Paths, by_segment, "bySegment", kBySegment,
                  "the same for each segment"),
    LOOPLET_FIELD(CheckReport::Paths, exact, "exact", kTruth,
                  "false: too entangled to count; these are upper bounds"),
};
constexpr auto kPaths =
    named("Paths", object_of<CheckReport::Paths>(kPathsFields));

constexpr Field kCheckFields[] = {
    LOOPLET_FIELD(CheckReport, problems, "problems", kProblems,
                  "errors first to last as they stand in the survey"),
    LOOPLET_FIELD(CheckReport, graph, "graph", kGraph, "the flow"),
    LOOPLET_FIELD(CheckReport, paths, "paths", kPaths, "ways through it"),
};

}  // namespace

CheckReport report_of(const Check& check) {
  return {check.problems,
          {check.nodes, check.edges},
          {check.count, check.longest, check.by_segment, check.exact}};
}

const Typed<CheckReport> kCheckReport =
    named("CheckReport", object_of<CheckReport>(kCheckFields));

}  // namespace looplet::wire
