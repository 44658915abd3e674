// How well comments are tagged, against the labels of tests/vectors/comments.
#pragma once

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "looplet/themes.h"

namespace looplet::measures {

struct Labelled {
  std::string text;
  int sentiment = 0;
  std::uint64_t themes = 0;  ///< bit i: the i-th Theme
};

/// FNV-1a, 32 bits, of the text decides: even is for development.
inline bool for_development(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return hash % 2 == 0;
}

struct Precision {
  int right = 0, said = 0, meant = 0;

  double precision() const { return share(right, said); }
  double recall() const { return share(right, meant); }
  double f1() const { return share(2 * right, said + meant); }
  static double share(int part, int all) {
    return all == 0 ? 0 : static_cast<double>(part) / all;
  }
};

struct Measures {
  int comments = 0;
  int right_sentiment = 0;
  int right_language = 0;
  std::array<Precision, 3> sentiment;  ///< -1, 0, 1
  std::array<Precision, kThemeCount> theme;

  double accuracy() const {
    return Precision::share(right_sentiment, comments);
  }
  double macro_f1() const {
    double sum = 0;
    for (const Precision& one : sentiment) sum += one.f1();
    return sum / static_cast<double>(sentiment.size());
  }
  Precision micro() const {
    Precision all;
    for (const Precision& one : theme) {
      all.right += one.right;
      all.said += one.said;
      all.meant += one.meant;
    }
    return all;
  }
};

/// Tags every comment; `locale` is given to the tagger, "" to let it find out,
/// and `language` is what it should find.
inline Measures measure(const std::vector<Labelled>& comments,
                        std::string_view locale, std::string_view language) {
  Measures sum;
  TaggerRoom room;
  for (const Labelled& comment : comments) {
    const TagBits bits = Tagger::built_in().bits(comment.text, locale, room);
    ++sum.comments;
    sum.right_sentiment += bits.sentiment == comment.sentiment;
    sum.right_language += bits.language < kThemeLanguages.size() &&
                          kThemeLanguages[bits.language] == language;
    for (int tone = -1; tone <= 1; ++tone) {
      Precision& one = sum.sentiment[static_cast<std::size_t>(tone + 1)];
      one.said += bits.sentiment == tone;
      one.meant += comment.sentiment == tone;
      one.right += bits.sentiment == tone && comment.sentiment == tone;
    }
    for (std::size_t i = 0; i < sum.theme.size(); ++i) {
      const auto said = static_cast<int>(bits.themes >> i & 1);
      const auto meant = static_cast<int>(comment.themes >> i & 1);
      sum.theme[i].said += said;
      sum.theme[i].meant += meant;
      sum.theme[i].right += said & meant;
    }
  }
  return sum;
}

/// One language's comments, of one half; none when they cannot be read.
inline std::vector<Labelled> read_comments(std::string_view language,
                                           bool development) {
  std::ifstream in(std::string(LOOPLET_VECTORS_DIR) + "/comments/" +
                       std::string(language) + ".json",
                   std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in),
                         std::istreambuf_iterator<char>()};
  std::vector<Labelled> comments;
  const auto document = nlohmann::json::parse(text, nullptr, false);
  if (!document.is_array()) return comments;
  for (const auto& item : document) {
    Labelled comment;
    comment.text = item["text"].get<std::string>();
    comment.sentiment = item["sentiment"].get<int>();
    for (const auto& name : item["themes"]) {
      for (int i = 0; i < kThemeCount; ++i) {
        if (theme_name(static_cast<Theme>(i)) == name.get<std::string>()) {
          comment.themes |= std::uint64_t{1} << i;
        }
      }
    }
    if (for_development(comment.text) == development) {
      comments.push_back(std::move(comment));
    }
  }
  return comments;
}

}  // namespace looplet::measures
