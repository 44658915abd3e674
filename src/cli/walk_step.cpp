#include "cli/walk_step.h"

#include <algorithm>

#include "cli/words.h"

namespace looplet::cli {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::optional<int> whole(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<bool> yes_or_no(std::string_view text) {
  text = trim(text);
  if (text == "y" || text == "yes" || text == "Y") return true;
  if (text == "n" || text == "no" || text == "N") return false;
  return std::nullopt;
}

std::string scale(int first, int last, const StepView& step) {
  std::string out = "  ";
  for (int i = first; i <= last; ++i) {
    out += ' ';
    out += std::to_string(i);
  }
  out += "\n";
  if (!step.low.empty()) {
    out += "   " + std::to_string(first) + " = " + printable(step.low) + ", " +
           std::to_string(last) + " = " + printable(step.high) + "\n";
  }
  return out;
}

std::string option_line(int number, const std::string& text) {
  std::string out = "  ";
  out += std::to_string(number);
  out += "  ";
  out += text;
  out += "\n";
  return out;
}

std::string_view field_name(ContactField field) {
  switch (field) {
    case ContactField::name:
      return "Name";
    case ContactField::email:
      return "E-mail";
    case ContactField::phone:
      return "Phone";
  }
  return {};
}

Typed misunderstood(std::string why) {
  Typed typed;
  typed.what = Typed::What::misunderstood;
  typed.why = std::move(why);
  return typed;
}

Typed ended() {
  Typed typed;
  typed.what = Typed::What::ended;
  return typed;
}

Typed read_number(std::string_view line, int first, int last) {
  const std::optional<int> number = whole(line);
  if (!number || *number < first || *number > last) {
    return misunderstood("Type a whole number from " + std::to_string(first) +
                         " to " + std::to_string(last) + ".");
  }
  Typed typed;
  typed.answer.kind = Answer::Kind::number;
  typed.answer.number = *number;
  return typed;
}

Typed read_choice(const StepView& step, std::string_view line,
                  const AskLine& ask, Arena& arena) {
  const int options = static_cast<int>(step.options.size());
  const int last = options + (step.other ? 1 : 0);
  Growing<std::string_view> ids(arena);
  bool other = false;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(','), line.size());
    const std::optional<int> number = whole(line.substr(0, end));
    if (!number || *number < 1 || *number > last) {
      return misunderstood(
          "Type a number from 1 to " + std::to_string(last) +
          (step.many ? ", or several with commas between." : "."));
    }
    if (*number > options) {
      other = true;
    } else {
      const std::string_view id =
          step.options[static_cast<std::size_t>(*number - 1)].id;
      const List<std::string_view> so_far = ids.list();
      if (std::find(so_far.begin(), so_far.end(), id) == so_far.end())
        ids.push(id);
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  if (!step.many && ids.size() + other > 1)
    return misunderstood("Only one may be chosen here.");
  Typed typed;
  Answer& answer = typed.answer;
  if (other) {
    const std::optional<std::string> words = ask("In your words: ");
    if (!words) return ended();
    answer.kind = Answer::Kind::options_and_other;
    answer.text = arena.copy(trim(*words));
    answer.options = ids.list();
  } else if (step.many) {
    answer.kind = Answer::Kind::options;
    answer.options = ids.list();
  } else {
    answer.kind = Answer::Kind::text;
    if (ids.size() > 0) answer.text = ids[0];
  }
  return typed;
}

Typed read_contact(const StepView& step, std::optional<std::string> line,
                   const AskLine& ask, Arena& arena) {
  Typed typed;
  typed.answer.kind = Answer::Kind::contact;
  Contact& contact = typed.answer.contact;
  for (std::size_t i = 0; i < step.fields.size(); ++i) {
    if (i > 0) line = ask(std::string(field_name(step.fields[i])) + ": ");
    if (!line) return ended();
    std::string_view& into = step.fields[i] == ContactField::name ? contact.name
                             : step.fields[i] == ContactField::email
                                 ? contact.email
                                 : contact.phone;
    into = arena.copy(trim(*line));
  }
  const bool given =
      !contact.name.empty() || !contact.email.empty() || !contact.phone.empty();
  if (!given && step.optional) {
    typed.answer = {};
  } else if (given && !step.consent.empty()) {
    const std::optional<std::string> ticked =
        ask(printable(step.consent) + " (y/n): ");
    if (!ticked) return ended();
    contact.consent = yes_or_no(*ticked).value_or(false);
  }
  return typed;
}

}  // namespace

std::string draw_step(const StepView& step) {
  std::string out(1, '\n');
  out += printable(step.text);
  if (step.optional) out += "  (Enter to skip)";
  out += "\n";
  if (!step.help.empty()) out += "  " + printable(step.help) + "\n";
  switch (step.type) {
    case StepType::nps:
      out += scale(0, 10, step);
      break;
    case StepType::rating:
      out += scale(1, static_cast<int>(step.points), step);
      break;
    case StepType::choice: {
      int number = 0;
      for (const OptionView& option : step.options)
        out += option_line(++number, printable(option.text));
      if (step.other) {
        out += option_line(++number, step.other_text.empty()
                                         ? std::string("Other")
                                         : printable(step.other_text));
      }
      break;
    }
    case StepType::end:
      for (const ActionView& action : step.actions) {
        out += "  - " + printable(action.text);
        if (!action.url.empty()) out += "  " + printable(action.url);
        if (!action.code.empty()) out += "  " + printable(action.code);
        out += "\n";
      }
      break;
    case StepType::consent:
      if (!step.label.empty()) out += "  " + printable(step.label) + "\n";
      break;
    case StepType::text:
    case StepType::contact:
    case StepType::statement:
      break;
  }
  return out;
}

Typed read_answer(const StepView& step, const AskLine& ask, Arena& arena) {
  std::string prompt = "> ";
  if (step.type == StepType::contact && !step.fields.empty())
    prompt = std::string(field_name(step.fields[0])) + ": ";
  if (step.type == StepType::consent) prompt = "(y/n) > ";
  if (step.type == StepType::choice && step.many) prompt = "(1,2,...) > ";
  const std::optional<std::string> typed_line = ask(prompt);
  if (!typed_line) return ended();
  const std::string_view line = trim(*typed_line);
  Typed typed;
  if (line == "<") {
    typed.what = Typed::What::back;
    return typed;
  }
  const bool skips = line.empty() && step.optional;
  switch (step.type) {
    case StepType::nps:
      return skips ? typed : read_number(line, 0, 10);
    case StepType::rating:
      return skips ? typed
                   : read_number(line, 1, static_cast<int>(step.points));
    case StepType::choice:
      if (skips) return typed;
      if (line.empty()) return read_choice(step, "0", ask, arena);
      return read_choice(step, line, ask, arena);
    case StepType::text:
      if (skips) return typed;
      typed.answer.kind = Answer::Kind::text;
      typed.answer.text = arena.copy(line);
      return typed;
    case StepType::contact:
      return read_contact(step, *typed_line, ask, arena);
    case StepType::consent: {
      if (skips) return typed;
      const std::optional<bool> said = yes_or_no(line);
      if (!said) return misunderstood("Type y or n.");
      typed.answer.kind = Answer::Kind::truth;
      typed.answer.truth = *said;
      return typed;
    }
    case StepType::statement:
    case StepType::end:
      return typed;
  }
  return typed;
}

}  // namespace looplet::cli
