"""A key is declared in one place: what a new one brings with it, and that no words reach readers undeclared."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from tests.content import Results
from tests.keys.filled import filled

from citewell.cli.template import front_matter
from citewell.keys import declared_files
from citewell.keys.handbook_tables import table_of, with_tables
from citewell.keys.json_schema import schema_of_group
from citewell.model.article import Article, FrontMatter
from citewell.model.keys import DeclaredKey, Form, Key, Need, Value, Wording, all_keys, group_in, group_of
from citewell.model.policies import Policies
from citewell.model.site import Settings, Site
from citewell.model.source_location import Placed, SourceText
from citewell.project import Project
from citewell.rules.article.required_keys import lacks
from citewell.source.article import parse_article
from citewell.source.forms import reader_of
from citewell.source.front_matter import read_front_matter
from citewell.source.ledger import make_ledger
from citewell.source.load import Content, load

ROOT = Path(__file__).resolve().parents[2]
CLAIM = "Ibuprofen cures back pain in 9 of 10 people."


@dataclass(frozen=True, slots=True)
class WithMotto(FrontMatter):
    """Front matter with one key more, which is declared here and nowhere else."""

    motto: Annotated[
        Placed | None,
        Key("What the page is for.", "To help", wording=Wording.PLAIN, where="at its end", need=Need()),
    ] = None


def article_with(line: str) -> Article:
    """An article whose front matter has the key, as the reader gives it."""
    source = SourceText("content_src/articles/x/article.md", f"---\ntitle: Is it?\n{line}\n---\n\nText. [@a]\n")
    read = read_front_matter(source, "x", WithMotto)
    assert read.problems == ()
    article = parse_article(source, slug="x")
    claims = make_ledger("x", read.texts, article.body)
    return replace(article, front=read.front, front_texts=read.texts, claims=claims, problems=())


def codes(article: Article) -> dict[str, str]:
    """The findings about the new key, as code and place."""
    found = Results(Content(Site(Settings()), (article,), ())).findings()
    return {each.code: str(each.location) for each in found if each.location.line == 3}


def test_a_new_key_is_read_checked_and_in_the_ledger():
    article = article_with("motto: To help")
    assert isinstance(article.front, WithMotto)
    assert str(article.front.motto) == "To help"
    assert ("motto", "To help", "label") in [(row.block, row.text, row.kind) for row in article.claims]
    assert codes(article) == {}


@pytest.mark.parametrize(("text", "code"), [(CLAIM, "ART041"), ("To help [@a]", "CIT014"), ("To **help**", "CIT014")])
def test_the_words_of_a_new_key_are_judged(text: str, code: str):
    assert codes(article_with(f'motto: "{text}"')) == {code: "content_src/articles/x/article.md:3:9"}


def test_a_new_key_may_be_required():
    assert lacks(article_with("status: draft"), "motto", Policies())
    assert not lacks(article_with("motto: To help"), "motto", Policies())


def test_a_new_key_is_in_the_template_the_handbook_and_the_schema():
    group = group_of(WithMotto)
    assert list(front_matter(group, {}, {}))[-2:] == ["# What the page is for.", "# motto: To help"]
    assert table_of(group).splitlines()[-1] == "| `motto` | What the page is for. | at its end | `To help` |"
    assert schema_of_group(group)["properties"]["motto"]["description"].startswith("What the page is for.")


def test_tables_of_the_handbook_are_those_of_the_declarations():
    for page in sorted((ROOT / "handbook").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        assert text == with_tables(text), f"run `python3 scripts/handbook.py` and commit {page.name}"


KEYS = [
    pytest.param(key, id=f"{name}: {key.name}")
    for name, group in declared_files().items()
    for key in all_keys(group)
    if key.declared.wording is not Wording.QUOTED and name != "references"
]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_its_help_and_every_shown_one_says_where(key: DeclaredKey):
    declared = key.declared
    assert declared.help.endswith(".")
    assert "\n" not in declared.help
    assert bool(declared.where) >= (declared.wording is not Wording.HIDDEN)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.CHOICE])
def test_every_form_can_be_read(form: Form):
    assert callable(reader_of(Value(form, str)))


# ------------------------------------------------------------------------------------------ what readers really see


TEXT = """\
It may hurt. [@a-key, quote a-name]
Walk. [no source: a-name]

:::{emergency}
- numb legs [@a-key]
:::
"""


def write_site(root: Path, words) -> None:
    """A site whose files have every key, with the words given for each text."""
    content = root / "content_src"
    (content / "references").mkdir(parents=True)
    (content / "articles" / "x").mkdir(parents=True)
    texts = {name: filled(group, words) for name, group in declared_files().items()}
    for name, file in {"site": "site.yml", "people": "people.yml", "glossary": "glossary.yml"}.items():
        (content / file).write_text(json.dumps(texts[name]), encoding="utf-8")
    (content / "references" / "a.yml").write_text(json.dumps(texts["references"]), encoding="utf-8")
    front = texts["front-matter"] | {"authors": ["a-name"], "status": "published"}
    text = "---\n" + yaml.safe_dump(front, allow_unicode=True) + "---\n\n" + TEXT
    (content / "articles" / "x" / "article.md").write_text(text, encoding="utf-8")
    (content / "articles" / "y").mkdir()
    (content / "articles" / "y" / "article.md").write_text(text.replace("published\n", "withdrawn\n"), encoding="utf-8")


def marked(path: str) -> str:
    """A text that can be found again: the path of its key in letters."""
    return "zz" + "".join(f"{ord(letter):02x}" for letter in path)


def test_every_text_that_reaches_a_page_is_declared_as_shown(tmp_path: Path):
    paths: dict[str, DeclaredKey] = {}

    def words(path: str, key: DeclaredKey) -> str:
        paths[marked(path)] = key
        return marked(path)

    write_site(tmp_path, words)
    made = Results(load(Project(tmp_path))).pages
    pages_in_small_letters = "\n".join(page.data().decode() for page in made).lower()
    seen = [key for mark, key in paths.items() if mark in pages_in_small_letters]
    assert {key.name for key in seen if key.declared.wording is Wording.HIDDEN} == NAMES_OF_FILES
    assert {key.name for key in seen} > {"title", "plain", "about", "reason", "alt", "emergency_link", "term", "label"}


#: Hidden texts that are on pages as addresses.
NAMES_OF_FILES = {"file"}


def shown_texts() -> list[str]:
    return [
        f"{name}:{key.name}"
        for name, group in declared_files().items()
        for key in all_keys(group)
        if key.declared.wording in (Wording.LABEL, Wording.PLAIN, Wording.NAME) and group_in(key.shape) is None
    ]


def test_a_claim_in_any_shown_text_of_any_file_is_an_error(tmp_path: Path):
    stated: list[str] = []

    def words(path: str, key: DeclaredKey) -> str:
        if key.declared.wording in (Wording.LABEL, Wording.PLAIN, Wording.NAME):
            stated.append(path)
            return CLAIM
        return "Words"

    write_site(tmp_path, words)
    article = tmp_path / "content_src" / "articles" / "x" / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace("  sources:\n  - Words\n", ""), encoding="utf-8")
    found = Results(load(Project(tmp_path))).findings()
    named = [each.message.split('"')[1] for each in found if each.code == "ART041"]
    assert {path.rpartition("/")[2] for path in stated} <= set(named)
    assert len(stated) == len(shown_texts())
