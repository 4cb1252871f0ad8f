"""Protected texts in ``words.yml``: an English site keeps them, and a translation says which English text it is of.

Whether a translation says the same cannot be seen without knowing the language. What can be seen is here: that somebody
compared it with the English text as it is now, that texts which must differ do differ, and that no number was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from citewell.messages import Catalogue, Forms, Texts, read_catalogue
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.source_location import SourceText, Span
from citewell.model.translation_problems import MisleadingTranslation, ProtectedText, UnconfirmedTranslation
from citewell.source import nodes

#: The section of ``words.yml`` with the English texts that its protected texts were compared with.
ENGLISH_SECTION: Final = "english"
#: Texts of which each must say something else: readers tell states, cards and answers apart by them alone.
_MUST_DIFFER: Final = (
    ("article.not_reviewed", "review.reviewed", "review.partly", "review.changed", "review.doubted", "review.overdue"),
    ("review.reviewed_by", "review.partly_by", "review.changed_by", "review.doubted_by", "review.lay_by"),
    ("packet.yes", "packet.partly", "packet.no", "packet.cannot-tell", "packet.wrong"),
    ("evidence_view.reviewed", "evidence_view.quoted", "evidence_view.sourced", "evidence_view.waived"),
    ("status.ok", "status.failing", "status.broken", "status.wrong-page", "status.refused", "status.unchecked"),
    ("notice_*.study",),
    ("notice_*.work",),
    ("card.*",),
    ("advice.*",),
    ("intent.*",),
    ("certainty.*",),
)
_DENIES: Final = re.compile(r"\b(?:not|no|none|nobody|never|neither|don['’]t)\b", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d+")
_WITHOUT_FIGURE: Final = frozenset({"zero", "one", "two"})  # forms of one number, which may be written as a figure


def read_confirmed(node: nodes.Node | None) -> dict[str, str | Forms]:
    """The English texts that translations were compared with, by name; what has another shape counts as none."""
    if not isinstance(node, nodes.GroupNode):
        return {}
    return {entry.key.text: read for entry in node.entries if (read := _read_confirmed_text(entry.value)) is not None}


class ProtectedTexts(NamedTuple):
    """What is wrong with protected texts, and the names of those in whose place readers see the English ones."""

    problems: tuple[AnyProblem, ...]
    refused: frozenset[str]


def check_protected(
    source: SourceText, texts: Texts, places: Mapping[str, Span], confirmed: Texts, is_english: bool
) -> ProtectedTexts:
    """Judge the protected ones of the ``texts`` that a site words; ``places`` are those of their keys.

    ``confirmed`` are the English texts that they were compared with.
    """
    english = read_catalogue()
    written = [name for name in texts if name in english.protected]
    found = [
        *(_find_overrides(written, texts, english) if is_english else _compare(written, texts, confirmed, english))
    ]
    refused = (name for name, facts in found if isinstance(facts, ProtectedText | MisleadingTranslation))
    problems = (Problem(source.locate(places[name]), facts) for name, facts in found)
    return ProtectedTexts(tuple(problems), frozenset(refused))


def has_same_words(one: str | Forms | None, other: str | Forms | None) -> bool:
    """Whether two texts are the same but for white space."""
    return one is not None and other is not None and _normalise(one) == _normalise(other)


def show_text(text: str | Forms) -> str:
    """A text in one line, its forms one after another."""
    return " ".join(text.split()) if isinstance(text, str) else " / ".join(map(show_text, text.values()))


def _read_confirmed_text(node: nodes.Node) -> str | Forms | None:
    if isinstance(node, nodes.Scalar):
        return node.text
    if not isinstance(node, nodes.GroupNode):
        return None
    return {form.key.text: form.value.text for form in node.entries if isinstance(form.value, nodes.Scalar)}


def _find_overrides(written: Sequence[str], texts: Texts, english: Catalogue) -> Iterator[tuple[str, Facts]]:
    for name in written:
        if not has_same_words(texts[name], english.texts[name]):
            yield name, ProtectedText(name, show_text(english.texts[name]))


def _compare(written: Sequence[str], texts: Texts, confirmed: Texts, english: Catalogue) -> Iterator[tuple[str, Facts]]:
    unconfirmed = tuple(name for name in written if name not in confirmed)
    if unconfirmed:
        yield unconfirmed[0], UnconfirmedTranslation(unconfirmed)
    for name in written:
        now = english.texts[name]
        if name in confirmed and not has_same_words(confirmed[name], now):
            yield name, UnconfirmedTranslation((name,), show_text(confirmed[name]), show_text(now))
        if figures := _find_strange_figures(texts[name], now):
            yield name, MisleadingTranslation(name, show_text(now), figures)
    yield from _find_alike(written, texts, english.texts)


def _find_alike(written: Sequence[str], texts: Texts, english: Texts) -> Iterator[tuple[str, Facts]]:
    """Each text that has a form in the same words as an earlier text from which it must differ."""
    by_words: dict[str, list[str]] = {}
    for name in written:
        forms = _normalise(texts[name])
        earlier = [each for form in forms for each in by_words.get(form, ())]
        if other := next((each for each in earlier if _must_differ(name, each, english)), None):
            yield (
                name,
                MisleadingTranslation(
                    name, show_text(english[name]), other=other, other_english=show_text(english[other])
                ),
            )
        for form in forms:
            by_words.setdefault(form, []).append(name)


def _must_differ(one: str, other: str, english: Texts) -> bool:
    """Whether readers would be misled by the same words: for two states, or for something and its opposite."""
    if _normalise(english[one]) == _normalise(english[other]):
        return False
    together = any(all(_is_in(name, group) for name in (one, other)) for group in _MUST_DIFFER)
    return together or _denies(english[one]) is not _denies(english[other])


def _denies(english: str | Forms) -> bool:
    return _DENIES.search(show_text(english)) is not None


def _is_in(name: str, group: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in group)


def _find_strange_figures(text: str | Forms, english: str | Forms) -> str:
    """The first figures of a translation that the English text does not have, or ""."""
    known = {int(figures) for figures in _FIGURE.findall(show_text(english))}
    forms = [text] if isinstance(text, str) else [form for key, form in text.items() if key not in _WITHOUT_FIGURE]
    found = (figures for form in forms for figures in _FIGURE.findall(form))
    return next((figures for figures in found if int(figures) not in known), "")


def _normalise(text: str | Forms) -> tuple[str, ...]:
    forms = [text] if isinstance(text, str) else text.values()
    return tuple(sorted({" ".join(form.split()).rstrip(".:").casefold() for form in forms}))
