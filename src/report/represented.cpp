#include "report/represented.h"

#include <algorithm>
#include <array>

#include "core/chi_square.h"
#include "core/number_text.h"
#include "text/number.h"

namespace looplet::report {
namespace {

double sum_of(const std::array<double, 3>& parts) {
  return parts[0] + parts[1] + parts[2];
}

/// As part of a JSON Pointer.
std::string escaped(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

double sum_of_shares(const PopulationMix& mix) {
  double sum = 0;
  for (const PopulationMix::Part& part : mix.parts) sum += part.share;
  return sum;
}

}  // namespace

void check_mix(const PopulationMix& mix, const std::vector<std::string>& by,
               Faults& faults) {
  if (std::find(by.begin(), by.end(), mix.by) == by.end()) {
    std::string known;
    for (const std::string& name : by) {
      known += (known.empty() ? "" : ", ") + name;
    }
    faults.push_back(make_fault(Code::not_one_of, "/mix/by", {mix.by, known}));
  }
  if (mix.parts.empty()) {
    faults.push_back(make_fault(Code::too_few, "/mix/shares", {"0", "1"}));
  }
  if (mix.parts.size() > kMostMixParts) {
    faults.push_back(
        make_fault(Code::too_many, "/mix/shares",
                   {text::whole(static_cast<std::int64_t>(mix.parts.size())),
                    text::whole(kMostMixParts)}));
  }
  for (const PopulationMix::Part& part : mix.parts) {
    if (is_weight(part.share)) continue;
    faults.push_back(
        make_fault(Code::not_a_weight, "/mix/shares/" + escaped(part.name),
                   {number_text(part.share), number_text(kSmallestWeight),
                    number_text(kLargestWeight)}));
  }
}

void MixTally::add(const PopulationMix& mix, std::string_view name,
                   Segment segment, double weight) {
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    // Rows of one group often stand together.
    const std::size_t at = i == 0 ? last_ : i - (i <= last_ ? 1 : 0);
    if (mix.parts[at].name != name) continue;
    last_ = at;
    tallies_[at].add(segment, weight);
    return;
  }
  outside_.add(segment);
}

void MixTally::merge(const MixTally& other) {
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    tallies_[i].merge(other.tallies_[i]);
  }
  outside_.merge(other.outside_);
}

Representation MixTally::representation(const PopulationMix& mix,
                                        const EstimateOptions& options,
                                        const Estimate& all) const {
  Representation shown;
  shown.by = mix.by;
  shown.outside = outside_;
  const double whole = sum_of_shares(mix);
  Counts inside;
  double weight = 0;  // of all answers inside
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const Counts& counts = tallies_[i].counts();
    inside.merge(counts);
    if (counts.total() == 0) continue;
    shown.covered += mix.parts[i].share / whole;
    weight += sum_of(tallies_[i].by_weight().weights());
  }
  const auto n = static_cast<double>(inside.total());
  std::array<double, 3> weights{};
  std::array<double, 3> squares{};
  double chi_square = 0;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    RepresentedGroup& group = shown.groups.emplace_back();
    group.name = mix.parts[i].name;
    group.counts = tallies_[i].counts();
    group.population_share = mix.parts[i].share / whole;
    if (inside.total() == 0) continue;
    const auto answers = static_cast<double>(group.counts.total());
    group.answer_share = answers / n;
    const double expected = n * group.population_share;
    chi_square += (answers - expected) * (answers - expected) / expected;
    if (group.counts.total() == 0) continue;
    const WeightedTally tally = tallies_[i].by_weight();
    const std::array<double, 3> own = tally.weights();
    group.nps = 100 * ((own[0] - own[2]) / sum_of(own));
    const double times =
        group.population_share / shown.covered * (weight / sum_of(own));
    for (std::size_t k = 0; k < 3; ++k) {
      weights[k] += times * own[k];
      squares[k] += times * times * tally.squares()[k];
    }
  }
  if (inside.total() > 0 && tallies_.size() > 1) {
    shown.chi_square = chi_square;
    shown.df = static_cast<std::int64_t>(tallies_.size()) - 1;
    shown.p = chi_square_upper(chi_square, shown.df);
  }
  // Shares are no whole numbers of people, so nothing is exact.
  const auto made = looplet::estimate(
      WeightedTally(inside, weights, squares, false), options);
  if (made) shown.estimate = *made;
  if (shown.estimate.nps && all.nps) {
    shown.moved = *shown.estimate.nps - *all.nps;
  }
  return shown;
}

}  // namespace looplet::report
