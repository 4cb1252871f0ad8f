"""The search page: a form, the topics that narrow a search, and a place for the results.

All texts that the script may show are here, in templates, whose places the script fills. Without scripts the page leads
to the lists of articles and topics, which need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import ARTICLES, SEARCH, SEARCH_INDEX, TOPICS, relative_link
from citewell.model.page_kinds import PageKind
from citewell.model.slugs import make_slug
from citewell.plain_words.normal_form import HYPHENS, KEPT
from citewell.render.headings import title
from citewell.render.layout import stacked
from citewell.render.number_isolation import numbers_to_isolate
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteIndex

PAGE_KIND: Final = PageKind(SEARCH, "search.title", order=80, exists=lambda facts: facts.has_search)
# More topics than this are offered in a menu: as boxes they would push the results off the screen.
MOST_BOXES: Final = 12


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The page at ``search/``."""
    if not site_map.facts.has_search:
        return
    words = site_map.words
    demonstration = site_map.site.settings.demonstration
    meta = Meta(words("search.title"), words("search.description"), "search", demonstration)
    without = element("p", words.marked("search.without_scripts", **_link_lists(words)), class_="lead")
    elsewhere = element("p", words.marked("search.elsewhere", **_link_lists(words)), class_="help")
    blocks = [
        title(words("search.title")),
        element("div", without, class_="without"),
        _write_form(site_map),
        element("div", "", class_="said", role="status"),
        _write_results(words),
        element("div", stacked(*_write_templates(words)), hidden=True),
        elsewhere,
    ]
    yield page(SEARCH, meta, blocks)


def _write_form(site_map: SiteIndex) -> Markup:
    """The question. It is sent to this page, so the address holds the whole question."""
    words = site_map.words
    field = element("input", type="search", id="q", name="q", autocomplete="off", autocapitalize="none")
    asked = stacked(
        element("label", words("search.field"), for_="q"),
        element("div", stacked(field, element("button", words("search.button"))), class_="field"),
        _write_topics(site_map),
    )
    return element(
        "form",
        asked,
        class_="find",
        role="search",
        aria_label=words("search.landmark"),
        action="./",
        data_index=relative_link(SEARCH, SEARCH_INDEX),
        data_small=words("search.small_words"),
        data_kept=KEPT,
        data_hyphens=HYPHENS,
        data_numbers=numbers_to_isolate(words.language) if words.direction == "rtl" else None,
    )


def _write_topics(site_map: SiteIndex) -> Markup | None:
    """The topics as boxes to tick, folded until the script finds that there is room; if they are many, a menu."""
    words, topics = site_map.words, [(make_slug(topic.words), topic.words) for topic in site_map.topics]
    if len(topics) < 2:
        return None
    if len(topics) > MOST_BOXES:
        options = [element("option", shown, value=slug) for slug, shown in topics]
        menu = element(
            "select", element("option", words("search.all_topics"), value=""), *options, id="t", name="topic"
        )
        return element("div", stacked(element("label", words("search.topics"), for_="t"), menu), class_="narrow")
    boxes = (
        element("label", element("input", type="checkbox", name="topic", value=slug), element("span", shown))
        for slug, shown in topics
    )
    group = element("div", stacked(*boxes), class_="boxes", role="group", aria_label=words("search.topics"))
    return element("details", stacked(element("summary", words("search.topics")), group), class_="narrow")


def _write_results(words: Words) -> Markup:
    """An empty list, and the button that makes it longer."""
    parts = (
        element("h2", *_write_headings(words), id="results"),
        element("ol", class_="found"),
        element("button", words("search.more"), type="button", class_="further"),
    )
    return element("section", stacked(*parts), aria_labelledby="results", hidden=True)


def _write_headings(words: Words) -> Iterator[Markup]:
    """The two headings of the results: the script shows one of them."""
    yield element("span", words("search.results"), class_="vh")
    yield element("span", words("search.some_results"), hidden=True)


def _write_templates(words: Words) -> Iterator[Markup]:
    """The messages that the script may show, each by its name, and one result."""
    for form, message in words.forms("search.found").items():
        yield _write_template(f"found-{form}", element("p", message))
    for form, message in words.forms("search.found_all").items():
        yield _write_template(f"all-{form}", element("p", message))
    yield _write_template("searching", element("p", words("search.searching")))
    help_ = words.marked("search.nothing_help", **_link_lists(words))
    nothing = words.marked("search.nothing", query="{query}")
    yield _write_template("nothing", element("p", nothing), element("p", help_, class_="help"))
    some = words.marked("search.some", query="{query}")
    help_ = words.marked("search.some_help", missing="{missing}", **_link_lists(words))
    yield _write_template("some", element("p", some), element("p", help_, class_="help"))
    failed = words.marked("search.failed_help", **_link_lists(words))
    yield _write_template("failed", element("p", words("search.failed")), element("p", failed, class_="help"))
    link, sections = element("h3", element("a")), element("ul", class_="sections")
    topics = element("p", element("span", words("search.result_topics")), " ", element("span"), class_="meta")
    result = element("li", stacked(link, element("p", class_="excerpt"), sections, topics))
    yield _write_template("result", result)


def _write_template(name: str, *shown: Markup) -> Markup:
    return element("template", *shown, data_says=name)


def _link_lists(words: Words) -> dict[str, Markup]:
    """Links to the lists of articles and topics, which need no search."""
    return {
        "articles": element("a", words("search.articles"), href=relative_link(SEARCH, ARTICLES)),
        "topics": element("a", words("search.all_the_topics"), href=relative_link(SEARCH, TOPICS)),
    }
