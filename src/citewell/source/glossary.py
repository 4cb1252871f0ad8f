"""``glossary.yml``: words of medicine that readers may not know, each with plain words for it."""

from __future__ import annotations

from typing import NamedTuple

from citewell.model.problems import Problem
from citewell.model.site import Term
from citewell.model.source_location import SourceText
from citewell.source.documents import read_file
from citewell.source.fields import Line
from citewell.source.plain_text_check import markup_flaw
from citewell.source.validate import Typed


class ReadGlossary(NamedTuple):
    """The terms in the order of the file, and every flaw of it."""

    terms: tuple[Term, ...]
    flaws: tuple[Problem, ...]


class TermTyped(Typed):
    """One item of ``terms:``."""

    term: Line
    plain: Line
    also: tuple[Line, ...] = ()


class GlossaryTyped(Typed):
    """The one key of ``glossary.yml``."""

    terms: list[TermTyped]


def read_glossary(source: SourceText) -> ReadGlossary:
    """Read ``glossary.yml``. Of two terms with one spelling the first keeps it."""
    document = read_file(GlossaryTyped, source)
    flaws = list(document.flaws)
    terms: list[Term] = []
    taken: set[str] = set()
    for typed in document.value.terms if document.value else ():
        spellings = []
        texts = (typed.term, typed.plain, *typed.also)
        flaws += filter(None, (markup_flaw(source, text.text, text.span) for text in texts))
        for spelling in (typed.term, *typed.also):
            if spelling.text.casefold() in taken:
                detail = f'"{spelling.text}" stands above already'
                flaws.append(Problem("wrong-value", source.locate(spelling.span), detail, "delete one of them"))
            else:
                taken.add(spelling.text.casefold())
                spellings.append(spelling.text)
        if spellings:
            terms.append(Term(typed.term.text, typed.plain.text, tuple(spellings)))
    return ReadGlossary(tuple(terms), tuple(flaws))
