"""One fault, one finding: what a problem leaves unknown, and which findings rest on it.

A problem *poisons* something: the sentence whose citation is malformed, the key that is misspelt, the file that could
not be read. A finding names its *premises*: what must be known for it to hold. The reporter drops a finding with a
poisoned premise, because it would only repeat the problem in other words. So no rule knows the problems of another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from citewell.blocks import fence_names
from citewell.diagnostics import Location
from citewell.model import text_problems, yaml_problems
from citewell.model.article import Article
from citewell.model.problems import AnyProblem, ProblemKind
from citewell.source.fences import USE
from citewell.source.yaml import FATAL_KINDS

_FURTHEST: Final = 1 << 30  # a column beyond the end of every line
#: The names in a file are known in spite of these.
_HIDE_NO_NAME: Final = frozenset(
    {ProblemKind.UNKNOWN_KEY, ProblemKind.YAML_DUPLICATE_KEY, ProblemKind.DUPLICATE_REFERENCE_KEY}
)
_FRONT_MATTER: Final = FATAL_KINDS | {ProblemKind.FRONT_MATTER, ProblemKind.EMPTY_FILE, ProblemKind.NOT_UTF8}
#: Where a mark went wrong its words are in the text; fixing it mostly ends the doubt about the sentence.
_SENTENCES: Final = frozenset(
    {
        ProblemKind.CITATION_MALFORMED,
        ProblemKind.CITATION_ADJACENT,
        ProblemKind.FOREIGN_MARKUP,
        ProblemKind.LEFTOVER_SYNTAX,
        ProblemKind.NOTE_NUMBER,
        ProblemKind.TOO_DEEP,
    }
)


class Matter(Enum):
    """What a finding may rest on, and a problem may leave unknown."""

    FRONT_MATTER = auto()  # everything in it
    KEY = auto()  # whether a key, by its name, was left out
    VALUE = auto()  # what a key, by its name, was meant to say
    NAMES = auto()  # whether a file or folder of the content holds a name
    MARKS = auto()  # the citation or waiver of a sentence
    STATEMENT = auto()  # whether words are a sentence of the article
    SENTENCES = auto()  # where a sentence ends
    ROW = auto()  # the cells of a row
    HEADING = auto()  # whether a line is a heading
    FIRST_LINE = auto()  # what the first line of an article begins
    BLOCK = auto()  # whether a block, by its name, was left out
    CONTENT = auto()  # what a block, by its name, holds
    OPENING = auto()  # whether a block that opens on a line holds anything


class Reach(Enum):
    """How far a poison goes from the place of its problem."""

    START = auto()  # the premises whose place holds the beginning of the problem
    INSIDE = auto()  # the premises whose place is inside that of the problem
    FILE = auto()  # all premises about the file


@dataclass(frozen=True, slots=True)
class Poison:
    """What a problem leaves unknown, how far, and the name it is about, if it is about one."""

    matter: Matter
    reach: Reach
    name: str = ""


@dataclass(frozen=True, slots=True)
class Premise:
    """What a finding rests on: a matter at a place, or by a name in a file."""

    matter: Matter
    place: Location
    name: str = ""


def rests_on_lines(matter: Matter, place: Location, name: str = "") -> Premise:
    """A premise about all lines that a place is in."""
    return Premise(matter, replace(place, column=1, end_column=_FURTHEST), name)


def rests_on_use(path: str, name: str) -> Premise:
    """The premise that every use of a shared text in an article was read, by the path of the article."""
    return Premise(Matter.BLOCK, Location(path), f"{USE} {name}")


def rests_on_names(path: str) -> Premise:
    """The premise that every name in a file or folder of ``content_src`` was read."""
    return Premise(Matter.NAMES, Location(f"content_src/{path}"))


def rests_on_front_matter(article: Article) -> Premise:
    """The premise that all of an article's front matter was read."""
    return Premise(Matter.FRONT_MATTER, Location(article.source.path))


def rests_on_key(article: Article, key: str) -> tuple[Premise, ...]:
    """The premises that a key of the front matter without a value was left out, not refused or misspelt."""
    place = Location(article.source.path)
    return (rests_on_front_matter(article), Premise(Matter.KEY, place, key), Premise(Matter.VALUE, place, key))


def rests_on_block(article: Article, name: str) -> Premise:
    """The premise that a block was left out, not meant and malformed."""
    return Premise(Matter.BLOCK, Location(article.source.path), name)


#: What problems of a kind leave unknown, whatever their facts; further below is what depends on the facts.
_POISONS: Final[dict[ProblemKind, tuple[Poison, ...]]] = {
    ProblemKind.FRONT_MATTER: (Poison(Matter.FIRST_LINE, Reach.START),),
    ProblemKind.CITATION_MALFORMED: (Poison(Matter.MARKS, Reach.START),),
    ProblemKind.FOREIGN_MARKUP: (Poison(Matter.STATEMENT, Reach.INSIDE),),
    ProblemKind.TOO_DEEP: (Poison(Matter.STATEMENT, Reach.INSIDE),),
    ProblemKind.COMPARISON_SHAPE: (Poison(Matter.ROW, Reach.START),),
    ProblemKind.UNDERLINED_HEADING: (Poison(Matter.HEADING, Reach.START),),
}


def poisons_of(problem: AnyProblem) -> Iterator[Poison]:
    """What a problem leaves unknown."""
    if problem.kind not in _HIDE_NO_NAME:
        yield Poison(Matter.NAMES, Reach.FILE)
    if problem.kind in _FRONT_MATTER:
        yield Poison(Matter.FRONT_MATTER, Reach.FILE)
    if problem.kind in _SENTENCES:
        yield Poison(Matter.SENTENCES, Reach.START)
    yield from _POISONS.get(problem.kind, ())
    match problem.facts:
        case yaml_problems.WrongValue(key=key):
            yield Poison(Matter.VALUE, Reach.FILE, key)
        case yaml_problems.UnknownKey(likely_key=key):
            yield Poison(Matter.KEY, Reach.FILE if problem.location.path.endswith(".md") else Reach.START, key)
        case text_problems.LeftoverSyntax(characters=characters) if characters.startswith("["):
            yield Poison(Matter.MARKS, Reach.START)
        case text_problems.UnknownFence(nearest="risk"):  # whose lines are not sentences
            yield Poison(Matter.STATEMENT, Reach.INSIDE)
    yield from _poisons_of_fence(problem)


def _poisons_of_fence(problem: AnyProblem) -> Iterator[Poison]:
    """A block that went wrong was meant. Nobody knows what is in one without an end, or in a shared text not found."""
    if isinstance(problem.facts, text_problems.UnknownShared):
        names = [*fence_names(), f"{USE} {problem.facts.nearest}"]
        yield from (Poison(Matter.BLOCK, Reach.FILE, name) for name in names)
    match problem.facts:
        case text_problems.MalformedFence(line=line):
            names = [name for name in fence_names() if name in line]
        case text_problems.UnknownFence(name=name, nearest=nearest):
            names = [name, nearest]
        case (
            text_problems.NestedFence(block=name)
            | text_problems.UnclosedFence(block=name)
            | text_problems.FenceTitle(block=name)
            | text_problems.EmptyFence(block=name)
            | text_problems.FenceContent(block=name)
        ):
            names = [name]
        case _:
            return
    longest = [name for name in names if not any(name in other for other in names if other != name)]
    yield from (Poison(Matter.BLOCK, Reach.FILE, name) for name in longest)
    if isinstance(problem.facts, text_problems.UnclosedFence):
        yield Poison(Matter.CONTENT, Reach.FILE, problem.facts.block)
        yield Poison(Matter.OPENING, Reach.START)


def find_unread(problems: Iterable[AnyProblem]) -> frozenset[str]:
    """The files in which a name may have been overlooked, and the folders that they are in."""
    files = {each.location.path for each in problems if each.kind not in _HIDE_NO_NAME}
    return frozenset(str(place) for file in files for place in (file, *PurePosixPath(file).parents))


_Point: TypeAlias = tuple[int, int]  # line and column
_Subject: TypeAlias = tuple[Matter, str, str]  # with its name and the path of the file


class Poisoned:
    """All that the problems of a site leave unknown; each premise is answered in the logarithm of their number."""

    def __init__(self, problems: Iterable[AnyProblem], unread: Iterable[str] = ()) -> None:
        """``unread`` are further files and folders in which names are unknown."""
        self._files: set[_Subject] = {(Matter.NAMES, "", path) for path in unread}
        starts: dict[_Subject, list[_Point]] = defaultdict(list)
        areas: dict[_Subject, list[tuple[_Point, _Point]]] = defaultdict(list)
        for problem in problems:
            place = problem.location
            for poison in poisons_of(problem):
                subject = (poison.matter, poison.name, place.path)
                if poison.reach is Reach.FILE:
                    self._files.add(subject)
                elif poison.reach is Reach.START:
                    starts[subject].append(_start(place))
                else:
                    areas[subject].append((_start(place), _end(place)))
        for matter, name, path in [each for each in self._files if each[0] is Matter.NAMES]:
            self._files.update((matter, name, str(folder)) for folder in PurePosixPath(path).parents)
        self._starts = {subject: sorted(points) for subject, points in starts.items()}
        self._areas = {subject: sorted(found) for subject, found in areas.items()}
        self._furthest = {
            subject: list(accumulate((end for _, end in found), max)) for subject, found in self._areas.items()
        }

    def spoils(self, premise: Premise) -> bool:
        """Whether a problem leaves unknown what a finding rests on."""
        subject = (premise.matter, premise.name, premise.place.path)
        start, end = _start(premise.place), _end(premise.place)
        if subject in self._files:
            return True
        points = self._starts.get(subject, [])
        if bisect_left(points, start) < bisect_right(points, end):
            return True
        around = bisect_right(self._areas.get(subject, []), start, key=lambda area: area[0])
        return around > 0 and self._furthest[subject][around - 1] >= end

    def spoils_any(self, premises: Iterable[Premise]) -> bool:
        """Whether any of some premises is unknown."""
        return any(map(self.spoils, premises))


def _start(place: Location) -> _Point:
    return place.line, place.column


def _end(place: Location) -> _Point:
    return place.end_line, place.end_column
