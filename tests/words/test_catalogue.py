"""The catalogue holds every text that the code asks for, and no text that nobody asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import citewell
from citewell.messages import catalogue, read_catalogue

PACKAGE: Final = Path(citewell.__file__).parent
ASKS: Final = frozenset({"counted", "marked", "several"})
IN_TEMPLATES: Final = re.compile(r"\bwords\.(\w+)")


def test_what_the_code_asks_for_is_there() -> None:
    assert {asked for asked in _asked() if not _known(asked)} == set()


def test_nothing_is_there_that_nobody_asks_for() -> None:
    asked = {*_asked(), *_named()}
    assert {name for name in catalogue() if not any(fnmatchcase(name, each) for each in asked)} == set()


#: Texts with such words that promise nothing about a page: what a link or a button leads to, and what to do.
HARMLESS: Final = frozenset(
    """theme.footer article.notice evidence_view.show evidence_view.choose evidence_view.title evidence_view.check
    kind.systematic-review kind.review-article type.review type.review-book type.bill
    preview.* search.* packet.*""".split()
)
TELLING: Final = re.compile(
    r"review|doctor|retract|correct|emergenc|urgent|withdraw|demonstration|verdict|checked|approve|draft|supports?\b",
    re.IGNORECASE,
)


def test_what_tells_how_far_a_page_can_be_trusted_is_protected() -> None:
    english = read_catalogue()
    telling = {name for name, text in english.texts.items() if TELLING.search(str(text))}
    open_ones = {name for name in telling - english.protected if not any(fnmatchcase(name, each) for each in HARMLESS)}
    assert open_ones == set(), "write !protected before its text in en.yml, or say here that it promises nothing"


def _known(asked: str) -> bool:
    return any(fnmatchcase(name, asked) for name in catalogue())


def _asked() -> Iterator[str]:
    """What calls of ``words(…)`` and its methods ask for; a part that is computed is a star."""
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _is_words(node.func):
                yield from _names(node.args[0])
    for template in PACKAGE.joinpath("theme").rglob("*.html"):
        for name in IN_TEMPLATES.findall(template.read_text(encoding="utf-8")):
            yield f"theme.{name}"


def _is_words(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr == "words" or (called.attr in ASKS and _is_words(called.value))
    return isinstance(called, ast.Name) and called.id == "words"


def _names(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.IfExp):
        yield from _names(argument.body)
        yield from _names(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in argument.values)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def _named() -> Iterator[str]:
    """Every name of a text that the code mentions, as in a table from which it then asks."""
    sections = {name.partition(".")[0] for name in catalogue()}
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                for name in _names(node):
                    if name.partition(".")[0] in sections and "." in name:
                        yield name


def _trees() -> Iterator[ast.Module]:
    return (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
