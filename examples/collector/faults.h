// Refusals, in the form of the engine's own: a code that never changes, the
// place, a sentence.
//
//   {"ok":false,"errors":[{"code":"overloaded","where":"","message":"..."}]}
#pragma once

#include <string>
#include <string_view>

#include "http.h"

namespace looplet::collector {

/// Everything the collector itself refuses. What is wrong inside an answer is
/// the engine's to say.
enum class Refusal {
  bad_request,
  origin_not_allowed,
  unauthorized,
  reads_off,
  tally_off,
  not_found,
  method_not_allowed,
  conflict,
  length_required,
  too_large,
  unsupported_media_type,
  bad_parameter,
  rate_limited,
  too_many_connections,
  header_too_large,
  storage_failed,
  overloaded,
  stopping,
};

struct RefusalKind {
  int status;
  std::string_view code;
  std::string_view message;
};

const RefusalKind& kind_of(Refusal refusal);

/// The whole reply: status, JSON body and headers (Retry-After,
/// WWW-Authenticate) of that kind. `where` names the place, if there is one.
Reply refuse(Refusal refusal, std::string_view where = "");

/// A JSON reply that nobody may keep.
Reply json_reply(int status, std::string body);

}  // namespace looplet::collector
