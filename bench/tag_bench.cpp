// Bytes of comments tagged a second, beside two floors: the scan into folded
// words alone, and a textbook automaton that only counts phrases.
//
//   build/native/bench/tag_bench
//
// tag/... is everything: words, language, themes, sentiment. automaton/... is
// Aho and Corasick (1975) over the same single words and plain phrases, bytes
// in lower case, without whole words, language, gaps or sentiment.
#include <benchmark/benchmark.h>

#include <array>
#include <deque>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "looplet/themes.h"
#include "text/words.h"

namespace looplet::bench {
namespace {

std::vector<std::string> comments_of(const char* language) {
  std::ifstream in(std::string(LOOPLET_BENCH_COMMENTS) + "/" + language +
                   ".json");
  const auto document = nlohmann::json::parse(in, nullptr, false);
  std::vector<std::string> comments;
  for (const auto& item : document) {
    comments.push_back(item["text"].get<std::string>());
  }
  return comments;
}

std::int64_t bytes_of(const std::vector<std::string>& comments) {
  std::int64_t bytes = 0;
  for (const std::string& comment : comments) {
    bytes += static_cast<std::int64_t>(comment.size());
  }
  return bytes;
}

void tag(benchmark::State& state, const char* language, const char* locale) {
  const auto comments = comments_of(language);
  const Tagger& tagger = Tagger::built_in();
  TaggerRoom room;
  for (auto _ : state) {
    for (const std::string& comment : comments) {
      benchmark::DoNotOptimize(tagger.bits(comment, locale, room));
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(comments));
}

void words(benchmark::State& state, const char* language) {
  const auto comments = comments_of(language);
  text::WordScanner scanner;
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const std::string& comment : comments) {
      scanner.scan(comment,
                   [&sum](const text::Word& word) { sum += word.key.hash(); });
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(comments));
}

class Automaton {
 public:
  void add(std::string_view word) {
    std::uint32_t at = 0;
    for (const char c : word) {
      auto& next = nodes_[at].next[static_cast<unsigned char>(c)];
      if (next == 0) {
        next = static_cast<std::uint32_t>(nodes_.size());
        nodes_.emplace_back();
        at = static_cast<std::uint32_t>(nodes_.size() - 1);
      } else {
        at = next;
      }
    }
    nodes_[at].ends = 1;
  }

  void link() {
    std::deque<std::uint32_t> queue;
    for (const std::uint32_t child : nodes_[0].next) {
      if (child != 0) queue.push_back(child);
    }
    while (!queue.empty()) {
      const std::uint32_t at = queue.front();
      queue.pop_front();
      nodes_[at].ends += nodes_[nodes_[at].back].ends;
      for (std::size_t c = 0; c < 256; ++c) {
        std::uint32_t& child = nodes_[at].next[c];
        const std::uint32_t other = nodes_[nodes_[at].back].next[c];
        if (child == 0) {
          child = other;
        } else {
          nodes_[child].back = other;
          queue.push_back(child);
        }
      }
    }
  }

  std::uint64_t count(std::string_view text) const {
    std::uint64_t found = 0;
    std::uint32_t at = 0;
    for (const char c : text) {
      const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      at = nodes_[at].next[static_cast<unsigned char>(low)];
      found += nodes_[at].ends;
    }
    return found;
  }

 private:
  struct Node {
    std::array<std::uint32_t, 256> next{};
    std::uint32_t back = 0, ends = 0;
  };
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

void automaton(benchmark::State& state, const char* language) {
  const auto comments = comments_of(language);
  Automaton automaton;
  for (const ThemeRules* rules : built_in_theme_rules()) {
    if (rules->locale != language) continue;
    for (const ThemeRule& theme : rules->themes) {
      for (const auto& list :
           {theme.phrases.about, theme.phrases.bad, theme.phrases.good}) {
        for (const std::string_view phrase : list) {
          if (phrase.find_first_of("|@#*~.") == std::string_view::npos) {
            automaton.add(phrase);
          }
        }
      }
    }
  }
  automaton.link();
  for (auto _ : state) {
    std::uint64_t sum = 0;
    for (const std::string& comment : comments) sum += automaton.count(comment);
    benchmark::DoNotOptimize(sum);
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(comments));
}

void compile(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Tagger::make({}));
}

BENCHMARK_CAPTURE(tag, en, "en", "");
BENCHMARK_CAPTURE(tag, en_told, "en", "en");
BENCHMARK_CAPTURE(tag, de, "de", "");
BENCHMARK_CAPTURE(words, en, "en");
BENCHMARK_CAPTURE(automaton, en, "en");
BENCHMARK(compile)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace looplet::bench

BENCHMARK_MAIN();
