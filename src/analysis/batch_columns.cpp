#include "analysis/batch_columns.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/comment_column.h"
#include "analysis/heading.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleShown = 80;  // code points of a cell

struct RoleName {
  Role role;
  std::string_view names;
};
constexpr RoleName kRoleNames[] = {
#include "analysis/role_names.inc"
};

const std::vector<std::string> kNone;

// Columns whose words are not what somebody thinks.
bool names_no_comment(std::string_view name) {
  return heading::contains_any(
      heading::key_of(name),
      {"name",  "mail",      "address", "adresse", "url",   "link",
       "agent", "tags",      "phone",   "country", "city",  "segment",
       "group", "label",     "themes",  "_id",     "user_", "status",
       "type",  "permalink", "event",   "title"});
}

// What stands beside a question: the group of its score, the id of its option.
bool names_choice(std::string_view name) {
  const std::string key = heading::key_of(name);
  return heading::contains_any(key, {"_nps_group", "option_id", "___group"});
}

class Chooser {
 public:
  Chooser(const SampleRows& sample, int headings, const BatchOptions& options,
          BatchSource& source, Faults& faults)
      : sample_(sample),
        headings_(headings),
        first_(static_cast<std::size_t>(headings)),
        options_(options),
        source_(source),
        faults_(faults),
        rules_(recognise_export(sample, headings)) {}

  BatchColumns choose();

 private:
  using Columns = std::vector<std::size_t>;

  std::optional<std::size_t> told(Role role, std::string_view name);
  std::optional<std::size_t> take(Role role, const Columns& columns,
                                  ColumnFound how);
  void use(Role role, std::size_t column, ColumnFound how);
  void offer(Role role, const Columns& columns);
  bool used(std::size_t column) const;

  Columns named_one_of(std::string_view names) const;
  std::optional<std::size_t> of_format(std::string_view names) const;
  std::optional<std::size_t> find(Role role, std::string_view said,
                                  std::string_view by_format);
  std::optional<std::size_t> score();
  std::optional<std::size_t> time();
  Columns comments();
  void order(const std::optional<std::size_t>& time);

  bool has_times(std::size_t column) const;
  bool plausible(std::size_t column) const;
  void drop_alike(Columns& columns) const;
  std::string_view cell(std::size_t row, std::size_t column) const {
    return column < sample_[row].size() ? std::string_view(sample_[row][column])
                                        : std::string_view();
  }

  const SampleRows& sample_;
  int headings_;
  std::size_t first_;
  const BatchOptions& options_;
  BatchSource& source_;
  Faults& faults_;
  const ExportRules& rules_;
};

void Chooser::use(Role role, std::size_t column, ColumnFound how) {
  source_.used.push_back(
      {role, column, heading::name_of(sample_, headings_, column), how});
}

bool Chooser::used(std::size_t column) const {
  return std::any_of(
      source_.used.begin(), source_.used.end(),
      [column](const ColumnUse& use) { return use.index == column; });
}

void Chooser::offer(Role role, const Columns& columns) {
  ColumnChoice choice;
  choice.role = role;
  for (const std::size_t column : columns) {
    auto& candidate = choice.candidates.emplace_back();
    candidate.index = column;
    candidate.name = heading::name_of(sample_, headings_, column);
    for (std::size_t row = first_;
         row < sample_.size() && candidate.samples.size() < kSamples; ++row) {
      if (cell(row, column).empty()) continue;
      text::append_shortened(candidate.samples.emplace_back(),
                             cell(row, column), kSampleShown);
    }
  }
  source_.choices.push_back(std::move(choice));
}

std::optional<std::size_t> Chooser::told(Role role, std::string_view name) {
  const Columns columns = heading::told_columns(sample_, headings_, name);
  if (columns.empty()) {
    faults_.push_back(
        heading::fault_with_columns(Code::unknown_column, name, sample_,
                                    headings_, heading::all_columns(sample_)));
    return std::nullopt;
  }
  if (columns.size() > 1) {
    faults_.push_back(heading::fault_with_columns(
        role == Role::score ? Code::several_score_columns
                            : Code::ambiguous_column,
        role_name(role), sample_, headings_, columns));
    offer(role, columns);
    return std::nullopt;
  }
  use(role, columns[0], ColumnFound::told);
  return columns[0];
}

// One column is taken, several are offered.
std::optional<std::size_t> Chooser::take(Role role, const Columns& columns,
                                         ColumnFound how) {
  if (columns.empty()) return std::nullopt;
  if (columns.size() > 1) {
    offer(role, columns);
    return std::nullopt;
  }
  use(role, columns[0], how);
  return columns[0];
}

Chooser::Columns Chooser::named_one_of(std::string_view names) const {
  Columns columns;
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (heading::any_of(sample_, headings_, i, [names](std::string_view name) {
          return heading::is_one_of(heading::key_of(name), names);
        })) {
      columns.push_back(i);
    }
  }
  return columns;
}

// The first of the format's names that is there; of several columns with it
// the outermost, as "id" is before "person.id".
std::optional<std::size_t> Chooser::of_format(std::string_view names) const {
  while (!names.empty() && headings_ > 0) {
    const std::size_t end = std::min(names.find('|'), names.size());
    const Columns columns = named_one_of(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (columns.empty()) continue;
    const auto depth = [this](std::size_t column) {
      return std::count(sample_[0][column].begin(), sample_[0][column].end(),
                        '.');
    };
    std::size_t best = columns[0];
    if (!source_.kind.empty() && source_.kind != "CSV") {
      for (const std::size_t column : columns) {
        if (depth(column) < depth(best)) best = column;
      }
    }
    return best;
  }
  return std::nullopt;
}

std::optional<std::size_t> Chooser::find(Role role, std::string_view said,
                                         std::string_view by_format) {
  if (!said.empty()) return told(role, said);
  if (const auto column = of_format(by_format)) {
    use(role, *column, ColumnFound::by_format);
    return column;
  }
  // A known format has no other.
  if (rules_.format != ExportFormat::plain) return std::nullopt;
  for (const RoleName& tier : kRoleNames) {
    if (tier.role != role) continue;
    Columns columns = named_one_of(tier.names);
    columns.erase(
        std::remove_if(columns.begin(), columns.end(),
                       [this](std::size_t column) { return used(column); }),
        columns.end());
    if (!columns.empty()) return take(role, columns, ColumnFound::by_name);
  }
  return std::nullopt;
}

bool Chooser::plausible(std::size_t column) const {
  int filled = 0;
  int scores = 0;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const ParsedScore said = parse_score(cell(row, column));
    filled += said.disposition != Disposition::missing;
    scores += said.score.has_value();
  }
  return scores * 2 >= filled;
}

std::optional<std::size_t> Chooser::score() {
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

// Nearly all of its filled cells can be read as times, in one order or other.
bool Chooser::has_times(std::size_t column) const {
  int filled = 0;
  int times = 0;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const std::string_view text = heading::trim(cell(row, column));
    if (text.empty()) continue;
    ++filled;
    times += read_time(text, DateOrder::day_first).has_value() ||
             read_time(text, DateOrder::month_first).has_value();
  }
  return times > 0 && times * 10 >= filled * 9;
}

std::optional<std::size_t> Chooser::time() {
  if (!options_.time.empty()) return told(Role::time, options_.time);
  if (const auto column = of_format(rules_.time)) {
    use(Role::time, *column, ColumnFound::by_format);
    return column;
  }
  Columns dated;  // looked for by content, Unix seconds left out
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (!used(i) && has_times(i)) dated.push_back(i);
  }
  for (const RoleName& tier : kRoleNames) {
    if (tier.role != Role::time) continue;
    Columns columns;
    for (const std::size_t column : named_one_of(tier.names)) {
      if (std::count(dated.begin(), dated.end(), column) > 0) {
        columns.push_back(column);
      }
    }
    if (!columns.empty())
      return take(Role::time, columns, ColumnFound::by_name);
  }
  Columns written;
  for (const std::size_t column : dated) {
    for (std::size_t row = first_; row < sample_.size(); ++row) {
      const std::string_view text = heading::trim(cell(row, column));
      if (text.empty()) continue;
      if (text.find_first_not_of("0123456789") != std::string_view::npos) {
        written.push_back(column);
      }
      break;
    }
  }
  return take(Role::time, written, ColumnFound::by_content);
}

// Of columns with the same cells the first; some tools write an answer twice.
void Chooser::drop_alike(Columns& columns) const {
  Columns kept;
  for (const std::size_t column : columns) {
    bool alike = false;
    for (const std::size_t other : kept) {
      bool same = true;
      for (std::size_t row = first_; same && row < sample_.size(); ++row) {
        same = cell(row, column) == cell(row, other);
      }
      alike = alike || same;
    }
    if (!alike) kept.push_back(column);
  }
  columns = std::move(kept);
}

Chooser::Columns Chooser::comments() {
  Columns chosen;
  if (options_.scores_only) return chosen;
  for (const std::string& name : options_.comments) {
    if (const auto column = told(Role::comment, name))
      chosen.push_back(*column);
  }
  if (!options_.comments.empty()) return chosen;
  if (const auto column = of_format(rules_.comment)) {
    use(Role::comment, *column, ColumnFound::by_format);
    return {*column};
  }
  Columns named;
  Columns wordy;
  Columns blank;  // named so, but nobody wrote anything in the sample
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    if (used(i)) continue;
    const Texts texts = texts_of(sample_, first_, i);
    if (texts.words == 0 && texts.filled > 0) continue;
    if (heading::any_of(sample_, headings_, i, names_choice)) continue;
    if (heading::any_of(sample_, headings_, i, names_comments)) {
      (texts.filled > 0 ? named : blank).push_back(i);
    } else if (texts.wordy() && !has_times(i) &&
               !heading::any_of(sample_, headings_, i, names_no_comment)) {
      wordy.push_back(i);
    }
  }
  drop_alike(named);
  drop_alike(wordy);
  if (named.empty() && wordy.empty()) named = std::move(blank);
  const bool by_name = !named.empty();
  if (const auto column =
          take(Role::comment, by_name ? named : wordy,
               by_name ? ColumnFound::by_name : ColumnFound::by_content)) {
    return {*column};
  }
  return {};
}

// Decided from the whole sample, never row by row.
void Chooser::order(const std::optional<std::size_t>& column) {
  source_.order_found = OrderFound::not_needed;
  if (!column) return;
  bool day_first = false;
  bool month_first = false;
  bool needed = false;
  for (std::size_t row = first_; row < sample_.size(); ++row) {
    const OrderShown shown = order_shown(cell(row, *column));
    needed = needed || shown.ambiguous;
    day_first = day_first || shown.order == DateOrder::day_first;
    month_first = month_first || shown.order == DateOrder::month_first;
  }
  if (options_.date_order != DateOrder::unknown) {
    source_.date_order = options_.date_order;
    source_.order_found = OrderFound::told;
  } else if (day_first && month_first) {
    source_.order_found = OrderFound::conflicting;
  } else if (day_first || month_first) {
    source_.date_order =
        day_first ? DateOrder::day_first : DateOrder::month_first;
    source_.order_found = OrderFound::by_content;
  } else if (rules_.order != DateOrder::unknown) {
    source_.date_order = rules_.order;
    source_.order_found = OrderFound::by_format;
  } else if (needed) {
    source_.order_found = OrderFound::undecided;
  }
}

BatchColumns Chooser::choose() {
  BatchColumns columns;
  source_.format = rules_.format;
  for (std::size_t i = 0; i < sample_[0].size(); ++i) {
    source_.columns.push_back(heading::name_of(sample_, headings_, i));
  }
  columns.score = score();
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
  columns.comments = comments();
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

}  // namespace

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
  return Chooser(sample, headings, options, source, faults).choose();
}

}  // namespace looplet
