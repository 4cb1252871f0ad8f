"""The figures of one article, made while its tree is there; what is kept of it are these small values alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from citewell.article_context import ArticleContext
from citewell.lexicon.reading_grade import FEWEST_SENTENCES, count_syllables_of_words, measure_grades
from citewell.lexicon.sentence_ends import is_whole_sentence
from citewell.model.claims import Claim, Status, Support
from citewell.model.packed import Packed
from citewell.model.reviews import ClaimVerdict
from citewell.plain_words.sections import list_sentences
from citewell.team_report.figures import ArticleReview, SingleSource, SupportLevels
from citewell.team_report.references import place_of
from citewell.team_report.reviews import (
    count_verdicts,
    find_verdicts_of_programs,
    find_verified_claims,
    make_article_review,
)


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """What a report needs of an article beyond its card; ``review`` is that of a published or withheld article.

    ``verdicts`` counts what was recorded on its claims (``count_verdicts``).
    """

    support: SupportLevels
    reading_grade: float | None
    single_source: Packed[tuple[SingleSource, ...]]
    single_sources: int
    review: ArticleReview | None
    verdicts: Counter[tuple[bool, ClaimVerdict]]


def measure_article(context: ArticleContext) -> ArticleFigures:
    """The figures of an article."""
    single = tuple(_list_single_sources(context))
    support, grade, review = _count_support(context), _measure_grade(context), make_article_review(context)
    return ArticleFigures(support, grade, Packed(single), len(single), review, count_verdicts(context))


def _count_support(context: ArticleContext) -> SupportLevels:
    by_person, by_program = find_verified_claims(context), find_verdicts_of_programs(context)

    def find_level(claim: Claim) -> str:
        if claim.id in by_person:
            return "person"
        if claim.support is Support.QUOTED:
            return "quoted"
        return "program" if claim.id in by_program else "unchecked"

    levels = Counter(find_level(claim) for claim in context.article.claims if claim.status is Status.CITED)
    return SupportLevels(**levels)


def _measure_grade(context: ArticleContext) -> float | None:
    """The grade of the whole text; the formula is for English alone, and says nothing of a few sentences."""
    if not context.settings.is_english:
        return None
    whole = [claim.text for claim in list_sentences(context.article) if is_whole_sentence(claim.text)]
    counted = [syllables for text in whole if (syllables := count_syllables_of_words(text))]
    return round(measure_grades(counted).flesch_kincaid, 1) if len(counted) >= FEWEST_SENTENCES else None


def _list_single_sources(context: ArticleContext) -> list[SingleSource]:
    article, numbered = context.article, context.numbered
    found = []
    for claim in article.claims:
        marks = (numbered.mark(item) for item in claim.citations)
        keys = {mark.entry.reference.key for mark in marks if mark}
        if len(keys) == 1:
            place = place_of(article.locate(claim.span))
            title = article.front.title.text
            found.append(SingleSource(article.slug, title, claim.id, claim.text, claim.block, keys.pop(), place))
    return found
