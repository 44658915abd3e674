#include "analysis/batch_columns.h"

#include <string>

#include "analysis/column_chooser.h"
#include "analysis/heading.h"

namespace looplet {
namespace {

const std::vector<std::string> kNone;

}  // namespace

bool ColumnChooser::plausible(std::size_t column) const {
  int filled = 0;
  int scores = 0;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const ParsedScore said = parse_score(cell(row, column));
    filled += said.disposition != Disposition::missing;
    scores += said.score.has_value();
  }
  return scores * 2 >= filled;
}

std::optional<std::size_t> ColumnChooser::score() {
  if (!options_.score.empty()) return told(Role::score, options_.score);
  const auto known = of_format(rules_.score);
  if (known && plausible(*known)) {
    use(Role::score, *known, ColumnFound::by_format);
    return known;
  }
  const ScoreCandidates found = score_candidates(sample_, headings_);
  if (found.columns.size() == 1) {
    return take(Role::score, found.columns, found.how);
  }
  if (found.columns.empty()) {
    faults_.push_back(
        heading::fault_with_columns(Code::no_score_column, {}, sample_,
                                    headings_, heading::all_columns(sample_)));
  } else {
    faults_.push_back(heading::fault_with_columns(
        Code::several_score_columns, {}, sample_, headings_, found.columns));
    offer(Role::score, found.columns);
  }
  return std::nullopt;
}

// For who can do without: the column if there is one, and no fault.
std::optional<std::size_t> ColumnChooser::score_if_any() {
  if (!options_.score.empty()) return score();
  const std::size_t faults = faults_.size();
  const std::size_t choices = source_.choices.size();
  const std::optional<std::size_t> column = score();
  while (faults_.size() > faults) faults_.pop_back();
  while (source_.choices.size() > choices) source_.choices.pop_back();
  return column;
}

BatchColumns ColumnChooser::choose() {
  BatchColumns columns;
  source_.format = rules_.format;
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    source_.columns.push_back(heading::name_of(sample_, headings_, i));
  }
  columns.score = options_.comments_only ? score_if_any() : score();
  const bool wanted = !options_.scores_only;
  columns.id = find(Role::id, options_.id, rules_.id);
  // Which of two rows came later is wanted where ids are.
  if (wanted || columns.id) {
    columns.time = time();
    order(columns.time);
  }
  if (wanted) {
    columns.respondent =
        find(Role::respondent, options_.respondent, rules_.respondent);
    columns.locale = find(Role::locale, options_.locale, rules_.locale);
    columns.survey = find(Role::survey, options_.survey, rules_.survey);
  }
  if (wanted && !options_.weight.empty()) {
    columns.weight = told(Role::weight, options_.weight);
  }
  columns.comments = options_.comments_only ? comments_wanted() : comments();
  for (const std::string& name : wanted ? options_.by : kNone) {
    if (const auto column = told(Role::group, name))
      columns.by.push_back(*column);
  }
  for (const StandingRule& rule : rules_.standings) {
    if (const auto column = of_format(rule.columns)) {
      columns.standings.push_back(
          {rule.standing, *column, rule.values, rule.values_pass});
      columns.tells_partial |= rule.standing == Standing::partial;
    }
  }
  for (const ReachedRule& rule : rules_.reached) {
    if (const auto column = of_format(rule.columns)) {
      columns.reached.push_back({rule.bit, *column});
    }
  }
  columns.silent_if_blank = rules_.silent_if_blank;
  columns.guarded = rules_.guarded;
  return columns;
}

std::string_view role_name(Role role) {
  constexpr std::string_view kNames[] = {"score",  "comment",    "time",
                                         "id",     "respondent", "locale",
                                         "survey", "weight",     "group"};
  return kNames[static_cast<std::size_t>(role)];
}

std::string_view order_found_words(OrderFound how) {
  constexpr std::string_view kWords[] = {"not needed",    "as told",
                                         "by the format", "by its content",
                                         "undecided",     "conflicting"};
  return kWords[static_cast<std::size_t>(how)];
}

BatchColumns choose_columns(const SampleRows& sample, int headings,
                            const BatchOptions& options, BatchSource& source,
                            Faults& faults) {
  if (sample.empty()) {
    faults.push_back(make_fault(Code::no_rows, "line 1"));
    return {};
  }
  return ColumnChooser(sample, headings, options, source, faults).choose();
}

}  // namespace looplet
