#include "static_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "faults.h"

namespace looplet::collector {

const std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; require-trusted-types-for 'script'; "
    "trusted-types looplet; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

namespace {

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  File& operator=(File&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

bool plain_segment(std::string_view segment) {
  return !segment.empty() && segment.front() != '.' &&
         segment.find_first_of("\\/:\"") == std::string_view::npos;
}

// Opens name by name and follows no link, so that whatever the path says the
// file is under the root.
File open_below(const File& root, std::string_view path) {
  File here(dup(root.fd()));
  while (here && !path.empty()) {
    const std::string_view segment = path.substr(0, path.find('/'));
    if (!plain_segment(segment)) return File(-1);
    path.remove_prefix(std::min(path.size(), segment.size() + 1));
    here = File(openat(here.fd(), std::string(segment).c_str(),
                       O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  }
  return here;
}

struct Found {
  File file;
  struct stat about;
};

Found look(const File& root, std::string_view path) {
  Found found{open_below(root, path), {}};
  if (found.file && fstat(found.file.fd(), &found.about) != 0) {
    found.file = File(-1);
  }
  return found;
}

bool is_file(const Found& found) {
  return found.file && S_ISREG(found.about.st_mode);
}

bool read_all(const Found& found, std::string& out) {
  out.resize(static_cast<std::size_t>(found.about.st_size));
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t n =
        read(found.file.fd(), out.data() + done, out.size() - done);
    if (n <= 0) return false;  // it shrank under us
    done += static_cast<std::size_t>(n);
  }
  return true;
}

// Weak enough to be cheap, strong enough for files that are replaced whole.
std::string tag_of(const Found& found, std::string_view coding) {
  std::array<char, 96> text{};
  const struct timespec& time = found.about.st_mtim;
  std::snprintf(text.data(), text.size(), "\"%llx-%llx%s%.*s\"",
                static_cast<unsigned long long>(found.about.st_size),
                static_cast<unsigned long long>(time.tv_sec) * 1000000000ULL +
                    static_cast<unsigned long long>(time.tv_nsec),
                coding.empty() ? "" : "-", static_cast<int>(coding.size()),
                coding.data());
  return text.data();
}

bool matches(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    std::string_view one =
        trim(if_none_match.substr(0, if_none_match.find(',')));
    if_none_match.remove_prefix(std::min(
        if_none_match.size(), if_none_match.find(',') == std::string_view::npos
                                  ? if_none_match.size()
                                  : if_none_match.find(',') + 1));
    if (one.substr(0, 2) == "W/") one.remove_prefix(2);
    if (one == "*" || one == tag) return true;
  }
  return false;
}

bool older(const struct stat& a, const struct stat& b) {
  return std::pair(a.st_mtim.tv_sec, a.st_mtim.tv_nsec) <
         std::pair(b.st_mtim.tv_sec, b.st_mtim.tv_nsec);
}

std::string escape_segment(std::string_view segment) {
  std::string out;
  for (char c : segment) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.') {
      out += c;
    } else {
      std::array<char, 4> text{};
      std::snprintf(text.data(), text.size(), "%%%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(c)));
      out += text.data();
    }
  }
  return out;
}

}  // namespace

std::string_view type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22>
      kTypes = {{
          {".html", "text/html; charset=utf-8"},
          {".js", "text/javascript; charset=utf-8"},
          {".mjs", "text/javascript; charset=utf-8"},
          {".css", "text/css; charset=utf-8"},
          {".json", "application/json; charset=utf-8"},
          {".map", "application/json; charset=utf-8"},
          {".wasm", "application/wasm"},
          {".svg", "image/svg+xml"},
          {".png", "image/png"},
          {".jpg", "image/jpeg"},
          {".jpeg", "image/jpeg"},
          {".webp", "image/webp"},
          {".avif", "image/avif"},
          {".gif", "image/gif"},
          {".ico", "image/vnd.microsoft.icon"},
          {".woff2", "font/woff2"},
          {".txt", "text/plain; charset=utf-8"},
          {".md", "text/markdown; charset=utf-8"},
          {".csv", "text/csv; charset=utf-8"},
          {".xml", "application/xml"},
          {".pdf", "application/pdf"},
          {".webmanifest", "application/manifest+json"},
      }};
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    for (const auto& [extension, type] : kTypes) {
      if (same_word(name.substr(dot), extension)) return type;
    }
  }
  return "application/octet-stream";
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    const std::size_t comma = accept_encoding.find(',');
    const std::string_view item = accept_encoding.substr(0, comma);
    accept_encoding.remove_prefix(
        comma == std::string_view::npos ? accept_encoding.size() : comma + 1);
    const std::size_t semicolon = item.find(';');
    if (!same_word(trim(item.substr(0, semicolon)), coding)) continue;
    if (semicolon == std::string_view::npos) return true;
    const std::string_view q = trim(item.substr(semicolon + 1));
    // "q=0", "q=0.0", ... refuse; every other weight accepts.
    return !(q.size() >= 3 && same_word(q.substr(0, 2), "q=") &&
             q.substr(2).find_first_not_of("0.") == std::string_view::npos);
  }
  return false;
}

StaticFiles::StaticFiles(std::string root, std::string only)
    : root_(std::move(root)), only_(std::move(only)) {}

Reply StaticFiles::get(const Request& request, std::string_view path) const {
  // Opened each time: a rebuild may put another folder in its place.
  const File root(
      root_.empty() ? -1
                    : open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root || path.empty() || path.front() != '/') {
    return refuse(Refusal::not_found);
  }
  std::string name(path.substr(1));
  if (name.empty() || name.back() == '/') name += "index.html";
  if (name.size() < only_.size() ||
      name.substr(name.size() - only_.size()) != only_) {
    return refuse(Refusal::not_found);
  }
  const Found plain = look(root, name);
  if (plain.file && S_ISDIR(plain.about.st_mode) &&
      is_file(look(root, name + "/index.html"))) {
    Reply moved = json_reply(308, "");
    moved.set("Location",
              "./" + escape_segment(name.substr(name.rfind('/') + 1)) + "/");
    return moved;
  }
  if (!is_file(plain)) return refuse(Refusal::not_found);

  Reply reply;
  const Found* chosen = &plain;
  std::string_view coding;
  Found packed{File(-1), {}};
  for (const auto& [suffix, token] :
       {std::pair<std::string_view, std::string_view>{".br", "br"},
        {".gz", "gzip"}}) {
    Found candidate = look(root, name + std::string(suffix));
    // One left over from an earlier build would send old content.
    if (!is_file(candidate) || older(candidate.about, plain.about)) continue;
    reply.set("Vary", "Accept-Encoding");
    if (coding.empty() && accepts(request.header("Accept-Encoding"), token)) {
      packed = std::move(candidate);
      chosen = &packed;
      coding = token;
    }
  }
  const std::string tag = tag_of(*chosen, coding);
  reply.set("ETag", tag);
  reply.set("Cache-Control", "no-cache");  // keep it, but ask each time
  if (matches(request.header("If-None-Match"), tag)) {
    reply.status = 304;
    return reply;
  }
  const std::string_view type = type_of(name);
  reply.set("Content-Type", std::string(type));
  if (!coding.empty()) reply.set("Content-Encoding", std::string(coding));
  if (type.substr(0, 9) == "text/html" || type == "image/svg+xml") {
    reply.set("Content-Security-Policy", std::string(kPagePolicy));
  }
  if (!read_all(*chosen, reply.body)) return refuse(Refusal::not_found);
  return reply;
}

}  // namespace looplet::collector
