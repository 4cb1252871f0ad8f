"""The policies of a site: limits above which a rule warns, and what it asks of reviews, sources and wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final

from citewell.model.article import ArticleType
from citewell.model.claims import ClaimSubject
from citewell.model.csl_variables import TYPES
from citewell.model.keys import Form, Key
from citewell.model.references import KINDS


class Unchecked(StrEnum):
    """How the check treats a reference that has not been checked online since it was added or changed."""

    WARNING = "warning"
    ERROR = "error"
    IGNORE = "ignore"


class WithoutWords(StrEnum):
    """How ``--release`` treats statements without the pinned words that ``quote_for`` asks for."""

    WARNING = "warning"
    ERROR = "error"


class ReviewPolicy(StrEnum):
    """Whether articles must have a medical review."""

    REQUIRED = "required"
    ADVISED = "advised"


class Unreviewed(StrEnum):
    """What happens to a published article without a valid medical review."""

    PUBLISH = "publish"
    WITHHOLD = "withhold"


_YEARS: Final = Key("The greatest age of such a work, in years.", "10", form=Form.COUNT)


_EVIDENCE: Final = Key("Kinds of works; such an article must cite at least one.", "[guideline]", form=Form.KIND)


@dataclass(frozen=True, slots=True)
class Policies:
    """Numbers beyond which a rule warns; each is the publisher's choice, under ``policies:`` in ``site.yml``.

    ``red_flag_sources`` counts independent publishers. ``reading_grade`` is a school grade by Flesch–Kincaid (9 is age
    14). ``reference_age`` is by kind or CSL type, ``evidence_for`` by type of article.
    """

    publisher_share: Annotated[
        int,
        Key(
            "More than this percentage of an article's citations is to one publisher (CIT016).",
            "40",
            form=Form.PERCENT,
        ),
    ] = 40
    red_flag_sources: Annotated[
        int,
        Key(
            "A warning sign in an urgent or emergency card has sources from fewer publishers (CIT017).",
            "2",
            form=Form.COUNT,
        ),
    ] = 2
    based_on_share: Annotated[
        int,
        Key(
            "Less than this percentage of the citations of an article is to works of the bodies that it names under "
            "`based_on:` (ART050).",
            "60",
            form=Form.PERCENT,
        ),
    ] = 50
    title_length: Annotated[int, Key("A title has more characters (ART019).", "70", form=Form.COUNT)] = 70
    sentence_words: Annotated[int, Key("A sentence has more words (RDB001).", "30", form=Form.COUNT)] = 30
    reading_grade: Annotated[int, Key("A section needs a higher school grade (RDB002).", "9", form=Form.COUNT)] = 9
    unchecked_reference: Annotated[
        Unchecked,
        Key(
            "A reference has never been checked online (REF012): `warning`, an error with `--release`; or `error` or "
            "`ignore`.",
            "warning",
        ),
    ] = Unchecked.WARNING
    check_age: Annotated[
        int,
        Key(
            "The last online check of a reference was more days ago (REF030); an error with `--release`.",
            "180",
            form=Form.COUNT,
        ),
    ] = 180
    reference_age: Annotated[
        Mapping[str, int],
        Key(
            "A work is older than this number of years, by its kind or type (REF031); an error with `--release`.",
            lines=dict.fromkeys(sorted({*TYPES, *KINDS}), _YEARS),
        ),
    ] = field(default_factory=dict)
    review: Annotated[
        ReviewPolicy,
        Key(
            "A published article has no valid medical review (REV007 to REV011): with `required` this is an error with "
            "`--release`; with `advised` it is never one.",
            "required",
        ),
    ] = ReviewPolicy.ADVISED
    review_months: Annotated[
        int, Key("A review is this number of months old: the next one is due (REV009).", "24", form=Form.COUNT)
    ] = 24
    review_grace: Annotated[
        int, Key("A review has been due for more days than this: it no longer counts (REV009).", "30")
    ] = 30
    unreviewed: Annotated[
        Unreviewed,
        Key(
            "Not a limit: with `withhold`, an article without a valid medical review is held back, and a short page is "
            "at its address; with `publish` it is published and says so.",
            "withhold",
        ),
    ] = Unreviewed.PUBLISH
    evidence_for: Annotated[
        Mapping[ArticleType, tuple[str, ...]],
        Key(
            "An article of a type cites no work of the required kinds (ART033); an error with `--release`.",
            lines=dict.fromkeys(ArticleType, _EVIDENCE),
        ),
    ] = field(default_factory=dict)
    quote_for: Annotated[
        tuple[ClaimSubject, ...],
        Key(
            "A statement about one of these pins no words of its sources, and no person has compared it with them "
            "(CIT050): `emergency` and `urgent` (the signs on such cards), `doses`, `numbers`, `treatments`, "
            "`comparisons`, `takeaways`.",
            "[emergency, doses, numbers]",
            may_be_single=True,
        ),
    ] = ()
    certainty_for: Annotated[
        tuple[ClaimSubject, ...],
        Key(
            "A statement about one of these does not say how sure the evidence is (CIT058), with the same words as "
            "`quote_for`; an error with `--release`.",
            "[treatments, comparisons]",
            may_be_single=True,
        ),
    ] = ()
    quote_for_release: Annotated[
        WithoutWords,
        Key("What such a statement is with `--release` (CIT050): `warning` or `error`.", "error"),
    ] = WithoutWords.WARNING
