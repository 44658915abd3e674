#include "verify_cases.h"

#include <cstdint>
#include <functional>

namespace looplet::bench {
namespace {

std::string number(int value) { return std::to_string(value); }

std::string id(const char* prefix, int index) { return prefix + number(index); }

/// Always the same numbers (Marsaglia 2003, xorshift64).
class Draws {
 public:
  int below(int count) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>((state_ >> 33) % static_cast<unsigned>(count));
  }

 private:
  std::uint64_t state_ = 88172645463325252u;
};

std::string around(const std::string& steps) {
  return R"({"format":1,"id":"v","revision":1,"locale":"en","subject":"A","steps":[)" +
         steps +
         R"({"id":"yes","type":"end","text":"Y"},{"id":"no","type":"end","text":"N"}]})";
}

std::string decided(const std::string& condition) {
  return R"({"id":"q","type":"statement","text":"Q","next":[{"when":)" +
         condition + R"(,"to":"yes"},{"to":"no"}]},)";
}

std::string consents(int count, const std::string& prefix = "b") {
  std::string out;
  for (int i = 0; i < count; ++i) {
    out += R"({"id":")" + prefix + number(i) +
           R"(","type":"consent","text":"T"},)";
  }
  return out;
}

std::string is(const std::string& step, bool value) {
  return R"({"step":")" + step + R"(","is":)" + (value ? "true}" : "false}");
}

std::string joined(const char* how, const std::vector<std::string>& parts) {
  if (parts.size() == 1) return parts[0];
  std::string out = std::string("{\"") + how + "\":[";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += (i > 0 ? "," : "") + parts[i];
  }
  return out + "]}";
}

/// At most 64 members in one list, so long ones are lists of lists.
std::string long_list(const char* how, const std::vector<std::string>& parts) {
  std::vector<std::string> outer;
  for (std::size_t i = 0; i < parts.size(); i += 60) {
    const std::size_t end = parts.size() < i + 60 ? parts.size() : i + 60;
    outer.push_back(joined(how, {parts.begin() + static_cast<long>(i),
                                 parts.begin() + static_cast<long>(end)}));
  }
  return joined(how, outer);
}

/// Random clauses of three, at the ratio where they are hardest (4.26:
/// Crawford and Auton 1996, doi 10.1016/0004-3702(95)00046-1).
std::string three_sat(int variables,
                      const std::function<std::string(int, bool)>& literal,
                      int seed) {
  Draws draws;
  for (int i = 0; i < seed; ++i) draws.below(2);
  std::vector<std::string> clauses;
  for (int i = 0; i < variables * 426 / 100; ++i) {
    std::vector<std::string> parts;
    for (int k = 0; k < 3; ++k) {
      parts.push_back(literal(draws.below(variables), draws.below(2) == 0));
    }
    clauses.push_back(joined("any", parts));
  }
  return long_list("all", clauses);
}

std::string sat_of_consents(int seed) {
  return around(consents(60) + decided(three_sat(
                                   60,
                                   [](int variable, bool value) {
                                     return is(id("b", variable), value);
                                   },
                                   seed)));
}

std::string sat_of_options(int variables, int seed) {
  constexpr int kEach = 60;
  std::string steps;
  for (int s = 0; s * kEach < variables; ++s) {
    steps +=
        R"({"id":"s)" + number(s) +
        R"(","type":"choice","text":"T","many":true,"optional":true,"options":[)";
    for (int i = 0; i < kEach; ++i) {
      steps += (i > 0 ? R"(,{"id":")" : R"({"id":")") + number(i) +
               R"(","text":"O"})";
    }
    steps += "]},";
  }
  const auto literal = [](int variable, bool value) {
    const std::string plain = R"({"step":"s)" + number(variable / kEach) +
                              R"(","includes":")" + number(variable % kEach) +
                              R"("})";
    return value ? plain : "{\"not\":" + plain + "}";
  };
  return around(steps + decided(three_sat(variables, literal, seed)));
}

/// One option for each pigeon, no option twice: impossible.
std::string pigeons(int holes) {
  std::string steps;
  std::vector<std::string> parts;
  const auto sits = [](int pigeon, int hole) {
    return R"({"step":"p)" + number(pigeon) + R"(","is":"h)" + number(hole) +
           R"("})";
  };
  for (int p = 0; p <= holes; ++p) {
    steps += R"({"id":"p)" + number(p) +
             R"(","type":"choice","text":"T","options":[)";
    for (int h = 0; h < holes; ++h) {
      steps += (h > 0 ? R"(,{"id":"h)" : R"({"id":"h)") + number(h) +
               R"(","text":"O"})";
    }
    steps += "]},";
    for (int other = 0; other < p; ++other) {
      for (int h = 0; h < holes; ++h) {
        parts.push_back(
            "{\"not\":" + joined("all", {sits(p, h), sits(other, h)}) + "}");
      }
    }
  }
  return around(steps + decided(long_list("all", parts)));
}

/// Pairs whose halves are asked far apart: diagrams in order of asking would
/// remember every first half.
std::string far_pairs(int pairs) {
  std::vector<std::string> parts;
  std::vector<std::string> late;
  for (int i = 0; i < pairs; ++i) {
    parts.push_back(
        joined("all", {is(id("x", i), true), is(id("y", i), true)}));
    late.push_back(is(id("x", i), true));
  }
  std::string steps = consents(pairs, "x");
  steps.back() = ' ';
  steps.pop_back();
  return around(steps +
                R"(,{"id":"m","type":"statement","text":"M","next":[{"when":)" +
                long_list("all", late) + R"(,"to":"no"}]},)" +
                consents(pairs, "y") + decided(long_list("any", parts)));
}

std::string parity(const std::vector<int>& bits, std::size_t from,
                   std::size_t to, bool odd) {
  if (to - from == 1) return is(id("b", bits[from]), odd);
  const std::size_t middle = (from + to) / 2;
  return joined("any", {joined("all", {parity(bits, from, middle, true),
                                       parity(bits, middle, to, !odd)}),
                        joined("all", {parity(bits, from, middle, false),
                                       parity(bits, middle, to, odd)})});
}

/// A sum that is odd one way round and even another: never.
std::string two_parities(int count) {
  std::vector<int> forward;
  std::vector<int> mixed;
  for (int i = 0; i < count; ++i) {
    forward.push_back(i);
    mixed.push_back(i * 7 % count);
  }
  const auto size = static_cast<std::size_t>(count);
  return around(consents(count) +
                decided(joined("all", {parity(forward, 0, size, true),
                                       parity(mixed, 0, size, false)})));
}

/// Follow-ups for each of many areas, then one more if any was poor.
std::string ratings(int areas) {
  std::string steps =
      R"({"id":"score","type":"nps","text":"Q","low":"L","high":"H"},)";
  std::vector<std::string> poor;
  for (int i = 0; i < areas; ++i) {
    const std::string next =
        i + 1 < areas ? "r" + number(i + 1) : std::string("q");
    steps +=
        R"({"id":"r)" + number(i) +
        R"(","type":"rating","text":"T","low":"L","high":"H","next":[{"when":{"any":[{"step":"r)" +
        number(i) + R"(","is":1},{"step":"r)" + number(i) +
        R"(","is":2}]},"to":"w)" + number(i) + R"("},{"to":")" + next +
        R"("}]},)";
    steps += R"({"id":"w)" + number(i) +
             R"(","type":"text","text":"You chose {r)" + number(i) +
             R"(}","next":")" + next + R"("},)";
    poor.push_back(R"({"step":"r)" + number(i) + R"(","is":1})");
  }
  return around(steps + decided(long_list("any", poor)));
}

/// As many rules as fit, each to another step, by score and trait.
std::string many_rules(int steps, int rules) {
  Draws draws;
  std::string out =
      R"({"id":"score","type":"nps","text":"Q","low":"L","high":"H"},)";
  for (int i = 0; i < steps; ++i) {
    out += R"({"id":"s)" + number(i) +
           R"(","type":"consent","text":"T {score} {s0}","next":[)";
    for (int r = 0; r < rules; ++r) {
      const int to = i + 1 + draws.below(steps - i);
      const std::string target = to < steps ? "s" + number(to) : "yes";
      out += R"({"when":{"score":)" + number(draws.below(11)) +
             R"(,"trait":"t)" + number(draws.below(8)) + R"(","is":")" +
             number(draws.below(4)) + R"("},"to":")" + target + R"("},)";
    }
    out.back() = ']';
    out += "},";
  }
  return around(out);
}

/// Every step asks a few of those before it and jumps ahead.
std::string tangle(int steps, int depth, int seed) {
  Draws draws;
  for (int i = 0; i < seed; ++i) draws.below(2);
  std::function<std::string(int, int)> condition = [&](int before, int level) {
    if (level == 0) {
      return is(id("s", draws.below(before + 1)), draws.below(2) == 0);
    }
    std::vector<std::string> parts;
    for (int i = 0; i < 3; ++i) parts.push_back(condition(before, level - 1));
    return joined(level % 2 == 0 ? "any" : "all", parts);
  };
  std::string out;
  for (int i = 0; i < steps; ++i) {
    out += R"({"id":"s)" + number(i) +
           R"(","type":"consent","text":"T","optional":true,"next":[)";
    for (int r = 0; r < 2; ++r) {
      const int to = i + 1 + draws.below(steps - i < 4 ? steps - i : 4);
      out += R"({"when":)" + condition(i, depth) + R"(,"to":")" +
             (to < steps ? "s" + number(to) : std::string("yes")) + R"("},)";
    }
    out.back() = ']';
    out += "},";
  }
  return around(out);
}

/// Every step's text has the names of all steps.
std::string all_names(int steps) {
  std::string names;
  for (int i = 0; i < steps; ++i) names += "{s" + number(i) + "}";
  std::string out;
  for (int i = 0; i < steps; ++i) {
    out += R"({"id":"s)" + number(i) +
           R"(","type":"rating","low":"L","high":"H","text":")" + names +
           R"(","optional":true,"next":[{"when":{"step":"s)" + number(i) +
           R"(","is":3},"to":"yes"}]},)";
  }
  return around(out);
}

}  // namespace

std::vector<VerifyCase> verify_cases() {
  std::vector<VerifyCase> out = {
      {"sat_60_consents", sat_of_consents(0)},
      {"sat_120_options", sat_of_options(120, 0)},
      {"sat_120_options_b", sat_of_options(120, 7)},
      {"sat_125_options", sat_of_options(125, 3)},
      {"pigeons_8", pigeons(8)},
      {"pigeons_10", pigeons(10)},
      {"far_pairs_30", far_pairs(30)},
      {"two_parities_24", two_parities(24)},
      {"two_parities_28", two_parities(28)},
      {"ratings_31", ratings(30)},
      {"many_rules_61x13", many_rules(61, 13)},
      {"tangle_60_deep_1", tangle(60, 1, 1)},
      {"tangle_60_deep_2", tangle(60, 2, 2)},
      {"tangle_25_deep_3", tangle(25, 3, 3)},
      {"all_names_60", all_names(60)},
  };
  return out;
}

}  // namespace looplet::bench
