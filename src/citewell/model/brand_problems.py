"""The facts of problems with the look of a site: files that are missing, fonts, and what its styles may not do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from citewell.model.problems import Facts, ProblemKind


@dataclass(frozen=True, slots=True)
class MissingBrandFile(Facts):
    """A file that is named and not in the folder; ``nearest`` is one that may be meant, or nothing."""

    kind = ProblemKind.BRAND_FILE_MISSING
    file: str
    nearest: str


class FontFault(Enum):
    """Why a font cannot be published."""

    OTHER_FORMAT = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class UnusableFont(Facts):
    """A font that cannot be published."""

    kind = ProblemKind.FONT_UNUSABLE
    fault: FontFault


class StyleDanger(Enum):
    """Why a style is refused."""

    UNREADABLE = auto()
    BACKSLASH = auto()
    AT_RULE = auto()
    FROM_ELSEWHERE = auto()
    IMPORTANT = auto()
    HIDES = auto()
    SMALL = auto()
    MEANING = auto()
    EVIDENCE_LINE = auto()


@dataclass(frozen=True, slots=True)
class RefusedStyle(Facts):
    """A style that could hide or change what readers must see; ``name`` is its property, at-rule or address."""

    kind = ProblemKind.STYLE_REFUSED
    danger: StyleDanger
    name: str = ""
    value: str = ""
