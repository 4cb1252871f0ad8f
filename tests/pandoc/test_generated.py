"""Ten thousand generated texts: what we read as citations, pandoc reads the same way; all else we refuse."""

from __future__ import annotations

from random import Random
from typing import Final

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.pandoc.generated import near_miss, right
from tests.pandoc.oracle import pandoc_reads, we_read
from tests.source.reading import read

# One process of pandoc for each example: a text alone would cost as much. The texts are the same in every run, so that
# a find of chance never holds up an urgent correction; another number of examples gives others. The shortest text that
# differs is shown as it was found: shrinking a hundred of them takes minutes.
AT_ONCE: Final = 100
MANY: Final = settings(deadline=None, derandomize=True, database=None, phases=[Phase.generate])
SEEDS: Final = st.randoms(use_true_random=True)


def shortest(different: dict[str, object]) -> dict[str, object]:
    return {text: different[text] for text in sorted(different, key=len)[:1]}


def test_right_texts_are_read_the_same() -> None:
    compared: set[str] = set()

    @settings(MANY, max_examples=70)
    @given(SEEDS)
    def compare(random: Random) -> None:
        texts = [right(random) for _ in range(AT_ONCE)]
        different: dict[str, object] = {}
        for text, pandocs in zip(texts, pandoc_reads(texts), strict=True):
            article = read(text)
            if article.problems or we_read(article) != pandocs or not pandocs:
                different[text] = (article.problems, we_read(article), pandocs)
        assert shortest(different) == {}
        compared.update(texts)

    compare()
    assert len(compared) >= 6_900


def test_near_misses_are_refused_or_read_the_same() -> None:
    compared: set[str] = set()

    @settings(MANY, max_examples=35)
    @given(SEEDS)
    def compare(random: Random) -> None:
        texts = [near_miss(random) for _ in range(AT_ONCE)]
        different: dict[str, object] = {}
        for text, pandocs in zip(texts, pandoc_reads(texts), strict=True):
            article = read(text)
            if not article.problems and we_read(article) != pandocs:
                different[text] = (we_read(article), pandocs)
        assert shortest(different) == {}
        compared.update(texts)

    compare()
    assert len(compared) >= 3_100
