"""Languages as BCP 47 tags."""

from __future__ import annotations

import pytest

from citewell.evidence.items.languages import parse_language
from citewell.evidence.items.normalise import normalise_item

TAGS = {
    "de": "de German ger deu ngerman germanb Deutsch DE de_DE.UTF-8",
    "en": "en eng English ENGLISH",
    "en-GB": "en-GB en_gb en-UK british UKenglish",
    "en-US": "american USenglish en_US",
    "fr": "fre fra French francais français",
    "nl": "dut nld Dutch",
    "pt-BR": "brazilian pt_BR",
    "zh": "chi zho Chinese",
    "es": "spa Spanish español espanol castellano",
    "gsw": "gsw",
}
READ = [(name, tag) for tag, names in TAGS.items() for name in names.split()]


@pytest.mark.parametrize(("name", "tag"), READ)
def test_a_language_is_a_tag_however_it_is_called(name, tag):
    found = parse_language(name)
    assert found is not None
    assert found.whole
    assert found.tag.partition("-")[0] == tag.partition("-")[0]
    if "UTF" not in name:
        assert found.tag == tag


@pytest.mark.parametrize("name", ["", "und", "mul", "zxx", "xyz", "Multiple languages", "Marsian", "12", "x" * 500])
def test_what_is_no_language_is_none(name):
    assert parse_language(name) is None


def test_of_several_the_first_is_taken_and_all_are_kept():
    for given in ("eng; ger", "English, German", ["eng", "ger"], "en/de"):
        item = normalise_item({"title": "A", "language": given}).item
        assert item["language"] == "en"
        assert item["custom"]["imported"]["language"] == given
    assert normalise_item({"title": "A", "language": "Marsian"}).item["custom"] == {"imported": {"language": "Marsian"}}
