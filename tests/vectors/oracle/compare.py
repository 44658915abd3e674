"""Writes ../compare.json. The change, the test and the limits from their
definitions; limits of one score by intervals.py."""
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number, to_mpf, z_of, z_of_power
from intervals import PSEUDO, adjusted, limits, moments

out = Vectors(
    "mpmath with 50 digits (tests/vectors/oracle). Anchors: CRAN package NPS "
    "(two-sample Wald; it reports the difference the other way round and "
    "without its sign).")


def upper_tail(z):
    return mp.erfc(abs(z) / mp.sqrt(2))


def cut(x):
    return number(100 * min(max(x, mpf(-2)), mpf(2)))


def vector(name, before, after, method=None, confidence=None):
    request = {"before": dict(zip(("promoters", "passives", "detractors"), before)),
               "after": dict(zip(("promoters", "passives", "detractors"), after))}
    if method: request["method"] = method
    if confidence: request["confidence"] = confidence
    method = method or "score"
    confidence = confidence or 0.95
    z_limit = z_of(confidence)
    change = moments(*after)[1] - moments(*before)[1]

    test = method if method in PSEUDO else "adjusted_wald"
    n1, m1, v1 = moments(*adjusted(*before, test))
    n2, m2, v2 = moments(*adjusted(*after, test))
    error = mp.sqrt(to_mpf(v1 / n1 + v2 / n2))
    if method in PSEUDO:
        middle = to_mpf(m2 - m1)
        low, high = middle - z_limit * error, middle + z_limit * error
    else:
        low1, high1 = limits(*before, method, confidence)
        low2, high2 = limits(*after, method, confidence)
        extra = Fraction(3, 2) if method == "jeffreys" else 0
        d1 = to_mpf((before[0] - before[2]) / (Fraction(sum(before)) + extra))
        d2 = to_mpf((after[0] - after[2]) / (Fraction(sum(after)) + extra))
        low = d2 - d1 - mp.sqrt((d2 - low2)**2 + (high1 - d1)**2)
        high = d2 - d1 + mp.sqrt((high2 - d2)**2 + (d1 - low1)**2)
    value = {"change": number(100 * change), "low": cut(low), "high": cut(high),
             "method": method, "confidence": confidence}
    bound = 1e-7 if method == "jeffreys" else 1e-9
    allowed = {"change": 1e-9, "low": bound, "high": bound}
    if error == 0:
        value.update(z=None, p=None, significant=None, detectable=None)
    else:
        z = to_mpf(m2 - m1) / error
        p = upper_tail(z)
        value.update(z=number(z), p=number(p),
                     significant=bool(p < 1 - mpf(str(confidence))),
                     detectable=number(100 * error *
                                       (z_limit + z_of_power(0.8))))
        # A share is a double: 2^-52 of it is lost, whatever the error is.
        lost = 2.0**-52 / float(error)
        allowed.update(z=max(1e-10 * abs(float(z)), 1e-12, lost),
                       p=max(1e-9 * float(p), 1e-300, min(lost, 1e-7) * float(p)),
                       detectable=1e-9)
    out.add(name, "compare", request, value, allowed)


METHODS = ["score", "adjusted_wald", "bonett_price", "agresti_min", "newcombe",
           "jeffreys", "wald"]
for m in METHODS:
    vector(f"NPS package 12/12/7 to 15/13/8, {m}", (12, 12, 7), (15, 13, 8), m)
out.add("NPS package prints for 12/12/7 to 15/13/8", "compare",
        {"before": {"promoters": 12, "passives": 12, "detractors": 7},
         "after": {"promoters": 15, "passives": 13, "detractors": 8},
         "method": "wald"},
        {"change": 3.31541219, "low": -33.6799480641, "high": 40.3107724368,
         "p": 0.860572030913},
        {"change": 1e-8, "low": 1e-9, "high": 1e-9, "p": 1e-11})
out.add("NPS package prints for EMEA to North America", "compare",
        {"before": {"promoters": 110, "passives": 50, "detractors": 99},
         "after": {"promoters": 240, "passives": 83, "detractors": 184},
         "method": "wald"},
        {"change": 6.79826064441, "p": 0.323127951018},
        {"change": 1e-10, "p": 1e-11})
vector("EMEA to North America", (110, 50, 99), (240, 83, 184))
vector("Down", (80, 15, 5), (60, 20, 20))
vector("Up, the mirror image", (60, 20, 20), (80, 15, 5))
vector("Twenty against two hundred near the ceiling", (18, 2, 0), (170, 20, 10))
vector("Thirty against a thousand near the ceiling", (29, 1, 0), (900, 80, 20))
vector("The same counts", (10, 5, 3), (10, 5, 3))
vector("Same score, other mix", (50, 0, 50), (0, 100, 0))
vector("All promoters to all detractors", (10, 0, 0), (0, 0, 10))
vector("All promoters to all detractors, wald", (10, 0, 0), (0, 0, 10), "wald")
vector("Passives on both sides, wald", (0, 4, 0), (0, 9, 0), "wald")
vector("One answer each", (0, 0, 1), (1, 0, 0))
vector("One answer each, adjusted Wald", (0, 0, 1), (1, 0, 0), "adjusted_wald")
vector("One answer each, jeffreys", (0, 0, 1), (1, 0, 0), "jeffreys")
vector("One answer each, newcombe", (0, 0, 1), (1, 0, 0), "newcombe")
vector("Two sides of one class, bonett_price", (3, 0, 0), (5, 0, 0),
       "bonett_price")
for c in (0.8, 0.9, 0.99):
    vector(f"At {c}", (40, 30, 30), (55, 25, 20), confidence=c)
vector("Wald at 0.9", (40, 30, 30), (55, 25, 20), "wald", 0.9)
vector("Three thousand million, a tiny change",
       (1500000000, 600000000, 900000000), (1500100000, 600000000, 899900000))
vector("Three thousand million, p below 1e-100",
       (1500000000, 600000000, 900000000), (1501000000, 600000000, 899000000))
vector("p near 1e-300", (5000, 3000, 2000), (6700, 2600, 700))
vector("p is zero", (10**6, 0, 0), (0, 0, 10**6))
vector("z below 2.5", (400, 200, 200), (440, 200, 170))
vector("z just above 2.5", (400, 200, 200), (452, 200, 170))
vector("Largest counts", (2**53, 2**53, 2**53), (2**53, 2**53 - 2, 2**53 - 4))

NONE = {k: None for k in ("change", "low", "high", "z", "p", "significant",
                          "detectable")}
some = {"promoters": 3, "passives": 2, "detractors": 1}
empty = {"promoters": 0, "passives": 0, "detractors": 0}
out.add("No answers before", "compare", {"before": empty, "after": some}, NONE)
out.add("No answers after", "compare", {"before": some, "after": empty}, NONE)
out.add("No answers at all", "compare",
        {"before": empty, "after": empty, "method": "jeffreys"}, NONE)
out.add("Refused: several things at once", "compare",
        {"before": dict(some, promoters=-1), "after": dict(some, passives=2**60),
         "confidence": 1.5},
        errors=[("out_of_range", "/before/promoters"),
                ("out_of_range", "/after/passives"),
                ("not_between", "/confidence")])
out.write("compare.json")
