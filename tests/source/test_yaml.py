"""Strict YAML: what is text stays text, everything knows its place, and nothing copies, types or hides text."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.model.source_location import SourceText, Span
from citewell.source import yaml
from citewell.source.nodes import GroupNode, ListNode, Node, Scalar, scalars
from citewell.source.yaml import FATAL_KINDS, read_yaml
from tests.source.wording import detail_of, suggestion_of


def read(text: str) -> tuple[object, list[str]]:
    """A document as plain Python values, and its problems as ``line:column kind``."""
    root, problems = read_yaml(SourceText("x.yml", text))
    return plain(root), [f"{problem.location.line}:{problem.location.column} {problem.kind}" for problem in problems]


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case GroupNode():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
    return None


@pytest.fixture(params=["libyaml", "pure Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml, "_Loader", pyyaml.SafeLoader)


@pytest.mark.parametrize(
    "value", ["no", "on", "null", "~", "0123456", "1.10", "2026-02-15", "1_000", "0x1F", "1e3", "12:30:45", "=", ".nan"]
)
@pytest.mark.usefixtures("loader")
def test_every_scalar_is_text(value):
    assert read(f"title: {value}\n") == ({"title": value}, [])


@pytest.mark.usefixtures("loader")
def test_lists_and_groups_in_every_spelling():
    text = "---\na: [one, 'two, and', \"three\"]\nb:\n- x\n- y: 1\n  z: 2\nc: >-\n  folded\n  text\n...\n"
    assert read(text) == (
        {"a": ["one", "two, and", "three"], "b": ["x", {"y": "1", "z": "2"}], "c": "folded text"},
        [],
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
@pytest.mark.usefixtures("loader")
def test_nothing_is_nothing(text):
    assert read(text) == (None, [])


@pytest.mark.usefixtures("loader")
def test_pandocs_closing_line_is_no_second_document():
    assert read("---\na: b\n---\n") == ({"a": "b"}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: &c x\n", "1:8 yaml-anchor"),
        ("a: b\nc: *b\n", "2:4 yaml-anchor"),
        ("title: *Important*\n", "1:8 yaml-anchor"),
        ("title: & more\n", "1:8 yaml-anchor"),
        ("<<: {a: b}\n", "1:1 yaml-anchor"),
        ("title: !important x\n", "1:8 yaml-tag"),
        ("n: !!int 3\n", "1:4 yaml-tag"),
        ("a: b\n---\nc: d\n", "2:1 yaml-many-documents"),
        ("%YAML 1.1\n---\na: b\n", "1:1 yaml-syntax"),
        ("title: Back pain: what to do\n", "1:17 yaml-syntax"),
        ("a:\n\t- b\n", "2:1 yaml-syntax"),
        ("a: b\n\tc: d\n", "2:1 yaml-syntax"),
        ("title: @home\n", "1:8 yaml-syntax"),
        ("title: 'It's'\n", "1:12 yaml-syntax"),
        ("title: 'It' s\n", "1:13 yaml-syntax"),
        ('title: "open\nb: c\n', "1:8 yaml-syntax"),
        ('a: "C:\\qx"\n', "1:4 yaml-syntax"),
        ("a: [x\n", "1:4 yaml-syntax"),
        ("a: {x\n", "1:4 yaml-syntax"),
        ("a: - x\n", "1:4 yaml-syntax"),
        ("a: b\njust words\n", "2:1 yaml-syntax"),
        ("- a\nb: c\n", "2:1 yaml-syntax"),
        ("a:\n    b: 1\n  c: 2\n", "3:3 yaml-syntax"),
        ("? [a]\n: b\n", "1:3 yaml-syntax"),
        (": b\n", "1:1 yaml-syntax"),
    ],
)
def test_what_is_refused_and_where(text, place):
    _, problems = read(text)
    assert problems == [place]
    assert place.split()[1] in FATAL_KINDS


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["a: b: c\n", "a: [x\n", "a:\n\t- b\n", "x: *y*\n", "x: %y\n", "a: ]\n"])
def test_faults_are_in_our_words_with_a_way_out(text):
    (problem,) = read_yaml(SourceText("x.yml", text)).problems
    assert detail_of(problem)
    assert suggestion_of(problem)
    assert not any(
        word in detail_of(problem) for word in ("token", "scalar", "mapping", "scanning", "flow", "expected")
    )


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "text",
    ["a: {b} c\n", "a: [b]: c\n", "a:\n- [b] c\n", "a: {b}, {c}\n", "a: {b}'s\n", 'a: [b] "c"\n', "a: {b} @ c\n"],
)
def test_a_text_that_begins_with_a_bracket_needs_quotes(text):
    (problem,) = read_yaml(SourceText("x.yml", text)).problems
    assert "something follows the closing" in detail_of(problem)
    assert "in double quotes" in suggestion_of(problem)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("text", ["a: What [b]: c\n", "a: [b]\n  c: d\n"])
def test_a_bracket_amid_a_text_or_a_list_that_ended_is_not_blamed(text):
    (problem,) = read_yaml(SourceText("x.yml", text)).problems
    assert "closing" not in detail_of(problem)


def test_a_fault_ends_the_document_and_what_came_before_is_kept():
    assert read("title: Back pain\nauthors: [a, b\n") == (
        {"title": "Back pain", "authors": ["a", "b"]},
        ["2:10 yaml-syntax"],
    )


def test_a_key_twice_keeps_the_first_and_reading_goes_on():
    root, problems = read_yaml(SourceText("x.yml", "a: 1\nb: 2\na: 3\nc: x # y\n"))
    assert plain(root) == {"a": "1", "b": "2", "c": "x"}
    assert [(problem.kind, detail_of(problem), suggestion_of(problem)) for problem in problems] == [
        ("yaml-comment-after-value", "# y", '"x # y"'),
        ("yaml-duplicate-key", "a", "x.yml:1:1"),
    ]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("title: Pain # 1 symptom\n", "# 1 symptom", '"Pain # 1 symptom"'),
        ("title: # 1 symptom\n", "# 1 symptom", '"# 1 symptom"'),
        ("- Pain #1\n", "#1", '"Pain #1"'),
        ("title: one\n  two # three\n", "# three", '"one two # three"'),
        ('title: a "b" # c\n', "# c", "'a \"b\" # c'"),
        ('title: it\'s "b" # c\n', "# c", "'it''s \"b\" # c'"),
    ],
)
def test_a_comment_that_cuts_a_text_is_noted(text, cut, whole):
    (problem,) = read_yaml(SourceText("x.yml", text)).problems
    assert (problem.kind, detail_of(problem), suggestion_of(problem)) == ("yaml-comment-after-value", cut, whole)
    assert pyyaml.safe_load(whole).endswith(cut)


@pytest.mark.parametrize(
    "text", ["a: b#c\n", 'a: "b" # c\n', "a: [b] # c\n", "a: # c\n- x\n", "# c\na: b\n", "a: b\n # c\n"]
)
def test_other_comments_are_fine(text):
    assert read(text)[1] == []


def test_sixteen_deep_is_read_and_seventeen_is_not():
    assert read("a: " + "[" * 15 + "]" * 15)[1] == []
    assert read("a: " + "[" * 16 + "]" * 16)[1] == ["1:19 yaml-too-deep"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 300_000,
        "- " * 300_000,
        "a: " + "{" * 300_000,
        "? " * 300_000,
        "a: &a [x,x,x]\n" + "".join(f"a{n}: &a{n} [*a, *a, *a, *a]\n" for n in range(30)),
        "a: " + "[" * 300 + "]" * 300,
    ],
)
def test_bombs_end_with_one_problem(text):
    assert len(read(text)[1]) == 1


def test_more_than_a_mebibyte_is_not_parsed():
    root, problems = read_yaml(SourceText("x.yml", "a: " + "x" * (1024 * 1024)))
    assert root is None
    assert [problem.kind for problem in problems] == ["file-too-large"]


def test_control_characters_do_not_break_the_reading():
    assert read("a: b\x01c\u2028d\x85e\ud800f\n") == ({"a": "b\ufffdc\ufffdd\ufffde\ufffdf"}, [])


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('title: "5\\u202emg"\n', "bidirectional-character"),
        ('title: "pain\\u200bful"\n', "invisible-character"),
        ('title: "a\\x07b"\n', "control-character"),
        ('title: "a\\0b"\n', "nul-character"),
    ],
)
def test_characters_nobody_can_see_are_found_in_escapes_too(text, kind):
    assert read(text)[1] == [f"1:8 {kind}"]
    assert read(text.replace('"', "'"))[1] == []  # between single quotes a backslash is a backslash


def test_places_inside_a_larger_text_are_those_of_the_larger_text():
    source = SourceText("x.md", "---\ntitle: Rückenschmerz\nstatus: x # y\n---\nBody\n")
    root, problems = read_yaml(source, Span(4, source.text.index("---\nBody")))
    assert isinstance(root, GroupNode)
    title = root.get("title")
    assert isinstance(title, Scalar)
    assert source.locate(title.span).column == 8
    assert str(problems[0].location) == "x.md:3:11"


def test_lines_are_counted_by_line_feeds_alone():
    source = SourceText("x.yml", 'a: "b\u2028c"\nd: e\n')
    root, _ = read_yaml(source)
    assert isinstance(root, GroupNode)
    assert source.locate(root.entries[1].key.span).line == 2


KEYS = st.text("abcäé_-' ", min_size=1, max_size=8)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=20)


@settings(max_examples=150)
@given(
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
    )
)
def test_what_any_writer_wrote_is_read_back_and_stands_where_it_says(value):
    text = pyyaml.safe_dump({"all": value}, allow_unicode=True, default_style="'", width=10_000)
    source = SourceText("x.yml", text)
    root, problems = read_yaml(source)
    assert problems == ()
    assert plain(root) == {"all": value}
    assert root is not None
    for scalar in scalars(root):
        start, end = scalar.span
        assert text[start:end].replace("''", "'") == scalar.text


@settings(max_examples=300)
@given(st.text(alphabet="ab:-#[]{}&*!|>'\"%@`?, \n\t\\é😀\u2028\x00", max_size=60))
def test_no_text_raises(text):
    source = SourceText("x.yml", text)
    root, problems = read_yaml(source)
    for scalar in scalars(root) if root else ():
        assert 0 <= scalar.span.start <= scalar.span.end <= len(text)
    assert all(detail_of(problem) and problem.location.line <= text.count("\n") + 1 for problem in problems)
