#include "store.h"

#include <nlohmann/json.hpp>

namespace looplet::collector {
namespace {

constexpr int kSchemaVersion = 1;
constexpr std::int64_t kPageBytes = 4096;

// Row numbers are `number`, so that they survive VACUUM.
constexpr const char* kSchema = R"sql(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS responses(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  survey TEXT NOT NULL,
  revision INTEGER NOT NULL,
  locale TEXT NOT NULL,
  score INTEGER CHECK(score BETWEEN 0 AND 10),
  segment TEXT CHECK(segment IN ('detractor','passive','promoter')),
  themes TEXT NOT NULL,
  sentiment INTEGER CHECK(sentiment BETWEEN -1 AND 1),
  complete INTEGER NOT NULL CHECK(complete IN (0,1)),
  seq INTEGER NOT NULL,
  answered_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  page TEXT,
  content_hash BLOB NOT NULL CHECK(length(content_hash)=32),
  record TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS responses_by_score
  ON responses(survey, score, complete);
CREATE INDEX IF NOT EXISTS responses_by_arrival ON responses(received_at);
CREATE TABLE IF NOT EXISTS erased(
  id_hash BLOB PRIMARY KEY,
  erased_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version=1;
COMMIT;
)sql";

std::string themes_json(const std::vector<std::string>& themes) {
  return nlohmann::json(themes).dump(-1, ' ', false,
                                     nlohmann::json::error_handler_t::replace);
}

}  // namespace

Store::Store(const std::string& path, Options options)
    : database_(path, options.mode) {
  const std::int64_t version = database_.ask("PRAGMA user_version");
  if (version > kSchemaVersion) {
    throw DatabaseError(SQLITE_MISMATCH,
                        "the file was written by a newer version");
  }
  if (options.mode == Database::Mode::read) return;
  database_.run(kSchema);
  if (options.max_bytes > 0) {
    database_.limit_pages(options.max_bytes / kPageBytes);
  }
}

Statement& Store::statement(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    found = statements_.emplace(sql, database_.prepare(sql)).first;
  }
  return found->second;
}

void Store::begin() { statement("BEGIN IMMEDIATE").run(); }

void Store::commit() { statement("COMMIT").run(); }

void Store::rollback() {
  // After SQLITE_FULL and its like SQLite may have done it already.
  if (database_.in_transaction()) database_.run("ROLLBACK");
}

void Store::bind_row(Statement& row, const Record& record,
                     Milliseconds received) {
  row.bind(1, record.id);
  row.bind(2, record.survey);
  row.bind(3, record.revision);
  row.bind(4, record.locale);
  if (record.score) row.bind(5, std::int64_t{*record.score});
  if (!record.segment.empty()) row.bind(6, record.segment);
  row.bind(7, themes_json(record.themes));
  if (record.sentiment) row.bind(8, std::int64_t{*record.sentiment});
  row.bind(9, std::int64_t{record.complete});
  row.bind(10, record.seq);
  row.bind(
      11, rfc3339(answered_at(received, record.client_time, record.sent_time)));
  row.bind(12, rfc3339(received));
  if (!record.page.empty()) row.bind(13, record.page);
  row.bind_blob(14, as_bytes(record.content));
  row.bind(15, record.json);
}

Outcome Store::insert(const Record& record, Milliseconds received) {
  {
    Statement& erased = statement("SELECT 1 FROM erased WHERE id_hash=?1");
    Reset reset(erased);
    erased.bind_blob(1, as_bytes(sha256(record.id)));
    if (erased.step()) return Outcome::erased;
  }
  {
    Statement& find = statement(
        "SELECT content_hash, seq, complete, survey FROM responses "
        "WHERE id=?1");
    Reset reset(find);
    find.bind(1, record.id);
    if (find.step()) {
      if (find.text(0) == as_bytes(record.content)) return Outcome::duplicate;
      const bool open = find.integer(2) == 0;
      const std::int64_t seq = find.integer(1);
      if (find.text(3) != record.survey) return Outcome::conflict;
      // Parts may overtake each other on the way.
      if (!record.complete && record.seq < seq) return Outcome::superseded;
      if (!open || record.seq <= seq) return Outcome::conflict;
      find.reset();
      Statement& update = statement(
          "UPDATE responses SET survey=?2, revision=?3, locale=?4, score=?5, "
          "segment=?6, themes=?7, sentiment=?8, complete=?9, seq=?10, "
          "answered_at=?11, received_at=?12, page=?13, content_hash=?14, "
          "record=?15 WHERE id=?1");
      Reset reset_update(update);
      bind_row(update, record, received);
      update.step();
      return Outcome::replaced;
    }
  }
  Statement& insert = statement(
      "INSERT INTO responses(id, survey, revision, locale, score, segment, "
      "themes, sentiment, complete, seq, answered_at, received_at, page, "
      "content_hash, record) "
      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)");
  Reset reset(insert);
  bind_row(insert, record, received);
  insert.step();
  return Outcome::stored;
}

bool Store::erase(std::string_view id, Milliseconds now) {
  Statement& erase = statement("DELETE FROM responses WHERE id=?1");
  erase.bind(1, id);
  erase.run();
  const bool found = database_.changes() > 0;
  // Also for an id not seen yet: it may still be on its way.
  Statement& tombstone = statement(
      "INSERT INTO erased(id_hash, erased_at) VALUES(?1, ?2) "
      "ON CONFLICT DO NOTHING");
  tombstone.bind_blob(1, as_bytes(sha256(id)));
  tombstone.bind(2, rfc3339(now));
  tombstone.run();
  return found;
}

std::int64_t Store::expire(Milliseconds before, Milliseconds now, int limit) {
  Statement& expire = statement(
      "DELETE FROM responses WHERE number IN (SELECT number FROM responses "
      "WHERE received_at < ?1 ORDER BY received_at LIMIT ?2)");
  expire.bind(1, rfc3339(before));
  expire.bind(2, std::int64_t{limit});
  expire.run();
  const std::int64_t gone = database_.changes();
  Statement& tombstones = statement("DELETE FROM erased WHERE erased_at < ?1");
  tombstones.bind(1, rfc3339(now - kTombstoneLife));
  tombstones.run();
  return gone;
}

}  // namespace looplet::collector
