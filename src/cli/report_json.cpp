#include "cli/report_json.h"

#include "looplet/wire.h"

namespace looplet::cli {

OrderedJson to_json(const Estimate& estimate) {
  return OrderedJson::parse(wire::write_estimate(estimate));
}

OrderedJson to_json(const Comparison& comparison) {
  return OrderedJson::parse(wire::write_comparison(comparison));
}

OrderedJson to_json(const Check& check) {
  return OrderedJson::parse(wire::write_check(check));
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
