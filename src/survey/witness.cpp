#include "survey/witness.h"

#include "survey/facts.h"
#include "survey/names.h"
#include "text/number.h"

namespace looplet {
namespace {

constexpr int kMostParts = 10;  ///< told in words; the replay has all

std::string quoted(std::string_view name) {
  return "'" + std::string(name) + "'";
}

/// A sentence about each theme, for a comment that has to be about it.
constexpr std::string_view kComments[kThemeCount] = {
    "The quality of the product is poor.",
    "A feature that we need is missing.",
    "It is hard to use.",
    "Support took far too long to answer.",
    "Support could not help me.",
    "It is too expensive.",
    "My invoice was wrong.",
    "The delivery came late.",
    "It crashes all the time.",
    "It is very slow.",
    "Nobody told us about the change.",
    "Your staff were rude.",
    "It is another thing.",
};

}  // namespace

const std::vector<std::vector<Circuit::Wire>>& Witnesses::groups() {
  // Made anew only when more inputs have come up.
  if (grouped_ == flow_.circuit.inputs().size()) return groups_;
  grouped_ = flow_.circuit.inputs().size();
  groups_.clear();
  std::vector<std::vector<Circuit::Wire>>& out = groups_;
  for (const FlowCircuit::Comment& comment : flow_.comments) {
    for (const Circuit::Wire theme : comment.themes) {
      if (theme != 0) out.push_back({theme});
    }
    if (!comment.sentiment.empty()) out.push_back(comment.sentiment);
  }
  for (std::size_t i = flow_.slots.size(); i-- > 0;) {
    const SlotChoices& slot = flow_.slots[i];
    if (slot.inputs().empty()) continue;
    if (slot.many()) {
      for (const Circuit::Wire input : slot.inputs()) out.push_back({input});
    } else {
      out.push_back(slot.inputs());
    }
  }
  if (!flow_.languages.inputs().empty()) {
    out.insert(out.begin(), flow_.languages.inputs());
  }
  return out;
}

std::size_t Witnesses::rule_at(std::size_t step) const {
  const std::vector<RuleWires>& rules = flow_.rules[step];
  std::size_t r = 0;
  while (r < rules.size() && !is_yes(rules[r].chosen)) ++r;
  return r;
}

void Witnesses::tell(Problem& problem, std::size_t step, bool answered,
                     std::string_view ending) {
  prover_.show(groups());
  words_.clear();
  parts_ = 0;
  const auto taken = [this](const SlotChoices& slot) {
    return slot.taken([this](Circuit::Wire wire) { return is_yes(wire); });
  };
  const std::size_t language = taken(flow_.languages)[0];
  if (language != 0) {
    problem.locale = arena_.copy(flow_.languages.choices()[language].word);
    add_part("read in " + quoted(problem.locale));
  }
  Growing<TraitValue> traits(arena_);
  for (const TraitSlot& trait : compiled_.traits) {
    const SlotChoices& slot = flow_.slots[trait.slot];
    const std::size_t value = taken(slot)[0];
    if (value == 0) continue;
    traits.push(
        {arena_.copy(trait.name), arena_.copy(slot.choices()[value].word)});
    add_part(std::string(trait.name) + " " +
             quoted(slot.choices()[value].word));
  }
  problem.traits = traits.list();

  Growing<Given> given(arena_);
  std::size_t at = 0;
  while (at < flow_.rules.size() && (at != step || answered)) {
    if (compiled_.survey.steps[at].type == StepType::end) break;
    const Answer answer = answer_at(at);
    add_words(at, answer);
    given.push({arena_.copy(compiled_.survey.steps[at].id), answer});
    if (at == step) break;
    const std::size_t rule = rule_at(at);
    if (rule == flow_.rules[at].size() || flow_.rules[at][rule].in_circle) {
      break;
    }
    at = flow_.rules[at][rule].to;
  }
  problem.replay = given.list();
  if (parts_ > kMostParts) words_ += " and so on";
  if (words_.empty()) words_ = "from the start";
  told_.locale = problem.locale;
  told_.traits = problem.traits;
  told_.replay = problem.replay;
  tell_again(problem, ending);
}

void Witnesses::tell_again(Problem& problem, std::string_view ending) const {
  problem.locale = told_.locale;
  problem.traits = told_.traits;
  problem.replay = told_.replay;
  problem.witness = words_ + ": " + std::string(ending);
}

Answer Witnesses::answer_at(std::size_t step) {
  const SlotChoices& slot = flow_.slots[step];
  const std::vector<std::size_t> taken =
      slot.taken([this](Circuit::Wire wire) { return is_yes(wire); });
  Answer answer;
  if (taken.empty()) return answer;
  if (!slot.many()) {
    answer = slot.choices()[taken[0]].answer;
    if (compiled_.survey.steps[step].type == StepType::text &&
        answer.kind == Answer::Kind::text) {
      const FlowCircuit::Comment& comment = flow_.comments[step];
      std::string text;
      for (std::size_t i = 0; i < comment.themes.size(); ++i) {
        if (comment.themes[i] == 0 || !is_yes(comment.themes[i])) continue;
        if (!text.empty()) text += ' ';
        text += kComments[i];
      }
      if (!text.empty()) answer.text = text;
      const auto most =
          static_cast<std::size_t>(compiled_.survey.steps[step].max_length);
      answer.text = arena_.copy(answer.text.substr(0, most));
    }
  } else {
    Growing<std::string_view> ids(arena_);
    for (const std::size_t choice : taken) {
      const Answer& option = slot.choices()[choice].answer;
      if (option.kind == Answer::Kind::options_and_other) {
        answer.text = option.text;
      } else {
        ids.push(arena_.copy(option.text));
      }
    }
    answer.options = ids.list();
    answer.kind = answer.text.empty() ? Answer::Kind::options
                                      : Answer::Kind::options_and_other;
  }
  // Everything else refers to the survey's own texts.
  if (answer.kind == Answer::Kind::text) answer.text = arena_.copy(answer.text);
  return answer;
}

/// "about support_speed", "unhappy": what a comment has to be.
std::string Witnesses::about(std::size_t step) const {
  const FlowCircuit::Comment& comment = flow_.comments[step];
  std::string out;
  for (std::size_t i = 0; i < comment.themes.size(); ++i) {
    if (comment.themes[i] == 0 || !is_yes(comment.themes[i])) continue;
    out += out.empty() ? " about " : " and ";
    out += theme_name(static_cast<Theme>(i));
  }
  return out;
}

void Witnesses::add_words(std::size_t step, const Answer& answer) {
  const Step& asked = compiled_.survey.steps[step];
  const std::string at = " at " + quoted(asked.id);
  switch (asked.type) {
    case StepType::statement:
    case StepType::end:
      return;
    default:
      break;
  }
  if (answer.kind == Answer::Kind::none) {
    add_part(asked.type == StepType::nps ? std::string("no score")
                                         : "nothing" + at);
    return;
  }
  switch (asked.type) {
    case StepType::nps:
      add_part("score " +
               text::whole(static_cast<std::int64_t>(answer.number)));
      break;
    case StepType::rating:
      add_part(text::whole(static_cast<std::int64_t>(answer.number)) + at);
      break;
    case StepType::consent:
      add_part((answer.truth ? "yes" : "no") + at);
      break;
    case StepType::choice: {
      std::string options;
      for (const std::string_view id : chosen(answer)) {
        if (!options.empty()) options += " and ";
        options += quoted(id);
      }
      if (answer.kind == Answer::Kind::options_and_other) {
        if (!options.empty()) options += " and ";
        options += "own words";
      }
      add_part(options + at);
      break;
    }
    case StepType::text: {
      std::string comment = "a comment" + about(step);
      const std::vector<Circuit::Wire>& tone = flow_.comments[step].sentiment;
      if (!tone.empty()) {
        const int sentiment =
            FlowCircuit::sentiment_of(is_yes(tone[0]), is_yes(tone[1]));
        if (sentiment < 0) comment.insert(1, "n unhappy");
        if (sentiment > 0) comment.insert(1, " happy");
      }
      add_part(comment + at);
      break;
    }
    case StepType::contact:
      add_part((answer.contact.name.empty() ? "an address without a name"
                                            : "a name and what else is asked") +
               at);
      break;
    default:
      break;
  }
}

void Witnesses::add_part(const std::string& part) {
  if (parts_++ >= kMostParts) return;
  if (!words_.empty()) words_ += ", ";
  words_ += part;
}

}  // namespace looplet
