// The interval of a share: Wilson's score interval (1927, JASA 22, 209).
#pragma once

#include <cstdint>

#include "core/interval.h"

namespace looplet {

/// Of `hits` among `n` > 0; from 0 to 1.
Interval wilson_interval(std::int64_t hits, std::int64_t n, double z);

}  // namespace looplet
