"""The languages a site can be in, held to what Babel (CLDR) and Material know."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from babel import Locale
from babel.core import get_global

from citewell.messages.languages import _BY_THREE_LETTERS, PLURALS, canonical, is_tag, primary, says_its_number, tag_of

OF_MATERIAL = Path(material.__file__).parent / "templates/partials/languages"


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_plural_categories_are_those_of_cldr(language: str) -> None:
    assert PLURALS[language] == {*Locale.parse(language).plural_form.tags, "other"}


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_a_form_says_its_number_only_where_it_is_the_form_of_no_other(language: str) -> None:
    form_of = Locale.parse(language).plural_form
    for category, number in (("zero", 0), ("one", 1), ("two", 2)):
        if category in PLURALS[language]:
            others = [count for count in range(1, 1000) if form_of(count) == category and count != number]
            assert says_its_number(category, language) is not bool(others), category
    assert not says_its_number("few", language)


def test_every_language_is_one_of_material() -> None:
    assert set(PLURALS) <= {primary(path.stem) for path in OF_MATERIAL.glob("*.html")}


def test_a_tag_is_a_language_with_its_script_and_region() -> None:
    assert all(is_tag(tag) for tag in ("he", "pt-BR", "zh-Hant", "la", "sl-rozaj", "es-419"))
    others = ("", "english", "en_GB", "e", "he-", "x y", "en-x-own", "cz", "xx", "qq-QQ", "en-UK")
    assert not any(is_tag(tag) for tag in others)


def test_what_an_editor_meant_is_known() -> None:
    meant = {
        "Latin": "la",
        "cz": "cs",
        "GR": "el",
        "pt_BR": "pt-BR",
        "en-UK": "en-GB",
        "german_at": "de-AT",
        "jp": "ja",
    }
    assert {name: tag_of(name) for name in meant} == meant
    assert [tag_of(name) for name in ("", "en", "pt-BR", "Klingon", "x y", "xx")] == [""] * 6


def test_three_letters_are_those_of_cldr() -> None:
    aliases = get_global("language_aliases")
    assert {code: aliases[code] for code in _BY_THREE_LETTERS} == _BY_THREE_LETTERS


def test_a_tag_has_one_way_to_be_written() -> None:
    written = ("EN", "pt-br", "ZH-hant", "zh-hant-hk", "SL-Rozaj", "es-419")
    assert [canonical(tag) for tag in written] == ["en", "pt-BR", "zh-Hant", "zh-Hant-HK", "sl-rozaj", "es-419"]
