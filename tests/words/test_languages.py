"""The languages a site can be in, held to what Babel (CLDR) and Material know."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from babel import Locale

from citewell.words.languages import PLURALS, is_tag, primary

OF_MATERIAL = Path(material.__file__).parent / "templates/partials/languages"


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_plural_categories_are_those_of_cldr(language: str) -> None:
    assert PLURALS[language] == {*Locale.parse(language).plural_form.tags, "other"}


def test_every_language_is_one_of_material() -> None:
    assert set(PLURALS) <= {primary(path.stem) for path in OF_MATERIAL.glob("*.html")}


def test_a_tag_is_a_language_with_its_script_and_region() -> None:
    assert all(is_tag(tag) for tag in ("he", "pt-BR", "zh-Hant", "la", "sl-rozaj", "es-419"))
    assert not any(is_tag(tag) for tag in ("", "english", "en_GB", "e", "he-", "x y", "en-x-own"))
