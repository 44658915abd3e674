#include "survey_maker.h"

#include <string>

namespace looplet::surveys {
namespace {

constexpr std::string_view kIds[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
constexpr std::string_view kOptions[] = {"x", "y", "z"};

}  // namespace

Survey SurveyMaker::make() {
  made_ = {};
  gentle_ = one_in(2);
  made_.id = "made";
  made_.locale = "en";
  made_.subject.by_tag = arena_.list<TaggedText>({{"", "Acme"}});
  if (one_in(2)) {
    made_.traits = arena_.list<Trait>(1);
    made_.traits[0].name = "plan";
    made_.traits[0].values =
        arena_.list<std::string_view>({"free", "pro", "team"});
  }
  const int count = 3 + below(4);
  made_.steps = arena_.list<Step>(static_cast<std::size_t>(count));
  const int asks = one_in(6) ? -1 : below(count - 1);
  for (int i = 0; i < count; ++i) {
    Step& made = made_.steps[static_cast<std::size_t>(i)];
    made = step(i, count);
    if (i == asks) {
      made = {};
      made.id = "score";
      made.type = StepType::nps;
      made.optional = one_in(3);
    }
  }
  // Texts and conditions name steps, so all of them have to be there.
  for (int i = 0; i < count; ++i) {
    Step& made = made_.steps[static_cast<std::size_t>(i)];
    made.text = text(i);
    if (made.type != StepType::end) made.next = next(i, count);
  }
  return made_;
}

Step SurveyMaker::step(int index, int count) {
  Step made;
  made.id = kIds[index];
  if (index == count - 1 || (index > 1 && one_in(6))) {
    made.type = StepType::end;
    return made;
  }
  constexpr StepType kTypes[] = {
      StepType::rating,  StepType::choice,  StepType::choice,   StepType::text,
      StepType::contact, StepType::consent, StepType::statement};
  made.type = kTypes[below(7)];
  made.optional = made.type != StepType::statement && one_in(2);
  made.points = 2 + below(2);
  if (made.type == StepType::choice) {
    made.options = arena_.list<Option>(static_cast<std::size_t>(1 + below(3)));
    for (std::size_t i = 0; i < made.options.size(); ++i) {
      made.options[i].id = kOptions[i];
      made.options[i].text.by_tag = arena_.list<TaggedText>({{"", "Option"}});
      if (one_in(3)) {
        made.options[i].theme = one_in(2) ? Theme::billing : Theme::staff;
      }
    }
    made.many = one_in(2);
    made.other = one_in(3);
  }
  if (made.type == StepType::contact) {
    made.fields = arena_.list<ContactField>({ContactField::email});
    if (one_in(2)) {
      made.fields =
          arena_.list<ContactField>({ContactField::name, ContactField::email});
    }
  }
  return made;
}

LocalText SurveyMaker::text(int index) {
  std::string words = "Text";
  for (int i = below(3); i-- > 0;) {
    const int about = below(static_cast<int>(made_.steps.size()) + 2);
    const auto place = static_cast<std::size_t>(about);
    words += " {";
    words += place < made_.steps.size()
                 ? made_.steps[place].id
                 : std::string_view(one_in(2) ? "score" : "segment");
    words += one_in(4) || gentle_ ? "|it}" : "}";
  }
  LocalText made;
  const std::string_view kept = arena_.copy(words);
  if (index == 0 && one_in(3)) {
    made.by_tag = arena_.list<TaggedText>({{"en", kept}, {"de-AT", "Worte"}});
  } else {
    made.by_tag = arena_.list<TaggedText>({{"", kept}});
  }
  return made;
}

Next SurveyMaker::next(int index, int count) {
  Next made;
  if (one_in(3)) return made;
  const bool plain = one_in(4);
  const int most = gentle_ ? 2 : 4;
  made.rules =
      arena_.list<Rule>(static_cast<std::size_t>(plain ? 1 : 1 + below(most)));
  for (Rule& rule : made.rules) {
    const int to = index + 1 + below(count - index - 1);
    rule.to = made_.steps[static_cast<std::size_t>(to)].id;
    if (plain || one_in(8)) continue;
    rule.when = condition(gentle_ ? 0 : below(3));
  }
  return made;
}

List<Condition> SurveyMaker::parts(int depth) {
  List<Condition> made =
      arena_.list<Condition>(static_cast<std::size_t>(1 + below(3)));
  for (Condition& part : made) part = condition(depth - 1);
  return made;
}

Condition SurveyMaker::condition(int depth) {
  Condition made;
  if (depth == 0 || one_in(3)) leaf(made);
  if (depth > 0) {
    if (one_in(2)) made.all = parts(depth);
    if (one_in(2)) made.any = parts(depth);
    if (one_in(3)) {
      made.negated = arena_.list<Condition>({condition(depth - 1)});
    }
  }
  return made;
}

ScoreSet SurveyMaker::scores() {
  ScoreSet made;
  if (one_in(2)) {
    made.list = arena_.list<int>({below(11), below(11)});
  } else {
    made.from = below(11);
    made.to = below(11);
  }
  return made;
}

Scalar SurveyMaker::word(std::string_view text) const {
  Scalar scalar;
  scalar.word = text;
  return scalar;
}

void SurveyMaker::leaf(Condition& made) {
  bool scored = false;
  for (const Step& step : made_.steps) {
    scored = scored || step.type == StepType::nps;
  }
  switch (below(10)) {
    case 0:
    case 1:
      if (scored) {
        made.segment = arena_.list<Segment>(
            {static_cast<Segment>(below(3)), static_cast<Segment>(below(3))});
      }
      break;
    case 2:
    case 3:
      if (scored) made.score = scores();
      break;
    case 4:
      made.trait = "plan";
      made.is = word(one_in(3) ? "gold" : one_in(2) ? "free" : "pro");
      break;
    case 5:
      made.theme = arena_.list<Theme>({one_in(2)   ? Theme::billing
                                       : one_in(2) ? Theme::staff
                                                   : Theme::usability});
      break;
    case 6:
      if (one_in(3)) {
        made.sentiment = arena_.list<int>({below(3) - 1});
      } else {
        made.locale = arena_.list<std::string_view>({one_in(2)   ? "de"
                                                     : one_in(2) ? "en"
                                                                 : "fr"});
      }
      break;
    default:
      about_step(made);
  }
}

void SurveyMaker::about_step(Condition& made) {
  const Step& about = made_.steps[static_cast<std::size_t>(
      below(static_cast<int>(made_.steps.size())))];
  made.step = about.id;
  const bool number =
      about.type == StepType::nps || about.type == StepType::rating;
  const bool comparable = number || about.type == StepType::consent ||
                          about.type == StepType::choice;
  if (!comparable || one_in(3)) {
    made.answered = one_in(2);
    return;
  }
  Scalar value;
  if (about.type == StepType::choice) {
    const int options = static_cast<int>(about.options.size());
    const int option = below(options + (about.other ? 1 : 0));
    value = word(option < options
                     ? about.options[static_cast<std::size_t>(option)].id
                     : "other");
    if (one_in(2)) {
      made.includes = value.word;
      return;
    }
  } else {
    value.kind = number ? Scalar::Kind::number : Scalar::Kind::truth;
    value.truth = one_in(2);
    value.number =
        1 + below(about.type == StepType::nps ? 10
                                              : static_cast<int>(about.points));
  }
  made.is = value;
}

}  // namespace looplet::surveys
