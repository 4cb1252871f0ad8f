"""Running text: words, emphasis, links, citations and waivers, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from citewell.model.source_location import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words. When the span is as long as the text, they are in the source as they are; else one was escaped."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words in backticks: shown as they are, never read as citations."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line end in the source: a space, or with ``hard`` a new line."""

    span: Span
    hard: bool


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words stressed once (``*words*``)."""

    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words stressed strongly (``**words**``)."""

    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``href`` is as written, with entities decoded."""

    span: Span
    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language (``[words]{lang=la}``); ``language`` is the tag of BCP 47."""

    span: Span
    language: str
    children: tuple[Inline, ...]


class Intent(StrEnum):
    """How a source relates to the claim that cites it, close to CiTO, the Citation Typing Ontology.

    CiTO's terms are ``supports``, ``obtainsBackgroundFrom`` and ``disputes``; it has none for ``partly``.
    """

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"
    BACKGROUND = "background"


class Certainty(StrEnum):
    """How sure the evidence for a claim is: the four levels of GRADE, as a review or guideline states them."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One key of a citation, with what may be around it (CSL's and pandoc's names).

    ``label`` is CSL's locator term (``page``, ``section``, …) when there is a ``locator``. ``quote`` holds the words
    pinned to this item, without quotation marks. The span covers the key alone, with its ``@`` and any braces.
    ``prefix`` is without the word for the ``intent`` and without the certainty of the claim.
    """

    span: Span
    key: str
    prefix: str | None = None
    locator: str | None = None
    label: str | None = None
    suffix: str | None = None
    quote: str | None = None
    suppress_author: bool = False
    intent: Intent = Intent.SUPPORTS

    @property
    def is_support(self) -> bool:
        """Whether the source says what the claim says, at least in part."""
        return self.intent in (Intent.SUPPORTS, Intent.PARTLY)


@dataclass(frozen=True, slots=True)
class Citation:
    """A mark in the text: one or more citation items in one pair of brackets, and the certainty they state, if any."""

    span: Span
    items: tuple[CitationItem, ...]
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """``[no source: KIND, a note]``: says that a statement has no source, and why it needs none."""

    span: Span
    kind: str
    note: str | None = None


Inline = Text | Code | Break | Emphasis | Strong | Link | Foreign | Citation | Waiver


def walk_leaves(children: tuple[Inline, ...]) -> Iterator[Text | Code | Break | Citation | Waiver]:
    """Everything in the running text that holds no other inline, in reading order."""
    for child in children:
        if isinstance(child, Emphasis | Strong | Link | Foreign):
            yield from walk_leaves(child.children)
        else:
            yield child


def count_words(children: tuple[Inline, ...]) -> int:
    """Count the words; marks do not count."""
    return len("".join([_read_leaf(leaf) for leaf in walk_leaves(children)]).split())


def join_text(children: tuple[Inline, ...]) -> str:
    """The words alone: no marks, no Markdown, white space collapsed."""
    return " ".join("".join(_read_leaf(leaf) for leaf in walk_leaves(children)).split())


def _read_leaf(leaf: Text | Code | Break | Citation | Waiver) -> str:
    if isinstance(leaf, Text | Code):
        return leaf.text
    return " " if isinstance(leaf, Break) else ""
