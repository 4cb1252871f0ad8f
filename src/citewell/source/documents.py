"""One YAML document read as one group of keys: its model, its texts, and every problem, each fault said once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple

from citewell.diagnostics import Location
from citewell.model.file_problems import EmptyFile
from citewell.model.keys import Group, M, ShownText
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import Placed, SourceText, Span
from citewell.source.characters import find_odd_characters
from citewell.source.decode import decode_group
from citewell.source.nodes import Node
from citewell.source.yaml import FATAL_KINDS, read_yaml


class YamlDocument(NamedTuple, Generic[M]):
    """A document: its model (``None`` when too little could be read), its nodes, its problems, the texts readers see.

    When it is ``broken``, a fault ended the reading: what follows is unknown, and what came before may be half read.
    """

    value: M | None
    root: Node | None
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...]
    broken: bool


def read_yaml_file(
    group: Group[M], source: SourceText, fallback: Mapping[str, Placed] | None = None
) -> YamlDocument[M]:
    """Read a whole file, odd characters noted on the way; one that holds nothing but comments is empty."""
    document = read_yaml_document(group, source, Span(0, len(source.text)), fallback)
    empty = document.root is None and not document.broken
    problems: tuple[AnyProblem, ...] = (Problem(Location(source.path), EmptyFile()),) if empty else document.problems
    return document._replace(problems=(*find_odd_characters(source), *problems))


def read_yaml_document(
    group: Group[M], source: SourceText, span: Span, fallback: Mapping[str, Placed] | None = None
) -> YamlDocument[M]:
    """Read the document in a span. One that is broken gives YAML's problems alone: the rest would be guesses."""
    root, problems = read_yaml(source, span)
    decoded = decode_group(group, root, source, fallback)
    broken = any(problem.kind in FATAL_KINDS for problem in problems)
    noted = problems if broken else (*problems, *decoded.problems)
    return YamlDocument(decoded.value, root, noted, decoded.texts, broken)
