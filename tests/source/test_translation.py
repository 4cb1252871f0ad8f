"""The texts of the interface in another language: what is read, and what is wrong with each line."""

from __future__ import annotations

import pytest

from citewell.messages import write_starting_file
from citewell.model.source_location import SourceText
from citewell.source.settings import read_settings
from citewell.source.translation import ReadTranslation, read_translation
from tests.source.wording import detail_of


def read(text: str, language: str = "he") -> ReadTranslation:
    return read_translation(SourceText("content_src/words.yml", text), language)


def faults(text: str, language: str = "he") -> list[str]:
    return [
        f"{problem.location.line}:{problem.location.column} {problem.kind}: {detail_of(problem)}"
        for problem in read(text, language).problems
    ]


def test_a_translation_has_the_shape_of_the_catalogue() -> None:
    found = read(
        "article:\n  contents: בעמוד הזה\n  by: מאת {names}\n"
        "articles:\n  count:\n    one: מאמר אחד\n    two: שני מאמרים\n    other: '{count} מאמרים'\n"
        "english:\n  article.by: By {names}\n"
    )
    assert found.problems == ()
    assert found.texts["article.by"] == "מאת {names}"
    assert found.texts["articles.count"] == {"one": "מאמר אחד", "two": "שני מאמרים", "other": "{count} מאמרים"}


def test_a_language_without_forms_of_number_writes_one_text() -> None:
    assert read("articles:\n  count: '{count} 件'\n", "ja").texts == {"articles.count": "{count} 件"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("artikel:\n  by: x\n", "1:1 unknown-key: artikel"),
        ("article:\n  content: x\n", "2:3 unknown-key: content"),
        ("article: x\n", '1:1 wrong-value: "article" must hold "key: value" lines'),
        ("- article\n", '1:1 wrong-value: expected "key: value" lines here'),
        ("article:\n  by: x\n", '2:7 wrong-value: "by" leaves out {names}'),
        ("article:\n  by: x {names} {more}\n", '2:7 wrong-value: "by" cannot have {more}'),
        ("article:\n  by: x {names} { \n", '2:7 wrong-value: "by" has a curly bracket without its other half'),
        ("article:\n  by: [x]\n", '2:3 wrong-value: "by" must be one text'),
        ("article:\n  by:\n", '2:3 wrong-value: "by" has no value'),
        ("articles:\n  count: '{count}'\n", '2:3 wrong-value: "count" must have a text for each form of number'),
        (
            "articles:\n  count:\n    one: a\n    two: b\n    few: '{count}'\n    other: '{count}'\n",
            '5:5 wrong-value: "few" is not a form of number in this language',
        ),
        ("articles:\n  count:\n    one: a\n    other: '{count}'\n", "2:3 missing-key: two"),
        (
            "articles:\n  count:\n    one: a\n    two: b\n    other: c\n",
            '5:12 wrong-value: "other" leaves out {count}',
        ),
        ('theme:\n  home: "A **b**"\n', "2:12 markup-in-plain-text: **"),
        ("article:\n  by: x {names}, [@key]\n", "2:18 markup-in-plain-text: [@key]"),
        ("", "1:1 empty-file: "),
    ],
)
def test_each_slip_is_said_where_it_stands_and_the_text_is_left_out(text: str, fault: str) -> None:
    assert faults(text) == [fault]
    assert read(text).texts == {}


def test_no_english_text_of_the_interface_is_taken_for_markup() -> None:
    assert faults(write_starting_file(), "en") == []


def test_a_broken_file_gives_what_yaml_says_alone() -> None:
    assert [problem.kind for problem in read('article:\n  by: "x\n').problems] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("hebrew", '"language" must be the tag of a language, not "hebrew"'),
        ("he_IL", '"language" must be the tag of a language, not "he_IL"'),
        ("la", '"language" is a language that pages cannot be in yet: "la"'),
    ],
)
def test_a_language_that_pages_cannot_be_in_is_refused(language: str, detail: str) -> None:
    found = read_settings(SourceText("content_src/site.yml", f"publisher: Example\nlanguage: {language}\n"))
    assert [detail_of(problem) for problem in found.problems] == [detail]
    assert found.settings.language == "en"


def test_only_a_text_that_stands_in_lines_keeps_them() -> None:
    found = read(
        "article:\n  contents: |\n    On this\n\n    page\u00a0?\nreport:\n  body: |\n    {address}\n\n    What?\n"
    )
    assert found.problems == ()
    assert found.texts == {"article.contents": "On this page\u00a0?", "report.body": "{address}\n\nWhat?"}


def test_a_form_of_several_numbers_must_say_which() -> None:
    text = (
        "articles:\n  count:\n    one: {}\n    few: '{{count}} b'\n    many: '{{count}} c'\n    other: '{{count}} d'\n"
    )
    assert faults(text.format("одна статья"), "ru") == ['3:10 wrong-value: "one" leaves out {count}']
    assert faults(text.format("jeden artykuł"), "pl") == []


def test_the_tag_of_a_language_is_read_in_any_case() -> None:
    for written, read_as in (("EN", "en"), ("pt-br", "pt-BR"), ("zh-hant", "zh-Hant")):
        source = SourceText("content_src/site.yml", f"publisher: Example\nlanguage: {written}\n")
        assert read_settings(source).settings.language == read_as


def test_a_site_may_be_in_another_language() -> None:
    found = read_settings(SourceText("content_src/site.yml", "publisher: Example\nlanguage: pt-BR\n"))
    assert (found.problems, found.settings.language, found.settings.is_english) == ((), "pt-BR", False)
