// Prints a schema of the wire descriptions, so that the committed files in
// schema/ can be compared and made anew (script/checks/generated.mjs).
#include <cstdio>
#include <string>
#include <string_view>

#include "looplet/wire.h"

int main(int argc, char** argv) {
  const std::string_view name = argc == 2 ? argv[1] : "";
  std::string text;
  if (name == "survey") text = looplet::wire::survey_schema();
  if (name == "themes") text = looplet::wire::theme_schema();
  if (name == "calls") text = looplet::wire::call_schema();
  if (text.empty()) {
    std::fputs("print_schema: survey, themes or calls?\n", stderr);
    return 2;
  }
  if (text.back() != '\n') text += '\n';
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0
                                                                         : 1;
}
