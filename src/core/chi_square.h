// The chi-square distribution, the same to the bit on every machine.
#pragma once

#include <cstdint>

namespace looplet {

/// P(X > x) for x >= 0 on `df` >= 1 degrees of freedom, with a relative error
/// below 1e-11 for df up to 10,000; 0 below about 1e-300.
double chi_square_upper(double x, std::int64_t df);

}  // namespace looplet
