#!/usr/bin/env python3
"""Writes tests/vectors/times.json: texts of times in the forms exports use,
and the Unix seconds Python's datetime gives for what was written.

    python3 tests/vectors/oracle/times.py

Each text is made from a moment by a form, so no reader takes part in it.
"""
import json
import pathlib
import random
from datetime import datetime, timedelta, timezone

FOLDER = pathlib.Path(__file__).resolve().parent.parent
draw = random.Random(4)
MONTHS = ("January February March April May June July August September "
          "October November December").split()
cases = []


def add(text, order, seconds, zoned):
    cases.append([text, order, seconds, zoned])


def seconds(moment):
    return int(moment.replace(tzinfo=timezone.utc).timestamp())


for _ in range(60):
    t = datetime(1950, 1, 1) + timedelta(seconds=draw.randrange(4_000_000_000))
    day = datetime(t.year, t.month, t.day)
    minute = t.replace(second=0)
    half = "AM" if t.hour < 12 else "PM"
    hour = (t.hour + 11) % 12 + 1
    y, m, d, h, mi, s = t.year, t.month, t.day, t.hour, t.minute, t.second
    clock = f"{h:02}:{mi:02}:{s:02}"
    add(f"{y}-{m:02}-{d:02}T{clock}Z", "unknown", seconds(t), True)
    add(f"{y}-{m:02}-{d:02}t{clock}.250z", "unknown", seconds(t), True)
    east = draw.choice([-570, -300, -60, 0, 60, 120, 330, 765])
    sign = "-" if east < 0 else "+"
    offset = f"{abs(east) // 60:02}:{abs(east) % 60:02}"
    there = seconds(t) - east * 60
    add(f"{y}-{m:02}-{d:02}T{clock}{sign}{offset}", "unknown", there, True)
    add(f"{y}-{m:02}-{d:02} {clock} {sign}{offset.replace(':', '')}",
        "unknown", there, True)
    add(f"{y}-{m:02}-{d:02} {clock}", "unknown", seconds(t), False)
    add(f"{y}-{m:02}-{d:02} {h:02}:{mi:02}", "unknown", seconds(minute), False)
    add(f"{y}-{m:02}-{d:02}", "unknown", seconds(day), False)
    add(f"{y}{m:02}{d:02}", "unknown", seconds(day), False)
    add(f"{y}/{m:02}/{d:02} {hour}:{mi:02}:{s:02} {half} GMT+2", "unknown",
        seconds(t) - 7200, True)
    add(f"{y}/{m:02}/{d:02} {hour}:{mi:02}:{s:02} {half} GMT-3:30", "unknown",
        seconds(t) + 12600, True)
    add(f"{d:02}.{m:02}.{y} {clock}", "unknown", seconds(t), False)
    add(f"{d}.{m}.{y}, {h}:{mi:02}", "unknown", seconds(minute), False)
    add(f"{m:02}/{d:02}/{y} {hour:02}:{mi:02}:{s:02} {half}", "month_first",
        seconds(t), False)
    add(f"{m}/{d}/{y} {h}:{mi:02}:{s:02}", "month_first", seconds(t), False)
    add(f"{d}/{m}/{y} {clock}", "day_first", seconds(t), False)
    add(f"{d:02}-{m:02}-{y}", "day_first", seconds(day), False)
    add(f"{m}/{d}/{y} {hour}:{mi:02}\u202f{half.lower()}", "month_first",
        seconds(minute), False)
    add(f"{MONTHS[m - 1]} {d}, {y} {hour}:{mi:02} {half}", "unknown",
        seconds(minute), False)
    add(f"{d} {MONTHS[m - 1][:3]} {y} {clock} EST", "unknown",
        seconds(t) + 18000, True)
    add(f"{d:02}-{MONTHS[m - 1][:3]}-{y}", "unknown", seconds(day), False)
    if seconds(t) >= 100_000_000:
        add(str(seconds(t)), "unknown", seconds(t), True)
    if seconds(t) >= 100_000_000:
        add(str(seconds(t) * 1000 + 321), "unknown", seconds(t), True)
    if d != m:
        add(f"{m}/{d}/{y}", "unknown", None, False)
add("04/04/2026", "unknown", seconds(datetime(2026, 4, 4)), False)
for text in ("", "soon", "9", "12345", "2026-02-29", "2026-13-01", "2026-00-10",
             "31.04.2026", "29.02.1900", "2026-05-04 25:00", "2026-05-04 9:60",
             "2026-05-04 13:00 PM", "2026-05-04 0:10 AM", "2026-05-04T",
             "2026-05-04 10:00 XYZ", "2026-05-04 10:00Z!", "2026-5", "5/4/26",
             "2026-05/04", "1/2/3/4", "9999999999999999", "20261301",
             "May 2026", "Mai 4, 2026", "-1713418460", "10:00:00"):
    for order in ("unknown", "day_first", "month_first"):
        add(text, order, None, False)
add("02/30/2026", "month_first", None, False)
add("25/04/2026", "month_first", None, False)

lines = ",\n  ".join(json.dumps(c, ensure_ascii=False) for c in cases)
(FOLDER / "times.json").write_text("[\n  %s\n]\n" % lines, encoding="utf-8")
print("times.json", len(cases))
