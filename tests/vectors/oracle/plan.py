"""Writes ../plan.json: the formulas of a sample size, rounded up once at the
end, with 50 digits."""
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number, to_mpf, z_of, z_of_power
from intervals import moments

out = Vectors(
    "mpmath with 50 digits (tests/vectors/oracle). Anchors: +-5 points at 95 % "
    "need 938 answers at V=0.61 and 1537 at V=1; 10 points at 80 % power need "
    "958 in each group at V=0.61.")


def exact(x):
    """A decimal as the user wrote it."""
    return to_mpf(Fraction(str(x)))


def margin(name, m, confidence=0.95, variance=None, pilot=None,
           population=None, responses=None):
    request = {"margin": m}
    if confidence != 0.95: request["confidence"] = confidence
    if variance is not None: request["variance"] = variance
    if population is not None: request["population"] = population
    v = exact(variance) if variance is not None else mpf(1)
    if pilot:
        request["pilot"] = dict(zip(("promoters", "passives", "detractors"),
                                    pilot))
        v = to_mpf(moments(*pilot)[2])
    n = (z_of(confidence) * 100 / exact(m))**2 * v
    if population is not None: n = n * population / (n + population - 1)
    value = int(mp.ceil(n))
    assert responses in (None, value), (name, value)
    out.add(name, "sampleSize", request, {"responses": value})


margin("Anchor: 5 points, V=0.61", 5, variance=0.61, responses=938)
margin("Anchor: 5 points, worst case", 5, responses=1537)
margin("10 points, worst case", 10)
margin("1 point, V=0.34", 1, variance=0.34)
margin("15.3 points, V=0.61", 15.3, variance=0.61)
margin("3 points at 0.9", 3, 0.9)
margin("3 points at 0.99", 3, 0.99, 0.61)
margin("100 points", 100)
margin("100 points, little variance", 100, variance=0.01)
margin("A ten thousandth of a point", 0.0001)
margin("Pilot 50/30/20", 5, pilot=(50, 30, 20), responses=938)
margin("Pilot of three thousand million", 0.5,
       pilot=(1500000000, 900000000, 600000000))
margin("A population of 1000", 5, population=1000)
margin("A population of 200, V=0.61", 5, variance=0.61, population=200)
margin("A population of 1", 5, population=1, responses=1)
margin("A population of 2", 5, population=2, responses=2)
margin("A population of 2^53", 5, population=2**53, responses=1537)


def change(name, delta, power=0.8, confidence=0.95, before=1, after=1, ratio=1,
           group=None):
    request = {"change": delta}
    if power != 0.8: request["power"] = power
    if confidence != 0.95: request["confidence"] = confidence
    if before != 1: request["varianceBefore"] = before
    if after != 1: request["varianceAfter"] = after
    if ratio != 1: request["ratio"] = ratio
    n = ((z_of(confidence) + z_of_power(power)) * 100 / exact(delta))**2 * (
        exact(before) + exact(after) / exact(ratio))
    value = int(mp.ceil(n))
    assert group in (None, value), (name, value)
    out.add(name, "sampleSize", request,
            {"responsesPerGroup": value,
             "responsesAfter": int(mp.ceil(n * exact(ratio)))})


change("Anchor: 10 points, V=0.61", 10, before=0.61, after=0.61, group=958)
change("A change of 10 points, worst case", 10)
change("5 points, 90 % power", 5, 0.9, before=0.61, after=0.5)
change("5 points at 0.99", 5, confidence=0.99, before=0.34, after=0.4)
change("Half power is none beyond significance", 7, 0.5)
change("Four times as many after", 10, before=0.61, after=0.61, ratio=4)
change("Half as many after", 10, before=0.61, after=0.61, ratio=0.5)
change("200 points", 200)
change("A tenth of a point", 0.1, 0.99, 0.999)


def detect(name, before, after, confidence=0.95, power=0.8):
    request = {"before": {"n": before[0], "variance": before[1]},
               "after": {"n": after[0], "variance": after[1]}}
    if confidence != 0.95: request["confidence"] = confidence
    if power != 0.8: request["power"] = power
    z = z_of(confidence) + z_of_power(power)
    error = mp.sqrt(exact(before[1]) / before[0] + exact(after[1]) / after[0])
    out.add(name, "detectableChange", request,
            {"points": number(100 * z * error) if error else None},
            {"points": 1e-9})


detect("400 and 400, V=0.61", (400, 0.61), (400, 0.61))
detect("400 and 400, significance only", (400, 0.61), (400, 0.61), power=0.5)
detect("30 and 1000", (30, 0.34), (1000, 0.5))
detect("At 0.99 with 90 % power", (200, 1), (300, 0.9), 0.99, 0.9)
detect("One and one", (1, 1), (1, 1))
detect("Three thousand million", (3000000000, 0.61), (3000000000, 0.61))
detect("No spread on one side", (100, 0), (100, 0.5))
detect("No spread on both sides", (100, 0), (100, 0))


def refused(name, call, request, *faults):
    out.add("Refused: " + name, call, request, errors=faults)


refused("no margin at all", "sampleSize", {"margin": 0},
        ("out_of_range", "/margin"))
refused("a margin above 100", "sampleSize", {"margin": 100.5},
        ("out_of_range", "/margin"))
refused("a variance of 0", "sampleSize", {"margin": 5, "variance": 0},
        ("not_between", "/variance"))
refused("a variance above 1", "sampleSize", {"margin": 5, "variance": 1.01},
        ("out_of_range", "/variance"))
refused("a variance and a pilot", "sampleSize",
        {"margin": 5, "variance": 0.5,
         "pilot": {"promoters": 1, "passives": 1, "detractors": 1}},
        ("variance_and_pilot", "/pilot"))
refused("a pilot of one class", "sampleSize",
        {"margin": 5, "pilot": {"promoters": 9, "passives": 0, "detractors": 0}},
        ("no_spread", "/pilot"))
refused("an empty pilot", "sampleSize",
        {"margin": 5, "pilot": {"promoters": 0, "passives": 0, "detractors": 0}},
        ("no_spread", "/pilot"))
refused("a negative pilot", "sampleSize",
        {"margin": 5, "pilot": {"promoters": -9, "passives": 0, "detractors": 0}},
        ("out_of_range", "/pilot/promoters"))
refused("everything", "sampleSize",
        {"margin": -1, "confidence": 1, "variance": 7, "population": 0},
        ("out_of_range", "/margin"), ("not_between", "/confidence"),
        ("out_of_range", "/variance"), ("out_of_range", "/population"))
refused("no change", "sampleSize", {"change": 0}, ("out_of_range", "/change"))
refused("certainty", "sampleSize", {"change": 5, "power": 1},
        ("not_between", "/power"))
refused("less power than a coin", "sampleSize", {"change": 5, "power": 0.4},
        ("out_of_range", "/power"))
refused("every field of a change", "sampleSize",
        {"change": 201, "power": 2, "confidence": 0, "varianceBefore": 0,
         "varianceAfter": 2, "ratio": 0},
        ("out_of_range", "/change"), ("out_of_range", "/power"),
        ("not_between", "/confidence"), ("not_between", "/varianceBefore"),
        ("out_of_range", "/varianceAfter"), ("out_of_range", "/ratio"))
refused("detecting with nobody", "detectableChange",
        {"before": {"n": 0, "variance": 0.5}, "after": {"n": 5, "variance": -1}},
        ("out_of_range", "/before/n"), ("out_of_range", "/after/variance"))
out.write("plan.json")
