"""BibTeX and biblatex, parsed by bibtexparser; its entries as CSL items."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from citewell.evidence.imports.bibtex_fields import DATES, GENRES, NAMES, NUMBERED, TEXTS, TYPES
from citewell.evidence.imports.bibtex_names import read_bibtex_names
from citewell.evidence.imports.bibtex_values import MONTHS, MOST_COPIED, CopyBudget, read_value
from citewell.evidence.imports.entry import (
    MOST,
    EntryLines,
    ImportedEntry,
    ImportFault,
    ImportResult,
    make_imported_entry,
)
from citewell.evidence.items.dates import expand_year_span
from citewell.evidence.rich_text.latex import ReadLatex, read_latex

_ARXIV: Final = re.compile(r"(?:arxiv:)?([0-9]{4}\.[0-9]{4,5}|[a-z.-]+/[0-9]{7})(?:v[0-9]+)?", re.IGNORECASE)
#: An address that says all, or after words that only lead to it.
_IN_WORDS: Final = re.compile(
    r"\s*(?:\(?(?:(?:available|retrieved|online|website|web ?page|accessed|at|from|url)\W*){1,4})?(https?://[^\s{}]+?)[\s.)]*",
    re.IGNORECASE,
)
_BEGUN: Final = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,{}()=\"]{0,100})")
_ESCAPED_BACKSLASHES: Final = re.compile(r"(?<!\\)(?:\\\\)+(?=[{}])")
_LAST_ESCAPED: Final = re.compile(r"(?m)^(?P<before>.*)\\\}(?=[ \t]*(?:,[ \t]*)?$)")
_LONGEST_SHOWN: Final = 160  # characters of a field before and after
_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_NOT_INHERITED: Final = frozenset({"crossref", "xref", "ids", "label", "shorttitle", "sorttitle", "keywords", "xdata"})


class _Fields(NamedTuple):
    """An entry's fields with their LaTeX, by small name, and their lines."""

    texts: dict[str, str]
    lines: dict[str, int]
    key: str
    type: str
    line: int


def read_bibtex(text: str) -> ImportResult:
    """The entries of a text; broken ones become faults, and the others are read."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it would log each fault to the terminal, too
    faults: list[ImportFault] = []
    copies = CopyBudget()
    library = parse_string(_escape_closing_braces(text), parse_stack=[])
    strings = _read_strings(library, copies)
    found = [_read_fields(block, strings, copies, faults) for block in _read_entries(library, faults)]
    by_key = {fields.key.lower(): fields for fields in reversed(found) if fields.key}
    entries = tuple(
        _convert_entry(_inherit_fields(fields, by_key, copies, faults), faults) for fields in found[: MOST + 1]
    )
    if copies.spent:
        most = f"{MOST_COPIED:,} characters"
        faults.append(
            ImportFault(1, f"@string and crossref add more than {most} to this file, so some were not expanded")
        )
    if not entries and not faults and text.strip():
        faults.append(
            ImportFault(1, 'there is no entry: BibTeX entries begin with "@" and a type, as in "@article{key,"')
        )
    return ImportResult(entries, tuple(sorted(set(faults))))


def _escape_closing_braces(text: str) -> str:
    r"""A text in which the braces that end fields do so for the parser, too: it takes ``x\\}`` for an escaped brace.

    BibTeX knows no escaped braces at all. A single backslash before one is left alone, but at the end of a line on
    which no other brace is opened so, as in ``{C:\dir\},``.
    """
    return _LAST_ESCAPED.sub(_replace_closing_brace, _ESCAPED_BACKSLASHES.sub(r"\g<0> ", text))


def _replace_closing_brace(match: re.Match[str]) -> str:
    opened = match["before"].count("\\{") > match["before"].count("\\}")
    return match[0] if opened else f"{match['before']}\\ }}"


def _read_strings(library: Library, copies: CopyBudget) -> dict[str, str]:
    strings: dict[str, str] = dict(MONTHS)
    for each in library.strings:
        strings[each.key.lower()] = read_value(each.value, strings, copies)
    return strings


def _read_entries(library: Library, faults: list[ImportFault]) -> Iterator[Entry]:
    """The entries, including those whose key occurs twice or that repeat a field."""
    for block in library.blocks:
        whole = _find_whole_block(block)
        if isinstance(whole, Entry):
            yield whole
        elif isinstance(block, ParsingFailedBlock):
            found = _BEGUN.match(block.raw or "")
            named = f'the entry "{found[1]}"' if found and found[1] else "an entry without a key"
            faults.append(
                ImportFault(_line_of_block(block), f"{named} is broken and was left out: {_describe_failure(block)}")
            )


def _describe_failure(block: ParsingFailedBlock) -> str:
    """Why the parser gave up an entry, in plain words."""
    said = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
    if said.startswith("Expected comma after entry key"):
        return "there is no comma after its key"
    if said.startswith(("Unexpected block start", "Unexpectedly reached end of file")):
        raw = block.raw or ""
        if raw.count("{") > raw.count("}"):
            return "it lacks a closing }"
        return 'it lacks a closing "' if raw.count('"') % 2 else "it has no end"
    return said or "it has no end"


def _find_whole_block(block: Block) -> Block:
    while isinstance(block, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock):
        inner = block.ignore_error_block
        if inner is None:
            return block
        block = inner
    return block


def _line_of_block(block: Block) -> int:
    return (block.start_line or 0) + 1


def _read_fields(block: Entry, strings: Mapping[str, str], copies: CopyBudget, faults: list[ImportFault]) -> _Fields:
    """The fields of an entry; the second value of a repeated field has a number in its name."""
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    times: Counter[str] = Counter()
    for each in block.fields:
        name = each.key.strip().lower()
        times[name] += 1
        free = name if times[name] == 1 else f"{name} {times[name]}"
        line = each.start_line + 1
        if free != name:
            faults.append(
                ImportFault(line, f'the entry has the field "{name}" twice; the second is kept as it is', lost=False)
            )
        texts[free], lines[free] = read_value(str(each.value), strings, copies).strip(), line
    return _Fields(texts, lines, block.key.strip(), block.entry_type.strip().lower(), _line_of_block(block))


def _inherit_fields(
    fields: _Fields, by_key: Mapping[str, _Fields], copies: CopyBudget, faults: list[ImportFault]
) -> _Fields:
    """An entry with what its ``crossref`` adds (biblatex manual, appendix B): a parent's title is the book's."""
    name = fields.texts.get("crossref", "").strip()
    if not name:
        return fields
    parent = by_key.get(name.lower())
    if parent is None or parent is fields:
        line = fields.lines["crossref"]
        faults.append(
            ImportFault(line, f'"crossref" names "{name}", which is not another entry of this file', lost=False)
        )
        return fields
    texts = dict(fields.texts)
    for field, text in parent.texts.items():
        inherited = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}.get(field, field)
        if parent.type == "periodical" and field == "title":
            inherited = "journaltitle"
        if field[-1:].isdigit() or field in _NOT_INHERITED:
            continue
        if field in {"date", "year", "month"} and {"date", "year"} & texts.keys():
            continue
        if inherited not in texts and copies.take(text):
            texts[inherited] = text
    return fields._replace(texts=texts)


class _ChangedLatex(NamedTuple):
    """A field of which something stays LaTeX or was left out: its LaTeX, and what it is now."""

    field: str
    before: str
    after: ReadLatex


class _FieldReader:
    """The fields of one entry, taken one by one; what is not taken stays."""

    def __init__(self, fields: _Fields) -> None:
        self.left: dict[str, Any] = {name: text for name, text in fields.texts.items() if text.strip()}
        self.odd: dict[str, str] = {}
        self.changed: list[_ChangedLatex] = []

    def text(self, *names: str, address: bool = False) -> str:
        """The plain text of the first of these fields that there is; what is not known of its LaTeX stays in it."""
        name = next((name for name in names if name in self.left), "")
        return self.read_and_report(name, self.left.pop(name), address=address) if name else ""

    def read_and_report(self, name: str, latex: str, *, address: bool = False) -> str:
        """The plain text of LaTeX of a field, noted if it is not all known."""
        read = read_latex(latex, address=address)
        if read.reported:
            self.changed.append(_ChangedLatex(name, latex, read))
        return read.text

    def raw(self, name: str) -> str:
        return str(self.left.pop(name, ""))


def _collapse_single_page(pages: str) -> str:
    """A page that is written as a range from itself to itself, once."""
    half = len(pages) // 2
    return pages[:half] if pages[half:] == f"-{pages[:half]}" else pages


def _convert_entry(fields: _Fields, faults: list[ImportFault]) -> ImportedEntry:
    taken = _FieldReader(fields)
    raw: dict[str, Any] = {"type": _choose_type(fields)}
    raw["title"] = _join_titles(taken.text("title"), taken.text("subtitle"))
    _set_containers(taken, raw)
    _set_identifiers(taken, raw)
    for variable, given in TEXTS.items():
        raw[variable] = raw.get(variable) or taken.text(*given)
    raw["genre"] = raw["genre"] or GENRES.get(fields.type, "")
    raw["page"] = _collapse_single_page("-".join(part.strip() for part in re.split("[–—]", raw["page"])))
    for field, variable in NAMES.items():
        if field in taken.left and not raw.get(variable):
            latex = taken.raw(field)
            taken.read_and_report(field, latex)
            read = read_bibtex_names(latex)
            raw[variable] = read.names
            faults += [ImportFault(fields.lines.get(field, fields.line), remark, lost=False) for remark in read.remarks]
            if read.others:
                taken.odd[f"{field} 2"] = "and others"
    for field, variable in DATES.items():
        raw[variable] = raw.get(variable) or taken.text(field)
    raw["issued"] = _read_issued(taken)
    if fields.type not in TYPES:
        taken.odd["entry type"] = fields.type
    lines = EntryLines(fields.line, lambda name: fields.lines.get(name, fields.line))
    faults += (_report_latex(changed, fields) for changed in taken.changed)
    return make_imported_entry(raw, {**taken.left, **taken.odd}, lines, fields.key)


def _report_latex(changed: _ChangedLatex, fields: _Fields) -> ImportFault:
    """What became of LaTeX that is not all known, with what it was before and what it is now."""
    odd = changed.after.reported
    named = ", ".join(odd[:3]) + (f" and {len(odd) - 3} more" if odd[3:] else "")
    what = f'"{changed.field}" of "{fields.key}" holds LaTeX that cannot be written as plain text: {_shorten(named)}'
    became = f'"{_shorten(changed.before)}" became "{_shorten(changed.after.text)}"'
    return ImportFault(fields.lines.get(changed.field, fields.line), f"{what}; check it: {became}", lost=False)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _choose_type(fields: _Fields) -> str:
    known = TYPES.get(fields.type, "document")
    subtype = fields.texts.get("entrysubtype", "").lower()
    if known == "article-journal" and subtype in {"magazine", "newspaper"}:
        return f"article-{subtype}"
    if known == "document" and ({"url"} & fields.texts.keys() or "http" in fields.texts.get("howpublished", "")):
        return "webpage"
    return known


def _set_containers(taken: _FieldReader, raw: dict[str, Any]) -> None:
    title = taken.text("journaltitle", "journal") or taken.text("booktitle", "maintitle")
    raw["container-title"] = _join_titles(title, taken.text("journalsubtitle", "booksubtitle"))
    raw["collection-title"] = taken.text("series")
    name = "issue"
    if raw["type"] in NUMBERED:
        name = "number"
    elif raw["collection-title"] and raw["type"] not in _PERIODICALS:
        name = "collection-number"
    raw[name] = taken.text("number")
    raw["issue"] = raw.get("issue") or taken.text("issue")


def _set_identifiers(taken: _FieldReader, raw: dict[str, Any]) -> None:
    where = (taken.left.get("eprinttype") or taken.left.get("archiveprefix") or "").strip().lower()
    eprint = str(taken.left.get("eprint", "")).strip()
    arxiv = _ARXIV.fullmatch(eprint)
    if arxiv and where in {"arxiv", ""} and "doi" not in taken.left:
        raw["DOI"] = f"10.48550/arXiv.{arxiv[1]}"  # what arXiv registers for each of its works
    if where in {"pubmed", "pmid"} and eprint.isdigit() and "pmid" not in taken.left:
        raw["PMID"] = taken.raw("eprint")
    for name in ("doi", "url"):
        raw[name.upper()] = taken.text(name, address=True).strip() or raw.get(name.upper(), "")
    published = read_latex(str(taken.left.get("howpublished", "")), address=True)
    address = None if raw["URL"] or published.reported else _IN_WORDS.fullmatch(published.text)
    if address:
        raw["URL"] = address[1]
        taken.raw("howpublished")


def _read_issued(taken: _FieldReader) -> str:
    """``date``; else ``year`` with ``month``, which may hold a day ("jan # 5"); with two years the month is ignored."""
    date = taken.text("date")
    if date:
        return date
    year = taken.text("year")
    if "/" in (span := expand_year_span(year)):
        return span
    month = taken.text("month")
    day = taken.text("day") if month and re.fullmatch(r"\s*[0-9]{1,2}\s*", str(taken.left.get("day", ""))) else ""
    if month.strip().isdigit():
        return "-".join(filter(None, (year, month.strip(), day.strip())))
    return " ".join(filter(None, (year, month, day)))


def _join_titles(title: str, subtitle: str) -> str:
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle
