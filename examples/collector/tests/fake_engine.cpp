#include "fake_engine.h"

#include <nlohmann/json.hpp>

namespace looplet::collector {
namespace {

using nlohmann::json;

std::string text(const json& object, const char* name) {
  const auto at = object.find(name);
  return at != object.end() && at->is_string()
             ? at->get_ref<const std::string&>()
             : std::string();
}

Rejected rejected(int status, const std::string& code) {
  return {status, "{\"ok\":false,\"errors\":[{\"code\":\"" + code + "\"}]}"};
}

}  // namespace

Verdict FakeEngine::judge(std::string_view body) const {
  json document = json::parse(body, nullptr, false);
  if (!document.is_object()) return rejected(400, "not_json");
  Record record;
  record.id = text(document, "id");
  record.survey = text(document, "survey");
  if (record.id.empty()) return rejected(422, "missing_field");
  if (!knows(record.survey)) return rejected(422, "unknown_survey");
  record.revision = 1;
  record.locale = "en";
  const auto score = document.find("score");
  if (score != document.end() && score->is_number_integer()) {
    record.score = static_cast<int>(score->get<std::int64_t>());
    if (const auto segment = segment_of(*record.score)) {
      record.segment = segment_name(*segment);
    }
  }
  const auto themes = document.find("themes");
  if (themes != document.end()) {
    for (const json& theme : *themes) {
      record.themes.push_back(theme.get_ref<const std::string&>());
    }
  }
  const auto complete = document.find("complete");
  record.complete = complete == document.end() || *complete == true;
  const auto seq = document.find("seq");
  if (seq != document.end()) record.seq = seq->get<std::int64_t>();
  record.page = text(document, "page");
  record.client_time = parse_time(text(document, "clientTime"));
  record.sent_time = parse_time(text(document, "sentTime"));
  record.json = document.dump();
  document.erase("sentTime");
  record.content = sha256(document.dump());
  return record;
}

bool FakeEngine::knows(std::string_view survey) const {
  return survey == "demo";
}

std::string FakeEngine::estimate(const Tally& tally) const {
  return "{\"n\":" + std::to_string(tally.counts().total()) + "}";
}

Record record_from(std::string_view body) {
  return std::get<Record>(FakeEngine().judge(body));
}

std::string body_of(std::string_view id, int score, std::string_view comment) {
  return json{
      {"id", id},
      {"survey", "demo"},
      {"score", score},
      {"answers",
       json::array({{{"step", "score"}, {"type", "nps"}, {"value", score}},
                    {{"step", "why"}, {"type", "text"}, {"value", comment}}})}}
      .dump();
}

}  // namespace looplet::collector
