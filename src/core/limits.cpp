#include "core/limits.h"

#include <string>

#include "core/number_text.h"
#include "looplet/estimate.h"

namespace looplet {

void check_range(double value, double low, double high, std::string_view where,
                 Faults& faults) {
  if (value >= low && value <= high) return;
  faults.push_back(
      make_fault(Code::out_of_range, where,
                 {number_text(value), number_text(low), number_text(high)}));
}

void check_between(double value, double low, double high,
                   std::string_view where, Faults& faults) {
  if (value > low && value < high) return;
  faults.push_back(
      make_fault(Code::not_between, where,
                 {number_text(value), number_text(low), number_text(high)}));
}

void check_whole_range(std::int64_t value, std::int64_t low, std::int64_t high,
                       std::string_view where, Faults& faults) {
  if (value >= low && value <= high) return;
  faults.push_back(make_fault(
      Code::out_of_range, where,
      {std::to_string(value), std::to_string(low), std::to_string(high)}));
}

void check_counts(const Counts& counts, std::string_view where,
                  Faults& faults) {
  const std::string path(where);
  check_whole_range(counts.promoters, 0, kLargestCount, path + "/promoters",
                    faults);
  check_whole_range(counts.passives, 0, kLargestCount, path + "/passives",
                    faults);
  check_whole_range(counts.detractors, 0, kLargestCount, path + "/detractors",
                    faults);
}

void check_population(std::int64_t population, std::int64_t n, Faults& faults) {
  if (population < 1 || population > kLargestCount) {
    check_whole_range(population, 1, kLargestCount, "/population", faults);
  } else if (population < n) {
    faults.push_back(
        make_fault(Code::population_too_small, "/population",
                   {std::to_string(population), std::to_string(n)}));
  }
}

}  // namespace looplet
