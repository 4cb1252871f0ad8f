"""Declare that what changed in reviewed sections is spelling only, so that their reviews stay valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import digest_claim, redigest_claim
from citewell.cli.reviewing.article_to_review import ArticleToReview, read_article_to_review
from citewell.cli.reviewing.people import find_person
from citewell.errors import ReviewRefused
from citewell.formats.terminal_text import make_visible
from citewell.model.claims import Claim
from citewell.model.people import Person
from citewell.model.reviews import CorrectedClaim, ReviewedClaim, SpellingCorrection
from citewell.project import Project
from citewell.reviews.changes import ClaimChange
from citewell.reviews.record_digest import seal_record
from citewell.reviews.spelling import explain_change, list_words
from citewell.reviews.state import find_review_state
from citewell.source.load import load

_REVIEW_AGAIN = "a change of meaning needs a new review of its section"


@dataclass(frozen=True, slots=True)
class PreparedSpelling:
    """A declaration that may be written."""

    article: ArticleToReview
    person: Person
    record: SpellingCorrection


def prepare_spelling(project: Project, name: str, by: str, today: date) -> PreparedSpelling:
    """The declaration of all that changed since the reviews of an article; nothing is written.

    Raises ``ReviewRefused`` if nothing changed, or something that may be more than spelling.
    """
    article = read_article_to_review(project, name, today)
    person = find_person(article.context, by)
    article.refuse_errors()
    if not article.context.reviews.reviews:
        raise ReviewRefused("nobody has reviewed this article yet", "only a reviewed article has spelling to declare")
    changes = list(dict.fromkeys(_list_changes(article.context)))
    if not changes:
        raise ReviewRefused("no sentence has changed since it was reviewed", "there is nothing to declare")
    words = _count_words(project)
    claims = tuple(_correct(article.context, change, words) for change in changes)
    record = SpellingCorrection(by, today, "", claims)
    return PreparedSpelling(article, person, seal_record(article.context.article.slug, record))


def _list_changes(context: ArticleContext) -> Iterator[ClaimChange]:
    """What changed in the sections whose reviews lapsed."""
    for section in find_review_state(context).sections:
        for sign_off in section.sign_offs.values():
            yield from sign_off.changes


def _count_words(project: Project) -> Counter[str]:
    """How often each word is used on the site, in articles, references and the glossary."""
    content = load(project)
    articles = (claim.text for document in content.documents for claim in document.claims)
    works = (reference.title for reference in content.site.bibliography.references.values())
    terms = (f"{' '.join(term.spellings)} {term.plain}" for term in content.site.glossary)
    return Counter(list_words((*articles, *works, *terms)))


def _correct(context: ArticleContext, change: ClaimChange, words: Counter[str]) -> CorrectedClaim:
    """A sentence before and after. Raises ``ReviewRefused`` if its meaning may have changed."""
    before, after = change
    if before is None or after is None:
        text = make_visible((before or after).text)  # type: ignore[union-attr]  # one of the two is there
        raise ReviewRefused(f'a sentence was {"added" if after else "deleted"}: "{text}"', _REVIEW_AGAIN)
    shown = f'"{make_visible(before.text)}" is now "{make_visible(after.text)}"'
    if not _differs_in_text_alone(context, before, after):
        raise ReviewRefused(f"{shown}, and its sources or its kind have changed, too", _REVIEW_AGAIN)
    why = explain_change(before.text, after.text, lambda word: words[word] > 0)
    if why:
        raise ReviewRefused(f"{shown}, and {why}", _REVIEW_AGAIN)
    return CorrectedClaim(before.digest, digest_claim(after, context.bibliography), before.text, after.text)


def _differs_in_text_alone(context: ArticleContext, before: ReviewedClaim, after: Claim) -> bool:
    """Whether the claim with its old text has the digest that it had."""
    with_old_text = replace(after, text=before.text)
    return redigest_claim(with_old_text, context.bibliography, before.digest) == before.digest
