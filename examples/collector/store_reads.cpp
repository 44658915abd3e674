// Counting and handing out rows. Every walk ends its statement before it
// returns, so that no reader keeps the write-ahead log from being emptied.
#include <nlohmann/json.hpp>

#include "store.h"

namespace looplet::collector {
namespace {

// ?1 to ?4: survey, segment, since, until; an empty text does not restrict.
#define LOOPLET_WHERE                                           \
  "(?1 = '' OR survey = ?1) AND (?2 = '' OR segment = ?2) AND " \
  "(?3 = '' OR received_at >= ?3) AND (?4 = '' OR received_at < ?4)"

void bind_filter(Statement& statement, const Filter& filter) {
  statement.bind(1, filter.survey);
  statement.bind(2, filter.segment);
  statement.bind(3, filter.since);
  statement.bind(4, filter.until);
}

std::optional<int> small_integer(const Statement& statement, int column) {
  if (statement.is_null(column)) return std::nullopt;
  return static_cast<int>(statement.integer(column));
}

// Columns 1 to 3 of a grouped query.
Counts counts_of(const Statement& statement) {
  return {.promoters = statement.integer(3),
          .passives = statement.integer(2),
          .detractors = statement.integer(1)};
}

}  // namespace

Tally Store::tally(std::string_view survey) {
  Statement& query = statement(
      "SELECT score, count(*) FROM responses "
      "WHERE survey=?1 AND score IS NOT NULL GROUP BY score");
  Reset reset(query);
  query.bind(1, survey);
  Tally tally;
  while (query.step()) {
    tally.count.at(static_cast<std::size_t>(query.integer(0))) =
        query.integer(1);
  }
  return tally;
}

Summary Store::summary(std::string_view survey) {
  // One transaction, so that the parts speak of the same rows.
  database_.run("BEGIN");
  Summary out;
  try {
    out.tally = tally(survey);
    Statement& missing = statement(
        "SELECT count(*) FILTER (WHERE score IS NULL), "
        "count(*) FILTER (WHERE complete=0) FROM responses WHERE survey=?1");
    missing.bind(1, survey);
    if (missing.step()) {
      out.missing = missing.integer(0);
      out.partial = missing.integer(1);
    }
    missing.reset();
    Statement& days = statement(
        "SELECT substr(answered_at,1,10) AS day, "
        "sum(score<=6), sum(score BETWEEN 7 AND 8), sum(score>=9) "
        "FROM responses WHERE survey=?1 AND score IS NOT NULL GROUP BY day");
    days.bind(1, survey);
    while (days.step()) {
      out.days[std::string(days.text(0))].merge(counts_of(days));
    }
    days.reset();
    Statement& themes = statement(
        "SELECT themes, sum(score<=6), sum(score BETWEEN 7 AND 8), "
        "sum(score>=9) FROM responses WHERE survey=?1 AND score IS NOT NULL "
        "AND themes<>'[]' GROUP BY themes");
    themes.bind(1, survey);
    while (themes.step()) {
      const nlohmann::json list =
          nlohmann::json::parse(themes.text(0), nullptr, false);
      if (!list.is_array()) continue;
      for (const nlohmann::json& theme : list) {
        if (!theme.is_string()) continue;
        out.themes[theme.get_ref<const std::string&>()].merge(
            counts_of(themes));
      }
    }
    themes.reset();
  } catch (...) {
    rollback();
    throw;
  }
  database_.run("COMMIT");
  return out;
}

std::int64_t Store::rows(const Filter& filter, std::int64_t after, int limit,
                         const std::function<void(const Row&)>& take) {
  Statement& query = statement(
      "SELECT number, id, survey, revision, locale, score, segment, themes, "
      "sentiment, complete, answered_at, received_at, page, record "
      "FROM responses WHERE " LOOPLET_WHERE
      " AND number > ?5 ORDER BY number LIMIT ?6");
  Reset reset(query);
  bind_filter(query, filter);
  query.bind(5, after);
  query.bind(6, std::int64_t{limit});
  while (query.step()) {
    Row row;
    row.number = after = query.integer(0);
    row.id = query.text(1);
    row.survey = query.text(2);
    row.revision = query.integer(3);
    row.locale = query.text(4);
    row.score = small_integer(query, 5);
    row.segment = query.text(6);
    row.themes = query.text(7);
    row.sentiment = small_integer(query, 8);
    row.complete = query.integer(9) != 0;
    row.answered_at = query.text(10);
    row.received_at = query.text(11);
    row.page = query.text(12);
    row.record = query.text(13);
    take(row);
  }
  return after;
}

std::vector<std::string> Store::steps(const Filter& filter) {
  Statement& query = statement(
      "SELECT json_extract(each.value,'$.step') AS step "
      "FROM responses, json_each(responses.record,'$.answers') AS each "
      "WHERE " LOOPLET_WHERE
      " AND step IS NOT NULL GROUP BY step ORDER BY min(number), min(each.id)");
  Reset reset(query);
  bind_filter(query, filter);
  std::vector<std::string> steps;
  while (query.step()) steps.emplace_back(query.text(0));
  return steps;
}

std::int64_t Store::count() {
  return database_.ask("SELECT count(*) FROM responses");
}

}  // namespace looplet::collector
