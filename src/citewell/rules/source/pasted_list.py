"""A line looks like an item of a list but is not one.

It begins with a bullet, a letter or a dash from a word processor, or has no space after its hyphen. Such lines run
together into one paragraph: readers neither see nor hear a list, and one source at the end would count for all of it.
Bullets in the middle of a line have the same effect.

Fix it by beginning each item with a hyphen and a space, or with a number, a full stop and a space. Each item then ends
with its own brackets.

Wrong:

```markdown
What people may notice:
• a lump
• pain [@example-page]
```

Right:

```markdown
What people may notice:

- a lump [@example-page]
- pain [@example-page]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.lazy_pattern import compile_lazily
from citewell.model.blocks import Role
from citewell.model.source_location import Span
from citewell.rules.rule import Finding, article_rule

# Bullets of word processors and web pages; the last two are from Word's own fonts.
_BULLETS: Final = "•‣⁃◦∙▪▫■□●○▸▹►▶➢➤❏❑❖◆◇♦\uf0b7\uf0a7"
# Characters that begin items, too, but also mean yes and no in a table.
_TICKS: Final = "✓✔✗✘☐☑☒✅❌★☆➔👉🔹🔸"
_SPACE: Final = r"[ \t\u00a0\u2007\u202f]"
_LINE: Final = r"[ \t>]*(?P<mark>{})"
#: A bullet; a hyphen that lacks its space, or has one that Markdown does not know.
_ITEM: Final = compile_lazily(
    _LINE.format(rf"[{_BULLETS}]|[·・](?=\D)|-(?=[^\W\d_])|[‐‑](?={_SPACE})|[-*+](?=[\u00a0\u2007\u202f])")
)
#: What begins an item, or a line of wrapped prose: it counts below a colon, and where another line begins so, too.
_MAYBE: Final = {
    "tick": compile_lazily(_LINE.format(rf"[{_TICKS}](?=\s*\w)")),
    "dash": compile_lazily(_LINE.format(rf"[–—―−](?={_SPACE})")),
    "letter": compile_lazily(_LINE.format(rf"[oOvqüØø§¨](?={_SPACE}+[^\W\d_])")),
    "number": compile_lazily(
        _LINE.format(rf"\((?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})\)(?={_SPACE})|(?:[a-z]|[ivx]{{1,4}})[.)](?={_SPACE})")
    ),
    "number without its space": compile_lazily(_LINE.format(r"\d{1,2}[.)](?=[^\W\d_]|[\u00a0\u2007\u202f])")),
    "star": compile_lazily(_LINE.format(r"[*+](?=[^\W\d_][^*+]*$)")),
}
_O: Final = compile_lazily(rf"[ \t>]*(?P<mark>o)(?={_SPACE}+[^\W\d_])")
_WITHIN: Final = compile_lazily(r"(?<=\S)[ \t\u00a0]+(?P<mark>[•▪‣●■◦►➢✓✔✅☐])(?=\s*\w)")
# Characters that are also a dash, a point between factors or a word: after a colon, and again before the next item.
_WITHIN_AFTER_COLON: Final = compile_lazily(
    rf":{_SPACE}+(?P<mark>[·∙o*‐–—-]){_SPACE}+(?=[^\W\d_])[^\n]{{0,300}}?{_SPACE}(?P=mark){_SPACE}+(?=[^\W\d_])"
)
_MAY_HAVE_ONE: Final = compile_lazily(
    rf"[{_BULLETS}{_TICKS}·・‐‑–—―−]|:{_SPACE}+[o*-]{_SPACE}|^[ \t>]*(?:[-*+\d(]|\w{{1,4}}[.)]|[oOvqüØø§¨]{_SPACE})",
    re.MULTILINE,
)


class _Found(NamedTuple):
    """Characters that begin an item: their offset in the run, and whether they begin a line."""

    start: int
    characters: str
    begins_line: bool


@article_rule("SRC029")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The first such line of each run of text."""
    article = numbered.article
    for run in article.prose:
        text = article.source.text[slice(*run.span)]
        if not _MAY_HAVE_ONE.search(text):  # most have none
            continue
        found = _first_item(text, context.settings.is_english)
        if found is None and run.role is Role.PROSE:
            found = _item_within(text)
        if found:
            start = run.span.start + found.start
            where = "a line that begins with" if found.begins_line else "what follows"
            shown = found.characters if found.characters.isprintable() else f"U+{ord(found.characters[0]):04X}"
            yield Finding(
                article.locate(Span(start, start + len(found.characters))),
                f'{where} "{shown}" is not an item of a list',
                "begin each item with a hyphen and a space, and end each with its own brackets",
            )


def is_pasted_list(text: str, is_english: bool) -> bool:
    """Whether a paragraph has lines that look like items of a list; this rule reports such a paragraph."""
    return _first_item(text, is_english) is not None


def _first_item(text: str, is_english: bool) -> _Found | None:
    lines = text.split("\n")
    several = {kind for kind, pattern in _MAYBE.items() if sum(bool(pattern.match(line)) for line in lines) > 1}
    start, below_colon = 0, False
    for line in lines:
        found = _ITEM.match(line) or (_O.match(line) if is_english else None)
        for kind, pattern in _MAYBE.items():
            if not found and (kind in several or (below_colon and kind != "star")):
                found = pattern.match(line)
        if found:
            return _Found(start + found.start("mark"), found["mark"], True)
        start += len(line) + 1
        below_colon = line.rstrip().endswith(":")
    return None


def _item_within(text: str) -> _Found | None:
    """The first of several bullets within the lines, or of one after a colon."""
    if after_colon := _WITHIN_AFTER_COLON.search(text):
        return _Found(after_colon.start("mark"), after_colon["mark"], False)
    found = list(_WITHIN.finditer(text))
    if len(found) > 1 or (found and text[: found[0].start()].endswith((":", ";", "."))):
        return _Found(found[0].start("mark"), found[0]["mark"], False)
    return None
