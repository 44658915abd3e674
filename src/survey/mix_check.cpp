#include "survey/mix_check.h"

#include "core/number_text.h"
#include "survey/compile_condition.h"
#include "text/place.h"
#include "text/report.h"

namespace looplet {
namespace {

constexpr Place kMixPlace{nullptr, "mix"};

class MixChecker {
 public:
  MixChecker(const CompiledSurvey& survey, const Mix& mix, Faults& faults)
      : survey_(survey), mix_(mix), faults_(faults) {}

  void run() {
    scores(mix_.scores, Place{&kMixPlace, "scores"}, kHighestScore + 1);
    share(mix_.drop_off, kMixPlace, "dropOff");
    share(mix_.skip, kMixPlace, "skip");
    share(mix_.text_answered, kMixPlace, "textAnswered");
    share(mix_.contact_given, kMixPlace, "contactGiven");
    share(mix_.yes, kMixPlace, "yes");
    share(mix_.other, kMixPlace, "other");
    share(mix_.more, kMixPlace, "more");
    share(mix_.theme, kMixPlace, "theme");
    const Place sentiment{&kMixPlace, "sentiment"};
    for (std::size_t i = 0; i < mix_.sentiment.size(); ++i) {
      const auto& row = mix_.sentiment[i];
      const Place place{&sentiment, segment_name(static_cast<Segment>(i))};
      Total total;
      for (std::size_t k = 0; k < row.size(); ++k) {
        total.add(weight(row[k], Place{&place, {}, static_cast<int>(k)}));
      }
      some(total, place);
    }
    traits();
    named(mix_.locales, Place{&kMixPlace, "locales"});
    steps();
  }

 private:
  struct Total {
    double sum = 0;
    bool any = false;
    void add(double weight) {
      sum += weight;
      any = true;
    }
  };

  void share(double value, const Place& place, const char* member) {
    // Written so that NaN fails too.
    if (value >= 0 && value <= 1) return;
    const std::string text = number_text(value);
    report_member(faults_, Code::out_of_range, place, member,
                  {std::string_view(text), 0, 1});
  }

  double weight(double value, const Place& place) {
    if (value >= 0 && value <= kMaxWeight) return value;
    const std::string text = number_text(value);
    report(faults_, Code::out_of_range, place,
           {std::string_view(text), 0, static_cast<std::int64_t>(kMaxWeight)});
    return 1;
  }

  void some(const Total& total, const Place& place) {
    if (total.any && total.sum == 0) report(faults_, Code::no_weight, place);
  }

  void scores(List<double> weights, const Place& place, std::int64_t wanted) {
    if (weights.empty()) return;
    const auto count = static_cast<std::int64_t>(weights.size());
    if (count != wanted) {
      report(faults_, count < wanted ? Code::too_few : Code::too_many, place,
             {count, wanted});
    }
    Total total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      total.add(weight(weights[i], Place{&place, {}, static_cast<int>(i)}));
    }
    some(total, place);
  }

  void named(List<Weight> weights, const Place& place) {
    Total total;
    for (const Weight& one : weights) {
      total.add(weight(one.weight, Place{&place, one.name}));
    }
    some(total, place);
  }

  void traits() {
    const Place all{&kMixPlace, "traits"};
    for (const TraitMix& one : mix_.traits) {
      const Place place{&all, one.trait};
      const Trait* known = nullptr;
      for (const Trait& trait : survey_.survey.traits) {
        if (trait.name == one.trait) known = &trait;
      }
      bool asked = known != nullptr;
      for (const TraitSlot& slot : survey_.traits) {
        asked = asked || slot.name == one.trait;
      }
      if (!asked) report(faults_, Code::unknown_trait, place, {one.trait});
      named(one.values, place);
      if (one.values.empty()) report(faults_, Code::too_few, place, {0, 1});
      if (known == nullptr || known->values.empty()) continue;
      for (const Weight& value : one.values) {
        bool listed = false;
        for (const std::string_view name : known->values) {
          listed = listed || name == value.name;
        }
        if (!listed) {
          report(faults_, Code::unknown_value, Place{&place, value.name},
                 {one.trait, value.name});
        }
      }
    }
  }

  void steps() {
    const Place all{&kMixPlace, "steps"};
    for (const StepMix& one : mix_.steps) {
      const Place place{&all, one.step};
      const auto index = find_step(survey_.survey, one.step);
      if (!index) {
        report(faults_, Code::unknown_step, place, {one.step});
        continue;
      }
      step(survey_.survey.steps[*index], one, place);
    }
  }

  void step(const Step& step, const StepMix& one, const Place& place) {
    const auto fits = [&](bool given, bool has, const char* member) {
      if (!given || has) return given;
      report_member(faults_, Code::not_for_step, place, member,
                    {step.id, step_type_name(step.type), member});
      return false;
    };
    if (fits(one.drop_off.has_value(), step.type != StepType::end, "dropOff")) {
      share(*one.drop_off, place, "dropOff");
    }
    if (fits(one.skip.has_value(), step.optional, "skip")) {
      share(*one.skip, place, "skip");
    }
    if (fits(one.more.has_value(), step.many, "more")) {
      share(*one.more, place, "more");
    }
    if (fits(one.yes.has_value(), step.type == StepType::consent, "yes")) {
      share(*one.yes, place, "yes");
    }
    const bool nps = step.type == StepType::nps;
    if (fits(!one.points.empty(), nps || step.type == StepType::rating,
             "points")) {
      scores(one.points, Place{&place, "points"},
             nps ? kHighestScore + 1 : step.points);
    }
    if (!fits(!one.options.empty(), step.type == StepType::choice, "options")) {
      return;
    }
    const Place options{&place, "options"};
    named(one.options, options);
    for (const Weight& option : one.options) {
      bool known = step.other && option.name == "other";
      for (const Option& candidate : step.options) {
        known = known || candidate.id == option.name;
      }
      if (!known) {
        report(faults_, Code::unknown_option, Place{&options, option.name},
               {step.id, option.name});
      }
    }
  }

  const CompiledSurvey& survey_;
  const Mix& mix_;
  Faults& faults_;
};

}  // namespace

bool check_mix(const CompiledSurvey& survey, const Mix& mix, Faults& faults) {
  const std::size_t before = faults.size();
  MixChecker(survey, mix, faults).run();
  return faults.size() == before;
}

}  // namespace looplet
