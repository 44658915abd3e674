#!/usr/bin/env python3
"""Writes tests/vectors/exports.json: what each file of tests/vectors/exports
says, read by Python's csv and json modules by columns named here by hand.

    python3 tests/vectors/oracle/exports.py

Nothing is recognised or found here: for every file a person wrote down which
column is what, which values mean what, and how its times are written. A row is
[line, standing, score or disposition, comment, id, respondent, locale, time].
"""
import csv
import json
import pathlib
from datetime import datetime, timezone

FOLDER = pathlib.Path(__file__).resolve().parent.parent
EXPORTS = FOLDER / "exports"


def unix(text, form):
    """Unix seconds of a text in strptime's form; civil times as if in UTC."""
    if not text:
        return None
    if form == "unix":
        return int(text)
    if form == "iso":
        return int(datetime.fromisoformat(text.replace("Z", "+00:00"))
                   .timestamp() // 1)
    if form == "google":  # 2026/05/04 9:12:33 AM GMT+2
        moment, zone = text.rsplit(" GMT", 1)
        seconds = unix(moment, "%Y/%m/%d %I:%M:%S %p")
        return seconds - int(zone) * 3600
    moment = datetime.strptime(text, form).replace(tzinfo=timezone.utc)
    return int(moment.timestamp())


def score(text):
    """The number, or what is wrong; only what these files hold."""
    text = "" if text is None else str(text)
    for label in ("Extremely likely - ", "Not at all likely - "):
        text = text.removeprefix(label)
    if text in ("", "n/a"):
        return "missing"
    number = float(text)
    if number != int(number):
        return "non_integer"
    return int(number) if 0 <= number <= 10 else "out_of_range"


def csv_rows(file, headings=1, delimiter=",", encoding="utf-8"):
    with open(EXPORTS / file, encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter)
        names, line = None, 1
        for number, cells in enumerate(reader):
            if number == 0:
                names = cells
            elif number >= headings:
                row = {}
                for name, cell in zip(names, cells):
                    row.setdefault(name, cell)
                yield line, row
            line = reader.line_num + 1


def dig(record, path):
    for part in path.split("/"):
        record = record.get(part) if isinstance(record, dict) else None
    return record


def json_rows(text, items):
    """Items with the line that each begins on, found by its own text."""
    at = 0
    decoder = json.JSONDecoder()
    for item in items:
        while True:
            at = text.index("{", at)
            try:
                value, end = decoder.raw_decode(text, at)
            except ValueError:
                value = None
            if value == item:
                break
            at += 1
        yield text.count("\n", 0, at) + 1, item
        at = end


def reading(rows, get, columns, standing, time_form, duplicates=(), fix=None):
    """`columns` names, by role; `duplicates` are places in `rows`, from 0."""
    out = []
    for place, (line, row) in enumerate(rows):
        def cell(role):
            value = get(row, columns[role]) if role in columns else ""
            return "" if value is None else str(value)
        if place in duplicates:
            continue
        comment = cell("comment")
        out.append([line, standing(row), score(get(row, columns["score"])),
                    fix(comment) if fix else comment, cell("id"),
                    cell("respondent"), cell("locale"),
                    unix(cell("time"), time_form) if "time" in columns
                    else None])
    return out


def by_name(row, name):
    return row[name]


def complete(row):
    return "complete"


FILES = []


def table(file, format, columns, standing=complete, time="iso", headings=1,
          delimiter=",", duplicates=(), fix=None):
    rows = list(csv_rows(file, headings, delimiter))
    FILES.append({
        "file": file, "format": format, "kind": "CSV", "columns": columns,
        "duplicates": len(duplicates), "read": len(rows),
        "rows": reading(rows, by_name, columns, standing, time, duplicates,
                        fix)})


def records(file, format, columns, standing=complete, time="iso", within=None,
            lines=False, duplicates=()):
    text = (EXPORTS / file).read_text(encoding="utf-8")
    if lines:
        rows = [(i + 1, json.loads(line))
                for i, line in enumerate(text.splitlines())]
    else:
        items = json.loads(text)
        rows = list(json_rows(text, items[within] if within else items))
    FILES.append({
        "file": file, "format": format,
        "kind": "JSON Lines" if lines else "JSON",
        "columns": {role: path.replace("/", ".")
                    for role, path in columns.items()},
        "duplicates": len(duplicates), "read": len(rows),
        "rows": reading(rows, dig, columns, standing, time, duplicates)})


def finished(column, good, bad="partial"):
    return lambda row: "complete" if row[column] == good else bad


QUESTION = "How likely are you to recommend Acme?"

table("formbricks.csv", "Formbricks",
      {"score": "1. How likely are you to recommend Acme to a friend or "
                "colleague?",
       "comment": "2. To help us improve, can you describe the reason(s) for "
                  "your rating?",
       "id": "Response ID", "respondent": "User ID", "time": "Timestamp"},
      finished("Finished", "Yes"), "%Y-%m-%d %H:%M",
      fix=lambda text: text[1:] if text[:2] == "'=" else text)
table("formbricks_2026.csv", "Formbricks",
      {"score": "1. " + QUESTION,
       "comment": "2. What is the main reason for your score?",
       "id": "Response ID", "respondent": "User ID", "time": "Timestamp"},
      finished("Finished", "Yes"), "%Y-%m-%d %H:%M")
records("formbricks.jsonl", "Formbricks",
        {"score": "data/data/q9", "comment": "data/data/q10", "id": "data/id",
         "time": "data/createdAt"},
        lambda row: "complete" if row["data"]["finished"] else "partial",
        lines=True, duplicates=(0,))
table("posthog.csv", "PostHog",
      {"score": "1. How likely are you to recommend us to a friend?",
       "comment": "2. What is the main reason for your score?",
       "respondent": "Respondent ID", "time": "Submitted at (UTC)"},
      finished("Status", "Completed"), "%Y-%m-%d %H:%M:%S")


def posthog_event(row):
    if row["event"] in ("survey shown", "survey dismissed"):
        return "not_answered"
    if row["event"] != "survey sent":
        return "other_type"
    return "complete" if row["properties"]["$survey_completed"] else "partial"


records("posthog_events.jsonl", "PostHog",
        {"score": "properties/$survey_response",
         "comment": "properties/$survey_response_1",
         "id": "properties/$survey_submission_id", "respondent": "distinct_id",
         "locale": "properties/$survey_language", "time": "timestamp"},
        posthog_event, lines=True, duplicates=(1,))
table("typeform.csv", "Typeform",
      {"score": QUESTION, "comment": "What is the main reason?", "id": "#",
       "time": "Submit Date (UTC)"},
      finished("Response Type", "completed"), "%Y-%m-%d %H:%M:%S")
table("typeform_old.csv", "Typeform",
      {"score": "<strong>How likely are you to recommend {{field:name}}?"
                "</strong>",
       "comment": "What is the main reason?", "id": "#",
       "time": "Submit Date (UTC)"}, time="%Y-%m-%d %H:%M:%S")
table("surveymonkey.csv", "SurveyMonkey",
      {"score": "How likely is it that you would recommend this company to a "
                "friend or colleague?",
       "comment": "What changes would make you give a higher rating?",
       "id": "Respondent ID", "respondent": "Email Address",
       "time": "End Date"}, time="%m/%d/%Y %I:%M:%S %p", headings=2)
table("surveymonkey_old.csv", "SurveyMonkey",
      {"score": "How likely is it that you would recommend Acme to a friend?",
       "comment": "Why?", "id": "RespondentID", "respondent": "Email Address",
       "time": "EndDate"}, time="%m/%d/%Y %H:%M:%S", headings=2)


def qualtrics(row):
    if row["Status"] in ("1", "Survey Preview"):
        return "preview"
    if row["Status"] not in ("0", "IP Address"):
        return "excluded"
    done = row["Finished"] in ("1", "True") and row["Progress"] == "100"
    return "complete" if done else "partial"


table("qualtrics.csv", "Qualtrics",
      {"score": "Q1", "comment": "Q2", "id": "ResponseId",
       "locale": "UserLanguage", "time": "RecordedDate"},
      qualtrics, "%Y-%m-%d %H:%M:%S", headings=3)
table("qualtrics_labels.tsv", "Qualtrics",
      {"score": "Q1", "comment": "Q2", "id": "ResponseId",
       "respondent": "ExternalReference", "locale": "UserLanguage",
       "time": "RecordedDate"},
      qualtrics, "%Y-%m-%d %H:%M:%S", headings=3, delimiter="\t")
table("delighted.csv", "Delighted",
      {"score": "Score", "comment": "Comment", "id": "ID",
       "respondent": "Email", "time": "Created At"},
      finished("Survey Type", "nps", "other_type"), "%Y-%m-%d %H:%M:%S")
records("delighted.json", "Delighted",
        {"score": "score", "comment": "comment", "id": "id",
         "respondent": "person/email", "time": "created_at"}, time="unix")
table("wootric.csv", "Wootric",
      {"score": "Score", "comment": "Feedback", "respondent": "Email",
       "locale": "Language", "time": "Created At"}, time="%Y-%m-%d %H:%M:%S")
records("wootric.json", "Wootric",
        {"score": "score", "comment": "text", "id": "id",
         "respondent": "end_user/id", "time": "created_at"},
        lambda row: "excluded" if row["excluded_from_calculations"]
        else "complete", "unix", within="responses")


def asknicely(row):
    if row["question_type"] != "nps":
        return "other_type"
    return "complete" if row["answer"] else "not_answered"


ASKNICELY = {"score": "answer", "comment": "comment", "id": "response_id",
             "respondent": "person_id", "time": "responded"}
table("asknicely.csv", "AskNicely", ASKNICELY, asknicely, "unix")
records("asknicely.json", "AskNicely", ASKNICELY, asknicely, "unix",
        within="data")
table("google_forms.csv", "Google Forms",
      {"score": "How likely are you to recommend us to a friend or colleague?",
       "comment": "What is the main reason for your score?",
       "respondent": "Email Address", "time": "Timestamp"}, time="google")
table("google_forms_de.csv", "Google Forms",
      {"score": "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
       "comment": "Was ist der wichtigste Grund für Ihre Bewertung?",
       "respondent": "E-Mail-Adresse", "time": "Zeitstempel"},
      time="%d.%m.%Y %H:%M:%S")
table("google_sheet.csv", "Google Forms",
      {"score": "How likely are you to recommend us to a friend?",
       "comment": "Why?", "time": "Timestamp"}, time="%m/%d/%Y %H:%M:%S")
table("hubspot.csv", "HubSpot",
      {"score": "Response", "comment": "Follow Up Response", "id": "Record ID",
       "respondent": "Email", "time": "Survey Submission Date"},
      finished("Survey Type", "NPS", "other_type"), "%Y-%m-%d %H:%M")
records("hubspot.json", "HubSpot",
        {"score": "properties/hs_value", "comment": "properties/hs_content",
         "id": "id", "time": "properties/hs_submission_timestamp"},
        lambda row: "complete" if row["properties"]["hs_survey_type"] == "NPS"
        else "other_type", within="results")
table("looplet.csv", "Looplet",
      {"score": "score", "comment": "loved", "id": "id", "locale": "locale",
       "time": "answered_at"}, finished("complete", "1"))
table("plain.csv", "plain",
      {"score": "NPS score", "comment": "reason", "id": "response_id",
       "respondent": "customer_id", "time": "date"},
      time="%Y-%m-%d", delimiter=";", duplicates=(0,))

# Looplet's own records: what was written stands in the answers of type text.
lines = (EXPORTS / "looplet.jsonl").read_text(encoding="utf-8").splitlines()
FILES.append({
    "file": "looplet.jsonl", "format": "Looplet", "kind": "JSON Lines",
    "columns": {"score": "score", "comment": "answers.text", "id": "id",
                "locale": "locale", "time": "answeredAt"},
    "duplicates": 1, "read": len(lines),
    "rows": [[i + 1, "complete" if r["complete"] else "partial", r["score"],
              "\n".join(a["value"] for a in r["answers"]
                        if a["type"] == "text"),
              r["id"], "", r["locale"], unix(r["answeredAt"], "iso")]
             for i, r in enumerate(map(json.loads, lines)) if i != 1]})

text = ",\n  ".join(json.dumps(f, ensure_ascii=False) for f in FILES)
(FOLDER / "exports.json").write_text("[\n  %s\n]\n" % text, encoding="utf-8")
print("exports.json", len(FILES))
