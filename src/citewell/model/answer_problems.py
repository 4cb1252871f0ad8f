"""The facts of problems with what reviewers and programs send back: files of answers, worksheets, verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from citewell.model.problems import Facts, ProblemKind


class AnswersError(Enum):
    """Why a file of answers cannot be read."""

    ENCODING = auto()
    EMPTY = auto()
    NOT_JSON = auto()
    TOO_DEEP = auto()
    NAME_TWICE = auto()
    OTHER_FILE = auto()
    NO_COLUMN = auto()
    COLUMN_TWICE = auto()
    BROKEN_TABLE = auto()


@dataclass(frozen=True, slots=True)
class UnreadableAnswers(Facts):
    """A file of answers that cannot be read; ``found`` is the name or the reason that the error is about."""

    kind = ProblemKind.ANSWERS_UNREADABLE
    error: AnswersError
    found: str = ""


class AnswersMismatch(Enum):
    """In what a file of answers differs from what it is for."""

    VERSION = auto()
    NEWER_VERSION = auto()
    ARTICLE = auto()
    SEVERAL_ARTICLES = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class AnswersOfAnother(Facts):
    """Answers of another version, about another article, or by another person; ``wanted`` is what was asked for."""

    kind = ProblemKind.ANSWERS_OF_ANOTHER
    mismatch: AnswersMismatch
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class UnknownAnswerer(Facts):
    """Answers by somebody who is not in people.yml; ``near`` is the id that resembles theirs, ``name`` may be empty."""

    kind = ProblemKind.ANSWERS_PERSON
    name: str
    near: str


class WantedValue(Enum):
    """What a value of an answer must be."""

    TEXT = auto()
    NOTE = auto()
    DIGEST = auto()
    CLAIM = auto()
    VERDICT = auto()
    DAY = auto()
    FLAG = auto()
    OBJECT = auto()
    ARTICLE = auto()
    SOMEBODY = auto()


@dataclass(frozen=True, slots=True)
class WrongAnswerValue(Facts):
    """A value of an answer that is missing, or is not what is ``wanted``.

    ``cell`` is its place in a spreadsheet (``G12``), or empty.
    """

    kind = ProblemKind.ANSWER_VALUE
    name: str
    wanted: WantedValue
    found: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class UnknownAnswerVerdict(Facts):
    """A verdict that is not one of the words; ``near`` is the one that resembles it. A ``formula`` begins like one."""

    kind = ProblemKind.ANSWER_VERDICT
    found: str
    near: str
    formula: bool
    cell: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredTwice(Facts):
    """A claim with more than one answer in a file; ``first`` is the line of the first."""

    kind = ProblemKind.ANSWER_TWICE
    text: str
    first: int
    cell: str = ""


@dataclass(frozen=True, slots=True)
class AnswerToChangedClaim(Facts):
    """An answer to a claim as it was: ``old`` are its words then, ``new`` those now, empty where it is gone."""

    kind = ProblemKind.ANSWER_CHANGED
    old: str
    new: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class MissingAnswer(Facts):
    """A claim without an answer. ``note`` is what was noted on it, which cannot be recorded alone."""

    kind = ProblemKind.ANSWER_MISSING
    text: str
    note: str
    cell: str = ""
