"""Fields of dots: as many as there are people, each once, and small enough to send."""

from __future__ import annotations

import gzip
import re

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citewell.markup.dots import MOST_DOTS, draw_dots

LINE = re.compile(r"M(\d+) (\d+)h(\d+)")
FIELDS = st.integers(1, MOST_DOTS).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


def drawn(picture: str, name: str) -> list[tuple[int, int]]:
    """Where the dots of one kind stand: a dot at the beginning of each line, and one every 10 units along it."""
    path = LexborHTMLParser(picture).css_first(f".{name}")
    lines = LINE.findall(path.attributes["d"] or "") if path else []
    return [(int(x) + step, int(y)) for x, y, length in lines for step in range(0, int(length) + 1, 10)]


@given(FIELDS)
def test_each_person_is_one_dot(field: tuple[int, int]):
    filled, total = field
    picture = draw_dots(filled, total)
    full, rings = drawn(picture, "full"), drawn(picture, "ring") or drawn(picture, "pale")
    assert (len(full), len(rings)) == (filled, total - filled)
    assert len({*full, *rings}) == total
    assert drawn(picture, "hole") == drawn(picture, "ring")
    _, _, width, height = map(int, re.findall(r"[\d.]+", picture.partition("viewBox=")[2].partition(" width")[0]))
    assert all(0 < x < width and 0 < y < height for x, y in (*full, *rings))


def test_a_picture_of_a_thousand_people_is_small():
    assert len(gzip.compress(draw_dots(12, 1_000).encode())) < 400
    assert len(gzip.compress(draw_dots(12, MOST_DOTS).encode())) < 800


def test_pictures_of_as_many_people_have_one_scale():
    frames = {draw_dots(filled, 1_000).partition(">")[0] for filled in (0, 1, 500, 1_000)}
    assert len(frames) == 1
