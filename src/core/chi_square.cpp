// For whole degrees of freedom the tail is a finite sum (Abramowitz & Stegun
// 26.4.4 and 26.4.5), all of its terms positive:
//
//   even   e^(-h) sum_{i=0}^{df/2-1} h^i / i!
//   odd    P(|Z| > sqrt(x)) + e^(-h) sum_{i=1}^{(df-1)/2} h^(i-1/2) / G(i+1/2)
//
// with h = x / 2. The terms are made from their logarithms, as e^(-h) alone
// may be below the smallest number while the sum is not.
#include "core/chi_square.h"

#include <cmath>

#include "core/elementary.h"
#include "core/normal.h"

namespace looplet {

double chi_square_upper(double x, std::int64_t df) {
  if (!(x > 0)) return 1;
  const double h = x / 2;
  const double log_h = elementary::log(h);
  const bool odd = df % 2 != 0;
  // The logarithm of the first term: i = 0, or i = 1 with G(3/2) =
  // sqrt(pi)/2.
  double log_term =
      odd ? log_h / 2 - h - elementary::log(std::sqrt(elementary::kPi) / 2)
          : -h;
  double tail = odd ? two_sided_p(std::sqrt(x)) : 0;
  double lost = 0;  // Kahan's, of the logarithm
  const std::int64_t terms = df / 2;
  for (std::int64_t i = 0; i < terms; ++i) {
    tail += elementary::exp(log_term);
    // To the next term: times h over its index.
    const double index = static_cast<double>(i + 1) + (odd ? 0.5 : 0);
    const double step = log_h - elementary::log(index) - lost;
    const double next = log_term + step;
    lost = (next - log_term) - step;
    log_term = next;
  }
  return tail < 1 ? tail : 1;
}

}  // namespace looplet
