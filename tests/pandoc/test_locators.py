"""Places in a source (``p. 3``) are read as pandoc's citeproc reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from citewell.model.inlines import Citation
from citewell.source.citation_syntax import read_bracket
from citewell.source.locators import TERMS
from tests.pandoc.corpus_files import lines
from tests.pandoc.oracle import FORMAT, HERE, as_typed, run_pandoc

SHOWN = re.compile(r"\((?P<label>[^⟪()]*)(?:⟪(?P<locator>.*)⟫)?\)(?P<rest>.*)")
VALUES = [
    "3",
    "3-5",
    "3, 5",
    "iv",
    "iv-vi",
    "IV, 7",
    "S1",
    "1.11.2",
    "12ff",
    "3(b)",
    "(3)",
    "A",
    "four",
    "3 more",
    "3: x",
]
SPACES = [" ", ""]


def test_corpus() -> None:
    assert_same(lines("locators"))


def test_every_term_with_every_value() -> None:
    terms = [term for forms in TERMS.values() for term in forms]
    assert_same([f", {term}{space}{value}" for term, space, value in product(terms, SPACES, VALUES)])


def assert_same(written: Sequence[str]) -> None:
    ours = [we_read(behind) for behind in written]
    pandocs = citeproc_reads(written)
    assert {behind: us for behind, us, pandoc in zip(written, ours, pandocs, strict=True) if us != pandoc} == {}


def we_read(behind: str) -> tuple[str, str, str]:
    """Label, locator and the words after it, of what stands behind a key."""
    found = read_bracket(f"@a{behind}", 1)
    assert isinstance(found, Citation), behind
    item = found.items[0]
    return (
        (item.label or "").replace("-", " "),
        _value(item.locator or ""),
        _bare(item.suffix or ""),
    )


def citeproc_reads(written: Sequence[str]) -> list[tuple[str, str, str]]:
    """The same from pandoc, whose citeproc writes what it read as ``shown.csl`` says, one citation a line."""
    text = "---\nreferences: [{id: a, type: book}]\n---\n\n" + "".join(f"[@a{behind}]\n\n" for behind in written)
    options = ("--citeproc", "--csl", str(HERE / "shown.csl"), "--to", "plain", "--wrap", "none")
    shown = run_pandoc(text, "--from", f"{FORMAT}+yaml_metadata_block", *options).strip("\n").split("\n\n")
    assert len(shown) == len(written)
    return [_parts(line) for line in shown]


def _parts(line: str) -> tuple[str, str, str]:
    match = SHOWN.match(line)
    if match is None:  # it writes nothing of its own where there is neither label nor locator
        return "", "", _bare(line)
    # Braces without a term and without a number: citeproc then writes no label, though it read a page.
    return match["label"] or "page", _value(match["locator"] or ""), _bare(match["rest"])


def _value(locator: str) -> str:
    """A value without citeproc's typesetting of ranges and lists."""
    return re.sub(r",(?=\S)", ", ", as_typed(locator).replace("–", "-"))


def _bare(words: str) -> str:
    """Words behind a locator without the comma before them and, where they are nothing else, punctuation."""
    bare = as_typed(words).lstrip(" ,")
    return bare if bare.strip(".: ") else ""
