#include "cli/words.h"

#include <cmath>
#include <cstdio>

#include "text/utf8.h"

namespace looplet::cli {

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  if (number < 0) digits.insert(0, 1, '-');
  return digits;
}

std::string counted(std::int64_t number, std::string_view one,
                    std::string_view many) {
  return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string fixed(double number, int decimals) {
  const double scale = std::pow(10.0, decimals);
  double rounded = std::round(number * scale) / scale;
  if (rounded == 0) rounded = 0;  // no minus zero
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, rounded);
  return buffer;
}

std::string percent(double share) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.6g %%", share * 100);
  return buffer;
}

std::string p_words(double p) {
  if (p < 0.001) return "p < 0.001";
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "p = %.2g", p);
  return buffer;
}

std::string printable(std::string_view text) {
  std::string out;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    if (c >= 0xF0) {
      length = 4;
    } else if (c >= 0xE0) {
      length = 3;
    } else if (c >= 0xC0) {
      length = 2;
    }
    const std::string_view piece = text.substr(i, length);
    const bool c1 = c == 0xC2 && piece.size() == 2 &&
                    static_cast<unsigned char>(piece[1]) < 0xA0;
    if ((c < 0x20 && c != '\n') || c == 0x7F || c1) {
      out += "\xEF\xBF\xBD";
    } else if (!text::is_utf8(piece)) {
      out += "\xEF\xBF\xBD";
      length = 1;
    } else {
      out += piece;
    }
    i += length;
  }
  return out;
}

std::string guarded(std::string_view text) {
  std::string_view first = text;
  while (!first.empty() && first[0] == ' ') first.remove_prefix(1);
  bool formula =
      !first.empty() &&
      std::string_view("=+-@\t\r\n").find(first[0]) != std::string_view::npos;
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    formula = formula || first.substr(0, wide.size()) == wide;
  }
  return formula ? "'" + std::string(text) : std::string(text);
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos)
    return std::string(text);
  std::string out(1, '"');
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

}  // namespace looplet::cli
