// Phrases among the tokens, and which of them prove a theme.
#include <algorithm>

#include "analysis/themes_workspace.h"

namespace looplet::themes {
namespace {

constexpr float kProof = 1;
constexpr float kHalfProof = 0.5F;
constexpr std::uint32_t kNoPhrase = ~std::uint32_t{0};
// Twelve words with a gap of three before each but the first.
constexpr std::uint32_t kLongestMatch = 12 + 11 * 3;

bool stops_between(const Workspace& space, std::uint32_t before,
                   std::uint32_t after) {
  for (std::uint32_t i = before + 1; i <= after; ++i) {
    if (space.tokens[i].gap == text::Gap::stop) return true;
  }
  return false;
}

/// "food was not good": a negation between two words of a phrase.
bool negates(const Rulebook& book, const Phrase& phrase, const Workspace& space,
             std::uint32_t before, std::uint32_t after) {
  for (std::uint32_t i = before + 1; i < after; ++i) {
    if ((book.entries[space.tokens[i].entry].negates & phrase.languages) != 0) {
      return true;
    }
  }
  return false;
}

/// Whether the phrase stands around the token that its anchor fits.
bool stands_at(const Rulebook& book, const Phrase& phrase,
               const Workspace& space, std::uint32_t anchor, Match& match) {
  const Step* steps = book.steps.data() + phrase.steps;
  const auto count = static_cast<std::uint32_t>(space.tokens.size());
  std::uint32_t at = anchor;
  for (int i = phrase.anchor + 1; i < phrase.count; ++i) {
    const std::uint32_t end = std::min(count, at + 2 + steps[i].gap);
    std::uint32_t next = at + 1;
    while (next < end && !book.fits(space.tokens[next].entry, steps[i].atom)) {
      ++next;
    }
    if (next >= end || stops_between(space, at, next)) return false;
    match.negated = match.negated || negates(book, phrase, space, at, next);
    at = next;
  }
  match.last = at;
  at = anchor;
  for (int i = phrase.anchor - 1; i >= 0; --i) {
    const std::uint32_t gap = steps[i + 1].gap;
    const std::uint32_t least = at > gap + 1 ? at - gap - 1 : 0;
    std::uint32_t before = at;
    bool fits = false;
    while (before > least && !fits) {
      --before;
      fits = book.fits(space.tokens[before].entry, steps[i].atom);
    }
    if (!fits || stops_between(space, before, at)) return false;
    match.negated = match.negated || negates(book, phrase, space, before, at);
    at = before;
  }
  match.first = at;
  return true;
}

// Sets a bit for each atom that any token fits.
void mark_atoms(const Rulebook& book, Workspace& space) {
  space.atoms.resize(book.atom_count / 64 + 1);
  for (const Token& token : space.tokens) {
    const Entry& entry = book.entries[token.entry];
    const std::uint32_t* atom = book.atom_lists.data() + entry.atoms;
    for (const std::uint32_t* end = atom + entry.atom_count; atom != end;
         ++atom) {
      space.atoms[*atom / 64] |= std::uint64_t{1} << *atom % 64;
    }
  }
}

void clear_atoms(const Rulebook& book, Workspace& space) {
  for (const Token& token : space.tokens) {
    const Entry& entry = book.entries[token.entry];
    const std::uint32_t* atom = book.atom_lists.data() + entry.atoms;
    for (const std::uint32_t* end = atom + entry.atom_count; atom != end;
         ++atom) {
      space.atoms[*atom / 64] = 0;
    }
  }
}

bool is_theme(Role role) { return role <= Role::except; }

// In the order of the comment; of two that begin together, the longer first.
bool earlier(const Match& a, const Match& b) {
  if (a.first != b.first) return a.first < b.first;
  return a.last != b.last ? a.last > b.last : a.phrase < b.phrase;
}

// Takes away what only looks like a theme, and the exceptions themselves.
void drop_excepted(const Rulebook& book, Workspace& space) {
  space.exceptions.clear();
  for (const Match& match : space.kept) {
    if (book.phrases[match.phrase].role == Role::except) {
      space.exceptions.push_back(match);
    }
  }
  if (space.exceptions.empty()) return;
  const auto excepted = [&](const Match& match) {
    const Phrase& phrase = book.phrases[match.phrase];
    const std::uint32_t from =
        match.first > kLongestMatch ? match.first - kLongestMatch : 0;
    auto other =
        std::lower_bound(space.exceptions.begin(), space.exceptions.end(), from,
                         [](const Match& one, std::uint32_t first) {
                           return one.first < first;
                         });
    for (; other != space.exceptions.end() && other->first <= match.last;
         ++other) {
      if (book.phrases[other->phrase].theme == phrase.theme &&
          other->last >= match.first) {
        return true;
      }
    }
    return false;
  };
  space.kept.erase(
      std::remove_if(space.kept.begin(), space.kept.end(), excepted),
      space.kept.end());
}

}  // namespace

void find_phrases(const Rulebook& book, int language, Workspace& space) {
  space.matches.clear();
  space.kept.clear();
  space.found = 0;
  const auto spoken = static_cast<Languages>(1 << language);
  const auto count = static_cast<std::uint32_t>(space.tokens.size());
  mark_atoms(book, space);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Entry& entry = book.entries[space.tokens[i].entry];
    const Hung* hung = book.phrase_lists.data() + entry.phrases;
    for (const Hung* end = hung + entry.phrase_count; hung != end; ++hung) {
      if ((hung->languages & spoken) == 0) continue;
      if (hung->needs != kNoAtom && !has_bit(space.atoms, hung->needs)) {
        continue;
      }
      const Phrase& phrase = book.phrases[hung->phrase];
      Match match{hung->phrase, i, i};
      if (phrase.count == 1 || stands_at(book, phrase, space, i, match)) {
        space.matches.push_back(match);
      }
    }
  }
  clear_atoms(book, space);
  if (space.matches.empty()) return;
  std::sort(space.matches.begin(), space.matches.end(), earlier);

  std::uint32_t end = 0;  // behind the farthest theme phrase so far
  std::uint32_t end_first = 0;
  space.proof.fill(0);
  for (const Match& match : space.matches) {
    const Phrase& phrase = book.phrases[match.phrase];
    if (!is_theme(phrase.role)) continue;
    // Judgements and hints belong to the longest phrase around them: "slow
    // support" says nothing about speed. A plain mention stands by itself.
    const bool within = match.last + 1 < end ||
                        (match.last + 1 == end && end_first < match.first);
    if (match.last + 1 > end) {
      end = match.last + 1;
      end_first = match.first;
    }
    if (within && phrase.role != Role::about && phrase.role != Role::except) {
      continue;
    }
    space.kept.push_back(match);
  }
  drop_excepted(book, space);
  // Two hints make a theme, but not the same one twice.
  space.hint.fill({0, kNoPhrase});
  for (const Match& match : space.kept) {
    const Phrase& phrase = book.phrases[match.phrase];
    float& proof = space.proof[phrase.theme];
    if (phrase.role != Role::hint) {
      proof += kProof;
    } else {
      auto& [end_of_last, last] = space.hint[phrase.theme];
      if (last != match.phrase && match.first >= end_of_last) {
        proof += kHalfProof;
        end_of_last = match.last + 1;
        last = match.phrase;
      }
    }
    if (proof >= kProof) space.found |= std::uint64_t{1} << phrase.theme;
  }
}

}  // namespace looplet::themes
