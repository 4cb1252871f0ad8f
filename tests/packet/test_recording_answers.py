"""What a reviewer answered is recorded; what is in doubt is named, and signs nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.packet.reviewed import ARTICLE, REVIEWER, SLUG, Desk

SUDDEN = "a sudden and very bad headache"
ALL = ["content", "what-is-known", "when-to-get-help-in-the-uk", "key-takeaways"]


def test_a_yes_to_each_statement_signs_each_section(desk: Desk):
    done = desk.record(desk.answers(note="Read with the guideline."))
    assert (done.code, done.err) == (0, "")
    assert "Recorded 8 verdicts in content_src/reviews/can-stress-cause-headaches.yml." in done.out
    assert desk.signed == ALL
    assert 'note: "Read with the guideline."' in desk.recorded
    assert desk.site.citewell("check").code == 0


@pytest.mark.parametrize("verdict", ["partly", "no", "cannot-tell", "wrong", ""])
def test_anything_but_a_yes_leaves_its_section_open_and_the_others_signed(desk: Desk, verdict: str):
    done = desk.record(desk.answers({SUDDEN: verdict}))
    assert done.code == 0
    assert desk.signed == [each for each in ALL if each != "when-to-get-help-in-the-uk"]
    assert "When to get help in the UK: not signed, 1 statement without a yes" in done.out
    assert (f'no answer to "{SUDDEN}"' in done.out) == (not verdict)


@pytest.mark.parametrize(
    ("verdict", "finding"), [("no", "warning[REV012]"), ("wrong", "warning[REV012]"), ("partly", "advice[REV012]")]
)
def test_findings_come_back_at_the_line_and_go_when_the_sentence_changes(desk: Desk, verdict: str, finding: str):
    answers = desk.answers({SUDDEN: verdict})
    next(each for each in answers["answers"] if each["text"] == SUDDEN)["note"] = "Only with a stiff neck."
    desk.record(answers)
    found = desk.site.citewell("check", "--advise").out
    assert f"{ARTICLE}:32:3: {finding}" in found
    assert "Only with a stiff neck." in found
    desk.site.replace(ARTICLE, "- a sudden and", "- a stiff neck and a sudden and")
    assert f": {finding}" not in desk.site.citewell("check", "--advise").out


def test_without_the_signature_only_verdicts_are_recorded(desk: Desk):
    done = desk.record(desk.answers(signed=False, note="Not finished."))
    assert done.code == 0
    assert desk.signed == []
    assert desk.recorded.count("verdict: ") == 8
    assert 'note: "Not finished."' in desk.recorded
    assert desk.record(desk.answers(), "--only-verdicts").code == 0
    assert desk.signed == []


@pytest.mark.parametrize(
    ("old", "new", "left_out"),
    [
        ("## What is known", "## What is certain", "what-is-certain"),
        ("Take 5 to 10 minutes of rest. [no source: advice]\n", "", "what-is-known"),
        ("What is known about stress", "What is certain about stress", "content"),
    ],
)
def test_a_section_that_is_not_as_the_packet_showed_it_is_not_signed(desk: Desk, old: str, new: str, left_out: str):
    answers = desk.answers()
    desk.site.replace(ARTICLE, old, new)
    desk.record(answers)
    assert left_out not in desk.signed
    assert len(desk.signed) == len(ALL) - 1


def test_the_same_file_twice_is_recorded_once(desk: Desk):
    answers = desk.save(desk.answers())
    desk.record(answers)
    before = desk.recorded
    done = desk.record(answers)
    assert "These answers are recorded already." in done.out
    assert (done.code, desk.recorded) == (0, before)


def cut_off(answers: dict[str, Any]) -> str:
    return json.dumps(answers)[:-200]


def nested(answers: dict[str, Any]) -> str:
    return json.dumps(answers).replace('"note": ""', f'"note": {"[" * 100_000}{"]" * 100_000}', 1)


def changed(**values: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Other values in the head, or with ``answer`` in the first answer."""

    def change(answers: dict[str, Any]) -> dict[str, Any]:
        first = values.pop("answer", None)
        answers["answers"][0].update(first or {})
        return {**answers, **values}

    return change


def repeated(answers: dict[str, Any]) -> dict[str, Any]:
    return {**answers, "answers": [*answers["answers"], {**answers["answers"][0], "verdict": "wrong"}]}


FATAL = {
    "cut off": (cut_off, "REV031"),
    "nested": (nested, "REV031"),
    "a name twice": (lambda answers: json.dumps(answers).replace("{", '{"by": "x", ', 1), "REV031"),
    "empty": (lambda _: "", "REV031"),
    "binary": (lambda _: "\0\0\0", "REV031"),
    "a list": (lambda answers: json.dumps(answers["answers"]), "REV031"),
    "another version": (changed(version=9), "REV032"),
    "another article": (changed(slug="other"), ""),
    "a person unknown": (changed(by="nobody"), "REV033"),
    "nobody": (changed(by=""), "REV033"),
    "a number for a name": (changed(by=7), "REV034"),
    "tomorrow's tomorrow": (changed(on="2026-03-05"), "REV034"),
    "no day": (changed(on="soon"), "REV034"),
    "signed by a word": (changed(signed="yes"), "REV034"),
    "sections that are none": (changed(sections=["content"]), "REV034"),
    "a section without a digest": (changed(sections={"content": "x"}), "REV034"),
}


@pytest.mark.parametrize(("spoil", "code"), FATAL.values(), ids=FATAL)
def test_a_file_that_cannot_be_meant_records_nothing(desk: Desk, spoil: Callable[[Any], object], code: str):
    done = desk.record(desk.save(spoil(desk.answers())))
    assert done.code in {1, 2}
    assert code in done.out + done.err
    assert done.out.count("error[") == (1 if code else 0)
    assert "Traceback" not in done.err
    assert desk.recorded == ""


PARTIAL = {
    "another word": (changed(answer={"verdict": "mostly"}), "REV035"),
    "a digest that does not match": (changed(answer={"digest": "1:0123456789ab"}), "REV037"),
    "a digest that is not one": (changed(answer={"digest": "=1+1"}), "REV034"),
    "half a character for a claim": (changed(answer={"claim": "\ud800"}), "REV034"),
    "an id with a line of YAML": (changed(answer={"claim": "x\n- by: somebody"}), "REV034"),
    "another claim": (changed(answer={"claim": f"{SLUG}-00000000", "digest": "1:0123456789ab"}), "REV037"),
    "two answers": (repeated, "REV036"),
    "an endless note": (changed(answer={"note": "x" * 100_000}), "REV034"),
}


@pytest.mark.parametrize(("spoil", "code"), PARTIAL.values(), ids=PARTIAL)
def test_an_answer_in_doubt_is_named_once_and_signs_nothing_while_the_rest_is_recorded(
    desk: Desk, spoil: Callable[[Any], object], code: str
):
    done = desk.record(spoil(desk.answers()))
    assert done.code == 1
    assert done.out.count("error[") == 1
    assert f"error[{code}]" in done.out
    assert desk.recorded.count("verdict: ") >= 7
    if code != "REV034" or "endless" not in done.out:
        assert "what-is-known" in desk.signed


ODD_FORMS: dict[str, Callable[[str], str]] = {
    "other answers before, further in": lambda text: text.replace("{", '{"more": {"answers": [1], "by": "x"}, ', 1),
    "names with escapes": lambda text: text.replace('"answers"', r'"\u0061nswers"').replace(
        '"verdict"', r'"v\u0065rdict"'
    ),
}


@pytest.mark.parametrize("rewrite", ODD_FORMS.values(), ids=ODD_FORMS)
def test_answers_are_found_however_their_json_is_written(desk: Desk, rewrite: Callable[[str], str]):
    text = rewrite(json.dumps(changed(answer={"verdict": "mostly"})(desk.answers()), indent=1))
    done = desk.record(text)
    line = 1 + text[: text.index('"mostly"')].count("\n")
    column = text.split("\n")[line - 1].index('"mostly"') + 1
    assert f"FILE:{line}:{column}: error[REV035]" in done.out
    assert (done.code, done.err) == (1, "")
    assert desk.recorded.count("- claim: ") == 7


def test_ten_thousand_answers_to_nothing_are_named_and_approve_nothing(desk: Desk):
    usual = {"verdict": "yes", "note": "", "text": "Odd words."}
    odd = [{"claim": f"{SLUG}-{each:08x}", "digest": f"1:{each:012x}", **usual} for each in range(10_000)]
    done = desk.record(desk.answers(answers=odd))
    assert done.code == 1
    assert desk.signed == []
    assert desk.recorded.count("verdict: ") == 200
    assert done.out.count("error[REV037]") <= 101
    assert "9,900 more" in done.out


def test_a_huge_file_is_not_read(desk: Desk, tmp_path: Path):
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    done = desk.record(huge)
    assert (done.code, desk.recorded) == (1, "")
    assert "FILE:1:1: error[SEC016] the file is 1,048,576 MiB" in done.out


def test_a_reviewer_who_may_not_review_is_refused(desk: Desk):
    answers = desk.answers()
    desk.site.replace("content_src/people.yml", "    register: Example Register\n", "")
    done = desk.record(answers)
    assert (done.code, desk.recorded) == (2, "")
    assert "needs more in content_src/people.yml for a medical review: register" in done.err


def test_an_article_with_an_error_keeps_the_answers_and_is_not_approved(desk: Desk):
    answers = desk.answers()
    desk.site.replace(ARTICLE, "topics: [headache]\n", "")
    done = desk.record(answers)
    assert done.code == 0
    assert "No section is approved: " in done.out
    assert "the check finds 1 error in it" in done.out
    assert desk.signed == []
    assert desk.recorded.count("verdict: ") == 8


# ------------------------------------------------------------------------------------------------------ the worksheet


def worksheet(desk: Desk, verdict: str = "yes") -> list[list[str]]:
    """The rows of the worksheet, filled in."""
    text = desk.site.citewell("claims", "content_src/articles", "--format", "csv").out.removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(text))
    place = head.index("Verdict")
    for row in rows:
        if row[4].startswith(("cited", "waived")):
            row[place] = verdict
    return [head, *rows]


def save(desk: Desk, rows: Sequence[Sequence[str]], encoding: str = "utf-8", **form: Any) -> Path:
    """The worksheet as a spreadsheet program saves it."""
    text = io.StringIO()
    csv.writer(text, **{"lineterminator": "\r\n", **form}).writerows(rows)
    file = desk.folder / "worksheet.csv"
    file.write_bytes(text.getvalue().encode(encoding, "replace"))
    return file


FORMS: dict[str, dict[str, Any]] = {
    "as it was": {},
    "Excel in UTF-8": {"encoding": "utf-8-sig"},
    "Excel in German": {"encoding": "cp1252", "delimiter": ";"},
    "Excel as Unicode text": {"encoding": "utf-16", "delimiter": "\t"},
    "LibreOffice with all cells quoted": {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"},
    "an old Mac": {"quoting": csv.QUOTE_ALL, "lineterminator": "\r"},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_worksheet_is_read_as_each_program_saves_it(desk: Desk, form: dict[str, Any]):
    done = desk.record(save(desk, worksheet(desk), **form), "--by", REVIEWER)
    assert (done.code, done.err) == (0, ""), done.out
    assert desk.signed == ALL


def test_columns_may_be_moved_added_and_left_out_and_rows_sorted(desk: Desk):
    head, *rows = worksheet(desk, " YES ")
    chosen = [head.index(name) for name in ("Section", "Digest", "Verdict", "Id")]
    moved = [[*(row[place] for place in chosen), "my own"] for row in reversed(rows)]
    file = save(desk, [["section", "DIGEST", "verdict ", "id", "Mine"], *moved], delimiter=";")
    file.write_bytes(b"sep=;\r\n" + file.read_bytes())
    done = desk.record(file, "--by", REVIEWER)
    assert (done.code, desk.signed) == (0, ALL), done.out


def test_section_whose_heading_has_changed_since_the_worksheet_was_made_is_not_signed(desk: Desk):
    rows = worksheet(desk)
    desk.site.replace(ARTICLE, "## What is known", "## What is known now")
    done = desk.record(save(desk, rows), "--by", REVIEWER)
    assert (done.code, desk.signed) == (0, [each for each in ALL if each != "what-is-known"]), done.out
    assert "it has changed since it was read" in done.out


def test_worksheet_names_the_cell_of_what_it_cannot_take(desk: Desk):
    head, *rows = worksheet(desk)
    sudden = next(number for number, row in enumerate(rows) if row[3] == SUDDEN)
    rows[sudden][6] = "=cmd|' /C calc'!A0"
    rows[2][6], rows[2][7] = "", "look at this"
    done = desk.record(save(desk, [head, *rows]), "--by", REVIEWER)
    assert done.code == 1
    assert f"error[REV035] cell G{sudden + 2}: \"=cmd|' /C calc'!A0\" is a formula, not a verdict" in done.out
    assert "warning[REV038] cell G4: no answer to" in done.out
    assert "the note on it is not recorded: “look at this”" in done.out
    assert desk.signed == ["what-is-known", "key-takeaways"]


def test_worksheet_needs_a_name(desk: Desk):
    done = desk.record(save(desk, worksheet(desk)))
    assert (done.code, desk.recorded) == (1, "")
    assert "error[REV033] these answers do not say whose they are" in done.out
