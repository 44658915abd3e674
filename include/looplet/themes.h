// What a comment is about and how its writer feels, by rules that people can
// read.
//
//   Tagger tagger = *Tagger::make({});      // the built-in rules
//   tagger.tag("Great support but the app is slow", "en")
//     support_quality    1   "Great support"
//     performance_speed -1   "slow"
//     sentiment         -1
//
// A rule is a phrase. It matches whole words in any case, never across the
// end of a sentence:
//
//   slow              "Slow", not "slowly" and not "slower"
//   slow*             every word that begins so (at least four letters)
//   parcel~           the word and its regular endings: parcel, parcels
//   arrived|came late either of several words, then another
//   took ... @time    at most three words between; @time is a group of words
//   #                 a word that begins with a digit
//
// Accents count, but a word typed without them ("tres", "schoen") is taken for
// the one with them unless it is a word of the rules itself. Unknown words of
// seven letters or more are read as the known word that one slip of the
// keyboard turns into them; so are drawn-out ones ("sooooo"). Endings are
// spelt out when rules are compiled instead of being cut off the comment's
// words: a stemmer would make "slow" of "slowly", and this one way gives the
// same tags natively and as WebAssembly.
//
// Same rules, same text, same tags, for ever. `kThemesVersion` changes when
// the built-in rules do.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/arena.h"
#include "looplet/flow.h"
#include "looplet/result.h"
#include "looplet/survey.h"

namespace looplet {

/// Of the built-in rules. Shares of themes that were tagged by different
/// versions cannot be compared: tag again.
inline constexpr std::string_view kThemesVersion = "1";

/// The languages that there are rules for, in the order that decides when a
/// comment could be of several.
inline constexpr std::array<std::string_view, 5> kThemeLanguages = {
    "en", "de", "fr", "es", "pt"};

constexpr std::int64_t kMaxOwnThemes = 48;
constexpr std::int64_t kMaxPhrases = 4000;      ///< in one list of rules
constexpr std::int64_t kMaxPhraseLength = 400;  ///< code points
constexpr std::size_t kMaxPhraseWords = 12;

/// Phrases in which a theme is recognised.
struct ThemePhrases {
  List<std::string_view> about;   ///< the theme, whatever is thought of it
  List<std::string_view> hints;   ///< half a proof each: two make a theme
  List<std::string_view> bad;     ///< the theme, and a complaint
  List<std::string_view> good;    ///< the theme, and praise
  List<std::string_view> except;  ///< what only looks like the theme
  bool operator==(const ThemePhrases&) const = default;
};

struct ThemeRule {
  std::string_view id;
  ThemePhrases phrases;
  bool operator==(const ThemeRule&) const = default;
};

/// Words that weigh the same in how a comment feels.
struct ToneRule {
  double weight = 0;  ///< -4 to 4, on the scale of VADER's lexicon
  List<std::string_view> words;
  bool operator==(const ToneRule&) const = default;
};

/// Words that stand for each other in phrases, as @name.
struct WordGroup {
  std::string_view name;
  List<std::string_view> words;
  bool operator==(const WordGroup&) const = default;
};

/// One file of rules: those of one language, or of every language.
struct ThemeRules {
  std::string_view schema;
  std::int64_t format = 1;
  std::string_view locale;  ///< empty: for comments in any language
  List<WordGroup> groups;
  List<ThemeRule> themes;
  List<ToneRule> tone;
  List<std::string_view> neutral;      ///< phrases without any feeling
  List<std::string_view> negators;     ///< "not": turn what follows round
  List<std::string_view> trailing;     ///< "nicht": may also stand behind it
  List<std::string_view> boosters;     ///< "very"
  List<std::string_view> dampeners;    ///< "a bit"
  List<std::string_view> contrasts;    ///< "but": what follows weighs more
  List<std::string_view> joins;        ///< "and": may begin another thought
  List<std::string_view> small_words;  ///< which a language is told by
  List<std::string_view> known;        ///< words that no slip is to be seen in
  bool operator==(const ThemeRules&) const = default;
};

/// The built-in rules: examples/themes, made into tables when the library is
/// built.
std::span<const ThemeRules* const> built_in_theme_rules();

/// A stretch of a comment, in UTF-16 code units, as JavaScript counts.
struct Mention {
  std::int64_t start = 0;
  std::int64_t end = 0;  ///< behind the last
  bool operator==(const Mention&) const = default;
};

struct ThemeFound {
  std::string id;
  int sentiment = 0;  ///< -1, 0 or 1, of the clauses that speak of it
  std::vector<Mention> mentions;  ///< in order, none within another
  bool operator==(const ThemeFound&) const = default;
};

struct CommentTags {
  std::vector<ThemeFound> themes;  ///< in the order of the rules; "other"
                                   ///< only alone; none for a blank comment
  int sentiment = 0;               ///< -1, 0 or 1
  double sentiment_score = 0;      ///< above -1 and below 1
  std::string_view
      locale;  ///< whose rules were used; "und": none could be told
  bool operator==(const CommentTags&) const = default;
};

/// The same for counting: bits are themes in the order of `theme_ids`.
struct TagBits {
  std::uint64_t themes = 0;
  std::uint64_t positive = 0;  ///< of them
  std::uint64_t negative = 0;  ///< of them
  int sentiment = 0;
  double sentiment_score = 0;
  std::uint8_t language = 0;  ///< index into kThemeLanguages; 5: none
};

namespace themes {
struct Rulebook;
struct Workspace;
}  // namespace themes

/// Room that is used again from comment to comment: one for each thread. It
/// remembers how words were mended by the tagger it was last used with, whose
/// rules it keeps.
class TaggerRoom {
 public:
  TaggerRoom();
  ~TaggerRoom();
  TaggerRoom(TaggerRoom&&) noexcept;
  TaggerRoom& operator=(TaggerRoom&&) noexcept;

 private:
  friend class Tagger;
  std::unique_ptr<themes::Workspace> space_;
};

class Tagger {
 public:
  /// Compiles the built-in rules and `own` ones: a theme of theirs with a
  /// built-in id takes its place, any other is added behind. Faults
  /// (bad_phrase, too_many) stand at the phrases: /themes/price/about/3.
  static Result<Tagger> make(std::span<const ThemeRules* const> own);

  /// The built-in rules, compiled when they are first asked for.
  static const Tagger& built_in();

  ~Tagger();
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;

  /// Tags a comment. `locale` is its language ("de-AT" is "de"); when it is
  /// empty or no language that there are rules for, the comment's small words
  /// decide, and failing those its other words.
  CommentTags tag(std::string_view comment, std::string_view locale = {}) const;

  /// The same as bits, without taking memory once `room` has grown.
  TagBits bits(std::string_view comment, std::string_view locale,
               TaggerRoom& room) const;

  /// Ids of all themes, "other" at its place (after the built-in ones).
  std::span<const std::string> theme_ids() const;

 private:
  friend CommentSense comment_sense(std::string_view comment,
                                    std::string_view locale);
  explicit Tagger(std::shared_ptr<const themes::Rulebook> rules);
  std::shared_ptr<const themes::Rulebook> rules_;
};

/// What makes a flow aware of comments; see CompiledSurvey::comments. The
/// language is the comment's own; where that cannot be told, the survey's.
CommentSense comment_sense(std::string_view comment, std::string_view locale);

}  // namespace looplet
