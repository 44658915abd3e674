// What the subcommands share on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "looplet/batch_reader.h"
#include "looplet/estimate.h"

namespace looplet::cli {

enum class Format { text, json, csv };

struct ScoreOptions {
  Format format = Format::text;
  std::vector<std::string> columns;  ///< "score=Q1"
  std::string delimiter;
  std::string dates;  ///< "day-first" or "month-first"
  double confidence = kDefaultConfidence;
  std::string method = "score";
  std::optional<std::int64_t> population;

  /// How a file is to be read.
  BatchOptions reader() const;
  EstimateOptions estimate() const;
};

void add_format(CLI::App& command, Format& format);
/// For what is no table.
void add_text_or_json(CLI::App& command, Format& format);
void add_reading(CLI::App& command, ScoreOptions& options);
void add_statistics(CLI::App& command, ScoreOptions& options);

/// Above 0 and below 1, or such as "90%"; else a sentence for CLI11.
std::string check_confidence(std::string& text);

/// Each command adds itself with its help; its work returns the exit code.
void add_score(CLI::App& app, int& exit_code);
void add_report(CLI::App& app, int& exit_code);
void add_compare(CLI::App& app, int& exit_code);
void add_plan(CLI::App& app, int& exit_code);
void add_tag(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_simulate(CLI::App& app, int& exit_code);
void add_diff(CLI::App& app, int& exit_code);
void add_migrate(CLI::App& app, int& exit_code);
void add_walk(CLI::App& app, int& exit_code);
void add_call(CLI::App& app, int& exit_code);

}  // namespace looplet::cli
