"""How a source relates to a statement, and how sure the statement is, as readers see it."""

from __future__ import annotations

from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser
from tests.render.samples import numbered

from citewell.messages import Words
from citewell.model.published import collapse_spaces
from citewell.render.html import DocumentHtml
from citewell.site.page_reader import read_page

TEXT = (
    "Rest helps. [certainty: low, @a; @b; contradicts @c; @d; @e; @f]\n\nHeat helps. [@a; partly @b; background @c]\n"
)


def shown(text: str) -> str:
    document = numbered(text)
    return "\n".join(DocumentHtml(document, Words(), {}).top(document.article.body))


def test_a_source_that_disagrees_is_never_hidden_in_a_range():
    first, second = LexborHTMLParser(shown(TEXT)).css(".cites")

    assert [each.text() for each in first.css(".intent")] == ["disagrees with this"]
    assert first.css_first(".range") is not None
    assert "Source 3" in " ".join(link.text() for link in first.css("a") if link.parent == first)
    assert [each.text() for each in second.css(".intent")] == ["supports this in part", "background reading"]


def test_a_certainty_is_in_words_and_only_where_it_is_stated():
    first, second = LexborHTMLParser(shown(TEXT)).css(".cites")

    assert [each.text()[:34] for each in first.css(".certainty")] == ["Low certainty: this may be true, b"]
    assert second.css_first(".certainty") is None


def test_what_sources_say_of_a_statement_does_not_belong_to_its_words():
    page = read_page(shown(TEXT).encode(), PurePosixPath("x/index.html"))

    assert [collapse_spaces(line) for line in page.shown.split("\n") if line] == ["Rest helps.", "Heat helps."]
