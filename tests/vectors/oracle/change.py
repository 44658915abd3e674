"""Writes ../change.json: trend, movement, themeImpact, themeChange and churn
from their definitions, in fractions and 50 digits. Chi-square tails by the
incomplete gamma function, Stuart-Maxwell by inverting its matrix, Fisher's test
by counting with whole numbers: none of them as the engine does it."""
import random
from fractions import Fraction
from math import comb

from mpmath import mp, mpf

from common import Vectors, number, to_mpf, z_of
from intervals import adjusted, moments

class OfCalls(Vectors):
    """One file for several calls, so that names begin with theirs."""

    def add(self, name, call, *rest, **more):
        super().add(f"{call}: {name}", call, *rest, **more)


out = OfCalls(
    "mpmath with 50 digits (tests/vectors/oracle). Anchors: Newcombe 1998 "
    "(Stat. Med. 17, 873), table II, method 10; Fisher's tea tasting.")
Z95 = z_of(0.95)


def counts(triple):
    return dict(zip(("promoters", "passives", "detractors"), triple))


def text(fraction):
    f = Fraction(fraction)
    return str(f.numerator) if f.denominator == 1 else f"{f.numerator}/{f.denominator}"


def two_sided(z):
    return mp.erfc(abs(z) / mp.sqrt(2))


def chi2_tail(x, df):
    return mp.gammainc(mpf(df) / 2, to_mpf(x) / 2, mp.inf, regularized=True)


def score(triple):
    p, a, d = triple
    return Fraction(100 * (p - d), p + a + d)


# --- trend

def add_trend(name, times, waves):
    used = [(Fraction(t), score(w), w) for t, w in zip(times, waves) if sum(w)]
    value = {"nps": [number(score(w)) if sum(w) else None for w in waves],
             "qDf": max(0, len(used) - 1)}
    allowed = {"nps": 1e-9, "slope": 0, "slopeError": 0, "z": 0, "p": 0,
               "intercept": 0, "q": 0, "qP": 0}
    total = [sum(w[i] for w in waves) for i in range(3)]
    value["pooledNpsExact"] = text(score(total)) if sum(total) else None
    for key in ("slope", "slopeError", "z", "p", "intercept", "q", "qP"):
        value[key] = None
    if len(used) > 1:
        weights = []
        for _, _, wave in used:
            n, _, variance = moments(*adjusted(*wave, "adjusted_wald"))
            weights.append(Fraction(n) / (10000 * Fraction(variance)))
        whole = sum(weights)
        mean_t = sum(w * t for w, (t, _, _) in zip(weights, used)) / whole
        mean_y = sum(w * y for w, (_, y, _) in zip(weights, used)) / whole
        q = sum(w * (y - mean_y) ** 2 for w, (_, y, _) in zip(weights, used))
        value["q"] = number(q)
        value["qP"] = number(chi2_tail(q, len(used) - 1))
        squares = sum(w * (t - mean_t) ** 2 for w, (t, _, _) in zip(weights, used))
        if squares:
            slope = sum(w * (t - mean_t) * (y - mean_y)
                        for w, (t, y, _) in zip(weights, used)) / squares
            error = 1 / mp.sqrt(to_mpf(squares))
            z = to_mpf(slope) / error
            value.update(slope=number(slope), slopeError=number(error),
                         z=number(z), p=number(two_sided(z)),
                         intercept=number(mean_y - slope * mean_t))
    # What is lost in the means, relative to the size of what is averaged.
    for key in ("slope", "slopeError", "z", "p", "intercept", "q", "qP"):
        if value[key] is not None:
            allowed[key] = max(1e-9 * abs(value[key]), 1e-12)
    out.add(name, "trend", {"t": list(times), "waves": [counts(w) for w in waves]},
            value, allowed)


add_trend("Four quarters, rising", (0, 1, 2, 3),
          ((40, 30, 30), (45, 30, 25), (50, 28, 22), (56, 26, 18)))
add_trend("Uneven times and sizes", (0, 1, 4, 4.5, 9),
          ((400, 300, 300), (12, 9, 3), (88, 70, 40), (5, 1, 9), (230, 100, 110)))
add_trend("A wave of one class does not weigh infinitely", (0, 1, 2),
          ((10, 0, 0), (50, 30, 20), (0, 7, 0)))
add_trend("A wave without answers is left out", (0, 1, 2),
          ((30, 10, 10), (0, 0, 0), (20, 10, 20)))
add_trend("All at one time: no slope", (7, 7, 7),
          ((30, 10, 10), (20, 10, 20), (10, 10, 30)))
add_trend("One wave", (0,), ((30, 10, 10),))
add_trend("No wave", (), ())
add_trend("No answers", (0, 1), ((0, 0, 0), (0, 0, 0)))
add_trend("Equal scores: no heterogeneity", (0, 1), ((50, 30, 20), (50, 30, 20)))
add_trend("Falling, p below 1e-100", (0, 1, 2),
          ((6000, 3000, 1000), (4000, 3000, 3000), (2000, 3000, 5000)))
rng = random.Random(5)
add_trend("Sixty months", tuple(range(60)),
          tuple((rng.randrange(20, 60), rng.randrange(10, 40), rng.randrange(5, 40))
                for _ in range(60)))
add_trend("Sixty-one months", tuple(range(61)),
          tuple((rng.randrange(20, 60), rng.randrange(10, 40), rng.randrange(5, 40))
                for _ in range(61)))
out.add("Refused: times and waves do not match", "trend",
        {"t": [0, 1], "waves": [counts((1, 1, 1))]},
        errors=[("times_do_not_match", "/t")])
out.add("Refused: a count below 0 in the second wave", "trend",
        {"t": [0, 1], "waves": [counts((1, 1, 1)), counts((1, -1, 1))]},
        errors=[("out_of_range", "/waves/1/passives")])


# --- movement

def add_movement(name, table):
    n = sum(map(sum, table))
    before = [sum(row) for row in table]
    after = [sum(row[k] for row in table) for k in range(3)]
    value = {"n": n, "detractorsBefore": before[0],
             "recovered": table[0][1] + table[0][2],
             "recoveredToPromoter": table[0][2],
             "improved": table[0][1] + table[0][2] + table[1][2],
             "worsened": table[1][0] + table[2][0] + table[2][1],
             "unchanged": table[0][0] + table[1][1] + table[2][2]}
    for key in ("npsBeforeExact", "npsAfterExact", "change", "standardError",
                "z", "p", "stuartMaxwell", "stuartMaxwellP", "recoveryRate",
                "recoveryLow", "recoveryHigh", "promoterLossRate"):
        value[key] = None
    if n:
        value["npsBeforeExact"] = text(Fraction(100 * (before[2] - before[0]), n))
        value["npsAfterExact"] = text(Fraction(100 * (after[2] - after[0]), n))
        cells = [(k - i, table[i][k]) for i in range(3) for k in range(3)]
        mean = Fraction(sum(m * c for m, c in cells), n)
        variance = Fraction(sum(m * m * c for m, c in cells), n) - mean ** 2
        error = 100 * mp.sqrt(to_mpf(variance / n))
        value.update(change=number(100 * mean), standardError=number(error))
        if variance:
            z = to_mpf(100 * mean) / error
            value.update(z=number(z), p=number(two_sided(z)))
        d = [Fraction(before[i] - after[i]) for i in range(2)]
        s = [[Fraction(before[i] + after[i] - 2 * table[i][i]) if i == k
              else Fraction(-(table[i][k] + table[k][i])) for k in range(2)]
             for i in range(2)]
        determinant = s[0][0] * s[1][1] - s[0][1] * s[1][0]
        if determinant:
            x = (d[0] * (s[1][1] * d[0] - s[0][1] * d[1]) +
                 d[1] * (s[0][0] * d[1] - s[1][0] * d[0])) / determinant
            value.update(stuartMaxwell=number(x),
                         stuartMaxwellP=number(chi2_tail(x, 2)))
    if before[0]:
        low, high = wilson(value["recovered"], before[0])
        value.update(recoveryRate=number(Fraction(value["recovered"], before[0])),
                     recoveryLow=number(low), recoveryHigh=number(high))
    if before[2]:
        value["promoterLossRate"] = number(
            Fraction(table[2][0] + table[2][1], before[2]))
    allowed = {k: max(1e-9 * abs(v), 1e-12) for k, v in value.items()
               if isinstance(v, float)}
    out.add(name, "movement", {"transitions": [list(row) for row in table]},
            value, allowed)


def wilson(x, n):
    """Both roots p of (x/n - p)^2 = z^2 p (1 - p) / n."""
    share = Fraction(x, n)
    a = 1 + Z95**2 / n
    b = -(2 * to_mpf(share) + Z95**2 / n)
    c = to_mpf(share**2)
    root = mp.sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


add_movement("A recovery", ((40, 10, 5), (6, 60, 14), (2, 8, 90)))
add_movement("Nobody moved", ((4, 0, 0), (0, 6, 0), (0, 0, 9)))
add_movement("All detractors became promoters", ((0, 0, 12), (0, 0, 0), (0, 0, 0)))
add_movement("Nobody was ever passive", ((10, 0, 4), (0, 0, 0), (2, 0, 20)))
add_movement("Equal margins, many moves", ((5, 3, 2), (2, 5, 3), (3, 2, 5)))
add_movement("No people", ((0, 0, 0), (0, 0, 0), (0, 0, 0)))
add_movement("No detractors before", ((0, 0, 0), (3, 9, 1), (2, 0, 30)))
add_movement("Thousands of millions",
             ((400000000, 100000000, 50000000), (60000000, 600000000, 140000000),
              (20000000, 80000000, 900000000)))
add_movement("One person", ((0, 1, 0), (0, 0, 0), (0, 0, 0)))
out.add("Refused: a count below 0", "movement",
        {"transitions": [[1, 2, 3], [4, -5, 6], [7, 8, 9]]},
        errors=[("out_of_range", "/transitions/1/1")])


# --- themes

def add_impact(name, whole, theme):
    value = dict.fromkeys(("impact", "gap", "gainIfPassive", "gainIfPromoter",
                           "shareOfDetractors", "npsWithoutExact"))
    n = sum(whole)
    rest = tuple(a - b for a, b in zip(whole, theme))
    if whole[2]:
        value["shareOfDetractors"] = number(Fraction(theme[2], whole[2]))
    if n:
        value["gainIfPassive"] = number(Fraction(100 * theme[2], n))
        value["gainIfPromoter"] = number(Fraction(200 * theme[2], n))
        if sum(theme):
            value["gap"] = number(score(whole) - score(theme))
        if sum(rest):
            value["npsWithoutExact"] = text(score(rest))
            value["impact"] = number(score(whole) - score(rest))
    allowed = {k: 1e-9 for k, v in value.items() if isinstance(v, float)}
    out.add(name, "themeImpact", {"all": counts(whole), "theme": counts(theme)},
            value, allowed)


add_impact("A theme of detractors", (50, 30, 20), (2, 3, 10))
add_impact("A theme of promoters", (50, 30, 20), (25, 2, 1))
add_impact("Nobody mentions it", (50, 30, 20), (0, 0, 0))
add_impact("Everybody mentions it", (50, 30, 20), (50, 30, 20))
add_impact("No answers", (0, 0, 0), (0, 0, 0))
add_impact("No detractors", (5, 3, 0), (1, 1, 0))
add_impact("The theme scores as all do", (40, 20, 20), (10, 5, 5))
add_impact("Thousands of millions", (1500000000, 600000000, 900000000),
           (1000000, 1000000, 7000001))
out.add("Refused: more mention it than there are", "themeImpact",
        {"all": counts((5, 5, 5)), "theme": counts((1, 6, 9))},
        errors=[("out_of_range", "/theme/passives"),
                ("out_of_range", "/theme/detractors")])


def fisher(a, n1, b, n2):
    hits = a + b
    tables = {x: comb(n1, x) * comb(n2, hits - x)
              for x in range(max(0, hits - n2), min(hits, n1) + 1)}
    seen = tables[a]
    rare = sum(c for c in tables.values()
               if c <= seen + seen // 10**7)
    return Fraction(rare, sum(tables.values()))


def add_theme(name, before, after, exact=True):
    (a, n1), (b, n2) = before, after
    value = dict.fromkeys(("differencePoints", "z", "p", "low", "high", "fisherP"))
    if n1 and n2:
        p1, p2 = Fraction(a, n1), Fraction(b, n2)
        value["differencePoints"] = number(100 * (p2 - p1))
        l1, u1 = wilson(a, n1)
        l2, u2 = wilson(b, n2)
        d = to_mpf(p2 - p1)
        value["low"] = number(100 * (d - mp.sqrt(
            (to_mpf(p2) - l2)**2 + (u1 - to_mpf(p1))**2)))
        value["high"] = number(100 * (d + mp.sqrt(
            (u2 - to_mpf(p2))**2 + (to_mpf(p1) - l1)**2)))
        pooled = Fraction(a + b, n1 + n2)
        if 0 < pooled < 1:
            variance = pooled * (1 - pooled) * (Fraction(1, n1) + Fraction(1, n2))
            z = d / mp.sqrt(to_mpf(variance)) * mp.sqrt(
                to_mpf(Fraction(n1 + n2 - 1, n1 + n2)))
            value.update(z=number(z), p=number(two_sided(z)))
        if exact:
            value["fisherP"] = number(fisher(a, n1, b, n2))
        else:
            del value["fisherP"]
    allowed = {k: max(1e-9, 1e-9 * abs(v)) for k, v in value.items()
               if isinstance(v, float)}
    for k in ("p", "fisherP"):
        if value.get(k) is not None:
            allowed[k] = 1e-6 * value[k]
    out.add(name, "themeChange",
            {"before": {"mentions": a, "n": n1}, "after": {"mentions": b, "n": n2}},
            value, allowed)


add_theme("Support, fewer mentions", (60, 400), (38, 420))
add_theme("Nobody mentions it", (0, 40), (0, 50))
add_theme("Everybody mentions it", (40, 40), (50, 50))
add_theme("From none to all", (0, 10), (10, 10))
add_theme("From one to none", (1, 5), (0, 7))
add_theme("The same share", (10, 100), (10, 100))
add_theme("Tables as likely as this one count", (3, 8), (5, 8))
add_theme("Five thousand", (700, 2500), (610, 2500))
add_theme("p below 1e-100", (1800, 2500), (600, 2500))
add_theme("No answers before", (0, 0), (3, 9))
add_theme("Thousands of millions", (600000000, 3000000000),
          (600100000, 3000000000), exact=False)
for (a, n1, b, n2), (low, high) in {
        (56, 70, 48, 80): (5.24, 33.39), (9, 10, 3, 10): (17.05, 80.90),
        (6, 7, 2, 7): (5.82, 80.62), (5, 56, 0, 29): (-3.81, 19.26),
        (10, 10, 0, 10): (60.75, 100.00)}.items():
    out.add(f"Newcombe prints for {a}/{n1} and {b}/{n2}", "themeChange",
            {"before": {"mentions": b, "n": n2}, "after": {"mentions": a, "n": n1}},
            {"low": low, "high": high}, {"low": 0.0051, "high": 0.0051})
out.add("Fisher's tea tasting", "themeChange",
        {"before": {"mentions": 1, "n": 4}, "after": {"mentions": 3, "n": 4}},
        {"fisherP": 34 / 70}, {"fisherP": 1e-12})
out.add("Refused: more mentions than answers", "themeChange",
        {"before": {"mentions": 9, "n": 8}, "after": {"mentions": 1, "n": 0}},
        errors=[("out_of_range", "/before/mentions"),
                ("out_of_range", "/after/mentions")])


# --- churn

def add_churn(name, a, b, c, d):
    value = dict.fromkeys(("churnRateDetractors", "churnRateOthers",
                           "riskDifferencePoints", "riskRatio", "riskRatioLow",
                           "riskRatioHigh", "phi"))
    if a + b: value["churnRateDetractors"] = number(Fraction(a, a + b))
    if c + d: value["churnRateOthers"] = number(Fraction(c, c + d))
    if a + b and c + d:
        r1, r2 = Fraction(a, a + b), Fraction(c, c + d)
        value["riskDifferencePoints"] = number(100 * (r1 - r2))
        if c:
            value["riskRatio"] = number(r1 / r2)
            if a:
                error = mp.sqrt(to_mpf(Fraction(1, a) - Fraction(1, a + b) +
                                       Fraction(1, c) - Fraction(1, c + d)))
                log = mp.log(to_mpf(r1 / r2))
                value.update(riskRatioLow=number(mp.exp(log - Z95 * error)),
                             riskRatioHigh=number(mp.exp(log + Z95 * error)))
        if a + c and b + d:
            value["phi"] = number((a * d - b * c) / mp.sqrt(
                mpf(a + b) * (c + d) * (a + c) * (b + d)))
    out.add(name, "churn", {"detractorChurned": a, "detractorKept": b,
                            "otherChurned": c, "otherKept": d}, value,
            {k: max(1e-9, 1e-9 * abs(v)) for k, v in value.items()
             if isinstance(v, float)})


add_churn("Three times as often", 30, 70, 20, 180)
add_churn("Nobody left", 0, 70, 0, 180)
add_churn("Everybody left", 30, 0, 20, 0)
add_churn("No other left", 3, 7, 0, 90)
add_churn("No detractor left", 0, 7, 9, 90)
add_churn("No detractors", 0, 0, 9, 90)
add_churn("Nobody at all", 0, 0, 0, 0)
add_churn("Thousands of millions", 900000000, 100000000, 600000000, 1500000000)
out.add("Refused: below 0", "churn",
        {"detractorChurned": -1, "detractorKept": 1, "otherChurned": 1,
         "otherKept": 1}, errors=[("out_of_range", "/detractorChurned")])
out.write("change.json")
