#include "report/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/elementary.h"
#include "core/normal.h"
#include "report/mix.h"
#include "text/utf8.h"
#include "text/words.h"

namespace looplet::report {
namespace {

constexpr std::size_t kMostWords = 3;
constexpr std::size_t kShortestWord = 3;  // code points, of a word alone

/// Words that no phrase begins or ends with, and those that turn one round,
/// which may begin one: from the rules of themes.
struct SmallWords {
  std::unordered_set<std::uint64_t> small;
  std::unordered_set<std::uint64_t> negators;

  SmallWords() {
    for (const ThemeRules* rules : built_in_theme_rules()) {
      take(rules->small_words, small);
      take(rules->negators, negators);
      take(rules->trailing, negators);
    }
  }

  bool is_small(std::uint64_t word) const {
    return small.count(word) > 0 && negators.count(word) == 0;
  }

 private:
  void take(const List<std::string_view>& words,
            std::unordered_set<std::uint64_t>& into) {
    for (const std::string_view phrase : words) {
      std::uint64_t only = 0;
      std::size_t count = 0;
      scanner_.scan(phrase, [&](const text::Word& word) {
        only = mixed(word.key.view());
        ++count;
      });
      if (count == 1) into.insert(only);
    }
  }
  text::WordScanner scanner_;
};

/// A word of a comment.
struct Token {
  std::uint64_t hash;
  std::uint32_t begin, end;
  bool small, negator, number, stop;  ///< stop: a pause stands before it
};

class Phrases {
 public:
  /// Calls `use(hash, tokens, count)` for each phrase of a comment.
  template <class Use>
  void each(std::string_view comment, Use&& use) {
    tokens_.clear();
    scanner_.scan(comment, [this](const text::Word& word) {
      const std::uint64_t hash = mixed(word.key.view());
      tokens_.push_back({hash, word.begin, word.end, words_.is_small(hash),
                         words_.negators.count(hash) > 0, word.number,
                         word.gap != text::Gap::none});
    });
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].small) continue;
      std::uint64_t hash = 0;
      for (std::size_t n = 1; n <= kMostWords && i + n <= tokens_.size(); ++n) {
        const Token& last = tokens_[i + n - 1];
        if (n > 1 && last.stop) break;
        hash = mixed(hash ^ last.hash);
        if (last.small || last.negator) continue;
        if (n == 1 && (last.number || short_word(comment, last))) continue;
        use(hash, &tokens_[i], n);
      }
    }
  }

 private:
  static bool short_word(std::string_view comment, const Token& token) {
    return text::code_points(comment.substr(
               token.begin, token.end - token.begin)) < kShortestWord;
  }

  SmallWords words_;
  text::WordScanner scanner_;
  std::vector<Token> tokens_;
};

using Hashes = std::vector<std::uint64_t>;

/// Every phrase of every comment, once for each comment, in order.
Hashes hashes_of(const std::vector<const KeptComment*>& comments,
                 Phrases& phrases) {
  Hashes all;
  for (const KeptComment* comment : comments) {
    const auto first = static_cast<std::ptrdiff_t>(all.size());
    phrases.each(comment->text, [&all](std::uint64_t hash, const Token*,
                                       std::size_t) { all.push_back(hash); });
    std::sort(all.begin() + first, all.end());
    all.erase(std::unique(all.begin() + first, all.end()), all.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

struct Candidate {
  std::uint64_t hash;
  std::int64_t detractors, promoters;
  LogOdds odds;
  std::string text;
  std::array<std::uint64_t, kMostWords> content{};  ///< words that matter
};

/// How often `hash` comes at `at`, which moves behind it.
std::int64_t run(const Hashes& hashes, std::size_t& at, std::uint64_t hash) {
  const std::size_t first = at;
  while (at < hashes.size() && hashes[at] == hash) ++at;
  return static_cast<std::int64_t>(at - first);
}

std::string shown(std::string_view comment, const Token* tokens,
                  std::size_t count) {
  std::string out;
  text::WordScanner scanner;
  for (std::size_t i = 0; i < count; ++i) {
    // Scripts without blanks stay without.
    if (i > 0 && tokens[i].begin != tokens[i - 1].end) out += ' ';
    scanner.scan(
        comment.substr(tokens[i].begin, tokens[i].end - tokens[i].begin),
        [&out](const text::Word& word) { out += word.key.view(); });
  }
  return out;
}

/// Whether two phrases are about the same words in the same comments.
bool same_matter(const Candidate& a, const Candidate& b) {
  const std::int64_t in_a = a.detractors + a.promoters;
  const std::int64_t in_b = b.detractors + b.promoters;
  const std::int64_t few = std::min(in_a, in_b);
  const std::int64_t many = std::max(in_a, in_b);
  if (few * 5 < many * 4) return false;
  for (const std::uint64_t one : a.content) {
    for (const std::uint64_t other : b.content) {
      if (one != 0 && one == other) return true;
    }
  }
  return false;
}

}  // namespace

LogOdds phrase_log_odds(std::int64_t hits_a, std::int64_t n_a,
                        std::int64_t hits_b, std::int64_t n_b,
                        std::int64_t all_hits, std::int64_t all) {
  // What stands in every comment tells no one from another; both odds are
  // infinite.
  if (all_hits >= all) return {0, 0};
  const double prior =
      kPriorComments * static_cast<double>(all_hits) / static_cast<double>(all);
  const auto with = [prior](std::int64_t hits) {
    return static_cast<double>(hits) + prior;
  };
  const auto odds = [&with](std::int64_t hits, std::int64_t n) {
    return with(hits) / (static_cast<double>(n) + kPriorComments - with(hits));
  };
  LogOdds result;
  result.log_odds =
      elementary::log(odds(hits_a, n_a)) - elementary::log(odds(hits_b, n_b));
  result.z = result.log_odds / std::sqrt(1 / with(hits_a) + 1 / with(hits_b));
  return result;
}

ReportPhrases phrases_of(const CommentSample& detractors,
                         const CommentSample& passives,
                         const CommentSample& promoters) {
  const auto low = detractors.kept();
  const auto middle = passives.kept();
  const auto high = promoters.kept();
  ReportPhrases result;
  result.detractor_comments = static_cast<std::int64_t>(low.size());
  result.promoter_comments = static_cast<std::int64_t>(high.size());
  result.sampled =
      !detractors.complete() || !passives.complete() || !promoters.complete();
  if (low.empty() || high.empty()) return result;

  Phrases phrases;
  std::vector<Candidate> found;
  {
    const Hashes a = hashes_of(low, phrases);
    const Hashes b = hashes_of(high, phrases);
    const Hashes c = hashes_of(middle, phrases);
    const auto n_a = result.detractor_comments;
    const auto n_b = result.promoter_comments;
    const auto all = n_a + n_b + static_cast<std::int64_t>(middle.size());
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t k = 0;
    while (i < a.size() || j < b.size()) {
      const std::uint64_t hash = i == a.size()   ? b[j]
                                 : j == b.size() ? a[i]
                                                 : std::min(a[i], b[j]);
      const std::int64_t in_a = run(a, i, hash);
      const std::int64_t in_b = run(b, j, hash);
      while (k < c.size() && c[k] < hash) ++k;
      const std::int64_t in_c = run(c, k, hash);
      if (std::max(in_a, in_b) < kFewestForPhrase) continue;
      const LogOdds odds =
          phrase_log_odds(in_a, n_a, in_b, n_b, in_a + in_b + in_c, all);
      if (std::abs(odds.z) < kZ95) continue;
      found.push_back({hash, in_a, in_b, odds, {}, {}});
    }
  }
  // Of equal weight the longest first, which needs the texts.
  std::unordered_map<std::uint64_t, std::size_t> wanted;
  for (std::size_t i = 0; i < found.size(); ++i) wanted[found[i].hash] = i;
  for (const auto* comments : {&low, &high}) {
    for (const KeptComment* comment : *comments) {
      phrases.each(comment->text, [&](std::uint64_t hash, const Token* tokens,
                                      std::size_t count) {
        const auto place = wanted.find(hash);
        if (place == wanted.end()) return;
        Candidate& one = found[place->second];
        if (!one.text.empty()) return;
        one.text = shown(comment->text, tokens, count);
        for (std::size_t i = 0; i < count; ++i) {
          if (!tokens[i].small) one.content[i] = tokens[i].hash;
        }
      });
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) {
              const double za = std::abs(a.odds.z);
              const double zb = std::abs(b.odds.z);
              if (za != zb) return za > zb;
              if (a.text.size() != b.text.size()) {
                return a.text.size() > b.text.size();
              }
              return a.text < b.text;
            });
  std::array<std::vector<const Candidate*>, 2> taken;
  for (const Candidate& one : found) {
    const bool of_detractors = one.odds.z > 0;
    auto& side = taken[of_detractors ? 0 : 1];
    if (side.size() == kPhrasesShown) continue;
    const bool said = std::any_of(
        side.begin(), side.end(),
        [&one](const Candidate* other) { return same_matter(one, *other); });
    if (said) continue;
    side.push_back(&one);
    (of_detractors ? result.detractors : result.promoters)
        .push_back({one.text, one.detractors, one.promoters, one.odds.log_odds,
                    one.odds.z});
  }
  return result;
}

}  // namespace looplet::report
