// The elementary functions that statistics needs, in plain double arithmetic.
//
// The C libraries of different systems round these differently in the last
// digit; these use only + - * / and sqrt, which IEEE 754 fixes, so that a
// figure is the same to the bit natively and in WebAssembly.
#pragma once

namespace looplet::elementary {

constexpr double kPi = 3.14159265358979323846;

/// e^x within 1 ulp; 0 below -745.13, infinity above 709.78.
double exp(double x);

/// Natural logarithm within 1 ulp, for x > 0 (denormal too).
double log(double x);

/// log(1 + x) within 4 ulp, for x > -1.
double log1p(double x);

/// Arc tangent within 1 ulp.
double atan(double x);

struct SineCosine {
  double sine;
  double cosine;
};

/// Within 1e-15 (1 + |x|) absolute, for |x| < 1e6.
SineCosine sine_cosine(double x);

}  // namespace looplet::elementary
