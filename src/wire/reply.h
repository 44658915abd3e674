// The envelope of every call's answer:
//   {"ok": true, "value": ...}
//   {"ok": false, "errors": [{"code", "where", "message"}, ...]}
#pragma once

#include <string_view>
#include <utility>

#include "looplet/fault.h"
#include "text/report.h"

namespace looplet::wire {

template <class Backend>
typename Backend::Value reply(bool ok, const char* name,
                              typename Backend::Value value) {
  auto reply = Backend::new_object();
  Backend::set(reply, "ok", Backend::from_truth(ok));
  Backend::set(reply, name, std::move(value));
  return reply;
}

template <class Backend>
typename Backend::Value good(typename Backend::Value value) {
  return reply<Backend>(true, "value", std::move(value));
}

/// From Faults, or from what a reporter found.
template <class Backend, class Found>
typename Backend::Value bad(const Found& faults) {
  auto errors = Backend::new_list();
  for (const auto& fault : faults) {
    auto error = Backend::new_object();
    Backend::set(error, "code", Backend::from_text(code_name(fault.code)));
    Backend::set(error, "where", Backend::from_text(fault.where));
    Backend::set(error, "message", Backend::from_text(fault.message));
    Backend::push(errors, std::move(error));
  }
  return reply<Backend>(false, "errors", std::move(errors));
}

}  // namespace looplet::wire
