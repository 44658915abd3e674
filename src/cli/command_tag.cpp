// looplet tag [FILE]
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/complain.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/theme_file.h"
#include "cli/words.h"
#include "looplet/batch_reader.h"
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
  TaggedRows(const TagRequest& request, const Tagger& tagger,
             BatchReader& reader)
      : request_(request), tagger_(tagger), reader_(reader) {}

  void add(const BatchRow& row) {
    // What is told goes before what the file says.
    const std::string_view locale =
        request_.locale.empty() ? row.locale : request_.locale;
    if (request_.format == Format::json) {
      add_json(row, locale);
    } else {
      if (!begun_) add_headings();
      add_csv(row, locale);
    }
    if (out_.size() >= kFlushAt) flush();
  }

  /// A file may have headings and nothing below them.
  void finish() {
    if (!begun_ && reader_.usable() && request_.format == Format::csv) {
      add_headings();
    }
    flush();
  }

 private:
  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

  void add_headings() {
    begun_ = true;
    // JSON has none of its own.
    const char found = reader_.source().delimiter;
    delimiter_ = found == 0 ? ',' : found;
    bool first = true;
    for (const std::vector<std::string>& row : reader_.headings()) {
      for (std::size_t i = 0; i < reader_.cells() || i < row.size(); ++i) {
        if (i > 0) out_ += delimiter_;
        if (i < row.size()) add_cell(row[i], false);
      }
      for (const std::string_view name :
           {"themes", "theme_sentiment", "sentiment", "sentiment_score"}) {
        out_ += delimiter_;
        if (first) out_ += name;
      }
      out_ += '\n';
      first = false;
    }
  }

  void add_csv(const BatchRow& row, std::string_view locale) {
    for (std::size_t i = 0; i < reader_.cells(); ++i) {
      if (i > 0) out_ += delimiter_;
      add_cell(reader_.cell(i, scratch_), reader_.is_quoted(i));
    }
    const TagBits bits = tagger_.bits(row.comment, locale, room_);
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
    out_ += delimiter_;
    out_ += themes;
    out_ += delimiter_;
    out_ += feelings;
    out_ += delimiter_;
    // No comment has no feeling, which is not the same as 0.
    if (bits.themes != 0) out_ += std::to_string(bits.sentiment);
    out_ += delimiter_;
    if (bits.themes != 0) out_ += fixed(bits.sentiment_score, 3);
    out_ += '\n';
  }

  void add_json(const BatchRow& row, std::string_view locale) {
    const std::string tags = wire::write_tags(tagger_.tag(row.comment, locale));
    out_ +=
        "{\"line\":" + std::to_string(row.line) + "," + tags.substr(1) + "\n";
  }

  /// In quotes where it was, and where it has to be.
  void add_cell(std::string_view text, bool quoted) {
    const char marks[] = {delimiter_, '"', '\r', '\n'};
    if (!quoted && text.find_first_of(std::string_view(marks, 4)) ==
                       std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  const TagRequest& request_;
  const Tagger& tagger_;
  BatchReader& reader_;
  TaggerRoom room_;
  bool begun_ = false;
  char delimiter_ = ',';
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
  BatchOptions options = request.options.reader();
  options.comments_only = true;
  BatchReader reader(std::move(options));
  TaggedRows rows(request, own ? *own : Tagger::built_in(), reader);
  const auto add = [&rows](const BatchRow& row) { rows.add(row); };
  while (const std::size_t count = input.read(reader.room())) {
    reader.fill(count);
    while (const BatchRow* row = reader.next()) add(*row);
  }
  if (!input.error().empty()) {
    rows.finish();
    complain_unreadable(input.name(), input.error());
    return kInputHasFaults;
  }
  finish_rows(reader, add);
  rows.finish();
  complain(input.name(), reader.faults(), reader.fault_count());
  return reader.fault_count() == 0 ? kDone : kInputHasFaults;
}

}  // namespace

void add_tag(CLI::App& app, int& exit_code) {
  auto request = std::make_shared<TagRequest>();
  CLI::App* command = app.add_subcommand(
      "tag", "What each comment of a file is about, and how its writer feels");
  command
      ->add_option("FILE", request->file,
                   "any export, CSV or JSON; standard input if not given, or -")
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
      "sentiment of the whole comment, and a score from -1 to 1. Of JSON the\n"
      "columns are the members of its first records.\n\n"
      "Examples:\n"
      "  looplet tag answers.csv > tagged.csv\n"
      "  looplet tag export.csv --columns comment=Q2 --format json\n");
  command->callback([request, &exit_code] { exit_code = tag(*request); });
}

}  // namespace looplet::cli
