// What standard output can show.
#pragma once

#include <string>
#include <string_view>

#include "looplet/score.h"

namespace looplet::cli {

/// Colours only on a terminal that has them, and never against NO_COLOR
/// (no-color.org).
class Paint {
 public:
  Paint();
  explicit Paint(bool colour) : colour_(colour) {}

  std::string bold(std::string_view text) const;
  std::string dim(std::string_view text) const;
  std::string segment(Segment segment, std::string_view text) const;

 private:
  std::string wrap(std::string_view code, std::string_view text) const;
  bool colour_ = false;
};

/// Columns of the terminal, from 40 to 100; 80 where there is none.
int terminal_width();

}  // namespace looplet::cli
