// Fisher's exact test of a table of two by two.
#pragma once

#include <cstdint>

namespace looplet {

/// Above this many the sum would take seconds, and other tests say the same.
constexpr std::int64_t kLargestFisher = 10'000'000'000;

/// Two-sided: the probability, given the margins, of all tables that are no
/// likelier than the one with `a` of `n1` and `b` of `n2`. Tables whose
/// probabilities differ by less than one in 10^7 are equally likely, as in R's
/// fisher.test. Relative error below 1e-8; n1 + n2 at most kLargestFisher.
double fisher_p(std::int64_t a, std::int64_t n1, std::int64_t b,
                std::int64_t n2);

}  // namespace looplet
