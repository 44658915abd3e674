#include "../router.h"

#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>

#include "../faults.h"
#include "fake_engine.h"
#include "temporary.h"

namespace looplet::collector {
namespace {

const std::string kToken = "0123456789abcdef0123456789abcdef";
constexpr Milliseconds kAsked = 1'795'333'200'000;  // 2026-11-22T07:40:00Z

class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    folder_.write("surveys/demo.json", "{}");
    folder_.write("site/index.html", "home");
    folder_.write("site/surveys/catalogue.json", "[]");
    config_.surveys = folder_.file("surveys");
    config_.site = folder_.file("site");
    config_.token = kToken;
    config_.allow_origins = {"https://shop.example"};
    config_.public_tally = true;
    config_.rate_per_minute = 0;
  }

  // Built at the first request, so that a test may change the configuration.
  Router& router() {
    if (!router_) {
      writer_.emplace(Writer::Options{.path = folder_.file("db"),
                                      .queue_limit = queue_limit_,
                                      .now = [] { return kAsked; },
                                      .complain = [](const std::string&) {}});
      reader_.emplace(folder_.file("db"));
      router_.emplace(Services{.config = config_,
                               .engine = engine_,
                               .writer = *writer_,
                               .reader = *reader_,
                               .steady = [] { return Milliseconds{0}; },
                               .connections = [] { return std::size_t{1}; }});
    }
    return *router_;
  }

  Reply send(const std::string& method, const std::string& target,
             std::vector<Header> headers = {}, std::string body = "") {
    headers.push_back({"Host", "answers.example"});
    Request request{method, target, std::move(headers), std::move(body),
                    *parse_address("192.0.2.1")};
    std::promise<Reply> promise;
    router().handle(std::move(request),
                    [&](Reply reply) { promise.set_value(std::move(reply)); });
    return promise.get_future().get();
  }
  Reply post(const std::string& body, std::vector<Header> headers = {}) {
    headers.push_back({"Content-Type", "text/plain;charset=UTF-8"});
    return send("POST", "/v1/responses", std::move(headers), body);
  }
  Reply with_token(const std::string& method, const std::string& target) {
    return send(method, target, {{"Authorization", "Bearer " + kToken}});
  }
  // The whole of a body that comes in pieces.
  std::string whole(const Reply& reply) {
    std::string out;
    for (bool last = false; !last;) {
      std::promise<Piece> promise;
      reply.source([&](Piece piece) { promise.set_value(std::move(piece)); });
      const Piece piece = promise.get_future().get();
      EXPECT_FALSE(piece.failed);
      out += piece.bytes;
      last = piece.last;
    }
    return out;
  }

  TemporaryFolder folder_;
  Config config_;
  FakeEngine engine_;
  std::size_t queue_limit_ = 1024;
  std::optional<Writer> writer_;
  std::optional<Reader> reader_;
  std::optional<Router> router_;
};

TEST_F(RouterTest, AnAnswerIsStoredOnce) {
  Reply reply = post(body_of("a", 9));
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(reply.body, "{\"stored\":true}");
  EXPECT_EQ(reply.route, "/v1/responses");
  reply = post(body_of("a", 9));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "{\"duplicate\":true}");
  reply = post(body_of("a", 1));
  EXPECT_EQ(reply.status, 409);
  EXPECT_EQ(reply.body,
            "{\"ok\":false,\"errors\":[{\"code\":\"conflict\",\"where\":"
            "\"/id\",\"message\":\"An answer with this id and other content "
            "is stored already.\"}]}");
}

TEST_F(RouterTest, TheEnginesRefusalIsTheReply) {
  EXPECT_EQ(post("nonsense").status, 400);
  EXPECT_EQ(post("{\"id\":\"a\",\"survey\":\"other\"}").status, 422);
  EXPECT_NE(
      post("{\"id\":\"a\",\"survey\":\"other\"}").body.find("unknown_survey"),
      std::string::npos);
}

TEST_F(RouterTest, OnlyPlainUtf8JsonIsTaken) {
  const auto status = [&](std::vector<Header> headers) {
    return send("POST", "/v1/responses", std::move(headers), body_of("t", 9))
        .status;
  };
  EXPECT_EQ(status({{"Content-Type", "application/json"}}), 201);
  EXPECT_EQ(status({{"Content-Type", "text/plain"}}), 200);
  EXPECT_EQ(status({{"content-type", "TEXT/PLAIN; charset=\"utf-8\""}}), 200);
  EXPECT_EQ(status({}), 415);
  EXPECT_EQ(status({{"Content-Type", "text/html"}}), 415);
  EXPECT_EQ(status({{"Content-Type", "application/x-www-form-urlencoded"}}),
            415);
  EXPECT_EQ(status({{"Content-Type", "text/plain;charset=utf-16"}}), 415);
  EXPECT_EQ(
      status({{"Content-Type", "text/plain"}, {"Content-Encoding", "gzip"}}),
      415);
}

TEST_F(RouterTest, AFullQueueSaysWhenToComeBack) {
  queue_limit_ = 0;
  const Reply reply = post(body_of("a", 9));
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "2");
}

TEST_F(RouterTest, AFullDiskSaysWhenToComeBack) {
  config_.max_db_mib = 0;
  Router& made = router();
  (void)made;
  router_.reset();
  reader_.reset();
  writer_.reset();
  writer_.emplace(Writer::Options{.path = folder_.file("db"),
                                  .max_bytes = 1,  // not one page more
                                  .now = [] { return kAsked; },
                                  .complain = [](const std::string&) {}});
  reader_.emplace(folder_.file("db"));
  router_.emplace(Services{.config = config_,
                           .engine = engine_,
                           .writer = *writer_,
                           .reader = *reader_,
                           .steady = [] { return Milliseconds{0}; },
                           .connections = [] { return std::size_t{1}; }});
  Reply reply = post(body_of("a", 9, std::string(6000, 'x')));
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "30");
  EXPECT_NE(reply.body.find("storage_failed"), std::string::npos);
}

TEST_F(RouterTest, OneNetworkIsHeldBackAndMayReadWhy) {
  config_.rate_per_minute = 60;
  config_.rate_burst = 2;
  const std::vector<Header> shop = {{"Origin", "https://shop.example"}};
  EXPECT_EQ(post(body_of("a", 9), shop).status, 201);
  EXPECT_EQ(post(body_of("b", 9), shop).status, 201);
  const Reply reply = post(body_of("c", 9), shop);
  EXPECT_EQ(reply.status, 429);
  EXPECT_EQ(reply.header("Retry-After"), "2");
  EXPECT_EQ(reply.header("Access-Control-Allow-Origin"),
            "https://shop.example");
  EXPECT_EQ(reply.header("Access-Control-Expose-Headers"), "Retry-After, Date");
  // Holders of the token are not, and reading the tally is counted apart.
  EXPECT_EQ(with_token("GET", "/v1/surveys/demo/report").status, 200);
  EXPECT_EQ(send("GET", "/v1/surveys/demo/tally").status, 200);
}

TEST_F(RouterTest, OtherSitesPostOnlyWhenListed) {
  Reply reply = post(body_of("a", 9), {{"Origin", "https://shop.example"}});
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(reply.header("Access-Control-Allow-Origin"),
            "https://shop.example");
  EXPECT_EQ(reply.header("Vary"), "Origin");
  EXPECT_EQ(reply.header("Access-Control-Allow-Credentials"), "");
  reply = post(body_of("b", 9), {{"Origin", "https://evil.example"}});
  EXPECT_EQ(reply.status, 403);
  EXPECT_EQ(reply.header("Access-Control-Allow-Origin"), "");
  reply = post(body_of("c", 9), {{"Origin", "http://answers.example"}});
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(reply.header("Access-Control-Allow-Origin"), "");
}

TEST_F(RouterTest, AskingFirstIsAnswered) {
  Reply reply = send("OPTIONS", "/v1/responses",
                     {{"Origin", "https://shop.example"},
                      {"Access-Control-Request-Method", "POST"}});
  EXPECT_EQ(reply.status, 204);
  EXPECT_EQ(reply.header("Access-Control-Allow-Methods"), "POST");
  EXPECT_EQ(reply.header("Access-Control-Allow-Headers"),
            "Content-Type, Idempotency-Key");
  EXPECT_EQ(
      send("OPTIONS", "/v1/responses", {{"Origin", "https://evil.example"}})
          .status,
      403);
  // Reads with a token are for servers, never for other sites' pages.
  EXPECT_EQ(send("OPTIONS", "/v1/surveys/demo/report",
                 {{"Origin", "https://shop.example"}})
                .status,
            405);
}

TEST_F(RouterTest, ReadsNeedTheToken) {
  for (const char* target :
       {"/v1/responses", "/v1/surveys/demo/report", "/v1/surveys/x/report"}) {
    Reply reply = send("GET", target);
    EXPECT_EQ(reply.status, 401) << target;
    EXPECT_EQ(reply.header("WWW-Authenticate"), "Bearer");
    EXPECT_EQ(reply.header("Access-Control-Allow-Origin"), "");
    EXPECT_EQ(send("GET", std::string(target) + "?token=" + kToken).status,
              401);
  }
  EXPECT_EQ(send("DELETE", "/v1/responses/a").status, 401);
}

TEST_F(RouterTest, WithoutATokenReadingIsOff) {
  config_.token.clear();
  EXPECT_EQ(send("GET", "/v1/responses").status, 403);
  EXPECT_EQ(send("GET", "/v1/responses", {{"Authorization", "Bearer "}}).status,
            403);
}

TEST_F(RouterTest, GuessingTheTokenIsHeldBack) {
  config_.rate_per_minute = 60;
  config_.rate_burst = 3;
  std::string statuses;
  for (int i = 0; i < 5; ++i) {
    statuses += std::to_string(send("GET", "/v1/responses",
                                    {{"Authorization", "Bearer guess"}})
                                   .status) +
                " ";
  }
  EXPECT_EQ(statuses, "401 401 401 429 429 ");
}

TEST_F(RouterTest, TheTallyIsPublicOnlyWhenSwitchedOn) {
  post(body_of("a", 9));
  post(body_of("b", 0));
  EXPECT_EQ(send("GET", "/v1/surveys/demo/tally").body,
            "{\"counts\":{\"scores\":[1,0,0,0,0,0,0,0,0,1,0]}}");
  EXPECT_EQ(send("GET", "/v1/surveys/none/tally").status, 404);
  router_.reset();
  config_.public_tally = false;
  router_.emplace(Services{config_, engine_, *writer_, *reader_,
                           [] { return Milliseconds{0}; },
                           [] { return std::size_t{1}; }});
  EXPECT_EQ(send("GET", "/v1/surveys/demo/tally").status, 403);
  EXPECT_EQ(with_token("GET", "/v1/surveys/demo/tally").status, 200);
}

TEST_F(RouterTest, TheReportCounts) {
  post(R"({"id":"a","survey":"demo","score":10,"themes":["staff"]})");
  post(R"({"id":"b","survey":"demo","score":8})");
  post(R"({"id":"c","survey":"demo","score":0,"themes":["billing","staff"]})");
  post(R"({"id":"d","survey":"demo","complete":false})");
  const auto report = nlohmann::json::parse(
      with_token("GET", "/v1/surveys/demo/report").body, nullptr, false);
  const auto expected = nlohmann::json::parse(R"({
    "survey": "demo",
    "rows": {"scored": 3, "missing": 1, "partial": 1},
    "estimate": {"n": 3},
    "distribution": [1,0,0,0,0,0,0,0,1,0,1],
    "segments": {"promoters": 1, "passives": 1, "detractors": 1},
    "themes": [
      {"id": "staff",
       "counts": {"promoters": 1, "passives": 0, "detractors": 1}},
      {"id": "billing",
       "counts": {"promoters": 0, "passives": 0, "detractors": 1}}],
    "days": [{"day": "2026-11-22",
       "counts": {"promoters": 1, "passives": 1, "detractors": 1}}]})");
  EXPECT_EQ(report, expected);
}

TEST_F(RouterTest, EveryAnswerIsInTheExportOnce) {
  for (int i = 0; i < 450; ++i) post(body_of("id" + std::to_string(i), i % 11));
  const std::string lines = whole(with_token("GET", "/v1/responses"));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 450);
  for (int i = 0; i < 450; ++i) {
    EXPECT_NE(lines.find("\"id\":\"id" + std::to_string(i) + "\""),
              std::string::npos);
  }
  const std::string one = lines.substr(0, lines.find('\n'));
  EXPECT_TRUE(nlohmann::json::accept(one)) << one;
  const std::string csv =
      whole(with_token("GET", "/v1/responses?format=csv&survey=demo"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 451);
}

TEST_F(RouterTest, CsvIsGuardedUnlessRawIsAsked) {
  post(body_of("a", 9, "=1+1"));
  EXPECT_NE(whole(with_token("GET", "/v1/responses?format=csv")).find(",'=1+1"),
            std::string::npos);
  EXPECT_NE(
      whole(with_token("GET", "/v1/responses?format=csv&raw=1")).find(",=1+1"),
      std::string::npos);
}

TEST_F(RouterTest, ParametersThatAreWrongAreNamed) {
  for (const char* query :
       {"format=xml", "survey=", "segment=all", "since=yesterday", "raw=2",
        "limit=5", "until=2026-13-01"}) {
    const Reply reply =
        with_token("GET", std::string("/v1/responses?") + query);
    EXPECT_EQ(reply.status, 400) << query;
    EXPECT_NE(reply.body.find("bad_parameter"), std::string::npos);
  }
  EXPECT_EQ(whole(with_token("GET",
                             "/v1/responses?since=2026-11-22&until="
                             "2026-11-23T00:00:00Z&segment=promoter")),
            "");
}

TEST_F(RouterTest, ErasedIsErased) {
  post(body_of("a", 9));
  EXPECT_EQ(with_token("DELETE", "/v1/responses/a").status, 204);
  EXPECT_EQ(with_token("DELETE", "/v1/responses/a").status, 404);
  const Reply late = post(body_of("a", 9));
  EXPECT_EQ(late.status, 200);
  EXPECT_EQ(late.body, "{\"duplicate\":true}");
  EXPECT_EQ(whole(with_token("GET", "/v1/responses")), "");
}

TEST_F(RouterTest, WhatIsNotThereIsSaid) {
  struct Row {
    const char* method;
    const char* target;
    int status;
  };
  for (const Row& row : {
           Row{"GET", "/", 200},
           Row{"HEAD", "/", 200},
           Row{"GET", "/healthz", 200},
           Row{"GET", "/metrics", 200},
           Row{"GET", "/surveys/demo.json", 200},
           Row{"GET", "/surveys/catalogue.json", 200},
           Row{"GET", "/surveys/", 404},
           Row{"GET", "/surveys/../db", 404},
           Row{"GET", "/surveys/%2e%2e/db", 404},
           Row{"GET", "/..%2fdb", 404},
           Row{"GET", "/none", 404},
           Row{"POST", "/", 405},
           Row{"PUT", "/v1/responses", 405},
           Row{"PATCH", "/v1/responses/a", 405},
           Row{"BREW", "/v1/responses", 405},
           Row{"GET", "/v1/", 404},
           Row{"GET", "/v1/responses/", 404},
           Row{"GET", "/v1//responses", 404},
           Row{"GET", "/v1/surveys/demo", 404},
           Row{"GET", "/v2/responses", 404},
           Row{"GET", "/%zz", 400},
       }) {
    EXPECT_EQ(send(row.method, row.target).status, row.status)
        << row.method << ' ' << row.target;
  }
}

TEST_F(RouterTest, MetricsCountWhatHappened) {
  Reply reply = post(body_of("a", 9));
  router().finish({.method = "POST",
                   .route = reply.route,
                   .status = reply.status,
                   .milliseconds = 3,
                   .bytes = 15},
                  reply);
  const std::string text = send("GET", "/metrics").body;
  for (const char* line :
       {"looplet_http_requests_total{method=\"POST\",route=\"/v1/responses\","
        "status=\"201\"} 1\n",
        "looplet_answers_total{outcome=\"stored\"} 1\n",
        "looplet_http_request_seconds_bucket{le=\"0.002\"} 0\n",
        "looplet_http_request_seconds_bucket{le=\"0.005\"} 1\n",
        "looplet_http_request_seconds_sum 0.003\n", "looplet_writes_total 1\n",
        "looplet_connections 1\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
}

TEST(LogLine, SaysNothingOfThePersonOrTheirWords) {
  EXPECT_EQ(log_line(kAsked, {.method = "POST",
                              .route = "/v1/responses",
                              .status = 201,
                              .milliseconds = 2.06,
                              .bytes = 15}),
            "2026-11-22T07:40:00.000Z POST /v1/responses 201 2.1ms 15B");
  EXPECT_EQ(log_line(kAsked, {.method = "X\nY", .route = "", .status = 400}),
            "2026-11-22T07:40:00.000Z - - 400 0.0ms 0B");
}

}  // namespace
}  // namespace looplet::collector
