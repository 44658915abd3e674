// The HTTP side: sockets, deadlines, and the guard in front of the router.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "config.h"
#include "router.h"

namespace looplet::collector {

struct Hub;

constexpr std::uint32_t kHeaderLimit = 8 * 1024;
constexpr std::uint64_t kBodyLimit = 16 * 1024;
constexpr int kDrainSeconds = 10;

class Server {
 public:
  /// Binds and listens; throws std::exception when the address is taken.
  explicit Server(const Config& config);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  std::size_t connections() const;

  /// Serves until SIGTERM or SIGINT, then lets what is under way finish, for
  /// ten seconds at most. `log` gets one line per request.
  void run(Router& router, std::function<void(const std::string&)> log);

 private:
  std::unique_ptr<Hub> hub_;
};

}  // namespace looplet::collector
