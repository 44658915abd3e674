#include "looplet/batch_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "analysis/batch_columns.h"
#include "analysis/batch_table.h"
#include "analysis/heading.h"
#include "analysis/held_rows.h"
#include "analysis/seen_ids.h"
#include "analysis/weight_text.h"
#include "core/civil_time.h"
#include "text/number.h"

namespace looplet {
namespace {

// A cell of a column by which rows are judged, and how the last was: most
// cells of such a column are the same.
struct Judged {
  std::string cell;
  bool fails = false;
};

// Better rows of one submission rank higher.
int rank_of(const BatchRow& row) {
  return 2 * (row.standing == Standing::complete) +
         (row.disposition == Disposition::ok);
}

}  // namespace

struct BatchReader::State {
  explicit State(BatchOptions told)
      : options(std::move(told)), table(options.delimiter) {
    if (options.comments_only) options.keep = Keep::all;
    std::sort(options.leave_out.begin(), options.leave_out.end());
  }

  BatchOptions options;
  BatchTable table;
  BatchColumns columns;
  BatchSource source;
  BatchCounts counts;
  Faults choice_faults;
  bool chosen = false;
  bool finished = false;
  bool stopped = false;       // at most_rows
  bool scores_alone = false;  // no other column is looked at
  std::int64_t number = 0;

  // One row: the texts of its cells, where they had to be rewritten.
  BatchRow row;
  std::string raw, id, respondent, locale, survey, scratch, comment, joined;
  std::vector<std::string> group_texts;
  std::vector<std::string_view> groups;
  std::vector<Judged> judged;

  SeenIds seen;
  std::vector<std::int64_t> out;  // numbers of rows that others stand for
  std::size_t next_out = 0;       // among options.leave_out, or out
  bool unsettled = false;
  HeldRows held;

  bool usable() const {
    return choice_faults.empty() &&
           (options.comments_only ? !columns.comments.empty()
                                  : columns.score.has_value());
  }
  // Without ids no row can stand for another.
  bool holding() const {
    return options.hold && columns.id && options.keep != Keep::all;
  }
  void choose();
  void read_row();
  void read_score();
  void read_comment();
  void read_time_cell();
  void read_weight();
  void judge();
  bool stands();
  bool is_left_out(const std::vector<std::int64_t>& numbers, std::int64_t n);
  void set_aside(std::int64_t line, Standing standing);
  void count_duplicate(std::int64_t line);
  const BatchRow* give(const BatchRow& one);
  const BatchRow* next_held();
};

void BatchReader::State::choose() {
  if (chosen || !table.ready() || table.refused()) return;
  chosen = true;
  source.kind = !table.is_json()     ? "CSV"
                : table.json_lines() ? "JSON Lines"
                                     : "JSON";
  source.delimiter = table.is_json() ? '\0' : table.delimiter();
  source.header_rows = table.is_json() ? 0 : table.headings();
  // What is broken says so itself.
  if (table.sample().empty() && table.fault_count() > 0) return;
  columns = choose_columns(table.sample(), table.headings(), options, source,
                           choice_faults);
  group_texts.resize(columns.by.size());
  groups.resize(columns.by.size());
  judged.resize(columns.standings.size());
  // Without ids nothing has to be told apart.
  if (options.skip_comments && !columns.id) columns.comments.clear();
  scores_alone = options.scores_only && !columns.id && !columns.time &&
                 columns.standings.empty() && columns.reached.empty() &&
                 !columns.silent_if_blank;
}

void BatchReader::State::read_score() {
  row.raw = table.cell(*columns.score, raw);
  // Nearly every cell is one digit or "10".
  if (row.raw.size() == 1 && row.raw[0] >= '0' && row.raw[0] <= '9') {
    row.disposition = Disposition::ok;
    row.score = row.raw[0] - '0';
    return;
  }
  if (row.raw.size() == 2 && row.raw[0] == '1' && row.raw[1] == '0') {
    row.disposition = Disposition::ok;
    row.score = 10;
    return;
  }
  const ParsedScore said = parse_score(row.raw);
  row.disposition = said.disposition;
  row.score = said.score.value_or(0);
}

void BatchReader::State::read_comment() {
  if (columns.comments.empty()) return;
  row.comment = table.cell(columns.comments[0], comment);
  if (columns.comments.size() > 1) {
    joined.clear();
    for (const std::size_t column : columns.comments) {
      const std::string_view text = table.cell(column, comment);
      if (text.empty()) continue;
      if (!joined.empty()) joined += '\n';
      joined += text;
    }
    row.comment = joined;
  }
  if (columns.guarded && row.comment.size() > 1 && row.comment[0] == '\'' &&
      std::strchr("=+-@", row.comment[1]) != nullptr) {
    row.comment.remove_prefix(1);
  }
}

void BatchReader::State::read_time_cell() {
  row.time.reset();
  if (!columns.time) return;
  const std::string_view text = table.cell(*columns.time, scratch);
  if (text.empty()) return;
  if (const auto time = read_time(text, source.date_order)) {
    row.time = time->seconds;
  } else {
    counts.unread_times += !heading::trim(text).empty();
  }
}

void BatchReader::State::read_weight() {
  if (!columns.weight) return;
  const std::string_view text = table.cell(*columns.weight, scratch);
  const std::optional<double> weight = weight_of(text);
  row.weight = weight.value_or(1);
  if (weight) return;
  table.report(Code::unreadable_weight, row.line, {text});
  row.standing = Standing::excluded;
}

// What the format says of the row: the first rule it fails decides.
void BatchReader::State::judge() {
  row.standing = Standing::complete;
  for (std::size_t i = 0; i < columns.standings.size(); ++i) {
    const BatchColumns::Standing& rule = columns.standings[i];
    const std::string_view cell = table.cell(rule.column, scratch);
    Judged& last = judged[i];
    if (cell != last.cell) {
      last.cell = std::string(cell);
      const std::string value = heading::fold(heading::trim(cell));
      last.fails = !value.empty() &&
                   heading::is_one_of(value, rule.values) != rule.values_pass;
    }
    if (last.fails) {
      row.standing = rule.standing;
      break;
    }
  }
  if (columns.silent_if_blank && row.disposition == Disposition::missing &&
      (row.standing == Standing::complete ||
       row.standing == Standing::partial)) {
    row.standing = Standing::not_answered;
  }
  row.reached = row.reached_known = 0;
  for (const BatchColumns::Reached& rule : columns.reached) {
    const std::string_view cell =
        heading::trim(table.cell(rule.column, scratch));
    row.reached_known |= rule.bit;
    if (!cell.empty() && cell != "0") row.reached |= rule.bit;
  }
  if (columns.tells_partial && row.standing <= Standing::partial) {
    row.reached_known |= kStarted | kCompleted;
    row.reached |= kStarted;
    if (row.standing == Standing::complete) row.reached |= kCompleted;
  }
}

void BatchReader::State::read_row() {
  row.line = table.line();
  if (options.comments_only) {
    read_comment();
    if (columns.locale) row.locale = table.cell(*columns.locale, locale);
    return;
  }
  read_score();
  if (scores_alone) return;
  judge();
  read_comment();
  read_time_cell();
  read_weight();
  if (columns.id) row.id = table.cell(*columns.id, id);
  if (columns.respondent) {
    row.respondent = table.cell(*columns.respondent, respondent);
  }
  if (columns.locale) row.locale = table.cell(*columns.locale, locale);
  if (columns.survey) row.survey = table.cell(*columns.survey, survey);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i] = table.cell(columns.by[i], group_texts[i]);
  }
  row.groups = groups;
}

// Walks along with the numbers of rows, which only rise.
bool BatchReader::State::is_left_out(const std::vector<std::int64_t>& numbers,
                                     std::int64_t n) {
  while (next_out < numbers.size() && numbers[next_out] < n) ++next_out;
  return next_out < numbers.size() && numbers[next_out] == n;
}

void BatchReader::State::set_aside(std::int64_t line, Standing standing) {
  ++counts.set_aside_count;
  if (counts.set_aside.size() < kMostSetAside) {
    counts.set_aside.push_back({line, standing});
  }
}

void BatchReader::State::count_duplicate(std::int64_t line) {
  ++counts.duplicates;
  set_aside(line, Standing::complete);
}

// False when another row of the same submission stands for this one.
bool BatchReader::State::stands() {
  if (!options.leave_out.empty()) {
    if (!is_left_out(options.leave_out, number)) return true;
    count_duplicate(row.line);
    return false;
  }
  if (row.id.empty()) return true;
  const std::string_view key = heading::trim(row.id);
  if (options.keep == Keep::all || key.empty() ||
      row.standing > Standing::partial) {
    return true;
  }
  std::uint64_t content = hash_of(row.raw) ^ 3 * hash_of(row.comment);
  for (const std::string_view group : row.groups) {
    content = 5 * content + hash_of(group);
  }
  SeenRow& before = seen.find(hash_of(key));
  const SeenRow now = {before.hash,
                       row.time.value_or(SeenRow::kNoTime),
                       number,
                       static_cast<std::uint32_t>(content >> 32),
                       static_cast<std::uint8_t>(row.standing),
                       static_cast<std::uint8_t>(rank_of(row))};
  if (before.number == 0) {
    before = now;
    return true;
  }
  const bool same = before.content == now.content && before.rank == now.rank &&
                    before.time == now.time;
  if (same || !replaces(options.keep, before.rank, before.when(), now.rank,
                        now.when())) {
    out.push_back(number);
    if (holding()) return true;  // counted when it is passed over
    count_duplicate(row.line);
    return false;
  }
  out.push_back(before.number);
  if (!holding()) {
    unsettled = true;
    --counts.by_standing[before.standing];
    ++counts.duplicates;
    // Its line is listed by the second reading.
    ++counts.set_aside_count;
    counts.set_aside_count -= before.standing != 0;
  }
  before = now;
  return true;
}

const BatchRow* BatchReader::State::give(const BatchRow& one) {
  ++counts.by_standing[static_cast<std::size_t>(one.standing)];
  if (one.standing != Standing::complete) set_aside(one.line, one.standing);
  return &one;
}

const BatchRow* BatchReader::State::next_held() {
  if (next_out == 0) std::sort(out.begin(), out.end());
  std::int64_t n = 0;
  while (const BatchRow* one = held.take(n)) {
    if (!is_left_out(out, n)) return give(*one);
    count_duplicate(one->line);
  }
  return nullptr;
}

BatchReader::BatchReader(BatchOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}
BatchReader::~BatchReader() = default;
BatchReader::BatchReader(BatchReader&&) noexcept = default;
BatchReader& BatchReader::operator=(BatchReader&&) noexcept = default;

std::span<char> BatchReader::room() { return state_->table.room(); }
void BatchReader::fill(std::size_t count) { state_->table.fill(count); }

std::size_t BatchReader::push(std::string_view bytes) {
  const std::span<char> into = room();
  const std::size_t count = std::min(into.size(), bytes.size());
  std::memcpy(into.data(), bytes.data(), count);
  fill(count);
  return count;
}

void BatchReader::finish() {
  state_->finished = true;
  state_->table.finish();
}

const BatchRow* BatchReader::next() {
  State& s = *state_;
  while (s.table.next()) {
    s.choose();
    // Read on: the faults of the rest count too.
    if (!s.usable() || s.stopped) continue;
    if (s.number == s.options.most_rows) {
      s.stopped = true;
      s.table.report(Code::too_many_rows, s.table.line(),
                     {text::whole(s.options.most_rows)});
      continue;
    }
    ++s.number;
    ++s.counts.read;
    s.read_row();
    if (!s.stands()) continue;
    if (s.holding()) {
      s.held.add(s.row, s.number);
      continue;
    }
    return s.give(s.row);
  }
  s.choose();
  return s.holding() && s.finished ? s.next_held() : nullptr;
}

bool BatchReader::ready() const { return state_->chosen; }
bool BatchReader::usable() const { return state_->usable(); }

std::span<const std::vector<std::string>> BatchReader::headings() const {
  const BatchTable& table = state_->table;
  // Of JSON the second row has the last parts of the paths.
  const int rows = table.is_json() ? 1 : table.headings();
  return std::span(table.sample()).first(static_cast<std::size_t>(rows));
}

std::size_t BatchReader::cells() const { return state_->table.cells(); }
std::string_view BatchReader::cell(std::size_t column, std::string& scratch) {
  return state_->table.cell(column, scratch);
}
bool BatchReader::is_quoted(std::size_t column) const {
  return state_->table.is_quoted(column);
}

const BatchSource& BatchReader::source() const {
  State& s = *state_;
  s.source.encoding = s.table.not_utf8() > 0
                          ? "Windows-1252"
                          : encoding_name(s.table.encoding());
  s.source.late_fields = s.table.late_fields();
  return s.source;
}

const BatchCounts& BatchReader::counts() const {
  state_->counts.not_utf8 = state_->table.not_utf8();
  return state_->counts;
}

bool BatchReader::settled() const { return !state_->unsettled; }

std::vector<std::int64_t> BatchReader::to_leave_out() const {
  std::vector<std::int64_t> numbers = state_->out;
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::int64_t BatchReader::bytes_read() const {
  return state_->table.bytes_read();
}

const Faults& BatchReader::faults() {
  if (!state_->choice_faults.empty()) return state_->choice_faults;
  return state_->table.faults();
}

std::int64_t BatchReader::fault_count() const {
  if (!state_->choice_faults.empty()) {
    return static_cast<std::int64_t>(state_->choice_faults.size());
  }
  return state_->table.fault_count();
}

}  // namespace looplet
