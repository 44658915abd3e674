#include "survey/answer_check.h"

#include "survey/facts.h"
#include "survey/names.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::int64_t kMaxOther = 500;
constexpr std::int64_t kMaxName = 200;
constexpr std::int64_t kMaxEmail = 254;  // RFC 5321, 4.5.3.1.3
constexpr std::int64_t kMaxPhone = 40;

using text::is_blank;

/// One @ with something before it and a dotted name after it. Whether the
/// address exists only a letter to it can tell.
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view domain = text.substr(at + 1);
  const std::size_t dot = domain.find('.');
  return text.find_first_of(" \t\r\n,;<>") == std::string_view::npos &&
         domain.find('@') == std::string_view::npos &&
         dot != std::string_view::npos && dot != 0 && domain.back() != '.';
}

class Checker {
 public:
  Checker(const Step& step, const Answer& answer, Reporter& found)
      : step_(step), answer_(answer), found_(found) {}

  void run() {
    switch (step_.type) {
      case StepType::nps:
        number(kLowestScore, kHighestScore);
        break;
      case StepType::rating:
        number(1, step_.points);
        break;
      case StepType::choice:
        choice();
        break;
      case StepType::text:
        if (expect(Answer::Kind::text, "a text")) {
          length(answer_.text, step_.max_length);
        }
        break;
      case StepType::contact:
        if (expect(Answer::Kind::contact, "name, email and phone")) contact();
        break;
      case StepType::consent:
        expect(Answer::Kind::truth, "true or false");
        break;
      case StepType::statement:
      case StepType::end:
        expect(Answer::Kind::none, "no answer");
        break;
    }
  }

 private:
  bool expect(Answer::Kind kind, const char* what) {
    if (answer_.kind == kind) return true;
    found_.report(Code::wrong_answer, step_.id, what);
    return false;
  }

  void number(std::int64_t low, std::int64_t high) {
    const double given = answer_.number;
    // Written so that NaN fails too.
    if (answer_.kind == Answer::Kind::number &&
        given >= static_cast<double>(low) &&
        given <= static_cast<double>(high) &&
        given == static_cast<double>(static_cast<int>(given))) {
      return;
    }
    found_.report(Code::wrong_number, step_.id, low, high);
  }

  void length(std::string_view text, std::int64_t most) {
    const auto count = static_cast<std::int64_t>(text::code_points(text));
    if (count > most) found_.report(Code::too_long, count, most);
  }

  void choice() {
    if (answer_.kind != Answer::Kind::text &&
        answer_.kind != Answer::Kind::options &&
        answer_.kind != Answer::Kind::options_and_other) {
      found_.report(Code::wrong_answer, step_.id, "the id of an option");
      return;
    }
    const List<const std::string_view> ids = chosen(answer_);
    std::size_t count = ids.size();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      bool known = false;
      for (const Option& option : step_.options)
        known |= text::same(option.id, ids[i]);
      if (!known) found_.report(Code::unknown_option, step_.id, ids[i]);
      for (std::size_t k = 0; k < i; ++k) {
        if (text::same(ids[k], ids[i]))
          found_.report(Code::duplicate_id, ids[i]);
      }
    }
    if (answer_.kind == Answer::Kind::options_and_other &&
        !is_blank(answer_.text)) {
      ++count;
      const Below here(found_, "other");
      if (!step_.other) {
        found_.report(Code::wrong_answer, step_.id, "none but its own options");
      }
      length(answer_.text, kMaxOther);
    }
    if (!step_.many && count > 1) {
      found_.report(Code::wrong_answer, step_.id, "one option only");
    }
  }

  void field(ContactField which, const std::string_view& value,
             std::int64_t most) {
    bool asked = false;
    for (const ContactField candidate : step_.fields) {
      asked |= candidate == which;
    }
    const Below here(found_,
                     names::kContactFields[static_cast<std::size_t>(which)]);
    if (!asked) {
      if (!value.empty()) {
        found_.report(Code::wrong_answer, step_.id, "only what it asks for");
      }
    } else if (is_blank(value)) {
      if (!step_.optional) found_.report(Code::answer_needed);
    } else {
      length(value, most);
      if (which == ContactField::email && !is_email(value)) {
        found_.report(Code::bad_email, value);
      }
    }
  }

  void contact() {
    const Contact& contact = answer_.contact;
    field(ContactField::name, contact.name, kMaxName);
    field(ContactField::email, contact.email, kMaxEmail);
    field(ContactField::phone, contact.phone, kMaxPhone);
    if (!step_.consent.empty() && !contact.consent) {
      found_.report_at("consent", Code::consent_needed);
    }
  }

  const Step& step_;
  const Answer& answer_;
  Reporter& found_;
};

/// Whether nothing was given after all.
bool is_blank(const Answer& answer) {
  const Contact& contact = answer.contact;
  switch (answer.kind) {
    case Answer::Kind::none:
      return true;
    case Answer::Kind::text:
      return is_blank(answer.text);
    case Answer::Kind::options:
      return answer.options.empty();
    case Answer::Kind::options_and_other:
      return answer.options.empty() && is_blank(answer.text);
    case Answer::Kind::contact:
      return is_blank(contact.name) && is_blank(contact.email) &&
             is_blank(contact.phone);
    default:
      return false;
  }
}

}  // namespace

void drop_blanks(Answer& answer) {
  if (is_blank(answer)) {
    answer = {};
  } else if (answer.kind == Answer::Kind::options_and_other &&
             is_blank(answer.text)) {
    answer.text = {};
  }
}

bool check_answer(const Step& step, const Answer& answer, Reporter& found) {
  const std::size_t before = found.count();
  const bool asks =
      step.type != StepType::statement && step.type != StepType::end;
  if (asks && is_blank(answer)) {
    if (!step.optional) found.report(Code::answer_needed);
  } else {
    Checker(step, answer, found).run();
  }
  return found.count() == before;
}

}  // namespace looplet
