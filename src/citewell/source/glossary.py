"""``glossary.yml``: words of medicine that readers may not know, each with plain words for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from citewell.model.glossary import GlossaryFile, Term
from citewell.model.keys import ShownText, group_of
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import SourceText
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.documents import read_yaml_file
from citewell.source.plain_text_check import find_markup_problems


class ReadGlossary(NamedTuple):
    """The terms in the order of the file, every problem of it, and the texts readers see."""

    terms: tuple[Term, ...]
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...] = ()


def read_glossary(source: SourceText) -> ReadGlossary:
    """Read ``glossary.yml``. Of two terms with one spelling the first keeps it."""
    document = read_yaml_file(group_of(GlossaryFile), source)
    repeated = list(_repeated_spellings(document.texts))
    notes = (Problem(text.place, WrongValue(Expectation.UNIQUE_SPELLING, found=text.text.text)) for text in repeated)
    spelt, taken = iter(_spellings(document.texts)), {text.place for text in repeated}
    terms = []
    for term in document.value.terms if document.value else ():
        own = [next(spelt) for _ in (term.term, *term.spellings)]
        kept = tuple(text.text.text for text in own if text.place not in taken)
        if kept:
            terms.append(replace(term, spellings=kept))
    problems = (*document.problems, *notes, *find_markup_problems(source, document.texts))
    return ReadGlossary(tuple(terms), problems, document.texts)


def _spellings(texts: Iterable[ShownText]) -> Iterator[ShownText]:
    """The terms and their other spellings, in the order of the file."""
    return (text for text in texts if text.key in ("terms/term", "terms/also"))


def _repeated_spellings(texts: Iterable[ShownText]) -> Iterator[ShownText]:
    """Each spelling that a term above it, or the same one, has already."""
    taken: set[str] = set()
    for text in _spellings(texts):
        folded = text.text.text.casefold()
        if folded in taken:
            yield text
        taken.add(folded)
