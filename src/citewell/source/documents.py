"""One YAML document read as one model: what it says, what remains of it, and every flaw, each fault said once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple

from citewell.diagnostics import Location
from citewell.model.flaws import Flaw
from citewell.model.place import Placed, SourceText, Span
from citewell.source.characters import odd_characters
from citewell.source.nodes import Node
from citewell.source.schema import M, check
from citewell.source.yaml import FATAL_KINDS, read_yaml


class Document(NamedTuple, Generic[M]):
    """A document: its model (``None`` when too little could be read), its nodes, its flaws."""

    value: M | None
    root: Node | None
    flaws: tuple[Flaw, ...]


def read_file(model: type[M], source: SourceText, fallback: Mapping[str, Placed] | None = None) -> Document[M]:
    """Read a whole file, odd characters noted on the way; one that holds nothing but comments is empty."""
    read = read_document(model, source, Span(0, len(source.text)), fallback)
    odd = odd_characters(source)
    if read.root is None and not any(flaw.kind in FATAL_KINDS for flaw in read.flaws):
        return Document(read.value, None, (*odd, Flaw("empty-file", Location(source.path))))
    return Document(read.value, read.root, (*odd, *read.flaws))


def read_document(
    model: type[M], source: SourceText, span: Span, fallback: Mapping[str, Placed] | None = None
) -> Document[M]:
    """Read the document in a span. Where a fault ended the reading, nothing is called missing."""
    root, flaws = read_yaml(source, span)
    checked = check(model, root, source, fallback)
    if not any(flaw.kind in FATAL_KINDS for flaw in flaws):
        return Document(checked.value, root, (*flaws, *checked.flaws))
    known = tuple(flaw for flaw in checked.flaws if flaw.kind != "missing-key")
    return Document(checked.value, root, (*flaws, *(() if root is None else known)))
