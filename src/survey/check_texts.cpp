#include "survey/check_texts.h"

#include "looplet/locale.h"
#include "survey/compile_condition.h"
#include "survey/pipe.h"
#include "survey/score_change.h"
#include "survey/survey_texts.h"
#include "text/number.h"

namespace looplet {
namespace {

std::string place(const std::string& list, std::size_t index,
                  const char* member) {
  return list + '/' + text::whole(static_cast<std::int64_t>(index)) + member;
}

class TextChecker {
 public:
  TextChecker(const Survey& survey, std::vector<Problem>& problems)
      : survey_(survey), problems_(problems) {}

  void run() {
    languages_.push_back(survey_.locale);
    collect_ = true;
    visit_all();
    collect_ = false;
    visit_all();
  }

 private:
  void visit_all() {
    visit(survey_.title, "/title");
    visit(survey_.subject, "/subject");
    visit(survey_.owner, "/owner");
    if (survey_.privacy) visit(survey_.privacy->text, "/privacy/text");
    for (std::size_t i = 0; i < survey_.steps.size(); ++i) {
      visit_step(survey_.steps[i], step_pointer(i));
    }
  }

  void visit_step(const Step& step, const std::string& where) {
    visit_texts(step, where,
                [this](const LocalText& text, const std::string& at) {
                  visit(text, at);
                  if (!collect_) check_asking(text, at);
                });
    for (std::size_t i = 0; i < step.actions.size() && !collect_; ++i) {
      check_names(step.actions[i].url, place(where + "/actions", i, "/url"));
    }
  }

  void visit(const LocalText& text, const std::string& where) {
    if (collect_) {
      for (const auto& [tag, content] : text.by_tag) {
        if (!tag.empty() && !knows(tag)) languages_.push_back(tag);
      }
      return;
    }
    for (const auto& [tag, content] : text.by_tag) {
      check_names(content, where);
    }
    if (text.empty() || text.is_plain()) return;
    // A survey may have texts in one language for all ("Acme"); of a text in
    // several, every language that the survey speaks is expected.
    for (const std::string_view language : languages_) {
      if (speaks(text, language)) continue;
      add(Severity::warning, Code::missing_language, where,
          {language, text_in(text, language, survey_.locale)});
    }
  }

  bool speaks(const LocalText& text, std::string_view language) const {
    for (const auto& [tag, content] : text.by_tag) {
      if (language_matches(tag, language)) return true;
    }
    return false;
  }

  void check_names(std::string_view text, const std::string& where) {
    for (Piece piece; next_piece(text, piece);) {
      if (!piece.is_name || piece.has_fallback || is_known(piece.text)) {
        continue;
      }
      add(Severity::warning, Code::unknown_name, where, {piece.text});
    }
  }

  /// Once for a text, in the first language that asks.
  void check_asking(const LocalText& text, const std::string& where) {
    for (const auto& [tag, content] : text.by_tag) {
      const std::string_view part =
          asks_score_change(content, tag.empty() ? survey_.locale : tag);
      if (part.empty()) continue;
      add(Severity::warning, Code::asks_score_change, where, {part});
      return;
    }
  }

  bool is_known(std::string_view name) const {
    if (name == "subject" || (name == "owner" && !survey_.owner.empty())) {
      return true;
    }
    if (name == "score" || name == "segment") {
      for (const Step& step : survey_.steps) {
        if (step.type == StepType::nps) return true;
      }
    }
    for (const Trait& trait : survey_.traits) {
      if (trait.name == name) return true;
    }
    return find_step(survey_, name).has_value();
  }

  bool knows(std::string_view tag) const {
    for (const std::string_view known : languages_) {
      if (known == tag) return true;
    }
    return false;
  }

  void add(Severity severity, Code code, const std::string& where,
           std::initializer_list<std::string_view> arguments) {
    problems_.push_back({severity, make_fault(code, where, arguments)});
  }

  const Survey& survey_;
  std::vector<Problem>& problems_;
  std::vector<std::string_view> languages_;
  bool collect_ = true;
};

}  // namespace

std::string step_pointer(std::size_t step) { return place("/steps", step, ""); }

void check_texts(const Survey& survey, std::vector<Problem>& problems) {
  TextChecker(survey, problems).run();
}

}  // namespace looplet
