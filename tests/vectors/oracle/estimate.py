"""Writes ../estimate.json: exact fractions by Python's Fraction, limits by
intervals.py."""
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number, to_mpf, z_of
from intervals import PSEUDO, adjusted, limits, moments, wald

out = Vectors(
    "Python Fraction and mpmath with 50 digits (tests/vectors/oracle). Anchors: "
    "CRAN and GitHub package NPS 1.1 and 2.0.999 (Rocks), its tests and its "
    "data set testdata; rounding and largest remainder by hand.")


def half_away(x):
    whole = int(abs(x) + Fraction(1, 2))
    return -whole if x < 0 else whole


def percents(parts):
    n = sum(parts)
    exact = [Fraction(100 * p) / n for p in parts]
    floors = [int(e) for e in exact]
    order = sorted(range(3), key=lambda i: (floors[i] - exact[i], i))
    for i in order[:100 - sum(floors)]:
        floors[i] += 1
    return floors


def exact_fields(P, A, D):
    score = Fraction(100 * (P - D), P + A + D)
    return {"npsExact": str(score), "nps": number(score),
            "rounded": half_away(score),
            "rounded1": number(Fraction(half_away(10 * score), 10)),
            "shares": percents((P, A, D))}


def cut(x):
    return number(100 * min(max(x, mpf(-1)), mpf(1)))


FIGURES = {"nps": 1e-9, "rounded1": 1e-12, "variance": 1e-12,
           "standardError": 1e-9, "low": 1e-9, "high": 1e-9}


def vector(name, counts, method=None, confidence=None, population=None,
           scores=None, tolerance=None):
    P, A, D = counts
    n, mean, variance = moments(P, A, D)
    request = {"counts": {"scores": scores} if scores else
               {"promoters": P, "passives": A, "detractors": D}}
    value = {"n": n, "promoters": P, "passives": A, "detractors": D}
    value.update(exact_fields(P, A, D))
    error = 100 * mp.sqrt(to_mpf(variance) / n)
    value["variance"] = number(variance)
    value["standardError"] = number(error)
    allowed = dict(FIGURES)
    size = Fraction(1)
    if method: request["method"] = method
    if confidence: request["confidence"] = confidence
    if population:
        request["population"] = population
        square = (Fraction(population - n, population - 1)
                  if population > 1 else Fraction(0))
        value["finitePopulationFactor"] = number(mp.sqrt(to_mpf(square)))
        value["correctedError"] = number(error * mp.sqrt(to_mpf(square)))
        allowed["finitePopulationFactor"] = 1e-14
        allowed["correctedError"] = 1e-9
        if square:
            size = 1 / square
            P, A, D = (to_mpf(size * x) for x in (P, A, D))
    method = method or "score"
    confidence = confidence or 0.95
    if population and not square:
        low = high = to_mpf(mean)
    else:
        low, high = limits(P, A, D, method, confidence)
    value["low"], value["high"] = cut(low), cut(high)
    value.update(method=method, confidence=confidence, smallSample=n < 30)
    if method == "jeffreys":
        allowed["low"] = allowed["high"] = 1e-8
    allowed.update(tolerance or {})
    out.add(name, "estimate", request, value, allowed)


METHODS = ["score", "adjusted_wald", "bonett_price", "agresti_min", "newcombe",
           "jeffreys", "wald"]

# --- literature: the package NPS, its tests and its data
for m in METHODS:
    vector(f"NPS package 15/13/8, {m}", (15, 13, 8), m)
vector("NPS package 12/12/7", (12, 12, 7))
vector("NPS package testdata", (462, 176, 362), "wald")
vector("NPS package testdata, score", (462, 176, 362))
vector("NPS package testdata, North America", (240, 83, 184), "wald")
vector("NPS package testdata, EMEA", (110, 50, 99), "wald")
vector("NPS package testthat (D,A,P)=(1,2,3)", (3, 2, 1), "wald")
# What the package prints, beside what the formulas give.
out.add("NPS package prints for 15/13/8", "estimate",
        {"counts": {"promoters": 15, "passives": 13, "detractors": 8},
         "method": "wald"},
        {"nps": 19.4444444444, "variance": 0.60108024691358,
         "standardError": 12.9215608675489, "low": -5.88134948,
         "high": 44.77023837},
        {"nps": 1e-9, "variance": 1e-14, "standardError": 1e-12, "low": 1e-7,
         "high": 1e-7})
out.add("NPS package prints for testdata", "estimate",
        {"counts": {"promoters": 462, "passives": 176, "detractors": 362},
         "method": "wald"},
        {"nps": 10, "variance": 0.814, "standardError": 2.85306852354,
         "low": 4.40808844844, "high": 15.5919115516},
        {"nps": 1e-12, "variance": 1e-14, "standardError": 1e-10, "low": 1e-9,
         "high": 1e-9})
out.add("NPS package's iterative test for 15/13/8", "estimate",
        {"counts": {"promoters": 15, "passives": 13, "detractors": 8}},
        {"low": -6.76974713, "high": 42.86696348},
        {"low": 1e-5, "high": 1e-5})
for n, low in ((10, 44.5), (30, 77.3), (100, 92.6)):
    out.add(f"Wilson: all of {n} promoters", "estimate",
            {"counts": {"promoters": n, "passives": 0, "detractors": 0}},
            {"low": low, "high": 100}, {"low": 0.05, "high": 0})
# Tango 1998, table II-like extreme: none discordant.
out.add("All of 10 passive", "estimate",
        {"counts": {"promoters": 0, "passives": 10, "detractors": 0}},
        {"nps": 0, "npsExact": "0", "low": -27.8, "high": 27.8},
        {"nps": 0, "low": 0.05, "high": 0.05})

# --- no answers, one, two
out.add("No answers", "estimate",
        {"counts": {"promoters": 0, "passives": 0, "detractors": 0}},
        {"n": 0, "promoters": 0, "passives": 0, "detractors": 0, "nps": None,
         "npsExact": None, "rounded": None, "rounded1": None, "shares": None,
         "variance": None, "standardError": None, "low": None, "high": None,
         "method": "score", "confidence": 0.95, "smallSample": True})
out.add("No answers, counts of scores", "estimate",
        {"counts": {"scores": [0] * 11}, "method": "jeffreys"},
        {"n": 0, "nps": None, "low": None, "high": None, "method": "jeffreys"})
out.add("No answers of a population", "estimate",
        {"counts": {"promoters": 0, "passives": 0, "detractors": 0},
         "population": 5}, {"n": 0, "nps": None, "low": None})
for counts, name in (((1, 0, 0), "one promoter"), ((0, 1, 0), "one passive"),
                     ((0, 0, 1), "one detractor"), ((1, 0, 1), "one of each end"),
                     ((1, 1, 0), "promoter and passive"),
                     ((2, 0, 0), "two promoters")):
    vector(f"Score: {name}", counts)
for m in METHODS:
    if m not in ("score",):
        vector(f"One promoter, {m}", (1, 0, 0), m)
        vector(f"Twelve detractors, {m}", (0, 0, 12), m)
vector("Twelve detractors", (0, 0, 12))
vector("Seven passives, newcombe", (0, 7, 0), "newcombe")
vector("Seven passives, jeffreys", (0, 7, 0), "jeffreys")
vector("Seven passives, wald", (0, 7, 0), "wald")

# --- passives dominate, ends only, near the ceiling
for counts in ((1, 98, 1), (2, 97, 1), (0, 99, 1), (50, 0, 50), (51, 0, 49),
               (97, 2, 1), (90, 8, 2), (0, 3, 97), (1, 0, 999), (6, 3, 1)):
    vector("Score: %d/%d/%d" % counts, counts)
for counts in ((1, 98, 1), (90, 8, 2), (0, 3, 97), (200, 30, 7)):
    vector("Newcombe: %d/%d/%d" % counts, counts, "newcombe")
    vector("Jeffreys: %d/%d/%d" % counts, counts, "jeffreys")

# One segment with few answers beside one with many: SciPy 1.10, betainc under
# quad with x = y^2, inverted by brentq (mpmath's own gives up on some).
for counts, low, high in (
        ((2000, 0, 0), 99.710274415285, 99.998208844675),
        ((0, 0, 1000), -99.996418608488, -99.421200271688),
        ((500, 0, 499), -6.090691229309, 6.290212869707),
        ((40, 900, 0), 3.035821950407, 5.639908182377),
        ((9, 4522, 0), 0.081549490857, 0.353224366044),
        ((50000, 30000, 20000), 29.515051881309, 30.483191070548),
        ((3, 1000000, 0), -0.000022468095, 0.000762733805),
        ((1000000, 5, 2), 99.998037179343, 99.999562641078)):
    out.add("Jeffreys by SciPy: %d/%d/%d" % counts, "estimate",
            {"counts": dict(zip(("promoters", "passives", "detractors"),
                                counts)), "method": "jeffreys"},
            {"low": low, "high": high}, {"low": 1e-8, "high": 1e-8})

# --- confidence
for c in (0.5, 0.8, 0.9, 0.99, 0.999, 0.999999):
    vector(f"Score at {c}", (25, 10, 9), confidence=c)
vector("Adjusted Wald at 0.9", (25, 10, 9), "adjusted_wald", 0.9)
vector("Jeffreys at 0.8", (25, 10, 9), "jeffreys", 0.8)
vector("Jeffreys at 0.999", (25, 10, 9), "jeffreys", 0.999)

# --- many answers
for counts in ((1234567890, 987654321, 777777777), (3000000000, 0, 0),
               (2999999999, 0, 1), (0, 3000000000, 0), (1, 2999999998, 1),
               (1500000001, 0, 1499999999), (0, 1, 2999999999)):
    vector("Score: %d/%d/%d" % counts, counts)
for m in ("adjusted_wald", "newcombe", "wald"):
    vector(f"Three thousand million, {m}",
           (1234567890, 987654321, 777777777), m)
top = 2**53
vector("All counts at the limit", (top, top, top))
vector("Largest odd difference", (top, 0, top - 1))
vector("One detractor among 2^53", (top, 0, 1))
vector("Largest, one side", (0, 0, top), "adjusted_wald")

# --- counts of each score
vector("Counts of scores", (9, 5, 11),
       scores=[1, 0, 2, 0, 3, 1, 4, 2, 3, 4, 5])
vector("Six, seven, eight, nine", (100, 30, 10),
       scores=[0, 0, 0, 0, 0, 0, 10, 10, 20, 100, 0])

# --- rounding: exact halves away from zero, shares that must add up to 100
for counts, name in (((53, 147, 0), "26.5"), ((0, 147, 53), "-26.5"),
                     ((1, 199, 0), "0.5"), ((0, 199, 1), "-0.5"),
                     ((1, 1, 1), "thirds"), ((1, 2, 3), "sixths"),
                     ((2, 2, 2), "equal"), ((1, 7, 0), "12.5"),
                     ((0, 7, 1), "-12.5"), ((201, 399, 0), "33.5"),
                     ((1, 1999, 0), "0.05"), ((0, 1999, 1), "-0.05"),
                     ((333, 333, 334), "third over"), ((225, 0, 675), "-50"),
                     ((5, 11, 14), "-30"), ((0, 7, 9), "-225/4"),
                     ((143, 143, 714), "sevenths")):
    vector(f"Rounding: {name}", counts)

# --- finite populations
for m in METHODS:
    vector(f"60 of 100 asked, {m}", (30, 18, 12), m, population=100)
vector("Everybody answered", (30, 18, 12), population=60)
vector("Everybody answered, one person", (1, 0, 0), population=1)
vector("All but one", (30, 18, 12), population=61)
vector("Large population", (30, 18, 12), population=2**53)
vector("All promoters, half the population", (20, 0, 0), population=40)


# --- weights
def weighted(name, rows, method="score", confidence=0.95, exact=None,
             population=None):
    request = {"scores": [s for s, _ in rows], "weights": [w for _, w in rows]}
    if method != "score": request["method"] = method
    if confidence != 0.95: request["confidence"] = confidence
    coded = [(1 if s > 8 else 0 if s > 6 else -1, Fraction(w)) for s, w in rows]
    total = sum(w for _, w in coded)
    mean = sum(y * w for y, w in coded) / total
    variance = sum(w * (y - mean) ** 2 for y, w in coded) / total
    effective = total**2 / sum(w * w for _, w in coded)
    error = 100 * mp.sqrt(to_mpf(sum(w * w * (y - mean) ** 2
                                     for y, w in coded))) / to_mpf(total)
    share = [sum(w for y, w in coded if y == k) / total for k in (1, 0, -1)]
    n = len(rows)
    counts = [to_mpf(effective * s) for s in share]
    value = {"n": n, "promoters": sum(y == 1 for y, _ in coded),
             "passives": sum(y == 0 for y, _ in coded),
             "detractors": sum(y == -1 for y, _ in coded),
             "nps": number(100 * mean), "npsExact": exact,
             "rounded": half_away(100 * mean),
             "rounded1": number(Fraction(half_away(1000 * mean), 10)),
             "shares": percents(share),
             "variance": number(variance), "standardError": number(error),
             "effectiveN": number(effective),
             "designEffect": number(n / effective),
             "method": method, "confidence": confidence,
             "smallSample": effective < 30}
    if exact: assert exact == str(100 * mean), (exact, 100 * mean)
    if population:
        request["population"] = population
        square = Fraction(population - n, population - 1)
        value["finitePopulationFactor"] = number(mp.sqrt(to_mpf(square)))
        value["correctedError"] = number(error * mp.sqrt(to_mpf(square)))
        counts = [to_mpf(effective / square * s) for s in share]
    low, high = limits(*counts, method, confidence)
    value["low"], value["high"] = cut(low), cut(high)
    out.add(name, "estimate", request, value,
            dict(FIGURES, effectiveN=1e-9, designEffect=1e-12,
                 finitePopulationFactor=1e-14, correctedError=1e-9))


rows = [(10, 1), (9, 2), (8, 1), (7, 3), (3, 1), (0, 2), (10, 5), (6, 1)]
weighted("Weights: whole numbers", rows, exact="25")
weighted("Weights: whole numbers, wald", rows, "wald", exact="25")
weighted("Weights: all one", [(s, 1) for s, _ in rows], exact="0")
weighted("Weights: all one third", [(s, 1 / 3) for s, _ in rows])
weighted("Weights: fractions", [(s, 0.3 + 0.37 * i)
                                for i, (s, _) in enumerate(rows)])
weighted("Weights: one large account",
         [(9, 100.5)] + [(s, 1.25) for s in (2, 7, 10, 8, 6, 0, 9, 9, 5)])
weighted("Weights: adjusted Wald at 0.9",
         [(s, 0.5 + (i % 4) * 0.25) for i, s in enumerate(
             [10, 9, 8, 3, 7, 10, 6, 9, 1, 10, 10, 8] * 5)],
         "adjusted_wald", 0.9)
weighted("Weights: very small and very large together",
         [(10, 1e-90), (0, 1e90), (9, 1e90), (7, 2e90)])
weighted("Weights: one answer", [(9, 0.125)])
weighted("Weights: a population of 20", rows, exact="25", population=20)
out.add("Weights: no answers", "estimate", {"scores": [], "weights": []},
        {"n": 0, "nps": None, "effectiveN": None, "designEffect": None})

# --- refused
some = {"promoters": 3, "passives": 2, "detractors": 1}


def refused(name, request, *faults):
    out.add("Refused: " + name, "estimate", request, errors=faults)


for c in (0, 1, -0.5, 95, 1e300):
    refused(f"confidence {c}", {"counts": some, "confidence": c},
            ("not_between", "/confidence"))
refused("negative counts", {"counts": {"promoters": -1, "passives": 2,
                                       "detractors": -3}},
        ("out_of_range", "/counts/promoters"),
        ("out_of_range", "/counts/detractors"))
refused("a count above 2^53", {"counts": dict(some, passives=2**53 + 2)},
        ("out_of_range", "/counts/passives"))
refused("a negative count of a score",
        {"counts": {"scores": [0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 5]}},
        ("out_of_range", "/counts/scores/3"))
refused("detractors above 2^53 together",
        {"counts": {"scores": [2**53, 1] + [0] * 9}},
        ("out_of_range", "/counts/detractors"))
refused("fewer people than answers", {"counts": some, "population": 5},
        ("population_too_small", "/population"))
refused("no people", {"counts": some, "population": 0},
        ("out_of_range", "/population"))
refused("several things at once",
        {"counts": some, "population": -7, "confidence": 2},
        ("not_between", "/confidence"), ("out_of_range", "/population"))
refused("weights of zero and below",
        {"scores": [9, 8, 7], "weights": [1, 0, -2]},
        ("not_a_weight", "/weights/1"), ("not_a_weight", "/weights/2"))
refused("a weight out of all bounds",
        {"scores": [9, 8], "weights": [1e200, 1e-200]},
        ("not_a_weight", "/weights/0"), ("not_a_weight", "/weights/1"))
refused("too few weights", {"scores": [9, 8, 7], "weights": [1, 1]},
        ("weights_do_not_match", "/weights"))
refused("a score of eleven", {"scores": [9, 11, -1], "weights": [1, 1, 1]},
        ("out_of_range", "/scores/1"), ("out_of_range", "/scores/2"))

out.write("estimate.json")
