// Reports as documents. Figures are those of the calls: the same names, the
// same order.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/scores_file.h"
#include "looplet/check.h"
#include "looplet/compare.h"
#include "looplet/estimate.h"

namespace looplet::cli {

using OrderedJson = nlohmann::ordered_json;

OrderedJson to_json(const Estimate& estimate);
OrderedJson to_json(const Comparison& comparison);
OrderedJson to_json(const Check& check);
/// `rows` and `source` of a report.
OrderedJson rows_json(const ScoresFile& file);
OrderedJson source_json(const ScoresFile& file);

/// The text of a document with a line end; what is not UTF-8 is replaced.
std::string dump(const OrderedJson& document);

/// A figure for a CSV cell: it reads back to the same double; "" for none.
std::string cell(const std::optional<double>& figure);

}  // namespace looplet::cli
