"""Every reference of the site, with the articles and sentences that cite it: one page, or an index and its parts.

One page serves a reader best as long as it is short. On a large site it would grow with articles times references, so
it becomes an index, in which every reference keeps its id, and pages by letter with the full entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from citewell.citations.anchors import make_reference_anchor
from citewell.citations.entry import join_entry_text
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import EVIDENCE, SOURCES, relative_link
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.model.references import Reference
from citewell.render.alphabet import display_letter, initial_letter, letter_anchor, letter_links, sort_key
from citewell.render.bibliography import full_reference, in_parts
from citewell.render.cited_by import cited_by, how_often, lines
from citewell.render.evidence_page import checked_line
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.layout import spaced, stacked
from citewell.render.page import Meta, Page, page
from citewell.render.report import report
from citewell.render.site_map import Citing, SiteIndex
from citewell.render.source_parts import Part, split

PAGE_KIND: Final = PageKind(SOURCES, "sources.title", LinkedFrom.HEADER, order=40)
MOST_LINES: Final = 1500
"""References, articles and sentences that one page may list: about 400 KB, or 50 KB as it is sent."""
MOST_SENTENCES: Final = 20
"""The most sentences that a page by letter lists for one reference; they are in the articles, too."""


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The sources of the whole site in the order of their first words."""
    references = sorted(site_map.site.bibliography.references.values(), key=lambda each: _first_words(each, site_map))
    if sum(lines(_citing(each, site_map)) for each in references) <= MOST_LINES:
        yield _one_page(references, site_map)
        return
    parts = [
        part
        for letter, group in groupby(references, key=lambda each: _letter(each, site_map))
        for part in split(
            letter, [(each, lines(_citing(each, site_map), MOST_SENTENCES)) for each in group], MOST_LINES
        )
    ]
    yield _index(parts, site_map)
    yield from (_part_page(part, site_map) for part in parts)


def _one_page(references: Sequence[Reference], site_map: SiteIndex) -> Page:
    listed = _entries(SOURCES, references, site_map, None) if references else None
    meta, count = _hub(site_map), site_map.words.counted("sources.lead", len(references))
    above = (title(meta.title), lead(count), _help(SOURCES, references, site_map))
    return page(SOURCES, meta, [*above, listed, report(site_map, SOURCES, meta.title)])


def _help(here: str, references: Sequence[Reference], site_map: SiteIndex) -> Markup:
    """How many sources were checked, and what the words beside an entry mean where one of these was not."""
    unchecked = any(site_map.entries[each.key].locked is None for each in references)
    more = element("a", site_map.words("evidence.see"), href=relative_link(here, EVIDENCE))
    meaning = f" {site_map.words('status.unchecked_help')}" if unchecked else None
    return element("p", checked_line(site_map), " ", more, ".", meaning, class_="help")


def _index(parts: Sequence[Part], site_map: SiteIndex) -> Page:
    """Every reference in a line; links to it (``sources/#ref-key``) go on working."""
    letters = [(letter, list(group)) for letter, group in groupby(parts, key=lambda part: part.letter)]
    meta, words = _hub(site_map), site_map.words
    count = words.counted("sources.index_lead", sum(len(part.references) for part in parts))
    blocks: list[Markup | None] = [title(meta.title), lead(count)]
    blocks += [_help(SOURCES, [], site_map), letter_links((letter for letter, _ in letters), words)]
    for letter, own in letters:
        rows = (_row(each, part, site_map) for part in own for each in part.references)
        blocks += [
            heading(2, display_letter(letter, words), letter_anchor(letter)),
            element("ul", stacked(*rows), class_="index"),
        ]
    return page(SOURCES, meta, blocks)


def _row(reference: Reference, part: Part, site_map: SiteIndex) -> Markup:
    """A reference in the index: who and what, and how often it is used."""
    said, id_ = site_map.entries[reference.key].parts, make_reference_anchor(reference)
    named = element("span", said.before) if said.before else None
    link = element("a", said.title or reference.key, href=relative_link(SOURCES, part.address, id_))
    used = element("span", how_often(_citing(reference, site_map), site_map.words))
    return element("li", spaced(named, link, used), id=id_)


def _part_page(part: Part, site_map: SiteIndex) -> Page:
    """The sources under a letter, or some of them."""
    words = site_map.words
    under = "sources.under_part" if part.of > 1 else "sources.under"
    name = words(under, letter=display_letter(part.letter, words), part=part.number, parts=part.of)
    first, last = (_named(part.references[end], site_map) for end in (0, -1))
    between = words("sources.between", first=first, last=last) if first != last else words("sources.each")
    blocks = [
        title(name),
        lead(between),
        _help(part.address, part.references, site_map),
        _other_parts(part, words) if part.of > 1 else None,
        _entries(part.address, part.references, site_map, MOST_SENTENCES),
        report(site_map, part.address, name),
    ]
    return page(part.address, _meta(name, between, site_map, ((words("sources.title"), SOURCES),)), blocks)


def _other_parts(part: Part, words: Words) -> Markup:
    """Links to the parts of a letter; the part itself is named without one."""
    items = []
    for number in range(1, part.of + 1):
        there = relative_link(part.address, part.sibling(number))
        link = element("b", str(number)) if number == part.number else element("a", str(number), href=there)
        items.append(element("li", link))
    name = words("sources.parts")
    return element("div", element("ul", stacked(*items)), class_="jump", role="navigation", aria_label=name)


def _entries(here: str, references: Sequence[Reference], site_map: SiteIndex, most: int | None) -> Markup:
    items = (
        element(
            "li",
            in_parts(
                site_map.entries[each.key].work,
                site_map.entries[each.key].status,
                stacked(
                    cited_by(here, _citing(each, site_map), site_map.words, most),
                    full_reference(each, site_map.words),
                ),
            ),
            id=make_reference_anchor(each),
        )
        for each in references
    )
    return element("ul", stacked(*items), class_="entries")


def _citing(reference: Reference, site_map: SiteIndex) -> Sequence[Citing]:
    return site_map.citing.get(reference.key, ())


def _first_words(reference: Reference, site_map: SiteIndex) -> tuple[bool, str, str]:
    words_of_it = sort_key(join_entry_text(site_map.entries[reference.key].parts))
    return bool(initial_letter(words_of_it)), words_of_it, reference.key


def _letter(reference: Reference, site_map: SiteIndex) -> str:
    return initial_letter(_first_words(reference, site_map)[1])


def _named(reference: Reference, site_map: SiteIndex) -> str:
    """The words by which a reader finds a reference in the list: its first author or, without one, its title."""
    said = site_map.entries[reference.key].parts
    return (said.before.partition(",")[0] or said.title or reference.key).rstrip(".")


def _hub(site_map: SiteIndex) -> Meta:
    return _meta(site_map.words("sources.title"), site_map.words("sources.description"), site_map)


def _meta(name: str, description: str, site_map: SiteIndex, breadcrumb: Sequence[tuple[str, str]] = ()) -> Meta:
    demonstration = site_map.site.settings.demonstration
    return Meta(name, description, "sources", demonstration, section=SOURCES, breadcrumb=breadcrumb)
