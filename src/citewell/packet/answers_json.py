"""The file that a packet saves, read back. It comes from outside: nothing in it is believed before it was looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from citewell.diagnostics import Location
from citewell.model.answer_problems import (
    AnswersError,
    AnswersMismatch,
    AnswersOfAnother,
    WantedValue,
    WrongAnswerValue,
)
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.reviews import ClaimVerdict
from citewell.model.source_location import SourceText, Span
from citewell.packet.answers import (
    MOST_NOTE,
    Answers,
    ClaimAnswer,
    ReadAnswers,
    clean_note,
    has_digest_form,
    has_id_form,
    parse_verdict,
    refuse_file,
)
from citewell.packet.format import FORMAT, VERSION

_BETWEEN: Final = re.compile(r"[\s,:]*")
_DECODER: Final = json.JSONDecoder()
_WANTED: Final = {"claim": WantedValue.CLAIM, "digest": WantedValue.DIGEST, "text": WantedValue.TEXT}
_FORMS: Final = {"claim": has_id_form, "digest": has_digest_form}
_LONGEST: Final = 2000  # characters of a value of the head that is not a note


class _NameTwice(ValueError):
    """An object of JSON has a name twice: which value counts, nobody can say."""


def read_answers_json(source: SourceText, own_words: Mapping[str, ClaimVerdict]) -> ReadAnswers:
    """The answers in the text of a file that a packet saved. ``own_words`` as for ``parse_verdict``."""
    start = Location(source.path)
    try:
        data = json.loads(source.text, object_pairs_hook=_refuse_repeated_names)
    except _NameTwice as error:
        return refuse_file(start, AnswersError.NAME_TWICE, str(error))
    except json.JSONDecodeError as error:
        place = source.locate(Span(error.pos, error.pos))
        return refuse_file(place, AnswersError.NOT_JSON, error.msg)
    except RecursionError:
        return refuse_file(start, AnswersError.TOO_DEEP)
    except ValueError as error:  # a number with thousands of digits
        return refuse_file(start, AnswersError.NOT_JSON, str(error))
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("answers"), list):
        return refuse_file(start, AnswersError.OTHER_FILE)
    version = data.get("version")
    if version != VERSION or type(version) is not int:
        newer = type(version) is int and version > VERSION
        mismatch = AnswersMismatch.NEWER_VERSION if newer else AnswersMismatch.VERSION
        facts = AnswersOfAnother(mismatch, repr(version)[:40], str(VERSION))
        return ReadAnswers(None, (Problem(_find_name(source, "version"), facts),))
    return _Reader(source, own_words).read(data)


def _refuse_repeated_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _NameTwice(next(name for name in names if names.count(name) > 1)[:80])
    return found


def _find_name(source: SourceText, name: str, within: Span | None = None) -> Location:
    """The place of a value of the whole object, or of the one ``within``; its beginning if it has no such name."""
    start = within.start if within else _skip_between(source.text, 0)
    found = _find_value(source.text, start, name)
    at = start if found is None else found
    return source.locate(Span(at, at))


def _find_value(text: str, at: int, name: str) -> int | None:
    """Where the value of a name begins, in the object that begins at ``at`` of a text that is known to be JSON.

    It is read as JSON: a search for the name would find it in an inner object, and miss one written with escapes.
    """
    at = _skip_between(text, at + 1)
    while text[at] != "}":
        found, end = _DECODER.raw_decode(text, at)
        start = _skip_between(text, end)
        if found == name:
            return start
        _, end = _DECODER.raw_decode(text, start)
        at = _skip_between(text, end)
    return None


def _skip_between(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _show(value: object) -> str:
    """A value as JSON writes it, cut off."""
    return json.dumps(value, ensure_ascii=False)[:80]


class _Reader:
    """Reads one file of the right format and version; notes what is not as it must be."""

    def __init__(self, source: SourceText, own_words: Mapping[str, ClaimVerdict]) -> None:
        self._source = source
        self._own_words = own_words
        self._problems: list[AnyProblem] = []
        self._unread: set[str] = set()

    def read(self, data: Mapping[str, Any]) -> ReadAnswers:
        """The answers; ``None`` where the head leaves unknown what they are about or whose they are."""
        slug, by = (self._read_text(data, name) for name in ("slug", "by"))
        day = self._read_day(data)
        signed = data.get("signed")
        if not isinstance(signed, bool):
            self._note("signed", WrongAnswerValue("signed", WantedValue.FLAG, _show(signed)))
        sections = self._read_sections(data)
        head_is_sound = not self._problems
        note = data.get("note", "")
        places = list(self._find_answers())
        answers = [self._read_answer(item, span) for item, span in zip(data["answers"], places, strict=True)]
        if not head_is_sound:
            return ReadAnswers(None, tuple(self._problems))
        whole = Answers(
            slug,
            by,
            day,
            bool(signed),
            self._read_note("note", note, None),
            tuple(answer for answer in answers if answer),
            frozenset(self._unread),
            Location(self._source.path),
            _find_name(self._source, "by"),
            sections,
        )
        return ReadAnswers(whole, tuple(self._problems))

    def _find_answers(self) -> Iterator[Span]:
        """Where each answer is in the text, which is known to be JSON."""
        text = self._source.text
        start = _find_value(text, _skip_between(text, 0), "answers")
        assert start is not None, "the name is there"
        at = _skip_between(text, start + 1)
        while text[at] != "]":
            _, end = _DECODER.raw_decode(text, at)
            yield Span(at, end)
            at = _skip_between(text, end)

    def _read_answer(self, item: object, span: Span) -> ClaimAnswer | None:
        if not isinstance(item, dict):
            self._problems.append(
                Problem(self._source.locate(span), WrongAnswerValue("answers", WantedValue.OBJECT, _show(item)))
            )
            return None
        texts: dict[str, Any] = {name: item.get(name, "") for name in ("claim", "digest", "text")}
        for name, value in texts.items():
            if not isinstance(value, str) or (name in _FORMS and not _FORMS[name](value)):
                self._note(name, WrongAnswerValue(name, _WANTED[name], _show(value)), span)
                self._unread.add(str(texts["claim"]))
                return None
        written = item.get("verdict")
        verdict = parse_verdict(written, self._own_words) if isinstance(written, str) else None
        if written is not None and not isinstance(written, str):
            verdict = WrongAnswerValue("verdict", WantedValue.VERDICT, _show(written))
        if isinstance(verdict, Facts):
            self._note("verdict", verdict, span)
            self._unread.add(texts["claim"])
            return None
        note = self._read_note("note", item.get("note", ""), span)
        return ClaimAnswer(**texts, verdict=verdict, note=note, place=self._source.locate(span))

    def _read_text(self, data: Mapping[str, Any], name: str) -> str:
        value = data.get(name, "")
        if not isinstance(value, str) or len(value) > _LONGEST:
            self._note(name, WrongAnswerValue(name, WantedValue.TEXT, _show(value)))
            return ""
        return value

    def _read_sections(self, data: Mapping[str, Any]) -> dict[str, str]:
        sections = data.get("sections", {})
        if isinstance(sections, dict) and all(
            isinstance(each, str) and has_digest_form(each) for each in sections.values()
        ):
            return sections
        self._note("sections", WrongAnswerValue("sections", WantedValue.DIGEST, _show(sections)))
        return {}

    def _read_note(self, name: str, value: object, span: Span | None) -> str:
        note = clean_note(value) if isinstance(value, str) else ""
        if not isinstance(value, str) or len(note) > MOST_NOTE:
            self._note(name, WrongAnswerValue(name, WantedValue.NOTE, _show(value)), span)
        return note[:MOST_NOTE]

    def _read_day(self, data: Mapping[str, Any]) -> date | None:
        value = data.get("on")
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            self._note("on", WrongAnswerValue("on", WantedValue.DAY, _show(value)))
            return None

    def _note(self, name: str, facts: Facts, span: Span | None = None) -> None:
        self._problems.append(Problem(_find_name(self._source, name, span), facts))
