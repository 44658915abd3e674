#include "looplet/themes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analysis/themes_compile.h"
#include "analysis/themes_workspace.h"
#include "looplet/locale.h"
#include "text/fold.h"

namespace looplet {
namespace {

using themes::Workspace;

constexpr std::size_t kOther = static_cast<std::size_t>(Theme::other);

int language_at(std::string_view locale) {
  for (std::size_t i = 0; i < kThemeLanguages.size(); ++i) {
    if (language_matches(kThemeLanguages[i], locale))
      return static_cast<int>(i);
  }
  return themes::kNoLanguage;
}

/// Leaves in `space` all that is known of the comment; its language.
int read(const themes::Rulebook& book, std::string_view comment, int language,
         int otherwise, Workspace& space) {
  read_words(book, comment, space);
  if (language == themes::kNoLanguage) language = language_of(space);
  if (language == themes::kNoLanguage) language = otherwise;
  if (!space.strangers.empty()) mend_words(book, language, space);
  find_phrases(book, language, space);
  if (space.matches.empty()) {
    space.total = space.praise = space.complaint = 0;
    space.judged = 0;
  } else {
    weigh_feelings(book, space);
  }
  return language;
}

TagBits bits_of(const Workspace& space, int language) {
  TagBits bits;
  bits.language = static_cast<std::uint8_t>(language);
  bits.themes = space.found;
  for (std::size_t i = 0; space.found >> i != 0; ++i) {
    if ((space.found >> i & 1) == 0) continue;
    const int feeling = feeling_about(space, i);
    if (feeling > 0) bits.positive |= std::uint64_t{1} << i;
    if (feeling < 0) bits.negative |= std::uint64_t{1} << i;
    if (i + 1 == themes::kMostThemes) break;
  }
  bits.sentiment = feeling_overall(space);
  // 15 is VADER's: s / sqrt(s^2 + 15).
  bits.sentiment_score =
      space.total / std::sqrt(space.total * space.total + 15);
  if (space.found == 0 && space.count != 0) {
    const std::uint64_t other = std::uint64_t{1} << kOther;
    bits.themes = other;
    if (bits.sentiment > 0) bits.positive = other;
    if (bits.sentiment < 0) bits.negative = other;
  }
  return bits;
}

/// Places in bytes, ascending, as places in UTF-16 code units.
class Utf16Places {
 public:
  explicit Utf16Places(std::string_view text) : text_(text) {}

  std::int64_t at(std::uint32_t byte) {
    if (byte < byte_) {
      byte_ = 0;
      units_ = 0;
    }
    while (byte_ < byte) {
      const text::Decoded read = text::decode(text_.substr(byte_));
      byte_ += read.bytes;
      units_ += read.code_point > 0xFFFF ? 2 : 1;
    }
    return units_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::int64_t units_ = 0;
};

std::vector<Mention> mentions_of(const themes::Rulebook& book,
                                 const Workspace& space, std::size_t theme,
                                 std::string_view comment) {
  std::vector<Mention> mentions;
  Utf16Places places(comment);
  std::uint32_t end = 0;  // behind the last one, in tokens
  for (const themes::Match match : space.kept) {
    if (book.phrases[match.phrase()].theme != theme) continue;
    const auto last = space.words[match.last()].end;
    if (match.first() < end) {
      // They are sorted by their first word: this one overlaps or is within.
      if (match.last() + 1 > end) {
        end = match.last() + 1;
        mentions.back().end = places.at(last);
      }
      continue;
    }
    end = match.last() + 1;
    const std::int64_t start = places.at(space.words[match.first()].begin);
    mentions.push_back({start, places.at(last)});
  }
  return mentions;
}

}  // namespace

TaggerRoom::TaggerRoom() : space_(std::make_unique<Workspace>()) {}
TaggerRoom::~TaggerRoom() = default;
TaggerRoom::TaggerRoom(TaggerRoom&&) noexcept = default;
TaggerRoom& TaggerRoom::operator=(TaggerRoom&&) noexcept = default;

Tagger::Tagger(std::shared_ptr<const themes::Rulebook> rules)
    : rules_(std::move(rules)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

Result<Tagger> Tagger::make(std::span<const ThemeRules* const> own) {
  auto rules = themes::compile_rules(built_in_theme_rules(), own);
  if (!rules) return rules.faults();
  return Tagger(std::shared_ptr<const themes::Rulebook>(std::move(*rules)));
}

const Tagger& Tagger::built_in() {
  static const Tagger tagger = [] {
    auto made = make({});
    // A test reads every built-in phrase, so there is nothing to report here.
    if (!made) std::abort();
    return std::move(*made);
  }();
  return tagger;
}

std::span<const std::string> Tagger::theme_ids() const { return rules_->ids; }

CommentTags Tagger::tag(std::string_view comment,
                        std::string_view locale) const {
  Workspace space;
  const int language =
      read(*rules_, comment, language_at(locale), themes::kNoLanguage, space);
  const TagBits bits = bits_of(space, language);
  CommentTags tags;
  for (std::size_t i = 0; i < rules_->ids.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((bits.themes & bit) == 0) continue;
    ThemeFound found;
    found.id = rules_->ids[i];
    found.sentiment = (bits.positive & bit) != 0   ? 1
                      : (bits.negative & bit) != 0 ? -1
                                                   : 0;
    if (i != kOther) found.mentions = mentions_of(*rules_, space, i, comment);
    tags.themes.push_back(std::move(found));
  }
  tags.sentiment = bits.sentiment;
  tags.sentiment_score = bits.sentiment_score;
  tags.locale = language == themes::kNoLanguage
                    ? std::string_view("und")
                    : kThemeLanguages[static_cast<std::size_t>(language)];
  return tags;
}

TagBits Tagger::bits(std::string_view comment, std::string_view locale,
                     TaggerRoom& room) const {
  Workspace& space = *room.space_;
  if (space.mended_by != rules_) {
    space.mended_by = rules_;
    space.mended.assign(themes::kMendedKept, {});
  }
  const int language =
      read(*rules_, comment, language_at(locale), themes::kNoLanguage, space);
  return bits_of(space, language);
}

CommentSense comment_sense(std::string_view comment, std::string_view locale) {
  Workspace space;
  const int language = read(*Tagger::built_in().rules_, comment,
                            themes::kNoLanguage, language_at(locale), space);
  const TagBits bits = bits_of(space, language);
  CommentSense sense;
  sense.themes = static_cast<std::uint16_t>(bits.themes);
  if (space.count != 0) sense.sentiment = bits.sentiment;
  return sense;
}

}  // namespace looplet
