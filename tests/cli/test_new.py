"""``citewell new`` and ``citewell explain``."""

from __future__ import annotations

import re

import pytest
from tests.cli.project import Project

from citewell.rules import discover

QUESTION = 'Is "mild" pain: a sign of illness #1?'
FOLDER = "content_src/articles/is-mild-pain-a-sign-of-illness-1"


def test_a_new_article_is_a_draft_that_lacks_only_what_must_be_filled_in(small: Project):
    made = small.citewell("new", QUESTION)
    found = small.citewell("check", "--quiet", FOLDER)
    codes = re.findall(r"(?:error|warning)\[(\w+)\]", found.out)

    assert made.code == 0
    assert f"{FOLDER}/article.md" in made.out
    assert f"citewell check {FOLDER}" in made.out
    assert 'title: "Is \\"mild\\" pain: a sign of illness #1?"\n' in small.read(f"{FOLDER}/article.md")
    assert "status: draft\n" in small.read(f"{FOLDER}/article.md")
    assert "authors: [editorial-team]" in small.read(f"{FOLDER}/article.md")
    assert found.code == 1
    families = {code for code in codes if not code.startswith(("CIT", "ART"))}
    assert families == set(), found.out
    assert "warning[" not in found.out, "the text of a new article must do what the rules ask"


def test_an_existing_article_is_never_touched(small: Project):
    small.citewell("new", QUESTION)
    small.write(f"{FOLDER}/article.md", "mine")
    again = small.citewell("new", QUESTION)

    assert again.code == 2
    assert f"{FOLDER} already exists" in again.err
    assert small.read(f"{FOLDER}/article.md") == "mine"
    assert small.citewell("new", QUESTION, "--slug", "mild-pain").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["  "], "the question is empty"),
        (["腰痛?"], "choose a name with --slug"),
        (["Was", "ist", "das"], 'put the question in quotation marks: citewell new "Was ist das"'),
        (["A?", "--slug", "Über uns"], 'you could use "uber-uns"'),
        (["A?", "--slug", "../out"], 'you could use "out"'),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused(small: Project, arguments: list[str], says: str):
    done = small.citewell("new", *arguments)

    assert done.code == 2
    assert says in done.err


def test_a_long_question_gives_a_folder_of_whole_words(small: Project):
    done = small.citewell("new", "What should " + "somebody " * 20 + "do?")

    slug = re.search(r"articles/([a-z-]+)/", done.out)
    assert slug is not None
    assert len(slug[1]) <= 80
    assert slug[1].endswith("-somebody")


def test_explain_prints_the_documentation_of_a_rule(small: Project):
    for asked in ("CIT001", "cit001", "[CIT001]", "citation-unresolved"):
        told = small.citewell("explain", asked)
        assert told.code == 0
        assert told.out.startswith("CIT001 citation-unresolved (error; looks at each article)\n\nA citation names")


def test_explain_offers_the_nearest_code(small: Project):
    done = small.citewell("explain", "CITT001")

    assert done.code == 2
    assert 'there is no rule "CITT001"; did you mean "CIT001"?' in done.err


def test_explain_lists_every_rule_and_explains_each_within_the_width(small: Project):
    listed = small.citewell("explain").out
    assert [rule.code for rule in discover() if rule.code not in listed] == []
    assert max(map(len, listed.splitlines())) <= 100


def test_explain_keeps_the_lines_of_examples(small: Project):
    told = small.citewell("explain", "SEC001").out

    assert "\n    Most lumps are <b>not</b> cancer. [@example-page]\n" in told
    assert "```" not in told
