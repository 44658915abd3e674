#include "core_engine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>

#include "document.h"
#include "looplet/estimate.h"
#include "looplet/flow.h"
#include "wire/json_backend.h"
#include "wire/reader.h"
#include "wire/reply.h"
#include "wire/state_types.h"
#include "wire/statistics_types.h"
#include "wire/survey_calls.h"
#include "wire/writer.h"

namespace looplet::collector {
namespace {

using nlohmann::ordered_json;
using wire::JsonBackend;

std::string text_of(const ordered_json& document) {
  return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Rejected rejected(int status, const Faults& faults) {
  return {status, text_of(wire::bad<JsonBackend>(faults))};
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

// The same for every attempt to send one answer, whatever is added to it on
// the way and in whatever order its members come.
Digest content_of(const ordered_json& sent) {
  nlohmann::json sorted = sent;
  for (const char* of_one_attempt : {"sentTime", "attempt", "queuedMs"}) {
    sorted.erase(of_one_attempt);
  }
  return sha256(
      sorted.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

class CoreEngine : public Engine {
 public:
  void add(CompiledSurvey survey) {
    auto& revisions = surveys_[survey.survey.id];
    const std::int64_t revision = survey.survey.revision;
    revisions.insert_or_assign(revision, std::move(survey));
  }

  bool has(const std::string& id, std::int64_t revision) const {
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
  const Result<ordered_json> document = parse_document(body, kMaxRecordBytes);
  if (!document) {
    return rejected(status_of(document.faults().front().code),
                    document.faults());
  }
  Response response;
  Faults faults;
  if (!wire::read<JsonBackend>(&*document, wire::kResponse, wire::Strict::no,
                               response, faults)) {
    return rejected(422, faults);
  }

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
  response.themes = verdict->themes;
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
  record.json = text_of(wire::write<JsonBackend>(wire::kResponse, response));
  record.content = content_of(*document);
  return record;
}

std::string CoreEngine::estimate(const Tally& tally) const {
  return text_of(wire::write<JsonBackend>(wire::kEstimate,
                                          estimate_by_score(tally.counts())));
}

std::string where_of(const std::string& file, const Fault& fault) {
  return file + ": " + (fault.where.empty() ? "" : fault.where + ": ") +
         fault.message + " [" + std::string(code_name(fault.code)) + "]\n";
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
    const Result<ordered_json> document =
        parse_document(text.str(), kMaxSurveyBytes);
    if (!document) {
      add(document.faults());
      continue;
    }
    Result<CompiledSurvey> survey =
        wire::read_survey<JsonBackend>(&*document, wire::Strict::yes);
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
