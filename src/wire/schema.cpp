// JSON Schemas (draft 2020-12) out of the descriptions. The files in schema/
// and the TypeScript types of web/engine are printed from here.
#include "wire/batch_types.h"
#include "wire/change_types.h"
#include "wire/check_types.h"
#include "wire/diff_types.h"
#include "wire/json_backend.h"
#include "wire/report_types.h"
#include "wire/simulate_types.h"
#include "wire/state_types.h"
#include "wire/statistics_types.h"
#include "wire/survey_types.h"
#include "wire/theme_types.h"

#include "looplet/wire.h"

namespace looplet::wire {
namespace {

using Json = JsonBackend::Json;

constexpr const char* kTagPattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

class Printer {
 public:
  Json definitions = Json::object();

  /// The schema of a type, or a reference to it when it has a name.
  Json schema_of(const Type& type) {
    if (type.schema_name == nullptr) return plain(type);
    if (!definitions.contains(type.schema_name)) {
      definitions[type.schema_name] = nullptr;  // a type may contain itself
      Json inner = plain(type);
      definitions[type.schema_name] = std::move(inner);
    }
    return {{"$ref", std::string("#/$defs/") + type.schema_name}};
  }

 private:
  Json plain(const Type& type) {
    switch (type.shape) {
      case Shape::nothing:
        return {{"type", "null"}};
      case Shape::truth:
        return {{"type", "boolean"}};
      case Shape::number:
        return {{"type", "number"}};
      case Shape::whole32:
      case Shape::whole64:
        return whole(type);
      case Shape::text:
      case Shape::string:
        return text(type);
      case Shape::fraction:
        return text(string_of());
      case Shape::loose_text:
        return {{"type", {"string", "integer", "boolean"}}};
      case Shape::name:
        return names(type);
      case Shape::list:
      case Shape::array:
      case Shape::vector:
        return list(type);
      case Shape::map:
        return map(type);
      case Shape::optional:
      case Shape::maybe:
        return schema_of(*type.of.item);
      case Shape::object:
        return object(type);
      case Shape::forms:
        return forms(type);
    }
    return {};
  }

  static std::int64_t number(Limit limit) {
    return static_cast<std::int64_t>(limit);
  }

  static Json whole(const Type& type) {
    if (type.min == type.max) return {{"const", number(type.min)}};
    Json out = {{"type", "integer"}, {"minimum", number(type.min)}};
    out["maximum"] = number(type.max);
    return out;
  }

  static Json text(const Type& type) {
    Json out = {{"type", "string"}};
    if (type.form == Form::any) out["minLength"] = 1;
    if (type.max > 0) out["maxLength"] = number(type.max);
    switch (type.form) {
      case Form::id:
        out["pattern"] = "^[A-Za-z0-9][A-Za-z0-9_-]*$";
        break;
      case Form::tag:
        out["pattern"] = kTagPattern;
        break;
      case Form::uuid:
        out["format"] = "uuid";
        break;
      case Form::time:
        out["format"] = "date-time";
        break;
      case Form::path:
        out["pattern"] = "^/(?!/)[^?#\\\\\\s]*$";
        break;
      default:
        break;
    }
    return out;
  }

  static Json names(const Type& type) {
    Json out = {{"enum", Json::array()}};
    for (int i = 0; i < type.count; ++i)
      out["enum"].push_back(type.of.names[i]);
    return out;
  }

  Json list(const Type& type) {
    Json out = {{"type", "array"}, {"items", schema_of(*type.of.item)}};
    if (type.min > 0) out["minItems"] = number(type.min);
    if (number(type.max) < kMaxInteger) out["maxItems"] = number(type.max);
    return out;
  }

  Json map(const Type& type) {
    Json out = {{"type", "object"},
                {"additionalProperties", schema_of(*type.of.item)}};
    if (type.min > 0) out["minProperties"] = number(type.min);
    out["maxProperties"] = number(type.max);
    if (type.form == Form::tag) {
      out["propertyNames"] = {{"pattern", kTagPattern}};
    }
    return out;
  }

  /// A tagged object is one of several, each with the members of its tag.
  Json object(const Type& type) {
    if (type.tag_field < 0 && type.tag_at < 0)
      return members(type, kAlways, {});
    if (type.tag_field < 0 && type.finisher == nullptr) {
      return members(type, kAlways, {});  // written only, told by what is there
    }
    Json all = Json::array();
    if (type.tag_field >= 0) {
      const Type& tag = *type.of.fields[type.tag_field].of;
      for (int i = 0; i < tag.count; ++i) {
        all.push_back(
            members(type, static_cast<std::uint8_t>(1u << i), tag.of.names[i]));
      }
    } else {
      std::uint8_t tags = 0;
      for (int i = 0; i < type.count; ++i) tags |= type.of.fields[i].when;
      for (unsigned i = 0; i < 8; ++i) {
        const auto bit = static_cast<std::uint8_t>(1u << i);
        if ((tags & bit) != 0) all.push_back(members(type, bit, {}));
      }
    }
    return {{type.tag_field >= 0 ? "oneOf" : "anyOf", std::move(all)}};
  }

  Json members(const Type& type, std::uint8_t tag, std::string_view name) {
    Json properties = Json::object();
    Json required = Json::array();
    for (int i = 0; i < type.count; ++i) {
      const Field& field = type.of.fields[i];
      if ((field.when & tag) == 0) continue;
      Json inner = i == type.tag_field && !name.empty() ? Json{{"const", name}}
                                                        : schema_of(*field.of);
      const Shape shape = field.of->shape;
      if (field.need == Need::nullable &&
          (shape == Shape::optional || shape == Shape::maybe)) {
        inner = {
            {"anyOf", Json::array({std::move(inner), {{"type", "null"}}})}};
      }
      inner["description"] = field.meaning;
      properties[field.text] = std::move(inner);
      if (field.need != Need::optional) required.push_back(field.text);
    }
    Json out = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) out["required"] = std::move(required);
    out["additionalProperties"] = false;
    return out;
  }

  Json forms(const Type& type) {
    Json all = Json::array();
    for (int i = 0; i < type.count; ++i) {
      const Variant& variant = type.of.variants[i];
      all.push_back(variant.of == nullptr ? Json{{"type", "null"}}
                                          : schema_of(*variant.of));
    }
    return all.size() == 1 ? all[0] : Json{{"anyOf", std::move(all)}};
  }
};

std::string document(const char* title, const Json& root, Json definitions) {
  Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", title}};
  out.update(root);
  out["$defs"] = std::move(definitions);
  return out.dump(2) + '\n';
}

}  // namespace

std::string survey_schema() {
  Printer printer;
  const Json root = printer.schema_of(kSurvey);
  return document("A Looplet survey", root, std::move(printer.definitions));
}

std::string theme_schema() {
  Printer printer;
  const Json root = printer.schema_of(kThemeRules);
  return document("Rules of themes and sentiment", root,
                  std::move(printer.definitions));
}

std::string call_schema() {
  Printer printer;
  const auto add = [&printer](const Type& type) { printer.schema_of(type); };
  for (const Type* type :
       std::initializer_list<const Type*>{&kSurvey,
                                          &kAnswer,
                                          &kState,
                                          &kResponse,
                                          &kStartOptions,
                                          &kRecordOptions,
                                          &kCheckReport,
                                          &kCounts,
                                          &kEstimate,
                                          &kEstimateRequest,
                                          &kComparison,
                                          &kCompareRequest,
                                          &kSizeRequest,
                                          &kMarginSize,
                                          &kChangeSize,
                                          &kDetectionPlan,
                                          &kDetection,
                                          &kAdjustRequest,
                                          &kAdjusted,
                                          &kParseRequest,
                                          &kParsedScore,
                                          &kPreviewRequest,
                                          &kPreview,
                                          &kTrendRequest,
                                          &kTrend,
                                          &kMovementRequest,
                                          &kMovement,
                                          &kImpactRequest,
                                          &kThemeImpact,
                                          &kThemeChangeRequest,
                                          &kThemeChange,
                                          &kChurnRequest,
                                          &kChurn,
                                          &kSimulateRequest,
                                          &kSimulationReport,
                                          &kDiff,
                                          &kTranslations,
                                          &kMigrationNotes,
                                          &kTagRequest,
                                          &kCommentTags,
                                          &kAnalyzeRequest,
                                          &kReport,
                                          &kGoalRequest,
                                          &kGoal,
                                          &kDedupeRequest,
                                          &kDeduped,
                                          &kRollingRequest,
                                          &kRolling}) {
    add(*type);
  }
  return document("What Looplet's calls ask and answer", Json::object(),
                  std::move(printer.definitions));
}

}  // namespace looplet::wire
