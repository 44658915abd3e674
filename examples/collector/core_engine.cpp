#include "core_engine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "looplet/wire.h"

namespace looplet::collector {
namespace {

using nlohmann::json;

Rejected rejected(int status, const Faults& faults) {
  return {status, wire::write_faults(faults)};
}

// What cannot be read is 400, what is too much is 413, what is read and wrong
// is 422.
int status_of(Code code) {
  switch (code) {
    case Code::too_large:
      return 413;
    case Code::not_json:
    case Code::not_utf8:
    case Code::too_deep:
    case Code::duplicate_key:
      return 400;
    default:
      return 422;
  }
}

// Of what was sent rather than of what was read, so that a later version of
// the engine still knows an answer again. The order of members is no content,
// nor is what belongs to one attempt to send. `body` has been read before, so
// it is JSON, and not deep.
Digest content_of(std::string_view body) {
  json sent = json::parse(body, nullptr, false);
  for (const char* of_one_attempt : {"sentTime", "attempt", "queuedMs"}) {
    sent.erase(of_one_attempt);
  }
  return sha256(sent.dump(-1, ' ', false, json::error_handler_t::replace));
}

class CoreEngine : public Engine {
 public:
  void add(CompiledSurvey survey) {
    auto& revisions = surveys_[std::string(survey.survey.id)];
    const std::int64_t revision = survey.survey.revision;
    revisions.insert_or_assign(revision, std::move(survey));
  }

  bool has(std::string_view id, std::int64_t revision) const {
    const auto found = surveys_.find(id);
    return found != surveys_.end() && found->second.count(revision) > 0;
  }

  Verdict judge(std::string_view body) const override;

  bool knows(std::string_view survey) const override {
    return surveys_.find(survey) != surveys_.end();
  }

  std::string estimate(const Tally& tally) const override;

 private:
  std::map<std::string, std::map<std::int64_t, CompiledSurvey>, std::less<>>
      surveys_;
};

Verdict CoreEngine::judge(std::string_view body) const {
  Result<Owned<Response>> read = wire::read_response(body);
  if (!read) {
    return rejected(status_of(read.faults().front().code), read.faults());
  }
  auto& [arena, response] = *read;

  const auto survey = surveys_.find(response.survey);
  if (survey == surveys_.end()) {
    return rejected(
        422, {make_fault(Code::unknown_survey, "/survey", {response.survey})});
  }
  const auto& revisions = survey->second;
  const auto revision = revisions.find(response.revision);
  if (revision == revisions.end()) {
    // A newer one is on the site already and will be here soon: the answer
    // must not be lost for that.
    const bool newer = response.revision > revisions.rbegin()->first;
    return rejected(
        newer ? 503 : 422,
        {make_fault(Code::unknown_revision, "/revision",
                    {std::to_string(response.revision), response.survey})});
  }
  const Result<looplet::Verdict> verdict =
      looplet::judge(revision->second, response);
  if (!verdict) return rejected(422, verdict.faults());
  response.score = verdict->score;
  response.segment = verdict->segment;
  response.themes = themes_of(verdict->themes, arena);
  response.sentiment = verdict->sentiment;
  response.complete = verdict->complete;

  Record record;
  record.id = response.id;
  record.survey = response.survey;
  record.revision = response.revision;
  record.locale = response.locale;
  record.score = response.score;
  if (response.segment) record.segment = segment_name(*response.segment);
  for (const Theme theme : response.themes) {
    record.themes.emplace_back(theme_name(theme));
  }
  record.sentiment = response.sentiment;
  record.complete = response.complete;
  record.seq = response.seq.value_or(0);
  record.page = response.page;
  record.client_time = parse_time(response.client_time);
  record.sent_time = parse_time(response.sent_time);
  record.json = wire::write_response(response);
  record.content = content_of(body);
  return record;
}

std::string CoreEngine::estimate(const Tally& tally) const {
  const json request = {{"counts", {{"scores", tally.count}}}};
  const auto reply = nlohmann::ordered_json::parse(
      wire::call("estimate", request.dump()), nullptr, false);
  const auto value = reply.find("value");
  return value == reply.end() ? "null" : value->dump();
}

// `file:14: ...` for a line, `file: /steps/2: ...` for a place in the document.
std::string where_of(const std::string& file, const Fault& fault) {
  std::string where = file + ": ";
  if (fault.where.substr(0, 5) == "line ") {
    where = file + ":" + fault.where.substr(5) + ": ";
  } else if (!fault.where.empty()) {
    where += fault.where + ": ";
  }
  return where + fault.message + " [" + std::string(code_name(fault.code)) +
         "]\n";
}

}  // namespace

std::variant<std::unique_ptr<Engine>, std::string> load_surveys(
    const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool schema = name.size() > 12 &&
                        name.compare(name.size() - 12, 12, ".schema.json") == 0;
    if (entry.is_regular_file() && entry.path().extension() == ".json" &&
        !schema) {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());

  auto engine = std::make_unique<CoreEngine>();
  std::string faults;
  for (const std::string& path : files) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto add = [&](const Faults& found) {
      for (const Fault& fault : found) faults += where_of(path, fault);
    };
    Result<CompiledSurvey> survey = wire::read_survey(text.str());
    if (!survey) {
      add(survey.faults());
    } else if (engine->has(survey->survey.id, survey->survey.revision)) {
      add({make_fault(Code::duplicate_id, "/id", {survey->survey.id})});
    } else {
      engine->add(std::move(*survey));
    }
  }
  if (files.empty()) {
    faults += folder + ": There is no survey (*.json) in this folder.\n";
  }
  if (!faults.empty()) return faults;
  return engine;
}

}  // namespace looplet::collector
