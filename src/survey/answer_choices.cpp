#include "survey/answer_choices.h"

#include "looplet/locale.h"
#include "survey/facts.h"

namespace looplet {
namespace {

using Wire = Circuit::Wire;

Answer number(int value) {
  Answer answer;
  answer.kind = Answer::Kind::number;
  answer.number = value;
  return answer;
}

Answer truth(bool value) {
  Answer answer;
  answer.kind = Answer::Kind::truth;
  answer.truth = value;
  return answer;
}

Answer text(std::string_view words) {
  Answer answer;
  answer.kind = Answer::Kind::text;
  answer.text = words;
  return answer;
}

Answer own_words() {
  Answer answer = text("something else");
  answer.kind = Answer::Kind::options_and_other;
  return answer;
}

/// The choices at a step as they come, the plainest first.
class StepChoices {
 public:
  StepChoices(const CompiledSurvey& survey, std::size_t step)
      : survey_(survey), step_(step), asked_(survey.survey.steps[step]) {}

  std::vector<Choice> list() {
    switch (asked_.type) {
      case StepType::nps:
        // One of each segment first: witnesses show them.
        for (const int score : {3, 8, 10, 0, 1, 2, 4, 5, 6, 7, 9}) {
          add(number(score), true);
        }
        break;
      case StepType::rating:
        for (int i = 1; i <= static_cast<int>(asked_.points); ++i) {
          add(number(i), true);
        }
        break;
      case StepType::consent:
        add(truth(true), false);
        add(truth(false), false);
        break;
      case StepType::choice:
        for (const Option& option : asked_.options) {
          add(text(option.id), true);
        }
        if (asked_.other) add(own_words(), true);
        break;
      case StepType::text:
        add(text("Some words."), true);
        break;
      case StepType::contact:
        add_contacts();
        break;
      case StepType::statement:
      case StepType::end:
        break;
    }
    const bool asks =
        asked_.type != StepType::statement && asked_.type != StepType::end;
    // Of many, none may be chosen as it is.
    const bool many = asked_.type == StepType::choice && asked_.many;
    if (!asks || (asked_.optional && !many)) add({}, false);
    return std::move(choices_);
  }

 private:
  void add(const Answer& answer, bool speaks) {
    Facts facts = {};
    add_fact(survey_, step_, answer, facts);
    Choice choice;
    choice.answer = answer;
    choice.fact = facts[step_];
    choice.themes = facts[survey_.flow.theme_slot];
    choice.speaks = speaks;
    choices_.push_back(choice);
  }

  void add_contacts() {
    Answer answer;
    answer.kind = Answer::Kind::contact;
    bool name = false;
    for (const ContactField field : asked_.fields) {
      name = name || field == ContactField::name;
      if (field == ContactField::email) {
        answer.contact.email = "alex@example.com";
      }
      if (field == ContactField::phone) answer.contact.phone = "+1 555 0100";
    }
    answer.contact.consent = !asked_.consent.empty();
    Answer named = answer;
    if (name) {
      named.contact.name = "Alex";
      add(named, true);
    }
    const bool more =
        !answer.contact.email.empty() || !answer.contact.phone.empty();
    // A field may be left empty where the whole step may.
    if (more && (!name || asked_.optional)) add(answer, false);
  }

  const CompiledSurvey& survey_;
  std::size_t step_;
  const Step& asked_;
  std::vector<Choice> choices_;
};

}  // namespace

SlotChoices SlotChoices::of_step(const CompiledSurvey& survey, std::size_t step,
                                 const std::vector<Flow::Test>& tests,
                                 std::uint64_t themes, bool piped) {
  const Step& asked = survey.survey.steps[step];
  SlotChoices out;
  out.many_ = asked.type == StepType::choice && asked.many;
  out.needed_ = out.many_ && !asked.optional;
  out.choices_ = StepChoices(survey, step).list();
  out.merge(tests, themes, piped);
  return out;
}

SlotChoices SlotChoices::of_trait(const CompiledSurvey& survey,
                                  const TraitSlot& trait) {
  List<std::string_view> declared;
  for (const Trait& told : survey.survey.traits) {
    if (told.name == trait.name) declared = told.values;
  }
  SlotChoices out;
  out.choices_.emplace_back();
  for (const NamedBit& named : survey.names) {
    if (named.slot != trait.slot) continue;
    bool can_be = declared.empty();
    for (const std::string_view value : declared) {
      can_be = can_be || value == named.name;
    }
    if (!can_be) continue;
    Choice choice;
    choice.word = named.name;
    choice.fact = std::uint64_t{1} << named.bit;
    out.choices_.push_back(choice);
  }
  return out;
}

SlotChoices SlotChoices::of_locale(const CompiledSurvey& survey,
                                   const std::vector<Flow::Test>& tests) {
  SlotChoices out;
  for (const std::string_view language : survey.languages) {
    Choice choice;
    choice.word = language;
    for (const NamedBit& named : survey.names) {
      if (named.slot == survey.flow.locale_slot &&
          language_matches(named.name, language)) {
        choice.fact |= std::uint64_t{1} << named.bit;
      }
    }
    out.choices_.push_back(choice);
  }
  out.merge(tests, 0, false);
  return out;
}

/// Keeps the first of choices that nothing tells apart.
void SlotChoices::merge(const std::vector<Flow::Test>& tests,
                        std::uint64_t themes, bool piped) {
  std::vector<Choice> kept;
  std::vector<std::vector<bool>> known;
  for (const Choice& choice : choices_) {
    std::vector<bool> told;
    if (many_) {
      // Facts of several options join, so all of the bits count.
      for (int i = 0; i < 64; ++i) told.push_back((choice.fact >> i & 1) != 0);
    } else {
      for (const Flow::Test& test : tests) {
        told.push_back((choice.fact & test.mask) == test.value);
      }
      told.push_back((choice.fact & Flow::kAnswered) != 0);
    }
    for (int i = 0; i < kThemeCount; ++i) {
      told.push_back((choice.themes & themes & std::uint64_t{1} << i) != 0);
    }
    told.push_back(piped && choice.speaks);
    bool is_new = true;
    for (const std::vector<bool>& other : known) {
      is_new = is_new && other != told;
    }
    if (!is_new) continue;
    known.push_back(std::move(told));
    kept.push_back(choice);
  }
  choices_ = std::move(kept);
  if (!many_) return;
  // The first is what stands for "at least one": best an option that no
  // condition names, since asking for it asks about all the others.
  for (std::size_t i = 1; i < choices_.size(); ++i) {
    if ((choices_[i].fact & Flow::kUnnamed) != 0) {
      std::swap(choices_[0], choices_[i]);
      break;
    }
  }
}

void SlotChoices::make_inputs(Circuit& circuit) {
  if (!taken_.empty()) return;
  taken_.assign(choices_.size(), 0);
  if (many_) {
    inputs_.assign(choices_.size(), 0);
    return;
  }
  while (std::size_t{1} << inputs_.size() < choices_.size()) {
    inputs_.push_back(circuit.input());
  }
  // The last choice stands for the numbers behind it as well.
  Wire others = Circuit::kNo;
  for (std::size_t c = 0; c + 1 < choices_.size(); ++c) {
    Wire wire = Circuit::kYes;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const bool set = (c >> i & 1) != 0;
      wire =
          circuit.both(wire, set ? inputs_[i] : Circuit::inverse(inputs_[i]));
    }
    taken_[c] = wire;
    others = circuit.either(others, wire);
  }
  taken_.back() = Circuit::inverse(others);
}

Wire SlotChoices::is_taken(Circuit& circuit, std::size_t choice) {
  make_inputs(circuit);
  if (!many_ || taken_[choice] != 0) return taken_[choice];
  inputs_[choice] = circuit.input();
  taken_[choice] = inputs_[choice];
  if (choice == 0 && needed_) {
    Wire others = Circuit::kNo;
    for (std::size_t i = 1; i < choices_.size(); ++i) {
      others = circuit.either(others, is_taken(circuit, i));
    }
    taken_[0] = circuit.either(inputs_[0], Circuit::inverse(others));
  }
  return taken_[choice];
}

template <class Has>
Wire SlotChoices::any_that(Circuit& circuit, const Has& has) {
  Wire out = Circuit::kNo;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    if (has(choices_[i])) out = circuit.either(out, is_taken(circuit, i));
  }
  return out;
}

Wire SlotChoices::holds(Circuit& circuit, std::uint64_t mask,
                        std::uint64_t value) {
  if (!many_) {
    return any_that(circuit, [mask, value](const Choice& choice) {
      return (choice.fact & mask) == value;
    });
  }
  Wire out = Circuit::kYes;
  for (int i = 0; i < 64; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((mask & bit) == 0) continue;
    const Wire set = needed_ && bit == Flow::kAnswered
                         ? Circuit::kYes
                         : any_that(circuit, [bit](const Choice& choice) {
                             return (choice.fact & bit) != 0;
                           });
    out = circuit.both(out, (value & bit) != 0 ? set : Circuit::inverse(set));
  }
  return out;
}

Wire SlotChoices::adds_theme(Circuit& circuit, int bit) {
  return any_that(circuit, [bit](const Choice& choice) {
    return (choice.themes >> bit & 1) != 0;
  });
}

Wire SlotChoices::speaks(Circuit& circuit) {
  if (needed_) return Circuit::kYes;
  return any_that(circuit, [](const Choice& choice) { return choice.speaks; });
}

}  // namespace looplet
