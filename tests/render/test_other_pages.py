"""Home, topics, letters, sources, people and the site's own pages."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from tests.content import Results
from tests.render.samples import SETTINGS, bibliography, built, html, ids, reference, site, words

PAIN = """---
title: Why does my back hurt?
description: What back pain is.
authors: [jane-doe]
published: 2026-02-15
topics: [back pain, Sarcoma]
illustration: {file: scan.svg, alt: A spine}
related_questions: [lump]
---

## Signs

It hurts. [@study] See [a doctor](../../about/#who) or read on [below](#signs). [@nhs; @study]
"""
LUMP = """---
title: “Lumps”, and what they are
description: What a lump is.
authors: [jane-doe, team]
published: 2026-02-15
updated: 2026-03-01
topics: [Back Pain]
---

A lump & more. [@nhs, section 2]
"""
GONE = """---
title: An old article
status: withdrawn
topics: [back pain, secret]
index: [An old article]
withdrawn:
  date: 2026-03-01
  reason: The study it rested on was retracted.
  instead: lump
---

Old words. [@gone]
"""
DRAFT = """---
title: A draft
status: draft
topics: [secret]
illustration: {file: scan.svg, alt: x}
---

New. [@draft]
"""
ABOUT = """---
title: About us
description: Who we are.
---

## Who

We say so. [no source: about-this-site] So do they. [@nhs]
"""
ARTICLES = {"pain": PAIN, "lump": LUMP, "gone": GONE, "draft": DRAFT}


@pytest.fixture(scope="module")
def made():
    known = bibliography(*(reference(key) for key in ("study", "nhs", "gone", "draft", "Unused")))
    return built(ARTICLES, {"about": ABOUT}, references=known)


def test_every_page_there_is(made):
    assert sorted(made) == [
        *("", "about/", "articles/", "articles/gone/", "articles/lump/", "articles/pain/", "evidence/"),
        *("people/", "search/", "sources/"),
        *("topics/", "topics/back-pain/", "topics/sarcoma/"),
    ]


def test_every_link_inside_the_site_lands(made):
    known = {address: set(ids(html(page))) for address, page in made.items()}
    seen = 0
    for address, page in made.items():
        for link in html(page).css("a[href]"):
            path, _, fragment = (link.attributes["href"] or "").partition("#")
            if ":" in path:
                continue
            target = posixpath.normpath(posixpath.join(f"/{address}", unquote(path))).strip("/")
            target = f"{target}/" if target else ""
            assert target in known, (address, link.html)
            assert not fragment or fragment in known[target], (address, link.html)
            assert not path or path.endswith("/")
            seen += 1
    assert seen > 40


def test_every_page_has_one_title_and_ids_that_differ(made):
    for page in made.values():
        tree = html(page)
        assert ids(tree)[0] == "content"
        assert len(tree.css("h1")) == 1
        assert len(ids(tree)) == len(set(ids(tree)))


def test_every_page_says_whether_it_is_a_demonstration():
    for demonstration in (True, False):
        made = built(ARTICLES, {"about": ABOUT}, replace(SETTINGS, demonstration=demonstration))
        assert {page.front_matter["citewell"]["demonstration"] for page in made.values()} == {demonstration}  # type: ignore[index]  # the test reads plain data


def test_blocks_are_apart_and_start_as_markdown_wants(made):
    for page in made.values():
        for block in page.body.split("\n\n"):
            blocks = ("# ", "## ", "### ", "<p", "<ul", "<ol", "<div", "<section", "<figure", "<form")
            assert block.startswith(blocks), block
            assert "\n#" not in block


def test_home_leads_to_topics_and_to_the_latest_articles_first(made):
    home = html(made[""])
    assert words(home, ".contents a") == ["Back pain", "Sarcoma"]
    assert words(home, ".items > li > a") == ["“Lumps”, and what they are", "Why does my back hurt?"]
    assert words(home, ".items > li")[0] == (
        "“Lumps”, and what they are What a lump is. Updated 1 March 2026 1 source Not yet medically reviewed"
    )


def test_home_does_not_grow_with_the_site():
    many = {f"a-{n:02}": f"---\ntitle: Article {n:02}\npublished: 2026-01-{n:02}\n---\n\nx\n" for n in range(1, 21)}
    home = html(built(many)[""])
    assert words(home, ".items > li > a") == [f"Article {n:02}" for n in range(20, 8, -1)]
    assert words(home, "article > p > a") == ["All articles, A to Z"]


def test_topics_written_alike_are_one(made):
    assert words(html(made["topics/"]), ".items > li") == ["Back pain 2 articles", "Sarcoma 1 article"]
    topic = html(made["topics/back-pain/"])
    assert words(topic, "h1, .lead, .items > li > a") == [
        *("Back pain", "2 articles.", "“Lumps”, and what they are", "Why does my back hurt?")
    ]


def test_topics_that_share_articles_lead_to_each_other_the_nearest_first():
    topics = ["a, b, c", "a, b, d", "A, c", "alone"]
    made = built({f"x{n}": f"---\ntitle: x{n}\ntopics: [{own}]\n---\n\nx\n" for n, own in enumerate(topics)})
    found = html(made["topics/a/"])
    assert words(found, "#related-topics + ul > li") == ["B", "C", "D"]
    assert [node.attributes["href"] for node in found.css("#related-topics + ul a")] == ["../b/", "../c/", "../d/"]
    assert not html(made["topics/alone/"]).css("#related-topics")


def test_topic_without_letters_or_figures_has_no_page():
    made = built({"x": "---\ntitle: x\ntopics: ['???', '痛み']\n---\n\nx\n"})
    assert [address for address in made if address.startswith("topics/")] == ["topics/", "topics/痛み/"]
    assert [link.attributes["href"] for link in html(made["topics/"]).css(".items a")] == ["%E7%97%9B%E3%81%BF/"]


def test_articles_stand_under_the_words_that_readers_look_for():
    made = built(
        {
            "pain": "---\ntitle: Can it?\ntopics: [back pain, sarcoma]\nindex: [Ache, back  Pain]\n---\n\nx\n",
            "lump": "---\ntitle: Do I?\ntopics: [sarcoma]\nindex: [ache]\n---\n\nx\n",
            "draft": "---\ntitle: How?\nstatus: draft\ntopics: [sarcoma]\nindex: [Zebra]\n---\n\nx\n",
        }
    )
    page = html(made["articles/"])
    assert words(page, ".jump a") == ["A", "B", "S"]
    assert words(page, "h2, .index > li") == [
        *("A", "Ache Can it? Do I?", "B", "Back pain Can it?", "S", "Sarcoma Can it? Do I?")
    ]
    links = {node.text(): node.attributes["href"] for node in page.css(".index > li > a")}
    assert links == {"Back pain": "../topics/back-pain/", "Sarcoma": "../topics/sarcoma/"}


def test_articles_without_such_words_stand_under_their_titles():
    titles = {"a": "Étude", "b": "ear", "c": "10 facts", "d": "“Zoster”", "e": "Äpfel", "f": "שלום", "g": "???"}
    page = html(built({slug: f"---\ntitle: '{title}'\n---\n\nx\n" for slug, title in titles.items()})["articles/"])
    assert words(page, ".jump a") == ["0–9", "A", "E", "Z", "ש"]
    assert words(page, "h2, .index > li > a") == [
        *("0–9", "???", "10 facts", "A", "Äpfel", "E", "ear", "Étude", "Z", "“Zoster”", "ש", "שלום")
    ]


def test_a_topic_with_many_articles_is_listed_on_its_own_page():
    many = {f"a{n}": f"---\ntitle: Title {n:02}\ntopics: [lump]\n---\n\nx\n" for n in range(30)}
    other = "---\ntitle: Other\ntopics: [x]\nindex: [Lump]\n---\n\nx\n"
    page = html(built({**many, "other": other})["articles/"])
    assert words(page, ".index > li") == ["Lump 30 articles Other", "X Other"]


def test_sources_page_leads_to_each_sentence_that_uses_a_source(made):
    page = html(made["sources/"])
    assert words(page, ".lead") == ["5 sources in alphabetical order, each with the sentences that use it."]
    assert words(page, "#ref-nhs summary") == [
        *("Used 3 times in 2 articles and 1 other page", "Full reference in NLM style")
    ]
    links = {" ".join(node.text().split()): node.attributes["href"] for node in page.css("#ref-nhs details a")}
    assert links == {
        "“Lumps”, and what they are": "../articles/lump/#ref-nhs",
        "A lump & more.": "../articles/lump/#cite-nhs-1",
        "Why does my back hurt?": "../articles/pain/#ref-nhs",
        "See a doctor or read on below.": "../articles/pain/#cite-nhs-1",
        "About us": "../about/#ref-nhs",
        "So do they.": "../about/#cite-nhs-1",
    }


def test_sources_page_says_what_is_not_used_where_readers_can_see_it(made):
    page = html(made["sources/"])
    for key in ("Unused", "draft", "gone"):
        assert words(page, f"#ref-{key} p.cited") == ["Not used yet."]


def test_people_page_shows_what_is_known_and_no_more(made):
    page = html(made["people/"])
    assert words(page, "article > h2") == ["Jane Doe", "the editorial team"]
    assert words(page, ".person dt") == ["Credentials", "Interests", "Articles", "Articles"]
    assert words(page, "article > p") == ["Who writes the articles.", "A team."]


def test_own_page_is_written_as_an_article_is(made):
    page = html(made["about/"])
    heads = ["About us", "Who we are.", "Who", "Sources", "Report a problem with this page"]
    assert words(page, "h1, .lead, h2") == heads
    assert words(page, "article > p:not(.lead)") == ["We say so. So do they.Source 1"]
    assert made["about/"].front_matter["citewell"]["sources"] is True


def test_withdrawn_article_keeps_its_address_and_loses_its_words(made):
    page = html(made["articles/gone/"])
    assert words(page, "h1, .note p, h2, article > ul li > a, #instead + ul p:first-of-type") == [
        "An old article",
        "This article was withdrawn on 1 March 2026.",
        "The study it rested on was retracted.",
        "Please do not rely on an earlier copy of it.",
        *("Read this instead", "“Lumps”, and what they are", "What a lump is."),
        *("Where to find help", "Back pain", "All articles, A to Z"),
        *("About this information", "Report a problem with this page"),
    ]
    for address, other in made.items():
        assert "Old words" not in other.body
        assert address == "articles/gone/" or "An old article" not in other.body


def test_only_a_withdrawn_article_asks_search_engines_to_forget_it():
    made = built(ARTICLES, {"about": ABOUT}, replace(SETTINGS, demonstration=False))
    hidden = [address for address, page in made.items() if "noindex" in page.front_matter["citewell"]]  # type: ignore[operator]  # the test reads plain data
    assert hidden == ["articles/gone/"]


def test_draft_leaves_no_trace(made):
    for page in made.values():
        assert "draft" not in page.body.replace("About draft", "").replace("health.org/draft", "").replace(
            "ref-draft", ""
        )
        assert "secret" not in page.body.casefold()


def test_pictures_stand_beside_the_pages_that_show_them():
    figure = "---\ntitle: x\n---\n\n:::{figure}\n![A scan](scan.svg)\n:::\n"
    made = site({**ARTICLES, "figure": figure, "plain": "x\n"})
    assert {path: data for path, data in made.docs.files.items() if path.suffix == ".svg"} == {
        PurePosixPath("articles/pain/scan.svg"): b"<svg/>",
        PurePosixPath("articles/figure/scan.svg"): b"<svg/>",
    }


def test_same_content_gives_the_same_bytes_whatever_the_order():
    made = site(ARTICLES, {"about": ABOUT})
    turned = Results(made.content._replace(articles=made.content.articles[::-1]))
    assert made.docs.files == turned.docs.files


def test_empty_site_has_its_hubs_but_no_search_that_could_find_nothing():
    made = built({})
    assert sorted(made) == ["", "articles/", "evidence/", "people/", "sources/", "topics/"]
    assert words(html(made["sources/"]), ".lead") == [
        "0 sources in alphabetical order, each with the sentences that use it."
    ]
