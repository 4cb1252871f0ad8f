"""Strict YAML: plain data with places, and nothing that copies, types or hides text.

Built on PyYAML's events (libyaml where it is installed). Every scalar is text: ``no`` and ``0123`` stay what they are.
Offsets come from ``mark.index``, which counts code points; lines are counted by ``SourceText``, because libyaml takes
U+0085 and U+2028 for line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import yaml
from yaml import events as ev

from citewell.model.flaws import Flaw
from citewell.model.place import SourceText, Span
from citewell.source.characters import without_controls
from citewell.source.files import MEBIBYTE, in_mebibytes
from citewell.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from citewell.source.yaml_faults import Fault, anchor, reword

#: Deepest nesting of lists and mappings (DESIGN, "YAML is plain data").
DEEPEST: Final = 16
#: After a flaw of one of these kinds the rest of the document was not read.
FATAL_KINDS: Final = frozenset({"yaml-syntax", "yaml-anchor", "yaml-tag", "yaml-too-deep", "yaml-many-documents"})

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT: Final = re.compile(r"[ \t]+(#[^\n]*)")


class ReadYaml(NamedTuple):
    """What a YAML text says. After a fault ``root`` is what came before it; ``None`` when there was nothing."""

    root: Node | None
    flaws: tuple[Flaw, ...] = ()


def read_yaml(source: SourceText, span: Span | None = None) -> ReadYaml:
    """Read a YAML document, or the one in ``span`` of a larger text. Never raises on content."""
    begin, end = span or Span(0, len(source.text))
    if end - begin > MEBIBYTE:
        detail = f"{in_mebibytes(end - begin)} of YAML; at most {in_mebibytes(MEBIBYTE)} can be read"
        return ReadYaml(None, (Flaw("file-too-large", source.locate(Span(begin, begin)), detail, "split it"),))
    builder = _Builder(source, begin, without_controls(source.text[begin:end]))
    return builder.read()


class _Fatal(Exception):  # noqa: N818 - never leaves this module; it ends the reading of one document
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.detail)
        self.fault = fault


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; a mapping's keys and values alternate."""

    start: int
    mapping: bool
    nodes: list[Node] = field(default_factory=list)


class _Builder:
    """Builds nodes from parser events."""

    def __init__(self, source: SourceText, begin: int, text: str) -> None:
        self.source, self.begin, self.text = source, begin, text
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.flaws: list[Flaw] = []
        self.documents = 0

    def read(self) -> ReadYaml:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self._note(reword(error, self.text))
        except yaml.reader.ReaderError as error:
            self._note(Fault("yaml-syntax", error.position, "YAML cannot hold this character", "delete it"))
        except _Fatal as fatal:
            self._note(fatal.fault)
        while self.open:
            self._close(len(self.text))
        return ReadYaml(self.root, tuple(self.flaws))

    def _take(self, event: ev.Event) -> None:
        match event:
            case ev.AliasEvent():
                raise _Fatal(anchor(event.start_mark.index, "*"))
            case ev.NodeEvent():
                self._refuse_marks(event)
                self._take_node(event)
            case ev.CollectionEndEvent():
                self._close(event.end_mark.index)
            case ev.DocumentStartEvent():
                self._begin_document(event)
            case _:
                pass

    def _take_node(self, event: ev.NodeEvent) -> None:
        if isinstance(event, ev.ScalarEvent):
            self._attach(self._scalar(event))
            return
        if len(self.open) == DEEPEST:
            detail = f"lists and groups stand more than {DEEPEST} deep in one another"
            raise _Fatal(Fault("yaml-too-deep", event.start_mark.index, detail, "nest them less"))
        self.open.append(_Open(event.start_mark.index, isinstance(event, ev.MappingStartEvent)))

    def _begin_document(self, event: ev.DocumentStartEvent) -> None:
        self.documents += 1
        start = event.start_mark.index
        if event.version or event.tags:
            raise _Fatal(Fault("yaml-syntax", start, 'a line cannot begin with "%"', "delete the line"))
        # pandoc ends its bibliographies with a line of three hyphens: a second document, but an empty one
        if self.documents > 1 and self.text[start:].strip("-. \t\n"):
            way = "keep one document in a file, with no further line of three hyphens"
            raise _Fatal(Fault("yaml-many-documents", start, "a second YAML document begins here", way))

    def _refuse_marks(self, event: ev.NodeEvent) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            raise _Fatal(anchor(start, "&"))
        if getattr(event, "tag", None) is not None:
            way = 'put the text in double quotes: "..."'
            raise _Fatal(Fault("yaml-tag", start, 'a text that begins with "!" is read as a type', way))

    def _scalar(self, event: ev.ScalarEvent) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in {"'", '"'}:
            return Scalar(event.value, self._span(start + 1, end - 1))
        end = start + len(self.text[start:end].rstrip())
        if not event.style and (cut := _CUT.match(self.text, end)):
            self._note(
                Fault("yaml-comment-after-value", cut.start(1), cut[1].rstrip(), f'"{(event.value + cut[0]).strip()}"')
            )
        return Scalar(event.value, self._span(start, end))

    def _attach(self, node: Node) -> None:
        if not self.open:
            if self.documents == 1:
                self.root = node
            return
        top = self.open[-1]
        if top.mapping and len(top.nodes) % 2 == 0:
            self._check_key(top, node)
        top.nodes.append(node)

    def _check_key(self, top: _Open, key: Node) -> None:
        if not isinstance(key, Scalar) or not key.text:
            way = 'write "key: value"'
            raise _Fatal(Fault("yaml-syntax", key.span.start - self.begin, "a key must be one plain word", way))
        if key.text == "<<":
            raise _Fatal(Fault("yaml-anchor", key.span.start - self.begin, '"<<" would copy other lines', "write them out"))

    def _close(self, end: int) -> None:
        top = self.open.pop()
        end = top.start + len(self.text[top.start : end].rstrip())
        span = self._span(top.start, end)
        self._attach(self._mapping(top.nodes, span) if top.mapping else Sequence(tuple(top.nodes), span))

    def _mapping(self, nodes: list[Node], span: Span) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=False):  # a fault may have left a key without a value
            assert isinstance(key, Scalar)
            first = entries.setdefault(key.text, Entry(key, value))
            if first.key is not key:
                place = self.source.locate(first.key.span)
                self.flaws.append(Flaw("yaml-duplicate-key", self.source.locate(key.span), key.text, str(place)))
        return Mapping(tuple(entries.values()), span)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.begin + start, self.begin + max(start, end))

    def _note(self, fault: Fault) -> None:
        span = self._span(fault.offset, min(fault.offset + 1, len(self.text)))
        self.flaws.append(Flaw(fault.kind, self.source.locate(span), fault.detail, fault.suggestion))
