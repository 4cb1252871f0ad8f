"""The handbook's tables of keys, each written between ``<!-- keys: people -->`` and ``<!-- end -->`` in its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from citewell.citations.reference_keys import CUSTOM
from citewell.keys import choices_of
from citewell.model.article import FrontMatter
from citewell.model.brand import Brand
from citewell.model.criteria import Evidence
from citewell.model.glossary import Term
from citewell.model.keys import DeclaredKey, Group, LinesFrom, group_in, group_of
from citewell.model.people import Person
from citewell.model.policies import Policies
from citewell.model.site import EvidenceSettings, Settings, WaiverKind
from citewell.source.plugin_lines import find_lines

_MARKED: Final = re.compile(r"(<!-- keys: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """A page of the handbook with its tables written again."""
    return _MARKED.sub(lambda found: f"{found[1]}\n{_TABLES[found[2]]()}\n{found[3]}", page)


def table_of(group: Group[Any]) -> str:
    """A table of the keys of a group, and of the groups inside it."""
    return _lines("| Key | Meaning | Readers see it | Example |", "|---|---|---|---|", *_rows(group))


def _lines(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


def _rows(group: Group[Any], around: str = "") -> Iterator[str]:
    """A row for each key, and below a group those of its keys."""
    for key in group.keys:
        name = f"{around}`{key.name}`"
        yield f"| {name} | {_says(key)} | {_cell(key.declared.where)} | {_code(key.declared.example)} |"
        inside = find_lines(key.shape) if isinstance(key.shape, LinesFrom) else group_in(key.shape)
        if inside and key.declared.lines is None:
            yield from _rows(inside, f"{name}, ")


def _says(key: DeclaredKey) -> str:
    """The help, the words it may be, and whether the key must be there."""
    choices = choices_of(key.shape)
    one_of = f" One of {', '.join(f'`{each}`' for each in choices)}."
    said = key.declared.help + (one_of if choices and f"`{choices[0]}`" not in key.declared.help else "")
    return _cell(f"{said} Required." if key.required else said)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code(example: str) -> str:
    return f"`{_cell(example)}`" if example else ""


def _site_table() -> str:
    """The keys of ``site.yml``; the groups below them have tables of their own."""
    no_keys: Group[dict[str, Any]] = Group((), dict)
    groups = (key._replace(shape=no_keys) if group_in(key.shape) else key for key in group_of(Settings).keys)
    return table_of(Group(tuple(groups), Settings))


def _policies_table() -> str:
    """The policies with what each is where its line is left out."""
    head = ("| Under `policies` | The check warns when | Default |", "|---|---|---|")
    return _lines(*head, *map(_policy_row, group_of(Policies).keys))


def _policy_row(key: DeclaredKey) -> str:
    usual = getattr(Policies(), key.field)
    return f"| `{key.name}` | {_cell(key.declared.help)} | {f'`{usual}`' if usual else 'no limit'} |"


def _evidence_table() -> str:
    """The lines of evidence that a criterion may ask for."""
    rows = (f"| `{key.name}` | {_cell(key.declared.help)} | {_code(key.declared.example)} |" for key in _EVIDENCE.keys)
    return _lines("| Line | It holds when | Example |", "|---|---|---|", *rows)


_EVIDENCE: Final = group_of(Evidence)
_TABLES: Final[dict[str, Callable[[], str]]] = {
    "front matter": lambda: table_of(group_of(FrontMatter)),
    "glossary": lambda: table_of(group_of(Term)),
    "people": lambda: table_of(group_of(Person)),
    "site": _site_table,
    "brand": lambda: table_of(group_of(Brand)),
    "waiver kinds": lambda: table_of(group_of(WaiverKind)),
    "policies": _policies_table,
    "evidence": lambda: table_of(group_of(EvidenceSettings)),
    "evidence of criteria": _evidence_table,
    "custom": lambda: table_of(CUSTOM),
}
