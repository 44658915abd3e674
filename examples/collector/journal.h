// What the outside may know of the work done: one log line and a few counters
// per request, without anything about the person: no address, no browser, no
// query, nothing of the answer.
//
//   2026-11-22T07:40:00.123Z POST /v1/responses 201 2.1ms 15B
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "time_text.h"
#include "writer.h"

namespace looplet::collector {

struct Exchange {
  std::string_view method;  ///< as sent; what is no method is logged as "-"
  std::string_view route;   ///< the pattern; empty is "-"
  int status = 0;
  double milliseconds = 0;
  std::uint64_t bytes = 0;  ///< of the reply's body
};

/// One line without its end.
std::string log_line(Milliseconds now, const Exchange& exchange);

/// Used by the HTTP thread alone.
class Metrics {
 public:
  void count(const Exchange& exchange);
  /// What the store said of an answer: "stored", "duplicate", ...
  void count_answer(std::string_view outcome);

  /// Prometheus text format, version 0.0.4.
  std::string text(const WriterCounts& writer, std::size_t waiting,
                   std::size_t connections) const;

 private:
  static constexpr std::array<double, 9> kBounds = {1,  2,   5,   10,  20,
                                                    50, 100, 500, 1000};
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_;
  std::map<std::string, std::uint64_t, std::less<>> answers_;
  std::array<std::uint64_t, kBounds.size()> within_{};  // milliseconds
  std::uint64_t exchanges_ = 0;
  double milliseconds_ = 0;
};

}  // namespace looplet::collector
