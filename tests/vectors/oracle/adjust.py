"""Writes ../adjust.json: corrected p values by definition, one at a time, as
exact fractions of the doubles given."""
from fractions import Fraction

from common import Vectors, number

out = Vectors(
    "Python Fraction, the definitions of Holm 1979, Benjamini & Hochberg 1995 "
    "and Benjamini & Yekutieli 2001 value by value (tests/vectors/oracle).")


def corrected(p, method):
    p = [Fraction(x) for x in p]
    m = len(p)
    result = []
    for x in p:
        if method == "bonferroni":
            y = m * x
        elif method == "holm":
            # Most demanding step on the way down to x.
            y = max((m - sum(q < w for q in p)) * w for w in p if w <= x)
        else:
            factor = m * (sum(Fraction(1, k) for k in range(1, m + 1))
                          if method == "by" else 1)
            # Least demanding step on the way up from x.
            y = min(factor * w / sum(q <= w for q in p) for w in p if w >= x)
        result.append(number(min(y, Fraction(1))))
    return result


SETS = {
    "four": [0.01, 0.04, 0.03, 0.005],
    # Benjamini & Hochberg 1995, section 4.2: fifteen end points.
    "Benjamini and Hochberg 1995": [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459,
        0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000],
    "ties, nought and one": [0.02, 0.5, 0.02, 0, 1, 0.02, 1e-300],
    "one": [0.3],
    "none": [],
    "all large": [0.9, 0.8, 0.95],
}
for name, p in SETS.items():
    for method in ("bonferroni", "holm", "bh", "by"):
        out.add(f"{method}: {name}", "adjustP", {"p": p, "method": method},
                {"p": corrected(p, method)}, {"p": 1e-14})
out.add("Refused: below 0 and above 1", "adjustP",
        {"p": [0.1, -0.1, 1.1], "method": "holm"},
        errors=[("out_of_range", "/p/1"), ("out_of_range", "/p/2")])
out.write("adjust.json")
