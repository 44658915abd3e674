// SurveyJS's expressions, as far as our conditions can say them.
//
//   expression := conjunction ("or" conjunction)*
//   conjunction := unary ("and" unary)*
//   unary := ("not" | "!") unary | "(" expression ")" | comparison
//   comparison := {name} operator (value | [values])? | value operator {name}
#include <cstddef>
#include <utility>

#include "text/number.h"
#include "wire/migrate_draft.h"
#include "wire/migrate_text.h"

namespace looplet::wire {
namespace {

constexpr int kDeepest = 24;

struct Token {
  enum class Kind { end, name, text, number, word, symbol };
  Kind kind = Kind::end;
  std::string text;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_word(char c) {
  const char small = lower(c);
  return (small >= 'a' && small <= 'z') || is_digit(c) || c == '_';
}

class Parser {
 public:
  Parser(std::string_view rest, MigrationDraft& draft)
      : rest_(rest), draft_(draft) {
    next();
  }

  std::optional<Json> run(std::string& why) {
    std::optional<Json> out = either(0);
    if (out && token_.kind != Token::Kind::end) {
      out = fail("what follows '" + token_.text + "' is not understood");
    }
    if (!out) why = why_;
    return out;
  }

 private:
  void next() {
    while (!rest_.empty() && is_space(rest_[0])) rest_.remove_prefix(1);
    token_ = {};
    if (rest_.empty()) return;
    const char c = rest_[0];
    if (c == '{') return closed('}', Token::Kind::name);
    if (c == '\'' || c == '"') return closed(c, Token::Kind::text);
    if (is_digit(c) || (c == '-' && rest_.size() > 1 && is_digit(rest_[1]))) {
      std::size_t end = 1;
      while (end < rest_.size() &&
             (is_digit(rest_[end]) || rest_[end] == '.')) {
        ++end;
      }
      return take(end, Token::Kind::number);
    }
    if (is_word(c)) {
      std::size_t end = 1;
      while (end < rest_.size() && is_word(rest_[end])) ++end;
      take(end, Token::Kind::word);
      for (char& letter : token_.text) letter = lower(letter);
      return;
    }
    for (const std::string_view two :
         {"==", "!=", "<>", "<=", ">=", "&&", "||", "*="}) {
      if (rest_.substr(0, 2) == two) return take(2, Token::Kind::symbol);
    }
    take(1, Token::Kind::symbol);
  }

  void take(std::size_t size, Token::Kind kind) {
    token_ = {kind, std::string(rest_.substr(0, size))};
    rest_.remove_prefix(size);
  }

  void closed(char close, Token::Kind kind) {
    const std::size_t end = rest_.find(close, 1);
    if (end == rest_.npos) return take(rest_.size(), Token::Kind::symbol);
    token_ = {kind, std::string(rest_.substr(1, end - 1))};
    rest_.remove_prefix(end + 1);
  }

  std::optional<Json> fail(std::string why) {
    if (why_.empty()) why_ = std::move(why);
    return std::nullopt;
  }

  bool at(std::string_view word, std::string_view symbol) {
    if ((token_.kind == Token::Kind::word && token_.text == word) ||
        (token_.kind == Token::Kind::symbol && token_.text == symbol)) {
      next();
      return true;
    }
    return false;
  }

  std::optional<Json> either(int depth) {
    std::vector<Json> parts;
    do {
      std::optional<Json> part = both(depth);
      if (!part) return part;
      parts.push_back(std::move(*part));
    } while (at("or", "||"));
    return any_of(std::move(parts));
  }

  std::optional<Json> both(int depth) {
    std::vector<Json> parts;
    do {
      std::optional<Json> part = unary(depth);
      if (!part) return part;
      parts.push_back(std::move(*part));
    } while (at("and", "&&"));
    return all_of(std::move(parts));
  }

  std::optional<Json> unary(int depth) {
    if (depth == kDeepest) return fail("it is nested too deeply");
    if (at("not", "!")) {
      std::optional<Json> part = unary(depth + 1);
      if (part) part = not_of(std::move(*part));
      return part;
    }
    if (at("(", "(")) {
      std::optional<Json> part = either(depth + 1);
      if (part && !at(")", ")")) return fail("a ')' is missing");
      return part;
    }
    return comparison();
  }

  /// A text, a number, true or false.
  std::optional<Json> value() {
    const Token token = token_;
    next();
    switch (token.kind) {
      case Token::Kind::text:
        return Json(token.text);
      case Token::Kind::number: {
        const Json number = Json::parse(token.text, nullptr, false);
        if (!number.is_number())
          return fail("'" + token.text + "' is no number");
        return number;
      }
      case Token::Kind::word:
        if (token.text == "true") return Json(true);
        if (token.text == "false") return Json(false);
        return Json(token.text);
      default:
        return fail("a value is missing");
    }
  }

  std::optional<std::vector<Json>> values() {
    std::vector<Json> out;
    if (!at("[", "[")) {
      std::optional<Json> one = value();
      if (!one) return std::nullopt;
      out.push_back(std::move(*one));
      return out;
    }
    while (!at("]", "]")) {
      std::optional<Json> one = value();
      if (!one) return std::nullopt;
      out.push_back(std::move(*one));
      at(",", ",");
    }
    return out;
  }

  std::string operation() {
    const Token token = token_;
    if (token.kind != Token::Kind::word && token.kind != Token::Kind::symbol) {
      return {};
    }
    next();
    constexpr struct {
      std::string_view written;
      std::string_view meant;
    } kNames[] = {{"==", "="},
                  {"equal", "="},
                  {"<>", "!="},
                  {"notequal", "!="},
                  {"less", "<"},
                  {"greater", ">"},
                  {"lessorequal", "<="},
                  {"greaterorequal", ">="},
                  {"*=", "contains"},
                  {"contain", "contains"},
                  {"notcontain", "notcontains"}};
    for (const auto& name : kNames) {
      if (name.written == token.text) return std::string(name.meant);
    }
    return token.text;
  }

  std::optional<Json> comparison() {
    std::string name;
    std::string by;
    std::vector<Json> with;
    if (token_.kind == Token::Kind::name) {
      name = token_.text;
      next();
      by = operation();
      if (by == "empty" || by == "notempty") {
        return emptiness(name, by == "notempty");
      }
      std::optional<std::vector<Json>> found = values();
      if (!found) return std::nullopt;
      with = std::move(*found);
    } else {
      std::optional<Json> first = value();
      if (!first) return std::nullopt;
      by = operation();
      if (token_.kind != Token::Kind::name) {
        return fail("only a question and a value can be compared");
      }
      name = token_.text;
      next();
      if (by[0] == '<' || by[0] == '>') by[0] = by[0] == '<' ? '>' : '<';
      with.push_back(std::move(*first));
    }
    if (with.empty()) return fail("a value is missing");
    return compare(name, by, with);
  }

  std::optional<Json> emptiness(const std::string& name, bool answered) {
    const DraftStep* step = draft_.find(name);
    if (step == nullptr) return fail("'" + name + "' is no question");
    return is_answered(*step, answered);
  }

  std::optional<Json> compare(const std::string& name, const std::string& by,
                              const std::vector<Json>& with) {
    const DraftStep* step = draft_.find(name);
    if (step == nullptr) return compare_trait(name, by, with);
    std::vector<Json> parts;
    for (const Json& value : with) {
      std::optional<Json> part = compare_one(*step, by, value);
      if (!part) {
        return fail("'" + name + "' cannot be compared by '" + by + "' with " +
                    value.dump(-1, ' ', false, Json::error_handler_t::replace));
      }
      parts.push_back(std::move(*part));
    }
    if (by == "anyof") return any_of(std::move(parts));
    if (by == "noneof") return not_of(any_of(std::move(parts)));
    if (parts.size() == 1 || by == "allof" || by == "contains") {
      return all_of(std::move(parts));
    }
    return fail("a list cannot be compared by '" + by + "'");
  }

  std::optional<Json> compare_one(const DraftStep& step, const std::string& by,
                                  const Json& value) {
    if (by == "=") return is_value(step, value);
    if (by == "!=") {
      std::optional<Json> same = is_value(step, value);
      if (same) same = not_of(std::move(*same));
      return same;
    }
    if (by == "contains" || by == "anyof" || by == "allof" || by == "noneof") {
      std::optional<Json> out = includes_value(step, value);
      return out ? out : is_value(step, value);
    }
    if (by == "notcontains") {
      std::optional<Json> has = includes_value(step, value);
      if (has) has = not_of(std::move(*has));
      return has;
    }
    const std::optional<std::int64_t> number =
        whole_member(Json{{"value", value}}, "value");
    if (!number) return std::nullopt;
    constexpr std::int64_t kFar = 1000;
    if (by == "<") return in_range(step, -kFar, *number - 1);
    if (by == "<=") return in_range(step, -kFar, *number);
    if (by == ">") return in_range(step, *number + 1, kFar);
    if (by == ">=") return in_range(step, *number, kFar);
    return std::nullopt;
  }

  /// What is no question is something the page tells.
  std::optional<Json> compare_trait(const std::string& name,
                                    const std::string& by,
                                    const std::vector<Json>& with) {
    if ((by != "=" && by != "!=") || with.size() != 1) {
      return fail("'" + name + "' is no question, and by '" + by +
                  "' a trait cannot be compared");
    }
    Json value = with[0];
    if (value.is_number() && !value.is_number_integer()) {
      return fail("a trait cannot be compared with a fraction");
    }
    if (value.is_string() && value.get<std::string>().empty()) {
      return fail("a trait cannot be compared with nothing");
    }
    Json same = {{"trait", draft_.trait(name)}, {"is", std::move(value)}};
    return by == "=" ? same : not_of(std::move(same));
  }

  std::string_view rest_;
  MigrationDraft& draft_;
  Token token_;
  std::string why_;
};

}  // namespace

std::optional<Json> surveyjs_condition(std::string_view expression,
                                       MigrationDraft& draft,
                                       std::string& why) {
  if (expression.size() > 4000) {
    why = "it is too long";
    return std::nullopt;
  }
  return Parser(expression, draft).run(why);
}

}  // namespace looplet::wire
