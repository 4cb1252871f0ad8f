"""The HTML of a page's Markdown, worked out without a Markdown parser.

What Citewell writes into ``docs/`` is headings, each with its id, and elements of HTML, with a blank line between any
two. Python-Markdown takes such a page apart letter by letter, and puts it together as it was.
"""

from __future__ import annotations

import re
from typing import Final

#: A heading as Citewell writes it: every punctuation mark is a numeric reference, so none of it is Markdown.
_WORDS: Final = r'(?:[^\W_]|[^\x00-\x7f]|&#\d+;|<bdi dir="ltr">|</bdi>| (?! ))+'
_HEADING: Final = re.compile(rf"(#{{1,6}}) (?! )({_WORDS}) \{{#((?:[\w.:-]|\\_)+)\}}(?=\n\n|\Z)")
#: The elements with which our pages are made; each is one that Python-Markdown takes whole.
_ELEMENT: Final = re.compile(r"<(p|div|section|ul|ol|dl|form|nav|figure|table|details|aside|blockquote)[ >]")
_TAGS: Final = {
    tag: re.compile(rf"<(/?){tag}(?:\s[^>]*)?>")  # no value of ours holds a bare ``>``
    for tag in _ELEMENT.pattern[2 : _ELEMENT.pattern.index(")")].split("|")
}
#: What Python-Markdown changes, or looks at, even inside of an element; ``_ODD`` is looked for letter by letter.
_ODD: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029`]")
_TOUCHED: Final = ("\n~~~", "\n ", "\n\n\n", "<script", "<style", "<textarea", "<title", "<!", "<?", " markdown=")


def convert_body(body: str) -> str | None:
    """The HTML that Python-Markdown makes of a page's body with ``attr_list``; ``None`` where it must be asked."""
    if _ODD.search(body) or any(each in body for each in _TOUCHED) or body.startswith(("~~~", " ")):
        return None
    body = body.strip("\n")
    made: list[str] = []
    at = 0
    while at < len(body):
        if heading := _HEADING.match(body, at):
            marks, words, anchor = heading.groups()
            made.append(f'<h{len(marks)} id="{anchor.replace(chr(92), "")}">{words}</h{len(marks)}>\n')
            at = heading.end() + 2
        elif end := _find_end(body, at):
            after = 2 if body.startswith("\n\n", end) else 1
            made.append(body[at : end + after])
            at = end + after
        else:
            return None
    return "".join(made).rstrip("\n")


def _find_end(body: str, start: int) -> int:
    """Where the element that begins here ends; 0 if none of ours does, or something follows it in its line."""
    first = _ELEMENT.match(body, start)
    depth = 0
    for tag in _TAGS[first[1]].finditer(body, start) if first else ():
        depth += -1 if tag[1] else 1
        if depth == 0:
            follows = body[tag.end() : tag.end() + 2]
            return tag.end() if follows in {"", "\n\n", "\n<"} else 0
    return 0
