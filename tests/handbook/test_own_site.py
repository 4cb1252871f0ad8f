"""The handbook's "Your own site": a site that is not about backs, made as the page says, with nothing of ours in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citewell.cli.new_site.wheel import WHEEL_NAME
from tests.auditing import audit_pages
from tests.handbook.story import HANDBOOK, Told, count_blocks, follow

PAGE = "own-site.md"
DAY = str(1_795_348_800)  # 22 November 2026, noon
CHANGES = 5  # that are told in a line of text
ARTICLE = "articles/kidney-stones/index.html"
#: Names and subjects of the demonstration, and what is true in its country alone.
OURS = re.compile(
    r"back.pain|spine|sarcoma|\blump|\b999\b|\b111\b|\bNHS\b|\bNICE\b|United Kingdom|citewell\.example",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, after every step of the page."""
    folder = tmp_path_factory.mktemp("own")
    blocks = count_blocks(PAGE, r"(?:text|markdown|yaml|svg)")
    assert follow(PAGE, folder, DAY) == Told(count_blocks(PAGE, "console"), blocks + CHANGES)
    return folder / "kidney-help"


def test_readers_see_the_article_with_its_sources(site: Path):
    page = (site / "site" / ARTICLE).read_text(encoding="utf-8")
    assert '<html lang="en-AU"' in page
    assert "Example Kidney Foundation" in page
    assert "Kidney help" in page
    assert re.search(r'src="[./]*assets/brand/logo\.[0-9a-f]{12}\.svg"', page)
    assert "call 000" in page
    assert len(re.findall(r'id="cite-', page)) == 9
    assert len(re.findall(r'id="ref-', page)) == 3
    assert "kidney-stones" in (site / "site/topics/kidney-stones/index.html").read_text(encoding="utf-8")


def test_nothing_of_the_demonstration_is_in_it(site: Path):
    written = [
        path for path in site.rglob("*") if path.suffix in {".html", ".md", ".yml", ".json", ".xml", ".txt", ".py"}
    ]
    found = {str(path): OURS.findall(path.read_text(encoding="utf-8")) for path in written}
    assert {path: words for path, words in found.items() if words} == {}
    shown = " ".join(re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")) for path in site.glob("site/**/*.html"))
    assert "Citewell" not in shown


@pytest.mark.browser
def test_it_looks_right_on_a_telephone_and_a_desktop_in_light_and_dark(site: Path, tmp_path: Path):
    found = audit_pages(site, tmp_path, "", "articles/kidney-stones/", "topics/kidney-stones/")
    assert found == "Looked at 3 pages.\nNo findings in 3 files\n"


def test_the_page_names_the_wheel_of_this_version():
    named = re.findall(r"citewell-[\w.]+-py3-none-any\.whl", (HANDBOOK / PAGE).read_text(encoding="utf-8"))
    assert set(named) == {WHEEL_NAME}
