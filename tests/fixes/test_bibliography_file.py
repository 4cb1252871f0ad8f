"""Adding to bibliography files of every shape: what stands there stays, byte by byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.errors import CannotWrite, ContentUnreadable
from citewell.fixes.bibliography_file import NEW_FILE, BibliographyFile
from citewell.fixes.new_references import apply_plan

NEW = {"id": "new", "type": "book", "title": "New: a work"}


def added(text: str, *items) -> str:
    return apply_plan("x.yml", text.encode(), items or [NEW], {}).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("references:\n- id: a\n  type: book\n", "references:\n- id: a\n  type: book\n\n- id: new\n"),
        ("references:\n  - id: a\n    type: book", "references:\n  - id: a\n    type: book\n\n  - id: new\n"),
        ("references:\n  - id: a\n    type: book\n  - id: b\n    type: book\n", "    type: book\n  - id: new\n"),
        ("# top\nreferences:\n", "# top\nreferences:\n  - id: new\n"),
        ("references: []\n", "references:\n  - id: new\n"),
        ("# only a remark\n", "# only a remark\nreferences:\n\n  - id: new\n"),
        ("", NEW_FILE + "  - id: new\n"),
        ("references:\n  - id: a\n    type: book\n    # DOI: not found\n\n# the end\n", "# the end\n\n  - id: new\n"),
        ("references:\n- id: a\n  type: book\n\nnocite: '@*'\n", "  type: book\n\n- id: new\n"),
        ("references:\n- id: a\n  type: book\n  # mine\n# nocite's\nnocite: '@*'\n", "  # mine\n\n- id: new\n"),
        ("---\nreferences:\n- id: a\n  type: book\n---\n", "  type: book\n\n- id: new\n"),
        ("---\nreferences:\n- id: a\n  type: book\n...\n\n", "  type: book\n\n- id: new\n"),
        ("references:\n- id: a\n  type: book\n  abstract: |\n    x\n\n    y\n\n\n", "    y\n\n- id: new\n"),
        ("references:\n- {id: a,\n   type: book\n  }\n", "  }\n\n- id: new\n"),
        ("nocite: x\nreferences:\n- id: a\n  type: 'book\n    '\n", "    '\n\n- id: new\n"),
    ],
)
def test_an_item_comes_to_the_end_of_the_list(before, after):
    text = added(before)
    assert after in text
    removed = [line for line in before.splitlines() if line.strip() and line not in text.splitlines()]
    assert removed in ([], ["references: []"])


def test_line_ends_and_a_byte_order_mark_stay():
    before = b"\xef\xbb\xbfreferences:\r\n- id: a\r\n  type: book\r\n  title: \xc3\xa9\r\n# end\r\n"
    after = apply_plan("x.yml", before, [NEW], {})
    assert after.startswith(before)
    assert after[len(before) :] == b'\r\n- id: new\r\n  type: book\r\n  title: "New: a work"\r\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("references: [{id: a, type: book}]\n", "in brackets"),
        ("- id: a\n  type: book\n", "no list called references"),
        ("references: yes\n", "no list called references"),
        ("references:\n- id: &a x\n", "x.yml:2:7: the file is broken here"),
        ("references:\n- id: a\n  title: [\n", "broken here"),
        ("references:\n- id: a\n\x00", "NUL"),
        ("references:\n- id: a\n" + "# x\n" * 262_143, "MiB"),
    ],
)
def test_a_file_that_nothing_can_be_added_to_is_refused(text, said):
    with pytest.raises(ContentUnreadable, match=said):
        added(text)


def test_a_file_that_is_no_utf8_is_refused():
    with pytest.raises(ContentUnreadable, match=r"x\.yml:2:3: cannot be read: byte 0xE9"):
        apply_plan("x.yml", b"references:\n# \xe9\n", [NEW], {})


def test_a_key_that_is_there_is_never_written_twice():
    with pytest.raises(CannotWrite, match="new"):
        added("references:\n- id: new\n  type: book\n")


def test_variables_come_before_custom_and_into_it():
    before = (
        "references:\n  - id: a\n    type: book\n    title: A  # mine\n    custom:\n      kind: news\n"
        "      imported:\n        x: y\n\n  - id: b\n    type: book\n"
    )
    custom = {"note": "N", "imported": {"x": "other", "z": "w"}}
    more: dict[str, dict[str, Any]] = {"a": {"DOI": "10.5555/x", "custom": custom}, "b": {"volume": "3"}}
    assert apply_plan("x.yml", before.encode(), [], more).decode() == (
        "references:\n  - id: a\n    type: book\n    title: A  # mine\n    DOI: 10.5555/x\n    custom:\n"
        "      kind: news\n      imported:\n        x: y\n        z: w\n      note: N\n"
        "\n  - id: b\n    type: book\n    volume: 3\n"
    )


def test_variables_cannot_come_into_braces():
    with pytest.raises(ContentUnreadable, match="in braces"):
        apply_plan("x.yml", b"references:\n- {id: a, type: book}\n", [], {"a": {"DOI": "10.5555/x"}})


_filler = st.lists(st.sampled_from(["", "# a remark", "    # indented", "  "]), max_size=3)
_item = st.sampled_from(
    [
        ["- id: KEY", "  type: book"],
        ["- id: KEY", "  type: book", "  author:", "  - family: Ng", "  # about", "    given: A."],
        ["-   type: book", "    id: KEY", "    abstract: >", "      folded", "", "      more"],
        ["- {id: KEY, type: book}"],
        ["- id: KEY", "  type: book", "  title: several", "    lines"],
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    _filler, st.lists(st.tuples(_item, _filler), max_size=4), st.integers(0, 4), st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([[], ["nocite: x"], ["..."], ["---"]]), st.booleans(),
)  # fmt: skip
def test_only_lines_are_added_whatever_stands_there(top, items, indent, end, last, ended):
    lines = [*top, "references:"]
    for number, (item, filler) in enumerate(items):
        lines += [(" " * indent + line if line else line).replace("KEY", f"key{number}") for line in item] + filler
    before = end.join([*lines, *last]) + (end if ended else "")
    file = BibliographyFile("x.yml", before.encode())
    after = apply_plan("x.yml", file.data, [NEW, {**NEW, "id": "other"}], {}).decode()
    new = set(range(len(after.splitlines())))
    kept = iter(enumerate(after.splitlines()))
    for line in before.splitlines():
        at = next((number for number, other in kept if other == line), None)
        assert at is not None, "every line is still there, in its order"
        new.discard(at)
    written = {"id: new", "id: other", "type: book", 'title: "New: a work"', ""}
    assert {after.splitlines()[at].strip().removeprefix("- ") for at in new} <= written
