"""A text as words, numbers and marks, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily

_GROUPS: Final = compile_lazily(r"(?<![\d.,])(\d{1,3})[ \u00a0\u202f\u2009](?=\d{3}(?![\d]))")  # "17 974" is one number
_TOKEN: Final = compile_lazily(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:[.·]\d+)?(?!\d)|\d+(?:[.·]\d+)*)|(?P<word>[^\W\d_]\w*(?:'[^\W\d_]+)?)|[^\w\s]"
)
_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-", "—": "–", "\u00ad": ""})
#: Marks and words at which a part of a sentence ends.
_CLAUSE_MARKS: Final = frozenset(";:.?!")
_LONGEST_TOPIC: Final = 4  # words before a colon that name what the rest is about: "mortality: 0 of 87"
_SHORTENED: Final = frozenset("sig stat vs approx incl excl max min dr no diff".split())  # "no sig. reduction"
_CLAUSE_WORDS: Final = frozenset("but while whereas although though unless however yet".split())


class Token(NamedTuple):
    """A word, a number or a mark; ``word`` is in small letters, ``joined`` says that no space is before it."""

    text: str
    word: str
    value: float | None
    joined: bool
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word, no number and no mark."""
        return self.word[0].isalpha()


def word_at(tokens: Sequence[Token], place: int) -> str:
    """The word at a place, in small letters; "" outside the text."""
    return tokens[place].word if 0 <= place < len(tokens) else ""


def words_at(tokens: Sequence[Token], place: int, count: int) -> tuple[str, ...]:
    """As many words from a place on, each "" outside the text."""
    return tuple(word_at(tokens, place + number) for number in range(count))


def join_words(tokens: Sequence[Token]) -> str:
    """Tokens as they are written, with a space where there was one."""
    return "".join(f"{'' if token.joined or not place else ' '}{token.text}" for place, token in enumerate(tokens))


def normalise_marks(text: str) -> str:
    """A text with plain apostrophes and hyphens, and numbers with commas between their groups."""
    return _GROUPS.sub(r"\1,", text.translate(_PLAIN))


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a normalised text, in its order."""
    tokens = []
    last = -1
    for found in _TOKEN.finditer(text):
        number = found["number"]
        tokens.append(
            Token(found[0], found[0].lower(), _read_number(number), found.start() == last, found.start(), found.end())
        )
        last = found.end()
    return tuple(tokens)


def _read_number(written: str | None) -> float | None:
    """The value of a number in figures; ``None`` for a word, and for the number of a section such as "1.1.4"."""
    plain = (written or "").replace(",", "").replace("·", ".")
    return float(plain) if plain and plain.count(".") <= 1 else None


def split_clauses(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The parts of a sentence that say something by themselves, as far as marks and conjunctions show."""
    clauses: list[Sequence[Token]] = []
    begin = 0
    for place, token in enumerate(tokens):
        is_title = token.word == ":" and place == 1 and tokens[0].word == "don't"  # of a list of what not to do
        is_title = is_title or (token.word == ":" and begin == 0 and place <= _LONGEST_TOPIC)
        if token.word == "." and place and tokens[place - 1].word in _SHORTENED:
            continue
        if (token.word in _CLAUSE_MARKS and not is_title) or token.word in _CLAUSE_WORDS:
            clauses.append(tokens[begin:place])
            begin = place
    clauses.append(tokens[begin:])
    return [each for each in clauses if any(token.is_word for token in each)]
