r"""Markup of other systems left in text that came from them: ``!!! warning``, ``{{< cite >}}``, ``\cite{}``.

Markdown shows it as it is. Each construct has its pattern, the systems that it comes from, and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily
from citewell.model.source_location import Span

#: Takes the place of each character that is not shown as it was typed: code, addresses, escaped characters, marks.
HIDDEN: Final = "\0"

_CITATION: Final = "name the source as [@key] after its sentence"
_BLOCK: Final = "write a block, such as :::{note}, and close it with :::"
_LINK: Final = "write a link as [words](address)"
_DELETE: Final = (
    "name a source as [@key] after its sentence, and delete anything else: nothing is run or filled in here"
)
_STRESS: Final = "write *words* or **words**"
_HEADING: Final = "begin a heading with ## and a space"
_WORDS: Final = "write the words alone"


class Construct(NamedTuple):
    """A construct: the systems it belongs to, its pattern, and what to write instead.

    The pattern of one that begins a line starts after any blanks; any other begins with one
    of the characters in ``_BEGINS``.
    """

    systems: str
    instead: str
    pattern: str


class ForeignMarkup(NamedTuple):
    """A construct that was found: where, and its name in ``CONSTRUCTS``."""

    span: Span
    name: str


_ADDRESS: Final = r"(?:https?|mailto):"
_AT_LINE_START: Final[Mapping[str, Construct]] = {
    "admonition": Construct("MkDocs and Python-Markdown", _BLOCK, r"(?:!!!|\?\?\?\+?)[ \t]*(?:\w[^\n]*|$)"),
    "tab": Construct("MkDocs and Python-Markdown", _BLOCK, r"===[!+]? \"[^\n]*"),
    "snippet": Construct("MkDocs and Python-Markdown", "write the text itself", r"-{1,2}8<-{1,2}[^\n]*"),
    "slash_block": Construct("MkDocs and Python-Markdown", _BLOCK, r"///[ \t]*\w[^\n]*"),
    "abbreviation": Construct(
        "Markdown Extra", "put the term into content_src/glossary.yml", r"\*\[[^\[\]\n]{1,80}\]:[^\n]*"
    ),
    "definition": Construct(
        "Markdown Extra and pandoc", "write a list, each item as **term**: its meaning", r":[ \t]+(?=[^\s:])"
    ),
    "task": Construct(
        "GitHub", "leave the box out; begin each item with a hyphen and a space", r"(?:\[[ xX/>-]\]|\( \))(?=\s|$)"
    ),
    "directive": Construct(
        "Sphinx and reStructuredText", _BLOCK, r"\.\. (?:[\w:+.-]+::|_[^:\n]{1,80}:|\[[^\[\]\n]{1,80}\]|\|)[^\n]*"
    ),
    "asciidoc_block": Construct(
        "AsciiDoc",
        _BLOCK,
        r"\[(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING|quote|verse|source|abstract|\.[\w-]+)\b[^\[\]\n]*\]$",
    ),
    "heading": Construct("MediaWiki and AsciiDoc", _HEADING, r"(?:={2,6}[ \t]+[^\s=]|=[ \t]*[A-Z])[^\n]*"),
    "textile_heading": Construct("Textile and Jira", _HEADING, r"(?:h[1-6]|bq)\.[ \t]+(?=\S)"),
    "line_of_signs": Construct("AsciiDoc and Hugo", _BLOCK, r"(?:={4,}|\+{3,})[ \t]*$"),
    "block_title": Construct("AsciiDoc", _HEADING, r"\.[A-Z][^\n.]{2,80}$"),
    "line_comment": Construct("AsciiDoc and of programs", "delete it", r"(?://[ \t]+\w|/\*)[^\n]*"),
    "indent": Construct("MediaWiki", "write a paragraph or a list", r"[:;](?=[A-Z])(?![^\n:]*:(?:\s|$))"),
    "to_do": Construct("a draft", "do it, and delete this line", r"(?:TODO|FIXME)\b[^\n]{0,80}"),
    "docsify": Construct("Docsify", _BLOCK, r"[!?]>(?=[ \t])"),
    "heading_without_space": Construct(
        "hashtags, or of a heading without its space", _HEADING, r"#{1,6}(?=[^\W\d_])(?!\+)"
    ),
    "foreign_table": Construct(
        "MediaWiki and AsciiDoc", "write a table with | between its cells", r"(?:\|===|\{\||\|\}|\|-)[^\n]*"
    ),
    "org_keyword": Construct("Org mode", "leave it out, or put its value into the front matter", r"#\+\w+[^\n]*"),
    "mdx_import": Construct("MDX", _DELETE, r"(?:import|export)[ \t][^\n]{1,120}?\bfrom[ \t]+[\"'][^\n]*"),
}
_ANYWHERE: Final[Mapping[str, Construct]] = {
    "shortcode": Construct("Hugo", _DELETE, r"\{\{[<%](?:[^\n]{0,200}?[%>]\}\})?"),
    "template": Construct("MediaWiki and of templates", _DELETE, r"\{\{(?=[^\w\n]{0,4}[^\W\d])(?:[^{}\n]{0,200}\}\})?"),
    "tag": Construct("Jekyll and of templates", _DELETE, r"\{%(?:[^\n]{0,200}?%\})?"),
    "comment": Construct("templates and of MDX", _DELETE, r"\{(?:#[ \t]|/\*)(?:[^\n]{0,200}?(?:#|\*/)\})?"),
    "critic": Construct(
        "CriticMarkup",
        "write the text as it should be",
        r"\{(?:\+\+|--|~~|==|>>)(?:[^\n]{0,200}?(?:\+\+|--|~~|==|<<)\})?",
    ),
    "attributes": Construct(
        "kramdown", "delete them: attributes are not part of the language", r"\{:(?=[ .#/])[^{}\n]{0,80}\}?"
    ),
    "role": Construct(
        "MyST and Sphinx",
        f"{_CITATION}; for anything else, write the words alone",
        rf"\{{[A-Za-z][\w:+.-]{{0,60}}\}}(?=[`{HIDDEN}])",
    ),
    "placeholder": Construct(
        "a reference manager, a word processor or a template",
        f"{_CITATION}; else delete it",
        rf"\{{(?<![\]{HIDDEN}]\{{)(?![ \t]*lang\b)[ \t]?[A-Za-z]{{2}}[^{{}}\n]{{0,160}}\}}(?!\[[ \t]*lang)",
    ),
    "variable": Construct(
        "a program",
        "write what belongs there",
        r"[$#]\{[^{}\n]{1,100}\}|%\(\w{1,40}\)[sd]|\{@[^{}\n]{1,100}\}|<%[^\n]{0,200}?%>",
    ),
    "note_to_writer": Construct(
        "a draft",
        "write what belongs there",
        r"\[(?i:insert|to ?do|tk|tbc|tbd|fixme|xx+|placeholder)\b[^\[\]\n]{0,60}\](?!\()",
    ),
    "substitution": Construct("reStructuredText", "write the words", r"\|[A-Za-z][\w-]{1,40}\|_{0,2}(?!\w)"),
    "spoiler": Construct("a chat or a forum", _WORDS, r"\|\|[^|\n]{1,200}\|\||>![^\n]{1,200}?!<"),
    "cross_reference": Construct(
        "Quarto and bookdown", _LINK, rf"@(?<!\w@)(?:fig|tbl|sec|eq|lst)-\w[\w-]*|(?:\\@|{HIDDEN})ref\([\w:-]{{1,60}}\)"
    ),
    "command": Construct(
        "LaTeX",
        f"{_CITATION}; for anything else, write the words or characters alone",
        r"\\(?:[A-Za-z]+\*?(?:\[[^\[\]\n]{0,80}\]){0,2}\{[^{}\n]{0,200}\}?|(?<![\w:]\\)[A-Za-z]{2,})",
    ),
    "maths": Construct(
        "LaTeX",
        "write the characters themselves, such as 10⁶ or ≥",
        r"\$(?:\$[^\n$]{1,200}\$\$|(?<![\w$]\$)(?=\S)(?=[^\n$]{0,120}[\\^_])[^\n$]{1,120}(?<=\S)\$(?![\d$]))",
    ),
    "latex_quotes": Construct("LaTeX", 'write "words"', r"``[^`'\n]{1,200}''"),
    "highlight": Construct("Obsidian and Python-Markdown", _STRESS, r"==(?<!===)(?=[^\s=])[^=\n]{1,200}(?<=\S)=="),
    "insertion": Construct(
        "Python-Markdown", _WORDS, r"\+\+(?<!\w\+\+)(?=[^\s+])(?:[^+\n]{1,120}(?<=\S)|[\w+-]{1,40})\+\+"
    ),
    "caret_insertion": Construct("Python-Markdown", _WORDS, r"\^\^(?=[^\s^])[^\^\n]{1,120}(?<=\S)\^\^"),
    "subscript": Construct(
        "pandoc", "write the character itself, such as ₂", r"~(?<=[^\W_]~)[A-Za-z0-9+−-]{1,10}~(?!~)"
    ),
    "superscript": Construct(
        "pandoc",
        "write the character itself, such as ²",
        r"\^(?:(?<=\d\^)|(?=[^\s\^]{0,10}[A-Za-z+−-]))[^\s\^]{1,12}\^",
    ),
    "inline_note": Construct(
        "pandoc", f"there are no footnotes: {_CITATION}", rf"\^(?:\[(?:[^\[\]\n]{{0,200}}\])?|(?<!\d\^)(?={HIDDEN}))"
    ),
    "block_id": Construct("Obsidian", "delete it", r"\^(?<=[ \t]\^)[a-z0-9][a-z0-9-]{3,30}(?=[ \t]*(?:\n|$))"),
    "hidden_comment": Construct("Obsidian", "delete it", r"%%(?=[^\s%])[^%\n]{1,200}%%"),
    "alert": Construct("GitHub and Obsidian", _BLOCK, r"\[![A-Za-z][\w-]{1,20}\][+-]?"),
    "wiki_link": Construct("MediaWiki and Obsidian", _LINK, r"\[\[(?!-?@)[^\[\]@\n]{1,200}\]\]"),
    "wiki_address": Construct(
        "MediaWiki and Jira", _LINK, rf"\[(?:[^\[\]|\n]{{1,120}}\|)?{_ADDRESS}[^\[\]\n]{{1,300}}\](?!\()"
    ),
    "wiki_stress": Construct("MediaWiki", _STRESS, r"''(?<![\w']'')'{0,3}(?=[^\s'])[^\n]{1,200}?(?<=[^\s'])'{2,5}"),
    "wiki_note": Construct(
        "Wikipedia",
        f"{_CITATION}, or delete it",
        r"\[(?<!\]\[)(?i:(?:citation|clarification|better source) needed|edit|who\?|when\?|which\?|by whom\?|dubious"
        r"|note \d{1,3}|refs?\.? ?\d{0,3})\]",
    ),
    "marker": Construct(
        "a chat or a search program",
        _CITATION,
        r"【\d[^【】\n]{0,40}】|\[cite(?:_start|_end)?(?::[^\[\]@\n]{0,40})?\]",
    ),
    "contents": Construct(
        "Python-Markdown, Jira and AsciiDoc",
        "delete it",
        r"\[(?:TOC|toc)\](?!\()|\[~[\w.-]{1,40}\]|\[[.#][\w.-]{1,40}\](?=[#*_])",
    ),
    "tag_in_brackets": Construct(
        "a forum or of WordPress",
        "leave it out; write *words*, **words** or [words](address)",
        r"\[(?:/[a-z][\w-]{0,30}|(?:url|img|quote|code|size|color|font)=[^\[\]\n]{1,200}"
        r"|[a-z][\w-]{1,30}(?:[ \t]+[\w-]+=(?:\"[^\"\n]{0,100}\"|[^\s\[\]]{1,100})){1,8}[ \t]*/?)\](?!\()",
    ),
    "rst_note": Construct("reStructuredText", _CITATION, r"\[[\w#*.-]{1,30}\]_(?!\w)"),
    "rst_link": Construct("reStructuredText", _LINK, rf"[`{HIDDEN}](?<=\S)__?(?![\w*])"),
    "text_directive": Construct(
        "MyST, remark and chats",
        f"{_CITATION}; for anything else, write the words alone",
        r":(?<![\w:]:)[A-Za-z][\w-]{1,40}\[(?!-?@)[^\[\]\n]{0,200}\](?:\{[^{}\n]{0,80}\})?(?!\()",
    ),
    "rst_role": Construct(
        "Sphinx and reStructuredText",
        f"{_CITATION}; for anything else, write the words alone",
        rf":(?<![\w:]:)[A-Za-z][\w:+.-]{{0,60}}:(?=[`{HIDDEN}])",
    ),
    "emoji": Construct(
        "GitHub and of chats",
        "write words: people who listen need them too",
        r":(?<![\w:/]:)(?:[a-z][a-z0-9_-]*[a-z0-9]|\+1|-1):(?![\w:/])",
    ),
    "macro": Construct(
        "AsciiDoc",
        f"{_LINK}; {_CITATION}",
        r"(?::(?<=[a-z]:):?|https?://)[^\s\[\]:]{0,200}(?<!\])\[(?!-?@|no source|\d{1,3}[\],;–-])"
        r"[^\[\]@\n]{0,200}\](?!\()",
    ),
    "reference": Construct("AsciiDoc", _LINK, r"<<[\w#][^<>\n]{0,120}>>"),
    "literal": Construct("reStructuredText", "write one colon", r"::(?<=\w::)(?=[ \t]*(?:\n|$))"),
    "textile_link": Construct("Textile", _LINK, rf"\":{_ADDRESS}"),
    "entity": Construct(
        "HTML",
        "write the character itself",
        r"&(?:[A-Za-z]{2,31}[0-9]{0,2};|#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|(?:nbsp|amp|lt|gt|quot|apos|[nm]dash|[lr][sd]quo|hellip)\b)",
    ),
    "word_error": Construct(
        "a word processor",
        "write what stood there",
        r"Error! (?:Reference source|Bookmark|Hyperlink reference|No text of)[^.\n]{0,60}\.?",
    ),
}
#: Every construct by its name.
CONSTRUCTS: Final[Mapping[str, Construct]] = {**_AT_LINE_START, **_ANYWHERE}


def _pattern(constructs: Mapping[str, Construct]) -> str:
    return "|".join(f"(?P<{name}>{construct.pattern})" for name, construct in constructs.items())


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


def foreign_markup(text: str) -> Iterator[ForeignMarkup]:
    """Each construct in a text, in reading order, none inside another; ``HIDDEN`` is what is not shown as typed."""
    begins = _BEGINS_OR_IS_ADDRESS if "://" in text or "www." in text else _BEGINS
    inline = (_INLINE.match(text, begun.start()) for begun in begins.finditer(text))
    end = 0
    for found in sorted((*_LINE_START.finditer(text), *filter(None, inline)), key=re.Match.start):
        name = str(found.lastgroup)
        if found.start(name) >= end:
            end = found.end(name)
            yield ForeignMarkup(Span(found.start(name), end), name)
