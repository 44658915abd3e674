// Puts the survey module together from the streams of script/build/streams.mjs,
// in a browser, before there is anything else: a module of 700 bytes, without
// imports, library or stack. As a script it took four times as long.
//
// The host writes the streams as UTF-8 behind kText, each after a line feed,
// and finds the module behind kModule. There is no other data, so the memory
// is addressed as it is. What comes in was made by our own build: nothing is
// checked here.
namespace {

using Byte = unsigned char;

/// Where everything is; the memory has 256 KiB (CMakeLists.txt).
constexpr int kText = 0x10000;
constexpr int kModule = 0x30000;

/// The streams, as in streams.mjs. The first place is that of what is written.
enum Stream : int {
  out,
  head,
  tail,
  code,
  locals,
  branches,
  indices,
  variables,
  memory,
  numbers,
  long_numbers,
  doubles,
};

Byte* place[16];
int control_key;

/// What follows each instruction, up to f64.const: nothing, or operands of one
/// stream, or one of these.
constexpr char kEnd = head;
constexpr char kBlock = tail;
constexpr char kFollowing[] =
    "\0\0\2\2\2\0\0\0\0\0\0\1\5\5\5\0"
    "\6\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\7\7\7\6\6\0\0\0"
    "\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\0"
    "\0\11\12\0\13";
constexpr int kBranchTable = 0x0e;
constexpr int kDouble = 0x44;
constexpr int kPrefix = 0xfc;

/// The next byte of a stream, which is written as well.
[[gnu::noinline]] int copy(int stream) {
  const Byte* from = place[stream];
  int byte = *from++;
  if (byte > 127) byte = (byte << 6 | (*from++ & 63)) & 255;
  place[stream] = const_cast<Byte*>(from);
  if (byte < 32) byte ^= control_key;
  *place[out]++ = static_cast<Byte>(byte);
  return byte;
}

[[gnu::noinline]] void copy_all(int stream) {
  while (*place[stream] != '\n') copy(stream);
}

/// Writes the size of all since `from` before it, in three bytes of LEB128.
[[gnu::noinline]] void write_size(Byte* from) {
  const auto size = place[out] - from;
  from[-3] = static_cast<Byte>(size | 128);
  from[-2] = static_cast<Byte>(size >> 7 | 128);
  from[-1] = static_cast<Byte>(size >> 14);
}

void copy_body() {
  for (int rest = 2 * copy(locals); rest > 0; --rest) copy(locals);
  for (int depth = 1; depth > 0;) {
    const int instruction = copy(code);
    if (instruction == kPrefix) copy(code);
    const int following = instruction > kDouble ? 0 : kFollowing[instruction];
    if (following <= kBlock) {
      if (following == kEnd) --depth;
      if (following == kBlock) {
        ++depth;
        copy(code);
      }
      continue;
    }
    if (following == memory) ++place[out];  // a hint of alignment, which is 0
    int count = 1;
    if (following == doubles) count = 8;
    if (instruction == kBranchTable) count += copy(branches);
    while (count > 0) {
      const int byte = copy(following);
      if (byte < 128 || following == doubles) --count;
    }
  }
}

}  // namespace

/// The size of the module that was put together.
extern "C" [[clang::export_name("f")]] int assemble(int key) {
  control_key = key;
  Byte* text = reinterpret_cast<Byte*>(kText);
  Byte** next = place;
  *next++ = reinterpret_cast<Byte*>(kModule);
  for (; *text != 0; ++text) {
    if (*text == '\n') *next++ = text + 1;
  }
  *text = '\n';
  copy_all(head);
  Byte* const section = place[out] += 4;
  section[-4] = 10;                     // the code section
  while (copy(locals) > 127) continue;  // how many functions there are
  while (*place[code] != '\n') {
    Byte* const body = place[out] += 3;
    copy_body();
    write_size(body);
  }
  write_size(section);
  copy_all(tail);
  return static_cast<int>(place[out] - reinterpret_cast<Byte*>(kModule));
}
