"""Writes ../report.json: reports of made-up answers, counted from lists with
plain Python and computed with fractions and 50 digits. Nothing is accumulated:
each figure filters the whole list anew."""
import datetime
import random
from fractions import Fraction

from mpmath import mp, mpf

from common import Vectors, number, to_mpf, z_of
from intervals import adjusted, limits, moments

out = Vectors(
    "Python lists, fractions and mpmath (tests/vectors/oracle/report.py). "
    "Definitions: Tango 1998, Zou & Donner 2008, Holm 1979, Kish 1965, Monroe, "
    "Colaresi & Quinn 2008 (eq. 16, 20, 22).")
Z95 = z_of(0.95)


def text(f):
    return str(f.numerator) if f.denominator == 1 else f"{f.numerator}/{f.denominator}"


def triple(rows):
    scores = [r["score"] for r in rows if "score" in r]
    return (sum(s >= 9 for s in scores), sum(7 <= s <= 8 for s in scores),
            sum(s <= 6 for s in scores))


def counts(t):
    return dict(zip(("promoters", "passives", "detractors"), t))


def cut(x, most):
    return number(min(max(100 * x, mpf(-most)), mpf(most)))


def score_limits(t):
    return limits(*t, "score", 0.95)


def estimate(t):
    p, a, d = t
    n = p + a + d
    nps = Fraction(100 * (p - d), n)
    low, high = score_limits(t)
    return {"n": n, **counts(t), "npsExact": text(nps), "nps": number(nps),
            "low": cut(low, 100), "high": cut(high, 100)}


def share_of(t):
    difference = t[0] - t[2]
    return (Fraction(difference, sum(t)) if isinstance(difference, int)
            else difference / sum(t))


def compared(before, after):
    d1, d2 = share_of(before), share_of(after)
    (l1, h1), (l2, h2) = score_limits(before), score_limits(after)
    change = to_mpf(d2 - d1)
    n1, m1, v1 = moments(*adjusted(*before, "adjusted_wald"))
    n2, m2, v2 = moments(*adjusted(*after, "adjusted_wald"))
    z = to_mpf(m2 - m1) / mp.sqrt(to_mpf(v1 / n1 + v2 / n2))
    return {"change": number(100 * change),
            "low": cut(change - mp.sqrt((to_mpf(d2) - l2)**2 + (h1 - to_mpf(d1))**2), 200),
            "high": cut(change + mp.sqrt((h2 - to_mpf(d2))**2 + (to_mpf(d1) - l1)**2), 200),
            "z": number(z), "p": number(mp.erfc(abs(z) / mp.sqrt(2)))}


def holm(p):
    m = len(p)
    return [min(1.0, max((m - sum(q < w for q in p)) * w for w in p if w <= x))
            for x in p]


def worth(rows):
    """The three groups of so many equal answers as the weights are worth."""
    scored = [(segment(r["score"]), Fraction(r.get("weight", 1)))
              for r in rows if "score" in r]
    whole = sum(w for _, w in scored)
    kish = whole**2 / sum(w * w for _, w in scored)
    return tuple(to_mpf(kish * sum(w for s, w in scored if s == which) / whole)
                 for which in (2, 1, 0))


def breakdown(rows, by, least=10, weights=False):
    figures = worth if weights else triple
    scored = [r for r in rows if "score" in r]
    names = {r.get("groups", {}).get(by, "") for r in scored}
    parts = {n: [r for r in scored if r.get("groups", {}).get(by, "") == n]
             for n in names}
    groups = []
    for name in sorted(names, key=lambda n: (-len(parts[n]), n.encode())):
        t = triple(parts[name])
        rest = [r for r in scored if r.get("groups", {}).get(by, "") != name]
        big = sum(t) >= least
        groups.append({"name": name, "counts": counts(t),
                       "estimate": (weighted(parts[name]) if weights
                                    else estimate(t)) if big else None,
                       "difference": compared(figures(rest),
                                              figures(parts[name]))
                       if big else None,
                       "pAdjusted": None})
    tested = [g for g in groups if g["difference"]]
    for g, p in zip(tested, holm([g["difference"]["p"] for g in tested])):
        g["pAdjusted"] = p
        g["significant"] = p < 0.05
    return {"by": by, "groups": groups, "otherGroups": 0}


def date_of(row):
    return datetime.date.fromisoformat(row["time"][:10])


def period(date, every, last):
    if every == "month":
        return date.year * 12 + date.month, f"{date:%Y-%m}"
    if every == "quarter":
        quarter = (date.month - 1) // 3
        return date.year * 4 + quarter, f"{date.year}-Q{quarter + 1}"
    if every == "week":
        year, week, day = date.isocalendar()
        return (date - datetime.timedelta(day - 1)).toordinal() // 7, f"{year}-W{week:02}"
    days = int(every.split("-")[0])
    window = (last - date).days // days
    return -window, (last - datetime.timedelta(window * days)).isoformat()


def waves(rows, every, weights=False):
    figures = worth if weights else triple
    dated = [r for r in rows if "score" in r and "time" in r]
    last = max(date_of(r) for r in dated)
    keys = sorted({period(date_of(r), every, last) for r in dated})
    parts = [[r for r in dated if period(date_of(r), every, last) == k]
             for k in keys]
    shown = []
    for i, (key, part) in enumerate(zip(keys, parts)):
        shown.append({"name": key[1], "t": key[0] - keys[0][0],
                      "counts": counts(triple(part)),
                      "estimate": weighted(part) if weights
                      else estimate(triple(part)),
                      "change": compared(figures(parts[i - 1]), figures(part))
                      if i else None})
    fit = trend([w["t"] for w in shown], [figures(p) for p in parts])
    undated = sum("score" in r and "time" not in r for r in rows)
    return {"every": every, "list": shown, "trend": fit, "undated": undated}, parts


def trend(times, triples):
    points = []
    for t, wave in zip(times, triples):
        n, _, variance = moments(*adjusted(*wave, "adjusted_wald"))
        exact = all(isinstance(x, int) for x in wave)
        points.append((Fraction(t) if exact else mpf(t), 100 * share_of(wave),
                       n / (10000 * variance)))
    whole = sum(w for _, _, w in points)
    mean_t = sum(w * t for t, _, w in points) / whole
    mean_y = sum(w * y for _, y, w in points) / whole
    squares = sum(w * (t - mean_t)**2 for t, _, w in points)
    slope = sum(w * (t - mean_t) * (y - mean_y) for t, y, w in points) / squares
    error = 1 / mp.sqrt(to_mpf(squares))
    return {"slope": number(slope), "slopeError": number(error),
            "p": number(mp.erfc(abs(to_mpf(slope) / error) / mp.sqrt(2)))}


def segment(score):
    return 0 if score <= 6 else 1 if score <= 8 else 2


def transitions(before, after):
    def last_answers(rows):
        answers = {}
        for row in sorted(rows, key=lambda r: (r["time"], r["line"])):
            if row.get("respondent"):
                answers[row["respondent"]] = segment(row["score"])
        return answers
    a, b = last_answers(before), last_answers(after)
    table = [[0] * 3 for _ in range(3)]
    for person in a.keys() & b.keys():
        table[a[person]][b[person]] += 1
    return table


def phrases(rows):
    """Of comments of one word."""
    by = [[r for r in rows if segment(r["score"]) == s and r.get("comment")]
          for s in range(3)]
    low, high, every = len(by[0]), len(by[2]), sum(map(len, by))
    found = []
    for word in sorted({r["comment"] for r in by[0] + by[2]}):
        hits = [sum(r["comment"] == word for r in part) for part in by]
        if max(hits[0], hits[2]) < 3:
            continue
        prior = Fraction(100 * sum(hits), every)

        def log_odds(k, n):
            return mp.log(to_mpf((k + prior) / (n + 100 - k - prior)))
        delta = log_odds(hits[0], low) - log_odds(hits[2], high)
        z = delta / mp.sqrt(to_mpf(1 / (hits[0] + prior) + 1 / (hits[2] + prior)))
        if abs(z) >= Z95:
            found.append({"text": word, "detractors": hits[0],
                          "promoters": hits[2], "logOdds": number(delta),
                          "z": number(z)})
    found.sort(key=lambda f: -abs(f["z"]))
    return {"detractorComments": low, "promoterComments": high,
            "sampled": False, "detractors": [f for f in found if f["z"] > 0],
            "promoters": [f for f in found if f["z"] < 0]}


def weighted(rows):
    answers = [(segment(r["score"]) - 1, Fraction(r.get("weight", 1)))
               for r in rows if "score" in r]
    whole = sum(w for _, w in answers)
    mean = sum(w * y for y, w in answers) / whole
    kish = whole**2 / sum(w * w for _, w in answers)
    error = 100 * mp.sqrt(to_mpf(sum(w * w * (y - mean)**2 for y, w in answers))) / to_mpf(whole)
    return {"nps": number(100 * mean), "effectiveN": number(kish),
            "designEffect": number(len(answers) / kish),
            "standardError": number(error)}


def made(seed, size, days, words=None, weights=False):
    rng = random.Random(seed)
    rows = []
    first = datetime.datetime(2025, 11, 3, 8)
    for line in range(1, size + 1):
        plan = rng.choice(["free", "pro", "team", "pro", "free", "trial-é"])
        lift = 2 if plan == "pro" else 0
        row = {"groups": {"plan": plan}}
        if plan == "trial-é" and rng.random() < 0.7:
            row["groups"] = {}
        if rng.random() > 0.04:
            row["score"] = min(10, max(0, round(rng.gauss(7, 2.6)) + lift))
        if rng.random() > 0.05:
            time = first + datetime.timedelta(seconds=rng.randrange(days * 86400))
            row["time"] = time.strftime("%Y-%m-%dT%H:%M:%SZ")
        if rng.random() > 0.2:
            row["respondent"] = f"p{rng.randrange(size // 4)}"
        if words and "score" in row:
            sets = words[segment(row["score"])]
            row["comment"] = rng.choice(sets)
        if weights:
            row["weight"] = rng.choice([1, 0.5, 0.1, 3.75, 12])
        rows.append(row)
    return rows


WORDS = ([["crashes", "lagging", "refund", "meadow"]] +
         [["meadow", "river"]] + [["wonderful", "river", "meadow", "friendly"]])


def add(name, rows, every, goal=None, weights=False, words=False):
    for line, row in enumerate(rows, 1):
        row["line"] = line
    scored = [r for r in rows if "score" in r]
    over_time, parts = waves(rows, every, weights)
    value = {"rows": {"read": len(rows), "scored": len(scored),
                      "missing": len(rows) - len(scored), "rejectedCount": 0},
             "distribution": [sum(r["score"] == s for r in scored)
                              for s in range(11)]}
    value["breakdowns"] = [breakdown(rows, "plan", weights=weights)]
    value["waves"] = over_time
    if weights:
        value["estimate"] = weighted(rows)
        value["unweighted"] = estimate(triple(scored))
    else:
        value["estimate"] = estimate(triple(scored))
        value["movement"] = {"from": over_time["list"][-2]["name"],
                             "to": over_time["list"][-1]["name"],
                             "transitions": transitions(parts[-2], parts[-1])}
    if words:
        value["phrases"] = phrases(scored)
    asked = [{k: v for k, v in r.items() if k != "line"} for r in rows]
    out.add(name, "analyze", {"responses": asked, "options": {
        "by": ["plan"], "every": every}}, value)


add("Months", made(1, 400, 150), "month")
add("ISO weeks over a turn of the year", made(2, 300, 80), "week")
add("Quarters", made(3, 260, 400), "quarter")
add("Windows of 30 days", made(4, 300, 170), "30-days")
add("Windows of 7 days", made(5, 300, 40), "7-days")
add("Weights", made(6, 200, 120, weights=True), "month", weights=True)
add("Words of detractors and promoters", made(7, 400, 60, words=WORDS), "month",
    words=True)
out.add("Refused: no source", "analyze", {}, errors=[("one_source", "")])
out.add("Refused: two sources", "analyze", {"csv": "a\n1\n", "responses": []},
        errors=[("one_source", "")])
out.add("Refused: what is no period, no time", "analyze",
        {"responses": [], "options": {"every": "day"}},
        errors=[("not_one_of", "/options/every")])
out.add("Refused: a time that is none", "analyze",
        {"responses": [{"score": 1}, {"score": 2, "time": "soon"}]},
        errors=[("bad_form", "/responses/1/time")])
out.add("Refused: a goal above 100", "analyze",
        {"responses": [], "options": {"goal": 101}},
        errors=[("out_of_range", "/options/goal")])
out.write("report.json")
