// strlen, memchr and memcmp byte by byte: the library's go by words, for texts
// longer than a survey has, and take 260 bytes more.
#include <cstddef>

extern "C" {

std::size_t strlen(const char* text) {
  const char* end = text;
  while (*end != 0) ++end;
  return static_cast<std::size_t>(end - text);
}

void* memchr(const void* bytes, int byte, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; size > 0; --size, ++at) {
    if (*at == static_cast<unsigned char>(byte)) {
      return const_cast<unsigned char*>(at);
    }
  }
  return nullptr;
}

int memcmp(const void* a, const void* b, std::size_t size) {
  const auto* left = static_cast<const unsigned char*>(a);
  const auto* right = static_cast<const unsigned char*>(b);
  for (; size > 0; --size) {
    const int difference = *left++ - *right++;
    if (difference != 0) return difference;
  }
  return 0;
}

}  // extern "C"
