"""Verdicts on claims as a program, or a person with one, sends them back: a JSON object a line.

``SentVerdict`` is the format: ``citewell schema verdicts`` describes it as JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import msgspec

from citewell.diagnostics import Location
from citewell.model.answer_problems import (
    AnswersError,
    UnknownAnswerVerdict,
    UnreadableAnswers,
    WantedValue,
    WrongAnswerValue,
)
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.reviews import ClaimVerdict
from citewell.packet.answers import MOST_NOTE, ClaimAnswer, clean_note, has_digest_form, has_id_form, parse_verdict

_FIELD: Final = re.compile(r"(?:`\$\.(\w+)|field `(\w+)`)")
_WANTED: Final = {
    "claim": WantedValue.CLAIM,
    "digest": WantedValue.DIGEST,
    "article": WantedValue.ARTICLE,
    "verdict": WantedValue.VERDICT,
    "date": WantedValue.DAY,
}
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class SentVerdict:
    """A verdict on one claim.

    ``claim``, ``digest`` and ``article`` are as they were sent out. ``verdict`` is ``yes``, ``partly``, ``no``,
    ``cannot-tell`` or ``wrong``. Whose it is: a person by their id (``by``), or a ``program`` with its ``version``.
    """

    article: str
    claim: str
    digest: str
    verdict: str
    date: date
    note: str = ""
    program: str = ""
    version: str = ""
    by: str = ""


class Sender(NamedTuple):
    """Whose verdicts they are, and of which day: a person by id, or a program with its version."""

    on: date
    by: str = ""
    program: str = ""
    version: str = ""


class ReadVerdict(NamedTuple):
    """A verdict of a file: the article that it is about, whose it is, and the answer."""

    article: str
    sender: Sender
    answer: ClaimAnswer


class ReadVerdicts(NamedTuple):
    """The verdicts that could be read, and a problem for each line that could not."""

    verdicts: tuple[ReadVerdict, ...]
    problems: tuple[AnyProblem, ...]


def read_sent_verdicts(path: str, text: str, today: date, own_words: Mapping[str, ClaimVerdict]) -> ReadVerdicts:
    """Read a file of verdicts; ``path`` names it in problems. ``own_words`` as for ``parse_verdict``."""
    verdicts: list[ReadVerdict] = []
    problems: list[AnyProblem] = []
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        problems.append(Problem(Location(path), UnreadableAnswers(AnswersError.EMPTY)))
    for number, line in lines:
        place = Location(path, number, 1, number, 1)
        found = _read_line(line, place, today, own_words)
        if isinstance(found, ReadVerdict):
            verdicts.append(found)
        else:
            problems.append(Problem(place, found))
    return ReadVerdicts(tuple(verdicts), tuple(problems))


def _read_line(line: str, place: Location, today: date, own_words: Mapping[str, ClaimVerdict]) -> ReadVerdict | Facts:
    """A verdict, or what is wrong with its line."""
    try:
        sent = msgspec.json.decode(line.encode("utf-8", "replace"), type=SentVerdict)
    except msgspec.ValidationError as error:
        named = _FIELD.search(str(error))
        name = next(filter(None, named.groups()), "") if named else ""
        return WrongAnswerValue(name or "line", _WANTED.get(name, WantedValue.TEXT if name else WantedValue.OBJECT), "")
    except msgspec.DecodeError as error:
        return UnreadableAnswers(AnswersError.NOT_JSON, str(error))
    except RecursionError:
        return UnreadableAnswers(AnswersError.TOO_DEEP)
    wrong = next(_find_wrong_values(sent, today), None)
    verdict = parse_verdict(sent.verdict, own_words)
    if wrong or isinstance(verdict, Facts):
        return wrong or verdict  # type: ignore[return-value]  # one of them is facts
    if verdict is None:
        return UnknownAnswerVerdict("", "", formula=False)
    sender = Sender(sent.date, sent.by, " ".join(sent.program.split()), " ".join(sent.version.split()))
    return ReadVerdict(
        sent.article, sender, ClaimAnswer(sent.claim, sent.digest, "", verdict, clean_note(sent.note), place)
    )


def _find_wrong_values(sent: SentVerdict, today: date) -> Iterator[Facts]:
    """What no type says: the form of a digest, a day that has come, and exactly one whose verdict it is."""
    if not has_id_form(sent.claim):
        yield WrongAnswerValue("claim", WantedValue.CLAIM, "")
    if not has_digest_form(sent.digest):
        yield WrongAnswerValue("digest", WantedValue.DIGEST, sent.digest[:80])
    if sent.date > today:
        yield WrongAnswerValue("date", WantedValue.DAY, sent.date.isoformat())
    names = (sent.program, sent.version, sent.by)
    if bool(sent.by) == bool(sent.program) or bool(sent.program) != bool(sent.version):
        yield WrongAnswerValue("program", WantedValue.SOMEBODY, "")
    if any(len(name) > _LONGEST_NAME or not name.isprintable() for name in names):
        yield WrongAnswerValue("program", WantedValue.SOMEBODY, "")
    if len(clean_note(sent.note)) > MOST_NOTE:
        yield WrongAnswerValue("note", WantedValue.NOTE, sent.note[:80])
