#include "survey/solver.h"

#include <utility>

namespace looplet {
namespace {

constexpr double kDecay = 1 / 0.95;
constexpr double kMostActive = 1e100;
constexpr std::uint64_t kRestart = 64;  ///< conflicts, times Luby's sequence

/// 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 ...
std::uint64_t luby(std::uint64_t i) {
  std::uint64_t size = 1;
  std::uint64_t power = 1;
  while (size < i + 1) {
    size = 2 * size + 1;
    power *= 2;
  }
  while (size - 1 != i) {
    size = (size - 1) / 2;
    power /= 2;
    i %= size;
  }
  return power;
}

}  // namespace

void Solver::grow(std::uint32_t count) {
  if (count <= value_.size()) return;
  watches_.resize(std::size_t{count} * 2);
  value_.resize(count, -1);
  model_.resize(count, 0);
  last_.resize(count, 0);
  reason_.resize(count, kNone);
  level_.resize(count, 0);
  activity_.resize(count, 0);
  used_.resize(count, 0);
  seen_.resize(count, 0);
  heap_place_.resize(count, kNone);
}

void Solver::use(std::uint32_t variable) {
  if (used_[variable] != 0) return;
  used_[variable] = 1;
  heap_add(variable);
}

std::uint32_t Solver::store(const std::vector<Literal>& clause) {
  const auto place = static_cast<std::uint32_t>(clauses_.size());
  clauses_.push_back(static_cast<std::uint32_t>(clause.size()));
  clauses_.insert(clauses_.end(), clause.begin(), clause.end());
  watches_[clause[0] ^ 1u].push_back({place, clause[1]});
  watches_[clause[1] ^ 1u].push_back({place, clause[0]});
  return place;
}

void Solver::add(const std::vector<Literal>& clause) {
  take_back(0);
  std::vector<Literal> open;
  for (const Literal literal : clause) {
    if (now(literal) == 1) return;
    if (now(literal) < 0) open.push_back(literal);
  }
  if (open.empty()) {
    never_ = true;
  } else if (open.size() == 1) {
    set(open[0], kNone);
  } else {
    store(open);
  }
}

void Solver::set(Literal literal, std::uint32_t reason) {
  const std::uint32_t variable = literal >> 1;
  value_[variable] = static_cast<std::int8_t>((literal & 1u) == 0);
  reason_[variable] = reason;
  level_[variable] = static_cast<std::uint32_t>(level());
  trail_.push_back(literal);
}

/// Sets what follows from the trail; the clause that cannot hold, or kNone.
std::uint32_t Solver::follow(std::uint64_t& work) {
  while (followed_ < trail_.size()) {
    const Literal literal = trail_[followed_++];
    std::vector<Watch>& watches = watches_[literal];
    std::size_t kept = 0;
    work -= work < watches.size() ? work : watches.size();
    for (std::size_t i = 0; i < watches.size(); ++i) {
      const Watch watch = watches[i];
      if (now(watch.other) == 1) {
        watches[kept++] = watch;
        continue;
      }
      std::uint32_t* const literals = &clauses_[watch.clause + 1];
      const std::uint32_t size = clauses_[watch.clause];
      const Literal gone = literal ^ 1u;
      if (literals[0] == gone) std::swap(literals[0], literals[1]);
      if (now(literals[0]) == 1) {
        watches[kept++] = {watch.clause, literals[0]};
        continue;
      }
      std::uint32_t k = 2;
      while (k < size && now(literals[k]) == 0) ++k;
      if (k < size) {
        std::swap(literals[1], literals[k]);
        watches_[literals[1] ^ 1u].push_back({watch.clause, literals[0]});
        continue;
      }
      watches[kept++] = {watch.clause, literals[0]};
      if (now(literals[0]) == 0) {
        while (++i < watches.size()) watches[kept++] = watches[i];
        watches.resize(kept);
        followed_ = trail_.size();
        return watch.clause;
      }
      set(literals[0], watch.clause);
    }
    watches.resize(kept);
  }
  return kNone;
}

bool Solver::is_implied(Literal literal) const {
  const std::uint32_t reason = reason_[literal >> 1];
  if (reason == kNone) return false;
  for (std::uint32_t i = 1; i <= clauses_[reason]; ++i) {
    const std::uint32_t variable = clauses_[reason + i] >> 1;
    if (variable != literal >> 1 && seen_[variable] == 0 &&
        level_[variable] > 0) {
      return false;
    }
  }
  return true;
}

/// The first unique implication point's clause in `learnt_`.
void Solver::learn(std::uint32_t conflict, std::size_t& back_to) {
  learnt_.assign(1, 0);
  std::size_t open = 0;
  std::size_t at = trail_.size();
  Literal found = kNone;
  std::uint32_t clause = conflict;
  do {
    for (std::uint32_t i = 1; i <= clauses_[clause]; ++i) {
      const Literal literal = clauses_[clause + i];
      const std::uint32_t variable = literal >> 1;
      if (literal == found || seen_[variable] != 0 || level_[variable] == 0) {
        continue;
      }
      seen_[variable] = 1;
      bump(variable);
      if (level_[variable] == level()) {
        ++open;
      } else {
        learnt_.push_back(literal);
      }
    }
    while (seen_[trail_[--at] >> 1] == 0) {
    }
    found = trail_[at];
    clause = reason_[found >> 1];
    seen_[found >> 1] = 0;
    --open;
  } while (open > 0);
  learnt_[0] = found ^ 1u;
  const std::vector<Literal> all = learnt_;
  std::size_t kept = 1;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (!is_implied(all[i])) learnt_[kept++] = all[i];
  }
  learnt_.resize(kept);
  for (const Literal literal : all) seen_[literal >> 1] = 0;
  back_to = 0;
  for (std::size_t i = 1; i < learnt_.size(); ++i) {
    if (level_[learnt_[i] >> 1] > back_to) {
      back_to = level_[learnt_[i] >> 1];
      std::swap(learnt_[1], learnt_[i]);
    }
  }
}

void Solver::take_back(std::size_t to) {
  if (level() <= to) return;
  while (trail_.size() > starts_[to]) {
    const std::uint32_t variable = trail_.back() >> 1;
    last_[variable] = value_[variable];
    value_[variable] = -1;
    reason_[variable] = kNone;
    if (used_[variable] != 0) heap_add(variable);
    trail_.pop_back();
  }
  starts_.resize(to);
  followed_ = trail_.size();
}

Solver::Answer Solver::solve(Literal wanted, std::uint64_t& work) {
  take_back(0);
  std::uint64_t restarts = 0;
  std::uint64_t conflicts = 0;
  while (!never_) {
    const std::uint32_t conflict = follow(work);
    if (conflict != kNone) {
      if (level() == 0) {
        never_ = true;
        break;
      }
      std::size_t back_to = 0;
      learn(conflict, back_to);
      take_back(back_to);
      if (learnt_.size() == 1) {
        set(learnt_[0], kNone);
      } else {
        set(learnt_[0], store(learnt_));
      }
      step_ *= kDecay;
      ++conflicts;
      continue;
    }
    if (work == 0) {
      take_back(0);
      return Answer::unknown;
    }
    if (conflicts >= kRestart * luby(restarts)) {
      conflicts = 0;
      ++restarts;
      take_back(0);
      continue;
    }
    Literal next = wanted;
    if (level() == 0) {
      if (now(wanted) == 0) return Answer::no;
    } else {
      std::uint32_t variable = kNone;
      do {
        variable = heap_take();
      } while (variable != kNone && value_[variable] >= 0);
      if (variable == kNone) {
        for (std::size_t i = 0; i < value_.size(); ++i) {
          model_[i] = static_cast<std::int8_t>(value_[i] == 1);
        }
        take_back(0);
        return Answer::yes;
      }
      next = variable * 2 + (last_[variable] == 1 ? 0u : 1u);
    }
    starts_.push_back(trail_.size());
    if (now(next) < 0) set(next, kNone);
  }
  return Answer::no;
}

void Solver::bump(std::uint32_t variable) {
  activity_[variable] += step_;
  if (activity_[variable] > kMostActive) {
    for (double& activity : activity_) activity /= kMostActive;
    step_ /= kMostActive;
  }
  if (heap_place_[variable] != kNone) heap_up(heap_place_[variable]);
}

void Solver::heap_add(std::uint32_t variable) {
  if (heap_place_[variable] != kNone) return;
  heap_place_[variable] = static_cast<std::uint32_t>(heap_.size());
  heap_.push_back(variable);
  heap_up(heap_.size() - 1);
}

void Solver::heap_up(std::size_t i) {
  const std::uint32_t variable = heap_[i];
  while (i > 0) {
    const std::size_t above = (i - 1) / 2;
    if (activity_[heap_[above]] >= activity_[variable]) break;
    heap_[i] = heap_[above];
    heap_place_[heap_[i]] = static_cast<std::uint32_t>(i);
    i = above;
  }
  heap_[i] = variable;
  heap_place_[variable] = static_cast<std::uint32_t>(i);
}

void Solver::heap_down(std::size_t i) {
  const std::uint32_t variable = heap_[i];
  while (2 * i + 1 < heap_.size()) {
    std::size_t below = 2 * i + 1;
    if (below + 1 < heap_.size() &&
        activity_[heap_[below + 1]] > activity_[heap_[below]]) {
      ++below;
    }
    if (activity_[heap_[below]] <= activity_[variable]) break;
    heap_[i] = heap_[below];
    heap_place_[heap_[i]] = static_cast<std::uint32_t>(i);
    i = below;
  }
  heap_[i] = variable;
  heap_place_[variable] = static_cast<std::uint32_t>(i);
}

std::uint32_t Solver::heap_take() {
  if (heap_.empty()) return kNone;
  const std::uint32_t first = heap_[0];
  heap_place_[first] = kNone;
  const std::uint32_t last = heap_.back();
  heap_.pop_back();
  if (!heap_.empty()) {
    heap_[0] = last;
    heap_down(0);
  }
  return first;
}

}  // namespace looplet
