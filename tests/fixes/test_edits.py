"""Corrections in a text: what they name is replaced, and every other sign stays, whatever ends the lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citewell.diagnostics import Fix, Location
from citewell.fixes.apply_edits import apply
from citewell.model.source_location import SourceText, Span
from citewell.source.files import decode_text

LETTERS = st.text(st.sampled_from("ab \té≥🙂\u0085\u2028\x0c"), max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.builds(
    lambda mark, lines, last: mark + "".join(line + end for line, end in lines) + last,
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.tuples(LETTERS, ENDS), max_size=6),
    st.text(st.sampled_from("xyz"), min_size=1, max_size=3),
)


def fix(start: int, end: int, replacement: str, text: str) -> Fix:
    return Fix("write it", SourceText("a.md", text).locate(Span(start, end)), replacement)


@given(TEXTS, st.data())
def test_only_what_is_named_changes(raw: str, data: st.DataObject):
    read = decode_text(raw.encode(), "a.md").source
    assert read is not None
    cuts = sorted(data.draw(st.lists(st.integers(0, len(read.text)), min_size=2, max_size=8, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    fixes = [fix(start, end, f"<{start}>", read.text) for start, end in spans]

    edited = apply(raw, data.draw(st.permutations(fixes)))

    assert edited.made == len(fixes)
    assert edited.text == slowly(raw, {start: (end, f"<{start}>") for start, end in spans})


def slowly(raw: str, edits: dict[int, tuple[int, str]]) -> str:
    """Sign by sign: the raw ones are kept unless a span of the text as it was read covers them."""
    at = int(raw[0] == "\ufeff")
    kept, number, until = [raw[:at]], 0, 0
    while at < len(raw):
        sign = "\r\n" if raw.startswith("\r\n", at) else raw[at]
        if number in edits:
            until, replacement = edits[number]
            kept.append(replacement)
        if number >= until:
            kept.append(sign)
        at, number = at + len(sign), number + 1
    return "".join(kept)


def test_of_two_that_overlap_the_first_is_made():
    text = "[@one; @two]\r\n"
    both = [fix(1, 11, "@two; @one", text), fix(7, 11, "@three", text)]

    assert apply(text, both) == ("[@two; @one]\r\n", 1)
    assert apply(text, reversed(both)) == ("[@two; @one]\r\n", 1)


def test_of_two_at_one_place_one_is_made():
    text = "one two\n"
    assert apply(text, [fix(0, 3, "1", text), fix(0, 3, "1", text)]) == ("1 two\n", 1)


def test_neighbours_are_both_made():
    text = "[@a; @a; @a]"
    assert apply(text, [fix(3, 7, "", text), fix(7, 11, "", text)]) == ("[@a]", 2)


def test_a_line_is_deleted_with_its_own_end():
    for raw in ("a\r\nb\r\nc", "\ufeffa\nb\nc", "a\rb\nc", "a\r\nb"):
        place = Location("a.md", 2, 1, 3, 1) if "c" in raw else Location("a.md", 2, 1, 2, 2)
        assert apply(raw, [Fix("delete it", place, "")]).text == raw.replace("b\r\n", "").replace("b\n", "").replace(
            "b", ""
        )
