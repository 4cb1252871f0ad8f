"""A page of the handbook for a terminal: lines wrap, tables become lists, links name what to type or open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import click

from citewell.cli.handbook.pages import name_topic
from citewell.cli.reflow import reflow

_FENCED: Final = re.compile(r"(^ *```.*?^ *```$)", re.DOTALL | re.MULTILINE)
_HEADING: Final = re.compile(r"^#+ (.+)$")
_TABLE: Final = re.compile(r"^( *)\|.*\n *\|[-:| ]+\|\n(?:^ *\|.*\n?)*", re.MULTILINE)
_CELLS: Final = re.compile(r"(?<!\\)\|")
_COMMENT: Final = re.compile(r"^<!--.*?-->\n?", re.DOTALL | re.MULTILINE)
#: The next line of an item in an item, which is indented so far that it looks like code.
_CONTINUED: Final = re.compile(r"(?<=\S)\n {4,}(?![-*] |\d+\. |\|)")
#: Code, which stays as it is; a picture; a link; an address; bold text.
_INLINE: Final = re.compile(
    r"(?P<code>`[^`]+`)|!\[(?P<picture>[^]]*)\]\([^)]*\)|\[(?P<link>(?:`[^`]*`|[^]`])+)\]\((?P<target>[^)]*)\)"
    r"|<(?P<address>https?://[^>]+)>|\*\*(?P<bold>[^*]+)\*\*"
)


def format_page(text: str, width: int) -> Iterator[str]:
    """The lines of a page, which is Markdown, at a width in columns."""
    pieces = _FENCED.split(_COMMENT.sub("", text))
    whole = "".join(piece if _FENCED.match(piece) else _simplify(piece) for piece in pieces)
    for line in reflow(whole, width):
        heading = _HEADING.match(line)
        yield click.style(heading[1], bold=True) if heading else line


def _simplify(text: str) -> str:
    """Markdown outside code with its tables as lists and its links in words."""
    return _INLINE.sub(_name_link, _TABLE.sub(_list_rows, _CONTINUED.sub("\n   ", text)))


def _list_rows(table: re.Match[str]) -> str:
    """A table as a list: a row of two cells is an item, one of more has an item below for each of the others."""
    indent, lines = table[1], table[0].splitlines()
    names = _split_cells(lines[0])
    items = []
    for first, *others in map(_split_cells, lines[2:]):
        if len(others) == 1:
            items.append(f"{indent}- {first}: {others[0]}")
            continue
        named = [f"{name}: {cell}" if name else cell for name, cell in zip(names[1:], others, strict=False)]
        items += [f"{indent}- {first}", *(f"{indent}  - {each}" for each in named)]
    return "".join(f"{item}\n" for item in items)


def _split_cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(row.strip().strip("|"))]


def _name_link(found: re.Match[str]) -> str:
    if found["picture"] is not None:
        return f"[picture: {found['picture']}]"
    if found["link"] is None:
        return found["code"] or found["address"] or found["bold"]
    target = found["target"].partition("#")[0]
    if not target:  # further up or down on this page
        return found["link"]
    if "://" in target:
        return f"{found['link']} ({found['target']})"
    command = f"`citewell help {name_topic(target.removesuffix('.md'))}`"
    return command if found["link"].strip("`") == target else f"{found['link']} ({command})"
