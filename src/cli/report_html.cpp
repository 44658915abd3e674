#include "cli/report_html.h"

#include <algorithm>
#include <cmath>

#include "cli/headline.h"
#include "cli/report_style.h"
#include "cli/report_words.h"
#include "cli/svg.h"
#include "cli/words.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kRejectedShown = 20;

/// A text that may be of any direction.
std::string own(std::string_view text) {
  return "<bdi>" + escaped(text) + "</bdi>";
}

std::string number(const std::string& text) {
  return "<td class=\"number\">" + text + "</td>";
}

std::string whole(std::int64_t count) { return number(grouped(count)); }

std::string paragraph(const std::string& words, const char* what = "") {
  return "<p" +
         (*what == '\0' ? std::string()
                        : " class=\"" + std::string(what) + "\"") +
         ">" + escaped(words) + "</p>\n";
}

/// A table; heads that begin with '#' are over numbers.
std::string table(std::string_view caption,
                  std::initializer_list<std::string_view> heads,
                  const std::string& rows) {
  std::string out = "<div class=\"wide\"><table>\n";
  if (!caption.empty()) out += "<caption>" + escaped(caption) + "</caption>\n";
  out += "<thead><tr>";
  for (const std::string_view head : heads) {
    const bool right = head.substr(0, 1) == "#";
    out += right ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
    out += escaped(head.substr(right ? 1 : 0)) + "</th>";
  }
  return out + "</tr></thead>\n<tbody>\n" + rows + "</tbody></table></div>\n";
}

std::string row(const std::string& name, const std::string& cells,
                bool certain = false) {
  return std::string("<tr") + (certain ? " class=\"certain\"" : "") +
         "><th scope=\"row\">" + name + "</th>" + cells + "</tr>\n";
}

std::string score_cells(const std::optional<Estimate>& e, std::int64_t n) {
  std::string out = whole(n);
  if (!e || !e->rounded || !e->low || !e->high) {
    return out + number("-") + number("-") + "<td></td>";
  }
  return out + number(std::to_string(*e->rounded)) +
         number(fixed(*e->low, 0) + " to " + fixed(*e->high, 0)) + "<td>" +
         svg_score(e) + "</td>";
}

std::string distribution(const Report& report) {
  std::int64_t most = 1;
  for (const std::int64_t count : report.distribution) {
    most = std::max(most, count);
  }
  std::string rows;
  for (int score = kHighestScore; score >= kLowestScore; --score) {
    const std::int64_t count =
        report.distribution[static_cast<std::size_t>(score)];
    const Segment segment = *segment_of(score);
    rows +=
        row(std::to_string(score),
            "<td>" + std::string(segment_name(segment)) + "</td>" +
                whole(count) + "<td>" +
                svg_bar(static_cast<double>(count) / static_cast<double>(most),
                        segment) +
                "</td>");
  }
  return "<h2>Answers</h2>\n" +
         table("", {"Score", "Segment", "#Answers", ""}, rows);
}

std::string goal(const Goal& wanted) {
  std::string out = "<h2>The goal</h2>\n";
  for (const std::string& words : goal_words(wanted)) out += paragraph(words);
  return out;
}

std::string representation(const Report& report) {
  const Representation& mix = *report.representation;
  std::string rows;
  const auto share = [](double part) {
    return number(fixed(100 * part, 1) + " %");
  };
  for (const RepresentedGroup& group : mix.groups) {
    rows += row(
        own(group.name.empty() ? "(none)" : group.name),
        whole(group.counts.total()) +
            (group.answer_share ? share(*group.answer_share) : number("-")) +
            share(group.population_share));
  }
  std::string out = "<h2>The mix of " + own(mix.by) + "</h2>\n";
  for (const std::string& words : representation_words(report)) {
    out += paragraph(words);
  }
  return out + table("", {"Group", "#Answers", "#Of them", "#Mix"}, rows);
}

std::string breakdown(const Breakdown& by) {
  std::string rows;
  for (const ReportGroup& group : by.groups) {
    rows += row(own(group_words(group)),
                score_cells(group.estimate, group.counts.total()) + "<td>" +
                    escaped(difference_words(group)) + "</td>",
                group.significant.value_or(false));
  }
  std::string out =
      "<h2>By " + own(by.by) + "</h2>\n" +
      table("Each against all others, p corrected for their number (" +
                std::string(adjustment_name(by.adjustment)) +
                "). In colour: more than chance.",
            {"", "#Answers", "#NPS", "#Interval", "-100 to 100", "Difference"},
            rows);
  if (by.other_groups > 0) {
    out += paragraph(
        "And " + counted(by.other_groups, "more value", "more values") +
        " with " + counted(by.other.total(), "answer", "answers") + ".");
  }
  return out;
}

std::string waves(const Waves& over_time) {
  if (over_time.list.empty()) return {};
  std::string rows;
  for (const Wave& wave : over_time.list) {
    const bool certain =
        wave.change && wave.change->significant.value_or(false);
    std::string change;
    if (wave.change) {
      change = signed_points(wave.change->change);
      if (wave.change->p) change += " (" + p_words(*wave.change->p) + ")";
    }
    rows += row(escaped(wave.name),
                score_cells(wave.estimate, wave.counts.total()) + "<td>" +
                    escaped(change) + "</td>",
                certain);
  }
  const std::string words = trend_words(over_time);
  return "<h2>By " + escaped(over_time.every) + "</h2>\n" +
         (words.empty() ? "" : paragraph(words)) + svg_waves(over_time.list) +
         table("",
               {"", "#Answers", "#NPS", "#Interval", "-100 to 100", "Change"},
               rows);
}

std::string movement(const MovementReport& moved) {
  static const char* const kNames[] = {"Detractor", "Passive", "Promoter"};
  std::string rows;
  for (std::size_t i = 0; i < 3; ++i) {
    std::string cells;
    for (const std::int64_t count : moved.transitions[i]) {
      cells += whole(count);
    }
    rows += row(kNames[i], cells);
  }
  return "<h2>The same people</h2>\n" + paragraph(movement_words(moved)) +
         table("Rows: " + moved.from + ". Columns: " + moved.to + ".",
               {"", "#Detractor", "#Passive", "#Promoter"}, rows);
}

std::string themes(const Report& report) {
  if (report.themes.empty()) return {};
  double most = 0;
  for (const ReportTheme& theme : report.themes) {
    most = std::max(most, std::abs(theme.impact.value_or(0)));
  }
  std::string rows;
  for (const ReportTheme& theme : report.themes) {
    std::string example;
    for (const ReportComment& one : theme.examples) {
      example = "<blockquote>" + own(one.text) + "</blockquote>";
      break;
    }
    rows +=
        row(escaped(theme_words(theme.id)),
            whole(theme.counts.total()) + number(signed_points(theme.impact)) +
                "<td>" + svg_impact(theme.impact.value_or(0), most) + "</td>" +
                whole(theme.sentiment.positive) +
                whole(theme.sentiment.negative) + "<td>" + example + "</td>");
  }
  return "<h2>What people write about</h2>\n" +
         table(
             "Impact: the points of the score that the answers which mention "
             "a theme are responsible for. Association, not cause.",
             {"Theme", "#Answers", "#Impact", "", "#Praise", "#Complaint",
              "For example"},
             rows);
}

std::string phrase_rows(const std::vector<ReportPhrase>& phrases) {
  std::string rows;
  for (const ReportPhrase& phrase : phrases) {
    rows += row(own(phrase.text), whole(phrase.detractors) +
                                      whole(phrase.promoters) +
                                      number(fixed(phrase.z, 1)));
  }
  return rows;
}

std::string phrases(const ReportPhrases& found) {
  std::string out;
  if (!found.detractors.empty()) {
    out += table("Detractors say it more",
                 {"Phrase", "#Detractors", "#Promoters", "#z"},
                 phrase_rows(found.detractors));
  }
  if (!found.promoters.empty()) {
    out += table("Promoters say it more",
                 {"Phrase", "#Detractors", "#Promoters", "#z"},
                 phrase_rows(found.promoters));
  }
  return out.empty() ? out : "<h2>What tells them apart</h2>\n" + out;
}

std::string notes(const Report& report) {
  std::string out;
  for (const ReportNote& note : report.notes) {
    out += "<li>" + escaped(note.message) + "</li>\n";
  }
  return out.empty()
             ? out
             : "<h2>Before you believe it</h2>\n<ul>\n" + out + "</ul>\n";
}

std::string rows_read(const Report& report, const std::string& name) {
  std::string out = "<h2>What was read</h2>\n";
  out += paragraph(
      report.source ? name + ": " + source_words(*report.source) : name,
      "quiet");
  out += paragraph(rows_words(report.rows), "quiet");
  std::string rows;
  for (std::size_t i = 0;
       i < std::min(report.rows.rejected.size(), kRejectedShown); ++i) {
    const RejectedCell& cell = report.rows.rejected[i];
    rows += row(std::to_string(cell.line),
                "<td>" + own(cell.raw) + "</td><td>" +
                    escaped(theme_words(disposition_name(cell.disposition))) +
                    "</td>");
  }
  if (rows.empty()) return out;
  return out + table("The first cells that are no score",
                     {"Line", "Cell", "Why"}, rows);
}

}  // namespace

std::string report_html(const Report& report, const std::string& name) {
  const std::string title = headline(report.estimate);
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src '" +
      std::string(kReportStyleHash) +
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>" +
      escaped(title) + "</title>\n<style>" + std::string(kReportStyle) +
      "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n";
  if (report.estimate.n > 0) out += distribution(report);
  if (report.goal && report.estimate.n > 0) out += goal(*report.goal);
  if (report.representation) out += representation(report);
  for (const Breakdown& by : report.breakdowns) out += breakdown(by);
  if (report.waves) out += waves(*report.waves);
  if (report.movement) out += movement(*report.movement);
  out += themes(report);
  if (report.phrases) out += phrases(*report.phrases);
  out += notes(report) + rows_read(report, name);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace looplet::cli
