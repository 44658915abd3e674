#include "text/number.h"

namespace looplet::text {

std::string whole(std::int64_t number) {
  char digits[20];
  int length = 0;
  // The magnitude of the smallest number does not fit its own type.
  auto rest = static_cast<std::uint64_t>(number);
  if (number < 0) rest = 0 - rest;
  do {
    digits[length++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  std::string out;
  if (number < 0) out += '-';
  while (length > 0) out += digits[--length];
  return out;
}

}  // namespace looplet::text
