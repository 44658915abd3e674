// What the server and its connections share.
#pragma once

#include <utility>  // Asio 1.74 uses std::exchange without including it
// (the line above stays first)
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <list>
#include <string>

#include "server.h"
#include "traffic.h"

namespace looplet::collector {

/// The order of the members matters: what a session touches when it goes must
/// outlive the context that may still hold one.
struct Hub {
  explicit Hub(const Config& configuration);

  void accept();
  void admit(boost::asio::ip::tcp::socket socket);
  void stop();
  /// A session of that peer has ended.
  void left(const Address& peer);

  const Config& config;
  ConnectionLimit limit;
  std::list<std::function<void()>> hang_up;  // one for each open session
  Router* router = nullptr;
  std::function<void(const std::string&)> log;
  bool running = false;
  bool stopping = false;
  boost::asio::io_context context{1};
  boost::asio::ip::tcp::acceptor acceptor;
  boost::asio::signal_set signals;
  boost::asio::steady_timer
      timer;  // a pause in accepting, and the end of draining
};

/// Serves one connection until it ends (session.cpp).
void start_session(Hub& hub, boost::asio::ip::tcp::socket socket,
                   const Address& peer);

}  // namespace looplet::collector
