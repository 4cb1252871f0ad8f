"""The search page as it is written: a form that works as it stands, topics in a useful number, texts for the script."""

from __future__ import annotations

from dataclasses import replace

from tests.render.samples import SETTINGS, built, html, words

from citewell.messages import catalogue
from citewell.render.search_page import MOST_BOXES


def searched(*topics: str, search: bool = True):
    """The search page of a site with an article on each topic, and its home page."""
    articles = {
        f"about-{at}": f"---\ntitle: About {at}\ntopics: [{topic}]\n---\n\nSo it is. [@a]\n"
        for at, topic in enumerate(topics)
    }
    made = built(articles, settings=replace(SETTINGS, search=search))
    return made.get("search/"), made[""]


def test_the_form_asks_this_very_page_and_knows_where_the_index_is():
    page, _ = searched("lumps", "back pain")
    tree = html(page)
    form, field = tree.css_first("form[role=search]"), tree.css_first("input[type=search]")
    assert form is not None
    assert field is not None
    assert form.attributes["action"] == "./"
    assert "method" not in form.attributes, "so the question becomes part of the address"
    assert form.attributes["data-index"] == "../pagefind/"
    assert words(tree, f"label[for={field.id}]") == ["What are you looking for?"]


def test_topics_are_boxes_many_a_menu_and_one_is_no_choice():
    few = html(searched("lumps", "back pain", "Élan vital")[0])
    assert words(few, "[role=group] label") == ["Back pain", "Élan vital", "Lumps"]
    assert [each.attributes["value"] for each in few.css("[name=topic]")] == ["back-pain", "elan-vital", "lumps"]
    many = html(searched(*(f"topic {at:02}" for at in range(MOST_BOXES + 1)))[0])
    assert many.css_first("[type=checkbox]") is None
    assert words(many, "select[name=topic] option")[:2] == ["All topics", "Topic 00"]
    assert len(many.css("option")) == MOST_BOXES + 2
    assert html(searched("lumps")[0]).css_first("[name=topic]") is None


def test_what_the_script_may_show_stands_in_the_page():
    tree = html(searched("lumps", "back pain")[0])
    names = [each.attributes["data-says"] for each in tree.css("template")]
    forms = catalogue()["search.found"]
    assert set(names) == {
        *(f"{kind}-{form}" for kind in ("found", "all") for form in forms),
        *("searching", "nothing", "some", "failed", "result"),
    }
    assert len(names) == len(set(names))


def test_without_scripts_there_is_a_way_on():
    tree = html(searched("lumps", "back pain")[0])
    assert [each.attributes["href"] for each in tree.css(".without a")] == ["../articles/", "../topics/"]


def test_a_site_without_search_has_no_page_and_its_header_is_told():
    page, home = searched("lumps", search=False)
    assert page is None
    assert "search" not in home.front_matter["citewell"]
    assert searched("lumps")[1].front_matter["citewell"]["search"] is True
