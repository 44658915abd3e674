#!/usr/bin/env python3
"""Writes a CSV of answers to measure readers with, and its truth.

    python3 bench/make_answers.py --rows 1000000 --out answers.csv

The file has what real exports have: comments with commas, quotes, line
breaks and several scripts, scores that are blank, out of range, fractions,
words, or labels. The truth (JSON on standard output) is counted while
writing, from what was meant, so that no parser takes part in it. The same
seed gives the same bytes.
"""

import argparse
import json
import random
import sys

PLANS = ["free", "starter", "team", "business", "enterprise"]
COUNTRIES = ["DE", "US", "FR", "BR", "ES", "JP", "IN", "GB"]
OPENINGS = [
    "The new dashboard is quick", "Support answered within the hour",
    "Invoices are hard to read", "Exports time out on big projects",
    "Onboarding took us two days", "Die Suche ist viel zu langsam",
    "L'équipe est très réactive", "La aplicación se cierra sola",
    "O preço subiu de novo", "サポートが親切でした", "Great value for us",
    "The mobile app keeps logging me out",
]
MIDDLES = [
    ", and the team likes it", "; we told you so in May", ' - "it just works"',
    ", but the price went up", " since the last release", "\nStill waiting",
    ", \"really\", no joke", " – schön gemacht", " 👍", ", honestly",
    ".\r\nSecond line of the comment", " compared with what we had before",
]
ENDINGS = [
    ".", "!", ". Please fix it soon.", " (see my ticket).", ", thanks.",
    ". We would buy again, and so would our partners abroad.", " ...",
    ". It is the one thing that keeps us from rolling it out to all teams.",
]
# What people and programs write where a score should be, and what it is.
ODD = [
    ("", "missing"), ("", "missing"), ("", "missing"), ("N/A", "missing"),
    ("11", "out_of_range"), ("-1", "out_of_range"), ("100", "out_of_range"),
    ("7.5", "non_integer"), ("8,5", "non_integer"), ("great", "unparseable"),
    ("10 - Extremely likely", 10), ("Not at all likely - 0", 0), (" 9 ", 9),
]
# Weights of 0 to 10 in a product people rather like.
WEIGHTS = [3, 1, 2, 2, 3, 7, 8, 14, 20, 19, 21]


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def comments(rng, count):
    pool = []
    for _ in range(count):
        parts = [rng.choice(OPENINGS)]
        parts += rng.choices(MIDDLES, k=rng.randrange(1, 4))
        text = "".join(parts) + rng.choice(ENDINGS)
        needs = any(c in text for c in ',"\r\n')
        pool.append(quoted(text) if needs else text)
    return pool


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--odd", type=float, default=0.02,
                        help="share of rows whose score is odd")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    pool = comments(rng, 20_000)
    scores = rng.choices(range(11), weights=WEIGHTS, k=options.rows)
    tally = [0] * 11
    other = {"missing": 0, "out_of_range": 0, "non_integer": 0,
             "unparseable": 0}
    size = 0
    with open(options.out, "wb") as out:
        lines = ["respondent_id,submitted_at,plan,country,score,comment,"
                 "page\n"]
        for row in range(options.rows):
            if rng.random() < options.odd:
                cell, meaning = rng.choice(ODD)
                if "," in cell:
                    cell = quoted(cell)
                if isinstance(meaning, int):
                    tally[meaning] += 1
                else:
                    other[meaning] += 1
            else:
                cell = scores[row]
                tally[cell] += 1
            bits = rng.getrandbits(48)
            comment = "" if bits & 15 == 0 else pool[(bits >> 4) % 20_000]
            lines.append(
                f"r-{bits:012x},2026-{1 + bits % 12:02d}-{1 + bits % 28:02d}"
                f"T{bits % 24:02d}:{bits % 60:02d}:00Z,"
                f"{PLANS[bits % 5]},{COUNTRIES[bits >> 3 & 7]},{cell},"
                f"{comment},/projects/{bits % 997}\n")
            if len(lines) == 10_000:
                size += out.write("".join(lines).encode())
                lines.clear()
        size += out.write("".join(lines).encode())
    json.dump({"rows": options.rows, "bytes": size, "tally": tally, **other},
              sys.stdout)
    print()


if __name__ == "__main__":
    main()
