// What the fuzz targets of the documents' door share.
#pragma once

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "looplet/wire.h"

namespace looplet::fuzz {

using Json = nlohmann::ordered_json;

inline void demand(bool holds) {
  if (!holds) std::abort();
}

/// A survey with a step of every type, conditions of most kinds, and piping.
inline constexpr std::string_view kSurvey = R"({
"format":1,"id":"all","revision":4,"locale":"en","subject":"Acme","owner":"Zoe",
"traits":[{"name":"plan"}],"steps":[
{"id":"score","type":"nps","text":{"en":"Q","de":"F"},"low":"L","high":"H"},
{"id":"stars","type":"rating","text":"R","low":"L","high":"H","optional":true,
 "next":[{"when":{"all":[{"segment":["detractor","passive"]},
  {"not":{"trait":"plan","is":"pro"}}]},"to":"why"}]},
{"id":"note","type":"statement","text":"You gave {score}"},
{"id":"why","type":"choice","text":"W","many":true,"other":true,"shuffle":true,
 "options":[{"id":"slow","text":"S","theme":"usability"},
  {"id":"dear","text":"D {score}","theme":"billing"}],
 "next":[{"when":{"any":[{"theme":"billing"},{"step":"why","includes":"other"},
  {"locale":"de"}]},"to":"tell"},{"when":{"score":{"to":5}},"to":"who"}]},
{"id":"tell","type":"text","text":"{why|it}","maxLength":40,"optional":true},
{"id":"who","type":"contact","text":"W","optional":true,
 "fields":["name","email"],"consent":"K"},
{"id":"agree","type":"consent","text":"A"},
{"id":"last","type":"statement","text":"Bye"},
{"id":"end","type":"end","text":"{who|friend}: {tell}","actions":[
 {"kind":"link","text":"T","url":"https://example.com/?t={tell}"}]}]})";

/// A call's reply, which must be a JSON document of the one form.
inline Json reply_of(std::string_view name, const std::string& request) {
  Json reply = Json::parse(wire::call(name, request), nullptr, false);
  demand(reply.is_object() && reply.contains("ok"));
  demand(reply.contains(reply["ok"] == true ? "value" : "errors"));
  demand(reply["ok"] == true || !reply["errors"].empty());
  return reply;
}

/// The record of a state is one that its receiver accepts and judges alike.
inline void demand_agreement(const CompiledSurvey& survey, const Json& record) {
  const auto read = wire::read_response(record.dump());
  if (!read) {  // too long to be sent
    demand(record.dump().size() > kMaxRecordBytes);
    return;
  }
  const Result<Verdict> verdict = judge(survey, **read);
  demand(verdict.ok());
  demand(verdict->score == (*read)->score);
  demand(verdict->segment == (*read)->segment);
  demand(verdict->complete == (*read)->complete);
  Arena arena;
  demand(themes_of(verdict->themes, arena) == (*read)->themes);
}

}  // namespace looplet::fuzz
