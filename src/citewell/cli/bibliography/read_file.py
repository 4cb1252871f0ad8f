"""Reading one file of another program: its format by what it holds, else by its ending."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from citewell.errors import ContentUnreadable
from citewell.evidence.imports import bibtex, csl_json, endnote_xml, nbib, pubmed_xml, ris, web_of_science
from citewell.evidence.imports.csl_items import CslValue, read_items
from citewell.evidence.imports.entry import MOST, EntryLines, ImportedEntry, ImportFault, ImportResult
from citewell.evidence.imports.file_text import decode_file
from citewell.evidence.items.text import format_item
from citewell.formats.terminal_text import make_visible
from citewell.model.file_problems import FileSort
from citewell.model.problems import AnyProblem
from citewell.model.source_location import SourceText, Span
from citewell.model.yaml_problems import DuplicateKey, TextCut, YamlCopy, YamlType
from citewell.rules import describe_problem
from citewell.source.files import MEBIBYTE, Allowance, SourceFile, read_bytes
from citewell.source.nodes import GroupNode, ListNode, Node, Scalar
from citewell.source.yaml import FATAL_KINDS, read_yaml

#: Some 10,000 references; the bibliography they are for holds fewer.
_LARGEST: Final = Allowance(FileSort.IMPORT, 16 * MEBIBYTE)
_LARGEST_ITEM: Final = MEBIBYTE // 4  # of a bibliography file
_READERS: Final[dict[str, Callable[[str], ImportResult]]] = {
    "bibtex": bibtex.read_bibtex,
    "csl-json": csl_json.read_csl_json,
    "endnote-xml": endnote_xml.read_endnote_xml,
    "nbib": nbib.read_nbib,
    "pubmed-xml": pubmed_xml.read_pubmed_xml,
    "ris": ris.read_ris,
    "web-of-science": web_of_science.read_web_of_science,
}
_LOOKS: Final = (
    (re.compile(r"\A\s*<(?s:.)*<ref-type\b"), "endnote-xml"),
    (re.compile(r"\A\s*<"), "pubmed-xml"),
    (re.compile(r"\A\s*(?:FN .*\n)?(?:VR .*\n)?\s*PT [A-Z]\b"), "web-of-science"),
    (re.compile(r"(?m)^\s{0,3}TY\s{0,3}-"), "ris"),
    (re.compile(r"(?m)^PMID {0,3}-"), "nbib"),
    (re.compile(r"(?mi)^\s*@[a-z]+\s*[{(]"), "bibtex"),
    (re.compile(r"\A\s*(?:\[\s*\{\s*[\"}]|\{\s*\")"), "csl-json"),
    (re.compile(r"(?m)^(?:---\s*)?references:|^-\s+[A-Za-z-]+:"), "csl-yaml"),
)
_ENDINGS: Final = {
    ".json": "csl-json", ".csljson": "csl-json", ".yml": "csl-yaml", ".yaml": "csl-yaml", ".bib": "bibtex",
    ".bibtex": "bibtex", ".ris": "ris", ".nbib": "nbib", ".medline": "nbib", ".xml": "pubmed-xml",
    ".ciw": "web-of-science",
}  # fmt: skip


class ImportedFile(NamedTuple):
    """A file: its path as it is shown, and what was found in it."""

    shown: str
    found: ImportResult


def read_import_file(path: Path, style: str | None) -> ImportedFile:
    """Read one file. Raises ``ContentUnreadable`` if it cannot be had, ``click.UsageError`` for an unknown format."""
    shown = make_visible(str(path))
    data, problems = read_bytes(SourceFile(Path(path).resolve(), shown), _LARGEST)
    if data is None:
        raise ContentUnreadable(f"{shown}: cannot be read: {describe_problem(problems[0])}", "Nothing was added.")
    text, faults = decode_file(data)
    if text is None:
        return ImportedFile(shown, ImportResult((), faults))
    chosen = style or _detect_format(text, path)
    if chosen is None:
        raise click.UsageError(f"{shown}: unknown format; name it with --from")
    found = _read_yaml(shown, text) if chosen == "csl-yaml" else _READERS[chosen](text)
    if len(found.entries) > MOST:
        raise ContentUnreadable(
            f"{shown}: contains more than {MOST:,} references", "Nothing was added. Split the file."
        )
    whole = [entry for entry in found.entries if _measure_entry(entry) <= _LARGEST_ITEM]
    large = [entry.line for entry in found.entries if _measure_entry(entry) > _LARGEST_ITEM]
    faults += tuple(
        ImportFault(line, "the reference is too large for a bibliography, so it was left out") for line in large
    )
    return ImportedFile(shown, ImportResult(tuple(whole), tuple(sorted((*faults, *found.faults)))))


def _measure_entry(entry: ImportedEntry) -> int:
    """How much an entry takes in a bibliography file, in characters."""
    return sum(map(len, format_item({"id": entry.key, **entry.item})))


def _detect_format(text: str, path: Path) -> str | None:
    """The format of a text by its beginning; the file's ending decides between YAML and JSON, and otherwise."""
    ending = _ENDINGS.get(path.suffix.lower())
    if ending == "csl-yaml":
        return ending
    beginning = text[:20_000]
    return next((name for pattern, name in _LOOKS if pattern.search(beginning)), ending)


def _read_yaml(shown: str, text: str) -> ImportResult:
    """CSL-YAML, read as strictly as our own: an item after a fault is not known, and those before it are."""
    source = SourceText(shown, text)
    root, problems = read_yaml(source)
    listed = root.get("references") if isinstance(root, GroupNode) else root
    items = listed.items if isinstance(listed, ListNode) else (listed,) if isinstance(listed, GroupNode) else ()
    broken = any(problem.kind in FATAL_KINDS for problem in problems)
    faults = [_convert_problem(problem) for problem in problems]
    if not items and not broken:
        faults.append(ImportFault(1, 'there are no references: they must be in a list under "references:"'))
    if broken:
        items = items[:-1]  # the fault may be in the last, so what that one lacks is not known
    return read_items((_make_value(node, source) for node in items), faults)


def _convert_problem(problem: AnyProblem) -> ImportFault:
    match problem.facts:
        case YamlCopy():
            message = "anchors and aliases (& and *) are not read"
        case YamlType():
            message = "tags (!) are not read"
        case DuplicateKey(key=key):
            message = f'"{key}" appears twice; the first was used'
        case TextCut(remark=remark):
            message = f'YAML treats the text after " #" as a comment, so it was not read: {remark}'
        case _:
            message = describe_problem(problem)
    rest = "; nothing after it was read" if problem.kind in FATAL_KINDS else ""
    return ImportFault(problem.location.line, message + rest)


def _make_value(node: Node, source: SourceText) -> CslValue:
    lines = (
        {entry.key.text: _line_of(entry.key, source) for entry in node.entries} if isinstance(node, GroupNode) else {}
    )
    custom = node.get("custom") if isinstance(node, GroupNode) else None
    for entry in custom.entries if isinstance(custom, GroupNode) else ():
        lines[f"custom {entry.key.text}"] = _line_of(entry.key, source)
    start = _line_of(node, source)
    return CslValue(
        _to_plain(node), EntryLines(start, lambda name: lines.get(name, lines.get(name.split(" ")[0], start)))
    )


def _line_of(node: Node, source: SourceText) -> int:
    return source.locate(Span(node.span.start, node.span.start)).line


def _to_plain(node: Node) -> Any:
    match node:
        case Scalar():
            return "" if node.text in {"null", "~"} else node.text
        case ListNode():
            return [_to_plain(item) for item in node.items]
        case GroupNode():
            return {entry.key.text: _to_plain(entry.value) for entry in node.entries}
