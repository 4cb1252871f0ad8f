"""Markup in a text that is shown as it is: a title, a correction, a term, a text of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from citewell.messages import PLACE
from citewell.model.keys import ShownText
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import SourceText, Span
from citewell.model.yaml_problems import MarkupInPlainText
from citewell.source.citation_syntax import looks_like_citation
from citewell.source.foreign_markup import find_foreign_markup

_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")
_UNCLOSED: Final = re.compile(r"\[(?:@\w|no source\b)[^\[\]]*")
# A star or an underscore within a word is a letter of it to some ("Leser*innen"); one between spaces is only itself.
_MARKUP: Final = re.compile(
    r"""
      \*\* | __ | ~~                                                # strong and struck words
    | (?<![\w*]) \* (?![\s*]) [^*]* (?<!\s) \* (?![\w*])            # *stress*
    | (?<!\w) _ (?![\s_]) [^_]* (?<!\s) _ (?!\w)                    # _stress_
    | \]\(                                                          # a link or picture
    | ` [^`]+ `                                                     # code
    | </? [A-Za-z] [^<>]* > | <!--                                  # HTML
    | & \#? \w{2,8} ;                                               # a character by its name
    | ::: | ^ \#{1,6} [ ] | \{\{ | \}\} | \{% | %\} | \{ [.\#:] [\w-]+  # blocks, headings, templates, attributes
    """,
    re.MULTILINE | re.VERBOSE,
)


def find_citation(text: str) -> str:
    """The first citation or reason for having none, with its brackets, closed or not; or nothing."""
    closed = next((found[0] for found in _BRACKETS.finditer(text) if looks_like_citation(found[1])), "")
    unclosed = _UNCLOSED.search(text)
    return closed or (unclosed[0] if unclosed else "")


def find_markup(text: str) -> str:
    """The first markup of Markdown, HTML or another system that readers would see, or nothing."""
    found = _MARKUP.search(text)
    foreign = (text[slice(*each.span)] for each in find_foreign_markup(text))
    return found[0] if found else next((each for each in foreign if not PLACE.fullmatch(each)), "")


def find_markup_problem(source: SourceText, text: str, span: Span) -> Problem[MarkupInPlainText] | None:
    """What is not plain text in a text read from a span of a file, at its place as far as that is known."""
    characters = find_citation(text) or find_markup(text)
    if not characters:
        return None
    at = source.text.find(characters, *span)  # not found where the text goes on over lines, or YAML spells it otherwise
    place = Span(at, at + len(characters)) if at >= 0 else Span(span.start, span.start)
    return Problem(source.locate(place), MarkupInPlainText(characters))


def find_markup_problems(source: SourceText, texts: Iterable[ShownText]) -> Iterator[AnyProblem]:
    """The first markup or citation in each text of a file that is shown as it is typed."""
    return filter(None, (find_markup_problem(source, each.text.text, each.text.span) for each in texts))
