#include "faults.h"

#include <utility>

namespace looplet::collector {

const RefusalKind& kind_of(Refusal refusal) {
  static constexpr RefusalKind kKinds[] = {
      {400, "bad_request", "This is not a request this server understands."},
      {403, "origin_not_allowed",
       "Pages of this origin may not use this server; start it with "
       "--allow-origin and the origin."},
      {401, "unauthorized", "A valid token is needed."},
      {403, "reads_off",
       "Reading is switched off; start the server with a token."},
      {403, "tally_off",
       "The tally is not public; start the server with --public-tally."},
      {404, "not_found", "There is nothing here."},
      {405, "method_not_allowed", "This cannot be done here."},
      {409, "conflict",
       "An answer with this id and other content is stored already."},
      {411, "length_required",
       "A body needs Content-Length, and no Transfer-Encoding."},
      {413, "too_large", "At most 16384 bytes are taken."},
      {415, "unsupported_media_type",
       "Send application/json or text/plain, in UTF-8 and not compressed."},
      {400, "bad_parameter", "This parameter is unknown or has a wrong value."},
      {429, "rate_limited", "Too many requests from this network."},
      {429, "too_many_connections", "Too many connections from this address."},
      {431, "header_too_large", "The request's header is above 8192 bytes."},
      {503, "storage_failed",
       "The answer could not be stored; send it again later."},
      {503, "overloaded", "Too much is waiting; try again shortly."},
      {503, "stopping", "The server is stopping; try again shortly."},
  };
  return kKinds[static_cast<std::size_t>(refusal)];
}

Reply json_reply(int status, std::string body) {
  Reply reply;
  reply.status = status;
  reply.set("Content-Type", "application/json; charset=utf-8");
  reply.set("Cache-Control", "no-store");
  reply.body = std::move(body);
  return reply;
}

Reply refuse(Refusal refusal, std::string_view where) {
  const RefusalKind& kind = kind_of(refusal);
  Reply reply = json_reply(
      kind.status,
      "{\"ok\":false,\"errors\":[{\"code\":" + json_quote(kind.code) +
          ",\"where\":" + json_quote(where) +
          ",\"message\":" + json_quote(kind.message) + "}]}");
  if (refusal == Refusal::storage_failed) {
    reply.set("Retry-After", "30");
  } else if (kind.status == 429 || kind.status == 503) {
    reply.set("Retry-After", "2");
  } else if (refusal == Refusal::unauthorized) {
    reply.set("WWW-Authenticate", "Bearer");
  }
  return reply;
}

}  // namespace looplet::collector
