// Prints how well comments are tagged:
//
//   build/native/tests/looplet_theme_measures             both halves
//   build/native/tests/looplet_theme_measures --errors    and what is wrong in
//                                                         the development half
#include "theme_measures.h"

#include <cstdio>
#include <cstring>

namespace {

using looplet::measures::Labelled;
using looplet::measures::Measures;

std::string names_of(std::uint64_t themes) {
  std::string out;
  for (int i = 0; i < looplet::kThemeCount; ++i) {
    if ((themes >> i & 1) == 0) continue;
    out += out.empty() ? "" : ",";
    out += looplet::theme_name(static_cast<looplet::Theme>(i));
  }
  return out;
}

void print(const char* title, const Measures& m) {
  std::printf(
      "%-22s n %3d  sentiment: accuracy %.3f macro-F1 %.3f negative recall "
      "%.3f precision %.3f\n%-22s language %.3f  themes: micro-F1 %.3f "
      "(precision %.3f recall %.3f)\n%-22s",
      title, m.comments, m.accuracy(), m.macro_f1(), m.sentiment[0].recall(),
      m.sentiment[0].precision(), "",
      Measures{}.comments == m.comments
          ? 0.0
          : static_cast<double>(m.right_language) / m.comments,
      m.micro().f1(), m.micro().precision(), m.micro().recall(), "");
  for (std::size_t i = 0; i < m.theme.size(); ++i) {
    const std::string_view name =
        looplet::theme_name(static_cast<looplet::Theme>(i));
    std::printf(" %.*s %.2f", static_cast<int>(name.size()), name.data(),
                m.theme[i].f1());
  }
  std::printf("\n");
}

void print_errors(const std::vector<Labelled>& comments) {
  for (const Labelled& comment : comments) {
    looplet::TaggerRoom room;
    const looplet::TagBits bits =
        looplet::Tagger::built_in().bits(comment.text, "", room);
    if (bits.themes == comment.themes && bits.sentiment == comment.sentiment) {
      continue;
    }
    std::printf("%s%s\n", bits.sentiment == comment.sentiment ? "  " : "S ",
                comment.text.c_str());
    if (bits.sentiment != comment.sentiment) {
      std::printf("      sentiment %d, not %d (%.2f)\n", bits.sentiment,
                  comment.sentiment, bits.sentiment_score);
    }
    if (bits.themes != comment.themes) {
      std::printf("      %s, not %s\n", names_of(bits.themes).c_str(),
                  names_of(comment.themes).c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto made = looplet::Tagger::make({});
  if (!made) {
    for (const looplet::Fault& fault : made.faults()) {
      std::printf("%s: %s\n", fault.where.c_str(), fault.message.c_str());
    }
    return 1;
  }
  const bool errors = argc > 1 && std::strcmp(argv[1], "--errors") == 0;
  const std::string_view only = argc > 2 ? argv[2] : "";
  for (const std::string_view language : looplet::kThemeLanguages) {
    if (!only.empty() && language != only) continue;
    for (const bool development : {true, false}) {
      const auto comments =
          looplet::measures::read_comments(language, development);
      if (development && errors) print_errors(comments);
      const std::string title =
          std::string(language) + (development ? " development" : " test");
      print(title.c_str(), looplet::measures::measure(comments, "", language));
      print((title + ", told").c_str(),
            looplet::measures::measure(comments, language, language));
    }
  }
  return 0;
}
