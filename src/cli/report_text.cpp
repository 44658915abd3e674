#include "cli/report_text.h"

#include <algorithm>
#include <cmath>

#include "cli/bars.h"
#include "cli/headline.h"
#include "cli/report_words.h"
#include "cli/words.h"
#include "text/utf8.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kThemesShown = 12;
constexpr std::size_t kPhrasesShown = 8;
constexpr std::size_t kRejectedShown = 5;
constexpr std::size_t kLongestName = 24;  // code points
constexpr int kNarrowestAxis = 21;
constexpr int kWidestAxis = 41;

std::size_t width_of(std::string_view text) { return text::code_points(text); }

std::string left(std::string text, std::size_t width) {
  const std::size_t is = width_of(text);
  return is < width ? text + std::string(width - is, ' ') : text;
}

std::string right(std::string text, std::size_t width) {
  const std::size_t is = width_of(text);
  return is < width ? std::string(width - is, ' ') + text : text;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::string out;
  if (width_of(text) <= most) return std::string(text);
  text::append_shortened(out, text, most - 3);
  return out;
}

/// -100 to 100 in so many columns: the interval as a line, the score a dot.
std::string axis(const std::optional<Estimate>& e, int columns) {
  const auto place = [columns](double points) {
    return static_cast<int>(std::lround((points + 100) / 200 * (columns - 1)));
  };
  std::string out;
  for (int i = 0; i < columns; ++i) {
    const bool zero = i == place(0);
    if (e && e->nps && i == place(*e->nps)) {
      out += "\u25CF";  // a dot
    } else if (e && e->low && e->high && i >= place(*e->low) &&
               i <= place(*e->high)) {
      out += "\u2500";  // a line
    } else {
      out += zero ? "\u2502" : " ";
    }
  }
  return out;
}

class Text {
 public:
  Text(const Paint& paint, int width)
      : paint_(paint),
        columns_(std::clamp(width - 39, kNarrowestAxis, kWidestAxis)) {}

  void line(const std::string& text) { out += text + "\n"; }
  void title(const std::string& text) {
    out += "\n" + paint_.bold(text) + "\n";
  }

  void scored_head(const std::string& what, std::size_t names) {
    title(left(what, names + 2) + right("answers", 9) + right("NPS", 6));
  }

  /// "  free            1,234    12  ------*---   words".
  void scored(const std::string& name, std::size_t names, std::int64_t n,
              const std::optional<Estimate>& e, bool certain,
              const std::string& words) {
    const std::string score =
        e && e->rounded ? std::to_string(*e->rounded) : "-";
    const std::string drawn = axis(e, columns_);
    out += "  " + left(name, names) + right(grouped(n), 9) + right(score, 6) +
           "  " + (certain ? paint_.bold(drawn) : paint_.dim(drawn));
    if (!words.empty()) out += "  " + (certain ? words : paint_.dim(words));
    // No blanks at the ends of lines.
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += "\n";
  }

  std::string out;

 private:
  const Paint& paint_;
  int columns_;
};

void add_breakdown(const Breakdown& breakdown, Text& text) {
  std::size_t names = width_of(breakdown.by) + 3;
  for (const ReportGroup& group : breakdown.groups) {
    names = std::max(names, width_of(group_words(group)));
  }
  names = std::min(names, kLongestName);
  text.scored_head(shortened("By " + printable(breakdown.by), names), names);
  for (const ReportGroup& group : breakdown.groups) {
    const bool certain = group.significant.value_or(false);
    text.scored(shortened(group_words(group), names), names,
                group.counts.total(), group.estimate, certain,
                !group.estimate     ? "too few"
                : !group.difference ? ""
                                    : signed_points(group.difference->change) +
                                          (certain ? " *" : ""));
  }
  if (breakdown.other_groups > 0) {
    text.line("  and " +
              counted(breakdown.other_groups, "more value", "more values") +
              " with " + counted(breakdown.other.total(), "answer", "answers"));
  }
  for (const ReportGroup& group : breakdown.groups) {
    if (!group.significant.value_or(false)) continue;
    text.line("  * " + shortened(group_words(group), names) + ": " +
              difference_words(group));
  }
}

void add_representation(const Report& report, Text& text) {
  const Representation& mix = *report.representation;
  const std::size_t names = kLongestName;
  text.title(
      left(shortened("The mix of " + printable(mix.by), names), names + 2) +
      right("answers", 9) + right("of them", 9) + right("mix", 9) +
      right("NPS", 6));
  const auto share = [](double part) { return fixed(100 * part, 1) + " %"; };
  for (const RepresentedGroup& group : mix.groups) {
    const std::string name =
        group.name.empty() ? "(none)" : printable(group.name);
    text.line("  " + left(shortened(name, names), names) +
              right(grouped(group.counts.total()), 9) +
              right(group.answer_share ? share(*group.answer_share) : "-", 9) +
              right(share(group.population_share), 9) +
              right(group.nps ? fixed(*group.nps, 0) : "-", 6));
  }
  for (const std::string& words : representation_words(report)) {
    text.line("  " + words);
  }
}

void add_waves(const Waves& waves, Text& text) {
  if (waves.list.empty()) return;
  const std::size_t names = 12;
  text.scored_head("By " + waves.every, names);
  for (const Wave& wave : waves.list) {
    const bool certain =
        wave.change && wave.change->significant.value_or(false);
    text.scored(wave.name, names, wave.counts.total(), wave.estimate, certain,
                !wave.change ? ""
                             : signed_points(wave.change->change) +
                                   (certain ? " *" : ""));
  }
  const std::string words = trend_words(waves);
  if (!words.empty()) text.line("  " + words);
}

void add_movement(const MovementReport& moved, Text& text) {
  text.title("The same people, " + moved.from + " to " + moved.to);
  text.line("  " + movement_words(moved));
  static const char* const kNames[] = {"detractor", "passive", "promoter"};
  text.line("  " + left("was, then", 12) + right("detractor", 11) +
            right("passive", 11) + right("promoter", 11));
  for (std::size_t i = 0; i < 3; ++i) {
    std::string row = "  " + left(kNames[i], 12);
    for (const std::int64_t count : moved.transitions[i]) {
      row += right(grouped(count), 11);
    }
    text.line(row);
  }
}

void add_themes(const Report& report, const Paint& paint, Text& text) {
  if (report.themes.empty()) return;
  text.title(left("What people write about", 26) + right("answers", 9) +
             right("impact", 9) + right("good", 7) + right("bad", 7));
  const std::size_t shown = std::min(report.themes.size(), kThemesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const ReportTheme& theme = report.themes[i];
    text.line("  " + left(shortened(theme_words(theme.id), 24), 24) +
              right(grouped(theme.counts.total()), 9) +
              right(signed_points(theme.impact), 9) +
              right(grouped(theme.sentiment.positive), 7) +
              right(grouped(theme.sentiment.negative), 7));
  }
  text.line(paint.dim(
      "  impact: points of the score that these answers are responsible for"));
}

void add_phrases(const ReportPhrases& phrases, Text& text) {
  const auto say = [&text](const char* who,
                           const std::vector<ReportPhrase>& list) {
    if (list.empty()) return;
    std::string out = std::string("  ") + who;
    for (std::size_t i = 0; i < std::min(list.size(), kPhrasesShown); ++i) {
      out += (i == 0 ? " " : ", ") + printable(list[i].text);
    }
    text.line(out);
  };
  if (phrases.detractors.empty() && phrases.promoters.empty()) return;
  text.title("What tells them apart");
  say("detractors:", phrases.detractors);
  say("promoters:", phrases.promoters);
}

void add_rejected(const ReportRows& rows, Text& text) {
  const std::size_t shown = std::min(rows.rejected.size(), kRejectedShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const RejectedCell& cell = rows.rejected[i];
    std::string raw = printable(cell.raw);
    std::replace(raw.begin(), raw.end(), '\n', ' ');
    text.line("  line " + std::to_string(cell.line) + ": '" + raw +
              "' is no score");
  }
  const auto more = rows.rejected_count - static_cast<std::int64_t>(shown);
  if (more > 0) text.line("  and " + grouped(more) + " more");
}

}  // namespace

std::string report_text(const Report& report, const std::string& name,
                        const Paint& paint, int width) {
  Text text(paint, width);
  text.out = paint.bold(headline(report.estimate)) + "\n";
  const std::string bars =
      draw_bars(report.estimate, Tally{report.distribution}, paint, width);
  if (!bars.empty()) text.out += "\n" + bars;
  if (report.goal && report.estimate.n > 0) {
    text.title("The goal");
    for (const std::string& words : goal_words(*report.goal)) {
      text.line("  " + words);
    }
  }
  if (report.representation) add_representation(report, text);
  for (const Breakdown& breakdown : report.breakdowns) {
    add_breakdown(breakdown, text);
  }
  if (report.waves) add_waves(*report.waves, text);
  if (report.movement) add_movement(*report.movement, text);
  add_themes(report, paint, text);
  if (report.phrases) add_phrases(*report.phrases, text);
  text.out += "\n";
  if (report.source) {
    text.line(paint.dim(printable(name) + ": " + source_words(*report.source)));
  }
  text.line(paint.dim(rows_words(report.rows)));
  add_rejected(report.rows, text);
  if (!report.notes.empty()) text.out += "\n";
  for (const ReportNote& note : report.notes) {
    text.line(printable(note.message));
  }
  return text.out;
}

}  // namespace looplet::cli
