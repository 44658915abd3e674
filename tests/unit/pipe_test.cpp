#include "survey/pipe.h"

#include <gtest/gtest.h>

#include <string>

#include "survey/link.h"

namespace looplet {
namespace {

struct Names final : Lookup {
  std::string_view value(std::string_view name) const override {
    if (name == "score") return "7";
    if (name == "name") return "Zo\xC3\xAB & Co";
    if (name == "braces") return "{score}";
    return {};
  }
};

std::string pipe(std::string_view text) {
  Arena arena;
  return std::string(piped(text, Names(), arena));
}

std::string pipe_link(std::string_view url) {
  Arena arena;
  return std::string(piped_link(url, Names(), arena));
}

TEST(Piping, ReplacesNames) {
  EXPECT_EQ(pipe("You chose {score}."), "You chose 7.");
  EXPECT_EQ(pipe("{score}{score}"), "77");
  EXPECT_EQ(pipe("nothing here"), "nothing here");
  EXPECT_EQ(pipe(""), "");
}

TEST(Piping, TakesTheFallbackWhenThereIsNoValue) {
  EXPECT_EQ(pipe("Hello {first|friend}!"), "Hello friend!");
  EXPECT_EQ(pipe("Hello {first}!"), "Hello !");
  EXPECT_EQ(pipe("{first|}"), "");
  EXPECT_EQ(pipe("{score|none}"), "7");
  EXPECT_EQ(pipe("{first|a|b}"), "a|b");
}

TEST(Piping, WritesADoubledBraceOnce) {
  EXPECT_EQ(pipe("{{score}"), "{score}");
  EXPECT_EQ(pipe("{{{score}"), "{7");
  EXPECT_EQ(pipe("{{{{"), "{{");
  EXPECT_EQ(pipe("a {{ b"), "a { b");
}

TEST(Piping, LeavesLoneBracesAlone) {
  EXPECT_EQ(pipe("a } b"), "a } b");
  EXPECT_EQ(pipe("a { b"), "a { b");
  EXPECT_EQ(pipe("{score} and {"), "7 and {");
  EXPECT_EQ(pipe("{score}}"), "7}");
}

TEST(Piping, DoesNotPipeWhatWasPiped) {
  EXPECT_EQ(pipe("{braces}"), "{score}");
  EXPECT_EQ(pipe("{none|{score}"), "{score");
}

TEST(PipedLink, EncodesValuesAfterTheQuestionMark) {
  EXPECT_EQ(pipe_link("https://example.com/?n={name}&s={score}"),
            "https://example.com/?n=Zo%C3%AB%20%26%20Co&s=7");
  EXPECT_EQ(pipe_link("https://example.com/#{braces}"),
            "https://example.com/#%7Bscore%7D");
}

TEST(PipedLink, LeavesNamesOutBeforeIt) {
  EXPECT_EQ(pipe_link("https://{name}.example.com/{score}?x={score}"),
            "https://.example.com/?x=7");
  EXPECT_EQ(pipe_link("{name}"), "");
}

TEST(Pieces, PutTogetherAreTheText) {
  std::string_view rest = "a{b|c}{{d}{e";
  std::string seen;
  for (Piece piece; next_piece(rest, piece);) {
    seen += piece.is_name ? '<' : '[';
    seen += piece.text;
    if (piece.has_fallback) (seen += '|') += piece.fallback;
    seen += piece.is_name ? '>' : ']';
  }
  EXPECT_EQ(seen, "[a]<b|c>[{][d}][{e]");
}

}  // namespace
}  // namespace looplet
