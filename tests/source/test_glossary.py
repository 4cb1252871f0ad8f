"""``glossary.yml``: what it gives, and how its faults are noted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from citewell.model.glossary import Term
from citewell.model.source_location import SourceText
from citewell.project import Project
from citewell.source.glossary import read_glossary
from citewell.source.load import load
from tests.source.wording import detail_of

BACK_PAIN = Path(__file__).parents[1] / "sites/back-pain"


def test_terms_keep_the_order_of_the_file_and_all_their_spellings():
    text = "terms:\n- {term: CT, plain: a scan}\n- term: biopsy\n  plain: a  small\n    sample\n  also: [biopsies]\n"
    assert read_glossary(SourceText("glossary.yml", text))[:2] == (
        (Term("CT", "a scan", ("CT",)), Term("biopsy", "a small sample", ("biopsy", "biopsies"))),
        (),
    )


@pytest.mark.parametrize(
    ("text", "problem", "terms"),
    [
        ("terms:\n- {term: a, plain: b, see: c}\n", "2:23 unknown-key see", ["a"]),
        ("terms:\n- {term: a}\n- {term: b, plain: c}\n", "2:4 missing-key plain", ["b"]),
        ("terms:\n- {term: a, plain: }\n", '2:13 wrong-value "plain" has no value', []),
        ("terms:\n- {term: a, plain: b, also: c}\n", '2:29 wrong-value "also" must be a list', ["a"]),
        ("terms:\n- {term: a, plain: b}\n- {term: A, plain: c}\n", '3:10 wrong-value "A" is already above', ["a"]),
        ("words: []\n", "1:1 missing-key terms", []),
        ("# nothing yet\n", "1:1 empty-file ", []),
    ],
)
def test_faults_are_noted_at_their_place_and_the_rest_is_read(text: str, problem: str, terms: list[str]):
    glossary, noted, _ = read_glossary(SourceText("glossary.yml", text))
    assert problem in [f"{each.location.line}:{each.location.column} {each.kind} {detail_of(each)}" for each in noted]
    assert [term.term for term in glossary] == terms


def test_the_file_belongs_to_the_content_and_may_be_missing(tmp_path: Path):
    content = tmp_path / "content_src"
    content.mkdir()
    (content / "site.yml").write_text("publisher: Citewell\n", encoding="utf-8")
    assert load(Project(tmp_path)).site.glossary == ()

    shutil.copy(BACK_PAIN / "content_src" / "glossary.yml", content)
    site = load(Project(tmp_path)).site
    assert site.problems == ()
    assert {"biopsy", "MRI", "retroperitoneum"} <= {term.term for term in site.glossary}
