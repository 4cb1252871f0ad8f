"""What may be called missing: nothing whose place could not be read, so that one fault gives one finding."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.article import Article
from citewell.model.claims import Claim, Status
from citewell.model.problems import Problem
from citewell.model.source_location import Span
from citewell.source.front_matter import split
from citewell.source.yaml import FATAL_KINDS

if TYPE_CHECKING:
    from citewell.article_context import ArticleContext
    from citewell.rules.rule import Context

_UNREAD: Final = FATAL_KINDS | {"front-matter", "empty-file", "not-utf8"}
# All other flaws may hide the name of a reference or a person: its file, or what stands behind them, was not read.
_HIDE_NO_NAME: Final = {"unknown-key", "yaml-duplicate-key", "duplicate-reference-key"}
_BEGUN_MARK: Final = re.compile(r"[ \t]*\n?[ \t]*(?:\[[^\[\]\n]*)?")  # directly behind a sentence


def front_matter_was_read(article: Article) -> bool:
    """Whether all of an article's front matter could be read."""
    return not any(flaw.kind in _UNREAD for flaw in article.flaws)


def every_name_was_read(context: Context | ArticleContext, place: str) -> bool:
    """Whether a name that was not found in a file or folder of the content (``references``) does not stand there.

    Else it may be right, and no correction may put another in its place.
    """
    return f"content_src/{place}" not in context.unread


def unread_places(problems: Iterable[Problem]) -> frozenset[str]:
    """The files in which a name may have been overlooked, and the folders that they are in."""
    files = {flaw.location.path for flaw in problems if flaw.kind not in _HIDE_NO_NAME}
    return frozenset(str(place) for file in files for place in (file, *PurePosixPath(file).parents))


def may_be_missing(article: Article, key: str) -> bool:
    """Whether a key of the front matter that has no value was really left out, and not refused or misspelt."""
    return front_matter_was_read(article) and not any(
        (flaw.kind == "wrong-value" and f'"{key}"' in flaw.detail)
        or (flaw.kind == "unknown-key" and flaw.suggestion == key)
        for flaw in article.flaws
    )


def unsupported(article: Article) -> list[Claim]:
    """The claims with neither a citation nor a waiver, but for what is reported as something else.

    That is a claim whose mark went wrong, and one that is nothing but another system's markup.
    """
    markup = dict(article.source.span(flaw.location) for flaw in article.flaws if flaw.kind == "foreign-markup")
    uncited = [
        claim
        for claim in article.claims
        if claim.status is Status.UNCITED and markup.get(claim.span.start, -1) < claim.span.end
    ]
    failed = sorted(article.source.span(flaw.location).start for flaw in article.flaws if _is_mark(flaw))
    return [claim for claim in uncited if not _mark_failed(article.source.text, claim.span, failed)]


def _is_mark(flaw: Problem) -> bool:
    return flaw.kind == "citation-malformed" or (flaw.kind == "leftover-syntax" and flaw.detail.startswith("["))


def _mark_failed(text: str, claim: Span, failed: list[int]) -> bool:
    """Whether the first mark that failed after a claim began stands in it, or directly behind it."""
    position = bisect_left(failed, claim.start)
    behind = _BEGUN_MARK.match(text, claim.end)
    return position < len(failed) and behind is not None and failed[position] <= behind.end()


class Absence(NamedTuple):
    """A value that an article lacks: where to say so, and whether its key stands there already (``begun``)."""

    place: Location
    begun: bool

    def ask(self, begun: str) -> str:
        """What to do: ``begun`` where the key stands without a value, else a line is to be added."""
        return begun if self.begun else "add a line"


def absence(article: Article, key: str) -> Absence | None:
    """The lack of a front matter value, which the caller found absent; ``None`` when another finding tells of it."""
    if not may_be_missing(article, key):
        return None
    begun = _key_without_value(article, key)
    return Absence(begun or head_of(article), begun is not None)


def stands(article: Article, key: str) -> bool:
    """Whether a key stands in the front matter, whatever its value is worth."""
    front = split(article.source).yaml or Span(0, 0)
    return bool(re.compile(rf"^{key}:", re.MULTILINE).search(article.source.text, *front))


def _key_without_value(article: Article, key: str) -> Location | None:
    """Where a key stands in the front matter with nothing after it; ``None`` where the key itself was left out."""
    front = split(article.source).yaml or Span(0, 0)
    found = re.compile(rf"^{key}:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$", re.MULTILINE).search(
        article.source.text, *front
    )
    return article.locate(Span(found.start(), found.start() + len(key))) if found else None


def head_of(article: Article) -> Location:
    """Where to report what an article lacks: its title, or its first line when it has none."""
    return article.locate(article.front.title.span)


def body_of(article: Article) -> Location:
    """Where to report what an article's text lacks at its beginning."""
    if not article.body:
        return head_of(article)
    start = article.body[0].span.start
    return article.locate(Span(start, start))
