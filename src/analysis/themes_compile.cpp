#include "analysis/themes_compile.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/themes_index.h"
#include "analysis/themes_phrase.h"
#include "survey/names.h"
#include "text/number.h"

namespace looplet::themes {
namespace {

// A complaint or praise that a theme's phrase brings with it: about what
// VADER gives "bad" (-2.5) and "good" (1.9).
constexpr float kBad = -2.2F;
constexpr float kGood = 2.2F;

int language_at(std::string_view locale) {
  for (int i = 0; i < kLanguageCount; ++i) {
    if (language_matches(kThemeLanguages[static_cast<std::size_t>(i)], locale))
      return i;
  }
  return kNoLanguage;
}

std::string number(std::size_t i) {
  return text::whole(static_cast<std::int64_t>(i));
}

class Compiler {
 public:
  Compiler() : book_(std::make_unique<Rulebook>()) {
    for (const std::string_view name : names::kThemes) {
      book_->ids.emplace_back(name);
    }
  }

  Faults faults;

  void add_ids(const ThemeRules& rules) {
    for (const ThemeRule& theme : rules.themes) {
      const std::string where = "/themes/" + std::string(theme.id);
      if (theme.id == theme_name(Theme::other)) {
        faults.push_back(make_fault(Code::reserved_name, where, {theme.id}));
      } else if (std::find(book_->ids.begin(), book_->ids.end(), theme.id) ==
                 book_->ids.end()) {
        book_->ids.emplace_back(theme.id);
      }
      replaced_.insert(theme.id);
    }
  }

  void add(const ThemeRules& rules, bool own) {
    language_ = language_at(rules.locale);
    languages_ = language_ == kNoLanguage
                     ? kEveryLanguage
                     : static_cast<Languages>(1 << language_);
    groups_.clear();
    for (const WordGroup& group : rules.groups) groups_[group.name] = &group;
    for (const ThemeRule& theme : rules.themes) {
      if (!own && replaced_.count(theme.id) != 0) continue;
      const std::string where = "/themes/" + std::string(theme.id);
      const auto found =
          std::find(book_->ids.begin(), book_->ids.end(), theme.id);
      theme_ = static_cast<std::uint8_t>(found - book_->ids.begin());
      add_list(theme.phrases.about, Role::about, 0, where + "/about");
      add_list(theme.phrases.hints, Role::hint, 0, where + "/hints");
      add_list(theme.phrases.bad, Role::bad, kBad, where + "/bad");
      add_list(theme.phrases.good, Role::good, kGood, where + "/good");
      add_list(theme.phrases.except, Role::except, 0, where + "/except");
    }
    theme_ = 0;
    for (std::size_t i = 0; i < rules.tone.size(); ++i) {
      add_list(rules.tone[i].words, Role::tone,
               static_cast<float>(rules.tone[i].weight),
               "/tone/" + number(i) + "/words");
    }
    add_list(rules.neutral, Role::neutral, 0, "/neutral");
    add_list(rules.negators, Role::negator, 0, "/negators");
    add_list(rules.trailing, Role::trailing, 0, "/trailing");
    add_list(rules.boosters, Role::booster, 0, "/boosters");
    add_list(rules.dampeners, Role::dampener, 0, "/dampeners");
    add_list(rules.contrasts, Role::contrast, 0, "/contrasts");
    add_list(rules.joins, Role::join, 0, "/joins");
    PhraseReader reader(language_, groups_);
    std::vector<Choice> choices;
    for (const auto& [list, small] : {std::pair{&rules.small_words, true},
                                      std::pair{&rules.known, false}}) {
      for (const std::string_view word : *list) {
        if (!reader.read(word, choices).empty()) continue;
        for (const std::string& text : choices.front().words) {
          index_.know(text, languages_, small);
        }
      }
    }
  }

  std::unique_ptr<Rulebook> finish() {
    for (Phrase& phrase : book_->phrases) phrase.anchor = anchor_of(phrase);
    index_.build(*book_);
    return std::move(book_);
  }

 private:
  void add_list(const List<std::string_view>& list, Role role, float weight,
                const std::string& where) {
    PhraseReader reader(language_, groups_);
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string wrong = reader.read(list[i], choices_);
      if (!wrong.empty()) {
        faults.push_back(make_fault(Code::bad_phrase, where + "/" + number(i),
                                    {list[i], wrong}));
        continue;
      }
      // One of VADER's words that the rules weigh themselves is theirs.
      if (role == Role::tone && choices_.size() == 1 &&
          choices_[0].words.size() == 1 &&
          !weighed_.insert({languages_, choices_[0].words[0]}).second) {
        continue;
      }
      Phrase phrase;
      phrase.steps = static_cast<std::uint32_t>(book_->steps.size());
      phrase.count = static_cast<std::uint8_t>(choices_.size());
      phrase.role = role;
      phrase.weight = weight;
      phrase.languages = languages_;
      phrase.theme = theme_;
      for (const Choice& choice : choices_) {
        book_->steps.push_back(
            {index_.atom_of(choice, languages_), choice.gap});
      }
      book_->phrases.push_back(phrase);
    }
  }

  /// The step whose word is in the fewest phrases and is no small word.
  std::uint8_t anchor_of(const Phrase& phrase) const {
    std::uint8_t best = 0;
    std::uint32_t least = ~std::uint32_t{0};
    for (std::uint8_t i = 0; i < phrase.count; ++i) {
      const std::uint32_t cost =
          index_.cost_of(book_->steps[phrase.steps + i].atom);
      if (cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }

  std::unique_ptr<Rulebook> book_;
  WordIndex index_;
  Groups groups_;
  std::vector<Choice> choices_;
  std::set<std::string_view> replaced_;
  std::set<std::pair<Languages, std::string>> weighed_;
  int language_ = kNoLanguage;
  Languages languages_ = kEveryLanguage;
  std::uint8_t theme_ = 0;
};

}  // namespace

Result<std::unique_ptr<Rulebook>> compile_rules(
    std::span<const ThemeRules* const> built_in,
    std::span<const ThemeRules* const> own) {
  Compiler compiler;
  for (const ThemeRules* rules : own) compiler.add_ids(*rules);
  for (const ThemeRules* rules : own) compiler.add(*rules, true);
  for (const ThemeRules* rules : built_in) compiler.add(*rules, false);
  if (!compiler.faults.empty()) return std::move(compiler.faults);
  std::unique_ptr<Rulebook> book = compiler.finish();
  if (book->ids.size() > static_cast<std::size_t>(kMaxOwnThemes) + 13) {
    return make_fault(
        Code::too_many, "/themes",
        {text::whole(static_cast<std::int64_t>(book->ids.size()) - 13),
         text::whole(kMaxOwnThemes)});
  }
  return book;
}

}  // namespace looplet::themes
