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

OrderedJson rows_json(const ScoresFile& file) {
  const ScoreRows& rows = file.rows;
  const auto standing = [&file](Standing one) {
    return file.batch.by_standing[static_cast<std::size_t>(one)];
  };
  OrderedJson out;
  out["read"] = file.batch.read;
  out["scored"] = rows.scored();
  out["missing"] = rows.missing;
  out["rejectedCount"] = rows.rejected_count();
  out["rejected"] = OrderedJson::array();
  for (const RejectedCell& cell : rows.rejected) {
    out["rejected"].push_back(
        {{"line", cell.line},
         {"raw", cell.raw},
         {"disposition", disposition_name(cell.disposition)}});
  }
  out["duplicates"] = file.batch.duplicates;
  out["partial"] = standing(Standing::partial);
  out["preview"] = standing(Standing::preview);
  out["excluded"] = standing(Standing::excluded);
  out["notAnswered"] = standing(Standing::not_answered);
  out["otherType"] = standing(Standing::other_type);
  return out;
}

OrderedJson source_json(const ScoresFile& file) {
  const BatchSource& source = file.source;
  const bool json = file.is_counts || source.delimiter == 0;
  OrderedJson out;
  out["name"] = file.name;
  out["format"] = json ? "json" : "csv";
  if (!file.is_counts) out["export"] = export_format_name(source.format);
  out["encoding"] = file.is_counts ? "UTF-8" : source.encoding;
  if (const ColumnUse* column = file.score_column()) {
    if (!json) {
      out["delimiter"] = std::string(1, source.delimiter);
      out["headerRows"] = source.header_rows;
    }
    out["scoreColumn"] = {{"number", column->index + 1},
                          {"name", column->name},
                          {"found", column_found_words(column->how)}};
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
