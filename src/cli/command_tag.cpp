// looplet tag [FILE]
#include <cstdio>
#include <optional>

#include "analysis/comment_column.h"
#include "cli/complain.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/theme_file.h"
#include "cli/words.h"
#include "looplet/csv.h"
#include "looplet/themes.h"
#include "looplet/wire.h"

namespace looplet::cli {
namespace {

constexpr std::size_t kFlushAt = std::size_t{1} << 16;

struct TagRequest {
  std::string file = "-";
  std::string locale;
  std::string themes;
  Format format = Format::csv;
  ScoreOptions options;
};

/// The rows of a file with what each comment says behind them.
class TaggedRows {
 public:
  TaggedRows(const TagRequest& request, const Tagger& tagger, CsvReader& reader)
      : request_(request), tagger_(tagger), reader_(reader) {}

  /// False when no column of comments can be told.
  bool add(const CsvRow& row) {
    if (!chosen_) {
      chosen_ = true;
      const auto column = find_comment_column(
          reader_.sample(), request_.options.column("comment"));
      if (!column) {
        faults_ = column.faults();
      } else {
        column_ = *column;
      }
    }
    if (!column_) return false;
    if (request_.format == Format::json) {
      add_json(row);
    } else {
      add_csv(row);
    }
    if (out_.size() >= kFlushAt) flush();
    return true;
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

  const Faults& faults() const { return faults_; }
  bool chosen() const { return chosen_; }

 private:
  bool is_heading(const CsvRow& row) const {
    return row.number() <= column_->header_rows;
  }

  void add_csv(const CsvRow& row) {
    const char delimiter = reader_.delimiter();
    const std::size_t cells = std::max(row.size(), column_->columns);
    for (std::size_t i = 0; i < cells; ++i) {
      if (i > 0) out_ += delimiter;
      const std::string_view raw = row.raw(i);
      // What stood unquoted may stand so again, but for a quote within.
      if (!raw.empty() && raw[0] == '"') {
        add_cell(row.text(i, scratch_));
      } else {
        out_ += raw;
      }
    }
    if (is_heading(row)) {
      const bool first = row.number() == 1;
      for (const std::string_view name :
           {"themes", "theme_sentiment", "sentiment", "sentiment_score"}) {
        out_ += delimiter;
        if (first) out_ += name;
      }
      out_ += '\n';
      return;
    }
    const std::string_view comment = row.text(column_->index, scratch_);
    const TagBits bits = tagger_.bits(comment, request_.locale, room_);
    std::string themes;
    std::string feelings;
    for (std::size_t i = 0; i < tagger_.theme_ids().size(); ++i) {
      if ((bits.themes >> i & 1) == 0) continue;
      if (!themes.empty()) {
        themes += ' ';
        feelings += ' ';
      }
      themes += tagger_.theme_ids()[i];
      feelings += (bits.positive >> i & 1) != 0   ? "1"
                  : (bits.negative >> i & 1) != 0 ? "-1"
                                                  : "0";
    }
    out_ += delimiter;
    out_ += themes;
    out_ += delimiter;
    out_ += feelings;
    out_ += delimiter;
    // No comment has no feeling, which is not the same as 0.
    if (bits.themes != 0) out_ += std::to_string(bits.sentiment);
    out_ += delimiter;
    if (bits.themes != 0) out_ += fixed(bits.sentiment_score, 3);
    out_ += '\n';
  }

  void add_json(const CsvRow& row) {
    if (is_heading(row)) return;
    const std::string_view comment = row.text(column_->index, scratch_);
    const std::string tags =
        wire::write_tags(tagger_.tag(comment, request_.locale));
    out_ +=
        "{\"line\":" + std::to_string(row.line()) + "," + tags.substr(1) + "\n";
  }

  void add_cell(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  const TagRequest& request_;
  const Tagger& tagger_;
  CsvReader& reader_;
  TaggerRoom room_;
  bool chosen_ = false;
  std::optional<CommentColumn> column_;
  Faults faults_;
  std::string scratch_;
  std::string out_;
};

int tag(const TagRequest& request) {
  std::optional<Tagger> own;
  if (!request.themes.empty()) {
    own = read_tagger(request.themes);
    if (!own) return kInputHasFaults;
  }
  Input input(request.file);
  CsvReader reader({request.options.reader().delimiter});
  TaggedRows rows(request, own ? *own : Tagger::built_in(), reader);
  bool usable = true;
  const auto add_rows = [&] {
    while (const CsvRow* row = reader.next()) usable = rows.add(*row) && usable;
  };
  while (const std::size_t count = input.read(reader.room())) {
    reader.fill(count);
    add_rows();
  }
  if (input.error().empty()) {
    reader.finish();
    add_rows();
  }
  rows.flush();
  if (!input.error().empty()) {
    complain_unreadable(input.name(), input.error());
    return kInputHasFaults;
  }
  complain(input.name(), rows.faults(), 0);
  complain(input.name(), reader.faults(), reader.fault_count());
  if (!rows.chosen() && reader.fault_count() == 0) {
    complain(input.name(), make_fault(Code::no_rows, "line 1"));
    return kInputHasFaults;
  }
  return usable && reader.fault_count() == 0 ? kDone : kInputHasFaults;
}

}  // namespace

void add_tag(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<TagRequest>();
  CLI::App* command = app.add_subcommand(
      "tag", "What each comment of a file is about, and how its writer feels");
  command
      ->add_option("FILE", request->file,
                   "CSV; standard input if not given, or -")
      ->type_name("");
  add_reading(*command, request->options);
  command
      ->add_option("--locale", request->locale,
                   "the language of the comments: en, de, fr, es or pt; found "
                   "out for each comment if not given")
      ->type_name("TAG");
  command
      ->add_option("--themes", request->themes,
                   "a file of rules of your own, besides the built-in ones; "
                   "examples/themes has those")
      ->type_name("FILE");
  const auto choose = [request](const std::string& text) -> std::string {
    if (text == "json") {
      request->format = Format::json;
    } else if (text != "csv") {
      return "'" + text + "' must be csv or json";
    }
    return {};
  };
  command
      ->add_option_function<std::string>(
          "--format", [](const std::string&) {},
          "csv (the rows and four columns more, the default) or json (one "
          "line for each comment, with the places of the words that told)")
      ->check(CLI::Validator(choose, ""))
      ->type_name("FORMAT");
  command->footer(
      "Columns: themes and their sentiments (1, 0, -1) in the same order, the\n"
      "sentiment of the whole comment, and a score from -1 to 1.\n\n"
      "Examples:\n"
      "  looplet tag answers.csv > tagged.csv\n"
      "  looplet tag export.csv --columns comment=Q2 --format json\n");
  command->callback([request, &exit_code] { exit_code = tag(*request); });
}

}  // namespace looplet::cli
