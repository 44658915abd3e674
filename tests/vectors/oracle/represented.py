"""Writes ../represented.json: scores reweighted to a known mix. Every answer
gets its weight as a fraction, and the figures are those of a list of weighted
answers (Kish 1965; Holt & Smith 1979), summed up one by one."""
import random
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number, to_mpf
from intervals import limits

out = Vectors(
    "Python lists, fractions and mpmath (tests/vectors/oracle/represented.py). "
    "Definitions: Holt & Smith 1979, Kish 1965, Tango 1998, Pearson 1900.")


def sign(score):
    return -1 if score <= 6 else 0 if score <= 8 else 1


def score(answers):
    return (100 * sum(w * sign(s) for s, w in answers)
            / sum(w for _, w in answers))


def counts(answers):
    signs = [sign(s) for s, _ in answers]
    return {"promoters": signs.count(1), "passives": signs.count(0),
            "detractors": signs.count(-1)}


def reweighted(answers):
    """Of (score, weight)."""
    whole = sum(w for _, w in answers)
    kish = whole**2 / sum(w * w for _, w in answers)
    mean = score(answers) / 100
    error = mp.sqrt(to_mpf(sum(w * w * (sign(s) - mean)**2
                               for s, w in answers))) / to_mpf(whole)
    parts = [to_mpf(kish * sum(w for s, w in answers if sign(s) == which) / whole)
             for which in (1, 0, -1)]
    low, high = limits(*parts, "score", 0.95)
    return {"n": len(answers), "nps": number(100 * mean), "npsExact": None,
            "standardError": number(100 * error), "effectiveN": number(kish),
            "designEffect": number(len(answers) / kish),
            "low": number(100 * low), "high": number(100 * high)}


def representation(rows, shares):
    own = {name: [(r["score"], Fraction(r.get("weight", 1))) for r in rows
                  if "score" in r and r.get("groups", {}).get("plan", "") == name]
           for name in shares}
    scored = [(r["score"], Fraction(r.get("weight", 1))) for r in rows
              if "score" in r]
    outside = [(r["score"], 1) for r in rows if "score" in r
               and r.get("groups", {}).get("plan", "") not in shares]
    people = sum(map(Fraction, shares.values()))
    mix = {name: Fraction(share) / people for name, share in shares.items()}
    n = sum(map(len, own.values()))
    covered = sum(mix[name] for name in shares if own[name])
    groups = [{"name": name, "counts": counts(own[name]),
               "populationShare": number(mix[name]),
               "answerShare": number(Fraction(len(own[name]), n)),
               "nps": number(score(own[name])) if own[name] else None}
              for name in shares]
    # Each group has the weight of its share of the population.
    answers = [(s, w * mix[name] / sum(v for _, v in own[name]))
               for name in shares for s, w in own[name]]
    square = sum((len(own[name]) - n * mix[name])**2 / (n * mix[name])
                 for name in shares)
    df = len(shares) - 1
    tail = mp.gammainc(mpf(df) / 2, to_mpf(square) / 2, mp.inf, regularized=True)
    return {"by": "plan", "groups": groups, "outside": counts(outside),
            "covered": number(covered), "chiSquare": number(square), "df": df,
            "p": number(tail), "estimate": reweighted(answers),
            "moved": number(score(answers) - score(scored))}


def made(seed, size, weights=False):
    rng = random.Random(seed)
    rows = []
    for _ in range(size):
        plan = rng.choice(["free", "pro", "pro", "pro", "team", ""])
        row = {"groups": {"plan": plan}} if plan else {}
        if rng.random() > 0.05:
            row["score"] = min(10, max(0, round(rng.gauss(7.2, 2.2))
                                       + (2 if plan == "pro" else 0)))
        if weights:
            row["weight"] = rng.choice([1, 0.25, 3, 0.1])
        rows.append(row)
    return rows


def add(name, rows, shares, value=True):
    out.add(name, "analyze", {"responses": rows, "options": {
        "mix": {"by": "plan", "shares": shares}, "readComments": False}},
        {"representation": representation(rows, shares)} if value else None)


add("Percent", made(1, 240), {"free": 60, "pro": 25, "team": 15})
add("Heads, and a group that nobody answered for", made(2, 150),
    {"pro": 900, "free": 2000.5, "team": 320, "enterprise": 80})
add("Answers that have weights of their own", made(3, 120, weights=True),
    {"team": 0.2, "free": 0.5, "pro": 0.3})
add("The group without a value is a group", made(4, 90), {"": 1, "pro": 3})
rows = [{"score": 9, "groups": {"plan": "a"}}]
out.add("Nobody of the mix answered", "analyze", {
    "responses": rows, "options": {"mix": {"by": "plan", "shares": {"b": 1, "c": 1}}}},
    {"representation": {
        "outside": {"promoters": 1, "passives": 0, "detractors": 0},
        "covered": 0.0, "chiSquare": None, "df": 0, "p": None, "moved": None,
        "estimate": {"n": 0, "nps": None, "low": None}}})
out.add("Refused: shares of nobody", "analyze", {
    "responses": rows, "options": {
        "mix": {"by": "plan", "shares": {"a/b": 0, "b": -1, "c": 1}}}},
    errors=[("not_a_weight", "/options/mix/shares/a~1b"),
            ("not_a_weight", "/options/mix/shares/b")])
out.add("Refused: no shares", "analyze", {
    "responses": rows, "options": {"mix": {"by": "plan", "shares": {}}}},
    errors=[("too_few", "/options/mix/shares")])
out.write("represented.json")
