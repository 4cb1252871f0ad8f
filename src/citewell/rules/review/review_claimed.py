"""A text says that this site or a page of it was reviewed or approved, and no recorded review bears that out.

Readers trust such words more than anything else on a page: "This article was reviewed by Dr A", "Medically reviewed",
"Our doctors check every page", "Approved by the NHS". The page itself says who reviewed it, when, and what has changed
since, from what `citewell review` recorded. No other text may promise more.

In an article the words are borne out by a medical review of all of it that counts today, and, where they name somebody
with a title, by a review of that person. In a page about the site, in what is said of people, in the settings and in
the glossary they are borne out when every published article has such a review. The rule knows English words only, in
sites of every language. It leaves alone what denies ("no doctor has reviewed"), plans, asks or sets a condition, and
reviews of other things: studies, samples, medicines.

Fix it by deleting the words, or by having the article reviewed (`citewell help review`).

Wrong:

```markdown
This article was reviewed by our doctors. [no source: about-this-site]
```

with no review recorded.

Right:

```markdown
The top of this page says who has reviewed it. [no source: about-this-site]
```
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from citewell.diagnostics import Location
from citewell.lexicon.claims_of_review import find_review_claim
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card
from citewell.model.people import Person
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule

_HINT = (
    'delete it: a page says by itself who reviewed it, and when; "citewell help review" says how a review is recorded'
)


@site_rule("REV060")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Claims of review in articles, in own pages, and in the texts that all pages share."""
    published = [each for each in context.facts.articles.values() if each.status is PublicationStatus.PUBLISHED]
    for document in context.facts.documents:
        if document.status is not PublicationStatus.WITHDRAWN:
            yield from _judge(document, published, site.people)
    for each in site.shown:
        found = find_review_claim(each.text.text)
        if found is not None and not _is_borne_out(found.name, published, site.people):
            yield _finding(each.place, found.words, "of all articles")


def _judge(document: Card, published: Collection[Card], people: Mapping[str, Person]) -> Iterator[Finding]:
    """Claims of an article about itself, and of an own page about all articles."""
    is_article = document.kind is ArticleKind.ARTICLE
    meant = [document] if is_article else published
    for claim in document.review_claims:
        if not _is_borne_out(claim.name, meant, people):
            yield _finding(claim.location, claim.words, "of this article" if is_article else "of all articles")


def _is_borne_out(name: str, articles: Collection[Card], people: Mapping[str, Person]) -> bool:
    """Whether all articles have a medical review that counts, by the person of this name if there is one."""
    last = name.rsplit(maxsplit=1)[-1].casefold() if name else ""
    return bool(articles) and all(
        each.review.is_valid and (not last or any(last in people[by].name.casefold() for by in each.review.by))
        for each in articles
    )


def _finding(place: Location, words: str, of_what: str) -> Finding:
    return Finding(place, f'"{shortened(words)}" claims a review {of_what} that is not recorded', _HINT)
