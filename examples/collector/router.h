// From a request to a reply: who may, what is asked, who does it.
//
//   POST    /v1/responses               takes an answer
//   GET     /v1/responses               hands answers out       (token)
//   DELETE  /v1/responses/{id}          erases one              (token)
//   GET     /v1/surveys/{id}/tally      counts 0-10             (if public)
//   GET     /v1/surveys/{id}/report     counts and score        (token)
//   GET     /healthz  /metrics
//   GET     /surveys/...  /...          files
//
// Knows nothing of sockets. handle() and finish() belong to one thread; a
// reply may come on another.
#pragma once

#include <functional>
#include <string_view>

#include "auth.h"
#include "config.h"
#include "cors.h"
#include "engine.h"
#include "http.h"
#include "journal.h"
#include "reader.h"
#include "static_files.h"
#include "traffic.h"
#include "writer.h"

namespace looplet::collector {

using Done = std::function<void(Reply)>;

/// What the router works with; all of it outlives the router.
struct Services {
  const Config& config;
  const Engine& engine;
  Writer& writer;
  Reader& reader;
  std::function<Milliseconds()> steady;      ///< never goes back
  std::function<std::size_t()> connections;  ///< open now
};

class Router {
 public:
  explicit Router(Services services);

  /// Calls `done` exactly once.
  void handle(Request request, Done done);

  /// Counts what was answered.
  void finish(const Exchange& exchange, const Reply& reply);

 private:
  bool within(RateLimit& limit, const Request& request);
  void v1(const Request& request, const Target& target, Done done);
  void guarded(const Request& request, const std::function<void(Done)>& work,
               Done done);

  Services services_;
  Gate gate_;
  RateLimit answers_;  // two, so that a page that shows the tally every few
  RateLimit reads_;    // seconds never keeps an answer out
  StaticFiles site_;
  StaticFiles surveys_;
  Metrics metrics_;
};

/// POST /v1/responses (answers.cpp).
void take_answer(const Services& services, const Request& request, Done done);
/// DELETE /v1/responses/{id} (answers.cpp).
void erase_answer(const Services& services, std::string id, Done done);

/// GET /v1/surveys/{id}/tally (reads.cpp).
void send_tally(const Services& services, std::string survey, Done done);
/// GET /v1/surveys/{id}/report (reads.cpp).
void send_report(const Services& services, std::string survey, Done done);
/// GET /v1/responses (reads.cpp).
void send_answers(const Services& services, const Target& target, Done done);

}  // namespace looplet::collector
