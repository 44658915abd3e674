#!/usr/bin/env python3
"""Checks `looplet report` against a summary of its own, over made-up files.

    python3 bench/report_truth.py build/native/src/cli/looplet [ROWS]

Files are those of make_answers.py, read here by Python's csv module and
counted with dictionaries. Figures that are whole numbers or fractions must be
the same; each end of an interval must solve the equation of the score test
(Tango 1998) to a millionth. Prints one line for each file; exit 1 when
anything differs.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
Z = 1.959963984540054
LABELS = {"10 - Extremely likely": 10, "Not at all likely - 0": 0, " 9 ": 9}


def score_of(cell):
    """A score, None for no answer, or the cell's fault as a text."""
    if cell in LABELS:
        return LABELS[cell]
    if cell in ("", "N/A"):
        return None
    if cell.lstrip("-").isdigit():
        return int(cell) if 0 <= int(cell) <= 10 else "out_of_range"
    return ("non_integer" if cell.replace(",", ".").replace(".", "", 1).isdigit()
            else "unparseable")


def segments(tally):
    return (sum(tally[s] for s in (9, 10)), sum(tally[s] for s in (7, 8)),
            sum(tally[s] for s in range(7)))


def summary(path):
    total = {"read": 0, "missing": 0, "faults": Counter(), "tally": Counter(),
             "plan": defaultdict(Counter), "country": defaultdict(Counter),
             "month": defaultdict(Counter)}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            total["read"] += 1
            score = score_of(row["score"])
            if score is None:
                total["missing"] += 1
            elif isinstance(score, str):
                total["faults"][score] += 1
            else:
                total["tally"][score] += 1
                for column in ("plan", "country"):
                    total[column][row[column]][score] += 1
                total["month"][row["submitted_at"][:7]][score] += 1
    return total


def test_value(p, a, d, t):
    """z of the score test of the difference t."""
    n = p + a + d
    e, b, c = 2 * n, -p - d + (2 * n - p + d) * t, -d * t * (1 - t)
    root = (b * b - 4 * e * c) ** 0.5
    q = (root - b) / (2 * e) if b <= 0 else -2 * c / (b + root)
    return (p - d - n * t) / (n * (2 * q + t * (1 - t))) ** 0.5


class Check:
    def __init__(self):
        self.wrong = []
        self.figures = 0

    def same(self, what, ours, theirs):
        self.figures += 1
        if ours != theirs:
            self.wrong.append(f"{what}: {theirs}, should be {ours}")

    def estimate(self, what, counts, found):
        p, a, d = counts
        n = p + a + d
        for name, count in zip(("promoters", "passives", "detractors"), counts):
            self.same(f"{what} {name}", count, found[name])
        nps = Fraction(100 * (p - d), n)
        self.same(f"{what} npsExact", str(nps), found["npsExact"])
        for end, sign in (("low", 1), ("high", -1)):
            t = found[end] / 100
            if abs(t) == 1:
                continue
            self.figures += 1
            # How far the end would have to move for the test to be at z.
            z = test_value(p, a, d, t)
            slope = (test_value(p, a, d, t + 1e-7) - z) / 1e-7
            off = abs((z - sign * Z) / slope) * 100
            if off > 1e-5:
                self.wrong.append(f"{what} {end}: {found[end]}, off by {off}")


def check(path, report):
    truth = summary(path)
    c = Check()
    tally = truth["tally"]
    rows = report["rows"]
    c.same("read", truth["read"], rows["read"])
    c.same("missing", truth["missing"], rows["missing"])
    c.same("scored", sum(tally.values()), rows["scored"])
    c.same("rejected", sum(truth["faults"].values()), rows["rejectedCount"])
    if rows["rejectedCount"] <= 1000:
        c.same("dispositions", truth["faults"],
               Counter(r["disposition"] for r in rows["rejected"]))
    c.same("distribution", [tally[s] for s in range(11)],
           report["distribution"])
    c.estimate("all", segments(tally), report["estimate"])
    for part in report["breakdowns"]:
        groups = truth[part["by"]]
        c.same(f"{part['by']} groups", len(groups), len(part["groups"]))
        for group in part["groups"]:
            counts = segments(groups[group["name"]])
            c.estimate(f"{part['by']} {group['name']}", counts,
                       group["estimate"])
            rest = segments(tally - groups[group["name"]])
            change = (Fraction(100 * (counts[0] - counts[2]), sum(counts)) -
                      Fraction(100 * (rest[0] - rest[2]), sum(rest)))
            c.same(f"{group['name']} difference", True,
                   abs(group["difference"]["change"] - change) < 1e-9)
    waves = report["waves"]["list"]
    c.same("months", sorted(truth["month"]), [w["name"] for w in waves])
    for wave in waves:
        c.estimate(wave["name"], segments(truth["month"][wave["name"]]),
                   wave["estimate"])
    return c


def main():
    program = sys.argv[1]
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "answers.csv"
        for seed, rows in ((1, 300), (2, 3_000), (3, most)):
            subprocess.run(
                [sys.executable, HERE / "make_answers.py", "--rows", str(rows),
                 "--seed", str(seed), "--out", path], check=True,
                stdout=subprocess.DEVNULL)
            run = subprocess.run(
                [program, "report", path, "--by", "plan", "--by", "country",
                 "--every", "month", "--min-group", "0", "--columns",
                 "score=score", "--format", "json"], capture_output=True,
                check=False)
            if run.returncode != 0:
                print(run.stderr.decode())
                sys.exit(1)
            found = check(path, json.loads(run.stdout))
            failed = failed or bool(found.wrong)
            print(f"{rows} rows, seed {seed}: {found.figures} figures, "
                  f"{len(found.wrong)} wrong")
            for line in found.wrong[:10]:
                print("  " + line)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
