#include "cli/report_words.h"

#include <algorithm>
#include <cmath>

#include "cli/understood.h"
#include "cli/words.h"
#include "text/utf8.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kHeadingShown = 60;  // code points

std::string period_word(const std::string& every) {
  return every.find("-days") == std::string::npos ? every : "window";
}

}  // namespace

std::string signed_points(const std::optional<double>& points) {
  if (!points) return "-";
  const std::string text = fixed(*points, 1);
  return *points > 0 && text != "0.0" ? "+" + text : text;
}

std::string theme_words(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string group_words(const ReportGroup& group) {
  return group.name.empty() ? "(none)" : printable(group.name);
}

std::string difference_words(const ReportGroup& group) {
  if (!group.estimate) return "too few answers for a score";
  if (!group.difference || !group.difference->change) return {};
  const double change = *group.difference->change;
  std::string out = fixed(std::abs(change), 1) + " points " +
                    (change < 0 ? "lower" : "higher") + " than the rest";
  if (group.p_adjusted) out += " (" + p_words(*group.p_adjusted) + ")";
  return out;
}

std::string trend_words(const Waves& waves) {
  const Trend& trend = waves.trend;
  if (!trend.slope || !trend.p || waves.list.size() < 3) return {};
  const std::string slope = fixed(std::abs(*trend.slope), 1);
  if (*trend.p >= 0.05) {
    return "No trend beyond chance: " + signed_points(trend.slope) +
           " points a " + period_word(waves.every) + " (" + p_words(*trend.p) +
           ").";
  }
  return "The score " + std::string(*trend.slope > 0 ? "rises" : "falls") +
         " by " + slope + " points a " + period_word(waves.every) + " (" +
         p_words(*trend.p) + ").";
}

std::vector<std::string> representation_words(const Report& report) {
  const Representation& mix = *report.representation;
  const Estimate& made = mix.estimate;
  if (!made.nps || !made.low || !made.high || !mix.moved ||
      !report.estimate.nps) {
    return {"No group of the mix has an answer."};
  }
  std::string out = "NPS " + fixed(*report.estimate.nps, 1) + " would be " +
                    fixed(*made.nps, 1) + ", " + percent(made.confidence) +
                    " between " + fixed(*made.low, 1) + " and " +
                    fixed(*made.high, 1) + ": " + signed_points(mix.moved) +
                    " points.";
  std::vector<std::string> all = {std::move(out)};
  if (made.effective_n && made.design_effect) {
    all.push_back("Weighted so, " +
                  counted(made.n, "answer is", "answers are") + " worth " +
                  fixed(*made.effective_n, 0) + " (design effect " +
                  fixed(*made.design_effect, 2) + ").");
  }
  if (mix.p) {
    all.push_back(*mix.p < 1 - made.confidence
                      ? "Those who answered are made up differently (" +
                            p_words(*mix.p) + ")."
                      : "Those who answered could be a random sample of it (" +
                            p_words(*mix.p) + ").");
  }
  if (mix.covered < 1 - 1e-9) {
    all.push_back("Nobody answered for " + percent(1 - mix.covered) +
                  " of the mix; that part is left out.");
  }
  if (mix.outside.total() > 0) {
    all.push_back(counted(mix.outside.total(), "answer is", "answers are") +
                  " of groups that the mix does not name, and left out.");
  }
  return all;
}

std::vector<std::string> goal_words(const Goal& goal) {
  const std::string aim =
      fixed(goal.points, goal.points == std::trunc(goal.points) ? 0 : 1);
  if (goal.reached) return {"The score is at " + aim + " or above already."};
  std::vector<std::string> out;
  if (goal.cheapest) {
    const GoalMix& mix = *goal.cheapest;
    std::string parts;
    const auto add = [&parts](std::int64_t people, const char* one,
                              const char* many, const char* to) {
      if (people == 0) return;
      if (!parts.empty()) parts += ", ";
      parts += counted(people, one, many) + " " + to;
    };
    add(mix.passives_to_promoters, "passive", "passives", "to promoter");
    add(mix.detractors_to_passives, "detractor", "detractors", "to passive");
    add(mix.detractors_to_promoters, "detractor", "detractors", "to promoter");
    out.push_back("The shortest way to " + aim + ": " + parts + "; " +
                  counted(mix.raised, "point", "points") +
                  " of the 0-10 scale in all.");
  }
  std::string alone;
  const auto one_way = [&alone](const std::optional<std::int64_t>& people,
                                const std::string& what) {
    if (!people) return;
    if (!alone.empty()) alone += ", or ";
    alone += grouped(*people) + " " + what;
  };
  one_way(goal.promoters_to_win, "more promoters");
  one_way(goal.passives_to_promoters, "passives lifted");
  one_way(goal.detractors_to_passives, "detractors made passives");
  one_way(goal.detractors_to_promoters, "detractors won over");
  if (!alone.empty()) out.push_back("One thing alone: " + alone + ".");
  return out;
}

std::string movement_words(const MovementReport& moved) {
  const Movement& m = moved.movement;
  std::string out =
      counted(m.n, "person", "people") + " answered in " + moved.from +
      " and in " + moved.to + ": " + grouped(m.improved) + " improved, " +
      grouped(m.worsened) + " worsened, " + grouped(m.unchanged) +
      " stayed; their score " +
      (m.change ? "moved by " + signed_points(m.change) + " points"
                : std::string("is not known"));
  if (m.p) out += " (" + p_words(*m.p) + ")";
  if (m.recovery_rate) {
    out += ". Of " + counted(m.detractors_before, "detractor", "detractors") +
           " " + percent(std::round(*m.recovery_rate * 1000) / 1000) +
           " recovered";
  }
  return out + ".";
}

std::string rows_words(const ReportRows& rows) {
  std::string out = counted(rows.read, "row", "rows") + ": " +
                    grouped(rows.scored) + " scored, " + grouped(rows.missing) +
                    " missing, " + grouped(rows.rejected_count) + " rejected";
  const std::pair<std::int64_t, const char*> apart[] = {
      {rows.duplicates, "duplicate"},
      {rows.partial, "unfinished"},
      {rows.preview, "previews"},
      {rows.excluded, "excluded"},
      {rows.not_answered, "not answered"},
      {rows.other_type, "of another kind"}};
  for (const auto& [count, what] : apart) {
    if (count > 0) out += ", " + grouped(count) + " " + what;
  }
  return out;
}

std::string source_words(const ReportSource& source) {
  std::string out = source.format == "plain"
                        ? source.kind
                        : source.format + ", " + source.kind;
  if (!source.encoding.empty()) out += ", " + source.encoding;
  if (!source.delimiter.empty()) {
    out += ", " + delimiter_name(source.delimiter[0]);
  }
  const char* between = "; ";
  for (const SourceColumn& column : source.columns) {
    if (column.role == "group") continue;
    out += between;
    out += column.role == "score" ? "the score is" : column.role;
    if (column.number > 0) out += " column " + std::to_string(column.number);
    out += " '";
    text::append_shortened(out, column.name, kHeadingShown);
    out += "'";
    between = ", ";
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return printable(out);
}

}  // namespace looplet::cli
