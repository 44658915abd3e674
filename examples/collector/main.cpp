// looplet-collector: see README.md, or --help.
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <variant>

#include "config.h"
#include "core_engine.h"
#include "reader.h"
#include "router.h"
#include "server.h"
#include "writer.h"

namespace {

using looplet::collector::Config;
using looplet::collector::Engine;
using looplet::collector::Leave;
using looplet::collector::Milliseconds;
using looplet::collector::Reader;
using looplet::collector::Router;
using looplet::collector::Server;
using looplet::collector::Writer;

template <class Clock>
Milliseconds milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             Clock::now().time_since_epoch())
      .count();
}

void complain(const std::string& text) {
  std::fprintf(stderr, "looplet-collector: %s\n", text.c_str());
}

// Each line at once, so that a log that is followed is up to date.
void say(const std::string& line) {
  std::fprintf(stdout, "%s\n", line.c_str());
  std::fflush(stdout);
}

// A thousand connections need more descriptors than a shell allows by default.
void raise_descriptor_limit(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = connections + 64;
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
}

int serve(const Config& config, const Engine& engine) {
  // Declared in this order so that the threads end before what they call.
  Server server(config);
  Writer writer({.path = config.db,
                 .max_bytes = config.max_db_mib * 1024 * 1024,
                 .retention_days = config.retention_days,
                 .now = milliseconds<std::chrono::system_clock>,
                 .complain = complain});
  Reader reader(config.db);
  Router router({.config = config,
                 .engine = engine,
                 .writer = writer,
                 .reader = reader,
                 .steady = milliseconds<std::chrono::steady_clock>,
                 .connections = [&server] { return server.connections(); }});
  say("looplet-collector listens on http://" +
      looplet::collector::address_text(config.listen) + ":" +
      std::to_string(server.port()));
  server.run(router, say);
  reader.stop();
  writer.stop();
  say("looplet-collector stopped");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto read = looplet::collector::read_config(argc, argv);
  if (const auto* leave = std::get_if<Leave>(&read)) {
    std::fputs(leave->text.c_str(), leave->code == 0 ? stdout : stderr);
    return leave->code;
  }
  const Config& config = std::get<Config>(read);
  umask(077);  // answers are nobody else's
  raise_descriptor_limit(config.connections);
  try {
    const auto loaded = looplet::collector::load_surveys(config.surveys);
    if (const auto* faults = std::get_if<std::string>(&loaded)) {
      std::fputs(faults->c_str(), stderr);
      return 1;
    }
    return serve(config, *std::get<std::unique_ptr<Engine>>(loaded));
  } catch (const std::exception& error) {
    complain(error.what());
    return 1;
  }
}
