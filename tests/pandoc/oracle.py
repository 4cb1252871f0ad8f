"""What pandoc reads in a text, and what our reader reads in it, in the same words so that they can be compared.

Pandoc is given our language: CommonMark's habits, pipe tables and citations, nothing else of its own. A colon fence
becomes pandoc's: ``:::{takeaway} A title`` is written ``::: {.takeaway}`` with the title as a paragraph inside. Pandoc
also sets type (curly quotes, dashes); that is undone on both sides, since we leave signs as they are.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pypandoc

from citewell.model.article import Article
from citewell.model.blocks import walk_prose
from citewell.model.inlines import Citation, CitationItem, Intent, walk_leaves
from citewell.source.citation_affixes import read_bracket_text
from citewell.source.citation_syntax import WrittenItem, cut_items
from citewell.source.locators import OWN_TERMS, TERMS
from citewell.source.markdown import parse_words

HERE: Final = Path(__file__).parent
# Pandoc's strict Markdown has what all Markdown has; ``smart`` stays on because it keeps quoted words together.
FORMAT: Final = (
    "markdown_strict-raw_html-shortcut_reference_links-spaced_reference_links"
    "+all_symbols_escapable+backtick_code_blocks+bracketed_spans+citations+escaped_line_breaks+fenced_divs"
    "+intraword_underscores+pipe_tables+smart+startnum+table_captions"
)
_IN_BETWEEN: Final = "next:"
_FENCE: Final = re.compile(r"^(?P<colons>:{3,})\{(?P<name>[\w-]+)\}[ \t]*(?P<title>.*)$", re.MULTILINE)
_CLOSER: Final = re.compile(r"^(:{3,})[ \t]*$", re.MULTILINE)
_TERM_LETTERS: Final = {
    "".join(re.findall(r"\w", term)) for terms in (TERMS | OWN_TERMS).values() for term in terms
} | {""}
_TYPESET: Final = (("---", "—"), ("--", "–"), ("...", "…"), ("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"))


class Item(NamedTuple):
    """One source of a citation: its key, whether the author is left out, and all words before and behind the key."""

    key: str
    suppress_author: bool
    prefix: str
    suffix: str


Mark = tuple[Item, ...]


def run_pandoc(text: str, *options: str) -> str:
    """Pandoc's output for a text."""
    program = [pypandoc.get_pandoc_path(), *options]
    done = subprocess.run(program, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pandoc_reads(texts: Sequence[str]) -> list[list[Mark]]:
    """The citations pandoc finds in each text, in order. A bare ``@name`` is none for us, so it is left out."""
    return [[mark for mark, bare in _marks(blocks) if not bare] for blocks in _blocks(texts)]


def pandoc_cites(text: str) -> list[str]:
    """Every key that pandoc finds cited in a text, bare ones too."""
    return [item.key for mark, _ in _marks(_blocks([text])[0]) for item in mark]


def we_read(article: Article) -> list[Mark]:
    """The citations of an article in reading order, each cut anew from its source to have all words behind the key."""
    text = article.source.text
    inlines = [leaf for run in walk_prose(article.body) for leaf in walk_leaves(run.inlines)]
    return [_our_mark(leaf, text) for leaf in inlines if isinstance(leaf, Citation)]


def as_typed(words: str) -> str:
    """Words without pandoc's typesetting, and with white space as it does not matter: one space, none at a quote."""
    for typed, set_as in _TYPESET:
        words = words.replace(typed, set_as)
    return re.sub(r'\s*"\s*', '"', " ".join(words.split()))


def _blocks(texts: Sequence[str]) -> list[list[Any]]:
    """The blocks of each text in pandoc's syntax tree.

    All texts go through one process, each below a paragraph with its number; that none reaches into the next is
    asserted.
    """
    given = "".join(f"\n\n{_IN_BETWEEN}{number}\n\n{_in_pandocs_words(text)}" for number, text in enumerate(texts))
    found: list[list[Any]] = []
    for block in json.loads(run_pandoc(given, "--from", FORMAT, "--to", "json"))["blocks"]:
        if _words(block) == f"{_IN_BETWEEN}{len(found)}":
            found.append([])
        else:
            found[-1].append(block)
    assert len(found) == len(texts), f"text {len(found)} reaches into the next"
    return found


def _in_pandocs_words(text: str) -> str:
    text = _FENCE.sub(lambda fence: f"\n{fence['colons']} {{.{fence['name']}}}\n\n{fence['title']}\n\n", text)
    return _CLOSER.sub(r"\n\1\n", text)


def _our_mark(citation: Citation, source: str) -> Mark:
    content = re.sub(r"\n[>\s]*", "\n", source[citation.span.start + 1 : citation.span.end - 1])
    written = cut_items(read_bracket_text(content, parse_words), 0)
    cut = [(item.key, item.suppress_author, item.prefix) for item in written]
    assert cut == [(item.key, item.suppress_author, _words_before(citation, item)) for item in citation.items]
    assert all(_is_whole(*pair) for pair in zip(written, citation.items, strict=True)), content
    return tuple(Item(item.key, item.suppress_author, as_typed(item.prefix), as_typed(item.after)) for item in written)


def _words_before(citation: Citation, item: CitationItem) -> str:
    """The words before a key as the corpus writes them: to pandoc what we read in them is words like any other."""
    certainty = f"certainty: {citation.certainty}" if citation.certainty and item is citation.items[0] else ""
    intent = "" if item.intent is Intent.SUPPORTS else str(item.intent)
    words = ", ".join(part for part in (certainty, intent, item.prefix) if part)
    return f"{words}," if words == certainty != "" else words


def _is_whole(written: WrittenItem, item: CitationItem) -> bool:
    """Whether every letter behind a key is in its locator, suffix or quote, but those of the term before a locator."""
    parts = (written.after, item.locator, item.suffix, item.quote)
    behind, *kept = ("".join(re.findall(r"\w", part or "")).casefold() for part in parts)
    return behind.endswith("".join(kept)) and behind.removesuffix("".join(kept)) in _TERM_LETTERS


def _marks(node: Any) -> Iterator[tuple[Mark, bool]]:
    """The marks below a node of pandoc's tree, and whether each is bare; what stands in a mark is part of its words."""
    if isinstance(node, list):
        for child in node:
            yield from _marks(child)
    elif isinstance(node, dict) and node.get("t") == "Cite":
        items, written = node["c"]
        yield tuple(_item(item) for item in items), not _words(written).startswith("[")
    elif isinstance(node, dict):
        yield from _marks(node.get("c", []))


def _item(item: dict[str, Any]) -> Item:
    prefix, suffix = (as_typed(_words(item[part])) for part in ("citationPrefix", "citationSuffix"))
    return Item(item["citationId"], item["citationMode"]["t"] == "SuppressAuthor", prefix, suffix)


def _words(node: Any) -> str:
    """The plain words of a node."""
    if isinstance(node, list):
        return "".join(_words(child) for child in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node["t"], node.get("c", [])
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Quoted":
        sign = '"' if content[0]["t"] == "DoubleQuote" else "'"
        return f"{sign}{_words(content[1])}{sign}"
    if kind in ("Code", "Cite", "Link", "Span"):
        content = content[1]
    return content if isinstance(content, str) else _words(content)
