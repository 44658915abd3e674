// One connection. The one file that meets Boost.Beast, which is slow to
// compile.
#include "hub.h"
// (hub.h stays first)
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <memory>
#include <optional>

#include "faults.h"
#include "time_text.h"

namespace looplet::collector {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using net::ip::tcp;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

// A slow reader gets ten seconds, and one more for each of these.
constexpr std::size_t kSlowestBytesPerSecond = 8 * 1024;
// A refused sender is given time to read why: closing while it still sends
// would throw the refusal away. So much of what it sends is read, no more.
constexpr std::size_t kLingerBytes = 256 * 1024;
constexpr auto kLingerTime = seconds(2);

Milliseconds wall_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// One connection: read a request whole, hand it on, write the reply, again.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Hub& hub, tcp::socket socket, Address peer);
  ~Session();
  void start();

 private:
  using Parser = http::request_parser<http::string_body>;
  using Self = std::shared_ptr<Session>;

  void wait();
  void begin();
  void on_header(error_code error);
  void read_body();
  void on_body(error_code error);
  std::optional<Refusal> guard() const;
  void dispatch();
  void turn_away(Refusal refusal);
  void send(Reply reply);
  template <class Body>
  void head(http::response<Body>& out);
  void write_bare();
  void next_piece();
  void on_piece(Piece piece);
  void finish(error_code error);
  void linger();
  void discard();
  void shut();

  Hub& hub_;
  beast::tcp_stream stream_;
  Address peer_;
  std::list<std::function<void()>>::iterator place_;
  beast::flat_buffer buffer_{kHeaderLimit + kBodyLimit + 4096};
  std::optional<Parser> parser_;
  std::optional<http::response<http::string_body>> whole_;
  std::optional<http::response<http::empty_body>> bare_;
  std::optional<http::response_serializer<http::empty_body>> serializer_;
  net::steady_timer timer_;
  Reply reply_;
  std::string method_;
  std::string piece_;
  std::uint64_t sent_ = 0;
  Clock::time_point began_;
  std::size_t discarded_ = 0;
  bool first_ = true;
  bool idle_ = false;
  bool close_ = false;
};

Session::Session(Hub& hub, tcp::socket socket, Address peer)
    : hub_(hub), stream_(std::move(socket)), peer_(peer), timer_(hub.context) {
  place_ = hub_.hang_up.insert(hub_.hang_up.end(), [this] {
    if (idle_) shut();
    close_ = true;
  });
}

Session::~Session() {
  hub_.hang_up.erase(place_);
  hub_.left(peer_);
}

void Session::shut() {
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  stream_.close();
}

void Session::start() {
  // The clock of the first request starts with the connection.
  stream_.expires_after(seconds(hub_.config.request_seconds));
  wait();
}

// Waits for the first byte of a request. Nothing is pending while idle but
// this, so that stopping can close the connection here without loss.
void Session::wait() {
  if (buffer_.size() > 0) return begin();
  if (!first_) {
    stream_.expires_after(seconds(hub_.config.idle_seconds));
  }
  idle_ = true;
  stream_.async_read_some(
      buffer_.prepare(2048),
      [self = shared_from_this()](error_code error, std::size_t size) {
        self->idle_ = false;
        if (error) return self->shut();
        self->buffer_.commit(size);
        self->begin();
      });
}

void Session::begin() {
  began_ = Clock::now();
  // One deadline for the whole request, however it drips in.
  if (!first_) {
    stream_.expires_after(seconds(hub_.config.request_seconds));
  }
  first_ = false;
  method_.clear();
  sent_ = 0;
  parser_.emplace();
  parser_->header_limit(kHeaderLimit);
  parser_->body_limit(kBodyLimit);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](error_code error, std::size_t) {
        self->on_header(error);
      });
}

void Session::on_header(error_code error) {
  if (!error) {
    method_ = std::string(parser_->get().method_string());
    if (const std::optional<Refusal> refusal = guard()) {
      return turn_away(*refusal);
    }
    return read_body();
  }
  if (error == http::error::header_limit ||
      error == http::error::buffer_overflow) {
    return turn_away(Refusal::header_too_large);
  }
  if (error == http::error::body_limit) return turn_away(Refusal::too_large);
  const error_code malformed = http::error::bad_target;
  if (error == http::error::end_of_stream ||
      error == http::error::partial_message ||
      error.category() != malformed.category()) {
    return shut();  // gone, or past its deadline
  }
  turn_away(Refusal::bad_request);
}

// Where a message ends must be beyond doubt: two readers that disagree on it
// are how requests are smuggled past a proxy. So one Content-Length or none,
// never Transfer-Encoding, and no version but 1.1.
std::optional<Refusal> Session::guard() const {
  const auto& request = parser_->get();
  const auto count = [&](http::field name) { return request.count(name); };
  if (request.version() != 11 || count(http::field::host) != 1 ||
      count(http::field::content_length) > 1 || request.target().empty() ||
      request.target().front() != '/') {
    return Refusal::bad_request;
  }
  if (count(http::field::transfer_encoding) > 0) {
    return Refusal::length_required;
  }
  // Beast takes "0, 0" for a length; others would not, or take the second.
  const auto length = request[http::field::content_length];
  if (length.find_first_not_of("0123456789") != length.npos) {
    return Refusal::bad_request;
  }
  const bool has_body = request.method() == http::verb::post ||
                        request.method() == http::verb::put ||
                        request.method() == http::verb::patch;
  if (has_body && count(http::field::content_length) == 0) {
    return Refusal::length_required;
  }
  return std::nullopt;
}

void Session::read_body() {
  if (parser_->is_done()) return dispatch();
  const auto read = [self = shared_from_this()] {
    http::async_read(
        self->stream_, self->buffer_, *self->parser_,
        [self](error_code error, std::size_t) { self->on_body(error); });
  };
  const auto& request = parser_->get();
  if (!beast::iequals(request[http::field::expect], "100-continue")) {
    return read();
  }
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  net::async_write(
      stream_, net::buffer(kContinue),
      [self = shared_from_this(), read](error_code error, std::size_t) {
        if (error) return self->shut();
        read();
      });
}

void Session::on_body(error_code error) {
  if (!error) return dispatch();
  if (error == http::error::body_limit) return turn_away(Refusal::too_large);
  shut();
}

void Session::dispatch() {
  stream_.expires_never();  // from here on it is our own time
  close_ = close_ || !parser_->keep_alive();
  auto message = parser_->release();
  Request request;
  request.method = method_;
  request.target = std::string(message.target());
  for (const auto& field : message) {
    request.headers.push_back(
        {std::string(field.name_string()), std::string(field.value())});
  }
  request.body = std::move(message.body());
  request.peer = peer_;
  // The reply may come on another thread; the guard keeps ours from ending.
  hub_.router->handle(std::move(request),
                      [self = shared_from_this(),
                       work = net::make_work_guard(hub_.context)](Reply reply) {
                        net::post(self->stream_.get_executor(),
                                  [self, reply = std::move(reply)]() mutable {
                                    self->send(std::move(reply));
                                  });
                      });
}

void Session::turn_away(Refusal refusal) {
  close_ = true;
  send(refuse(refusal));
}

template <class Body>
void Session::head(http::response<Body>& out) {
  out.version(11);
  out.result(static_cast<unsigned>(reply_.status));
  out.set(http::field::date, http_date(wall_clock()));
  out.set("X-Content-Type-Options", "nosniff");
  out.set("Referrer-Policy", "no-referrer");
  for (const Header& header : reply_.headers) {
    out.insert(header.name, header.value);
  }
  close_ = close_ || hub_.stopping;
  out.keep_alive(!close_);
}

void Session::send(Reply reply) {
  reply_ = std::move(reply);
  const bool bodiless = reply_.status == 204 || reply_.status == 304;
  if (bodiless || reply_.source || method_ == "HEAD") {
    bare_.emplace();
    head(*bare_);
    if (reply_.source) {
      bare_->chunked(true);
    } else if (!bodiless) {
      bare_->content_length(reply_.body.size());
    }
    return write_bare();
  }
  whole_.emplace();
  head(*whole_);
  whole_->body() = std::move(reply_.body);
  whole_->prepare_payload();
  sent_ = whole_->body().size();
  stream_.expires_after(
      seconds(10 + whole_->body().size() / kSlowestBytesPerSecond));
  http::async_write(stream_, *whole_,
                    [self = shared_from_this()](error_code error, std::size_t) {
                      self->finish(error);
                    });
}

void Session::write_bare() {
  stream_.expires_after(seconds(10));
  serializer_.emplace(*bare_);
  http::async_write_header(
      stream_, *serializer_,
      [self = shared_from_this()](error_code error, std::size_t) {
        const bool pieces = self->reply_.source && self->method_ != "HEAD";
        if (error || !pieces) return self->finish(error);
        self->next_piece();
      });
}

void Session::next_piece() {
  reply_.source([self = shared_from_this(),
                 work = net::make_work_guard(hub_.context)](Piece piece) {
    net::post(self->stream_.get_executor(),
              [self, piece = std::move(piece)]() mutable {
                self->on_piece(std::move(piece));
              });
  });
}

void Session::on_piece(Piece piece) {
  // Without the last chunk the reader sees that it is not the whole.
  if (piece.failed) return finish(net::error::operation_aborted);
  piece_ = std::move(piece.bytes);
  sent_ += piece_.size();
  const bool last = piece.last;
  stream_.expires_after(seconds(10 + piece_.size() / kSlowestBytesPerSecond));
  const auto after = [self = shared_from_this(), last](error_code error,
                                                       std::size_t) {
    if (error) return self->finish(error);
    if (!last) return self->next_piece();
    net::async_write(
        self->stream_, http::make_chunk_last(),
        [self](error_code end, std::size_t) { self->finish(end); });
  };
  if (piece_.empty()) return after({}, 0);  // an empty chunk would be the end
  net::async_write(stream_, http::make_chunk(net::buffer(piece_)), after);
}

void Session::finish(error_code error) {
  const Exchange exchange{
      .method = method_,
      .route = reply_.route,
      .status = reply_.status,
      .milliseconds =
          std::chrono::duration<double, std::milli>(Clock::now() - began_)
              .count(),
      .bytes = sent_};
  hub_.router->finish(exchange, reply_);
  hub_.log(log_line(wall_clock(), exchange));
  reply_ = {};
  whole_.reset();
  serializer_.reset();
  bare_.reset();
  parser_.reset();
  piece_.clear();
  if (error) return shut();
  if (close_ || hub_.stopping) return linger();
  wait();
}

// Says goodbye, and lets the other side say it too.
void Session::linger() {
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(kLingerTime);
  discard();
}

void Session::discard() {
  buffer_.clear();
  stream_.async_read_some(
      buffer_.prepare(16 * 1024),
      [self = shared_from_this()](error_code error, std::size_t size) {
        self->discarded_ += size;
        if (error) return self->shut();
        if (self->discarded_ <= kLingerBytes) return self->discard();
        // It does not stop: let its sends block until the time is over.
        self->timer_.expires_after(kLingerTime);
        self->timer_.async_wait([self](error_code) { self->shut(); });
      });
}

}  // namespace

void start_session(Hub& hub, tcp::socket socket, const Address& peer) {
  std::make_shared<Session>(hub, std::move(socket), peer)->start();
}

}  // namespace looplet::collector
