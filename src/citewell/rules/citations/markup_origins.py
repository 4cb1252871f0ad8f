"""The systems that foreign markup comes from, and what to write instead, by the name of the construct."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

_CITATION: Final = "name the source as [@key] after its sentence"
_BLOCK: Final = "write a block, such as :::{note}, and close it with :::"
_LINK: Final = "write a link as [words](address)"
_DELETE: Final = (
    "name a source as [@key] after its sentence, and delete anything else: nothing is run or filled in here"
)
_STRESS: Final = "write *words* or **words**"
_HEADING: Final = "begin a heading with ## and a space"
_WORDS: Final = "write the words alone"


class Origin(NamedTuple):
    """The systems that a construct belongs to, for "is markup of …", and what to write instead."""

    systems: str
    instead: str


#: Every construct of ``source/foreign_markup.py``.
ORIGINS: Final[Mapping[str, Origin]] = {
    "admonition": Origin("MkDocs and Python-Markdown", _BLOCK),
    "tab": Origin("MkDocs and Python-Markdown", _BLOCK),
    "snippet": Origin("MkDocs and Python-Markdown", "write the text itself"),
    "slash_block": Origin("MkDocs and Python-Markdown", _BLOCK),
    "abbreviation": Origin("Markdown Extra", "put the term into content_src/glossary.yml"),
    "definition": Origin("Markdown Extra and pandoc", "write a list, each item as **term**: its meaning"),
    "task": Origin("GitHub", "leave the box out; begin each item with a hyphen and a space"),
    "directive": Origin("Sphinx and reStructuredText", _BLOCK),
    "asciidoc_block": Origin("AsciiDoc", _BLOCK),
    "heading": Origin("MediaWiki and AsciiDoc", _HEADING),
    "textile_heading": Origin("Textile and Jira", _HEADING),
    "line_of_characters": Origin("AsciiDoc and Hugo", _BLOCK),
    "block_title": Origin("AsciiDoc", _HEADING),
    "line_comment": Origin("AsciiDoc and of programs", "delete it"),
    "indent": Origin("MediaWiki", "write a paragraph or a list"),
    "to_do": Origin("a draft", "do it, and delete this line"),
    "docsify": Origin("Docsify", _BLOCK),
    "heading_without_space": Origin("hashtags, or of a heading without its space", _HEADING),
    "foreign_table": Origin("MediaWiki and AsciiDoc", "write a table with | between its cells"),
    "org_keyword": Origin("Org mode", "leave it out, or put its value into the front matter"),
    "mdx_import": Origin("MDX", _DELETE),
    "shortcode": Origin("Hugo", _DELETE),
    "template": Origin("MediaWiki and of templates", _DELETE),
    "tag": Origin("Jekyll and of templates", _DELETE),
    "comment": Origin("templates and of MDX", _DELETE),
    "critic": Origin("CriticMarkup", "write the text as it should be"),
    "attributes": Origin("kramdown", "delete them: attributes are not part of the language"),
    "role": Origin("MyST and Sphinx", f"{_CITATION}; for anything else, write the words alone"),
    "placeholder": Origin("a reference manager, a word processor or a template", f"{_CITATION}; else delete it"),
    "variable": Origin("a program", "write what belongs there"),
    "note_to_writer": Origin("a draft", "write what belongs there"),
    "substitution": Origin("reStructuredText", "write the words"),
    "spoiler": Origin("a chat or a forum", _WORDS),
    "cross_reference": Origin("Quarto and bookdown", _LINK),
    "command": Origin("LaTeX", f"{_CITATION}; for anything else, write the words or characters alone"),
    "maths": Origin("LaTeX", "write the characters themselves, such as 10⁶ or ≥"),
    "latex_quotes": Origin("LaTeX", 'write "words"'),
    "highlight": Origin("Obsidian and Python-Markdown", _STRESS),
    "insertion": Origin("Python-Markdown", _WORDS),
    "caret_insertion": Origin("Python-Markdown", _WORDS),
    "subscript": Origin("pandoc", "write the character itself, such as ₂"),
    "superscript": Origin("pandoc", "write the character itself, such as ²"),
    "inline_note": Origin("pandoc", f"there are no footnotes: {_CITATION}"),
    "block_id": Origin("Obsidian", "delete it"),
    "hidden_comment": Origin("Obsidian", "delete it"),
    "alert": Origin("GitHub and Obsidian", _BLOCK),
    "wiki_link": Origin("MediaWiki and Obsidian", _LINK),
    "wiki_address": Origin("MediaWiki and Jira", _LINK),
    "wiki_stress": Origin("MediaWiki", _STRESS),
    "wiki_note": Origin("Wikipedia", f"{_CITATION}, or delete it"),
    "marker": Origin("a chat or a search program", _CITATION),
    "contents": Origin("Python-Markdown, Jira and AsciiDoc", "delete it"),
    "tag_in_brackets": Origin("a forum or of WordPress", "leave it out; write *words*, **words** or [words](address)"),
    "rst_note": Origin("reStructuredText", _CITATION),
    "rst_link": Origin("reStructuredText", _LINK),
    "text_directive": Origin("MyST, remark and chats", f"{_CITATION}; for anything else, write the words alone"),
    "rst_role": Origin("Sphinx and reStructuredText", f"{_CITATION}; for anything else, write the words alone"),
    "emoji": Origin("GitHub and of chats", "write words: people who listen need them too"),
    "macro": Origin("AsciiDoc", f"{_LINK}; {_CITATION}"),
    "reference": Origin("AsciiDoc", _LINK),
    "literal": Origin("reStructuredText", "write one colon"),
    "textile_link": Origin("Textile", _LINK),
    "entity": Origin("HTML", "write the character itself"),
    "word_error": Origin("a word processor", "write what was there"),
}
