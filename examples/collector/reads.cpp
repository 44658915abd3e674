// Reading: the tally, the report and the answers themselves.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "csv.h"
#include "faults.h"
#include "router.h"

namespace looplet::collector {
namespace {

using nlohmann::ordered_json;

constexpr int kRowsInPiece = 200;

// Runs `work` on the reader's thread; what goes wrong there is a reply too.
void read(const Services& services, std::function<Reply(Store&)> work,
          const Done& done) {
  const bool queued =
      services.reader.post([work = std::move(work), done](Store& store) {
        try {
          done(work(store));
        } catch (const DatabaseError&) {
          done(refuse(Refusal::overloaded));
        }
      });
  if (!queued) done(refuse(Refusal::overloaded));
}

ordered_json counts_json(const Counts& counts) {
  return {{"promoters", counts.promoters},
          {"passives", counts.passives},
          {"detractors", counts.detractors}};
}

std::string report_json(std::string_view survey, const Summary& summary,
                        const std::string& estimate) {
  const Counts counts = summary.tally.counts();
  ordered_json themes = ordered_json::array();
  std::vector<std::pair<std::string, Counts>> sorted(summary.themes.begin(),
                                                     summary.themes.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) {
                     return a.second.total() > b.second.total();
                   });
  for (const auto& [id, of] : sorted) {
    themes.push_back({{"id", id}, {"counts", counts_json(of)}});
  }
  ordered_json days = ordered_json::array();
  for (const auto& [day, of] : summary.days) {
    days.push_back({{"day", day}, {"counts", counts_json(of)}});
  }
  const ordered_json report = {
      {"survey", survey},
      {"rows",
       {{"scored", counts.total()},
        {"missing", summary.missing},
        {"partial", summary.partial}}},
      {"estimate", ordered_json::parse(estimate, nullptr, false)},
      {"distribution", summary.tally.count},
      {"segments", counts_json(counts)},
      {"themes", std::move(themes)},
      {"days", std::move(days)},
  };
  return report.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// What an export is, and how far it has come.
struct Export {
  Filter filter;
  bool csv = false;
  bool guard = true;
  bool begun = false;
  std::vector<std::string> steps;
  std::int64_t after = 0;
};

// The record as it is kept, with the server's own times in front.
void append_line(std::string& out, const Row& row) {
  out += "{\"receivedAt\":\"";
  out += row.received_at;
  out += "\",\"answeredAt\":\"";
  out += row.answered_at;
  out += "\",";
  out += row.record.substr(1);
  out += '\n';
}

Piece next_piece(Store& store, Export& job) {
  Piece piece;
  if (job.csv && !job.begun) {
    job.steps = store.steps(job.filter);
    piece.bytes = csv_header(job.steps, job.guard);
  }
  job.begun = true;
  int count = 0;
  job.after =
      store.rows(job.filter, job.after, kRowsInPiece, [&](const Row& row) {
        ++count;
        if (job.csv) {
          piece.bytes += csv_line(row, job.steps, job.guard);
        } else {
          append_line(piece.bytes, row);
        }
      });
  piece.last = count < kRowsInPiece;
  return piece;
}

bool read_time_parameter(const std::string& value, std::string& out) {
  const std::optional<Milliseconds> time = parse_time(value);
  if (time) out = rfc3339(*time);
  return time.has_value();
}

// Empty when every parameter is right, else the name of one that is not.
std::string read_export(const Target& target, Export& out) {
  for (const auto& [name, value] : target.query) {
    bool good = false;
    if (name == "survey") {
      out.filter.survey = value;
      good = !value.empty();
    } else if (name == "segment") {
      out.filter.segment = value;
      good = value == "detractor" || value == "passive" || value == "promoter";
    } else if (name == "since") {
      good = read_time_parameter(value, out.filter.since);
    } else if (name == "until") {
      good = read_time_parameter(value, out.filter.until);
    } else if (name == "format") {
      out.csv = value == "csv";
      good = out.csv || value == "jsonl";
    } else if (name == "raw") {
      out.guard = value != "1";
      good = value == "0" || value == "1";
    }
    if (!good) return name.empty() ? "?" : name.substr(0, 60);
  }
  return "";
}

}  // namespace

void send_tally(const Services& services, std::string survey, Done done) {
  if (!services.engine.knows(survey)) return done(refuse(Refusal::not_found));
  read(
      services,
      [survey = std::move(survey)](Store& store) {
        // The form of a request for an estimate, or of a baseline.
        const ordered_json body = {
            {"counts", {{"scores", store.tally(survey).count}}}};
        return json_reply(200, body.dump());
      },
      done);
}

void send_report(const Services& services, std::string survey, Done done) {
  if (!services.engine.knows(survey)) return done(refuse(Refusal::not_found));
  read(
      services,
      [&engine = services.engine, survey = std::move(survey)](Store& store) {
        const Summary summary = store.summary(survey);
        return json_reply(
            200, report_json(survey, summary, engine.estimate(summary.tally)));
      },
      done);
}

void send_answers(const Services& services, const Target& target, Done done) {
  auto job = std::make_shared<Export>();
  const std::string wrong = read_export(target, *job);
  if (!wrong.empty()) return done(refuse(Refusal::bad_parameter, wrong));
  Reply reply;
  reply.set("Cache-Control", "no-store");
  if (job->csv) {
    reply.set("Content-Type", "text/csv; charset=utf-8");
    reply.set("Content-Disposition", "attachment; filename=\"answers.csv\"");
  } else {
    reply.set("Content-Type", "application/jsonl; charset=utf-8");
  }
  reply.source = [&reader = services.reader,
                  job](std::function<void(Piece)> take) {
    const bool queued = reader.post([job, take](Store& store) {
      try {
        take(next_piece(store, *job));
      } catch (const DatabaseError&) {
        take({.bytes = "", .last = true, .failed = true});
      }
    });
    if (!queued) take({.bytes = "", .last = true, .failed = true});
  };
  done(std::move(reply));
}

}  // namespace looplet::collector
