// The description of what was understood of a file.
#include "wire/report_types.h"
#include "wire/statistics_names.h"

namespace looplet::wire {
namespace {

constexpr auto kWords = string_of();
constexpr auto kWordList = vector_of(kWords, 0, kMaxInteger);

constexpr Field kColumnFields[] = {
    LOOPLET_FIELD(SourceColumn, role, "role", kWords,
                  "score, comment, time, id, respondent, locale, survey, "
                  "weight, group"),
    LOOPLET_FIELD(SourceColumn, name, "name", kWords, "its heading"),
    LOOPLET_FIELD(SourceColumn, number, "number", kCount,
                  "from 1; 0 where columns have no order"),
    LOOPLET_FIELD(SourceColumn, found, "found", kWords,
                  "as told, by its name, by its content"),
};
constexpr auto kColumn =
    named("SourceColumn", object_of<SourceColumn>(kColumnFields));
constexpr auto kColumns = vector_of(kColumn, 0, kMaxInteger);

constexpr Field kCandidateFields[] = {
    LOOPLET_FIELD(SourceChoice::Candidate, number, "number", kCount, "from 1"),
    LOOPLET_FIELD(SourceChoice::Candidate, name, "name", kWords, "its heading"),
    LOOPLET_FIELD(SourceChoice::Candidate, samples, "samples", kWordList,
                  "its first filled cells"),
};
constexpr auto kCandidate = named(
    "SourceCandidate", object_of<SourceChoice::Candidate>(kCandidateFields));
constexpr auto kCandidates = vector_of(kCandidate, 0, kMaxInteger);
constexpr Field kChoiceFields[] = {
    LOOPLET_FIELD(SourceChoice, role, "role", kWords, "that is not filled"),
    LOOPLET_FIELD(SourceChoice, candidates, "candidates", kCandidates,
                  "one of them is to be told"),
};
constexpr auto kChoice =
    named("SourceChoice", object_of<SourceChoice>(kChoiceFields));
constexpr auto kChoices = vector_of(kChoice, 0, kMaxInteger);

constexpr Field kSourceFields[] = {
    LOOPLET_FIELD(ReportSource, format, "format", kWords,
                  "the tool it comes from, or plain"),
    LOOPLET_FIELD(ReportSource, kind, "kind", kWords,
                  "CSV, JSON or JSON Lines"),
    LOOPLET_FIELD(ReportSource, encoding, "encoding", kWords, "of the text"),
    LOOPLET_FIELD(ReportSource, delimiter, "delimiter", kWords,
                  "between cells; empty in JSON"),
    LOOPLET_FIELD(ReportSource, header_rows, "headerRows", kCount,
                  "rows before the first answer"),
    LOOPLET_FIELD(ReportSource, headings, "headings", kWordList,
                  "of all columns"),
    LOOPLET_OPTIONAL(ReportSource, late_fields, "lateFields", kWordList,
                     "of JSON: fields that come too late to be read"),
    LOOPLET_FIELD(ReportSource, columns, "columns", kColumns,
                  "what was taken for what, and why"),
    LOOPLET_FIELD(ReportSource, choices, "choices", kChoices,
                  "what could not be told, and has to be"),
    LOOPLET_FIELD(ReportSource, date_order, "dateOrder", kWords,
                  "day first, month first or unknown"),
    LOOPLET_FIELD(ReportSource, date_order_found, "dateOrderFound", kWords,
                  "not needed, as told, by the format, by its content, "
                  "undecided or conflicting"),
};

}  // namespace

const Typed<ReportSource> kReportSource =
    named("ReportSource", object_of<ReportSource>(kSourceFields));

}  // namespace looplet::wire
