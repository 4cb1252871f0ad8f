"""A title, description or heading leans on an organisation of whose works the article cites none.

"Based on WHO" or "NHS guidance" in a title is why people trust a page and open it. If no source of the article was
published by that organisation, the promise is false, however good the other sources are.

An organisation is known by its capitals: "based on your age" is no promise. It counts as cited when a reference's
`publisher`, `authority`, `container-title` or author has its name, its beginning ("Mayo" of Mayo Clinic) or its
initials ("WHO" of World Health Organization).

"CRISPR-based treatments" leans on nobody: what is made with something counts only where a body is known by that name.

A name in capitals that may be a person's or a thing's ("advice from Jane Smith") is a warning. It is an error where the
name is known to be a body's: a short form ("WHO"), a word such as Institute or Society in it, or the publisher of
another reference.

Fix it by citing what the organisation published, or by saying what the article really rests on. Where the reference is
there and has no publisher yet, add it.

Wrong: the title is "Based on WHO: is back pain a sign of cancer?", and no reference was published by the World Health
Organization.

Right: "Is back pain a sign of cancer?"
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.publishers import normalise_publisher
from citewell.diagnostics import Severity
from citewell.lexicon.organisations import is_known_body, is_surely_a_body
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("ART015")
def rule(_site: Site, context: Context) -> Iterator[Finding]:
    """Every organisation in a title, description, heading or label that published nothing the article cites."""
    for article in context.facts.articles.values():
        for body in article.bodies:
            if body.may_be_a_method and not _has_published(body.name, context):
                continue
            yield Finding(
                body.location,
                f"{body.where} leans on {body.name}, but nothing that the article cites was published by {body.name}",
                "cite what it published, or say what the article really rests on",
                severity=Severity.ERROR if _is_known(body.name, context) else Severity.WARNING,
            )


def _has_published(name: str, context: Context) -> bool:
    """Whether a name is that of a known body, or of one that published a reference of the site."""
    return is_known_body(name) or context.bodies.include(name)


def _is_known(name: str, context: Context) -> bool:
    """Whether a name is certainly that of a body: by its words, or because a reference was published by it."""
    return is_surely_a_body(name) or normalise_publisher(name) in context.publishers
