#include <cstddef>
#include <iterator>

#include "looplet/estimate.h"

namespace looplet {
namespace {

constexpr std::string_view kNames[] = {
    "score",    "adjusted_wald", "bonett_price", "agresti_min",
    "newcombe", "jeffreys",      "wald"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Method::wald) + 1);

}  // namespace

std::string_view method_name(Method method) {
  return kNames[static_cast<std::size_t>(method)];
}

std::optional<Method> method_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<Method>(i);
  }
  return std::nullopt;
}

}  // namespace looplet
