"""Writes ../batch.json: dedupe and rolling from their definitions: rows sorted
by Python with a key for each policy, days by its calendar, scores by its
fractions."""
import random
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from common import Vectors, number


class OfCalls(Vectors):
    """One file for two calls, so that names begin with theirs."""

    def add(self, name, call, *rest, **more):
        super().add(f"{call}: {name}", call, *rest, **more)


out = OfCalls("Python's sorted, datetime and fractions (tests/vectors/oracle)")


def score_of(raw):
    """Of what these vectors hold: whole numbers, and what is none."""
    try:
        value = int(raw)
    except (TypeError, ValueError):
        return None
    return value if 0 <= value <= 10 else None


def order_of(raw):
    if isinstance(raw, int):
        return raw
    moment = datetime.fromisoformat(raw.replace("Z", "+00:00"))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return moment.timestamp()


def add_dedupe(name, policy, rows):
    """`rows` have a time each or none of them has one."""
    groups = {}
    for place, row in enumerate(rows):
        key = row.get("id")
        missing = key is None or key == ""
        groups.setdefault(("alone", place) if missing else str(key),
                          []).append(place)
    kept = []
    for places in groups.values():
        if policy == "all":
            kept += places
            continue

        def rank(place):
            row = rows[place]
            answered = score_of(row.get("score")) is not None
            when = order_of(row["time"]) if "time" in row else 0
            if policy == "first":
                return (not answered, when, place)
            return (not answered, -when, -place)
        kept.append(sorted(places, key=rank)[0])
    kept.sort()
    alone = sum(isinstance(key, tuple) for key in groups)
    out.add(name, "dedupe", {"policy": policy, "rows": rows},
            {"kept": kept, "rows": len(rows),
             "duplicates": len(rows) - len(kept),
             "ids": len(groups) - alone, "withoutId": alone})


def row(id, time, score):
    made = {}
    if id is not ...:
        made["id"] = id
    if time is not ...:
        made["time"] = time
    if score is not ...:
        made["score"] = score
    return made


TWICE = [row("a", "2026-05-04T09:00:00Z", 9), row("b", "2026-05-05", 7),
         row("a", "2026-05-08T10:00:00Z", 10)]
for policy in ("latest", "first", "all"):
    add_dedupe(f"two of a, {policy}", policy, TWICE)
    add_dedupe(f"nothing, {policy}", policy, [])
    add_dedupe(f"later rows first, {policy}", policy, TWICE[::-1])
    add_dedupe(f"without times, {policy}", policy,
               [row("a", ..., 1), row("a", ..., 2), row("a", ..., 3)])
    add_dedupe(f"without ids, {policy}", policy,
               [row("", 1, 9), row(None, 2, 9), row(..., 3, 9)])
    add_dedupe(f"the last gave no answer, {policy}", policy,
               [row("a", 1, 9), row("a", 2, None), row("a", 3, "n/a")])
    add_dedupe(f"nobody answered, {policy}", policy,
               [row("a", 1, None), row("a", 2, 11)])
    add_dedupe(f"zones, {policy}", policy,
               [row("a", "2026-05-04T09:00:00+02:00", 1),
                row("a", "2026-05-04T08:00:00Z", 2),
                row("a", "2026-05-04T03:30:00-05:00", 3)])
    add_dedupe(f"numbers as ids, {policy}", policy,
               [row(7, 10, "9"), row("7", 20, "8"), row(8, 20, 8)])
    add_dedupe(f"the same time, {policy}", policy,
               [row("a", 5, 3), row("a", 5, 4)])
draw = random.Random(20)
for i in range(60):
    rows = [row(draw.choice(["a", "b", "c", "d", ""]), draw.randrange(6),
                draw.choice([None, 0, 5, 9, 10, 12, "7"]))
            for _ in range(draw.randrange(1, 14))]
    add_dedupe(f"random {i}", draw.choice(["latest", "first", "all"]), rows)
out.add("a time that is none", "dedupe",
        {"policy": "latest", "rows": [row("a", "soon", 9)]},
        errors=[("bad_form", "/rows/0/time")])
out.add("a policy that is none", "dedupe", {"policy": "newest", "rows": []},
        errors=[("not_one_of", "/policy")])


def add_rolling(name, responses, as_of, days):
    end = date.fromisoformat(as_of)
    inside, missing, before, after = [], 0, 0, 0
    for response in responses:
        text = response["date"]
        if len(text) == 10:
            day = date.fromisoformat(text)
        else:
            moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
            day = moment.astimezone(timezone.utc).date()
        age = (end - day).days
        if age < 0:
            after += 1
        elif age >= days:
            before += 1
        elif score_of(response.get("score")) is None:
            missing += 1
        else:
            inside.append(score_of(response["score"]))
    promoters = sum(s >= 9 for s in inside)
    detractors = sum(s <= 6 for s in inside)
    value = {"n": len(inside), "promoters": promoters,
             "passives": len(inside) - promoters - detractors,
             "detractors": detractors, "nps": None, "npsExact": None,
             "missing": missing, "before": before, "after": after}
    if inside:
        exact = Fraction(100 * (promoters - detractors), len(inside))
        value["nps"] = number(exact)
        value["npsExact"] = str(exact)
    out.add(name, "rolling",
            {"responses": responses, "asOf": as_of, "days": days}, value,
            {"nps": 1e-9})


def dated(*pairs):
    return [{"date": day, "score": score} for day, score in pairs]


EDGES = dated(("2026-05-01", 10), ("2026-05-02", 9), ("2026-05-31", 2),
              ("2026-06-01", 0), ("2026-05-15", 7))
add_rolling("both edges of 30 days", EDGES, "2026-05-31", 30)
add_rolling("one day", EDGES, "2026-05-31", 1)
add_rolling("31 days", EDGES, "2026-05-31", 31)
add_rolling("no answers at all", [], "2026-05-31", 30)
add_rolling("none in the window", EDGES, "2027-01-01", 30)
add_rolling("over a leap day", dated(("2024-02-28", 9), ("2024-02-29", 3),
                                     ("2024-03-01", 8)), "2024-03-01", 2)
add_rolling("over a year without one", dated(
    ("2023-02-28", 9), ("2023-03-01", 8)), "2023-03-01", 1)
add_rolling("a day in another zone is a day in UTC", dated(
    ("2026-05-01T23:30:00-02:00", 10), ("2026-05-02T00:30:00+02:00", 0)),
    "2026-05-02", 1)
add_rolling("what is no score is missing", dated(
    ("2026-05-02", None), ("2026-05-02", 11), ("2026-05-02", "9")),
    "2026-05-02", 7)
for i in range(40):
    start = date(2025, 12, 1)
    responses = [{"date": str(start + timedelta(days=draw.randrange(120))),
                  "score": draw.choice([None, *range(11)])}
                 for _ in range(draw.randrange(60))]
    add_rolling(f"random {i}", responses,
                str(start + timedelta(days=draw.randrange(120))),
                draw.choice([1, 7, 30, 90]))
out.add("a date that is none", "rolling",
        {"responses": dated(("2026-02-30", 9)), "asOf": "soon", "days": 30},
        errors=[("bad_form", "/responses/0/date"), ("bad_form", "/asOf")])
out.add("no days", "rolling",
        {"responses": [], "asOf": "2026-05-01", "days": 0},
        errors=[("out_of_range", "/days")])
out.write("batch.json")
