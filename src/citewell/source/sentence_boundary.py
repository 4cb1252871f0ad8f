"""Whether a full stop, question mark or exclamation mark ends a sentence, judged by the words around it.

What health prose is known for: short forms, doses, stages, vitamins, initials, quotations. After a short form the next
word decides: "The" begins a sentence, "Sarcoma" may not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from citewell.lexicon.abbreviations import (
    BEFORE_FIGURES,
    BEFORE_FIGURES_OF,
    BEFORE_INITIALS,
    BEFORE_PLACES,
    BEGINNINGS,
    COUNTRIES,
    EITHER,
    INSIDE,
    INSIDE_OF,
    NAMED_BY_A_LETTER,
    TITLES,
    UNITS,
)
from citewell.lexicon.ordinals import is_in_date, is_ordinal
from citewell.lexicon.organisations import BODY_WORDS_IN_NAMES, FIRST_WORDS, KNOWN_BODIES
from citewell.source.sentencex_adapter import propose_ends

_FARTHEST: Final = 80  # letters before a stop in which the words before it are looked for
_OPENERS: Final = "([\"“'‘„«»‹"
_CLOSERS: Final = "\"'”’“»«›)]*†‡ "
_NEXT_WORD: Final = re.compile(r"(?:[(\[\"“'‘¿¡„»]|[«‹] ?)*(\w{1,2}\.(?=\s)|\w+)")
_GREEK: Final = re.compile(r"[α-ω]")  # "β-blockers" begins a sentence, as "mRNA" does
_LETTER: Final = re.compile(r"[^\W\d_a-z]\.")
_AFTER_PERSON: Final = re.compile(r"\b[A-Z]\. [A-Z]\S+(?:,| and| &| with)$")
_LONGEST_SHORT: Final = 6  # letters and dots of a short form
_SHORTEST: Final = re.compile(r"[^\W\d_]\.")
_STOPS: Final = frozenset(".!?…")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}")
_NUMBER: Final = re.compile(r"\d|[IVXLC]+$")
_ITEM_NUMBER: Final = re.compile(r"1?\d\.(?!\S)")
# "13 of 20 …", "44% had …", "11 people …": a figure that begins a sentence.
_COUNT: Final = re.compile(r"\d[\d,.]*(?:%|\s(?:of|in|out|people|patients|women|men|children|adults|studies|cases)\b)")
_QUOTE: Final = re.compile(
    r"“[^“”„]*”|„[^“”„]*[“”]|«[^«»]*»|(?<!\w)»(?=\w)[^«»]*[«»]|(?<![^\s(\[])\"(?=\S)[^\"]*\"(?!\w)"
)
_ANY_QUOTE: Final = re.compile(r"[“„\"«»]")
# What is in brackets after a full stop and is not a sentence: "It fell. (p = 0.0002)", "It fell. (see Table 2)."
_ASIDE: Final = re.compile(
    r"\((?:(?=[a-zà-ÿα-ωа-я])|(?=[^()]*(?:[=<>≤≥±]|\bCI\b)))(?![^()]*[.!?][\s)])[^()]*\)(?=[\s.]*(?:$|[.,;:!?…a-z]))"
)
_CAPITALS: Final = re.compile(r"[A-Z][\w&’'-]*(?: (?:(?:of|for|and|on|the) ){0,2}[A-Z][\w&’'-]*){0,9}")
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Surroundings:
    """What there is to know about a text as a whole: what sentencex proposes, quotations and brackets."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.proposed = propose_ends(text, language)
        self.language = language
        self.quotes = [match.span() for match in _QUOTE.finditer(text)] if _ANY_QUOTE.search(text) else []
        self.brackets = [match.span() for match in _BRACKET.finditer(text)] if "(" in text or "[" in text else []


class Stop:
    """The stop in a text that ends at ``stop``; the next word begins at ``following``.

    ``own`` are short forms that end no sentence, besides those known for it.
    """

    def __init__(self, around: Surroundings, stop: int, following: int, own: frozenset[str]) -> None:
        text = around.text
        self._around, self._text, self._stop, self._following = around, text, stop, following
        *before, written = text[max(0, stop - _FARTHEST) : stop].rstrip(_CLOSERS).split() or [""]
        self._written = written = written.lstrip(_OPENERS)
        self._before = before
        self._previous = before[-1] if before else ""
        self._word = word = written.casefold()
        after = _NEXT_WORD.match(text, following)
        self._next = after[1] if after else ""
        # "MS." is an illness, "Ms." is not.
        known = "." in word[:-1] or not written[:-1].isupper() or len(written) == 2
        inside = word in INSIDE or (word in TITLES and written[0].isupper())
        self._never_ends = word in own or word in INSIDE_OF.get(around.language, ()) or (known and inside)
        self._is_letter = _LETTER.fullmatch(written) is not None
        self._is_short = known and (word in EITHER or self._is_letter or _DOTTED.fullmatch(word) is not None)

    def ends_sentence(self, marked: bool) -> bool | None:
        """``None`` when that is doubtful; ``marked`` says that there is a mark here."""
        if _ASIDE.match(self._text, self._following):
            return False
        if self._never_ends:
            begins = marked or (len(self._next) > 1 and self._next.casefold() in BEGINNINGS)  # "High St. The …"
            return None if begins and self._next[:1].isupper() else False
        joined = False if marked else self._is_joined_to_next()
        if joined is not False:
            return False if joined else None
        if self._is_followed_by_lower_case():
            telling = self._is_proposed() or (marked and self._text[self._stop - 1] == ".")
            return None if telling and not self._is_short else False
        return True if marked else self._before_other_than_lower_case()

    def _before_other_than_lower_case(self) -> bool | None:
        """Before a capital letter, a figure or another character, without a mark."""
        if self._is_number_of_something() or _is_inside(self._around.quotes, self._stop):
            return False  # all that is quoted has the same source
        if _is_inside(self._around.brackets, self._stop):
            return False if self._is_initial() else None
        return self._before_figure() if self._next[:1].isdigit() else self._before_capital()

    def _is_joined_to_next(self) -> bool | None:
        """Whether the dot belongs to the words around it; ``None`` when that is doubtful."""
        if is_in_date(self._text, self._stop, self._following, self._around.language):
            return True
        if self._written.islower() and self._is_one_letter() and _SHORTEST.fullmatch(self._next):  # "z. B."
            return True
        if self._around.language != "en" and len(self._word) <= _LONGEST_SHORT and self._is_followed_by_lower_case():
            return True  # "2020 r. było", "f.eks. smerter": short forms that are listed nowhere
        if self._word in BEFORE_FIGURES_OF.get(self._around.language, ()) and _NUMBER.match(self._next):
            return True
        if self._word in COUNTRIES:
            return self._is_country_of_a_body()
        return is_ordinal(self._before, self._written, self._next, self._around.language)

    def _is_one_letter(self) -> bool:
        return _SHORTEST.fullmatch(self._written) is not None

    def _is_country_of_a_body(self) -> bool:
        """Whether a country's short form begins the name of a body: "the U.S. FDA", "the U.K. Health Security Agency".

        After "in the U.K." a capital letter tells little: "Surgery is common" may follow, and so may "Sarcoma Centre
        doctors see most of it".
        """
        name = _CAPITALS.match(self._text, self._following)
        if name is None:
            return False
        words = [word.strip("’'") for word in name[0].split()]
        before = self._before[:-1] if self._previous.casefold() in ("the", "a") else self._before
        if words[0] in KNOWN_BODIES or not before or before[-1][-1:] in _STOPS:
            return True  # "The U.S." alone is not a sentence
        is_body = not BODY_WORDS_IN_NAMES.isdisjoint(words)
        if before[-1].casefold() in BEFORE_PLACES:
            return is_body and words[0] in FIRST_WORDS
        return is_body or (len(words[0]) > 1 and words[0].isupper())

    def _is_followed_by_lower_case(self) -> bool:
        word = self._next.rstrip(".")
        return word.isalpha() and word.islower() and not _GREEK.match(word)

    def _is_number_of_something(self) -> bool:
        """Whether a figure follows what has one: "Fig. 2", but not "The answer is no. 11 people agreed"."""
        return self._is_short and self._word in BEFORE_FIGURES and self._next[:1].isdigit() and not self._counts()

    def _counts(self) -> bool:
        return _COUNT.match(self._text, self._following) is not None

    def _is_proposed(self) -> bool:
        return self._following in self._around.proposed or self._text[self._stop - 1] in ";\u037e"  # Greek asks so

    def _before_figure(self) -> bool | None:
        if _ITEM_NUMBER.match(self._text, self._following) or self._word in BEFORE_FIGURES:  # "Rest. 2. Move."
            return None
        return True if (self._is_proposed() and not self._is_short) or self._counts() else None

    def _before_capital(self) -> bool | None:
        """Before a capital letter, or a character that is not a letter."""
        if _ITEM_NUMBER.fullmatch(self._word) and not self._previous[-1:].isalnum():
            # "1. Rest." begins an item, and so may "Steps: 1. Rest."; in "Fig. 2. Rest" the figure is the end.
            return False if not self._previous else self._previous.casefold() in BEFORE_FIGURES or None
        if self._next.casefold() in BEGINNINGS or self._is_measured() or self._is_bracketed_sentence():
            return True
        if self._is_letter and self._previous.casefold() in NAMED_BY_A_LETTER:
            return True
        if self._is_initial():
            return False
        return True if self._is_proposed() and not self._is_short else None

    def _is_measured(self) -> bool:
        """Whether a figure and its unit end here: "5 cm. Surgery"."""
        return self._word in UNITS and self._previous[-1:].isdigit()

    def _is_bracketed_sentence(self) -> bool:
        """Whether brackets close that began like a sentence: "Rest helps. (For children, see below.) Adults …"."""
        brackets = self._around.brackets
        last = bisect_right(brackets, self._stop, key=lambda span: span[1]) - 1
        if last < 0 or brackets[last][1] != self._stop:
            return False
        opening = brackets[last][0]
        return not opening or self._text[max(0, opening - 2) : opening].rstrip()[-1:] in (*".!?…",)

    def _is_initial(self) -> bool:
        """Whether the dot belongs to a name: "Dr. J. Smith", "J. Smith and K. Brown", "J. K. Smith"."""
        title = self._previous.casefold() in BEFORE_INITIALS
        if not self._is_letter:
            return title and _DOTTED.fullmatch(self._word) is not None
        begins = not self._previous or self._previous[-1] in ".!?"  # also after another initial
        return (
            title
            or begins
            or (self._next[:1].isupper() and _SHORTEST.fullmatch(self._next) is not None)
            or _AFTER_PERSON.search(" ".join(self._before)) is not None
            or self._text[self._following] == "&"
        )


def _is_inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies inside one of the spans, which are in order and apart."""
    last = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return last >= 0 and spans[last][0] < offset < spans[last][1]
