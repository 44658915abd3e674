#include "survey/mix_check.h"

#include "core/number_text.h"
#include "survey/compile_condition.h"

namespace looplet {
namespace {

class MixChecker {
 public:
  MixChecker(const CompiledSurvey& survey, const Mix& mix, Reporter& found)
      : survey_(survey), mix_(mix), found_(found) {}

  void run() {
    const Below here(found_, "mix");
    points(mix_.scores, "scores", kHighestScore + 1);
    share(mix_.drop_off, "dropOff");
    share(mix_.skip, "skip");
    share(mix_.text_answered, "textAnswered");
    share(mix_.contact_given, "contactGiven");
    share(mix_.yes, "yes");
    share(mix_.other, "other");
    share(mix_.more, "more");
    share(mix_.theme, "theme");
    for (std::size_t i = 0; i < mix_.sentiment.size(); ++i) {
      const Below sentiment(found_, "sentiment");
      const Below row(found_, segment_name(static_cast<Segment>(i)));
      double sum = 0;
      for (std::size_t k = 0; k < mix_.sentiment[i].size(); ++k) {
        const Below column(found_, k);
        sum += weight(mix_.sentiment[i][k]);
      }
      if (sum == 0) found_.report(Code::no_weight);
    }
    traits();
    named(mix_.locales, "locales");
    steps();
  }

 private:
  void share(double value, const char* member) {
    // Written so that NaN fails too.
    if (value >= 0 && value <= 1) return;
    found_.report_at(member, Code::out_of_range, number_text(value), 0, 1);
  }

  double weight(double value) {
    if (value >= 0 && value <= kMaxWeight) return value;
    found_.report(Code::out_of_range, number_text(value), 0,
                  static_cast<std::int64_t>(kMaxWeight));
    return 1;
  }

  void points(List<double> weights, const char* member, std::int64_t wanted) {
    if (weights.empty()) return;
    const Below here(found_, member);
    const auto count = static_cast<std::int64_t>(weights.size());
    if (count != wanted) {
      found_.report(count < wanted ? Code::too_few : Code::too_many, count,
                    wanted);
    }
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const Below item(found_, i);
      sum += weight(weights[i]);
    }
    if (sum == 0) found_.report(Code::no_weight);
  }

  void named(List<Weight> weights, const std::string_view& member) {
    if (weights.empty()) return;
    const Below here(found_, member);
    double sum = 0;
    for (const Weight& one : weights) {
      const Below item(found_, one.name);
      sum += weight(one.weight);
    }
    if (sum == 0) found_.report(Code::no_weight);
  }

  void traits() {
    const Below all(found_, "traits");
    for (const TraitMix& one : mix_.traits) {
      const Trait* known = nullptr;
      for (const Trait& trait : survey_.survey.traits) {
        if (trait.name == one.trait) known = &trait;
      }
      bool asked = known != nullptr;
      for (const TraitSlot& slot : survey_.traits) {
        asked = asked || slot.name == one.trait;
      }
      named(one.values, one.trait);
      const Below here(found_, one.trait);
      if (!asked) found_.report(Code::unknown_trait, one.trait);
      if (one.values.empty()) found_.report(Code::too_few, 0, 1);
      if (known == nullptr || known->values.empty()) continue;
      for (const Weight& value : one.values) {
        bool listed = false;
        for (const std::string_view name : known->values) {
          listed = listed || name == value.name;
        }
        if (listed) continue;
        const Below item(found_, value.name);
        found_.report(Code::unknown_value, one.trait, value.name);
      }
    }
  }

  void steps() {
    const Below all(found_, "steps");
    for (const StepMix& one : mix_.steps) {
      const Below here(found_, one.step);
      const auto index = find_step(survey_.survey, one.step);
      if (!index) {
        found_.report(Code::unknown_step, one.step);
        continue;
      }
      step(survey_.survey.steps[*index], one.habits);
    }
  }

  void step(const Step& step, const StepHabits& one) {
    const auto fits = [&](bool given, bool has, const char* member) {
      if (!given || has) return given;
      found_.report_at(member, Code::not_for_step, step.id,
                       step_type_name(step.type), member);
      return false;
    };
    if (fits(one.drop_off.has_value(), step.type != StepType::end, "dropOff")) {
      share(*one.drop_off, "dropOff");
    }
    if (fits(one.skip.has_value(), step.optional, "skip")) {
      share(*one.skip, "skip");
    }
    if (fits(one.more.has_value(), step.many, "more")) {
      share(*one.more, "more");
    }
    if (fits(one.yes.has_value(), step.type == StepType::consent, "yes")) {
      share(*one.yes, "yes");
    }
    const bool nps = step.type == StepType::nps;
    if (fits(!one.points.empty(), nps || step.type == StepType::rating,
             "points")) {
      points(one.points, "points", nps ? kHighestScore + 1 : step.points);
    }
    if (!fits(!one.options.empty(), step.type == StepType::choice, "options")) {
      return;
    }
    named(one.options, "options");
    const Below options(found_, "options");
    for (const Weight& option : one.options) {
      bool known = step.other && option.name == "other";
      for (const Option& candidate : step.options) {
        known = known || candidate.id == option.name;
      }
      if (known) continue;
      const Below item(found_, option.name);
      found_.report(Code::unknown_option, step.id, option.name);
    }
  }

  const CompiledSurvey& survey_;
  const Mix& mix_;
  Reporter& found_;
};

}  // namespace

bool check_mix(const CompiledSurvey& survey, const Mix& mix, Reporter& found) {
  const std::size_t before = found.count();
  MixChecker(survey, mix, found).run();
  return found.count() == before;
}

}  // namespace looplet
