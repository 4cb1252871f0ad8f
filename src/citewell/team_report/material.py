"""What criteria are compared with: facts and figures of a site, and the findings of its check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citewell.article_context import ContextBuilder
from citewell.diagnostics import Diagnostic
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card, SiteFacts
from citewell.model.people import Person
from citewell.model.references import Reference
from citewell.team_report.figures import ArticleReview, DocumentFigures


@dataclass(frozen=True)
class Material:
    """What criteria are compared with: facts and figures of the site, and the findings of its check.

    ``reviews`` are those of published articles and of articles that are withheld until they are reviewed.
    """

    facts: SiteFacts
    inputs: ContextBuilder
    documents: tuple[DocumentFigures, ...]
    reviews: tuple[ArticleReview, ...]
    findings: tuple[Diagnostic, ...]

    @cached_property
    def articles(self) -> tuple[Card, ...]:
        """The published articles."""
        return tuple(card for card in self.facts.articles.values() if card.status is PublicationStatus.PUBLISHED)

    @cached_property
    def published(self) -> tuple[DocumentFigures, ...]:
        """The figures of published articles and pages."""
        return tuple(each for each in self.documents if each.status == PublicationStatus.PUBLISHED)

    @cached_property
    def cited(self) -> tuple[Reference, ...]:
        """The references that published articles and pages cite, in the order of the bibliography."""
        cards = (card for card in self.facts.documents if card.status is PublicationStatus.PUBLISHED)
        keys = {entry.key for card in cards for entry in card.entries}
        return tuple(each for key, each in self.facts.site.bibliography.references.items() if key in keys)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The authors of published articles, and the reviewers of these."""
        ids = {author.text for card in self.articles for author in card.authors}
        shown = {card.path for card in self.articles}
        ids |= {reviewer.id for review in self.reviews if review.path in shown for reviewer in review.reviewers}
        return tuple(person for person in self.facts.site.people.values() if person.id in ids)
