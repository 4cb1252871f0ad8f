"""Markdown of other programs (CommonMark, with tables and footnotes), read by way of HTML."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from citewell.errors import ContentUnreadable
from citewell.evidence.imports.file_text import decode_file
from citewell.imports.document import Document
from citewell.imports.readers.html import parse_page

ENDINGS = (".md", ".markdown")
_FRONT: Final = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_TITLE: Final = re.compile(r"^title:\s*(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)\s*$", re.MULTILINE)
#: A footnote (``[^name]: words``), or an address that a number stands for (``[1]: https://…``), with the lines set in
#: below it.
_NOTE: Final = re.compile(
    r"^ {0,3}\[(?P<name>\^[^\]\s]{1,60}|\d{1,3})\]:[ \t]*(?P<words>.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]{2,}\S)))*)",
    re.MULTILINE,
)
_MARGIN: Final = re.compile(r"^[ \t]+", re.MULTILINE)
_DEFINITION: Final = re.compile(r"^ {0,3}\[(?P<label>[^\]\n]{1,200})\]:[^\n]*$", re.MULTILINE)


def read_document(data: bytes, base: str) -> Document:
    """Read Markdown. A title in its front matter counts; other lines there become remarks."""
    text, faults = decode_file(data)
    if text is None or not any(map(str.isalnum, text)):
        raise ContentUnreadable("the file has no text" if text is not None else faults[0].message)
    front = _FRONT.match(text)
    lines = front["lines"] if front else ""
    titled = _TITLE.search(lines)
    page = _convert(text[front.end() :] if front else text)
    found = parse_page(f"<body>{page}</body>", base)
    remarks = [f"In the front matter: {line}" for line in lines.split("\n") if line.strip() and not _TITLE.match(line)]
    guesses = [f"Line {fault.line}: {fault.message}." for fault in faults]
    return Document(
        found.blocks, titled["title"] if titled else "", (*remarks, *found.remarks), (*guesses, *found.guesses)
    )


def _convert(text: str) -> str:
    """Markdown as HTML, its footnotes as a list at the end."""
    notes = {found["name"]: found["words"] for found in _NOTE.finditer(text)}
    md = MarkdownIt("commonmark", {"html": True}).enable("table")
    md.inline.ruler.before("link", "note", _make_rule(notes))
    environment: dict[str, object] = {}
    body = md.render(_NOTE.sub("", text), environment)
    unused = _list_unused(text, body)
    rendered = {name: md.render(_MARGIN.sub("", words)) for name, words in notes.items()}
    items = "".join(f'<li id="note-{escape(name)}">{words}</li>' for name, words in rendered.items())
    more = "".join(f"<p>{escape(line)}</p>" for line in unused)
    return f"{body}{more}<ol>{items}</ol>" if items else body + more


def _make_rule(notes: dict[str, str]):  # type: ignore[no-untyped-def]  # the library's rules have no exported type
    """A rule that makes ``[^name]`` and ``[1]`` links to their notes."""

    def rule(state: StateInline, silent: bool) -> bool:
        found = re.compile(r"\[([^\]\[\s]{1,61})\](?![(:])").match(state.src, state.pos)
        if not found or found[1] not in notes:
            return False
        if not silent:
            token = state.push("html_inline", "", 0)
            token.content = f'<sup><a href="#note-{escape(found[1])}">[{list(notes).index(found[1]) + 1}]</a></sup>'
        state.pos = found.end()
        return True

    return rule


def _list_unused(text: str, body: str) -> list[str]:
    """Definitions of addresses that no link uses: Markdown drops them, and they are words of the file."""
    lines = (found[0].strip() for found in _DEFINITION.finditer(_NOTE.sub("", text)))
    return [
        line
        for line in lines
        if line.partition("]:")[2].split()[:1] and escape(line.partition("]:")[2].split()[0].strip("<>")) not in body
    ]
