// The answers in SQLite: one row each, with columns a person can query.
//
//   SELECT segment, count(*) FROM responses GROUP BY segment;
//
// A Store belongs to one thread. Writing methods are called between begin()
// and commit(); all throw DatabaseError.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database.h"
#include "engine.h"
#include "looplet/score.h"

namespace looplet::collector {

enum class Outcome {
  stored,      ///< a new row
  replaced,    ///< a later part took the place of an earlier one
  duplicate,   ///< the same content is there already
  superseded,  ///< a part that came after a later one; nothing changed
  conflict,    ///< the id is there with other content; nothing changed
  erased,      ///< the id was erased; nothing is stored
};

/// How long an erased id is remembered, longer than a browser keeps trying.
constexpr Milliseconds kTombstoneLife = 60 * kDay;

/// Which rows an export holds; empty members do not restrict.
struct Filter {
  std::string survey = {};
  std::string segment = {};
  std::string since = {};  ///< received at or after (24 characters, UTC)
  std::string until = {};  ///< received before
};

/// One row, valid during the call that hands it out.
struct Row {
  std::int64_t number;  ///< grows with arrival; where to go on from
  std::string_view id, survey, locale, segment, themes;
  std::int64_t revision;
  std::optional<int> score, sentiment;
  bool complete;
  std::string_view answered_at, received_at, page, record;
};

/// Counts of one survey for its report.
struct Summary {
  Tally tally;
  std::int64_t missing = 0;  ///< rows without a score
  std::int64_t partial = 0;  ///< rows of people still answering, or gone
  std::map<std::string, Counts, std::less<>> themes;
  std::map<std::string, Counts, std::less<>> days;  ///< by answered_at, UTC
};

class Store {
 public:
  struct Options {
    Database::Mode mode = Database::Mode::write;
    std::int64_t max_bytes = 0;  ///< 0 is as much as the disk takes
  };

  Store(const std::string& path, Options options);

  void begin();
  void commit();
  void rollback();

  Outcome insert(const Record& record, Milliseconds received);
  /// True when there was such a row. The id stays behind as a digest, so that
  /// a late attempt to send cannot bring the answer back.
  bool erase(std::string_view id, Milliseconds now);
  /// Erases at most `limit` rows received before `before`, and tombstones that
  /// have served their time at `now`; how many rows went.
  std::int64_t expire(Milliseconds before, Milliseconds now, int limit);
  /// Makes erased bytes leave the write-ahead log too; false when a reader is
  /// in the way: ask again.
  bool checkpoint() { return database_.checkpoint(); }

  Tally tally(std::string_view survey);
  Summary summary(std::string_view survey);
  /// Hands out up to `limit` rows after row `after`, in order of arrival; the
  /// number of the last, or `after` when there is none.
  std::int64_t rows(const Filter& filter, std::int64_t after, int limit,
                    const std::function<void(const Row&)>& take);
  /// Ids of the steps answered in those rows, in order of first appearance.
  std::vector<std::string> steps(const Filter& filter);
  std::int64_t count();

 private:
  void bind_row(Statement& statement, const Record& record,
                Milliseconds received);
  /// The statement of that SQL text, prepared at its first use.
  Statement& statement(const char* sql);

  Database database_;
  std::map<std::string_view, Statement> statements_;  // keys are literals
};

}  // namespace looplet::collector
