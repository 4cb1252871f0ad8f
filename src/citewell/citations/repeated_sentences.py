"""Cited sentences that are in several articles: word for word, with other amounts, or nearly the same.

Sentences are read from the cards of all articles, one card at a time. What is kept of each is one number, until it is
known to be in several.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import Final, NamedTuple

from citewell.citations.claim_digest import normalise_text
from citewell.diagnostics import Location
from citewell.lexicon.amount_words import AMOUNT_WORDS, LINKING_WORDS, NUMBER_WORDS, SAME_AMOUNT
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card, CitedClaim

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%‰°<>≤≥±]")
_SAME: Final = {**NUMBER_WORDS, **SAME_AMOUNT}
_FEWEST_WORDS: Final = 3  # that say what a sentence is about; with fewer, two sentences are alike by chance
_SHORTEST: Final = 6  # words
_ALIKE: Final = 0.6  # share of the words of two sentences that both have; measured on the demonstration's articles
_MOST_COMPARED: Final = 32  # sentences with a rare word in common that one is compared with
_NUMBER: Final = 24  # bits for the number of a claim in its article


class Sentence(NamedTuple):
    """A cited sentence: the path of its article, its number among the cited claims there, and the claim.

    The place of a sentence of a shared text is in that, so it is the same in each article.
    """

    article: str
    number: int
    claim: CitedClaim

    @property
    def place(self) -> Location:
        """Where it is written."""
        return self.claim.location

    @property
    def keys(self) -> frozenset[str]:
        """The references that it cites."""
        return frozenset(key for key, _ in self.claim.cited)


class RepeatedPassage(NamedTuple):
    """Sentences that follow one another, and the same ones in other articles: one sequence for each article."""

    sentences: tuple[Sentence, ...]
    elsewhere: tuple[Sentence, ...]


class OtherAmount(NamedTuple):
    """A sentence that differs from others in nothing but an amount, its unit, how sure it is, or a denial."""

    sentence: Sentence
    usual: Sentence


class NearTwins(NamedTuple):
    """Two sentences of two articles with most words in common, and what share of them (0 to 1)."""

    sentence: Sentence
    other: Sentence
    alike: float


def find_repeated_passages(cards: Sequence[Card]) -> Iterator[RepeatedPassage]:
    """Sentences that are word for word in several articles; those that follow one another there as one passage.

    Passages of fewer than ``_SHORTEST`` words are left out: readers need "chest pain" in more than one place.
    """
    known: dict[tuple[str, int], tuple[Sentence, ...]] = {}
    for group in _group_sentences(cards, _fold, lambda claim: hash(_fold(claim))):
        first = _first_of_each_article(group)
        known[first[0].article, first[0].number] = first
    runs: list[list[tuple[Sentence, ...]]] = []
    for at in sorted(known):
        if runs and _follows(known[at], runs[-1][-1]):
            runs[-1].append(known[at])
        else:
            runs.append([known[at]])
    for run in runs:
        sentences = tuple(each[0] for each in run)
        if sum(len(each.claim.text.split()) for each in sentences) >= _SHORTEST:
            yield RepeatedPassage(sentences, run[0][1:])


def find_other_amounts(cards: Sequence[Card]) -> Iterator[OtherAmount]:
    """Sentences that cite a source as others do and differ from them only in an amount: against the most usual one.

    An article that has both means both.
    """
    for group in _group_sentences(cards, lambda claim: _make_skeleton(claim.text), lambda claim: claim.subject):
        variants: dict[tuple[str, ...], list[Sentence]] = {}
        for sentence in group:
            variants.setdefault(_list_amounts(sentence.claim.text), []).append(sentence)
        usual = max(variants.values(), key=len)
        articles = {each.article for each in usual}
        for variant in variants.values():
            means_both = not articles.isdisjoint(each.article for each in variant)
            if variant is not usual and not means_both and variant[0].keys & usual[0].keys:
                yield OtherAmount(variant[0], usual[0])


def find_near_twins(cards: Sequence[Card]) -> Iterator[NearTwins]:
    """Sentences with most words in common, each with the one of another article that is most like it.

    Those that ``find_other_amounts`` is about are left out. Only sentences that have one of their rarest words in
    common are compared: two that are alike always have one (Chaudhuri and others, "A primitive operator for similarity
    joins", 2006).
    """
    texts = _list_texts(cards)
    rare = Counter(word for text in texts for word in text.words)
    by_word: dict[str, list[_Text]] = defaultdict(list)
    for text in sorted(texts, key=lambda each: len(each.words)):
        size = len(text.words)
        first = sorted(text.words, key=lambda word: (rare[word], word))[: size - ceil(_ALIKE * size) + 1]
        others = {id(other): other for word in first for other in by_word[word][-_MOST_COMPARED:]}.values()
        alike = sorted(((_measure_likeness(text, other), other) for other in others), key=itemgetter(0), reverse=True)
        for likeness, other in alike:
            twins = _choose_articles(text, other) if likeness >= _ALIKE else None
            if twins:
                yield NearTwins(*twins, likeness)
                break
        for word in first:
            by_word[word].append(text)


def digest_subject(text: str) -> int:
    """The digest of what a sentence is about, in 56 bits; 0 for one with too few words. Worked out once an article."""
    skeleton = _make_skeleton(text)
    return int.from_bytes(blake2b(skeleton.encode(), digest_size=7).digest(), "big") if skeleton else 0


def _fold(claim: CitedClaim) -> str:
    return normalise_text(claim.text).casefold()


def _group_sentences(
    cards: Sequence[Card], key: Callable[[CitedClaim], str], digest: Callable[[CitedClaim], int]
) -> Iterator[list[Sentence]]:
    """Sentences of several places with the same key, a group at a time, in the order of the cards.

    ``digest`` is a number that is the same for the same key; those whose number is 0 are left out.
    """
    hashes, positions = array("q"), array("q")
    for place, card in enumerate(cards):
        for number, claim in enumerate(_list_claims(card)):
            if found := digest(claim):
                hashes.append(found)
                positions.append(place << _NUMBER | number)
    order = sorted(range(len(hashes)), key=hashes.__getitem__)
    chosen: dict[int, set[int]] = defaultdict(set)
    for _, same in groupby(order, key=hashes.__getitem__):
        found_at = [positions[each] for each in same]
        if len(found_at) > 1:
            for position in found_at:
                chosen[position >> _NUMBER].add(position & (1 << _NUMBER) - 1)
    groups: dict[str, dict[Location, Sentence]] = {}
    for place in sorted(chosen):
        for number, claim in enumerate(_list_claims(cards[place])):
            if number in chosen[place]:
                groups.setdefault(key(claim), {}).setdefault(claim.location, Sentence(cards[place].path, number, claim))
    yield from (list(same.values()) for same in groups.values() if len({each.article for each in same.values()}) > 1)


def _list_claims(card: Card) -> tuple[CitedClaim, ...]:
    """The cited sentences that readers see in the text; a correction quotes what was wrong."""
    if card.status is PublicationStatus.WITHDRAWN:
        return ()
    own = card.support.unpack().claims
    return tuple(each for each in own if each.location.path != card.path or each.location.line >= card.body_line)


def _first_of_each_article(group: Iterable[Sentence]) -> tuple[Sentence, ...]:
    first: dict[str, Sentence] = {}
    for sentence in group:
        first.setdefault(sentence.article, sentence)
    return tuple(first.values())


def _follows(sentences: Sequence[Sentence], before: Sequence[Sentence]) -> bool:
    """Whether sentences follow others in the same articles."""
    return [(each.article, each.number) for each in sentences] == [(each.article, each.number + 1) for each in before]


def _find_words(text: str) -> list[str]:
    """The words and figures of a text, numbers up to twenty as figures, the plural of a word as the word."""
    found = _WORD.findall(normalise_text(text).casefold())
    return [_SAME.get(word) or _drop_plural(word) for word in found]


def _drop_plural(word: str) -> str:
    known = word in AMOUNT_WORDS or word in LINKING_WORDS
    is_plural = len(word) > 3 and word.endswith("s") and word[-2] not in "su" and not known
    return word[:-1] if is_plural else word


def _is_amount(word: str) -> bool:
    return word in AMOUNT_WORDS or not word[0].isalpha()


def _make_skeleton(text: str) -> str:
    """What a sentence is about: its words in alphabetical order, without amounts; "" with too few of them."""
    words = sorted(word for word in _find_words(text) if not _is_amount(word) and word not in LINKING_WORDS)
    return " ".join(words) if len(set(words)) >= _FEWEST_WORDS else ""


def _list_amounts(text: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in _find_words(text) if _is_amount(word)))


class _Text(NamedTuple):
    """A text of sentences: its words, what it is about, its amounts, and its first sentence in each article."""

    words: frozenset[str]
    skeleton: str
    amounts: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def _list_texts(cards: Sequence[Card]) -> list[_Text]:
    """The texts of all articles that are long enough to be compared."""
    found: dict[str, dict[str, Sentence]] = {}
    for card in cards:
        for number, claim in enumerate(_list_claims(card)):
            own = found.setdefault(normalise_text(claim.text).casefold(), {})
            own.setdefault(card.path, Sentence(card.path, number, claim))
    texts = (
        _Text(frozenset(_find_words(text)), _make_skeleton(text), _list_amounts(text), tuple(own.values()))
        for text, own in found.items()
    )
    return [text for text in texts if len(text.words) > _FEWEST_WORDS]


def _measure_likeness(one: _Text, other: _Text) -> float:
    """The share of their words that two texts have in common; 0 if they differ in an amount and in nothing else."""
    if one.skeleton and one.skeleton == other.skeleton and one.amounts != other.amounts:
        return 0.0
    common = len(one.words & other.words)
    return common / (len(one.words) + len(other.words) - common)


def _choose_articles(one: _Text, other: _Text) -> tuple[Sentence, Sentence] | None:
    """A sentence with each text, of two files; the later one first, as it is the one to change."""
    for first in other.sentences:
        for second in one.sentences:
            if first.place.path != second.place.path and first.article != second.article:
                return (second, first) if first.article < second.article else (first, second)
    return None
