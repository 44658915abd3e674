"""Writes ../goal.json: what brings a score to a goal. Every number of people is
tried from 0 up; the cheapest mix is found by dynamic programming over people."""
import math
import random
from fractions import Fraction

from mpmath import mp

from common import Vectors, to_mpf, z_of

out = Vectors(
    "Python, trying every number of people, and dynamic programming "
    "(tests/vectors/oracle/goal.py).")


def nps(p, a, d):
    return Fraction(100 * (p - d), p + a + d)


def fewest(most, goal, moved):
    return next((k for k in range(most + 1) if nps(*moved(k)) >= goal), None)


def least_raised(scores, goal):
    """The least points of the scale by which answers rise in all, each answer
    staying or going to 7 or 9; the wanted net of promoters may be passed."""
    people = [s for s, count in enumerate(scores) for _ in range(count)]
    n = len(people)
    start = sum(s >= 9 for s in people) - sum(s <= 6 for s in people)
    wanted = math.ceil(Fraction(goal) * n / 100)
    best = {start: 0}
    for s in people:
        after = dict(best)
        for net, cost in best.items():
            for to, gain in ((7, 1), (9, 2)):
                more = gain if s <= 6 else gain - 1 if s <= 8 else 0
                if s < to and more > 0:
                    key = net + more
                    after[key] = min(after.get(key, 10**9), cost + to - s)
        best = after
    return min((c for net, c in best.items() if net >= wanted), default=None)


def goal(name, given, points):
    if len(given) == 11:
        p, a, d = sum(given[9:]), sum(given[7:9]), sum(given[:7])
        request = {"scores": given}
    else:
        p, a, d = given
        request = dict(zip(("promoters", "passives", "detractors"), given))
    n = p + a + d
    value = {
        "points": float(points), "reached": nps(p, a, d) >= points,
        "needed": max(0, math.ceil(Fraction(points) * n / 100) - (p - d)),
        "promotersToWin": fewest(400 * n, points, lambda k: (p + k, a, d)),
        "passivesToPromoters": fewest(a, points, lambda k: (p + k, a - k, d)),
        "detractorsToPassives": fewest(d, points, lambda k: (p, a + k, d - k)),
        "detractorsToPromoters": fewest(d, points, lambda k: (p + k, a, d - k))}
    if len(given) == 11:
        value["cheapest"] = {"raised": least_raised(given, points)}
    else:
        value["cheapest"] = None
    out.add(name, "goal", {"counts": request, "goal": points}, value)


goal("Groups", [50, 20, 14], 50)
goal("Groups, there already", [50, 20, 14], 40)
goal("Groups, a fraction", [15, 13, 8], 33.25)
goal("Groups, everybody", [3, 2, 1], 100)
goal("Groups, too few passives", [5, 1, 30], 20)
rng = random.Random(7)
for at in range(12):
    scores = [rng.randrange(5) for _ in range(11)]
    scores[at % 11] += 1
    goal(f"Scores {at + 1}", scores, rng.randrange(-60, 100))
out.add("Nobody answered", "goal", {"counts": {"scores": [0] * 11}, "goal": 10},
        {"points": 10.0, "reached": False, "needed": 0, "promotersToWin": None,
         "cheapest": None})
# It takes 10^28 answers, more than can be counted exactly.
out.add("More than can be counted", "goal", {
    "counts": {"promoters": 0, "passives": 2**52, "detractors": 2**52},
    "goal": 99.9999999999}, {"promotersToWin": None, "reached": False})
out.add("Refused: a goal above 100", "goal",
        {"counts": {"promoters": 1, "passives": 0, "detractors": 0}, "goal": 101},
        errors=[("out_of_range", "/goal")])
out.add("Refused: counts below 0", "goal",
        {"counts": {"promoters": -1, "passives": 0, "detractors": 0}, "goal": 10},
        errors=[("out_of_range", "/counts/promoters")])
for p, a, d in ((50, 20, 14), (600, 200, 200)):
    n = p + a + d
    variance = Fraction(p + d, n) - Fraction(p - d, n)**2
    needed = int(mp.ceil(to_mpf(variance) * (z_of(0.95) * 100 / 5)**2))
    out.add(f"Still to come after {n}", "sampleSize", {
        "margin": 5, "pilot": {"promoters": p, "passives": a, "detractors": d}},
        {"responses": needed, "more": max(0, needed - n)})
out.write("goal.json")
