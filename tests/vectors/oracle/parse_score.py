"""Writes ../parse_score.json. A policy, so written down by hand: what a cell
says, never what it may have meant. Forms of exports: Qualtrics, SurveyMonkey
("10 - Extremely likely", "Not at all likely - 0"), spreadsheets, R, pandas,
SAS. Two public parsers read "^(\\d+)" and so take 10 from "10 people"; these
are the cases against them."""
from common import Vectors

out = Vectors(
    "Policy written by hand (tests/vectors/oracle/parse_score.py): whole "
    "numbers from 0 to 10 only, nothing rounded, clamped or guessed.")


def cells(disposition, *texts):
    for text in texts:
        out.add(f"{disposition}: {text!r}"[:80], "parseScore", {"raw": text},
                {"disposition": disposition, "score": None})


def score(value, *texts):
    for text in texts:
        out.add(f"{value}: {text!r}"[:80], "parseScore", {"raw": text},
                {"disposition": "ok", "score": value})


for n in range(11):
    score(n, str(n))
# Written otherwise, the same number
score(7, " 7 ", "\t7\r\n", "\u00a07\u202f", "\ufeff7", "7.0", "7,0", "7.000",
      "7.", "+7", "07", "007", "7e0", "0.7e1", "70E-1", '"7"', "'7'", "“7”",
      "\uff17", "\u0667", "\u06f7", "\u096d", "7\u200b")
score(10, "10.0", "1e1", "\uff11\uff10", "010", "+10,00")
score(0, "-0", "0.0", "0,000", "0e99999999999999999999", "\u22120", "00")
# With a label, as scales are exported
score(10, "10 - Extremely likely", "10 – Extremely likely",
      "10 — Extremely likely", "10: Extremely likely", "10 = Extremely likely",
      "10 (Extremely likely)", "Extremely likely - 10", "Extremely likely (10)",
      "10 - Äußerst wahrscheinlich", "10\u00a0-\u00a0Très probable",
      "10 - Muy probable", "Extremamente provável – 10", "10- Extremely likely",
      "10 -Extremely likely", "１０ － とても", "10 -\u00a0非常に高い", "NPS: 10")
score(0, "0 - Not at all likely", "Not at all likely - 0", "0: Not likely",
      "Not at all likely (0)", "Überhaupt nicht wahrscheinlich – 0")
score(7, "7.0 - Neutral", "Neutral - 7.0", "score=7", "Score: 7",
      "7 - somewhat/very likely")

cells("missing", "", " ", "\u00a0", "\t\r\n", "\ufeff", '""', "-", "--", "—",
      "–", ".", "...", "N/A", "n/a", "NA", "n.a.", "#N/A", "NaN", "null",
      "NULL", "nil", "None", "none", "<NA>", "(blank)", "[skipped]", "Skipped",
      "skip", "No answer", "No response", "not answered", "unanswered",
      "Not applicable", "Don't know", "Don’t know", "Prefer not to say",
      "undefined", "missing",
      "k.A.", "k. A.", "keine Angabe", "Keine Antwort", "nicht beantwortet",
      "übersprungen", "ÜBERSPRUNGEN", "Weiß nicht", "entfällt",
      "s.o.", "Sans réponse", "Pas de réponse", "NSP", "Non renseigné",
      "Ne se prononce pas", "Ignoré",
      "Sin respuesta", "NS/NC", "No contesta", "No aplica", "Omitido", "Vacío",
      "Sem resposta", "Não respondeu", "Não se aplica", "Não sei", "Pulado",
      "Em branco")

cells("out_of_range", "11", "-1", "\u22121", "–1", "100", "11.0", "1e2",
      "7.5e1", "-10", "1,000", "10,000", "1 000", "1'000", "1.000.000",
      "1\u202f000", "99999999999999999999999999", "1e400", "11 - Extremely likely",
      "-1 - Not applicable", "Other - 11", "Other - -1", "\uff11\uff11",
      "9,007,199,254,740,993", "256", "4294967303", "18446744073709551623")

cells("non_integer", "7.5", "7,5", ".5", "9.9999999999999999999999", "10.5",
      "-0.5", "0.1", "75e-1", "1e-400", "7.5 - Neutral", "Neutral - 7.5",
      "6.999999999999999999999999999", "1,0001", "0,001")

cells("unparseable", "seven", "ten", "VII", "Promoter", "about 7", "7 or 8",
      "7-8", "7 - 8", "9-10", "7/10", "7 / 10", "10/10", "70%", "7 out of 10",
      "10 people told me", "I give it a 9", "I waited 2 hours - 3", "9-ish",
      "10-Extremely likely", "Room 9 - great", "7 8", "7,", "7-", "- 7", "--7",
      "+-7", "+", "(7)", "10 -", "10 - ", "10:30", "10:", ": 10", "=7", "=7+1",
      "2024-05-01", "05.01.2024", "1.2.3", "1,00,000", "1.000,5.0", "0x7",
      "1e", "1e+", "e1", "Infinity", "∞", "½", "7\ufe0f\u20e3", "⑦", "7★", "$7",
      "#7", "7\x00", "\x007", "7\x7f", "true", "?", "likely -7", "true - ",
      "10 - a\nb", "10 - " + "very " * 40 + "likely", "12 - 5", "7 Extremely likely",
      "Extremely likely 10", "5 stars", "8+", "<7", "7;8", "10, extremely likely")
out.write("parse_score.json")
