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

from citewell.citations.publishers import normalise_publisher
from citewell.diagnostics import Severity
from citewell.lexicon.organisations import is_known_body, is_surely_a_body
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("ART015")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every organisation in a title, description, heading or label that published nothing the article cites."""
    for article in context.facts.articles.values():
        for body in article.bodies:
            if body.may_be_a_method and not _has_published(body.name, context):
                continue
            yield Finding(
                body.location,
                f"{body.where} refers to {body.name}, but the article cites nothing that {body.name} published",
                "cite something that it published, or say what the article is really based on",
                severity=Severity.ERROR if _is_known(body.name, context) else Severity.WARNING,
            )


def _has_published(name: str, context: SiteContext) -> bool:
    """Whether a name is that of a known body, or of one that published a reference of the site."""
    return is_known_body(name) or context.bodies.include(name)


def _is_known(name: str, context: SiteContext) -> bool:
    """Whether a name is certainly that of a body: by its words, or because a reference was published by it."""
    return is_surely_a_body(name) or normalise_publisher(name) in context.publishers
