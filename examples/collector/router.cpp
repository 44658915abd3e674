#include "router.h"

#include <utility>
#include <vector>

#include "faults.h"

namespace looplet::collector {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::size_t end = path.find('/');
    out.push_back(path.substr(0, end));
    path.remove_prefix(end == std::string_view::npos ? path.size() : end);
  }
  return out;
}

// Replies to other sites' pages say whose they are, and let them read when to
// come back.
void allow(Reply& reply, std::string_view origin, Caller caller) {
  const std::string_view vary = reply.header("Vary");
  reply.set("Vary", vary.empty() ? "Origin" : std::string(vary) + ", Origin");
  if (caller != Caller::allowed) return;
  reply.set("Access-Control-Allow-Origin", std::string(origin));
  reply.set("Access-Control-Expose-Headers", "Retry-After, Date");
}

Reply preflight(std::string_view methods, Caller caller) {
  if (caller == Caller::foreign) return refuse(Refusal::origin_not_allowed);
  Reply reply;
  reply.status = 204;
  reply.set("Allow", std::string(methods) + ", OPTIONS");
  if (caller == Caller::allowed) {
    reply.set("Access-Control-Allow-Methods", std::string(methods));
    reply.set("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
    reply.set("Access-Control-Max-Age", "7200");
  }
  return reply;
}

Reply not_allowed(std::string_view methods) {
  Reply reply = refuse(Refusal::method_not_allowed);
  reply.set("Allow", std::string(methods));
  return reply;
}

Done on_route(std::string route, Done done) {
  return [route = std::move(route), done = std::move(done)](Reply reply) {
    reply.route = route;
    done(std::move(reply));
  };
}

}  // namespace

Router::Router(Services services)
    : services_(std::move(services)),
      gate_(services_.config.token),
      answers_({.per_minute = services_.config.rate_per_minute,
                .burst = services_.config.rate_burst}),
      reads_({.per_minute = services_.config.rate_per_minute,
              .burst = services_.config.rate_burst}),
      site_(services_.config.site),
      surveys_(services_.config.surveys, ".json") {}

bool Router::within(RateLimit& limit, const Request& request) {
  return limit.take(client_of(request.peer, request.header("X-Forwarded-For"),
                              services_.config.trusted_proxies),
                    services_.steady());
}

void Router::finish(const Exchange& exchange, const Reply& reply) {
  metrics_.count(exchange);
  if (!reply.outcome.empty()) metrics_.count_answer(reply.outcome);
}

// Runs `work` for holders of the token. Their requests are not counted against
// the limit; wrong guesses are.
void Router::guarded(const Request& request,
                     const std::function<void(Done)>& work, Done done) {
  if (!gate_.open()) return done(refuse(Refusal::reads_off));
  if (gate_.admits(request.header("Authorization"))) return work(done);
  done(refuse(within(reads_, request) ? Refusal::unauthorized
                                      : Refusal::rate_limited));
}

void Router::handle(Request request, Done done) {
  const std::optional<Target> target = parse_target(request.target);
  if (!target) return done(refuse(Refusal::bad_request));
  const std::string_view path = target->path;
  if (path.substr(0, 4) == "/v1/") {
    return v1(request, *target, std::move(done));
  }

  const bool metrics = path == "/metrics";
  const bool health = path == "/healthz";
  const bool survey = path.substr(0, 9) == "/surveys/";
  done = on_route(metrics  ? "/metrics"
                  : health ? "/healthz"
                  : survey ? "/surveys/{file}"
                           : "/{file}",
                  std::move(done));
  if (request.method != "GET" && request.method != "HEAD") {
    return done(not_allowed("GET, HEAD"));
  }
  if (health) return done(json_reply(200, "{\"ok\":true}"));
  if (metrics) {
    Reply reply;
    reply.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    reply.set("Cache-Control", "no-store");
    reply.body =
        metrics_.text(services_.writer.counts(), services_.writer.waiting(),
                      services_.connections());
    return done(std::move(reply));
  }
  Reply reply =
      survey ? surveys_.get(request, path.substr(8)) : site_.get(request, path);
  // The site may have more about surveys than the surveys: a catalogue.
  if (survey && reply.status == 404) reply = site_.get(request, path);
  const std::string_view origin = request.header("Origin");
  allow(reply, origin,
        judge_origin(origin, request.header("Host"),
                     services_.config.allow_origins));
  done(std::move(reply));
}

void Router::v1(const Request& request, const Target& target, Done done) {
  const std::vector<std::string_view> at = segments_of(target.path);
  const std::string& method = request.method;
  const bool get = method == "GET" || method == "HEAD";
  const std::string origin(request.header("Origin"));
  const Caller caller = judge_origin(origin, request.header("Host"),
                                     services_.config.allow_origins);
  const Done open = [origin, caller, done](Reply reply) {
    allow(reply, origin, caller);
    done(std::move(reply));
  };

  if (at.size() == 2 && at[1] == "responses") {
    const Done out = on_route("/v1/responses", open);
    if (method == "POST") {
      if (caller == Caller::foreign) {
        return out(refuse(Refusal::origin_not_allowed));
      }
      if (!within(answers_, request)) return out(refuse(Refusal::rate_limited));
      return take_answer(services_, request, out);
    }
    if (method == "OPTIONS") return out(preflight("POST", caller));
    if (!get) return out(not_allowed("GET, HEAD, POST, OPTIONS"));
    return guarded(
        request,
        [&](Done to) { send_answers(services_, target, std::move(to)); },
        on_route("/v1/responses", std::move(done)));
  }
  if (at.size() == 3 && at[1] == "responses" && !at[2].empty()) {
    done = on_route("/v1/responses/{id}", std::move(done));
    if (method != "DELETE") return done(not_allowed("DELETE"));
    return guarded(
        request,
        [&](Done to) {
          erase_answer(services_, std::string(at[2]), std::move(to));
        },
        std::move(done));
  }
  if (at.size() == 4 && at[1] == "surveys" && at[3] == "tally") {
    const Done out = on_route("/v1/surveys/{id}/tally", open);
    if (method == "OPTIONS") return out(preflight("GET, HEAD", caller));
    if (!get) return out(not_allowed("GET, HEAD, OPTIONS"));
    const bool admitted = gate_.admits(request.header("Authorization"));
    if (!services_.config.public_tally && !admitted) {
      return out(refuse(Refusal::tally_off));
    }
    if (!admitted && !within(reads_, request)) {
      return out(refuse(Refusal::rate_limited));
    }
    return send_tally(services_, std::string(at[2]), out);
  }
  if (at.size() == 4 && at[1] == "surveys" && at[3] == "report") {
    done = on_route("/v1/surveys/{id}/report", std::move(done));
    if (!get) return done(not_allowed("GET, HEAD"));
    return guarded(
        request,
        [&](Done to) {
          send_report(services_, std::string(at[2]), std::move(to));
        },
        std::move(done));
  }
  done = on_route("/v1/{unknown}", std::move(done));
  done(refuse(Refusal::not_found));
}

}  // namespace looplet::collector
