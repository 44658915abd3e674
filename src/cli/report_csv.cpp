#include "cli/report_csv.h"

#include "cli/report_json.h"
#include "cli/words.h"

namespace looplet::cli {
namespace {

/// `part`, `name` and the figures that there are; absent ones are empty cells.
std::string row(std::string_view part, std::string_view name,
                const Counts& counts, const std::optional<Estimate>& e,
                const std::optional<double>& change,
                const std::optional<double>& p) {
  std::string out = csv_cell(guarded(part)) + "," + csv_cell(guarded(name));
  for (const std::int64_t count :
       {counts.total(), counts.promoters, counts.passives, counts.detractors}) {
    out += "," + std::to_string(count);
  }
  const std::optional<double> none;
  out += "," + cell(e ? e->nps : none) + "," + cell(e ? e->low : none) + "," +
         cell(e ? e->high : none);
  return out + "," + cell(change) + "," + cell(p) + "\n";
}

}  // namespace

std::string report_csv(const Report& report) {
  std::string out =
      "part,name,n,promoters,passives,detractors,nps,low,high,change,p\n";
  const Estimate& all = report.estimate;
  out += row("all", "",
             {.promoters = all.promoters,
              .passives = all.passives,
              .detractors = all.detractors},
             all, {}, {});
  for (const Breakdown& breakdown : report.breakdowns) {
    for (const ReportGroup& group : breakdown.groups) {
      out += row(breakdown.by, group.name, group.counts, group.estimate,
                 group.difference ? group.difference->change : std::nullopt,
                 group.p_adjusted);
    }
  }
  if (report.waves) {
    for (const Wave& wave : report.waves->list) {
      out += row(report.waves->every, wave.name, wave.counts, wave.estimate,
                 wave.change ? wave.change->change : std::nullopt,
                 wave.change ? wave.change->p : std::nullopt);
    }
  }
  for (const ReportTheme& theme : report.themes) {
    out += row("theme", theme.id, theme.counts, {}, theme.impact,
               theme.change ? theme.change->p : std::nullopt);
  }
  return out;
}

}  // namespace looplet::cli
