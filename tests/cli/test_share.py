"""``citewell share``: a block is written once, and whatever else is in the files stays as it was."""

from __future__ import annotations

import pytest
from tests.cli.project import Project
from tests.content import Results

from citewell.project import Project as Content
from citewell.source.load import load

ONE = "content_src/articles/can-stress-cause-headaches/article.md"
TWO = "content_src/articles/two/article.md"
SHARED = "content_src/shared/call-now.md"
CARD = ":::{emergency} Call 999 now if you have\n- a sudden and very bad headache [@example-page]\n:::\n"


@pytest.fixture
def pair(small: Project) -> Project:
    """Two articles with the same card, which differs in white space."""
    text = small.read(ONE).replace("Can <stress>", "Does <stress>")
    (small.root / TWO).parent.mkdir()
    small.write(TWO, text.replace("- a sudden and very", "-   a sudden and\n    very"))
    return small


def line_of(project: Project, words: str, path: str = ONE) -> int:
    return next(n for n, line in enumerate(project.read(path).splitlines(), 1) if words in line)


def test_a_block_is_shared_with_every_article_that_has_it(pair: Project):
    before, numbered = pair.read(ONE), pair.citewell("claims", "--format", "json").out
    line = line_of(pair, "a sudden")

    done = pair.citewell("share", f"{ONE}:{line}", "--name", "call-now")

    assert (done.code, done.err) == (0, "")
    assert f"Wrote {SHARED}:\n  :::{{emergency}} Call 999 now if you have\n" in done.out
    assert f"Used it in 2 places, with the line :::{{use}} call-now\n  {ONE}:{line - 1}:1\n  {TWO}:" in done.out
    assert pair.read(SHARED) == CARD
    assert pair.read(ONE) == before.replace(CARD, ":::{use} call-now\n")
    assert ":::{use} call-now" in pair.read(TWO)
    after = pair.citewell("claims", "--format", "json").out
    assert texts(after) == texts(numbered)
    assert "ART06" not in pair.citewell("check").out


def texts(ledger: str) -> list[str]:
    return [line for line in ledger.splitlines() if '"text"' in line or '"key"' in line or '"id"' in line]


def test_the_pages_of_the_site_are_the_same_to_the_byte(pair: Project):
    before = Results(load(Content(pair.root))).docs.files
    assert pair.citewell("share", f"{ONE}:{line_of(pair, 'a sudden')}").code == 0
    assert Results(load(Content(pair.root))).docs.files == before


def test_line_ends_and_byte_order_mark_stay(pair: Project):
    path = pair.root / TWO
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert pair.citewell("share", f"can-stress-cause-headaches:{line_of(pair, 'a sudden')}").code == 0

    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"\r\n:::{use} emergency-call-999-now-if-you\r\n\r\n:::{key-takeaways}\r\n" in data


def test_a_dry_run_changes_nothing(pair: Project):
    before = pair.read(ONE)
    done = pair.citewell("share", f"{ONE}:{line_of(pair, 'a sudden')}", "--name", "call-now", "--dry-run")
    assert done.code == 0
    assert done.out.startswith(f"Would write {SHARED}:\n")
    assert done.out.endswith("Nothing was changed.\n")
    assert pair.read(ONE) == before
    assert not (pair.root / SHARED).exists()


def test_a_text_that_is_shared_already_is_used(pair: Project):
    pair.write(SHARED, CARD)
    done = pair.citewell("share", f"{ONE}:{line_of(pair, 'a sudden')}")
    assert done.out.startswith(f"{SHARED} already says this.\nUsed it in 2 places")
    assert pair.read(SHARED) == CARD


def test_a_table_goes_with_its_caption(small: Project):
    table = "| A | B |\n|---|---|\n| One [@example-page] | Two [@example-page] |\n\nTable: What is what\n"
    small.write(ONE, small.read(ONE).replace("## When", f"{table}\n## When"))
    done = small.citewell("share", f"{ONE}:{line_of(small, '| One')}", "--name", "call-now")
    assert done.code == 0
    assert small.read(SHARED) == table
    assert "Table:" not in small.read(ONE)


REFUSED = {
    "a heading": ("## What is known", "a heading cannot be shared"),
    "the takeaway": ("Stress is one of several causes of", "a takeaway cannot be shared"),
    "the front matter": ("topics:", "there is no block on this line"),
    "a block without an end": ("not closed", "the block"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_shared_is_refused_in_a_line(what: str, small: Project):
    words, message = REFUSED[what]
    small.write(ONE, f"{small.read(ONE)}\n:::{{note}}\nThis is not closed. [@example-page]\n")
    before = small.read(ONE)

    done = small.citewell("share", f"{ONE}:{line_of(small, words)}")

    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "Traceback" not in done.err
    assert small.read(ONE) == before
    assert not (small.root / "content_src/shared").exists()


@pytest.mark.parametrize("name", ["call-now", "Call Now", "CALL-NOW"])
def test_a_name_that_is_taken_or_is_not_one_is_refused(name: str, small: Project):
    small.write(SHARED, "Something else. [no source: advice]\n")
    done = small.citewell("share", f"{ONE}:{line_of(small, 'a sudden')}", "--name", name)
    assert done.code == 2
    assert "name" in done.err
    assert small.read(SHARED) == "Something else. [no source: advice]\n"
    assert CARD in small.read(ONE)


@pytest.mark.parametrize("place", [ONE, f"{ONE}:0", f"{ONE}:99999", "content_src/site.yml:1", "nothing:3", ":4"])
def test_a_place_that_is_none_is_refused(place: str, small: Project):
    done = small.citewell("share", place)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("citewell: error: ")
