#include "core/fisher.h"

namespace looplet {
namespace {

/// Walks over the tables with the same margins, by the count in their first
/// cell; probabilities are relative to the likeliest table's, so that nothing
/// overflows and what is lost at the ends is below 1e-300 of the whole.
class Tables {
 public:
  Tables(std::int64_t hits, std::int64_t n1, std::int64_t n2)
      : hits_(hits), n1_(n1), n2_(n2) {}

  /// P(x + 1) / P(x) of the hypergeometric distribution.
  double ratio(std::int64_t x) const {
    const auto up = [](std::int64_t whole) {
      return static_cast<double>(whole);
    };
    return up(n1_ - x) / up(x + 1) * (up(hits_ - x) / up(n2_ - hits_ + x + 1));
  }
  std::int64_t first() const { return hits_ > n2_ ? hits_ - n2_ : 0; }
  std::int64_t last() const { return hits_ < n1_ ? hits_ : n1_; }
  std::int64_t likeliest() const {
    const double at = (static_cast<double>(hits_) + 1) *
                      (static_cast<double>(n1_) + 1) /
                      (static_cast<double>(n1_ + n2_) + 2);
    const auto x = static_cast<std::int64_t>(at);
    return x < first() ? first() : x > last() ? last() : x;
  }

 private:
  std::int64_t hits_;
  std::int64_t n1_;
  std::int64_t n2_;
};

constexpr double kLikeEnough = 1 + 1e-7;
// Far above the smallest number, which a ratio near 1 would never leave.
constexpr double kNothing = 1e-300;

}  // namespace

double fisher_p(std::int64_t a, std::int64_t n1, std::int64_t b,
                std::int64_t n2) {
  const Tables tables(a + b, n1, n2);
  const std::int64_t middle = tables.likeliest();
  // How likely the table that was seen is, by the way to it from the middle.
  double seen = 1;
  for (std::int64_t x = middle; x < a && seen > kNothing; ++x)
    seen *= tables.ratio(x);
  for (std::int64_t x = middle; x > a && seen > kNothing; --x) {
    seen /= tables.ratio(x - 1);
  }
  const double bound = seen * kLikeEnough;
  double all = 1;
  double rare = bound >= 1 ? 1 : 0;
  const auto count = [&](double likely) {
    all += likely;
    if (likely <= bound) rare += likely;
  };
  double likely = 1;
  for (std::int64_t x = middle; x < tables.last() && likely > kNothing; ++x) {
    count(likely *= tables.ratio(x));
  }
  likely = 1;
  for (std::int64_t x = middle; x > tables.first() && likely > kNothing; --x) {
    count(likely /= tables.ratio(x - 1));
  }
  return rare / all;
}

}  // namespace looplet
