"""Numbers, letters, ids and groups of the sources of a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.citations.samples import article, bibliography, identified, keys, reference

from citewell.citations.anchors import make_reference_anchor, make_use_anchor
from citewell.citations.groups import Range, Single, arrange_marks
from citewell.citations.number import citations, make_use_letter, number
from citewell.model.references import IdentifierKind
from citewell.model.source_location import Span

A_TO_H = keys(*"abcdefgh")


def sources(numbered):
    return [(entry.number, entry.reference.key, "".join(use.label for use in entry.uses)) for entry in numbered.entries]


def groups(numbered):
    """What each citation shows: numbers, and ranges as ``1-3``."""
    return [" ".join(map(shown_words, arrange_marks(numbered, citation))) for citation in citations(numbered.article)]


def shown_words(shown):
    if isinstance(shown, Single):
        return str(shown.mark.entry.number)
    assert [mark.entry.number for mark in (shown.first, *shown.inner, shown.last)] == list(
        range(shown.first.entry.number, shown.last.entry.number + 1)
    )
    return f"{shown.first.entry.number}-{shown.last.entry.number}"


def test_numbers_follow_first_appearance_and_letters_count_the_uses():
    numbered = number(article("One. [@c]", "Two. [@a; @c]", "Three. [@c]"), A_TO_H)
    assert sources(numbered) == [(1, "c", "abc"), (2, "a", "a")]


def test_labels_blocks_and_stressed_words_count_in_reading_order():
    numbered = number(article(["Label [@d]", "One. [@a]"], "Two *stressed [@b]* words. [@a]"), A_TO_H)
    assert sources(numbered) == [(1, "d", "a"), (2, "a", "ab"), (3, "b", "a")]


def test_keys_without_reference_are_passed_over():
    numbered = number(article("One. [@nowhere; @a]", "Two. [@nowhere]"), A_TO_H)
    assert sources(numbered) == [(1, "a", "a")]
    assert groups(numbered) == ["1", ""]
    (nowhere, _), _ = (citation.items for citation in citations(numbered.article))
    assert numbered.mark(nowhere) is None


def test_a_reference_cited_by_key_and_by_identifier_is_one_source():
    known = bibliography(identified("downie", IdentifierKind.DOI, "10.1136/bmj.f7095"))
    numbered = number(article("One. [@downie]", "Two. [@doi:10.1136/BMJ.f7095]"), known)
    assert sources(numbered) == [(1, "downie", "ab")]
    assert [use.id for use in numbered.entries[0].uses] == ["cite-downie-1", "cite-downie-2"]


def test_a_key_twice_in_one_pair_of_brackets_is_one_use():
    numbered = number(article("One. [@a; @b; @a]", "Two. [@a]"), A_TO_H)
    assert sources(numbered) == [(1, "a", "ab"), (2, "b", "a")]
    first, second, again = next(citations(numbered.article)).items
    assert numbered.mark(first) == numbered.mark(again) != numbered.mark(second)
    assert groups(numbered) == ["1 2", "1"]


def test_a_mark_tells_its_entry_and_its_place():
    numbered = number(article("Pain. [@a]"), A_TO_H)
    (item,) = next(citations(numbered.article)).items
    mark = numbered.mark(item)
    assert mark is not None
    assert (mark.entry, mark.use) == (numbered.entries[0], numbered.entries[0].uses[0])
    assert (mark.use.span, mark.use.item) == (Span(7, 9), item)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[@b; @a]", "1 2"),
        ("[@c; @b; @a]", "1-3"),
        ("[@a; @b; @c; @d; @e]", "1-5"),
        ("[@a; @b; @d; @e; @f]", "1 2 4-6"),
        ("[@h; @a; @d]", "1 4 8"),
        ("[@a; @b; @a; @c]", "1-3"),
        ("[@a]", "1"),
    ],
)
def test_a_group_is_sorted_and_three_in_a_row_become_a_range(written, shown):
    everything = "".join(f"[@{key}] " for key in "abcdefgh")
    assert groups(number(article(everything, written), A_TO_H))[-1] == shown


def test_an_article_without_citations_has_no_sources():
    numbered = number(article("Nothing.", []), A_TO_H)
    assert numbered.entries == ()


@pytest.mark.parametrize(
    ("position", "expected"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")]
)
def test_letters_of_uses(position, expected):
    assert make_use_letter(position) == expected


def test_letters_come_in_order_and_none_twice():
    letters = [make_use_letter(position) for position in range(1000)]
    assert letters == sorted(set(letters), key=lambda name: (len(name), name))


@pytest.mark.parametrize(
    ("key", "anchor"),
    [
        ("henschke-2009", "ref-henschke-2009"),
        ("Smith_2020:a/b.c", "ref-Smith_2020:a/b.c"),
        ("Müller2020", "ref-M=fc=ller2020"),
        ('a"b<c>', "ref-a=22=b=3c=c=3e="),
        ("a=b", "ref-a=3d=b"),
        ("50%", "ref-50=25="),
    ],
)
def test_ids_keep_usual_keys_and_are_safe_for_all(key, anchor):
    assert make_reference_anchor(reference(key)) == anchor


anything = st.text(min_size=1) | st.text("ab-1=f", min_size=1)


@given(one=anything, other=anything, first=st.integers(1, 30), second=st.integers(1, 30))
def test_no_two_keys_and_uses_share_an_id(one, other, first, second):
    ids = [make_reference_anchor(reference(one)), make_reference_anchor(reference(other))]
    assert (ids[0] == ids[1]) == (one == other)
    assert (make_use_anchor(reference(one), first) == make_use_anchor(reference(other), second)) == (
        (one, first) == (other, second)
    )
    assert all(re.fullmatch(r"[A-Za-z0-9_:./=-]+", id_) for id_ in ids)


marks = st.lists(st.sampled_from("abcdefghxy"), min_size=1, max_size=6).map(
    lambda found: f"Text. [@{'; @'.join(found)}]"
)


@given(texts=st.lists(marks, max_size=8))
def test_numbering_whatever_is_written(texts):
    numbered = number(article(*texts), A_TO_H)
    found = list(citations(numbered.article))
    in_order = dict.fromkeys(item.key for citation in found for item in citation.items if item.key in "abcdefgh")
    assert [(entry.number, entry.reference.key) for entry in numbered.entries] == list(enumerate(in_order, start=1))
    for entry in numbered.entries:
        assert [use.label for use in entry.uses] == [make_use_letter(position) for position in range(len(entry.uses))]
        assert [use.span for use in entry.uses] == sorted(use.span for use in entry.uses)
        assert [use.id for use in entry.uses] == [
            f"cite-{entry.reference.key}-{count}" for count in range(1, len(entry.uses) + 1)
        ]
    for citation in found:
        shown = [mark for part in arrange_marks(numbered, citation) for mark in marks_of(part)]
        assert [mark.entry.number for mark in shown] == sorted({mark.entry.number for mark in shown})
        assert {mark.entry.reference.key for mark in shown} == {item.key for item in citation.items} & set("abcdefgh")


def marks_of(part):
    return (part.first, *part.inner, part.last) if isinstance(part, Range) else (part.mark,)
