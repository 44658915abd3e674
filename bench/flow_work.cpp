#include "flow_work.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "survey/facts.h"
#include "wire/json_backend.h"
#include "wire/survey_calls.h"

namespace looplet::bench {
namespace {

/// Every answer that leads somewhere else, and skipping where it is allowed.
std::vector<Answer> possible_answers(const Step& step) {
  std::vector<Answer> answers;
  const auto numbers = [&answers](std::int64_t from, std::int64_t to) {
    for (std::int64_t i = from; i <= to; ++i) {
      Answer answer;
      answer.kind = Answer::Kind::number;
      answer.number = static_cast<double>(i);
      answers.push_back(answer);
    }
  };
  switch (step.type) {
    case StepType::nps:
      numbers(kLowestScore, kHighestScore);
      break;
    case StepType::rating:
      numbers(1, step.points);
      break;
    case StepType::choice:
      for (const Option& option : step.options) {
        Answer answer;
        answer.kind = Answer::Kind::text;
        answer.text = option.id;
        answers.push_back(answer);
      }
      break;
    case StepType::consent:
      for (const bool truth : {false, true}) {
        Answer answer;
        answer.kind = Answer::Kind::truth;
        answer.truth = truth;
        answers.push_back(answer);
      }
      break;
    case StepType::text:
    case StepType::contact: {
      Answer answer;
      answer.kind = Answer::Kind::text;
      answer.text = "words";
      answers.push_back(answer);
      break;
    }
    case StepType::statement:
    case StepType::end:
      break;
  }
  if (step.optional || answers.empty()) answers.emplace_back();
  return answers;
}

}  // namespace

std::string read_bench_file(const std::string& name) {
  const std::string path = LOOPLET_BENCH_SURVEYS "/" + name + ".json";
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    std::exit(1);
  }
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

CompiledSurvey read_bench_survey(const std::string& name) {
  using wire::JsonBackend;
  const auto json = JsonBackend::Json::parse(read_bench_file(name));
  CompiledSurvey survey;
  Reporter found(survey.arena);
  if (!wire::read_survey<JsonBackend>(&json, wire::Strict::yes, survey,
                                      found)) {
    for (const Fault& fault : found.faults()) {
      std::fprintf(stderr, "%s %s: %s\n", name.c_str(), fault.where.c_str(),
                   fault.message.c_str());
    }
    std::exit(1);
  }
  return survey;
}

Respondents::Respondents(const CompiledSurvey& survey) : survey_(survey) {
  Arena arena;
  Traits traits = arena.list<TraitValue>(1);
  traits[0] = {"plan", "team"};
  set_first_facts(survey, survey.survey.locale, traits, first_);
  const std::size_t steps = survey.survey.steps.size();
  for (std::size_t i = 0; i < steps; ++i) {
    const Step& step = survey.survey.steps[i];
    end_.push_back(step.type == StepType::end);
    const std::vector<Answer> answers = possible_answers(step);
    for (std::size_t k = 0; k < kDraws; ++k) {
      Facts facts{};
      add_fact(survey, i, answers[next_draw() % answers.size()], facts);
      facts_.push_back({facts[i], facts[survey.flow.theme_slot]});
    }
  }
}

std::uint64_t Respondents::next_draw() {  // xorshift64 (Marsaglia 2003)
  random_ ^= random_ << 13;
  random_ ^= random_ >> 7;
  random_ ^= random_ << 17;
  return random_;
}

std::uint64_t Respondents::walk(int count, std::vector<std::uint64_t>& asked) {
  const Flow& flow = survey_.flow;
  std::uint64_t answers = 0;
  Facts facts;
  for (int i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < flow.slots; ++k) facts[k] = first_[k];
    // Six bits of a draw for each answer; a new draw after ten.
    std::uint64_t draw = next_draw();
    int left = 10;
    std::uint16_t step = 0;
    while (!end_[step]) {
      const Fact& fact = facts_[step * kDraws + (draw & (kDraws - 1))];
      facts[step] = fact.own;
      facts[flow.theme_slot] |= fact.themes;
      ++asked[step];
      ++answers;
      step = flow.next(step, facts.data());
      draw >>= 6;
      if (--left == 0) {
        draw = next_draw();
        left = 10;
      }
    }
    ++asked[step];
  }
  return answers;
}

std::uint64_t Respondents::walk_blindly(int count, int steps,
                                        std::vector<std::uint64_t>& asked) {
  const Flow& flow = survey_.flow;
  std::uint64_t answers = 0;
  Facts facts;
  for (int i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < flow.slots; ++k) facts[k] = first_[k];
    std::uint64_t draw = next_draw();
    int left = 10;
    for (std::uint16_t step = 0; step < steps; ++step) {
      const Fact& fact = facts_[step * kDraws + (draw & (kDraws - 1))];
      facts[step] = fact.own;
      facts[flow.theme_slot] |= fact.themes;
      ++asked[step];
      ++answers;
      draw >>= 6;
      if (--left == 0) {
        draw = next_draw();
        left = 10;
      }
    }
    // Seen by the compiler as used, as the flow would use them.
    asked[0] += facts[flow.slots - 1u] & facts[static_cast<std::size_t>(steps)];
  }
  return answers;
}

}  // namespace looplet::bench
