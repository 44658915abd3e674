#include "revision/condition_words.h"

#include <vector>

#include "text/number.h"

namespace looplet {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  out += text;
  out += '\'';
  return out;
}

/// "a", "a or b", "a, b or c".
std::string joined(const std::vector<std::string>& parts,
                   std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && i + 1 == parts.size()) {
      out += ' ';
      out += word;
      out += ' ';
    } else if (i > 0) {
      out += ", ";
    }
    out += parts[i];
  }
  return out;
}

std::string segments_words(List<Segment> segments) {
  std::vector<std::string> parts;
  for (const Segment segment : segments) {
    parts.emplace_back(segment_plural(segment));
  }
  return joined(parts, "or");
}

std::string scores_words(const ScoreSet& set) {
  std::vector<std::string> parts;
  for (const int score : set.list) parts.push_back(text::whole(score));
  if (!set.is_range()) return joined(parts, "or");
  std::string out = text::whole(set.from);
  if (set.to != set.from) out += " to " + text::whole(set.to);
  return out;
}

/// One statement about a respondent: a verb and what follows it, in both
/// ways of saying it.
struct Statement {
  std::string yes;
  std::string no;
};

std::string themes_words(List<Theme> themes) {
  std::vector<std::string> parts;
  for (const Theme theme : themes) {
    std::string name(theme_name(theme));
    for (char& c : name) c = c == '_' ? ' ' : c;
    parts.push_back(std::move(name));
  }
  return joined(parts, "or");
}

std::string sentiments_words(List<int> sentiments) {
  std::vector<std::string> parts;
  for (const int one : sentiments) {
    parts.emplace_back(one < 0 ? "negative" : one > 0 ? "positive" : "neutral");
  }
  return joined(parts, "or");
}

std::string scalar_words(const Scalar& value) {
  Arena arena;
  return quoted(value.text(arena));
}

Statement about_step(const Condition& condition) {
  const std::string step = quoted(condition.step);
  if (condition.answered) {
    const Statement out{"answered " + step, "skipped or never saw " + step};
    return *condition.answered ? out : Statement{out.no, out.yes};
  }
  if (!condition.includes.empty()) {
    const std::string what = quoted(condition.includes) + " in " + step;
    return {"chose " + what, "did not choose " + what};
  }
  if (!condition.is) return {"come by " + step, "do not come by " + step};
  switch (condition.is->kind) {
    case Scalar::Kind::truth:
      return condition.is->truth
                 ? Statement{"said yes to " + step,
                             "did not say yes to " + step}
                 : Statement{"said no to " + step, "did not say no to " + step};
    case Scalar::Kind::number: {
      const std::string what =
          text::whole(condition.is->number) + " in " + step;
      return {"gave " + what, "did not give " + what};
    }
    default: {
      const std::string what = quoted(condition.is->word) + " in " + step;
      return {"chose only " + what, "did not choose only " + what};
    }
  }
}

/// The statements that a condition joins by "and", without its segment.
std::vector<Statement> statements(const Condition& condition);

std::string clause_of(const Condition& condition, bool negated);

std::vector<Statement> statements(const Condition& condition) {
  std::vector<Statement> out;
  if (condition.score) {
    const std::string scores = scores_words(*condition.score);
    out.push_back({"gave " + scores, "did not give " + scores});
  }
  if (!condition.step.empty()) out.push_back(about_step(condition));
  if (!condition.trait.empty()) {
    const std::string value =
        condition.is ? scalar_words(*condition.is) : quoted("");
    const std::string what = value + " as their " + quoted(condition.trait);
    out.push_back({"have " + what, "do not have " + what});
  }
  if (!condition.theme.empty()) {
    const std::string themes = themes_words(condition.theme);
    out.push_back({"speak of " + themes, "do not speak of " + themes});
  }
  if (!condition.sentiment.empty()) {
    const std::string sounds = sentiments_words(condition.sentiment);
    out.push_back({"sound " + sounds, "do not sound " + sounds});
  }
  if (!condition.locale.empty()) {
    std::vector<std::string> parts;
    for (const std::string_view tag : condition.locale) {
      parts.push_back(quoted(tag));
    }
    const std::string tags = joined(parts, "or");
    out.push_back({"read it in " + tags, "do not read it in " + tags});
  }
  for (const Condition& part : condition.all) {
    out.push_back({clause_of(part, false), clause_of(part, true)});
  }
  if (!condition.any.empty()) {
    std::vector<std::string> yes;
    for (const Condition& part : condition.any) {
      yes.push_back(clause_of(part, false));
    }
    if (yes.size() == 1) {
      out.push_back({yes[0], clause_of(condition.any[0], true)});
    } else {
      out.push_back(
          {"either " + joined(yes, "or"), "neither " + joined(yes, "nor")});
    }
  }
  for (const Condition& part : condition.negated) {
    out.push_back({clause_of(part, true), clause_of(part, false)});
  }
  return out;
}

std::string clause_of(const Condition& condition, bool negated) {
  std::vector<Statement> all;
  if (!condition.segment.empty()) {
    const std::string who = segments_words(condition.segment);
    all.push_back({"are " + who, "are not " + who});
  }
  for (Statement& one : statements(condition)) all.push_back(std::move(one));
  if (all.empty()) return negated ? "are nobody" : "are anyone";
  std::vector<std::string> parts;
  parts.reserve(all.size());
  for (Statement& one : all) {
    parts.push_back(negated ? std::move(one.no) : std::move(one.yes));
  }
  // Not all of several: at least one of them does not hold.
  if (parts.size() == 1) return parts[0];
  if (!negated) return joined(parts, "and");
  return "either " + joined(parts, "or");
}

}  // namespace

std::string_view segment_plural(Segment segment) {
  constexpr std::string_view kPlurals[] = {"detractors", "passives",
                                           "promoters"};
  return kPlurals[static_cast<std::size_t>(segment)];
}

std::string condition_clause(const Condition& condition) {
  return "who " + clause_of(condition, false);
}

std::string condition_words(const Condition& condition) {
  std::vector<std::string> parts;
  for (Statement& one : statements(condition)) {
    parts.push_back(std::move(one.yes));
  }
  std::string who = segments_words(condition.segment);
  if (who.empty()) who = parts.empty() ? "everyone" : "those";
  return parts.empty() ? who : who + " who " + joined(parts, "and");
}

}  // namespace looplet
