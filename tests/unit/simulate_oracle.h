// The chances of every way through a survey, by walking the live survey with
// every answer that a mix can give: no table, no draw, nothing of the
// simulator's.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "looplet/simulate.h"
#include "surveys.h"

namespace looplet::oracle {

/// "score > why > end" and the segment after it: its chance.
using Ways = std::map<std::pair<std::string, int>, double>;

class WayFinder {
 public:
  WayFinder(const CompiledSurvey& survey, const Mix& mix)
      : survey_(survey), mix_(mix) {}

  /// Adds the ways of respondents with these traits and this locale.
  void add(const StartOptions& who, double chance, Ways& ways) {
    go(start(survey_, who, arena_), chance, "", -1, ways);
  }

 private:
  using Given = std::pair<Answer, double>;

  void go(const State& state, double chance, const std::string& behind,
          int segment, Ways& ways) {
    if (chance == 0) return;
    const std::string way =
        (behind.empty() ? "" : behind + " > ") + std::string(state.step.id);
    if (state.step.type == StepType::end) {
      ways[{way, segment}] += chance;
      return;
    }
    ways[{way, segment}] += chance * mix_.drop_off;
    for (const auto& [given, share] : answers(state.step)) {
      int after = segment;
      if (state.step.type == StepType::nps &&
          given.kind == Answer::Kind::number) {
        after = given.number <= 6 ? 0 : given.number <= 8 ? 1 : 2;
      }
      const Result<State> next = answer(survey_, state, given, arena_);
      ASSERT_TRUE(next) << surveys::fault_lines(next.faults());
      go(*next, chance * (1 - mix_.drop_off) * share, way, after, ways);
    }
  }

  std::vector<Given> answers(const StepView& step) {
    std::vector<Given> out;
    switch (step.type) {
      case StepType::nps:
        for (std::size_t i = 0; i <= 10; ++i) {
          out.emplace_back(surveys::number(static_cast<double>(i)),
                           mix_.scores[i]);
        }
        break;
      case StepType::rating:
        for (std::int64_t i = 1; i <= step.points; ++i) {
          double weight = 0;
          for (std::int64_t score = 0; score <= 10; ++score) {
            if (score * step.points / 11 == i - 1) {
              weight += mix_.scores[static_cast<std::size_t>(score)];
            }
          }
          out.emplace_back(surveys::number(static_cast<double>(i)), weight);
        }
        break;
      case StepType::choice:
        choices(step, out);
        break;
      case StepType::text:
        out.emplace_back(surveys::word("words"), 1);
        break;
      case StepType::consent:
        out.emplace_back(surveys::truth(false), 1 - mix_.yes);
        out.emplace_back(surveys::truth(true), mix_.yes);
        break;
      case StepType::contact:
        out.emplace_back(surveys::contact({"Ada", "ada@a.org", "1", true}), 1);
        break;
      default:
        out.emplace_back(Answer(), 1);
        break;
    }
    double total = 0;
    for (const Given& one : out) total += one.second;
    double skipped = 0;
    if (step.optional) {
      skipped = mix_.skip;
      if (step.type == StepType::text) skipped = 1 - mix_.text_answered;
      if (step.type == StepType::contact) skipped = 1 - mix_.contact_given;
    }
    for (Given& one : out) one.second *= (1 - skipped) / total;
    if (skipped > 0) out.emplace_back(Answer(), skipped);
    return out;
  }

  void choices(const StepView& step, std::vector<Given>& out) {
    // Drawn as written: every option alike, "other" in its share of all.
    std::vector<std::pair<std::string_view, double>> single;
    for (const OptionView& option : step.options) {
      single.emplace_back(option.id,
                          (step.other ? 1 - mix_.other : 1) /
                              static_cast<double>(step.options.size()));
    }
    if (step.other) single.emplace_back("", mix_.other);
    std::map<std::set<std::string_view>, double> sets;
    pick(single, {}, 1, step.many ? 5 : 1, sets);
    for (const auto& [set, share] : sets) {
      Answer given;
      given.kind = Answer::Kind::options;
      Growing<std::string_view> ids(arena_);
      for (const std::string_view id : set) {
        if (id.empty()) {
          given.kind = Answer::Kind::options_and_other;
          given.text = "my own";
        } else {
          ids.push(id);
        }
      }
      given.options = ids.list();
      out.emplace_back(given, share);
    }
  }

  void pick(const std::vector<std::pair<std::string_view, double>>& single,
            const std::set<std::string_view>& so_far, double chance, int left,
            std::map<std::set<std::string_view>, double>& sets) {
    for (const auto& [id, share] : single) {
      std::set<std::string_view> now = so_far;
      now.insert(id);
      const double here = chance * share;
      if (left == 1) {
        sets[now] += here;
        continue;
      }
      sets[now] += here * (1 - mix_.more);
      pick(single, now, here * mix_.more, left - 1, sets);
    }
  }

  const CompiledSurvey& survey_;
  const Mix& mix_;
  Arena arena_;
};

/// How far counts are from what was expected of them, in standard deviations
/// of a chi-square; cells of fewer than five expected are taken together.
inline double distance(const std::vector<std::pair<double, double>>& cells) {
  double sum = 0;
  double rare_seen = 0;
  double rare_expected = 0;
  int count = 0;
  const auto add = [&](double seen, double expected) {
    sum += (seen - expected) * (seen - expected) / expected;
    ++count;
  };
  for (const auto& [seen, expected] : cells) {
    if (expected >= 5) {
      add(seen, expected);
    } else {
      rare_seen += seen;
      rare_expected += expected;
    }
  }
  if (rare_expected >= 5) add(rare_seen, rare_expected);
  const double freedom = count - 1;
  return (sum - freedom) / __builtin_sqrt(2 * freedom);
}

}  // namespace looplet::oracle
