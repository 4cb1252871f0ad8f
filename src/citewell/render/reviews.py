"""What readers see of the reviews of an article: a line at its head, and a section at its end.

It says no more than the records do: what was reviewed, by whom, when, what changed since, and when it is due again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citewell.article_context import ArticleContext
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import PEOPLE, address_of, relative_link
from citewell.model.people import Person
from citewell.model.reviews import Review, ReviewRole, ReviewStage, SpellingCorrection
from citewell.render.items import review_mark, time
from citewell.render.layout import spaced, stacked
from citewell.reviews.names import name_section
from citewell.reviews.state import ReviewState, SectionReview, find_review_state, summarise_reviews

ANCHOR: Final = "review"
#: The text for each stage at the head of an article, with names and days.
_WHOLE: Final = {
    ReviewStage.PARTIAL: "review.partly_by",
    ReviewStage.LAPSED: "review.changed_by",
    ReviewStage.DOUBTED: "review.doubted_by",
    ReviewStage.OVERDUE: "review.overdue_by",
    ReviewStage.EXPIRED: "review.overdue_by",
    ReviewStage.VALID: "review.reviewed_by",
}


def reviewed_line(context: ArticleContext) -> Markup:
    """The medical review of an article for its head, as a link to the section about it; or that there is none."""
    summary, words = summarise_reviews(context), context.words
    if summary.stage is ReviewStage.NONE or summary.on is None or summary.due is None:
        return review_mark(summary, words)
    names = words.listed([context.people[name].name for name in summary.by])
    text = words.marked(_WHOLE[summary.stage], names=names, day=time(summary.on, words), due=time(summary.due, words))
    kind = "approved" if summary.stage is ReviewStage.VALID else "unreviewed"
    return element("a", element("span", text), href=f"#{ANCHOR}", class_=kind)


def describe_review(context: ArticleContext) -> str:
    """The same in plain words, for paper."""
    summary, words = summarise_reviews(context), context.words
    if summary.stage is ReviewStage.NONE or summary.on is None or summary.due is None:
        return words("article.not_reviewed")
    names = words.listed([context.people[name].name for name in summary.by])
    return words(_WHOLE[summary.stage], names=names, day=words.day(summary.on), due=words.day(summary.due))


def reviews(context: ArticleContext) -> Markup | None:
    """The section about the reviews of an article; ``None`` where nobody has reviewed any of it."""
    state, words = find_review_state(context), context.words
    medical, lay = (state.reviews(role) for role in (ReviewRole.MEDICAL, ReviewRole.LAY))
    if not (medical or lay):
        return None
    entries = [element("li", _entry(each, state, context)) for each in (*medical, *lay)]
    missing = state.missing(ReviewRole.MEDICAL)
    gaps = [
        element("p", words("review.none")) if not medical else None,
        element("p", _count("review.missing", missing, words)) if medical and missing else None,
    ]
    corrected = [element("li", _spelling(each, context)) for each in state.spelling]
    earlier = element("p", _list_earlier(state, context)) if state.earlier() else None
    heading = element("h2", words("review.title"), id=ANCHOR)
    shown = stacked(heading, *gaps, element("ul", stacked(*entries, *corrected)), earlier)
    return element("section", shown, class_="reviews", aria_labelledby=ANCHOR)


def _entry(review: Review, state: ReviewState, context: ArticleContext) -> Markup:
    """One review: who, as what, of which sections, what changed since, when it is due."""
    words, person = context.words, context.people[review.by]
    own = [each for each in state.sections if _sign_off_of(each, review)]
    holding = [each for each in own if each.sign_offs[review.role].holds]
    changed = [each for each in own if each.sign_offs[review.role].changes]
    lost = [each for each in own if each.sign_offs[review.role].lost]
    doubted = [each for each in own if each.sign_offs[review.role].doubts]
    kind = "review.medical" if review.role is ReviewRole.MEDICAL else "review.lay"
    due = "review.was_due" if state.today > review.due else "review.due"
    lines = (
        element("p", words.marked(kind, day=time(review.on, words)), class_="day"),
        element("p", _describe_person(person, review, context)),
        element("p", _describe_extent(holding, state, words)) if holding else None,
        element("p", _count("review.lapsed", changed, words)) if changed else None,
        element("p", words("review.lost", sections=_list_names(lost, words))) if lost else None,
        element("p", words("review.doubts", sections=_list_names(doubted, words))) if doubted else None,
        element("p", words.marked(due, day=time(review.due, words))),
    )
    return stacked(*lines)


def _sign_off_of(section: SectionReview, review: Review) -> bool:
    sign_off = section.sign_offs.get(review.role)
    return sign_off is not None and sign_off.review is review


def _describe_person(person: Person, review: Review, context: ArticleContext) -> Markup:
    """Name, qualifications, register and interests; of a lay reviewer that it was not a medical review."""
    words = context.words
    link = element("a", person.name, href=relative_link(address_of(context.article), PEOPLE, person.id))
    if review.role is ReviewRole.LAY:
        return words.marked("review.lay_by", names=link, day=time(review.on, words))
    registered = words("review.register", register=person.register or "", number=person.registration_number or "")
    facts = ", ".join(filter(None, (person.credentials, registered)))
    interests = words("review.interests", interests=(person.interests or "").rstrip("."))
    return spaced(words.marked("review.person", name=link, facts=facts), element("span", interests))


def _describe_extent(holding: Sequence[SectionReview], state: ReviewState, words: Words) -> str:
    if len(holding) == len(state.sections):
        return words("review.covers_all")
    return words("review.covers", sections=_list_names(holding, words))


def _count(name: str, sections: Sequence[SectionReview], words: Words) -> str:
    return words.counted(name, len(sections), sections=_list_names(sections, words))


def _list_names(sections: Sequence[SectionReview], words: Words) -> str:
    return words.listed([words("review.section", name=name_section(each.section, words)) for each in sections])


def _list_earlier(state: ReviewState, context: ArticleContext) -> str:
    words = context.words
    days = [
        words("review.on_day", name=context.people[each.by].name, day=words.day(each.on)) for each in state.earlier()
    ]
    return words("review.earlier", reviews=words.listed(days))


def _spelling(correction: SpellingCorrection, context: ArticleContext) -> Markup:
    words = context.words
    changes = (
        element("p", words("review.spelling_change", before=each.was, after=each.now)) for each in correction.claims
    )
    return stacked(
        element("p", words.marked("review.spelling", day=time(correction.on, words)), class_="day"), *changes
    )
