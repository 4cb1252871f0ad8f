"""The glossary: words of medicine, with plain words for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from citewell.model.keys import Key, Wording


@dataclass(frozen=True, slots=True)
class Term:
    """A word of medicine, plain words for it, and all its spellings that the glossary lists, itself among them."""

    term: Annotated[
        str,
        Key(
            "The word, in small letters unless it is always written with capitals.",
            "biopsy",
            wording=Wording.NAME,
            where="the glossary, and the first use in an article",
        ),
    ]
    plain: Annotated[
        str,
        Key(
            "What the word means, and no more, in plain words that fit into brackets after it.",
            "a small sample of tissue",
            wording=Wording.PLAIN,
            where="the glossary, and beside the word in articles",
        ),
    ]
    spellings: Annotated[
        tuple[str, ...],
        Key(
            "Other spellings and forms.",
            "[biopsies]",
            name="also",
            wording=Wording.NAME,
            where="the glossary and the search",
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """The one key of ``glossary.yml``."""

    terms: Annotated[tuple[Term, ...], Key("Medical words, each with its explanation.")]
