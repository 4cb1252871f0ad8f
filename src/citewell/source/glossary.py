"""``glossary.yml``: words of medicine that readers may not know, each with plain words for it."""

from __future__ import annotations

from typing import NamedTuple

from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import Term
from citewell.model.source_location import SourceText
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.documents import read_file
from citewell.source.fields import Line
from citewell.source.plain_text_check import find_markup_problem
from citewell.source.validate import Typed


class ReadGlossary(NamedTuple):
    """The terms in the order of the file, and every problem of it."""

    terms: tuple[Term, ...]
    problems: tuple[AnyProblem, ...]


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
    problems = list(document.problems)
    terms: list[Term] = []
    taken: set[str] = set()
    for typed in document.value.terms if document.value else ():
        spellings = []
        texts = (typed.term, typed.plain, *typed.also)
        problems += filter(None, (find_markup_problem(source, text.text, text.span) for text in texts))
        for spelling in (typed.term, *typed.also):
            if spelling.text.casefold() in taken:
                facts = WrongValue(Expectation.UNIQUE_SPELLING, found=spelling.text)
                problems.append(Problem(source.locate(spelling.span), facts))
            else:
                taken.add(spelling.text.casefold())
                spellings.append(spelling.text)
        if spellings:
            terms.append(Term(typed.term.text, typed.plain.text, tuple(spellings)))
    return ReadGlossary(tuple(terms), tuple(problems))
