"""One YAML document read as one model: what it says, its nodes, and every problem, each reported once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple

from citewell.diagnostics import Location
from citewell.model.file_problems import EmptyFile
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import Placed, SourceText, Span
from citewell.source.characters import find_odd_characters
from citewell.source.nodes import Node
from citewell.source.validate import M, check
from citewell.source.yaml import FATAL_KINDS, read_yaml


class Document(NamedTuple, Generic[M]):
    """A document: its model (``None`` when too little could be read), its nodes, its problems.

    When it is ``broken``, a fault ended the reading: what follows is unknown, and what came before may be half read.
    """

    value: M | None
    root: Node | None
    problems: tuple[AnyProblem, ...]
    broken: bool


def read_file(model: type[M], source: SourceText, fallback: Mapping[str, Placed] | None = None) -> Document[M]:
    """Read a whole file, odd characters noted on the way; one that holds nothing but comments is empty."""
    document = read_document(model, source, Span(0, len(source.text)), fallback)
    empty = document.root is None and not document.broken
    problems: tuple[AnyProblem, ...] = (Problem(Location(source.path), EmptyFile()),) if empty else document.problems
    return document._replace(problems=(*find_odd_characters(source), *problems))


def read_document(
    model: type[M], source: SourceText, span: Span, fallback: Mapping[str, Placed] | None = None
) -> Document[M]:
    """Read the document in a span. One that is broken gives YAML's problems alone: the rest would be guesses."""
    root, problems = read_yaml(source, span)
    checked = check(model, root, source, fallback)
    broken = any(problem.kind in FATAL_KINDS for problem in problems)
    return Document(checked.value, root, problems if broken else (*problems, *checked.problems), broken)
