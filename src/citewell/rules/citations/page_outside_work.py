"""A citation names a page that the work does not have.

Readers who look there find nothing, and the citation may name the wrong work or have a typing mistake. An article on
pages 230 to 238 of its journal has no page 999. Page 3 is a warning: it may be the third page of a PDF file.

The rule checks articles and papers with a range of pages. It does not check article numbers (`e2864`), single pages,
and chapters, because the book has other pages around them.

Fix it by checking the page in the source. Use the number that is printed on the page, not that of the PDF file. If it
is right, the `page:` of the reference is wrong.

Wrong: `Most lumps are not cancer. [@example-study, p. 999]`

Right: `Most lumps are not cancer. [@example-study, p. 231]`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle, citations
from citewell.citations.page_numbers import count_pages, find_pages_outside, parse_pages
from citewell.diagnostics import Severity
from citewell.rules.rule import Finding, article_rule

_ARTICLES: Final = frozenset(
    "article article-journal article-magazine article-newspaper paper-conference review review-book".split()
)


@article_rule("CIT042")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every use of an article with a page that is for certain not one of its own."""
    article = numbered.article
    for item in (item for citation in citations(article) for item in citation.items if item.label == "page"):
        mark = numbered.mark(item)
        if mark is None or mark.entry.reference.type not in _ARTICLES:
            continue
        reference = mark.entry.reference
        pages = reference.fields.get("page", "")
        work = parse_pages(pages)
        if wrong := find_pages_outside(parse_pages(item.locator or ""), work):
            counted_from_one = all(page.last <= count_pages(work) for page in wrong)
            yield Finding(
                article.locate(item.span),
                f'"{reference.key}" has pages {pages}, and page {item.locator} is not one of them',
                "check it in the source; use the number printed on the page, not that of the PDF file",
                severity=Severity.WARNING if counted_from_one else None,
            )
