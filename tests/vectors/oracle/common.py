"""What the oracles share: 50 digits, exact fractions, and how vectors are
written. The oracles are written against mpmath and use other algorithms than
the engine wherever there is a choice. Run one to write its file:

    /usr/bin/python3 tests/vectors/oracle/estimate.py
"""
import json
import pathlib
from fractions import Fraction

from mpmath import mp, mpf

mp.dps = 50
FOLDER = pathlib.Path(__file__).resolve().parent.parent


def z_of(confidence):
    """Two-sided normal quantile of a confidence given as decimal."""
    return mp.sqrt(2) * mp.erfinv(mpf(str(confidence)))


def z_of_power(power):
    return mp.sqrt(2) * mp.erfinv(2 * mpf(str(power)) - 1)


def to_mpf(x):
    if isinstance(x, Fraction):
        return mpf(x.numerator) / mpf(x.denominator)
    return mpf(x)


def number(x):
    """The double nearest to x."""
    x = to_mpf(x)
    return 0.0 if x == 0 else float(x)


class Vectors:
    def __init__(self, source):
        self.source = source
        self.vectors = []

    def add(self, name, call, request, value=None, tolerance=None, errors=None):
        assert all(v["name"] != name for v in self.vectors), name
        vector = {"name": name, "call": call, "request": request}
        if errors is not None:
            vector["errors"] = [{"code": c, "where": w} for c, w in errors]
        else:
            vector["value"] = value
            vector["tolerance"] = tolerance or {}
        self.vectors.append(vector)

    def write(self, file):
        lines = ",\n    ".join(
            json.dumps(v, ensure_ascii=False) for v in self.vectors)
        text = '{\n  "source": %s,\n  "vectors": [\n    %s\n  ]\n}\n' % (
            json.dumps(self.source), lines)
        (FOLDER / file).write_text(text, encoding="utf-8")
        print(file, len(self.vectors))
