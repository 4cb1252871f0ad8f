"""Short ways to write an article and a bibliography in a test: ``article("Pain. [@a; @b]", "More. [@a]")``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.citations.identifiers import make_identifier_key
from citewell.diagnostics import Location
from citewell.model.article import Article, ArticleKind, FrontMatter
from citewell.model.blocks import Node, Prose, Role
from citewell.model.inlines import Citation, CitationItem, Emphasis, Inline, Text
from citewell.model.references import Bibliography, IdentifierKind, Reference
from citewell.model.source_location import Placed, SourceText, Span


@dataclass(frozen=True, slots=True)
class Box:
    """A block that holds others, as a card or a list does."""

    span: Span
    children: Sequence[Node]


def reference(key: str, /, type: str = "webpage", **variables: str) -> Reference:  # noqa: A002 - CSL's own word
    fields = {name.replace("_", "-"): value for name, value in variables.items()}
    return Reference(key, type, fields, places={"": Location("content_src/references/all.yml")})


def bibliography(*references: Reference) -> Bibliography:
    by_identifier: dict[str, str] = {}
    for known in references:
        for kind, value in known.identifiers.items():
            by_identifier.setdefault(make_identifier_key(kind, value), known.key)
    return Bibliography({known.key: known for known in references}, by_identifier)


def keys(*names: str) -> Bibliography:
    return bibliography(*(reference(name) for name in names))


def identified(key: str, kind: IdentifierKind, value: str) -> Reference:
    return Reference(key, "webpage", {}, identifiers={kind: value})


def inlines(text: str, start: int) -> tuple[Inline, ...]:
    """Text in which ``[@a; @b]`` are citations and ``*words*`` are stressed, citations in them too."""
    found: list[Inline] = []
    done = 0
    for match in re.finditer(r"\[(@[^\]]+)\]|\*([^*]+)\*", text):
        if match.start() > done:
            found.append(Text(Span(start + done, start + match.start()), text[done : match.start()]))
        span = Span(start + match.start(), start + match.end())
        if match[1]:
            items = [(item.start(1), item[1]) for item in re.finditer(r"(@[^;]+)", match[1])]
            base = start + match.start() + 1
            found.append(
                Citation(span, tuple(CitationItem(Span(base + at, base + at + len(key)), key[1:]) for at, key in items))
            )
        else:
            found.append(Emphasis(span, inlines(match[2], start + match.start(2))))
        done = match.end()
    return (*found, Text(Span(start + done, start + len(text)), text[done:]))


def article(*texts: str | list[str]) -> Article:
    """An article of paragraphs; a list of texts is a block with a label and paragraphs."""
    nodes: list[Node] = []
    written = ""
    for text in texts:
        inside: list[Node] = []
        for line in [text] if isinstance(text, str) else text:
            role = Role.LABEL if isinstance(text, list) and not inside else Role.PROSE
            inside.append(Prose(Span(len(written), len(written) + len(line)), role, "x", inlines(line, len(written))))
            written += line + "\n"
        nodes.extend(inside if isinstance(text, str) else [Box(Span(0, len(written)), inside)])
    source = SourceText("content_src/articles/x/article.md", written)
    return Article("x", ArticleKind.ARTICLE, source, FrontMatter(Placed("X", Span(0, 1))), tuple(nodes))
