"""Every source of the site: one page while it is short, an index and pages by letter when it would grow too long."""

from __future__ import annotations

import posixpath
import re

import pytest
from tests.render.samples import bibliography, built, html, ids, reference, words

LETTERS = "abcdefghij"
KEYS = [f"{letter}-{n:02}" for letter in LETTERS for n in range(30)]
HELP = (
    "None of the 302 sources has been checked online yet. See whether our sources are up to date. "
    "“Not checked yet” means that nobody has checked the link online yet."
)


def article(title: str, keys: list[str], uses: int = 1) -> str:
    said = " ".join(f"So says {key} for the {use}th time. [@{key}]" for use in range(uses) for key in keys)
    return f"---\ntitle: {title}\ntopics: [x]\n---\n\n{said}\n"


def site(articles: dict[str, str]):
    known = bibliography(
        *(reference(key, title=f"{key[0].upper()} study {key}") for key in KEYS),
        reference("ns:10.1/x", title="12 things"),
        reference("never", title="Never used"),
    )
    return {address: page for address, page in built(articles, references=known).items() if "sources/" in address}


@pytest.fixture(scope="module")
def large():
    wide = {f"wide-{n:02}": article(f"Wide {n:02}", KEYS[n::12], 2) for n in range(36)}
    # One reference is used everywhere, and one more often in one article than a page by letter lists.
    everywhere = {f"all-{n:03}": article(f"All {n:03}", ["a-00"]) for n in range(400)}
    return site({**wide, **everywhere, "deep": article("Deep", ["b-00"], 30), "odd": "12. [@{ns:10.1/x}]\n"})


def test_a_small_site_has_one_page():
    made = site({f"x{n}": article(f"x{n}", KEYS[:60]) for n in range(5)})
    assert list(made) == ["sources/"]
    page = html(made["sources/"])
    assert len(page.css(".entries > li")) == len(KEYS) + 2
    assert words(page, "#ref-a-00 summary") == ["Used 5 times in 5 articles", "Full reference in NLM style"]
    assert len(page.css("#ref-a-00 li li")) == 5
    assert words(page, ".help") == [HELP]


def test_a_large_site_keeps_the_address_of_every_source(large):
    index = html(large["sources/"])
    assert sorted(each for each in ids(index) if each.startswith("ref-")) == sorted(
        [*(f"ref-{key}" for key in KEYS), "ref-ns:10.1/x", "ref-never"]
    )
    assert words(index, ".jump a") == ["0–9", *LETTERS.upper(), "N"]
    assert words(index, "[id='ref-ns:10.1/x']") == ["12 things Used once in 1 article"]
    assert words(index, "#ref-never") == ["Never used Not used yet."]


def test_every_line_of_the_index_leads_to_the_entry(large):
    known = {address: set(ids(html(page))) for address, page in large.items()}
    for link in html(large["sources/"]).css(".index a"):
        address, _, fragment = (link.attributes["href"] or "").partition("#")
        assert fragment in known[posixpath.normpath(f"sources/{address}") + "/"]


def test_pages_by_letter_hold_each_source_once_and_are_bounded(large):
    found: list[str] = []
    for address, page in large.items():
        if address != "sources/":
            lines = len(html(page).css(".entries li"))
            entries = [each for each in ids(html(page)) if each.startswith("ref-")]
            assert lines <= 1500 or len(entries) == 1
            found += entries
    assert len(found) == len(set(found)) == len(KEYS) + 2


def test_what_is_used_very_often_is_listed_without_every_sentence_but_with_every_article(large):
    page = html(large["sources/a/"])
    assert words(page, ".help") == [HELP]
    assert words(page, "#ref-a-00 summary")[0] == "Used 402 times in 401 articles"
    assert len(page.css("#ref-a-00 .cited > ul > li")) == 401
    assert 0 < len(page.css("#ref-a-00 li li")) <= 20
    deep = html(large["sources/b/"])
    assert "Used 3" in words(deep, "#ref-b-00 summary")[0]
    assert words(deep, "#ref-b-00 .cited > ul > li > a")[0] == "Deep"


def test_a_letter_in_parts_leads_from_one_to_the_other():
    articles = {f"x{n:03}": article(f"x{n:03}", KEYS[:30]) for n in range(120)}
    made = site(articles)
    parts = [address for address in made if re.match("sources/a/", address)]
    assert parts == ["sources/a/", "sources/a/2/", "sources/a/3/"]
    second = html(made["sources/a/2/"])
    assert words(second, "h1") == ["Sources: A, part 2 of 3"]
    assert words(second, ".jump li") == ["1", "2", "3"]
    assert [link.attributes["href"] for link in second.css(".jump a")] == ["../", "../3/"]
    assert '"breadcrumb": [{"title": "Sources", "url": "sources/"}]' in made["sources/a/2/"].data().decode()


def test_same_size_of_site_same_bytes(large):
    again = built({"x": article("x", KEYS[:3])})
    assert again["sources/"].data() == built({"x": article("x", KEYS[:3])})["sources/"].data()
    assert len(large) > 12
