// Phrases among the tokens, and which of them prove a theme.
#include <algorithm>
#include <array>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

constexpr float kProof = 1;
constexpr float kHalfProof = 0.5F;
constexpr std::uint32_t kNoPhrase = ~std::uint32_t{0};
// Twelve words with a gap of three before each but the first.
constexpr std::uint32_t kLongestMatch = 12 + 11 * kGapWords;
static_assert(kLongestMatch <= Match::kMostSpan);
constexpr std::size_t kFewMatches = 24;

bool stops_between(const Workspace& space, std::uint32_t before,
                   std::uint32_t after) {
  for (std::uint32_t i = before + 1; i <= after; ++i) {
    if (space.words[i].gap == text::Gap::stop) return true;
  }
  return false;
}

/// "food was not good": a negation between two words of a phrase.
bool negates(const Rulebook& book, const Phrase& phrase, const Workspace& space,
             std::uint32_t before, std::uint32_t after) {
  for (std::uint32_t i = before + 1; i < after; ++i) {
    if ((book.entries[space.entries[i]].negates & phrase.languages) != 0) {
      return true;
    }
  }
  return false;
}

/// The same as Rulebook::fits, which the sign mostly denies.
bool fits(const Rulebook& book, const Workspace& space, std::uint32_t token,
          std::uint32_t atom) {
  return (space.signs[kBesideReach + token] >> atom_bit(atom) & 1) != 0 &&
         book.fits(space.entries[token], atom);
}

/// Where a phrase stands around the token that its anchor fits.
struct Place {
  std::uint32_t first, last;
  bool negated = false;
};

bool stands_at(const Rulebook& book, const Phrase& phrase,
               const Workspace& space, std::uint32_t anchor, Place& place) {
  const Step* steps = book.steps.data() + phrase.steps;
  const auto count = space.count;
  std::uint32_t at = anchor;
  for (int i = phrase.anchor + 1; i < phrase.count; ++i) {
    const std::uint32_t end = std::min(count, at + 2 + steps[i].gap);
    std::uint32_t next = at + 1;
    while (next < end && !fits(book, space, next, steps[i].atom)) ++next;
    if (next >= end || stops_between(space, at, next)) return false;
    place.negated = place.negated || negates(book, phrase, space, at, next);
    at = next;
  }
  place.last = at;
  at = anchor;
  for (int i = phrase.anchor - 1; i >= 0; --i) {
    const std::uint32_t gap = steps[i + 1].gap;
    const std::uint32_t least = at > gap + 1 ? at - gap - 1 : 0;
    std::uint32_t before = at;
    bool found = false;
    while (before > least && !found) {
      --before;
      found = fits(book, space, before, steps[i].atom);
    }
    if (!found || stops_between(space, before, at)) return false;
    place.negated = place.negated || negates(book, phrase, space, before, at);
    at = before;
  }
  place.first = at;
  return true;
}

using Signs = std::array<std::uint64_t, kBesides>;

/// What stands around a token, as Beside tells the places; `at` is its own.
Signs signs_around(const std::uint64_t* at) {
  return {at[1], at[-1], at[1] | at[2] | at[3] | at[4],
          at[-1] | at[-2] | at[-3] | at[-4]};
}

bool is_theme(Role role) { return role <= Role::except; }

/// Sorts; the first `sorted` are.
void sort_matches(Row<Match>& matches, std::size_t sorted) {
  if (matches.size() > kFewMatches) {
    std::sort(matches.begin(), matches.end());
    return;
  }
  Match* const all = matches.begin();
  for (std::size_t i = std::max<std::size_t>(sorted, 1); i < matches.size();
       ++i) {
    const Match match = all[i];
    std::size_t at = i;
    for (; at > 0 && match < all[at - 1]; --at) all[at] = all[at - 1];
    all[at] = match;
  }
}

/// Phrases of one word, and the tokens that longer ones may stand around.
/// What a word has is hard to foretell, so there is hardly a branch.
void find_singles(const Rulebook& book, Languages spoken, Workspace& space) {
  const auto count = space.count;
  const std::uint32_t* const numbers = space.entries.begin();
  const Entry* const entries = book.entries.data();
  const std::uint64_t* const signs = space.signs.begin() + kBesideReach;
  std::uint32_t* const hopeful = space.hopeful.room(count);
  Match* match = space.matches.room(count);
  std::size_t hopes = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Entry& entry = entries[numbers[i]];
    *match = Match(i, i, entry.single, false);
    match += static_cast<std::size_t>((entry.single_languages & spoken) != 0);
    const Signs around = signs_around(signs + i);
    hopeful[hopes] = i;
    hopes += static_cast<std::size_t>(
        ((entry.needs[0] & around[0]) | (entry.needs[1] & around[1]) |
         (entry.needs[2] & around[2]) | (entry.needs[3] & around[3])) != 0);
    if (!entry.more_singles) continue;
    space.matches.cut_at(match);
    for (const Hung* hung =
             book.phrase_lists.data() + entry.phrases + entry.phrase_count;
         hung->languages != 0; ++hung) {
      if ((hung->languages & spoken) == 0) continue;
      space.matches.push_back(Match(i, i, hung->named, false));
    }
    match = space.matches.room(count - i);
  }
  space.matches.cut_at(match);
  space.hopeful.cut_at(hopeful + hopes);
}

void find_longer(const Rulebook& book, int language, Workspace& space) {
  const Hung* const lists = book.phrase_lists.data();
  const Entry* const entries = book.entries.data();
  const std::uint32_t* const numbers = space.entries.begin();
  const std::uint64_t* const signs = space.signs.begin() + kBesideReach;
  for (const std::uint32_t token : space.hopeful) {
    const Entry& entry = entries[numbers[token]];
    const Signs around = signs_around(signs + token);
    std::uint64_t* to = space.chances.room(entry.phrase_count);
    std::uint64_t chance = std::uint64_t{token} << 32 | entry.phrases;
    const Hung* const end = lists + entry.phrases + entry.phrase_count;
    for (const Hung* hung = lists + entry.phrases; hung != end; ++hung) {
      *to = chance++;
      to += around[static_cast<std::size_t>(hung->where)] >> hung->bit &
            static_cast<std::size_t>(hung->languages >> language) & 1;
    }
    space.chances.cut_at(to);
  }
  // "great support", two words side by side, is seen at once.
  const std::size_t count = space.chances.size();
  std::uint64_t* const chances = space.chances.begin();
  std::uint64_t* other = chances;
  Match* match = space.matches.room(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t chance = chances[i];
    const Hung& hung = lists[static_cast<std::uint32_t>(chance)];
    const auto token = static_cast<std::uint32_t>(chance >> 32);
    if (!hung.pair) {
      *other++ = chance;
      continue;
    }
    const std::uint32_t back = hung.where == Beside::before ? 1 : 0;
    const std::uint32_t first = token - back;
    *match = Match(first, first + 1, hung.named, false);
    match += static_cast<std::size_t>(
        static_cast<int>(space.words[first + 1].gap != text::Gap::stop) &
        static_cast<int>(book.fits(numbers[first + 1 - back], hung.atom)));
  }
  space.matches.cut_at(match);
  space.chances.cut_at(other);
  for (const std::uint64_t chance : space.chances) {
    const Hung& hung = book.phrase_lists[static_cast<std::uint32_t>(chance)];
    const auto token = static_cast<std::uint32_t>(chance >> 32);
    Place place{token, token};
    if (stands_at(book, book.phrases[hung.named >> 5], space, token, place)) {
      space.matches.push_back(
          Match(place.first, place.last, hung.named, place.negated));
    }
  }
}

// Takes away what only looks like a theme, and the exceptions themselves.
void drop_excepted(const Rulebook& book, Workspace& space) {
  space.exceptions.clear();
  for (const Match match : space.kept) {
    if (match.role() == Role::except) {
      space.exceptions.push_back(match);
    }
  }
  const auto excepted = [&](Match match) {
    const Phrase& phrase = book.phrases[match.phrase()];
    const std::uint32_t from =
        match.first() > kLongestMatch ? match.first() - kLongestMatch : 0;
    auto other = std::lower_bound(
        space.exceptions.begin(), space.exceptions.end(), from,
        [](Match one, std::uint32_t first) { return one.first() < first; });
    for (; other != space.exceptions.end() && other->first() <= match.last();
         ++other) {
      if (book.phrases[other->phrase()].theme == phrase.theme &&
          other->last() >= match.first()) {
        return true;
      }
    }
    return false;
  };
  space.kept.cut_at(
      std::remove_if(space.kept.begin(), space.kept.end(), excepted));
}

}  // namespace

void find_phrases(const Rulebook& book, int language, Workspace& space) {
  space.matches.clear();
  space.kept.clear();
  space.found = 0;
  const auto spoken = static_cast<Languages>(1 << language);
  space.hopeful.clear();
  space.chances.clear();
  find_singles(book, spoken, space);
  const std::size_t singles = space.matches.size();
  find_longer(book, language, space);
  if (space.matches.empty()) return;
  sort_matches(space.matches, singles);

  std::uint32_t end = 0;  // behind the farthest theme phrase so far
  std::uint32_t end_first = 0;
  bool exceptions = false;
  Match* kept = space.kept.room(space.matches.size());
  for (const Match match : space.matches) {
    const Role role = match.role();
    const std::uint32_t first = match.first();
    const std::uint32_t behind = match.last() + 1;
    const bool theme = is_theme(role);
    // Judgements and hints belong to the longest phrase around them: "slow
    // support" says nothing about speed. A plain mention stands by itself.
    const bool within =
        (behind < end) | ((behind == end) & (end_first < first));
    const bool alone = (role == Role::about) | (role == Role::except);
    const bool farther = theme & (behind > end);
    end = farther ? behind : end;
    end_first = farther ? first : end_first;
    exceptions |= role == Role::except;
    *kept = match;
    kept += static_cast<std::size_t>(theme & (alone | !within));
  }
  space.kept.cut_at(kept);
  if (exceptions) drop_excepted(book, space);
  // Two hints make a theme, but not the same one twice.
  space.spoken_of = 0;
  for (const Match match : space.kept) {
    const Phrase& phrase = book.phrases[match.phrase()];
    float& proof = space.proof[phrase.theme];
    if ((space.spoken_of >> phrase.theme & 1) == 0) {
      space.spoken_of |= std::uint64_t{1} << phrase.theme;
      proof = 0;
      space.hint[phrase.theme] = {0, kNoPhrase};
    }
    if (match.role() != Role::hint) {
      proof += kProof;
    } else {
      auto& [end_of_last, last] = space.hint[phrase.theme];
      if (last != match.phrase() && match.first() >= end_of_last) {
        proof += kHalfProof;
        end_of_last = match.last() + 1;
        last = match.phrase();
      }
    }
    if (proof >= kProof) space.found |= std::uint64_t{1} << phrase.theme;
  }
}

}  // namespace looplet::themes
