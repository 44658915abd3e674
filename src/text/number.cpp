#include "text/number.h"

namespace looplet::text {

std::size_t write_whole(std::int64_t number, char* out) {
  char digits[kLongestWhole];
  std::size_t length = 0;
  // The magnitude of the smallest number does not fit its own type.
  auto rest = static_cast<std::uint64_t>(number);
  if (number < 0) rest = 0 - rest;
  do {
    digits[length++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (number < 0) digits[length++] = '-';
  for (std::size_t i = 0; i < length; ++i) out[i] = digits[length - 1 - i];
  return length;
}

std::string whole(std::int64_t number) {
  char digits[kLongestWhole];
  return {digits, write_whole(number, digits)};
}

std::string_view whole(std::int64_t number, Arena& arena) {
  char digits[kLongestWhole];
  return arena.copy({digits, write_whole(number, digits)});
}

}  // namespace looplet::text
