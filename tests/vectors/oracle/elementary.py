"""Writes ../elementary.json: elementary functions and the normal distribution
at doubles spread over their whole range, with 50 digits."""
import random
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number

out = Vectors("mpmath with 50 digits (tests/vectors/oracle)")
rng = random.Random(1993)


def table(name, xs, f):
    xs = sorted(set(float(x) for x in xs))
    out.add(name, name, {"x": xs}, {"y": [number(f(mpf(x))) for x in xs]})


table("exp", [0, 1, -1, 1e-300, -1e-17, 0.34657359, 0.3465736, 709.78, -708.3,
              -740, -745.1, 1e-9] +
      [rng.uniform(-700, 700) for _ in range(60)] +
      [rng.uniform(-1, 1) for _ in range(40)], mp.exp)
table("log", [1, 5e-324, 2.3e-308, 1.7e308, 0.5, 2, 0.9999999999999999,
              1.0000000000000002, 0.7071067811865475, 1.4142135623730951] +
      [10 ** rng.uniform(-300, 300) for _ in range(50)] +
      [rng.uniform(0.5, 2) for _ in range(50)], mp.log)
table("log1p", [0, 1e-300, -1e-17, 1e-16, 3e-16, -0.999999, 1e18, 0.5] +
      [rng.choice((-1, 1)) * 10 ** rng.uniform(-18, -0.1) for _ in range(60)] +
      [10 ** rng.uniform(0, 30) for _ in range(20)], mp.log1p)
table("atan", [0, 1, -1, 1e-300, 0.4375, 0.6875, 1.1875, 2.4375, 1e19, 1e300,
               -1e300] +
      [rng.choice((-1, 1)) * 10 ** rng.uniform(-9, 9) for _ in range(60)] +
      [rng.uniform(-3, 3) for _ in range(40)], mp.atan)
angles = [0, 1e-9, 0.785398163397448, 1.5707963267948966, 3.141592653589793,
          -100, 1e5, 999999.5] + [rng.uniform(-40, 40) for _ in range(60)]
table("sine", angles, mp.sin)
table("cosine", angles, mp.cos)
table("normal_upper",
      [0, -1, 1, 1.959963984540054, 2.4999999, 2.5, 2.5000001, 5, 8.3, 20, 37,
       -8, 1e-17] + [rng.uniform(-5, 37) for _ in range(60)],
      lambda z: mp.erfc(z / mp.sqrt(2)) / 2)


def quantile(p):
    z = mp.mpf(0)
    low, high = mpf(-45), mpf(45)
    for _ in range(170):  # by bisection
        z = (low + high) / 2
        if mp.erfc(z / mp.sqrt(2)) / 2 > p:
            low = z
        else:
            high = z
    return z


table("normal_upper_quantile",
      [0.5, 0.025, 0.05, 0.005, 0.2, 0.499999, 1e-16, 1e-300, 0.975, 0.7] +
      [10 ** rng.uniform(-17, -0.31) for _ in range(50)], quantile)
out.write("elementary.json")
