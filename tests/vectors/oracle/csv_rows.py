#!/usr/bin/env python3
"""Writes tests/vectors/csv.json: bytes, and the rows that Python's csv module
(lenient, `strict=False`) reads from them.

    python3 tests/vectors/oracle/csv_rows.py > tests/vectors/csv.json

Empty lines are left out, as by every reader here. The random cases are made
of few characters, so that quotes, delimiters and line ends meet in every way.
"""

import base64
import csv
import io
import json
import random

NAMED = {
    "empty": (",", ""),
    "one cell": (",", "a"),
    "header and row": (",", "a,b,c\n1,2,3\n"),
    "no line end at the end": (",", "a,b\n1,2"),
    "crlf": (",", "a,b\r\n1,2\r\n"),
    "cr": (",", "a,b\r1,2\r"),
    "mixed line ends": (",", "a,b\n1,2\r\n3,4\r5,6"),
    "empty lines": (",", "\n\na,b\n\n\r\n1,2\n\n"),
    "empty cells": (",", ",,\n,\n"),
    "delimiter last": (",", "a,b,\n1,2,"),
    "quoted": (",", '"a","b"\n"1","2"\n'),
    "delimiter in quotes": (",", 'a,b\n1,"x,y"\n'),
    "doubled quotes": (",", 'a,b\n1,"ha ""ha"" ha"\n3,4\n'),
    "only doubled quotes": (",", 'a\n""""\n""""""\n'),
    "empty quotes": (",", 'a,b\n"",""\n""\n'),
    "lf in quotes": (",", 'a,b\n1,"x\ny"\n2,z\n'),
    "crlf in quotes": (",", 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n'),
    "cr in quotes": (",", 'a,b\r1,"x\ry"\r2,z\r'),
    "quote at the very end": (",", 'a,b\n1,"x"'),
    "quote within a cell": (",", 'a,b\n5" disk,x"y"z\n'),
    "blank before a quote": (",", 'a,b\n1, "x,y"\n'),
    "text after a quote": (",", 'a,b\n"x"y,z\n"p"q"r,s"\n'),
    "blank after a quote": (",", 'a,b\n"x" ,y\n'),
    "never closed": (",", 'a,b\n1,"x\n2,y\n'),
    "never closed, ends doubled": (",", 'a,b\n1,"x""'),
    "lone quote": (",", '"'),
    "semicolon": (";", 'a;b\n1,5;"x;y"\n'),
    "tab": ("\t", 'a\tb\n1\t"x\ty"\n'),
    "bar": ("|", 'a|b\n1|"x|y"\n'),
    "utf-8": (",", "größe,コメント\n7,\"é, ñ\"\n👍,x\n"),
    "json in a cell": (
        ",", 'k,v\n1,"{""type"": ""Point"", ""at"": [1, 2]}"\n'),
    "long line": (",", ",".join(str(i) for i in range(400)) + "\n"),
    "long quoted": (",", '"' + "x,\n" * 100 + '"\n1\n'),
    "block borders": (",", "".join(
        "a" * i + ',"' + "b" * (66 - i) + '"\n' for i in range(66))),
    "quotes over block borders": (",", "".join(
        '"' + '""' * i + '",x\n' for i in range(70))),
    "nul is a character": (",", "a,b\nx\0y,z\n"),
}


def rows_of(text, delimiter):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row for row in reader if row]


def main():
    csv.field_size_limit(1 << 20)
    cases = [(name, *case) for name, case in NAMED.items()]
    rng = random.Random(4180)
    alphabets = ['a",\n', 'ab",,\r\n', 'aé"";\r\n ', '"",\n', "a\t\"\r",
                 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",\n']
    for number in range(420):
        alphabet = rng.choice(alphabets)
        delimiter = next(c for c in ";\t," if c in alphabet)
        size = rng.choice([3, 6, 12, 40, 150, 400])
        text = "".join(rng.choices(alphabet, k=rng.randrange(1, size)))
        cases.append((f"random {number}", delimiter, text))
    print("[")
    for i, (name, delimiter, text) in enumerate(cases):
        case = {"name": name, "delimiter": delimiter,
                "input": base64.b64encode(text.encode()).decode(),
                "rows": rows_of(text, delimiter)}
        end = "," if i + 1 < len(cases) else ""
        print(json.dumps(case, ensure_ascii=False) + end)
    print("]")


if __name__ == "__main__":
    main()
