r"""Markup of other systems left in text that came from them: ``!!! warning``, ``{{< cite >}}``, ``\cite{}``.

Markdown shows it as it is. Each construct has its pattern. One that begins a line starts after any blanks; any other
begins with one of the characters in ``_BEGINS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily
from citewell.model.source_location import Span

#: Takes the place of each character that is not shown as it was typed: code, addresses, escaped characters, marks.
HIDDEN: Final = "\0"


class FoundMarkup(NamedTuple):
    """A construct that was found: where, and its name in ``CONSTRUCTS``."""

    span: Span
    name: str


_ADDRESS: Final = r"(?:https?|mailto):"
_AT_LINE_START: Final[Mapping[str, str]] = {
    "admonition": r"(?:!!!|\?\?\?\+?)[ \t]*(?:\w[^\n]*|$)",
    "tab": r"===[!+]? \"[^\n]*",
    "snippet": r"-{1,2}8<-{1,2}[^\n]*",
    "slash_block": r"///[ \t]*\w[^\n]*",
    "abbreviation": r"\*\[[^\[\]\n]{1,80}\]:[^\n]*",
    "definition": r":[ \t]+(?=[^\s:])",
    "task": r"(?:\[[ xX/>-]\]|\( \))(?=\s|$)",
    "directive": r"\.\. (?:[\w:+.-]+::|_[^:\n]{1,80}:|\[[^\[\]\n]{1,80}\]|\|)[^\n]*",
    "asciidoc_block": r"\[(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING|quote|verse|source|abstract|\.[\w-]+)\b[^\[\]\n]*\]$",
    "heading": r"(?:={2,6}[ \t]+[^\s=]|=[ \t]*[A-Z])[^\n]*",
    "textile_heading": r"(?:h[1-6]|bq)\.[ \t]+(?=\S)",
    "line_of_characters": r"(?:={4,}|\+{3,})[ \t]*$",
    "block_title": r"\.[A-Z][^\n.]{2,80}$",
    "line_comment": r"(?://[ \t]+\w|/\*)[^\n]*",
    "indent": r"[:;](?=[A-Z])(?![^\n:]*:(?:\s|$))",
    "to_do": r"(?:TODO|FIXME)\b[^\n]{0,80}",
    "docsify": r"[!?]>(?=[ \t])",
    "heading_without_space": r"#{1,6}(?=[^\W\d_])(?!\+)",
    "foreign_table": r"(?:\|===|\{\||\|\}|\|-)[^\n]*",
    "org_keyword": r"#\+\w+[^\n]*",
    "mdx_import": r"(?:import|export)[ \t][^\n]{1,120}?\bfrom[ \t]+[\"'][^\n]*",
}
_ANYWHERE: Final[Mapping[str, str]] = {
    "shortcode": r"\{\{[<%](?:[^\n]{0,200}?[%>]\}\})?",
    "template": r"\{\{(?=[^\w\n]{0,4}[^\W\d])(?:[^{}\n]{0,200}\}\})?",
    "tag": r"\{%(?:[^\n]{0,200}?%\})?",
    "comment": r"\{(?:#[ \t]|/\*)(?:[^\n]{0,200}?(?:#|\*/)\})?",
    "critic": r"\{(?:\+\+|--|~~|==|>>)(?:[^\n]{0,200}?(?:\+\+|--|~~|==|<<)\})?",
    "attributes": r"\{:(?=[ .#/])[^{}\n]{0,80}\}?",
    "role": rf"\{{[A-Za-z][\w:+.-]{{0,60}}\}}(?=[`{HIDDEN}])",
    "placeholder": rf"\{{(?<![\]{HIDDEN}]\{{)(?![ \t]*lang\b)[ \t]?[A-Za-z]{{2}}[^{{}}\n]{{0,160}}\}}(?!\[[ \t]*lang)",
    "variable": r"[$#]\{[^{}\n]{1,100}\}|%\(\w{1,40}\)[sd]|\{@[^{}\n]{1,100}\}|<%[^\n]{0,200}?%>",
    "note_to_writer": r"\[(?i:insert|to ?do|tk|tbc|tbd|fixme|xx+|placeholder)\b[^\[\]\n]{0,60}\](?!\()",
    "substitution": r"\|[A-Za-z][\w-]{1,40}\|_{0,2}(?!\w)",
    "spoiler": r"\|\|[^|\n]{1,200}\|\||>![^\n]{1,200}?!<",
    "cross_reference": rf"@(?<!\w@)(?:fig|tbl|sec|eq|lst)-\w[\w-]*|(?:\\@|{HIDDEN})ref\([\w:-]{{1,60}}\)",
    "command": r"\\(?:[A-Za-z]+\*?(?:\[[^\[\]\n]{0,80}\]){0,2}\{[^{}\n]{0,200}\}?|(?<![\w:]\\)[A-Za-z]{2,})",
    "maths": r"\$(?:\$[^\n$]{1,200}\$\$|(?<![\w$]\$)(?=\S)(?=[^\n$]{0,120}[\\^_])[^\n$]{1,120}(?<=\S)\$(?![\d$]))",
    "latex_quotes": r"``[^`'\n]{1,200}''",
    "highlight": r"==(?<!===)(?=[^\s=])[^=\n]{1,200}(?<=\S)==",
    "insertion": r"\+\+(?<!\w\+\+)(?=[^\s+])(?:[^+\n]{1,120}(?<=\S)|[\w+-]{1,40})\+\+",
    "caret_insertion": r"\^\^(?=[^\s^])[^\^\n]{1,120}(?<=\S)\^\^",
    "subscript": r"~(?<=[^\W_]~)[A-Za-z0-9+−-]{1,10}~(?!~)",
    "superscript": r"\^(?:(?<=\d\^)|(?=[^\s\^]{0,10}[A-Za-z+−-]))[^\s\^]{1,12}\^",
    "inline_note": rf"\^(?:\[(?:[^\[\]\n]{{0,200}}\])?|(?<!\d\^)(?={HIDDEN}))",
    "block_id": r"\^(?<=[ \t]\^)[a-z0-9][a-z0-9-]{3,30}(?=[ \t]*(?:\n|$))",
    "hidden_comment": r"%%(?=[^\s%])[^%\n]{1,200}%%",
    "alert": r"\[![A-Za-z][\w-]{1,20}\][+-]?",
    "wiki_link": r"\[\[(?!-?@)[^\[\]@\n]{1,200}\]\]",
    "wiki_address": rf"\[(?:[^\[\]|\n]{{1,120}}\|)?{_ADDRESS}[^\[\]\n]{{1,300}}\](?!\()",
    "wiki_stress": r"''(?<![\w']'')'{0,3}(?=[^\s'])[^\n]{1,200}?(?<=[^\s'])'{2,5}",
    "wiki_note": (
        r"\[(?<!\]\[)(?i:(?:citation|clarification|better source) needed|edit|who\?|when\?|which\?|by whom\?|dubious"
        r"|note \d{1,3}|refs?\.? ?\d{0,3})\]"
    ),
    "marker": r"【\d[^【】\n]{0,40}】|\[cite(?:_start|_end)?(?::[^\[\]@\n]{0,40})?\]",
    "contents": r"\[(?:TOC|toc)\](?!\()|\[~[\w.-]{1,40}\]|\[[.#][\w.-]{1,40}\](?=[#*_])",
    "tag_in_brackets": (
        r"\[(?:/[a-z][\w-]{0,30}|(?:url|img|quote|code|size|color|font)=[^\[\]\n]{1,200}"
        r"|[a-z][\w-]{1,30}(?:[ \t]+[\w-]+=(?:\"[^\"\n]{0,100}\"|[^\s\[\]]{1,100})){1,8}[ \t]*/?)\](?!\()"
    ),
    "rst_note": r"\[[\w#*.-]{1,30}\]_(?!\w)",
    "rst_link": rf"[`{HIDDEN}](?<=\S)__?(?![\w*])",
    "text_directive": r":(?<![\w:]:)[A-Za-z][\w-]{1,40}\[(?!-?@)[^\[\]\n]{0,200}\](?:\{[^{}\n]{0,80}\})?(?!\()",
    "rst_role": rf":(?<![\w:]:)[A-Za-z][\w:+.-]{{0,60}}:(?=[`{HIDDEN}])",
    "emoji": r":(?<![\w:/]:)(?:[a-z][a-z0-9_-]*[a-z0-9]|\+1|-1):(?![\w:/])",
    "macro": (
        r"(?::(?<=[a-z]:):?|https?://)[^\s\[\]:]{0,200}(?<!\])\[(?!-?@|no source|\d{1,3}[\],;–-])"
        r"[^\[\]@\n]{0,200}\](?!\()"
    ),
    "reference": r"<<[\w#][^<>\n]{0,120}>>",
    "literal": r"::(?<=\w::)(?=[ \t]*(?:\n|$))",
    "textile_link": rf"\":{_ADDRESS}",
    "entity": (
        r"&(?:[A-Za-z]{2,31}[0-9]{0,2};|#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};"
        r"|(?:nbsp|amp|lt|gt|quot|apos|[nm]dash|[lr][sd]quo|hellip)\b)"
    ),
    "word_error": r"Error! (?:Reference source|Bookmark|Hyperlink reference|No text of)[^.\n]{0,60}\.?",
}
#: The name of every construct.
CONSTRUCTS: Final = frozenset((*_AT_LINE_START, *_ANYWHERE))


def _pattern(constructs: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in constructs.items())


_LINE_START: Final = compile_lazily(rf"^[ \t]*(?:{_pattern(_AT_LINE_START)})", re.MULTILINE)
_INLINE: Final = compile_lazily(_pattern(_ANYWHERE))
# Where one of them may begin: one class of characters, because trying each pattern everywhere takes 20 times as long.
_BEGINNING: Final = (
    rf"(?:(?<=[{{{{\\$~^&【{HIDDEN}])|(?<=\[)(?!-?@|no source)"
    r"|(?<=[=+%<`'|])(?=[=+%<`'_(A-Za-z|])|(?<=>)(?=!)|(?<=#)(?={{)|(?<=@)(?=[a-z]+-)|(?<=:)(?=\S)|(?<=\")(?=:)|(?<=E)(?=rror!){})"
)
_CHARACTERS: Final = rf"{{\\$~^&【{HIDDEN}\[=+%<`'\":E|>#@"
_BEGINS: Final = compile_lazily(f"[{_CHARACTERS}]" + _BEGINNING.format(""))
# An address is taken whole: nothing within it is markup.
_BEGINS_OR_IS_ADDRESS: Final = compile_lazily(
    f"[{_CHARACTERS}hw]" + _BEGINNING.format(rf"|(?:(?<=h)ttps?://|(?<=w)ww\.)[^\s<>\[\]{HIDDEN}]*")
)


def find_foreign_markup(text: str) -> Iterator[FoundMarkup]:
    """Each construct in a text, in reading order, none inside another; ``HIDDEN`` is what is not shown as typed."""
    begins = _BEGINS_OR_IS_ADDRESS if "://" in text or "www." in text else _BEGINS
    inline = (_INLINE.match(text, begun.start()) for begun in begins.finditer(text))
    end = 0
    for found in sorted((*_LINE_START.finditer(text), *filter(None, inline)), key=re.Match.start):
        name = str(found.lastgroup)
        if found.start(name) >= end:
            end = found.end(name)
            yield FoundMarkup(Span(found.start(name), end), name)
