"""What a statement and a work have in common: the words that say what each is about.

Nothing is learnt from data and no meaning is understood: words are cut to their stems, words that say nothing about a
subject are left out, and what the glossary calls the same is the same. Each text is read once, so comparing is quick.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from citewell.citations.publishers import is_published_by
from citewell.model.evidence import LockedReference
from citewell.model.glossary import Term
from citewell.model.references import Reference

_TOKEN: Final = re.compile(r"[0-9][0-9.,]*[0-9]|[^\W\d_]+")
_NAME: Final = re.compile(r"\b[A-Z]\w+")
_LONGEST_STEM: Final = 6  # letters: what follows mostly bends a word ("diagnosis", "diagnostic", "diagnoses")
_SHORTEST_STEM: Final = 4  # else "use" and "us", "one" and "on" would be one
_SHORTEST_WORD: Final = 3  # but for short forms in capitals: "CT"
_ENDINGS: Final = (
    "ations ation ically ements ement ments ingly ings ical ment ness ably able ous ive ion ing ies ied est ers"
    " al ic ar er ed es ly is s y e"
).split()
_BRITISH: Final = (("our", "or"), ("ae", "e"), ("oe", "e"), ("ise", "ize"), ("isi", "izi"))
_EMPTY: Final = frozenset(
    """
    a about above adult adults after again against all almost alone along already also although always am among an
    and another any anyone are around article as ask association at away based be because become been before begin
    being below best better between both british but by can cannot case cause certain change clear clinic clinical
    clinician college come common compare could data day days department did different do doctor doctors does doing
    done down during each early edition education either else encyclopedia even ever every evidence example few
    fewer find first five for found foundation four from full further general get give given go good group guidance
    guideline guidelines had half has have having he health help hence her here him his hospital hours how however
    if important in information institute international into is it its itself journal just keep kind know known
    large last late later least less let like likely little long look made main make many may me mean means meant
    medical medicine medlineplus might mild month months more most mostly much must national near nearly need needs
    neither never new nhs no none nor not nothing now number of off often old on once one only onto or other others
    our out over own page part parts patient patients people per perhaps person point possible practice presented
    presenting professional public questions rare rarely rather reason report research review royal same say says
    science sciences see seem seen service setting settings several shall she should show shown shows similar since
    small so society some someone sometimes soon statement still student studies study such sure systematic take
    team ten than that the their them then there these they thing things this those though three through time times
    to together too toward trust two type under university unless until up upon us use used useful using usual
    usually version very was way ways we week weeks well were what when where whether which while who whole whose
    why will with within without work world would year years yet you your
    """.split()
)


def extract_relevant_words(text: str, terms: Terms | None = None) -> frozenset[str]:
    """The stems of a text's words and its figures, without what says nothing of its subject.

    With ``terms`` also those by which the glossary means the same.
    """
    stems = frozenset(filter(None, map(_stem, _TOKEN.findall(text))))
    return terms.widened(stems) if terms else stems


class Terms:
    """The glossary as stems: for each of its terms its spellings, and the plain words for it."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._meanings = [
            (
                term,
                [extract_relevant_words(spelling) for spelling in term.spellings],
                extract_relevant_words(term.plain),
            )
            for term in glossary
        ]

    def widened(self, stems: frozenset[str]) -> frozenset[str]:
        """Stems, and those of plain words for a term all of whose words are there, or the other way round."""
        found = set(stems)
        for _, spellings, plain in self._met_in(stems):
            found |= plain.union(*spellings)
        return frozenset(found)

    def concerning(self, stems: frozenset[str]) -> Iterator[Term]:
        """The terms by which these stems, or some of them, may be widened."""
        return (term for term, _, _ in self._met_in(stems))

    def _met_in(self, stems: frozenset[str]) -> Iterator[tuple[Term, list[frozenset[str]], frozenset[str]]]:
        for term, spellings, plain in self._meanings:
            if any(words and words <= stems for words in (plain, *spellings)):
                yield term, spellings, plain


def names_publisher(text: str, reference: Reference) -> bool:
    """Whether a text names who made a work, as in "NICE says"."""
    return any(is_published_by(reference, name) for name in set(_NAME.findall(text)))


def collect_subject_words(
    reference: Reference, locked: LockedReference | None, terms: Terms | None = None
) -> frozenset[str]:
    """What is known of a work's subject.

    Its title, summary, what it appeared in, publisher, named quotes, and the title that its page had when it was looked
    up.
    """
    field = reference.fields.get
    variables = ("title", "title-short", "abstract", "keyword", "container-title", "collection-title", "publisher")
    parts = [field(variable, "") for variable in variables]
    parts += (quote.text for quote in reference.quotes)
    parts += [locked.page_title] if locked else []
    return extract_relevant_words(" ".join(parts), terms)


@lru_cache(maxsize=50_000)
def _stem(token: str) -> str:
    """What is the same in the forms of a word, in small letters; nothing, if it says nothing of a subject."""
    if token[0].isdigit():
        return token.replace(",", "").rstrip(".") if len(token) > 1 else ""
    word = token.casefold() if token.isascii() else _remove_accents(token.casefold())
    if word in _EMPTY or word.removesuffix("s") in _EMPTY or (len(word) < _SHORTEST_WORD and not token.isupper()):
        return ""
    for british, american in _BRITISH:
        word = word.replace(british, american)
    fitting = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    word = next((rest for rest in fitting if len(rest) >= _SHORTEST_STEM), word.removesuffix("s"))
    return word[:_LONGEST_STEM].removesuffix("e")


def _remove_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
