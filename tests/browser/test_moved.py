"""Whoever follows an address that a page had before reads the page, with scripts or without, and Back leads back."""

from __future__ import annotations

import pytest
from tests.browser.sites import PAGES

from citewell.audit.window import View

pytestmark = pytest.mark.browser


OWN = "gallery's own page"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_former_address_leads_to_the_page(reader, scripts):
    page = reader.open(OWN, View(320, scripts=scripts)).page
    home = page.url.removesuffix(PAGES[OWN][1])
    page.goto(f"{home}articles/each-block/", wait_until="commit")
    page.wait_for_url(f"{home}{PAGES['every block'][1]}")
    assert page.locator("h1").inner_text().startswith("Every block there is")
    page.go_back()
    assert page.url == f"{home}{PAGES[OWN][1]}"
