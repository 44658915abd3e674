#include "report/notes.h"

#include "core/fraction.h"
#include "text/number.h"

namespace looplet::report {
namespace {

constexpr double kNotableDesign = 1.5;
constexpr std::size_t kFewWaves = 4;  // below, a slope says little

/// "1,234".
std::string grouped(std::int64_t number) {
  std::string digits = text::whole(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::int64_t number, const char* one, const char* many) {
  return grouped(number) + " " + (number == 1 ? one : many);
}

class Notes {
 public:
  void add(const char* code, std::string message) {
    list.push_back({code, std::move(message)});
  }
  std::vector<ReportNote> list;
};

void note_sample(const Report& report, Notes& notes) {
  const Estimate& e = report.estimate;
  if (e.n == 0) {
    notes.add("no_answers", "There are no answers, so there is no score.");
    return;
  }
  if (e.small_sample) {
    notes.add("small_sample",
              "Fewer than " + text::whole(kSmallSample) +
                  " answers: take the score as a hint, and the interval "
                  "seriously.");
  }
  if (report.more_for_margin && *report.more_for_margin > 0) {
    notes.add("wide_interval",
              "To know the score within 5 points either way takes " +
                  counted(*report.responses_for_margin, "answer", "answers") +
                  " at this spread: " + grouped(*report.more_for_margin) +
                  " more.");
  }
  if (suspects_one_to_ten(Tally{report.distribution})) {
    notes.add("scale_one_to_ten",
              "Nobody answered 0: if the scale was 1 to 10, this score cannot "
              "be compared with one from 0 to 10.");
  }
  if (e.design_effect && *e.design_effect >= kNotableDesign) {
    notes.add("weights_cost", "The weights differ so much that " +
                                  counted(e.n, "answer is", "answers are") +
                                  " worth about " +
                                  grouped(rounded_number(*e.effective_n)) +
                                  " equal ones; the interval says so.");
  }
  if (report.unweighted && (!report.themes.empty() || report.movement)) {
    notes.add("parts_unweighted",
              "Themes, phrases and movement count each answer once, whatever "
              "its weight.");
  }
}

void note_rows(const Report& report, const NoteFacts& facts, Notes& notes) {
  const ReportRows& rows = report.rows;
  if (rows.rejected_count > 0) {
    notes.add("rejected",
              counted(rows.rejected_count,
                      "cell is no score from 0 to 10 and "
                      "was left out.",
                      "cells are no scores from 0 to 10 and were left out."));
  }
  if (facts.bad_weights > 0) {
    notes.add("bad_weights",
              counted(facts.bad_weights, "row has no weight above 0 and was",
                      "rows have no weight above 0 and were") +
                  " left out.");
  }
  if (rows.partial > 0) {
    notes.add("partial", counted(rows.partial, "unfinished answer is",
                                 "unfinished "
                                 "answers are") +
                             " not in the score.");
  }
  if (facts.surveys > 1) {
    notes.add("several_surveys",
              "The answers are from " +
                  counted(facts.surveys, "survey", "different surveys") +
                  "; their score is a mixture.");
  }
  if (!report.rates.response_rate && report.estimate.n > 0) {
    notes.add("sampling_only",
              "How many were asked is not known: the interval is about "
              "chance, not about who kept silent.");
  }
}

void note_parts(const Report& report, const NoteFacts& facts, Notes& notes) {
  for (const Breakdown& breakdown : report.breakdowns) {
    if (breakdown.other_groups > 0) {
      notes.add(
          "groups_folded",
          counted(breakdown.other_groups, "more value", "more values") +
              " of '" + breakdown.by + "' with " +
              counted(breakdown.other.total(), "answer is", "answers are") +
              " not listed.");
    }
  }
  if (report.waves) {
    if (report.waves->undated > 0) {
      notes.add("undated",
                counted(report.waves->undated, "answer has", "answers have") +
                    " no date and " +
                    (report.waves->undated == 1 ? "is" : "are") +
                    " in no wave.");
    }
    const std::size_t waves = report.waves->list.size();
    if (waves >= 2 && waves < kFewWaves) {
      notes.add("few_waves",
                "With fewer than four waves a trend says little; compare two "
                "of them.");
    }
    if (report.waves->before.total() > 0) {
      notes.add("waves_folded", counted(report.waves->before.total(),
                                        "answer is", "answers are") +
                                    " of waves too long ago to be listed.");
    }
  }
  if (report.movement && report.movement->sampled) {
    notes.add("people_sampled",
              "Movement is that of a sample of the people, there are so "
              "many.");
  }
  if (facts.comments_sampled) {
    notes.add("comments_sampled",
              "Phrases are those of a sample of the comments, there are so "
              "many.");
  }
}

}  // namespace

std::vector<ReportNote> notes_of(const Report& report, const NoteFacts& facts) {
  Notes notes;
  note_sample(report, notes);
  note_rows(report, facts, notes);
  note_parts(report, facts, notes);
  return std::move(notes.list);
}

}  // namespace looplet::report
