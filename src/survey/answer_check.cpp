#include "survey/answer_check.h"

#include "survey/facts.h"
#include "text/report.h"
#include "text/utf8.h"

namespace looplet {
namespace {

constexpr std::int64_t kMaxOther = 500;
constexpr std::int64_t kMaxName = 200;
constexpr std::int64_t kMaxEmail = 254;  // RFC 5321, 4.5.3.1.3
constexpr std::int64_t kMaxPhone = 40;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

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
  Checker(const Step& step, const Answer& answer, const Place& where,
          Faults& faults)
      : step_(step), answer_(answer), where_(where), faults_(faults) {}

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
          length(answer_.text, step_.max_length, "");
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
  void fault(Code code, const char* below,
             std::initializer_list<Word> words = {}) {
    const Place inside{&where_, below};
    report(faults_, code, *below == 0 ? where_ : inside, words);
  }

  bool expect(Answer::Kind kind, std::string_view what) {
    if (answer_.kind == kind) return true;
    fault(Code::wrong_answer, "", {step_.id, what});
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
    fault(Code::wrong_number, "", {step_.id, low, high});
  }

  void length(std::string_view text, std::int64_t most, const char* below) {
    const auto count = static_cast<std::int64_t>(text::code_points(text));
    if (count > most) {
      fault(Code::too_long, below, {count, most});
    }
  }

  void choice() {
    if (answer_.kind != Answer::Kind::text &&
        answer_.kind != Answer::Kind::options &&
        answer_.kind != Answer::Kind::options_and_other) {
      fault(Code::wrong_answer, "", {step_.id, "the id of an option"});
      return;
    }
    const List<const std::string_view> ids = chosen(answer_);
    std::size_t count = ids.size();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      bool known = false;
      for (const Option& option : step_.options) known |= option.id == ids[i];
      if (!known) fault(Code::unknown_option, "", {step_.id, ids[i]});
      for (std::size_t k = 0; k < i; ++k) {
        if (ids[k] == ids[i]) fault(Code::duplicate_id, "", {ids[i]});
      }
    }
    if (answer_.kind == Answer::Kind::options_and_other &&
        !is_blank(answer_.text)) {
      ++count;
      if (!step_.other) {
        fault(Code::wrong_answer, "other",
              {step_.id, "none but its own options"});
      }
      length(answer_.text, kMaxOther, "other");
    }
    if (!step_.many && count > 1) {
      fault(Code::wrong_answer, "", {step_.id, "one option only"});
    }
  }

  void field(ContactField which, std::string_view value, std::int64_t most,
             const char* below) {
    bool asked = false;
    for (const ContactField candidate : step_.fields) {
      asked |= candidate == which;
    }
    if (!asked) {
      if (!value.empty()) {
        fault(Code::wrong_answer, below, {step_.id, "only what it asks for"});
      }
      return;
    }
    if (is_blank(value)) {
      if (!step_.optional) fault(Code::answer_needed, below);
      return;
    }
    length(value, most, below);
    if (which == ContactField::email && !is_email(value)) {
      fault(Code::bad_email, below, {value});
    }
  }

  void contact() {
    const Contact& contact = answer_.contact;
    field(ContactField::name, contact.name, kMaxName, "name");
    field(ContactField::email, contact.email, kMaxEmail, "email");
    field(ContactField::phone, contact.phone, kMaxPhone, "phone");
    if (!step_.consent.empty() && !contact.consent) {
      fault(Code::consent_needed, "consent");
    }
  }

  const Step& step_;
  const Answer& answer_;
  const Place& where_;
  Faults& faults_;
};

}  // namespace

Answer kept_answer(const Answer& answer) {
  bool blank = false;
  switch (answer.kind) {
    case Answer::Kind::text:
      blank = is_blank(answer.text);
      break;
    case Answer::Kind::options:
      blank = answer.options.empty();
      break;
    case Answer::Kind::options_and_other:
      blank = answer.options.empty() && is_blank(answer.text);
      break;
    case Answer::Kind::contact:
      blank = is_blank(answer.contact.name) && is_blank(answer.contact.email) &&
              is_blank(answer.contact.phone);
      break;
    default:
      break;
  }
  if (blank) return {};
  Answer kept = answer;
  if (answer.kind == Answer::Kind::options_and_other && is_blank(answer.text)) {
    kept.text = {};
  }
  return kept;
}

bool check_answer(const Step& step, const Answer& answer, const Place& where,
                  Faults& faults) {
  const std::size_t before = faults.size();
  const bool asks =
      step.type != StepType::statement && step.type != StepType::end;
  if (asks && kept_answer(answer).kind == Answer::Kind::none) {
    if (!step.optional) {
      report(faults, Code::answer_needed, where);
    }
  } else {
    Checker(step, answer, where, faults).run();
  }
  return faults.size() == before;
}

}  // namespace looplet
