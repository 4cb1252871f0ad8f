"""``site.yml``: who publishes, for whom, and what an article may leave without a source."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final, NamedTuple

from citewell import __version__
from citewell.diagnostics import Location
from citewell.errors import ConfigurationError
from citewell.model.article import ArticleType
from citewell.model.keys import ShownText, group_of
from citewell.model.policies import Policies
from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import FORMAT, Settings
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.documents import read_yaml_file
from citewell.source.misspellings import find_nearest_word
from citewell.source.nodes import GroupNode, Node
from citewell.source.plain_text_check import find_markup_problems

_BRACES: Final = re.compile(r"\{([^{}]*)\}")


class ReadSettings(NamedTuple):
    """The settings as far as they could be read, every problem of their file, and the texts readers see."""

    settings: Settings
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...] = ()


def read_settings(source: SourceText) -> ReadSettings:
    """Read ``site.yml``. What cannot be read keeps its default; a site is a demonstration until it says otherwise."""
    document = read_yaml_file(group_of(Settings), source, {"publisher": Placed("(no publisher)", Span(0, 0))})
    assert document.value is not None, "a publisher is all it needs"
    settings, places = document.value, _places(document.root, source)
    typed = next((text.text for text in document.texts if text.key == "notice"), None)
    notice = _fill_notice(typed, settings, source, places.keys()) if typed else _Notice("")
    policies = replace(settings.policies, evidence_for=_without_empty(settings.policies))
    name = settings.name or settings.publisher
    filled = replace(settings, name=name, notice=notice.text, policies=policies, places=places)
    problems = (*document.problems, *notice.problems, *find_markup_problems(source, document.texts))
    return ReadSettings(filled, problems, document.texts)


def refuse_newer_format(settings: Settings) -> None:
    """Raise ``ConfigurationError`` for content of a newer format: each of its new keys would be reported as unknown."""
    if settings.format > FORMAT:
        raise ConfigurationError(
            f"{settings.place('format')}: the content has format {settings.format}, and this Citewell ({__version__}) "
            f"knows no format after {FORMAT}",
            "use the Citewell that the site was upgraded with, or a newer one",
        )


class _Notice(NamedTuple):
    text: str
    problems: tuple[AnyProblem, ...] = ()


def _fill_notice(notice: Placed, settings: Settings, source: SourceText, given: Collection[str]) -> _Notice:
    """The notice with what the settings say at its places; a place that cannot be filled is left out and noted.

    Not noted is one that the file does give (``given``), but as a value that is itself at fault.
    """
    known = {"emergency_number": settings.emergency_number, "region": settings.region}
    problems: list[AnyProblem] = []

    def note(expected: Expectation, found: str = "", nearest: str = "") -> None:
        facts = WrongValue(expected, "notice", found=found, nearest=nearest, choices=tuple(known))
        problems.append(Problem(source.locate(notice.span), facts))

    for name in dict.fromkeys(_BRACES.findall(notice.text)):
        if name in known and name not in given:
            note(Expectation.NOTICE_SETTING, name)
        elif name not in known:
            note(Expectation.NOTICE_PLACE, name, find_nearest_word(name.strip().replace("-", "_"), [*known]))
    filled = _BRACES.sub(lambda found: known.get(found[1], ""), notice.text)
    if set(filled) & set("{}"):
        note(Expectation.NOTICE_BRACES)
    return _Notice(" ".join(filled.split()), tuple(problems))


def _places(root: Node | None, source: SourceText) -> dict[str, Location]:
    """The place of each value of the file, by its key."""
    entries = root.entries if isinstance(root, GroupNode) else ()
    return {entry.key.text: source.locate(entry.value.span) for entry in entries}


def _without_empty(policies: Policies) -> dict[ArticleType, tuple[str, ...]]:
    """The kinds of evidence asked for, by type of article; an empty list asks for none."""
    return {ArticleType(about): kinds for about, kinds in policies.evidence_for.items() if kinds}
