// The standard normal distribution, the same to the bit on every machine.
#pragma once

namespace looplet {

/// z for 95 %, two-sided, correctly rounded.
constexpr double kZ95 = 1.959963984540054;

/// P(Z > z), with a relative error below 1e-13 down to 1e-300.
double normal_upper(double z);

/// P(|Z| > |z|), with the same relative error.
double two_sided_p(double z);

/// The z with P(Z > z) = tail, for 0 < tail < 1; within 4e-15 (1 + |z|).
double normal_upper_quantile(double tail);

/// The z of a two-sided interval; 0 < confidence < 1.
double z_of_confidence(double confidence);

}  // namespace looplet
