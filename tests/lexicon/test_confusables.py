"""Names of hosts in any script: what is deceptive about them, and that nothing typed can stop the check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.lexicon.confusables import decode_host, describe_deception, make_skeleton
from citewell.rules.security.external_links import host, user_part

ANY_ADDRESS = st.text(max_size=40).map("https://{}".format) | st.from_regex(
    r"https?://(xn--[a-z0-9-]*\.?)*", fullmatch=True
)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.NHS.uk:443/conditions/?a@b", "www.nhs.uk"),
        ("https://www.nhs.uk%40other.example/", "other.example"),
        ("https://anna:word@other.example#top", "other.example"),
        ("https:\\\\other.example\\x", "other.example"),
        ("https://other.example.", "other.example"),
        ("https://", ""),
        ("mailto:a@b.example", ""),
    ],
)
def test_host_is_the_one_a_browser_goes_to(address: str, found: str):
    assert host(address) == found


@pytest.mark.parametrize(
    "name", ["mаyoclinic.org", "аррӏе.com", "ɡoogle.com", "nhs.uk⁄x.example.com", "ρατ.com", "օոս.org"]
)
def test_name_in_letters_that_only_look_latin_is_deceptive(name: str):
    assert describe_deception(decode_host(name))


@pytest.mark.parametrize(
    "name", ["münchen.de", "минздрав.рф", "τρικαλα.gr", "東京カナabc.jp", "서울abc.kr", "nhs.uk", "ıstanbul.tr"]
)
def test_name_in_one_script_or_in_scripts_written_together_is_not(name: str):
    assert describe_deception(decode_host(name)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("rnayoclinic", "mayoclinic"), ("g00d", "good"), ("he1p", "help"), ("vveb", "web"), ("clíníc", "clinic")],
)
def test_names_that_look_the_same_have_one_shape(one: str, other: str):
    assert make_skeleton(one) == make_skeleton(other)


@given(ANY_ADDRESS)
def test_nothing_typed_stops_the_check(address: str):
    name = decode_host(host(address))
    describe_deception(name)
    make_skeleton(name)
    user_part(address)
