"""A title, description or heading refers to an organisation, but the article cites none of its works.

"Based on WHO" or "NHS guidance" in a title is why people trust a page and open it. If no source of the article was
published by that organisation, the promise is false, however good the other sources are.

An organisation is recognised by its capital letters: "based on your age" promises nothing. It counts as cited when a
reference's `publisher`, `authority`, `container-title` or author has its name, its beginning ("Mayo" of Mayo Clinic) or
its initials ("WHO" of World Health Organization).

"CRISPR-based treatments" refers to no organisation: "-based" counts only if an organisation is known by that name. A
name in capitals that may belong to a person or a thing ("advice from Jane Smith") is a warning. It is an error if the
name certainly belongs to an organisation: an abbreviation ("WHO"), a name with a word such as Institute or Society, or
the publisher of another reference.

Fix it by citing what the organisation published, or by saying what the article is really based on. If the reference is
there but has no publisher yet, add the publisher.

Wrong: the title is "Based on WHO: is back pain a sign of cancer?", and no reference was published by the World Health
Organization.

Right: "Is back pain a sign of cancer?"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import Bodies, normalise_publisher
from citewell.diagnostics import Location, Severity
from citewell.lexicon.organisations import (
    find_organisations,
    is_known_body,
    is_surely_a_body,
)
from citewell.model.article import Article, ArticleKind
from citewell.model.claims import Claim
from citewell.model.source_location import Span
from citewell.rules.rule import Context, Finding, article_rule

_WHERE: Final = {"title": "the title", "description": "the description", "heading": "this heading"}


@article_rule("ART015")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every organisation in a title, description, heading or label that published nothing the article cites."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    cited = Bodies(entry.reference for entry in numbered.entries)
    for row in article.claims:
        if row.kind in ("heading", "label") and row.block != "illustration":
            for named in find_organisations(row.text):
                for missing in _missing(named.name, cited):
                    if named.may_be_a_method and not _has_published(missing, context):
                        continue
                    where = _WHERE.get(row.block) or _WHERE.get(row.kind, "this")
                    yield Finding(
                        _place(article, row, missing),
                        f"{where} refers to {missing}, but the article cites nothing that {missing} published",
                        "cite something that it published, or say what the article is really based on",
                        severity=Severity.ERROR if _is_known(missing, context) else Severity.WARNING,
                    )


def _missing(name: str, cited: Bodies) -> list[str]:
    """The organisations of a name ("WHO and Mayo Clinic" are two) that published none of the article's sources."""
    if cited.include(name):
        return []
    parts = name.split(" and ")
    missing = [part for part in parts if not cited.include(part)]
    return [name] if len(missing) == len(parts) else missing


def _has_published(name: str, context: Context) -> bool:
    """Whether a name is that of a known body, or of one that published a reference of the site."""
    return is_known_body(name) or context.bodies.include(name)


def _is_known(name: str, context: Context) -> bool:
    """Whether a name is certainly that of a body: by its words, or because a reference was published by it."""
    return is_surely_a_body(name) or normalise_publisher(name) in context.publishers


def _place(article: Article, row: Claim, name: str) -> Location:
    """The span of the name, or the whole text when it contains Markdown or YAML markup."""
    start = article.source.text.find(name, *row.span)
    return article.locate(row.span if start < 0 else Span(start, start + len(name)))
