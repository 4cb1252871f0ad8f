"""Claims go out with their evidence, verdicts come back: shown as whose they are, and never a review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.packet.reviewed import ARTICLE, SLUG, Desk, find, words

from citewell.keys.json_schema import schema_of

SUDDEN = "a sudden and very bad headache"
PROGRAM = {"program": "example-verifier", "version": "2.1", "date": "2026-02-20"}


def pairs(desk: Desk, *slugs: str) -> list[dict[str, Any]]:
    done = desk.site.citewell("verify", "--export", *slugs)
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def verdicts(desk: Desk, **values: Any) -> list[dict[str, Any]]:
    """A program's verdicts on all pairs."""
    return [
        {
            "article": pair["article"],
            "claim": pair["claim"],
            "digest": pair["digest"],
            "verdict": "yes",
            **PROGRAM,
            **values,
        }
        for pair in pairs(desk)
    ]


def take_back(desk: Desk, lines: list[Any] | str) -> tuple[int, str]:
    """Import verdicts: the exit code and what was said."""
    file = desk.folder / "verdicts.jsonl"
    text = lines if isinstance(lines, str) else "".join(f"{json.dumps(line)}\n" for line in lines)
    file.write_text(text, encoding="utf-8")
    done = desk.site.citewell("verify", "--import", str(file))
    assert "Traceback" not in done.err
    return done.code, (done.out + done.err).replace(str(file), "FILE")


def test_pairs_are_as_their_schema_says_and_hold_what_a_judge_needs(desk: Desk):
    found = pairs(desk, SLUG)
    validator = jsonschema.Draft202012Validator(schema_of("pairs"))
    assert [error.message for pair in found for error in validator.iter_errors(pair)] == []
    assert len(found) == 6
    sudden = next(pair for pair in found if pair["text"] == SUDDEN)
    assert (sudden["context"], sudden["block"]) == (f"Call 999 now if you have: {SUDDEN}", "emergency")
    assert (sudden["path"], sudden["line"]) == (ARTICLE, 32)
    presses = next(pair for pair in found if pair["text"] == "It presses.")
    assert presses["context"] == "Tension – How it feels: It presses."
    (citation,) = presses["citations"]
    assert (citation["locator"], citation["quote"], citation["verdict"]) == ("section 2", None, "ok")
    assert citation["reference"]["url"] == "https://health.example.org/page"
    assert citation["reference"]["year"] == 2021


def test_answers_and_verdicts_are_as_their_schemas_say(desk: Desk):
    for name, value in (("review-answers", desk.answers()), ("verdicts", verdicts(desk)[0])):
        validator = jsonschema.Draft202012Validator(schema_of(name))
        assert [error.message for error in validator.iter_errors(value)] == []
        assert not validator.is_valid({**value, next(iter(value)): 5})


def test_a_programs_verdict_is_shown_as_that_and_is_no_review(desk: Desk):
    code, said = take_back(desk, verdicts(desk, verdict="no", note="It says “some”."))
    assert (code, said) == (0, f"Recorded 6 verdicts in content_src/reviews/{SLUG}.yml.\n")
    assert "programs:\n  - program: example-verifier\n" in desk.recorded
    assert desk.signed == []
    found = desk.site.citewell("check").out
    assert f"{ARTICLE}:32:3: warning[REV050] the program example-verifier 2.1 says that" in found
    assert desk.site.citewell("check", "--release").out.count("error[REV050]") == 0
    packet = words(desk.packet().body)
    assert "example-verifier 2.1, a computer program, on 20 February 2026: No. Note: It says “some”." in packet
    claims = json.loads(desk.site.citewell("claims", "--format", "json").out)["claims"]
    (given,) = next(claim for claim in claims if claim["text"] == SUDDEN)["verdicts"]
    assert given == {
        "who": "example-verifier 2.1",
        "program": True,
        "date": "2026-02-20",
        "verdict": "no",
        "note": "It says “some”.",
        "of_old_words": False,
    }


def test_what_a_program_doubts_comes_first_in_its_group_and_a_person_decides(desk: Desk):
    throbs = next(line for line in verdicts(desk, verdict="no") if line["claim"].endswith("483004ff"))
    take_back(desk, [throbs])
    group = find(desk.packet(), '.part[data-group="other"]')
    assert find(group, ".claim").attributes["data-text"] == "It throbs."
    assert "REV050" in desk.site.citewell("check").out
    desk.record(desk.answers())
    assert "REV050" not in desk.site.citewell("check").out


def test_a_persons_verdicts_are_recorded_as_theirs_without_a_review(desk: Desk):
    lines = [{**line, "program": "", "version": "", "by": "ada-fiction"} for line in verdicts(desk)]
    assert take_back(desk, lines)[0] == 0
    assert "people:\n  - by: ada-fiction\n" in desk.recorded
    assert desk.signed == []
    assert take_back(desk, lines) == (0, "6 verdicts of this file: recorded already.\n")


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "an article unknown": ({"article": "nothing"}, 'REV034] "article" must be the name of an article\'s folder'),
    "a person unknown": ({"by": "ada", "program": "", "version": ""}, 'REV033] these answers are by "ada"'),
    "a person and a program": ({"by": "ada-fiction"}, 'REV034] "program" must be a person, or a program'),
    "no version": ({"version": ""}, 'REV034] "program" must be a person, or a program'),
    "tomorrow": ({"date": "2026-03-02"}, 'REV034] "date" must be a day'),
    "no day": ({"date": "soon"}, 'REV034] "date" must be a day'),
    "another word": ({"verdict": "supported"}, 'REV035] "supported" is not a verdict'),
    "no word": ({"verdict": ""}, 'REV035] "" is not a verdict'),
    "a number": ({"claim": 7}, 'REV034] "claim" must be the id that was there'),
    "another state of the claim": ({"digest": "1:0123456789ab"}, "REV037] the sources of a statement have changed"),
    "an odd digest": ({"digest": "../x"}, 'REV034] "digest" must be the digest that was there'),
    "a name with a line end": ({"program": "a\nb"}, 'REV034] "program" must be a person, or a program'),
}


@pytest.mark.parametrize(("values", "said"), BAD.values(), ids=BAD)
def test_a_bad_line_is_one_finding_and_the_others_are_recorded(desk: Desk, values: dict[str, Any], said: str):
    first, *rest = verdicts(desk)
    code, told = take_back(desk, [{**first, **values}, *rest])
    assert code == 1
    assert told.count("error[") == 1
    assert f"FILE:1:1: error[{said}" in told
    assert desk.recorded.count("claim: ") >= len(rest)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"article": "x"}', "null", "[" * 50_000])
def test_a_file_of_something_else_is_one_finding(desk: Desk, text: str):
    code, told = take_back(desk, text)
    assert (code, told.count("error["), desk.recorded) == (1, 1, "")


def test_either_way_but_not_both(desk: Desk, tmp_path: Path):
    (tmp_path / "x").touch()
    for arguments in ([], ["--export", "--import", str(tmp_path / "x")], ["--import", str(tmp_path / "x"), SLUG]):
        done = desk.site.citewell("verify", *arguments)
        assert done.code == 2
        assert "choose --export [SLUG]... [-o FILE], or --import FILE" in done.err
