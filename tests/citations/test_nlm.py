"""Full entries are those of the NLM style: compared with pandoc's citeproc on works of every sort.

``nlm/combinations`` holds works in which the fields' values meet in many ways (``nlm/generate.py`` writes them),
``nlm/by_hand`` works as health pages cite them, and ``nlm/differences.yml`` each entry that is not the style's, with
the reason. ``nlm/values.py`` tries many values of each field one by one; ``nlm/value_differences.yml`` gives one reason
for all entries that differ in the same way. One thing is not compared: pandoc makes straight apostrophes curly, we
print what an editor typed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from tests.citations.nlm.generate import TABLES, file_text
from tests.citations.nlm.values import value_works
from tests.citations.oracle import csl_items, json_item, nlm_entries

from citewell.citations.entry import join_entry_text, make_entry, make_page_entry
from citewell.model import csl_variables
from citewell.model.references import Reference
from citewell.model.source_location import SourceText
from citewell.source.bibliography import read_bibliography

CORPUS: Final = Path(__file__).parent / "nlm"
FILES: Final = sorted([*CORPUS.glob("combinations/*.yml"), *CORPUS.glob("by_hand/*.yml")])
OURS: Final = sorted((Path(__file__).parents[1] / "sites/back-pain/content_src/references").glob("*.yml"))
LEAST_EQUAL: Final = 0.98
LABELLED: Final = {"editor", "translator", "editor-translator", "collection-editor"}
TYPES: Final = (
    *("article-journal", "webpage", "report", "book", "chapter", "thesis", "dataset", "legislation"),
    *("paper-conference", "article-newspaper", "post-weblog", "motion_picture", "article-magazine", "periodical"),
    *("review", "entry-encyclopedia", "software", "speech", "patent", "standard", "article", "broadcast", "regulation"),
)


def read(files: list[Path]) -> dict[str, Reference]:
    """The references of bibliography files, which must be without a problem."""
    return read_texts(*(path.read_text("utf-8") for path in files))


def read_texts(*texts: str) -> dict[str, Reference]:
    bibliography, problems, _ = read_bibliography([SourceText(f"{n}.yml", text) for n, text in enumerate(texts)])
    assert problems == ()
    return dict(bibliography.references)


def unlike(works: Mapping[str, Reference], style: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The style's entry and ours, where they differ."""
    pairs = {key: (style[key], join_entry_text(make_entry(work))) for key, work in works.items()}
    return {key: pair for key, pair in pairs.items() if straight(pair[0]) != straight(pair[1])}


def straight(text: str) -> str:
    return text.replace("’", "'")


@pytest.fixture(scope="module")
def works() -> dict[str, Reference]:
    return read(FILES)


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    return [item for path in FILES for item in csl_items(path)]


@pytest.fixture(scope="module")
def style(items: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return nlm_entries(items, tmp_path_factory.mktemp("nlm"))


@pytest.fixture(scope="module")
def different(works: dict[str, Reference], style: dict[str, str]) -> dict[str, tuple[str, str]]:
    return unlike(works, style)


def test_the_corpus_is_large_and_has_every_type_of_work(items):
    assert len(items) >= 400
    types = Counter(item["type"] for item in items)
    assert not [name for name in TYPES if types[name] < 40]
    assert types.keys() == csl_variables.TYPES


@pytest.mark.parametrize("csl_type", TABLES)
def test_the_combinations_are_those_of_their_tables(csl_type):
    """If this fails, run ``python -m tests.citations.nlm.generate``."""
    assert (CORPUS / f"combinations/{csl_type}.yml").read_text("utf-8") == file_text(csl_type)


def test_entries_equal_the_style(works, different):
    assert 1 - len(different) / len(works) >= LEAST_EQUAL


def test_each_difference_is_explained_one_by_one(different):
    listed = yaml.safe_load((CORPUS / "differences.yml").read_text("utf-8"))
    assert {each["id"]: (each["style"], each["ours"]) for each in listed} == different
    assert all(len(each["why"]) > 40 for each in listed)


def test_each_value_of_a_field_reads_as_in_the_style_or_better(tmp_path):
    items = value_works()
    assert len(items) >= 1900
    works = read_texts(json.dumps({"references": items}, ensure_ascii=False))
    listed = yaml.safe_load((CORPUS / "value_differences.yml").read_text("utf-8"))
    explained = {(pair["style"], pair["ours"]) for kind in listed for pair in kind["entries"]}
    found = set(unlike(works, nlm_entries([json_item(item) for item in items], tmp_path)).values())
    assert found - explained == set()
    assert explained - found == set()
    assert all(len(kind["why"]) > 40 for kind in listed)


def test_the_style_is_changed_in_nothing_but_where_a_label_stands(items, style, tmp_path):
    as_published = nlm_entries(items, tmp_path, names_first=False)
    changed = {item["id"] for item in items if as_published[item["id"]] != style[item["id"]]}
    assert changed
    assert all(LABELLED & item.keys() for item in items if item["id"] in changed)


def test_the_references_of_a_whole_site_read_as_in_the_style(tmp_path):
    works = read(OURS)
    style = nlm_entries([item for path in OURS for item in csl_items(path)], tmp_path)
    equal = [key for key, work in works.items() if straight(join_entry_text(make_entry(work))) == straight(style[key])]
    assert len(equal) / len(works) >= LEAST_EQUAL


def test_a_page_tells_all_that_the_full_entry_tells_but_addresses(works):
    for key, work in works.items():
        if {"container-title-short", "journalAbbreviation"} & work.fields.keys():
            continue  # a page prints a journal's whole name instead
        full = re.split(r"Available from:|doi:|PubMed ", join_entry_text(make_entry(work)))[0]
        lost = _words(full) - _words(join_entry_text(make_page_entry(work))) - {"internet", "no", "nos"}
        assert not lost, key


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
