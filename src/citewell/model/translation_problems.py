"""The facts of problems with protected texts of the interface, in ``words.yml``."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.model.problems import Facts, ProblemKind


@dataclass(frozen=True, slots=True)
class ProtectedText(Facts):
    """A protected text that an English site words otherwise; ``english`` is what it must say."""

    kind = ProblemKind.PROTECTED_TEXT
    name: str
    english: str


@dataclass(frozen=True, slots=True)
class ReviewClaimInText(Facts):
    """A text of the interface, not protected, whose ``words`` say that the site was reviewed."""

    kind = ProblemKind.REVIEW_CLAIM_IN_TEXT
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class UnconfirmedTranslation(Facts):
    """Translations of protected texts that nobody compared with the English texts as they are now.

    With ``before`` it is one text, which was compared with that English text, and ``now`` is the present one.
    """

    kind = ProblemKind.TRANSLATION_UNCONFIRMED
    names: tuple[str, ...]
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class MisleadingTranslation(Facts):
    """A translation of a protected text that cannot mean what its ``english`` text says.

    It has ``figures`` that the English text does not have, or is the same as that of ``other``, whose English text is
    another.
    """

    kind = ProblemKind.TRANSLATION_MISLEADING
    name: str
    english: str
    figures: str = ""
    other: str = ""
    other_english: str = ""
