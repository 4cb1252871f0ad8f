"""Texts of the interface that stand in ``words.yml`` in English still."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.rules.fixtures import findings

from citewell.messages import catalogue, read_catalogue
from citewell.messages.languages import PLURALS

Sections = dict[str, dict[str, object]]


def whole(language: str) -> Sections:
    """A translation of every text, which no reader would take for English, compared with the English texts."""
    sections: Sections = {"english": {name: read_catalogue().texts[name] for name in read_catalogue().protected}}
    for name, english in catalogue().items():
        section, _, own = name.partition(".")
        forms = PLURALS[language]
        said = f"xx yy {english}" if isinstance(english, str) else dict.fromkeys(forms, f"xx yy {english['other']}")
        sections.setdefault(section, {})[own] = said
    return sections


def found(root: Path, language: str, sections: Sections) -> list[str]:
    """What the rule says of a site with these texts."""
    content = root / "content_src"
    content.mkdir()
    (content / "site.yml").write_text(f"publisher: Example\nlanguage: {language}\n", encoding="utf-8")
    (content / "words.yml").write_text(yaml.safe_dump(sections, allow_unicode=True), encoding="utf-8")
    every = findings(root, release=False)
    assert {each.code for each in every if str(each.location).startswith("content_src/words.yml")} <= {"SRC037"}
    return [f"{each.message} ({each.hint})" for each in every if each.code == "SRC037"]


def test_a_text_copied_word_for_word_counts_as_english(tmp_path: Path) -> None:
    sections = whole("fr")
    sections["article"]["related_articles"] = "Related articles"
    alike = {"one": "{count} article", "many": "{count} d’articles", "other": "{count} articles"}
    sections["articles"]["count"] = alike
    sections["source"]["other_pages"] = dict.fromkeys(("one", "many", "other"), "{count} other pages")
    (said,) = found(tmp_path, "fr", sections)
    assert "2 texts of the interface are not" in said
    assert "article.related_articles, source.other_pages" in said
    assert 'in "fr" one line for each of: one, many, other' in said


def test_a_single_word_or_none_may_be_the_same_in_both_languages(tmp_path: Path) -> None:
    sections = whole("fr")
    sections["articles"]["title"] = "Articles"
    sections["articles"]["a_to_z"] = "Articles A–Z"
    sections["letters"]["none"] = "0–9"
    assert found(tmp_path, "fr", sections) == []
