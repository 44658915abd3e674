#include "../static_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary.h"

namespace looplet::collector {
namespace {

class StaticFilesTest : public testing::Test {
 protected:
  StaticFilesTest() {
    outside_.write("secret.txt", "secret");
    site_.write("index.html", "<h1>home</h1>");
    site_.write("app.js", "run()");
    site_.write("docs/index.html", "docs");
    site_.write("docs/page.html", "page");
    site_.write("empty/keep.txt", "");
    site_.write(".hidden", "secret");
    site_.write(".git/config", "secret");
    EXPECT_EQ(symlink(outside_.file("secret.txt").c_str(),
                      site_.file("link.txt").c_str()),
              0);
    EXPECT_EQ(symlink(outside_.path().c_str(), site_.file("linked").c_str()),
              0);
    EXPECT_EQ(mkfifo(site_.file("pipe.txt").c_str(), 0600), 0);
  }
  Reply get(std::string_view path, std::vector<Header> headers = {}) {
    Request request;
    request.method = "GET";
    request.headers = std::move(headers);
    return files_.get(request, path);
  }
  TemporaryFolder outside_;
  TemporaryFolder site_;
  StaticFiles files_{site_.path()};
};

TEST_F(StaticFilesTest, ServesFilesWithTheirTypes) {
  EXPECT_EQ(get("/").body, "<h1>home</h1>");
  EXPECT_EQ(get("/").header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(get("/app.js").header("Content-Type"),
            "text/javascript; charset=utf-8");
  EXPECT_EQ(get("/docs/").body, "docs");
  EXPECT_EQ(get("/docs/page.html").body, "page");
  EXPECT_EQ(get("/empty/keep.txt").status, 200);
}

TEST_F(StaticFilesTest, PagesCarryTheStrictPolicyAndScriptsNone) {
  const Reply page = get("/");
  const std::string_view policy = page.header("Content-Security-Policy");
  for (const char* rule :
       {"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'",
        "require-trusted-types-for 'script'", "trusted-types looplet",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"}) {
    EXPECT_NE(policy.find(rule), std::string_view::npos) << rule;
  }
  EXPECT_EQ(policy.find("unsafe-inline"), std::string_view::npos);
  EXPECT_EQ(get("/app.js").header("Content-Security-Policy"), "");
}

TEST_F(StaticFilesTest, NothingOutsideOrHiddenIsServed) {
  const std::string up = "/../" + outside_.path().substr(5) + "/secret.txt";
  for (const std::string& path : {std::string("/.."),
                                  std::string("/../secret.txt"),
                                  up,
                                  std::string("/docs/../../secret.txt"),
                                  std::string("/./index.html"),
                                  std::string("//index.html"),
                                  std::string("/docs//page.html"),
                                  std::string("/docs\\page.html"),
                                  std::string("/..\\secret.txt"),
                                  std::string("/.hidden"),
                                  std::string("/.git/config"),
                                  std::string("/link.txt"),
                                  std::string("/linked/secret.txt"),
                                  std::string("/linked/"),
                                  std::string("/pipe.txt"),
                                  std::string("/index.html/"),
                                  std::string("/index.html/x"),
                                  std::string("/empty"),
                                  std::string("/empty/"),
                                  outside_.file("secret.txt"),
                                  "/" + outside_.file("secret.txt"),
                                  std::string("/docs/..%2findex.html"),
                                  std::string("/%2e%2e/x"),
                                  std::string("/app.js:stream"),
                                  std::string("/none"),
                                  std::string(),
                                  std::string("index.html"),
                                  "/" + std::string(5000, 'a')}) {
    const Reply reply = get(path);
    EXPECT_EQ(reply.status, 404) << path;
    EXPECT_EQ(reply.body.find("secret\""), std::string::npos) << path;
  }
}

TEST_F(StaticFilesTest, AFolderWithoutItsSlashLeadsToIt) {
  const Reply reply = get("/docs");
  EXPECT_EQ(reply.status, 308);
  EXPECT_EQ(reply.header("Location"), "./docs/");
}

TEST_F(StaticFilesTest, TheSameTagIsNotSentAgain) {
  const std::string tag(get("/app.js").header("ETag"));
  EXPECT_EQ(get("/app.js", {{"If-None-Match", tag}}).status, 304);
  EXPECT_EQ(get("/app.js", {{"If-None-Match", tag}}).body, "");
  EXPECT_EQ(get("/app.js", {{"If-None-Match", "\"x\", W/" + tag}}).status, 304);
  EXPECT_EQ(get("/app.js", {{"If-None-Match", "*"}}).status, 304);
  EXPECT_EQ(get("/app.js", {{"If-None-Match", "\"x\""}}).status, 200);
  site_.write("app.js", "changed()");
  EXPECT_EQ(get("/app.js", {{"If-None-Match", tag}}).status, 200);
}

TEST_F(StaticFilesTest, ThePackedFileGoesToThoseWhoTakeIt) {
  site_.write("app.js.gz", "gz");
  site_.write("app.js.br", "br");
  const auto body = [&](const char* accept) {
    return get("/app.js", {{"Accept-Encoding", accept}}).body;
  };
  EXPECT_EQ(body("gzip, deflate, br"), "br");
  EXPECT_EQ(body("gzip"), "gz");
  EXPECT_EQ(body("br;q=0, gzip"), "gz");
  EXPECT_EQ(body("br;q=0.000, gzip;q=0"), "run()");
  EXPECT_EQ(body("identity"), "run()");
  EXPECT_EQ(body("brotli"), "run()");
  const Reply packed = get("/app.js", {{"Accept-Encoding", "br"}});
  EXPECT_EQ(packed.header("Content-Encoding"), "br");
  EXPECT_EQ(packed.header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(packed.header("Vary"), "Accept-Encoding");
  EXPECT_NE(packed.header("ETag"), get("/app.js").header("ETag"));
  EXPECT_EQ(get("/app.js").header("Vary"), "Accept-Encoding");
}

TEST_F(StaticFilesTest, APackedFileOfAnEarlierBuildIsPassedOver) {
  site_.write("app.js.br", "old");
  const timespec times[2] = {{1000, 0}, {1000, 0}};
  ASSERT_EQ(utimensat(AT_FDCWD, site_.file("app.js.br").c_str(), times, 0), 0);
  EXPECT_EQ(get("/app.js", {{"Accept-Encoding", "br"}}).body, "run()");
}

TEST_F(StaticFilesTest, OnlyTheOneExtensionWhereThatIsAsked) {
  site_.write("a.json", "{}");
  const StaticFiles surveys(site_.path(), ".json");
  EXPECT_EQ(surveys.get({}, "/a.json").status, 200);
  EXPECT_EQ(surveys.get({}, "/app.js").status, 404);
  EXPECT_EQ(surveys.get({}, "/").status, 404);
}

TEST_F(StaticFilesTest, WithoutARootThereIsNothing) {
  EXPECT_EQ(StaticFiles("").get({}, "/").status, 404);
  EXPECT_EQ(StaticFiles("").get({}, "/etc/passwd").status, 404);
}

}  // namespace
}  // namespace looplet::collector
