"""A citation names a page that the work does not have.

Readers who look there find nothing, and the citation may name the wrong work or have a typing mistake. An article on
pages 230 to 238 of its journal has no page 999, and no page 3 or iv either: give the number that is printed on the
page, not that of the PDF file.

The rule checks articles, papers and chapters with a range of pages (also `230-8`, `e12-e19`, `S2-S7`), and books with a
number of pages. It does not check article numbers (`e2864`), works with a single page, which may be only the first one,
and pages of a supplement (`S3`) to an article without such pages.

Fix it by checking the page in the source. If it is right, the `page:` of the reference is wrong.

Wrong: `Most lumps are not cancer. [@example-study, p. 999]`

Right: `Most lumps are not cancer. [@example-study, p. 231]`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle, citations
from citewell.citations.page_numbers import find_page_counted_from_one, find_pages_outside, parse_pages
from citewell.diagnostics import Location
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.rules.rule import Finding, article_rule

_IN_OTHERS: Final = frozenset(
    """article article-journal article-magazine article-newspaper chapter entry entry-dictionary entry-encyclopedia
    paper-conference review review-book""".split()
)
_BOOKS: Final = frozenset("book report thesis".split())
_HINT: Final = "check it in the source; use the number printed on the page, not that of the PDF file"


@article_rule("CIT042")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every use of a work with a page that is for certain not one of its own."""
    article = numbered.article
    for item in (item for citation in citations(article) for item in citation.items if item.label == "page"):
        mark = numbered.mark(item)
        if mark is None:
            continue
        reference, place = mark.entry.reference, article.locate(item.span)
        if reference.type in _IN_OTHERS:
            yield from _check_range(item, reference, place)
        elif reference.type in _BOOKS:
            yield from _check_number_of_pages(item, reference, place)


def _check_range(item: CitationItem, reference: Reference, place: Location) -> Iterator[Finding]:
    """A page of a work that has some pages of a journal or a book."""
    pages = reference.fields.get("page", "")
    work = parse_pages(pages)
    wrong = find_pages_outside(parse_pages(item.locator or ""), work)
    if wrong:
        printed = find_page_counted_from_one(wrong[0], work)
        hint = f"{_HINT}: page {wrong[0].first} of the file is page {printed}" if printed else _HINT
        message = f'"{reference.key}" has pages {pages}, and page {item.locator} is not one of them'
        yield Finding(place, message, hint)


def _check_number_of_pages(item: CitationItem, reference: Reference, place: Location) -> Iterator[Finding]:
    """A page of a book with a known number of pages; Roman ones and those with letters come before or after them."""
    written = reference.fields.get("number-of-pages", "")
    if not written.isdecimal():
        return
    last = max((page.last for page in parse_pages(item.locator or "") if not page.prefix), default=0)
    if last > int(written):
        message = f'"{reference.key}" has {written} pages, and page {item.locator} is not one of them'
        yield Finding(place, message, _HINT)
