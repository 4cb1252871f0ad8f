"""Strict YAML: plain data with places, and nothing that copies, types or hides text.

Built on PyYAML's events (libyaml where it is installed). Every scalar is text: ``no`` and ``0123`` stay what they are.
Offsets come from ``mark.index``, which counts code points; lines are counted by ``SourceText``, because libyaml takes
U+0085 and U+2028 for line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import yaml
from yaml import events

from citewell.model.file_problems import FileSort, FileTooLarge
from citewell.model.problems import AnyProblem, Problem, ProblemKind
from citewell.model.source_location import SourceText, Span
from citewell.model.yaml_problems import (
    DuplicateKey,
    SecondDocument,
    TextCut,
    YamlCopy,
    YamlError,
    YamlSyntax,
    YamlTooDeep,
    YamlType,
)
from citewell.source.characters import find_hidden_characters, replace_controls
from citewell.source.duplicate_lines import delete_copy
from citewell.source.files import MEBIBYTE
from citewell.source.nodes import GroupNode, KeyValue, ListNode, Node, Scalar
from citewell.source.yaml_faults import Fault, explain_complaint

#: Deepest nesting of lists and mappings (DESIGN, "YAML is plain data").
DEEPEST: Final = 16
#: After a problem of one of these kinds the rest of the document was not read.
FATAL_KINDS: Final = frozenset(
    {
        ProblemKind.YAML_SYNTAX,
        ProblemKind.YAML_ANCHOR,
        ProblemKind.YAML_TAG,
        ProblemKind.YAML_TOO_DEEP,
        ProblemKind.YAML_MANY_DOCUMENTS,
        ProblemKind.FILE_TOO_LARGE,
    }
)
#: Every kind of problem with YAML: the text may mean something else than its editor thinks.
YAML_KINDS: Final = FATAL_KINDS | {ProblemKind.YAML_COMMENT_AFTER_VALUE, ProblemKind.YAML_DUPLICATE_KEY}

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT: Final = re.compile(r"[ \t]+(#[^\n]*)")


class ReadYaml(NamedTuple):
    """What a YAML text says. After a fault ``root`` is what came before it; ``None`` when there was nothing."""

    root: Node | None
    problems: tuple[AnyProblem, ...] = ()


def read_yaml(source: SourceText, span: Span | None = None) -> ReadYaml:
    """Read a YAML document, or the one in ``span`` of a larger text. Never raises on content."""
    begin, end = span or Span(0, len(source.text))
    if end - begin > MEBIBYTE:
        facts = FileTooLarge(FileSort.YAML, end - begin, MEBIBYTE, part=True)
        return ReadYaml(None, (Problem(source.locate(Span(begin, begin)), facts),))
    builder = _Builder(source, begin, replace_controls(source.text[begin:end]))
    return builder.read()


class _Fatal(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.facts.kind)
        self.fault = fault


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; a mapping's keys and values alternate."""

    start: int
    mapping: bool
    nodes: list[Node] = field(default_factory=list)


def _start_of(event: events.Event) -> int:
    assert event.start_mark is not None, "the parser marks every event"
    return event.start_mark.index


def _end_of(event: events.Event) -> int:
    assert event.end_mark is not None, "the parser marks every event"
    return event.end_mark.index


def _make_key_fault(offset: int) -> Fault:
    return Fault(offset, YamlSyntax(YamlError.KEY_NOT_PLAIN))


def _quote(text: str) -> str:
    """A text as YAML reads it back whole."""
    return "'" + text.replace("'", "''") + "'" if set(text) & {'"', "\\"} else f'"{text}"'


class _Builder:
    """Builds nodes from parser events."""

    def __init__(self, source: SourceText, begin: int, text: str) -> None:
        self.source, self.begin, self.text = source, begin, text
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.problems: list[AnyProblem] = []
        self.documents = 0

    def read(self) -> ReadYaml:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self._note(explain_complaint(error, self.text))
        except _Fatal as fatal:
            self._note(fatal.fault)
        while self.open:
            self._close(len(self.text))
        if any(
            problem.kind in FATAL_KINDS for problem in self.problems
        ):  # what looks like a copy may go on after the fault
            return ReadYaml(self.root, tuple(replace(problem, fix=None) for problem in self.problems))
        return ReadYaml(self.root, tuple(self.problems))

    def _take(self, event: events.Event) -> None:
        match event:
            case events.AliasEvent():
                raise _Fatal(Fault(_start_of(event), YamlCopy("*")))
            case events.NodeEvent():
                self._refuse_marks(event)
                self._take_node(event)
            case events.CollectionEndEvent():
                self._close(_end_of(event))
            case events.DocumentStartEvent():
                self._begin_document(event)
            case _:
                pass

    def _take_node(self, event: events.NodeEvent) -> None:
        if isinstance(event, events.ScalarEvent):
            self._attach(self._read_scalar(event))
            return
        if self._at_key():
            raise _Fatal(_make_key_fault(_start_of(event)))
        if len(self.open) == DEEPEST:
            raise _Fatal(Fault(_start_of(event), YamlTooDeep(DEEPEST)))
        self.open.append(_Open(_start_of(event), isinstance(event, events.MappingStartEvent)))

    def _begin_document(self, event: events.DocumentStartEvent) -> None:
        self.documents += 1
        start = _start_of(event)
        if event.version or event.tags:
            raise _Fatal(Fault(start, YamlSyntax(YamlError.DIRECTIVE)))
        # pandoc ends its bibliographies with a line of three hyphens: a second document, but an empty one
        if self.documents > 1 and self.text[start:].strip("-. \t\n"):
            raise _Fatal(Fault(start, SecondDocument()))

    def _refuse_marks(self, event: events.NodeEvent) -> None:
        start = _start_of(event)
        if event.anchor is not None:
            raise _Fatal(Fault(start, YamlCopy("&")))
        if getattr(event, "tag", None) is not None:
            raise _Fatal(Fault(start, YamlType()))

    def _read_scalar(self, event: events.ScalarEvent) -> Scalar:
        start, end = _start_of(event), _end_of(event)
        if event.style == '"' and "\\" in self.text[start:end]:
            for facts in find_hidden_characters(event.value, self.text[start:end]):
                self._note(Fault(start, facts))
        if event.style in {"'", '"'}:
            return Scalar(event.value, self._span(start + 1, end - 1))
        end = start + len(self.text[start:end].rstrip())
        if not event.style and (cut := _CUT.match(self.text, end)):
            whole = _quote((event.value + cut[0]).strip())
            self._note(Fault(cut.start(1), TextCut(cut[1].rstrip(), whole)))
        return Scalar(event.value, self._span(start, end))

    def _attach(self, node: Node) -> None:
        if not self.open:
            if self.documents == 1:
                self.root = node
            return
        if self._at_key() and isinstance(node, Scalar):
            self._check_key(node)
        self.open[-1].nodes.append(node)

    def _at_key(self) -> bool:
        return bool(self.open) and self.open[-1].mapping and len(self.open[-1].nodes) % 2 == 0

    def _check_key(self, key: Scalar) -> None:
        at = key.span.start - self.begin
        if not key.text:
            raise _Fatal(_make_key_fault(at))
        if key.text == "<<":
            raise _Fatal(Fault(at, YamlCopy("<<")))

    def _close(self, end: int) -> None:
        top = self.open.pop()
        end = top.start + len(self.text[top.start : end].rstrip())
        span = self._span(top.start, end)
        self._attach(self._make_mapping(top.nodes, span) if top.mapping else ListNode(tuple(top.nodes), span))

    def _make_mapping(self, nodes: list[Node], span: Span) -> GroupNode:
        entries: dict[str, KeyValue] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=False):  # a fault may have left a key without a value
            assert isinstance(key, Scalar)
            first = entries.setdefault(key.text, KeyValue(key, value))
            if first.key is not key:
                self.problems.append(self._report_duplicate(first, KeyValue(key, value)))
        return GroupNode(tuple(entries.values()), span)

    def _report_duplicate(self, first: KeyValue, second: KeyValue) -> AnyProblem:
        place, there = self.source.locate(second.key.span), self.source.locate(first.key.span)
        spans = (Span(each.key.span.start, max(each.key.span.end, each.value.span.end)) for each in (first, second))
        fix = delete_copy(self.source, *spans)
        return Problem(place, DuplicateKey(second.key.text, there), fix)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.begin + start, self.begin + max(start, end))

    def _note(self, fault: Fault) -> None:
        span = self._span(fault.offset, min(fault.offset + 1, len(self.text)))
        self.problems.append(Problem(self.source.locate(span), fault.facts))
