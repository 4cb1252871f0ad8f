"""What each line of a criterion's evidence asks of a site: a judge for each key that ``model/criteria.py`` declares.

A judge gets the value of the line and the material of the report. It looks at what is published; a site on which
nothing is published meets nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from citewell.article_context import ContextBuilder
from citewell.citations.reference_status import ReferenceStatus
from citewell.diagnostics import Location
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.evidence import LockedReference
from citewell.model.facts import Card
from citewell.model.references import Reference
from citewell.model.reviews import ReviewStage
from citewell.team_report.figures import Place, Result
from citewell.team_report.material import Material
from citewell.team_report.references import place_of

_UNDESCRIBED_PICTURES: Final = ("ACC001", "ACC002")
_UNEXPLAINED_WORDS: Final = ("RDB003",)
_RELATIVE_ALONE: Final = ("ART017",)

_Judged: TypeAlias = tuple[Result, str, Sequence[Place]]
"""The result of a line, in words, and where something is missing."""


def _judge_each(count: int, what: str, bad: Iterable[Place], lack: str) -> _Judged:
    """Met if there is something, and none of it is ``bad``; ``lack`` says what those have not."""
    places = list(bad)
    if not count:
        return Result.GAP, f"there are no {what}", ()
    if places:
        return Result.GAP, f"{len(places):,} of {count:,} {what} {lack}", places
    return Result.MET, f"all {count:,} {what}", ()


def _judge_claims_cited(_value: Any, material: Material) -> _Judged:
    claims = sum(each.coverage.claims for each in material.published)
    uncited = sum(each.coverage.uncited for each in material.published)
    waived = sum(each.coverage.waived for each in material.published)
    if not claims:
        return Result.GAP, "there are no published claims", ()
    if uncited:
        places = [Place(each.path, 1, 1) for each in material.published if each.coverage.uncited]
        return Result.GAP, f"{uncited:,} of {claims:,} claims have neither a source nor a reason", places
    return Result.MET, f"{claims - waived:,} claims have a source, {waived:,} a reason why they need none", ()


def _judge_claims_verified(least: int, material: Material) -> _Judged:
    support = [each.support for each in material.published]
    verified = sum(each.person + each.quoted for each in support)
    cited = verified + sum(each.program + each.unchecked for each in support)
    says = f"{verified:,} of {cited:,} cited claims were verified by a person or have the source's words"
    bad = [each for each in material.published if each.support.program + each.support.unchecked]
    met = cited > 0 and 100 * verified >= least * cited
    return (Result.MET if met else Result.GAP), says, [] if met else [Place(each.path, 1, 1) for each in bad]


def _judge_checked_within(most: int, material: Material) -> _Judged:
    known, today = material.inputs.known, material.inputs.today
    bad = [each for each in material.cited if _is_unchecked(known.get(each.key), today, most)]
    return _judge_each(len(material.cited), "cited references", _places(bad), f"were not checked within {most} days")


def _judge_sound(_value: Any, material: Material) -> _Judged:
    pins: dict[str, set[str]] = {}
    for card in material.facts.documents:
        for pin in card.pins:
            if pin.text and card.status is PublicationStatus.PUBLISHED:
                pins.setdefault(pin.key, set()).add(pin.text)
    bad = [each for each in material.cited if not _is_sound(each, material.inputs, pins.get(each.key, ()))]
    return _judge_each(
        len(material.cited),
        "cited references",
        _places(bad),
        "are unchecked, dead, retracted or without the quoted words",
    )


def _judge_years(what: str, kind: str = "") -> Callable[[int, Material], _Judged]:
    """A judge of the age of cited works, or of those of one kind."""

    def judge(most: int, material: Material) -> _Judged:
        year = material.inputs.today.year
        works = [each for each in material.cited if not kind or each.kind == kind]
        bad = [each for each in works if not each.issued or year - each.issued.year > most]
        return _judge_each(len(works), what, _places(bad), f"are over {most} years old or give no year")

    return judge


def _judge_kinds(kinds: tuple[str, ...], material: Material) -> _Judged:
    of_kind = {each.key for each in material.cited if each.kind in kinds}
    bad = [card for card in material.articles if not any(entry.key in of_kind for entry in card.entries)]
    return _judge_articles(material, bad, f"cite no {' or '.join(kinds)}")


def _judge_reviewed(_value: Any, material: Material) -> _Judged:
    good = {each.path for each in material.reviews if each.state in (ReviewStage.VALID, ReviewStage.OVERDUE)}
    bad = [card for card in material.articles if card.path not in good]
    return _judge_articles(material, bad, "have no medical review of the text as it is now")


def _judge_due_dates(_value: Any, material: Material) -> _Judged:
    today = material.inputs.today
    good = {each.path for each in material.reviews if each.due and each.due >= today}
    bad = [card for card in material.articles if card.path not in good]
    return _judge_articles(material, bad, "have no day on which the next review is due, or it has passed")


def _judge_grade(most: int, material: Material) -> _Judged:
    if not material.facts.site.settings.is_english:
        return Result.PERSON, "the grade is measured for English only", ()
    grades = [
        each for each in material.published if each.kind == ArticleKind.ARTICLE and each.reading_grade is not None
    ]
    bad = (Place(each.path, 1, 1) for each in grades if (each.reading_grade or 0) > most)
    return _judge_each(len(grades), "published articles that can be measured", bad, f"need a grade above {most}")


def _judge_without(codes: tuple[str, ...], says: str) -> Callable[[Any, Material], _Judged]:
    """A judge that wants no finding of some rules in what is published."""

    def judge(_value: Any, material: Material) -> _Judged:
        paths = {each.path for each in material.published}
        found = [each for each in material.findings if each.code in codes and each.location.path in paths]
        if not paths:
            return Result.GAP, "there are no published articles", ()
        if found:
            return Result.GAP, f"{len(found):,} {says} ({', '.join(codes)})", _locate(each.location for each in found)
        return (
            Result.MET,
            f"no finding of {', '.join(codes)} in {len(paths):,} published articles and pages",
            (),
        )

    return judge


def _judge_authors(_value: Any, material: Material) -> _Judged:
    people = material.facts.site.people
    bad = [card for card in material.articles if not any(author.text in people for author in card.authors)]
    return _judge_articles(material, bad, "name no author")


def _judge_credentials(_value: Any, material: Material) -> _Judged:
    persons = [each for each in material.people if not each.organisation]
    if material.people and not persons:
        return Result.PERSON, "only organisations are named as authors or reviewers", ()
    bad = _locate(each.location for each in persons if not each.credentials)
    return _judge_each(len(persons), "authors and reviewers", bad, "give no qualifications")


def _judge_interests(_value: Any, material: Material) -> _Judged:
    bad = _locate(each.location for each in material.people if not each.interests)
    return _judge_each(len(material.people), "authors and reviewers", bad, "do not declare their interests")


def _judge_dates(_value: Any, material: Material) -> _Judged:
    return _judge_articles(material, [card for card in material.articles if not card.published], "have no date")


def _judge_setting(key: str, what: str) -> Callable[[Any, Material], _Judged]:
    """A judge that wants a line of ``site.yml``."""

    def judge(_value: Any, material: Material) -> _Judged:
        settings = material.facts.site.settings
        given = str(getattr(settings, key))
        if not given or key not in settings.places:
            return Result.GAP, f'site.yml has no "{key}:"', _locate([settings.place(key)])
        return Result.MET, f"{what}: {given}", ()

    return judge


def _judge_page(topics: tuple[str, ...], material: Material) -> _Judged:
    for card in material.facts.pages.values():
        if card.status is PublicationStatus.PUBLISHED:
            for name in (card.slug, *card.anchors):
                if any(topic.casefold() in name.split("-") for topic in topics):
                    place = f"{card.path}" if name == card.slug else f'{card.path}, at "{name}"'
                    return Result.MET, place, ()
    return Result.GAP, f"no published page about the site has a heading with {' or '.join(topics)}", ()


def _judge_by_hand(words: str, _material: Material) -> _Judged:
    return Result.PERSON, f"a person has to show: {words}", ()


def _judge_articles(material: Material, bad: Iterable[Card], lack: str) -> _Judged:
    return _judge_each(len(material.articles), "published articles", (Place(card.path, 1, 1) for card in bad), lack)


def _is_unchecked(locked: LockedReference | None, today: date, most: int) -> bool:
    return locked is None or (today - locked.checked).days > most


def _is_sound(reference: Reference, inputs: ContextBuilder, pinned: Iterable[str]) -> bool:
    """Whether a work was checked, and nothing is wrong with it that its editors have not accepted."""
    locked, notices = inputs.known.get(reference.key), inputs.notices.get(reference.key, ())
    return (
        locked is not None
        and not ReferenceStatus(reference, locked, pinned=tuple(pinned), notices=notices).needs_an_editor
    )


def _places(references: Iterable[Reference]) -> list[Place]:
    return _locate(each.place() for each in references)


def _locate(locations: Iterable[Location]) -> list[Place]:
    return [place_of(location) for location in locations]


#: The judge of each line of evidence, by the field that declares it.
JUDGES: Final[Mapping[str, Callable[[Any, Material], _Judged]]] = {
    "every_claim_cited": _judge_claims_cited,
    "claims_verified_at_least": _judge_claims_verified,
    "references_checked_within": _judge_checked_within,
    "references_sound": _judge_sound,
    "references_at_most_years_old": _judge_years("cited works"),
    "systematic_reviews_at_most_years_old": _judge_years("cited systematic reviews", "systematic-review"),
    "each_article_cites_one_of": _judge_kinds,
    "every_published_article_reviewed": _judge_reviewed,
    "review_due_dates": _judge_due_dates,
    "readability_grade_at_most": _judge_grade,
    "words_explained": _judge_without(_UNEXPLAINED_WORDS, "medical words are not explained"),
    "pictures_described": _judge_without(_UNDESCRIBED_PICTURES, "pictures are not described"),
    "absolute_numbers": _judge_without(_RELATIVE_ALONE, "relative risks have no absolute number"),
    "authors_named": _judge_authors,
    "credentials_shown": _judge_credentials,
    "interests_declared": _judge_interests,
    "dates_shown": _judge_dates,
    "publisher_named": _judge_setting("publisher", "publisher"),
    "contact": _judge_setting("contact", "contact"),
    "licence": _judge_setting("content_licence", "licence"),
    "page_about": _judge_page,
    "by_hand": _judge_by_hand,
}
