#include "database.h"

#include <algorithm>

namespace looplet::collector {

void Statement::check(int code) const {
  if (code == SQLITE_OK) return;
  sqlite3* db = sqlite3_db_handle(statement_.get());
  throw DatabaseError(code & 0xff, sqlite3_errmsg(db));
}

void Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL; an empty text is not NULL.
  const char* data = text.data() != nullptr ? text.data() : "";
  check(sqlite3_bind_text64(statement_.get(), index, data, text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), index, value));
}

void Statement::bind_blob(int index, std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(),
                            SQLITE_TRANSIENT));
}

void Statement::bind_null(int index) {
  check(sqlite3_bind_null(statement_.get(), index));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* db = sqlite3_db_handle(statement_.get());
  DatabaseError error(code & 0xff, sqlite3_errmsg(db));
  reset();
  throw error;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  // The code is that of the step before, which has been thrown already.
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

Database::Database(const std::string& path, Mode mode) {
  const int flags = mode == Mode::write
                        ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                        : SQLITE_OPEN_READONLY;
  sqlite3* db = nullptr;
  // One thread uses a connection at a time: no mutexes are needed inside.
  const int code =
      sqlite3_open_v2(path.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  db_.reset(db);
  if (code != SQLITE_OK) fail(code, "opening");
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, 2000);
  // A file that somebody prepared cannot make us run anything.
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  run("PRAGMA cell_size_check=ON");
  if (mode == Mode::read) return;
  run("PRAGMA journal_mode=WAL");
  run("PRAGMA synchronous=FULL");  // a commit is on the disk
  run("PRAGMA secure_delete=ON");  // what is erased is overwritten
}

void Database::fail(int code, const char* doing) const {
  const char* what = db_ ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code);
  throw DatabaseError(code & 0xff, std::string(doing) + ": " + what);
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, sql);
}

std::int64_t Database::ask(const char* sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

Statement Database::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(
      db_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code, sql);
  return Statement(statement);
}

void Database::limit_pages(std::int64_t pages) {
  // PRAGMA takes no parameters; a number of our own is no input.
  run(("PRAGMA max_page_count=" +
       std::to_string(std::max<std::int64_t>(1, pages)))
          .c_str());
}

std::int64_t Database::changes() const { return sqlite3_changes64(db_.get()); }

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(db_.get()) == 0;
}

bool Database::checkpoint() {
  int log_frames = 0;
  const int code = sqlite3_wal_checkpoint_v2(
      db_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, &log_frames, nullptr);
  if (code == SQLITE_OK) return true;
  if ((code & 0xff) == SQLITE_BUSY) return false;
  fail(code, "checkpoint");
}

}  // namespace looplet::collector
