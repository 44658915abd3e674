// How the writer feels: weights of words and phrases, turned round by
// negation, raised and lowered by their neighbours, summed clause by clause.
//
// After VADER (Hutto and Gilbert 2014, "VADER: A Parsimonious Rule-based Model
// for Sentiment Analysis of Social Media Text", ICWSM): its scale of weights,
// -0.74 for a negated one, 0.5 and 1.5 around a "but", and
// s / sqrt(s^2 + 15) for the sum. The rest is for customers, who state
// complaints as facts: "nobody called back" says no feeling word, so a negation
// that turns nothing round counts as a complaint itself.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

constexpr float kNegated = -0.74F;
constexpr float kBeforeContrast = 0.5F;
constexpr float kAfterContrast = 1.5F;
constexpr float kBoosted = 1.3F;
constexpr float kDampened = 0.6F;
constexpr float kBareNegation = -1.0F;
constexpr std::uint32_t kReach = 5;  // words from a negator
constexpr std::uint32_t kBoosterReach = 2;
constexpr double kNormal = 15;
// Less than this is no feeling; tuned on the development half of
// tests/vectors/comments.
constexpr double kFeelingFrom = 0.5;
// Praise and complaint are in balance when the smaller is at least so much of
// the larger.
constexpr double kBalanced = 0.7;
constexpr float kAboutFrom = 0.3F;
constexpr std::ptrdiff_t kFewFeelings = 16;

bool has_weight(Role role) {
  return role == Role::bad || role == Role::good || role == Role::tone;
}

bool is_negator(Role role) {
  return role == Role::negator || role == Role::trailing;
}

bool says_something(Role role) {
  return role != Role::about && role != Role::hint && role != Role::except;
}

/// The longest first, and of equal ones a theme's own.
bool goes_before(const Feeling& a, const Feeling& b) {
  const std::uint32_t a_words = a.last - a.first;
  const std::uint32_t b_words = b.last - b.first;
  if (a_words != b_words) return a_words > b_words;
  return a.first != b.first ? a.first < b.first : a.role < b.role;
}

/// A stable sort that takes no memory for the usual two or three.
template <class Before>
void sort_feelings(Feeling* begin, Feeling* end, Before&& before) {
  if (end - begin > kFewFeelings) {
    std::stable_sort(begin, end, before);
    return;
  }
  for (Feeling* next = begin + 1; next < end; ++next) {
    const Feeling one = *next;
    Feeling* at = next;
    for (; at != begin && before(one, at[-1]); --at) *at = at[-1];
    *at = one;
  }
}

/// Of feelings that overlap, one by one or through others, leaves those that
/// go before the rest and overlap none that is left; behind the last of them.
Feeling* drop_overlapping(Feeling* begin, Feeling* end,
                          std::vector<std::uint8_t>& taken) {
  sort_feelings(begin, end, goes_before);
  Feeling* kept = begin;
  for (const Feeling* one = begin; one != end; ++one) {
    auto* first = taken.data() + one->first;
    auto* behind = taken.data() + one->last + 1;
    if (std::find(first, behind, 1) != behind) continue;
    std::fill(first, behind, 1);
    *kept++ = *one;
  }
  sort_feelings(begin, kept, [](const Feeling& a, const Feeling& b) {
    return a.first < b.first;
  });
  return kept;
}

/// The matches that say something, none overlapping another, in order. False
/// when none of them weighs anything.
bool choose_feelings(const Rulebook& book, Workspace& space) {
  space.feelings.clear();
  bool weighs = false;
  bool overlap = false;
  std::uint32_t end = 0;  // behind the farthest
  for (const Match match : space.matches) {
    const Role role = match.role();
    if (!says_something(role)) continue;
    const Phrase& phrase = book.phrases[match.phrase()];
    // Complaints with a gap expect one there: "waited ... no answer".
    const bool turned = match.negated() && role == Role::good;
    space.feelings.push_back({match.first(), match.last(),
                              turned ? phrase.weight * kNegated : phrase.weight,
                              role, phrase.theme});
    weighs = weighs || has_weight(role) || is_negator(role);
    overlap = overlap || match.first() < end;
    end = std::max(end, match.last() + 1);
    if ((space.negates & phrase.languages) == 0) continue;
    for (std::uint32_t i = match.first(); i <= match.last(); ++i) {
      const Entry& entry = book.entries[space.entries[i]];
      space.feelings.back().closed = space.feelings.back().closed ||
                                     (entry.negates & phrase.languages) != 0;
    }
  }
  if (!weighs || !overlap) return weighs;
  space.taken.assign(space.count, 0);
  Feeling* const all = space.feelings.data();
  Feeling* const behind = all + space.feelings.size();
  Feeling* kept = all;
  for (Feeling* begin = all; begin != behind;) {
    Feeling* next = begin + 1;
    for (end = begin->last; next != behind && next->first <= end; ++next) {
      end = std::max(end, next->last);
    }
    Feeling* const left =
        next - begin == 1 ? next : drop_overlapping(begin, next, space.taken);
    kept = std::copy(begin, left, kept);
    begin = next;
  }
  space.feelings.resize(static_cast<std::size_t>(kept - all));
  return true;
}

/// Cuts at sentence ends, commas, and words such as "but" and "and".
void cut_clauses(Workspace& space) {
  space.clauses.assign(1, {});
  const auto cut = [&space](std::uint32_t at, bool after_contrast) {
    Clause next;
    next.first = at;
    next.sentence = space.clauses.back().sentence +
                    (space.words[at].gap == text::Gap::stop ? 1 : 0);
    next.after_contrast = after_contrast;
    space.clauses.push_back(next);
  };
  const std::uint32_t* pause = space.pauses.begin();
  const std::uint32_t* const pauses_end = space.pauses.end();
  if (pause != pauses_end && *pause == 0) ++pause;
  for (Feeling& one : space.feelings) {
    for (; pause != pauses_end && *pause < one.first; ++pause) {
      cut(*pause, false);
    }
    const bool here = pause != pauses_end && *pause == one.first;
    if (here) ++pause;
    const bool contrast = one.role == Role::contrast;
    if (one.first == 0) {
      space.clauses.back().after_contrast = contrast;
    } else if (here || contrast || one.role == Role::join) {
      cut(one.first, contrast);
    }
    one.clause = static_cast<std::uint32_t>(space.clauses.size() - 1);
  }
  for (; pause != pauses_end; ++pause) cut(*pause, false);
}

/// Negators and boosters change the weights around them.
void apply_neighbours(Workspace& space) {
  std::vector<Feeling>& all = space.feelings;
  std::size_t negator = all.size();  // the last one, or none
  bool used = false;
  const auto settle = [&] {
    if (negator == all.size() || used) return;
    // "... funktioniert gut nicht": it may stand behind what it turns round.
    if (all[negator].role == Role::trailing && negator > 0) {
      Feeling& before = all[negator - 1];
      if (has_weight(before.role) && before.clause == all[negator].clause &&
          before.last + kReach >= all[negator].first) {
        before.weight *= kNegated;
        return;
      }
    }
    all[negator].weight = kBareNegation;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    Feeling& one = all[i];
    if (is_negator(one.role)) {
      const bool same = negator != all.size() && !used &&
                        all[negator].clause == one.clause &&
                        one.first - all[negator].last <= kReach;
      if (!same) settle();  // "ne ... pas" is one negation
      negator = i;
      used = false;
      continue;
    }
    if (!has_weight(one.role) || one.weight == 0) continue;
    if (i > 0 && all[i - 1].clause == one.clause &&
        one.first - all[i - 1].last <= kBoosterReach) {
      if (all[i - 1].role == Role::booster) one.weight *= kBoosted;
      if (all[i - 1].role == Role::dampener) one.weight *= kDampened;
    }
    if (negator != all.size() && all[negator].clause == one.clause &&
        one.first - all[negator].last <= kReach) {
      // "n'est pas bon": the first half of a negation that it holds itself.
      if (!one.closed) one.weight *= kNegated;
      used = true;
    }
  }
  settle();
}

void sum_up(Workspace& space) {
  space.judged = 0;
  for (const Feeling& one : space.feelings) {
    if (one.weight == 0) continue;
    Clause& clause = space.clauses[one.clause];
    clause.tone += one.weight;
    clause.weighed = true;
    if (one.role == Role::bad || one.role == Role::good) {
      const std::uint64_t bit = std::uint64_t{1} << one.theme;
      if ((space.judged & bit) == 0) space.own_tone[one.theme] = 0;
      space.own_tone[one.theme] += one.weight;
      space.judged |= bit;
    }
  }
  space.total = space.praise = space.complaint = 0;
  // A contrast lowers what stands before it in its sentence.
  const std::vector<Clause>& clauses = space.clauses;
  for (std::size_t begin = 0; begin < clauses.size();) {
    std::size_t end = begin;
    std::size_t contrast = begin;
    while (end < clauses.size() &&
           clauses[end].sentence == clauses[begin].sentence) {
      if (clauses[end].after_contrast && end > begin) contrast = end;
      ++end;
    }
    for (std::size_t i = begin; i < end; ++i) {
      double tone = clauses[i].tone;
      if (contrast > begin)
        tone *= i < contrast ? kBeforeContrast : kAfterContrast;
      space.total += tone;
      (tone > 0 ? space.praise : space.complaint) += std::fabs(tone);
    }
    begin = end;
  }
}

}  // namespace

void weigh_feelings(const Rulebook& book, Workspace& space) {
  if (!choose_feelings(book, space)) {
    space.clauses.clear();
    space.total = space.praise = space.complaint = 0;
    space.judged = 0;
    return;
  }
  cut_clauses(space);
  apply_neighbours(space);
  sum_up(space);
  std::size_t clause = 0;
  for (const Match match : space.kept) {
    const std::uint8_t theme = book.phrases[match.phrase()].theme;
    while (clause + 1 < space.clauses.size() &&
           space.clauses[clause + 1].first <= match.first()) {
      ++clause;
    }
    if ((space.found >> theme & 1) == 0) continue;
    space.clauses[clause].themes |= std::uint64_t{1} << theme;
  }
}

int feeling_about(const Workspace& space, std::size_t theme) {
  const std::uint64_t bit = std::uint64_t{1} << theme;
  float tone = (space.judged & bit) != 0 ? space.own_tone[theme] : 0;
  // Else what is said around it: clauses belong together until both a new
  // theme and a new feeling begin, and never across a "but".
  const std::vector<Clause>& clauses = space.clauses;
  for (std::size_t begin = 0; tone == 0 && begin < clauses.size();) {
    std::size_t end = begin;
    float around = 0;
    std::uint64_t themes = 0;
    bool weighed = false;
    while (end < clauses.size()) {
      const Clause& clause = clauses[end];
      if (end > begin &&
          (clause.sentence != clauses[begin].sentence ||
           clause.after_contrast ||
           (themes != 0 && weighed && clause.themes != 0 && clause.weighed))) {
        break;
      }
      around += clause.tone;
      themes |= clause.themes;
      weighed = weighed || clause.weighed;
      ++end;
    }
    if ((themes & bit) != 0) tone += around;
    begin = end;
  }
  if (tone >= kAboutFrom) return 1;
  if (tone <= -kAboutFrom) return -1;
  return tone == 0 ? feeling_overall(space) : 0;
}

int feeling_overall(const Workspace& space) {
  const double larger = std::max(space.praise, space.complaint);
  const double smaller = std::min(space.praise, space.complaint);
  if (std::fabs(space.total) < kFeelingFrom || smaller > kBalanced * larger) {
    return 0;
  }
  return space.total > 0 ? 1 : -1;
}

}  // namespace looplet::themes
