#include "cli/estimate_json.h"

namespace looplet::cli {
namespace {

template <class T>
OrderedJson maybe(const std::optional<T>& value) {
  return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

}  // namespace

OrderedJson to_json(const Estimate& e) {
  OrderedJson out;
  out["n"] = e.n;
  out["promoters"] = e.promoters;
  out["passives"] = e.passives;
  out["detractors"] = e.detractors;
  out["nps"] = maybe(e.nps);
  out["npsExact"] = maybe(e.nps_exact);
  out["rounded"] = maybe(e.rounded);
  out["rounded1"] = maybe(e.rounded1);
  out["shares"] = maybe(e.shares);
  out["variance"] = maybe(e.variance);
  out["standardError"] = maybe(e.standard_error);
  out["low"] = maybe(e.low);
  out["high"] = maybe(e.high);
  out["method"] = method_name(e.method);
  out["confidence"] = e.confidence;
  out["smallSample"] = e.small_sample;
  if (e.finite_population_factor) {
    out["finitePopulationFactor"] = *e.finite_population_factor;
    out["correctedError"] = maybe(e.corrected_error);
  }
  return out;
}

OrderedJson to_json(const Comparison& c) {
  OrderedJson out;
  out["change"] = maybe(c.change);
  out["low"] = maybe(c.low);
  out["high"] = maybe(c.high);
  out["z"] = maybe(c.z);
  out["p"] = maybe(c.p);
  out["significant"] = maybe(c.significant);
  out["detectable"] = maybe(c.detectable);
  out["method"] = method_name(c.method);
  out["confidence"] = c.confidence;
  return out;
}

OrderedJson rows_json(const ScoreRows& rows, const std::string& place) {
  OrderedJson out;
  out["read"] = rows.read;
  out["scored"] = rows.scored();
  out["missing"] = rows.missing;
  out["rejectedCount"] = rows.rejected_count();
  out["rejected"] = OrderedJson::array();
  for (const RejectedCell& cell : rows.rejected) {
    OrderedJson one;
    one[place] = cell.line;
    one["raw"] = cell.raw;
    one["disposition"] = disposition_name(cell.disposition);
    out["rejected"].push_back(std::move(one));
  }
  return out;
}

OrderedJson source_json(const ScoresFile& file) {
  OrderedJson out;
  out["name"] = file.name;
  out["format"] = file.format == "CSV" ? "csv" : "json";
  out["encoding"] = file.encoding;
  if (file.column) {
    out["delimiter"] = std::string(1, file.delimiter);
    out["headerRows"] = file.column->header_rows;
    out["scoreColumn"] = {{"number", file.column->index + 1},
                          {"name", file.column->name},
                          {"found", column_found_words(file.column->how)}};
  }
  out["faults"] = file.fault_count;
  return out;
}

std::string dump(const OrderedJson& document) {
  return document.dump(2, ' ', false, OrderedJson::error_handler_t::replace) +
         "\n";
}

std::string cell(const std::optional<double>& figure) {
  return figure ? OrderedJson(*figure).dump() : std::string();
}

}  // namespace looplet::cli
