#include "text/fold.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace looplet::text {
namespace {

struct Range {
  std::uint32_t first, last;
};

template <std::size_t N>
bool within(const Range (&ranges)[N], std::uint32_t c) {
  const auto* next =
      std::upper_bound(std::begin(ranges), std::end(ranges), c,
                       [](std::uint32_t value, const Range& range) {
                         return value < range.first;
                       });
  return next != std::begin(ranges) && c <= (next - 1)->last;
}

// Scripts that write without blanks, and pictures: each sign is a word.
constexpr Range kAlone[] = {
    {0x1100, 0x11FF},   {0x2194, 0x2199},   {0x231A, 0x231B},
    {0x23E9, 0x23F3},   {0x25AA, 0x25FE},   {0x2600, 0x27BF},
    {0x2934, 0x2935},   {0x2B05, 0x2B55},   {0x2E80, 0x2FDF},
    {0x3005, 0x3007},   {0x3021, 0x3029},   {0x3041, 0x30FF},
    {0x3105, 0x318E},   {0x31A0, 0x31BF},   {0x31F0, 0x31FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFF66, 0xFF9D},   {0x1F000, 0x1F3FA},
    {0x1F400, 0x1FAFF}, {0x20000, 0x3134F},
};

// Punctuation and blanks above ASCII; what is neither here nor in kAlone is
// taken for a letter, so that no script is cut to pieces.
constexpr Range kNoLetter[] = {
    {0x80, 0xA9},       {0xAB, 0xB4},        {0xB6, 0xB9},     {0xBB, 0xBF},
    {0xD7, 0xD7},       {0xF7, 0xF7},        {0x37E, 0x37E},   {0x387, 0x387},
    {0x589, 0x58A},     {0x5BE, 0x5BE},      {0x60C, 0x60D},   {0x61B, 0x61F},
    {0x6D4, 0x6D4},     {0x964, 0x965},      {0x2000, 0x206F}, {0x20A0, 0x20CF},
    {0x2100, 0x2BFF},   {0x2E00, 0x2E7F},    {0x3000, 0x3004}, {0x3008, 0x3020},
    {0x3030, 0x3030},   {0xD800, 0xF8FF},    {0xFE00, 0xFE6F}, {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40},    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
    {0x1F3FB, 0x1F3FF}, {0xE0000, 0x10FFFF},
};

struct Letter {
  char16_t letter;
  char base;
  char16_t accent;
};

// Latin letters that the five languages and their neighbours accent, from
// UnicodeData.txt (canonical decompositions).
constexpr Letter kLetters[] = {
    {0xE0, 'a', 0x300},
    {0xE1, 'a', 0x301},
    {0xE2, 'a', 0x302},
    {0xE3, 'a', 0x303},
    {0xE4, 'a', 0x308},
    {0xE5, 'a', 0x30A},
    {0xE7, 'c', 0x327},
    {0xE8, 'e', 0x300},
    {0xE9, 'e', 0x301},
    {0xEA, 'e', 0x302},
    {0xEB, 'e', 0x308},
    {0xEC, 'i', 0x300},
    {0xED, 'i', 0x301},
    {0xEE, 'i', 0x302},
    {0xEF, 'i', 0x308},
    {0xF1, 'n', 0x303},
    {0xF2, 'o', 0x300},
    {0xF3, 'o', 0x301},
    {0xF4, 'o', 0x302},
    {0xF5, 'o', 0x303},
    {0xF6, 'o', 0x308},
    {0xF9, 'u', 0x300},
    {0xFA, 'u', 0x301},
    {0xFB, 'u', 0x302},
    {0xFC, 'u', 0x308},
    {0xFD, 'y', 0x301},
    {0xFF, 'y', 0x308},
    {0x101, 'a', 0x304},
    {0x103, 'a', 0x306},
    {0x105, 'a', 0x328},
    {0x107, 'c', 0x301},
    {0x10D, 'c', 0x30C},
    {0x10F, 'd', 0x30C},
    {0x113, 'e', 0x304},
    {0x117, 'e', 0x307},
    {0x119, 'e', 0x328},
    {0x11B, 'e', 0x30C},
    {0x11F, 'g', 0x306},
    {0x12B, 'i', 0x304},
    {0x144, 'n', 0x301},
    {0x148, 'n', 0x30C},
    {0x14D, 'o', 0x304},
    {0x151, 'o', 0x30B},
    {0x159, 'r', 0x30C},
    {0x15B, 's', 0x301},
    {0x15F, 's', 0x327},
    {0x161, 's', 0x30C},
    {0x165, 't', 0x30C},
    {0x169, 'u', 0x303},
    {0x16B, 'u', 0x304},
    {0x16F, 'u', 0x30A},
    {0x171, 'u', 0x30B},
    {0x17A, 'z', 0x301},
    {0x17C, 'z', 0x307},
    {0x17E, 'z', 0x30C},
    {0x219, 's', 0x326},
    {0x21B, 't', 0x326},
    // No decomposition in Unicode, but this is how they are typed without.
    {0xF8, 'o', 0},
    {0x111, 'd', 0},
    {0x131, 'i', 0},
    {0x142, 'l', 0},
};

constexpr Mark ascii_mark(std::uint32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Mark::letter;
  if (c >= '0' && c <= '9') return Mark::digit;
  switch (c) {
    case '\'':
      return Mark::apostrophe;
    case '.':
    case '!':
    case '?':
    case ';':
    case ':':
    case '\n':
    case '\r':
      return Mark::stop;
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
    case '-':
      return Mark::pause;
    default:
      return Mark::other;
  }
}

constexpr auto kAscii = [] {
  std::array<Mark, 0x80> marks = {};
  for (std::uint32_t c = 0; c < marks.size(); ++c) marks[c] = ascii_mark(c);
  return marks;
}();

bool continues(std::string_view text, std::size_t i) {
  return i < text.size() &&
         (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
}

}  // namespace

Mark mark_of(std::uint32_t c) {
  if (c < 0x80) return kAscii[c];
  // What the tables say of the letters and signs that are met most.
  if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) return Mark::letter;
  if ((c >= 0x3041 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF) ||
      (c >= 0x1F400 && c <= 0x1FAFF)) {
    return Mark::word_alone;
  }
  if (c >= 0x300 && c <= 0x36F) return Mark::accent;
  switch (c) {
    case 0x2019:  // right single quotation mark
    case 0x2018:
    case 0x2BC:  // modifier letter apostrophe
    case 0xFF07:
      return Mark::apostrophe;
    case 0x2026:  // ellipsis
    case 0xBF:
    case 0xA1:
    case 0x37E:
    case 0x61F:
    case 0x6D4:
    case 0x964:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0x2028:
    case 0x2029:
      return Mark::stop;
    case 0x2013:  // dashes
    case 0x2014:
    case 0x60C:
    case 0x3001:
    case 0xFF0C:
      return Mark::pause;
    case 0x200D:
    case 0xFE0E:
    case 0xFE0F:
      return Mark::joiner;
    default:
      break;
  }
  if (c >= 0x1F3FB && c <= 0x1F3FF) return Mark::joiner;
  if (within(kAlone, c)) return Mark::word_alone;
  return within(kNoLetter, c) ? Mark::other : Mark::letter;
}

std::uint32_t fold(std::uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c < 0xC0) return c == 0xB5 ? 0x3BC : c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c < 0x100) return c;
  if (c < 0x180) {
    if (c == 0x130) return 'i';  // with a dot, which the lower case has anyway
    if (c == 0x178) return 0xFF;
    if (c == 0x17F) return 's';
    if (c == 0x131 || c == 0x138 || c == 0x149) return c;
    // Pairs begin at an odd number from U+0139 to U+0148 and from U+0179 on.
    const bool odd = (c >= 0x139 && c <= 0x148) || c >= 0x179;
    return odd ? c + (c & 1) : c | 1;
  }
  if (c >= 0x1CD && c <= 0x1DC) return c + (c & 1);
  if (c >= 0x1DE && c <= 0x21F) {
    return c == 0x1F0 || (c >= 0x1F1 && c <= 0x1F7) ? c : c | 1;
  }
  if (c >= 0x386 && c <= 0x3AB) {
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 37;
    if (c == 0x38C) return 0x3CC;
    if (c == 0x38E || c == 0x38F) return c + 63;
    return c >= 0x391 && c != 0x3A2 ? c + 32 : c;
  }
  if (c == 0x3C2) return 0x3C3;  // final sigma
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x460 && c <= 0x481) return c | 1;
  if (c >= 0x48A && c <= 0x4BF) return c | 1;
  if (c >= 0x4D0 && c <= 0x52F) return c | 1;
  if (c == 0x1E9E) return 0xDF;
  if (c >= 0x1E00 && c <= 0x1EFF) return c >= 0x1E96 && c <= 0x1E9F ? c : c | 1;
  if (c >= 0xFF21 && c <= 0xFF3A) return c + 32;  // full width
  return c;
}

std::uint32_t composed(std::uint32_t letter, std::uint32_t accent) {
  for (const Letter& known : kLetters) {
    if (known.accent == accent && accent != 0 &&
        static_cast<unsigned char>(known.base) == letter) {
      return known.letter;
    }
  }
  return 0;
}

std::uint32_t without_accent(std::uint32_t folded) {
  if (folded < 0x80) return folded;
  for (const Letter& known : kLetters) {
    if (known.letter == folded) return static_cast<unsigned char>(known.base);
  }
  return folded;
}

Decoded decode(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && continues(text, 1)) {
    return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  }
  if (first >= 0xE0 && first <= 0xEF && continues(text, 1) &&
      continues(text, 2)) {
    const std::uint32_t c =
        (first & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (first >= 0xF0 && first <= 0xF4 && continues(text, 1) &&
      continues(text, 2) && continues(text, 3)) {
    const std::uint32_t c = (first & 7) << 18 | (byte(1) & 0x3F) << 12 |
                            (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {};
}

}  // namespace looplet::text
