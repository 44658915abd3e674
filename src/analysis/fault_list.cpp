#include "analysis/fault_list.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "looplet/csv.h"

namespace looplet::csv {

void FaultList::add(Code code, std::int64_t line,
                    std::initializer_list<std::string_view> arguments) {
  ++count_;
  if (faults_.size() >= kMostStoredFaults) return;
  in_order_ &=
      faults_.empty() ||
      std::tuple(lines_.back(), faults_.back().code) <= std::tuple(line, code);
  lines_.push_back(line);
  faults_.push_back(
      make_fault(code, "line " + std::to_string(line), arguments));
}

const Faults& FaultList::sorted() {
  if (in_order_) return faults_;
  std::vector<std::size_t> order(faults_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return std::tuple(lines_[a], faults_[a].code, a) <
           std::tuple(lines_[b], faults_[b].code, b);
  });
  Faults faults;
  std::vector<std::int64_t> lines;
  for (const std::size_t i : order) {
    faults.push_back(std::move(faults_[i]));
    lines.push_back(lines_[i]);
  }
  faults_ = std::move(faults);
  lines_ = std::move(lines);
  in_order_ = true;
  return faults_;
}

}  // namespace looplet::csv
