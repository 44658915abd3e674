// A request and a reply as plain values: what the router sees of HTTP.
//
//   Request  POST /v1/responses, headers, body
//   Reply    201, headers, {"stored":true}
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "address.h"

namespace looplet::collector {

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;  ///< as sent: "GET", "POST", ...
  std::string target;  ///< as sent, path and query
  std::vector<Header> headers;
  std::string body;
  Address peer;  ///< who is at the other end of the socket

  /// The first header of that name in any case; empty when there is none.
  std::string_view header(std::string_view name) const;
};

/// A part of a long body.
struct Piece {
  std::string bytes;
  bool last = false;
  bool failed = false;  ///< break off, so that the reader knows it is not all
};

/// Asks for the next piece, which may come later and on any thread.
using Source = std::function<void(std::function<void(Piece)>)>;

struct Reply {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  /// Pattern of the route, such as "/v1/surveys/{id}/tally". What is logged
  /// and counted is this, never the target.
  std::string route;
  /// What became of an answer ("stored", ...), for the counters only.
  std::string_view outcome;
  /// When set, the body comes in pieces and `body` is not used.
  Source source;

  void set(std::string name, std::string value);
  /// The first header of that name in any case; empty when there is none.
  std::string_view header(std::string_view name) const;
};

/// A request's target in parts.
struct Target {
  std::string path;                                        ///< percent-decoded
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded

  /// The value of a query parameter, or nothing.
  std::optional<std::string> parameter(std::string_view name) const;
};

/// Splits and decodes; nothing when it does not begin with '/', an escape is
/// broken, or it decodes to a control character or to bytes that are not
/// UTF-8.
std::optional<Target> parse_target(std::string_view target);

/// ASCII case-insensitive comparison, which is what HTTP means by equal.
bool same_word(std::string_view a, std::string_view b);

/// Without the spaces and tabs at both ends.
std::string_view trim(std::string_view text);

/// The media type without parameters, in lower case.
std::string media_type(std::string_view content_type);

/// Text as the inside of a JSON string, quotes included.
std::string json_quote(std::string_view text);

}  // namespace looplet::collector
