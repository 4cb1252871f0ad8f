"""Criteria of a trust mark as data: what each asks for, and which figures of a site show that it is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Final

from citewell.diagnostics import Location
from citewell.model.keys import Form, Key, PlaceOf

_SET: Final = "true"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that a criterion is met: every line that is there must hold.

    A line that is ``False``, ``None`` or empty asks for nothing.
    """

    every_claim_cited: Annotated[
        bool,
        Key("Each claim of what is published has a source, or says why it needs none.", _SET, name="every-claim-cited"),
    ] = False
    claims_verified_at_least: Annotated[
        int | None,
        Key(
            "At least this percentage of the cited claims has the source's words beside it, or a person's verdict.",
            "80",
            form=Form.PERCENT,
            name="claims-verified-at-least",
        ),
    ] = None
    references_checked_within: Annotated[
        int | None,
        Key(
            "Each cited reference was checked online within this number of days.",
            "180",
            form=Form.COUNT,
            name="references-checked-within",
        ),
    ] = None
    references_sound: Annotated[
        bool,
        Key(
            "Each cited reference was checked, and is neither dead nor retracted nor without the words quoted from it.",
            _SET,
            name="references-sound",
        ),
    ] = False
    references_at_most_years_old: Annotated[
        int | None,
        Key(
            "Each cited work is at most this number of years old.",
            "10",
            form=Form.COUNT,
            name="references-at-most-years-old",
        ),
    ] = None
    systematic_reviews_at_most_years_old: Annotated[
        int | None,
        Key(
            "Each cited systematic review is at most this number of years old.",
            "3",
            form=Form.COUNT,
            name="systematic-reviews-at-most-years-old",
        ),
    ] = None
    each_article_cites_one_of: Annotated[
        tuple[str, ...],
        Key(
            "Each published article cites a work of one of these kinds.",
            "[systematic-review, guideline]",
            form=Form.KIND,
            name="each-article-cites-one-of",
        ),
    ] = ()
    every_published_article_reviewed: Annotated[
        bool,
        Key(
            "Each published article has a medical review that covers it as it is now.",
            _SET,
            name="every-published-article-reviewed",
        ),
    ] = False
    review_due_dates: Annotated[
        bool,
        Key(
            "Each published article says when its next review is due, and none is overdue.",
            _SET,
            name="review-due-dates",
        ),
    ] = False
    readability_grade_at_most: Annotated[
        int | None,
        Key(
            "No published article needs more years of school, by Flesch–Kincaid (English only).",
            "9",
            form=Form.COUNT,
            name="readability-grade-at-most",
        ),
    ] = None
    words_explained: Annotated[
        bool,
        Key("No published article uses a medical word without its meaning (RDB003).", _SET, name="words-explained"),
    ] = False
    pictures_described: Annotated[
        bool,
        Key("Each picture has words for people who cannot see it (ACC001, ACC002).", _SET, name="pictures-described"),
    ] = False
    absolute_numbers: Annotated[
        bool,
        Key("No relative risk is given without the absolute one (ART017).", _SET, name="absolute-numbers"),
    ] = False
    authors_named: Annotated[bool, Key("Each published article names its authors.", _SET, name="authors-named")] = False
    credentials_shown: Annotated[
        bool,
        Key("Each author and reviewer who is a person gives qualifications.", _SET, name="credentials-shown"),
    ] = False
    interests_declared: Annotated[
        bool,
        Key(
            "Each author and reviewer says what could influence them, even if that is nothing.",
            _SET,
            name="interests-declared",
        ),
    ] = False
    dates_shown: Annotated[
        bool, Key("Each published article says when it was published.", _SET, name="dates-shown")
    ] = False
    publisher_named: Annotated[bool, Key("The site says who publishes it.", _SET, name="publisher-named")] = False
    contact: Annotated[bool, Key("Readers can report a mistake: the site has a contact.", _SET)] = False
    licence: Annotated[bool, Key("The site says under which licence its content is.", _SET)] = False
    page_about: Annotated[
        tuple[str, ...],
        Key(
            "A page about the site has one of these words in its address or in one of its headings.",
            "[corrections, mistakes]",
            name="page-about",
        ),
    ] = ()
    by_hand: Annotated[
        str,
        Key(
            "What only a person can show, in words; the report then says that it needs one.",
            "notes of the tests with readers",
            name="by-hand",
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: what it asks for, and the evidence that shows it. ``source`` says where it is written."""

    id: Annotated[str, Key("A short name for it.", "evidence", form=Form.SLUG)]
    words: Annotated[str, Key("What it asks for, in your own words.", "The information rests on current evidence.")]
    evidence: Annotated[Evidence, Key("What shows that it is met: every line below it must hold.")]
    source: Annotated[str, Key("Where in the source it is.", "criterion 4")] = ""
    location: Annotated[Location, PlaceOf("id")] = field(default_factory=lambda: Location(""))


@dataclass(frozen=True, slots=True)
class CriteriaFile:
    """The criteria of one trust mark or policy, and where and when they were read."""

    title: Annotated[str, Key("The name of the mark, standard or policy.", "Our editorial standard")]
    criteria: Annotated[Mapping[str, Criterion], Key("What it asks for.", by="id")]
    source: Annotated[str, Key("Where it is published.", "https://www.example.org/standard")] = ""
    read: Annotated[date | None, Key("The day on which it was read there.", "2026-11-30")] = None
    note: Annotated[str, Key("What readers of the report must know about this file.")] = ""
