// The envelope of every call's answer:
//   {"ok": true, "value": ...}
//   {"ok": false, "errors": [{"code", "where", "message"}, ...]}
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "looplet/fault.h"

namespace looplet::wire {

template <class Backend>
typename Backend::Value good(typename Backend::Value value) {
  auto reply = Backend::new_object(2);
  Backend::set(reply, "ok", Backend::from_truth(true));
  Backend::set(reply, "value", std::move(value));
  return reply;
}

/// `prefix` is put before every place: "/survey" when the survey was read out
/// of a request.
template <class Backend>
typename Backend::Value bad(const Faults& faults,
                            std::string_view prefix = {}) {
  auto errors = Backend::new_list(faults.size());
  for (const Fault& fault : faults) {
    auto error = Backend::new_object(3);
    Backend::set(error, "code", Backend::from_text(code_name(fault.code)));
    Backend::set(error, "where",
                 Backend::from_text(std::string(prefix) + fault.where));
    Backend::set(error, "message", Backend::from_text(fault.message));
    Backend::push(errors, std::move(error));
  }
  auto reply = Backend::new_object(2);
  Backend::set(reply, "ok", Backend::from_truth(false));
  Backend::set(reply, "errors", std::move(errors));
  return reply;
}

}  // namespace looplet::wire
