#include "server.h"

#include "hub.h"
// (hub.h comes before what else includes Asio)
#include <algorithm>
#include <chrono>
#include <csignal>

namespace looplet::collector {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

Address address_of(const net::ip::address& from) {
  Address out;
  const net::ip::address_v6 v6 =
      from.is_v6() ? from.to_v6()
                   : net::ip::make_address_v6(net::ip::v4_mapped, from.to_v4());
  const auto bytes = v6.to_bytes();
  std::copy(bytes.begin(), bytes.end(), out.bytes.begin());
  return out;
}

tcp::endpoint endpoint_of(const Config& config) {
  net::ip::address_v6::bytes_type bytes{};
  std::copy(config.listen.bytes.begin(), config.listen.bytes.end(),
            bytes.begin());
  const net::ip::address_v6 v6(bytes);
  if (v6.is_v4_mapped()) {
    return {net::ip::make_address_v4(net::ip::v4_mapped, v6), config.port};
  }
  return {v6, config.port};
}

}  // namespace

Hub::Hub(const Config& configuration)
    : config(configuration),
      limit({.total = configuration.connections,
             .per_address = configuration.connections_per_address}),
      acceptor(context, endpoint_of(configuration)),
      signals(context, SIGTERM, SIGINT),
      timer(context) {}

void Hub::accept() {
  acceptor.async_accept([this](error_code error, tcp::socket socket) {
    if (error == net::error::operation_aborted || stopping) return;
    if (!error) {
      admit(std::move(socket));
      return accept();
    }
    // Out of descriptors, most likely: some will come back.
    timer.expires_after(std::chrono::milliseconds(100));
    timer.async_wait([this](error_code) {
      if (!stopping) accept();
    });
  });
}

void Hub::admit(tcp::socket socket) {
  error_code error;
  const tcp::endpoint from = socket.remote_endpoint(error);
  if (error) return;
  const Address peer = address_of(from.address());
  const bool proxy =
      std::find(config.trusted_proxies.begin(), config.trusted_proxies.end(),
                peer) != config.trusted_proxies.end();
  const ConnectionLimit::Answer answer = limit.admit(peer, proxy);
  if (answer == ConnectionLimit::Answer::admitted) {
    socket.set_option(tcp::no_delay(true), error);
    start_session(*this, std::move(socket), peer);
    return;
  }
  // A word if the socket takes it at once, and no memory kept.
  const bool full = answer == ConnectionLimit::Answer::full;
  const std::string_view text =
      full ? "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n"
             "Content-Length: 0\r\nConnection: close\r\n\r\n"
           : "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\n"
             "Content-Length: 0\r\nConnection: close\r\n\r\n";
  socket.non_blocking(true, error);
  socket.write_some(net::buffer(text), error);
  socket.shutdown(tcp::socket::shutdown_both, error);
  router->finish({.method = "", .route = "", .status = full ? 503 : 429}, {});
}

void Hub::stop() {
  stopping = true;
  error_code ignored;
  acceptor.close(ignored);
  if (hang_up.empty()) return context.stop();
  for (const auto& session : hang_up) session();
  timer.expires_after(std::chrono::seconds(kDrainSeconds));
  timer.async_wait([this](error_code) { context.stop(); });
  // Asked twice, it goes at once.
  signals.async_wait([this](error_code, int) { context.stop(); });
}

void Hub::left(const Address& peer) {
  limit.leave(peer);
  if (running && stopping && hang_up.empty()) context.stop();
}

Server::Server(const Config& config) : hub_(std::make_unique<Hub>(config)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return hub_->acceptor.local_endpoint().port();
}

std::size_t Server::connections() const { return hub_->limit.open(); }

void Server::run(Router& router, std::function<void(const std::string&)> log) {
  hub_->router = &router;
  hub_->log = std::move(log);
  hub_->running = true;
  hub_->signals.async_wait([this](error_code error, int) {
    if (!error) hub_->stop();
  });
  hub_->accept();
  hub_->context.run();
  hub_->running = false;
}

}  // namespace looplet::collector
