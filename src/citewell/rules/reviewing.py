"""What the rules about reviews share: when a review matters, how grave its lack is, and how sections are named."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from citewell.article_context import ArticleContext
from citewell.diagnostics import Location, Severity
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.policies import ReviewPolicy
from citewell.reviews.counted_records import RefusedRecord
from citewell.reviews.names import name_section
from citewell.reviews.reviewers import Refusal
from citewell.reviews.state import SectionReview, find_review_state
from citewell.rules.rule import listed


def needs_review(context: ArticleContext) -> bool:
    """Whether readers are to get this article, so that its review matters today."""
    article = context.article
    return article.kind is ArticleKind.ARTICLE and article.front.status is PublicationStatus.PUBLISHED


def weigh(context: ArticleContext, otherwise: Severity = Severity.WARNING) -> Severity | None:
    """The severity of a finding about a review: that of its rule where the site requires reviews, else this one."""
    return None if context.settings.policies.review is ReviewPolicy.REQUIRED else otherwise


def find_refused(context: ArticleContext, *refusals: Refusal) -> Iterator[RefusedRecord]:
    """The records of an article that count for nothing for one of these reasons."""
    if context.article.kind is ArticleKind.ARTICLE:
        return (each for each in find_review_state(context).refused if each.refusal in refusals)
    return iter(())


def name_sections(sections: Collection[SectionReview], context: ArticleContext) -> str:
    """The names of sections in quotation marks, for a message."""
    return listed([f'"{name_section(each.section, context.words)}"' for each in sections])


def locate_section(section: SectionReview, context: ArticleContext) -> Location:
    """The first row of a section: its heading, or the title for the beginning."""
    claims = section.section.claims
    return context.article.locate(claims[0].span if claims else context.article.front.title.span)
