// The table of calls, and the doors for C++ that read and write JSON text.
#include "looplet/wire.h"

#include <array>

#include "looplet/version.h"
#include "wire/batch_calls.h"
#include "wire/call_table.h"
#include "wire/change_types.h"
#include "wire/design_calls.h"
#include "wire/json_text.h"
#include "wire/report_calls.h"
#include "wire/request_calls.h"
#include "wire/theme_types.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;
using Calls = SurveyCalls<JsonBackend>;
using Requests = RequestCalls<JsonBackend>;
using Node = JsonBackend::Node;

/// Reads a request, answers it, writes the value.
template <class Asked, class Answered, class Answer>
JsonWritten answered(Node request, const Typed<Asked>& asks,
                     const Typed<Answered>& answers, Answer answer) {
  Asked asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, asks, Strict::no, asked, arena, faults)) {
    return bad<JsonBackend>(faults);
  }
  return Calls::reply(answers, Result<Answered>(answer(asked)));
}

JsonWritten about(Node) {
  auto functions = JsonWritten::list();
  for (const std::string_view name : call_names()) {
    functions.push(JsonWritten::quoted(name));
  }
  auto codes = JsonWritten::list();
  for (int i = 0; i < code_count(); ++i) {
    codes.push(JsonWritten::quoted(code_name(static_cast<Code>(i))));
  }
  auto about = JsonWritten::object();
  about.set("version", JsonWritten::quoted(kVersion));
  about.set("wire", JsonWritten::number(kWireVersion));
  about.set("functions", functions);
  about.set("errorCodes", codes);
  about.set("themesVersion", JsonWritten::quoted(kThemesVersion));
  return good<JsonBackend>(about);
}

JsonWritten parse_score_call(Node request) {
  return answered(
      request, kParseRequest, kParsedScore,
      [](const ParseRequest& asked) { return parse_score(asked.raw); });
}

JsonWritten compare_call(Node request) {
  return answered(request, kCompareRequest, kComparison,
                  [](const CompareRequest& asked) {
                    return compare(asked.before.total(), asked.after.total(),
                                   asked.options);
                  });
}

JsonWritten sample_size_call(Node request) {
  SizeRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kSizeRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  if (asked.margin.has_value() == asked.change.has_value()) {
    return bad<JsonBackend>(Faults{make_fault(Code::undefined_margin, "")});
  }
  if (asked.change) {
    asked.for_change.change = *asked.change;
    asked.for_change.confidence = asked.for_margin.confidence;
    return Calls::reply(kChangeSize, sample_size(asked.for_change));
  }
  asked.for_margin.margin = *asked.margin;
  if (asked.pilot) asked.for_margin.pilot = asked.pilot->total();
  return Calls::reply(kMarginSize, sample_size(asked.for_margin));
}

JsonWritten detectable_call(Node request) {
  return answered(
      request, kDetectionPlan, kDetection,
      [](const DetectionPlan& asked) { return detectable_change(asked); });
}

JsonWritten adjust_call(Node request) {
  return answered(request, kAdjustRequest, kAdjusted,
                  [](const AdjustRequest& asked) -> Result<Adjusted> {
                    Result<std::vector<double>> p =
                        adjust_p(asked.p, asked.method);
                    if (!p) return p.faults();
                    return Adjusted{std::move(*p)};
                  });
}

JsonWritten tag_call(Node request) {
  TagRequest asked;
  Arena arena;
  Faults faults;
  if (!read<JsonBackend>(request, kTagRequest, Strict::no, asked, arena,
                         faults)) {
    return bad<JsonBackend>(faults);
  }
  if (!asked.themes) {
    return Calls::reply(
        kCommentTags, Result<CommentTags>(
                          Tagger::built_in().tag(asked.comment, asked.locale)));
  }
  const ThemeRules* own[] = {&*asked.themes};
  const Result<Tagger> tagger = Tagger::make(own);
  if (!tagger) {
    faults = tagger.faults();
    for (Fault& fault : faults) fault.where = "/themes" + fault.where;
    return bad<JsonBackend>(faults);
  }
  return Calls::reply(kCommentTags, Result<CommentTags>(tagger->tag(
                                        asked.comment, asked.locale)));
}

JsonWritten trend_call(Node request) {
  return answered(
      request, kTrendRequest, kTrend,
      [](const TrendRequest& asked) { return trend(asked.t, asked.counts()); });
}

JsonWritten movement_call(Node request) {
  return answered(
      request, kMovementRequest, kMovement,
      [](const MovementRequest& asked) { return movement(asked.transitions); });
}

JsonWritten impact_call(Node request) {
  return answered(request, kImpactRequest, kThemeImpact,
                  [](const ImpactRequest& asked) {
                    return theme_impact(asked.all.total(), asked.theme.total());
                  });
}

JsonWritten theme_change_call(Node request) {
  return answered(request, kThemeChangeRequest, kThemeChange,
                  [](const ThemeChangeRequest& asked) {
                    return theme_change(asked.before, asked.after);
                  });
}

JsonWritten churn_call(Node request) {
  return answered(request, kChurnRequest, kChurn, churn);
}

constexpr std::array kCalls = {
    Call{"about", about},
    Call{"parseScore", parse_score_call},
    Call{"estimate", estimate_call},
    Call{"compare", compare_call},
    Call{"sampleSize", sample_size_call},
    Call{"detectableChange", detectable_call},
    Call{"adjustP", adjust_call},
    Call{"tag", tag_call},
    Call{"trend", trend_call},
    Call{"movement", movement_call},
    Call{"themeImpact", impact_call},
    Call{"themeChange", theme_change_call},
    Call{"churn", churn_call},
    Call{"analyze", analyze_call},
    Call{"goal", goal_call},
    Call{"dedupe", dedupe_call},
    Call{"rolling", rolling_call},
    Call{"check", Requests::check},
    Call{"start", Requests::start},
    Call{"answer", Requests::answer},
    Call{"back", Requests::back},
    Call{"response", Requests::response},
    Call{"preview", Requests::preview},
    Call{"simulate", simulate_call},
    Call{"diff", diff_call},
    Call{"migrate", migrate_call},
    Call{"translations", translations_call},
};

}  // namespace

std::string call(std::string_view name, std::string_view request) {
  return answer_call(kCalls, name, request);
}

std::vector<std::string_view> call_names() {
  std::vector<std::string_view> names;
  names.reserve(kCalls.size());
  for (const Call& candidate : kCalls) names.push_back(candidate.name);
  return names;
}

Result<CompiledSurvey> read_survey(std::string_view json) {
  const Result<Json> document = parse_json(json, {kMaxSurveyBytes});
  if (!document) return document.faults();
  CompiledSurvey survey;
  Reporter found(survey.arena);
  if (!read_survey<JsonBackend>(&*document, Strict::yes, survey, found)) {
    return found.faults();
  }
  survey.comments = comment_sense;
  return survey;
}

Result<Owned<ThemeRules>> read_theme_rules(std::string_view json) {
  const Result<Json> document = parse_json(json, {kMaxRequestBytes});
  if (!document) return document.faults();
  Owned<ThemeRules> rules;
  Faults faults;
  if (!read<JsonBackend>(&*document, kThemeRules, Strict::yes, *rules,
                         rules.arena, faults)) {
    return faults;
  }
  return rules;
}

Check check_survey(std::string_view json) {
  const Result<Json> document = parse_json(json, {kMaxSurveyBytes});
  if (document) return Requests::check_survey(&*document);
  Check found;
  for (const Fault& fault : document.faults()) {
    found.problems.push_back({Severity::error, fault, {}});
  }
  return found;
}

Result<Owned<Response>> read_response(std::string_view json) {
  const Result<Json> document = parse_json(json, {kMaxRecordBytes});
  if (!document) return document.faults();
  Owned<Response> record;
  Faults faults;
  if (!read<JsonBackend>(&*document, kResponse, Strict::no, *record,
                         record.arena, faults)) {
    return faults;
  }
  return record;
}

std::string write_response(const Response& record) {
  return write<JsonBackend>(kResponse, record).take();
}

std::string write_estimate(const Estimate& estimate) {
  return write<JsonBackend>(kEstimate, estimate).take();
}

std::string write_comparison(const Comparison& comparison) {
  return write<JsonBackend>(kComparison, comparison).take();
}

std::string write_tags(const CommentTags& tags) {
  return write<JsonBackend>(kCommentTags, tags).take();
}

std::string write_check(const Check& check) {
  return write<JsonBackend>(kCheckReport, report_of(check)).take();
}

}  // namespace looplet::wire
