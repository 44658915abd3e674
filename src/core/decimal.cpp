#include "core/decimal.h"

#include <cstddef>
#include <cstdint>

namespace looplet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - begin;
}

// Length of "1,000,000": the same separator before each three digits; 0 when
// there is no such group. One '.' alone is a decimal point.
std::size_t grouped_length(std::string_view text) {
  const std::size_t first = digits_at(text, 0);
  if (first < 1 || first > 3 || first == text.size() || text[0] == '0') {
    return 0;
  }
  const char mark = text[first];
  if (mark != ',' && mark != ' ' && mark != '.' && mark != '\'') return 0;
  std::size_t end = first;
  int groups = 0;
  while (end < text.size() && text[end] == mark) {
    if (digits_at(text, end + 1) != 3) return 0;
    end += 4;
    ++groups;
  }
  const bool decimals_follow = end < text.size() && text[end] == ',';
  return mark == '.' && groups == 1 && !decimals_follow ? 0 : end;
}

// Decimal exponents are cut here: far beyond any text that fits in memory.
constexpr std::int64_t kHugeExponent = std::int64_t{1} << 50;

// Digits seen one after the other; the number is the digits, read as a whole
// number, times 10^exponent.
class Reader {
 public:
  void add(char digit) {
    ++position_;
    if (digit == '0') return;
    if (first_ == 0) first_ = position_;
    last_ = position_;
    if (position_ - first_ < 3) lead_[position_ - first_] = digit - '0';
  }

  // `point` digits stand before the decimal point, once moved by `exponent`.
  Decimal decimal(std::int64_t point, std::int64_t exponent,
                  bool negative) const {
    if (first_ == 0) return {true, 0};
    const std::int64_t places = point + exponent;  // digits left of the point
    if (last_ > places) return {false, 0};
    const std::int64_t length = places - first_ + 1;
    int size = 100;
    if (length == 1) size = lead_[0];
    if (length == 2) size = 10 * lead_[0] + lead_[1];
    return {true, negative ? -size : size};
  }

 private:
  std::int64_t position_ = 0;
  std::int64_t first_ = 0;  // position of the first digit that is not 0
  std::int64_t last_ = 0;   // and of the last
  int lead_[3] = {0, 0, 0};
};

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  Reader reader;
  std::int64_t point = 0;
  std::size_t i = grouped_length(text);
  for (std::size_t k = 0; k < i; ++k) {
    if (!is_digit(text[k])) continue;
    reader.add(text[k]);
    ++point;
  }
  if (i == 0) {
    for (; i < text.size() && is_digit(text[i]); ++i, ++point) {
      reader.add(text[i]);
    }
  }
  if (i < text.size() && (text[i] == '.' || text[i] == ',')) {
    const std::size_t decimals = digits_at(text, i + 1);
    // "7." is a number, ".", "," and "7," are not.
    if (decimals == 0 && (point == 0 || text[i] == ',')) return std::nullopt;
    for (std::size_t k = i + 1; k <= i + decimals; ++k) reader.add(text[k]);
    i += 1 + decimals;
  } else if (point == 0) {
    return std::nullopt;
  }

  std::int64_t exponent = 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    bool down = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
      down = text[i] == '-';
      ++i;
    }
    if (digits_at(text, i) == 0) return std::nullopt;
    for (; i < text.size() && is_digit(text[i]); ++i) {
      exponent = 10 * exponent + (text[i] - '0');
      if (exponent > kHugeExponent) exponent = kHugeExponent;
    }
    if (down) exponent = -exponent;
  }
  if (i < text.size()) return std::nullopt;
  return reader.decimal(point, exponent, negative);
}

}  // namespace looplet
