"""``citewell refs list``: the lock in words, for people and programs, without the web."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from tests.cli.project import Project

from citewell.citations.reference_status import list_statuses
from citewell.model.evidence import Lock, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.lock_text import write_lock_text
from citewell.source.load import load

LOCK = "content_src/references.lock"
DAY = date(2026, 2, 20)
RETRACTED = Notice(
    NoticeKind.RETRACTION, "Crossref", "2025-12-01", "10.1000/note", reason="error in data", seen=date(2026, 2, 1)
)


@pytest.fixture
def looked_up(small: Project) -> Project:
    """A project of whose references one is fine but retracted, one broken and one was not looked up."""
    references = load(small.root).site.bibliography.references

    def locked(key: str, verdict: Verdict, reason: str) -> LockedReference:
        return LockedReference(compute_fingerprint(references[key]), verdict, DAY, reason)

    dead = locked("example-page", Verdict.BROKEN, "the server answered 404 (not found) (seen on two days)")
    fine = locked("example-study", Verdict.OK, "the page is there and has the right title")
    fine = replace(fine, final_url="https://press.example/study", notices=(RETRACTED,))
    lock = Lock({"example-page": replace(dead, failed_on=(DAY, DAY)), "example-study": fine})
    small.write(LOCK, write_lock_text(lock))
    return small


def cited(project: Project, key: str) -> int:
    texts = (path.read_text(encoding="utf-8") for path in (project.root / "content_src").rglob("*.md"))
    return sum(text.count(f"@{key}") for text in texts)


def test_a_table_that_fits_a_terminal_of_eighty_columns(looked_up: Project):
    done = looked_up.citewell("refs", "list", COLUMNS="80")

    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == ["Reference", "Verdict", "Checked", "Cited"]
    rows = {line.split()[0]: line.split()[1:] for line in lines[1:] if line.startswith("example")}
    assert rows["example-study"] == ["ok,", "retracted", "20", "Feb", "2026", f"{cited(looked_up, 'example-study')}×"]
    assert rows["example-review"] == ["unchecked", "–", f"{cited(looked_up, 'example-review')}×"]
    assert "    The server answered 404 (not found) (seen on two days)." in lines
    assert "    It was retracted (Crossref, 2025-12-01): error in data; see 10.1000/note." in lines
    assert lines[-1] == "3 references: 1 ok, 1 broken, 1 unchecked. 1 of them retracted."
    only = looked_up.citewell("refs", "list", "--verdict", "retracted").out.splitlines()
    assert only[-1] == "1 reference: 1 ok. 1 of them retracted."


def test_a_long_key_is_cut_and_never_breaks_the_table(small: Project):
    key = "a-key-that-somebody-made-far-too-long-for-any-table-of-references-in-a-terminal"
    small.write("content_src/references/long.yml", f"references:\n  - {{id: {key}, type: webpage, title: Long}}\n")

    lines = small.citewell("refs", "list", COLUMNS="80").out.splitlines()

    assert max(map(len, lines)) <= 80
    assert any(line.startswith("a-key-that-somebody") and "…" in line for line in lines)


def test_json_has_exactly_these_keys(looked_up: Project):
    done = looked_up.citewell("refs", "list", "--format", "json")

    data = json.loads(done.out)
    assert set(data) == {"references"}
    study, page, review = data["references"]
    assert study == {
        "key": "example-study",
        "verdict": "ok",
        "checked": "2026-02-20",
        "final_url": "https://press.example/study",
        "reason": "the page is there and has the right title",
        "retraction": {
            "kind": "retraction",
            "published": "2025-12-01",
            "said_by": "Crossref",
            "doi": "10.1000/note",
            "pmid": None,
            "reason": "error in data",
        },
        "uses": cited(looked_up, "example-study"),
    }
    assert (page["verdict"], page["final_url"], page["retraction"]) == ("broken", None, None)
    nothing = dict.fromkeys(("verdict", "checked", "final_url", "reason", "retraction"))
    assert review == {"key": "example-review", **nothing, "uses": cited(looked_up, "example-review")}


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        (["broken"], ["example-page"]),
        (["unchecked"], ["example-review"]),
        (["ok", "broken"], ["example-study", "example-page"]),
        (["moved"], []),
        (["retracted"], ["example-study"]),
    ],
)
def test_only_references_with_a_verdict(looked_up: Project, asked: list[str], keys: list[str]):
    options = [word for verdict in asked for word in ("--verdict", verdict)]

    done = looked_up.citewell("refs", "list", *options, "--format", "json")

    assert [row["key"] for row in json.loads(done.out)["references"]] == keys


def test_what_was_changed_since_is_unchecked(looked_up: Project):
    path = next((looked_up.root / "content_src" / "references").iterdir()).relative_to(looked_up.root)
    looked_up.replace(str(path), "title: Example page", "title: Another page")

    rows = json.loads(looked_up.citewell("refs", "list", "--format", "json").out)["references"]

    assert {row["key"]: row["verdict"] for row in rows}["example-page"] is None


def test_an_accepted_finding_needs_nobody_any_more(looked_up: Project):
    def needing() -> set[str]:
        content = load(looked_up.root)
        rows = list_statuses(content.site, content.documents)
        return {row.reference.key for row in rows if row.needs_an_editor}

    assert needing() == {"example-study", "example-page"}
    path = next((looked_up.root / "content_src" / "references").iterdir()).relative_to(looked_up.root)
    accepted = "accepted: [{finding: retraction, reason: cited as a warning, by: editors, date: 2026-02-21}]"
    looked_up.replace(str(path), "kind: research-study", f"kind: research-study\n      {accepted}")
    assert needing() == {"example-page"}
    lines = looked_up.citewell("refs", "list").out.splitlines()
    assert "ok, retracted" in next(line for line in lines if line.startswith("example-study"))
    assert lines[-1] == "3 references: 1 ok, 1 broken, 1 unchecked. 1 of them retracted (accepted)."


def test_a_damaged_lock_is_not_taken_for_one_that_knows_nothing(looked_up: Project):
    looked_up.write(LOCK, "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n")

    for arguments in (["list"], ["list", "--format", "json"], ["impact", "--verdict", "retracted"]):
        done = looked_up.citewell("refs", *arguments)
        assert (done.code, done.out) == (2, "")
        assert f"{LOCK}:1: cannot be read: git left a conflict in it" in done.err
        assert "--from-scratch" in done.err


def test_an_unknown_verdict_is_refused_with_all_there_are(small: Project):
    done = small.citewell("refs", "list", "--verdict", "dead")

    assert done.code == 2
    assert "'wrong-page'" in done.err


def test_characters_that_steer_a_terminal_are_written_out(looked_up: Project):
    text = looked_up.read(LOCK).replace("404 (not found)", "\\u001b[31m\\u202eevil")
    looked_up.write(LOCK, text)

    out = looked_up.citewell("refs", "list").out

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "evil" in out


def test_it_needs_none_of_the_packages_of_the_extra():
    code = (
        "import sys; from citewell.__main__ import main; main(['refs', 'list']); "
        "print([name for name in ('httpx', 'hishel', 'trafilatura', 'pypdf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("more.yml", "- id: lost\n  type: webpage\n  title: Lost\n"),
        ("more.yml", "refs:\n  - {id: lost, type: webpage, title: Lost}\n"),
        ("more.yml", "reference:\n  - {id: lost, type: webpage, title: Lost}\n"),
        ("more.yml", "references:\n"),
        ("more.yml", "references: lost\n"),
        ("more.yml", "references:\n  lost: {type: webpage, title: Lost}\n"),
        ("more.yml", "references:\n  - {type: webpage, title: Lost}\n"),
        ("more.yml", "references: [{id: lost, type: webpage\n"),
        ("more.yml", "@article{lost, title={Lost}}\n"),
        ("more.yml", ""),
        ("more.yaml", "references:\n  - {id: lost, type: webpage, title: Lost}\n"),
        ("more/more.yml", "references:\n  - {id: lost, type: webpage, title: Lost}\n"),
    ],
)
def test_a_file_whose_references_cannot_be_read_is_named(small: Project, name: str, text: str):
    path = small.root / "content_src" / "references" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")

    done = small.citewell("refs", "list")

    assert done.code == 1
    assert f"content_src/references/{name.partition('/')[0]}: could not be read completely" in done.err
    assert "example-page" in done.out
    assert small.citewell("check").code == 1


@pytest.mark.parametrize("command", ["list --format json", "impact example-page"])
def test_other_lists_name_it_too_and_stay_readable_for_programs(small: Project, command: str):
    small.write("content_src/references/more.yml", "refs:\n  - {id: lost, type: webpage, title: Lost}\n")

    done = small.citewell("refs", *command.split())

    assert done.code == 1
    assert "content_src/references/more.yml: could not be read completely" in done.err
    assert "more.yml" not in done.out


@pytest.mark.parametrize(
    "text", ["references: []\n", "references:\n  - {id: found, type: webpage, title: Found, issued: soon}\n"]
)
def test_a_file_of_which_no_reference_is_lost_is_not_named(small: Project, text: str):
    small.write("content_src/references/more.yml", text)

    done = small.citewell("refs", "list")

    assert (done.code, done.err) == (0, "")
