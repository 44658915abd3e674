// SQLite by its C API: one connection, and statements prepared once.
//
//   Statement find = database.prepare("SELECT seq FROM responses WHERE id=?1");
//   find.bind(1, id);
//   if (find.step()) use(find.integer(0));
//   find.reset();
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace looplet::collector {

/// What SQLite refused, with its primary result code.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& what)
      : std::runtime_error(what), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

/// A prepared statement. Values are bound with their length and never become
/// part of the SQL.
class Statement {
 public:
  void bind(int index, std::string_view text);
  void bind(int index, std::int64_t value);
  void bind_blob(int index, std::string_view bytes);
  void bind_null(int index);

  /// True while there is a row; throws DatabaseError.
  bool step();
  /// Steps to the end and resets: for statements that return nothing.
  void run();
  /// Gives the read transaction back and forgets what was bound.
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  /// Valid until the next step or reset.
  std::string_view text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  void check(int code) const;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Resets a statement at the end of a block, whichever way it is left.
class Reset {
 public:
  explicit Reset(Statement& statement) : statement_(statement) {}
  ~Reset() { statement_.reset(); }
  Reset(const Reset&) = delete;
  Reset& operator=(const Reset&) = delete;

 private:
  Statement& statement_;
};

class Database {
 public:
  enum class Mode { write, read };

  /// Opens (and in write mode creates) the file; throws DatabaseError.
  Database(const std::string& path, Mode mode);

  /// Runs SQL that is written out in the source: never anything made of input.
  void run(const char* sql);
  /// The same; the integer in the first column of the first row, or 0.
  std::int64_t ask(const char* sql);
  Statement prepare(const char* sql);

  /// From here on SQLITE_FULL when the file would have more pages (at least
  /// one).
  void limit_pages(std::int64_t pages);

  /// Rows the last statement changed.
  std::int64_t changes() const;
  /// False after SQLite itself rolled a transaction back.
  bool in_transaction() const;
  /// Empties the write-ahead log into the file; false when a reader is in the
  /// way.
  bool checkpoint();

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  [[noreturn]] void fail(int code, const char* doing) const;
  std::unique_ptr<sqlite3, Close> db_;
};

}  // namespace looplet::collector
