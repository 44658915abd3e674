#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace looplet::cli {

Paint::Paint() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  colour_ = ::isatty(STDOUT_FILENO) == 1 &&
            (no_color == nullptr || *no_color == '\0') && term != nullptr &&
            std::string_view(term) != "dumb";
}

std::string Paint::wrap(std::string_view code, std::string_view text) const {
  if (!colour_ || text.empty()) return std::string(text);
  return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

std::string Paint::bold(std::string_view text) const { return wrap("1", text); }

std::string Paint::dim(std::string_view text) const { return wrap("2", text); }

std::string Paint::segment(Segment segment, std::string_view text) const {
  switch (segment) {
    case Segment::detractor:
      return wrap("31", text);
    case Segment::passive:
      return wrap("33", text);
    case Segment::promoter:
      return wrap("32", text);
  }
  return std::string(text);
}

int terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::clamp<int>(size.ws_col, 40, 100);
  return 80;
}

}  // namespace looplet::cli
