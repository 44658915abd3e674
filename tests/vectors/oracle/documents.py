#!/usr/bin/env python3
"""Makes tests/vectors/documents.json: requests of every call about surveys,
systematic and random, sound and spoilt, with the reply of the JSON door. The
replies show that three ways of reading agree, not that they are right.

    cmake --build build/native --target looplet_answer_calls
    python3 tests/vectors/oracle/documents.py [PROGRAM]
"""
import copy
import json
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else (
    ROOT / "build/native/tests/looplet_answer_calls")
rnd = random.Random(20261105)

ALL = {
    "format": 1, "id": "all", "revision": 4, "locale": "en",
    "subject": {"en": "Acme", "de": "Acme GmbH"}, "owner": "Zoë",
    "privacy": {"text": {"en": "Privacy", "de": "Datenschutz"},
                "url": "https://example.com/privacy"},
    "traits": [{"name": "plan", "values": ["free", "pro"]}],
    "steps": [
        {"id": "score", "type": "nps",
         "text": {"en": "How likely? {plan|}", "de": "Wie sehr?"},
         "low": "Not", "high": "Very", "help": "{{subject} is {subject}"},
        {"id": "stars", "type": "rating", "text": "Stars?", "low": "Bad",
         "high": "Good", "points": 7, "style": "stars", "metric": "ces",
         "optional": True,
         "next": [{"when": {"all": [{"segment": ["detractor", "passive"]},
                                    {"not": {"trait": "plan", "is": "pro"}}]},
                   "to": "why"}]},
        {"id": "note", "type": "statement", "text": "You gave {score}",
         "button": {"en": "On", "de": "Weiter"}},
        {"id": "why", "type": "choice", "text": "Why {segment}?", "many": True,
         "other": True, "otherText": "Else", "shuffle": True,
         "options": [{"id": "slow", "text": "Slow", "theme": "performance_speed"},
                     {"id": "dear", "text": "Dear 💶", "theme": "pricing_value"},
                     {"id": "odd", "text": {"en": "Odd", "de": "Seltsam"}}],
         "next": [{"when": {"any": [{"theme": "pricing_value"},
                                    {"step": "why", "includes": "other"},
                                    {"locale": "de"}]}, "to": "tell"},
                  {"when": {"score": {"from": 3, "to": 5}}, "to": "who"}]},
        {"id": "tell", "type": "text", "text": "Tell us about {why|it}",
         "placeholder": "…", "maxLength": 40, "optional": True},
        {"id": "who", "type": "contact", "text": "Who?", "optional": True,
         "fields": ["name", "email"], "consent": "Keep it"},
        {"id": "agree", "type": "consent", "text": "Quote?", "label": "Yes"},
        {"id": "end", "type": "end", "text": "Thanks {who|friend}: {tell}",
         "actions": [{"kind": "review", "text": "Review",
                      "url": "https://example.com/?s={score}&t={tell}"},
                     {"kind": "copy", "text": "Code", "code": "SAVE10"}]}]}

surveys = {"all": ALL}
for name in ["after-support-case", "employees", "saas-relationship",
             "shop-after-delivery"]:
    path = ROOT / f"examples/surveys/{name}.json"
    surveys[name] = json.loads(path.read_text(encoding="utf-8"))

ANSWERS = {
    "score": [0, 3, 6, 7, 8, 10, 11, -1, 6.5, 1e300, "7", None, True],
    "stars": [1, 7, 0, 8, None, [], {}],
    "note": [None, 1, ""],
    "why": ["slow", ["dear"], ["slow", "dear"], ["dear", "dear"], "other",
            {"options": ["odd"], "other": "mïne"}, {"options": []},
            {"options": [], "other": " "}, {"other": "x"}, "zz", None, 5,
            ["slow", 5], {"options": "slow"}],
    "tell": ["!?", "", "   ", "x" * 41, "😀" * 40, "a\"b\\c\n\t\u0001",
             "\u2028{score}", None, False],
    "who": [{"name": "Zoë", "email": "z@example.com", "consent": True},
            {"name": "Zoë", "consent": False}, {"email": "bad", "consent": True},
            {"phone": "1"}, {}, None, "Zoë", {"name": 1}, {"odd": 1}],
    "agree": [True, False, None, "true", 1],
    "end": [None, 1],
}
GOOD = {"score": 4, "stars": 3, "note": None,
        "why": {"options": ["dear"], "other": "mine"}, "tell": "!?",
        "who": {"name": "Zoë", "email": "z@example.com", "consent": True},
        "agree": True}
VALUES = [None, True, False, 0, 1, -1, 2.5, 1e-7, 9007199254740993, 1e22, "",
          "x", "end", "ä€😀", "a" * 70, "https://example.com", [], {}, ["x"],
          [None], {"en": "x"}, {"x": {"y": []}}, "a/b~c"]

vectors = []


def add(name, call, request, survey=None):
    vectors.append({"name": f"{len(vectors):03} {call}: {name}", "call": call,
                    **({"survey": survey} if survey else {}),
                    "request": request})


def state(given, survey="all", **more):
    document = surveys[survey]
    return {"survey": document["id"], "revision": document["revision"],
            "locale": "en", "seed": 3, "given": given, **more}


def places(document, path=()):
    yield path
    items = (document.items() if isinstance(document, dict)
             else enumerate(document) if isinstance(document, list) else ())
    for key, value in items:
        yield from places(value, path + (key,))


def spoilt(document):
    """The document with one thing about it changed."""
    document = copy.deepcopy(document)
    path = rnd.choice([p for p in places(document) if p])
    parent = document
    for key in path[:-1]:
        parent = parent[key]
    what = rnd.randrange(4)
    if what == 0:
        del parent[path[-1]]
    elif what == 1 and isinstance(parent, dict):
        parent["stray"] = copy.deepcopy(rnd.choice(VALUES))
    elif what == 2 and isinstance(parent, list):
        parent.extend(copy.deepcopy(parent))
    else:
        parent[path[-1]] = copy.deepcopy(rnd.choice(VALUES))
    return document, "/".join(map(str, path))


for key in surveys:
    for locale in ["", "de-AT", "fr", "no tag"]:
        add(f"{key} in '{locale}'", "start", {"locale": locale, "seed": 7}, key)
    add(key, "check", {}, key)
    add(f"{key}, first answer", "answer", {"state": state([], key), "answer": 3}, key)
for options in [{"seed": s} for s in (0, -1, 1.5, "1", None, 2**53)] + [
        {"traits": t} for t in ({"plan": "pro"}, {"plan": 7, "x": True},
                                {"plan": [1]}, {"a b": "c"}, [], {"plan": ""},
                                {"plan": "ä€😀"}, {"constructor_": "x"})]:
    add(json.dumps(options), "start", options, "all")

ids = [step["id"] for step in ALL["steps"]]
given = []
for step in ids:
    for value in ANSWERS[step]:
        add(f"{step} {json.dumps(value)[:40]}", "answer",
            {"state": state(given), "answer": value}, "all")
    add(f"from {step}", "back", {"state": state(given)}, "all")
    add(f"at {step}", "response",
        {"state": state(given, traits={"plan": "pro"}),
         "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
         "clientTime": "2026-11-05T09:30:00.25Z"}, "all")
    if step != "note" and step in GOOD:  # a 4 is led past the note
        given = given + [{"step": step, "answer": GOOD[step]}]

whole = {"state": state(given), "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
         "clientTime": "2026-11-05T09:30:00Z",
         "sentTime": "2026-11-05T09:30:01Z", "page": "/pricing", "seq": 2}
for _ in range(30):
    request, where = spoilt(whole)
    add(f"without {where}", "response", request, "all")
for _ in range(30):
    request, where = spoilt({"state": state(given[:3]), "answer": "x"})
    add(f"spoilt {where}", rnd.choice(["answer", "back"]), request, "all")
for _ in range(50):
    survey, where = spoilt(ALL)
    if rnd.random() < 0.3:
        survey, more = spoilt(survey)
        where += " and " + more
    add(f"spoilt {where}", rnd.choice(["check", "start"]), {"survey": survey})
for survey in VALUES:
    add(f"of {json.dumps(survey)[:30]}", "check", {"survey": survey})
add("nothing", "check", {})

nested = {}
for _ in range(26):
    nested = {"not": nested}
for deeper in range(2):
    survey = copy.deepcopy(ALL)
    survey["steps"][0]["next"] = [{"when": nested, "to": "note"}]
    add(f"nested {32 + deeper} levels", "start", {"survey": survey})
    nested = {"not": nested}

for baseline in [None, {"promoters": 6, "passives": 3, "detractors": 1},
                 {"promoters": 0, "passives": 0, "detractors": 0},
                 {"scores": [1, 0, 2, 0, 0, 4, 1, 7, 9, 12, 30]},
                 {"scores": [1] * 10}, {"promoters": 1}, {"promoters": -1,
                 "passives": 2.5, "detractors": "3"}, [], 7,
                 {"promoters": 123457, "passives": 76543, "detractors": 98765}]:
    for score in [0, 7, 10]:
        add(f"{score} after {json.dumps(baseline)}", "preview",
            {"baseline": baseline, "score": score})
for request in [{}, [], None, 7, {"score": 11}, {"score": None}]:
    add(json.dumps(request), "preview", request)


def text(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


lines = []
for vector in vectors:
    request = vector["request"]
    if "survey" in vector:
        request = {"survey": surveys[vector["survey"]], **request}
    lines.append(vector["call"] + "\t" + text(request))
replies = subprocess.run([PROGRAM], input="\n".join(lines) + "\n", check=True,
                         capture_output=True, encoding="utf-8").stdout
# Not splitlines: a text may hold U+2028.
for vector, reply in zip(vectors, replies.split("\n")[:-1], strict=True):
    vector["reply"] = reply

body = ['{"source":"tests/vectors/oracle/documents.py",', '"surveys":{']
body.append(",\n".join(text(k) + ":" + text(v) for k, v in surveys.items()))
body.append('},"vectors":[')
body.append(",\n".join(text(vector) for vector in vectors))
body.append("]}\n")
(ROOT / "tests/vectors/documents.json").write_text("\n".join(body),
                                                   encoding="utf-8")
print(len(vectors), "vectors;",
      sum('"ok":true' in v["reply"][:12] for v in vectors), "answered")
