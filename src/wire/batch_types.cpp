#include "wire/batch_types.h"

#include "wire/statistics_names.h"

namespace looplet::wire {
namespace {

constexpr std::array<names::Name, 3> kPolicies = {"latest", "first", "all"};
constexpr auto kPolicy = name_of<Keep>(kPolicies);
constexpr Typed<std::string_view> loose_or_blank() {
  auto type = loose_text_of(-kMaxInteger, kMaxInteger);
  type.form = Form::blank_ok;
  return type;
}
constexpr auto kLoose = loose_or_blank();
constexpr auto kMaybeLoose = optional_of(kLoose);
constexpr auto kDate = text_of(64);
constexpr auto kDays = whole_of<std::int64_t>(1, 100000);
constexpr auto kExact = string_of();
constexpr auto kMaybeExact = optional_of(kExact);

constexpr Field kGivenRowFields[] = {
    LOOPLET_OPTIONAL(GivenRow, id, "id", kMaybeLoose,
                     "of the submission or the person; without one, a row is "
                     "never merged"),
    LOOPLET_OPTIONAL(GivenRow, time, "time", kMaybeLoose,
                     "a date, a date and a time, or a number"),
    LOOPLET_OPTIONAL(GivenRow, score, "score", kMaybeLoose,
                     "what is no whole number from 0 to 10 is no answer"),
};
constexpr auto kGivenRow =
    named("DedupeRow", object_of<GivenRow>(kGivenRowFields));
constexpr auto kGivenRows = vector_of(kGivenRow, 0, kMaxInteger);
constexpr Field kDedupeRequestFields[] = {
    LOOPLET_OPTIONAL(DedupeRequest, policy, "policy", kPolicy,
                     "which row of an id counts; latest if absent"),
    LOOPLET_FIELD(DedupeRequest, rows, "rows", kGivenRows, "in their order"),
};

constexpr auto kPlaces = vector_of(kCount, 0, kMaxInteger);
constexpr Field kDedupedFields[] = {
    LOOPLET_FIELD(Deduped, kept, "kept", kPlaces,
                  "places in rows, from 0, in their order"),
    LOOPLET_FIELD(Deduped, rows, "rows", kCount, "given"),
    LOOPLET_FIELD(Deduped, duplicates, "duplicates", kCount,
                  "rows another row stands for"),
    LOOPLET_FIELD(Deduped, ids, "ids", kCount, "different ids"),
    LOOPLET_FIELD(Deduped, without_id, "withoutId", kCount, "all kept"),
};

constexpr Field kGivenScoreFields[] = {
    LOOPLET_FIELD(GivenScore, date, "date", kDate,
                  "2026-05-04, or a date and a time; its day in UTC, or as "
                  "written where no zone is"),
    LOOPLET_OPTIONAL(GivenScore, score, "score", kMaybeLoose,
                     "what is no whole number from 0 to 10 is no answer"),
};
constexpr auto kGivenScore =
    named("DatedScore", object_of<GivenScore>(kGivenScoreFields));
constexpr auto kGivenScores = vector_of(kGivenScore, 0, kMaxInteger);
constexpr Field kRollingRequestFields[] = {
    LOOPLET_FIELD(RollingRequest, responses, "responses", kGivenScores,
                  "in any order"),
    LOOPLET_FIELD(RollingRequest, as_of, "asOf", kDate,
                  "the last day of the window"),
    LOOPLET_FIELD(RollingRequest, days, "days", kDays,
                  "of the window, the last one counted in"),
};
constexpr Field kRollingFields[] = {
    LOOPLET_FIELD(Rolling, n, "n", kCount, "scores in the window"),
    LOOPLET_FIELD(Rolling, promoters, "promoters", kCount, "9 and 10"),
    LOOPLET_FIELD(Rolling, passives, "passives", kCount, "7 and 8"),
    LOOPLET_FIELD(Rolling, detractors, "detractors", kCount, "0 to 6"),
    LOOPLET_NULLABLE(Rolling, nps, "nps", kMaybeNumber, "-100 to 100"),
    LOOPLET_NULLABLE(Rolling, nps_exact, "npsExact", kMaybeExact,
                     "a reduced fraction such as -225/4"),
    LOOPLET_FIELD(Rolling, missing, "missing", kCount,
                  "in the window, without a score"),
    LOOPLET_FIELD(Rolling, before, "before", kCount,
                  "responses that are older"),
    LOOPLET_FIELD(Rolling, after, "after", kCount, "responses that are later"),
};

}  // namespace

const Typed<DedupeRequest> kDedupeRequest =
    named("DedupeRequest", object_of<DedupeRequest>(kDedupeRequestFields));
const Typed<Deduped> kDeduped =
    named("Deduped", object_of<Deduped>(kDedupedFields));
const Typed<RollingRequest> kRollingRequest =
    named("RollingRequest", object_of<RollingRequest>(kRollingRequestFields));
const Typed<Rolling> kRolling =
    named("Rolling", object_of<Rolling>(kRollingFields));

}  // namespace looplet::wire
