"""The state of the sources: what the online checks found, and the statements that rely on a source with a problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from citewell.citations.anchors import make_reference_anchor, make_use_anchor
from citewell.citations.entry import make_page_entry
from citewell.citations.impact import Statement, list_authors, list_statements
from citewell.citations.reference_status import has_problem
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import EVIDENCE, SOURCES, address_of, relative_link
from citewell.model.evidence import BAD, LockedQuote, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.facts import Card
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.model.references import Reference
from citewell.render import quotes
from citewell.render.alphabet import sort_key
from citewell.render.bibliography import in_parts
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.layout import spaced, stacked
from citewell.render.page import Meta, Page, page
from citewell.render.reference_status import icon_of_notice, icon_of_verdict
from citewell.render.report import report
from citewell.render.site_map import SiteIndex

PAGE_KIND: Final = PageKind(EVIDENCE, "evidence.title", LinkedFrom.FOOTER, order=50)
MOST_OPEN: Final = 10
"""Sources with a problem whose statements are shown at once; of more a page would be a scroll without an end."""
MOST_LINES: Final = 1500
"""Statements that the page lists, as on the pages of sources; the sources after those are lines in a list."""


@dataclass(frozen=True, slots=True)
class _Troubled:
    """A source with a problem, and the statements that rest on it."""

    reference: Reference
    locked: LockedReference | None
    statements: Sequence[Statement]
    notices: Sequence[Notice] = ()
    lost: Sequence[LockedQuote] = ()

    @property
    def bad(self) -> bool:
        return self.locked is not None and self.locked.for_readers in BAD


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The page ``evidence/``; ``Statement.only`` means there that all sources of a statement have a problem."""
    words = site_map.words
    name = words("evidence.title")
    blocks: list[Markup | None] = [
        title(name),
        lead(checked_line(site_map)),
        element("p", words("evidence.what_a_check_is"), " ", words("evidence.people_judge")),
        element("p", words("evidence.until_then")) if site_map.entries and not any(_list_locked(site_map)) else None,
        *_sums(site_map),
        *_trouble(site_map),
        report(site_map, EVIDENCE, name),
    ]
    demonstration = site_map.site.settings.demonstration
    breadcrumb = ((words("sources.title"), SOURCES),)
    description = words("evidence.description")
    meta = Meta(name, description, "evidence", demonstration, section=SOURCES, breadcrumb=breadcrumb)
    yield page(EVIDENCE, meta, blocks)


def checked_line(site_map: SiteIndex) -> str:
    """How many sources of the bibliography were checked on the web, and when last."""
    days = [locked.checked for locked in _list_locked(site_map) if locked.reached]
    words, checked, count = site_map.words, len(days), len(site_map.entries)
    if count == 0:
        return words("evidence.no_sources")
    if not days:
        return words.counted("evidence.none_checked", count)
    last = words.day(max(days))
    if checked == count:
        return words.counted("evidence.all_checked", count, day=last)
    sources = words.counted("articles.sources", count)
    return words.counted("evidence.some_checked", checked, sources=sources, day=last)


def _list_locked(site_map: SiteIndex) -> Iterator[LockedReference]:
    return (each.locked for each in site_map.entries.values() if each.locked)


def _sums(site_map: SiteIndex) -> Iterator[Markup]:
    """How many sources have each verdict and each notice, what is best first."""
    known, counted = list(_list_locked(site_map)), site_map.words.counted
    notices = Counter(kind for each in site_map.entries.values() for kind in {notice.kind for notice in each.notices})
    if not known and not notices:
        return
    verdicts = Counter(locked.for_readers for locked in known)
    unchecked = len(site_map.entries) - len(known)
    lost = sum(bool(_lost(key, site_map)) for key in site_map.entries)
    rows = [
        *((icon_of_verdict(verdict), f"status_sum.{verdict}", verdicts[verdict]) for verdict in _order()),
        ("unchecked", "evidence.unchecked", unchecked),
        *((icon_of_notice(kind), f"notice_sum.{kind}", notices[kind]) for kind in NoticeKind),
        ("broken", "evidence.quotes_lost", lost),
    ]
    yield heading(2, site_map.words("evidence.sums"), "checks")
    items = (element("li", element("span", counted(said, number), class_=of)) for of, said, number in rows if number)
    yield element("ul", stacked(*items), class_="sums")


def _order() -> list[Verdict]:
    """The verdicts, those with which a source can carry no statement last."""
    return sorted(Verdict, key=lambda verdict: verdict in BAD)


def _trouble(site_map: SiteIndex) -> Iterator[Markup]:
    """The sources with a problem, the gravest first."""
    troubled, words = sorted(_troubled(site_map), key=_gravity), site_map.words
    if not troubled:
        if any(_list_locked(site_map)):
            yield element("p", words("evidence.no_problems"))
        return
    full = _in_full(troubled)
    yield heading(2, words("evidence.problems"), "problems")
    yield element("p", _depending(troubled, words), " ", words("evidence.problems_help"))
    opened = len(troubled) <= MOST_OPEN
    entries = (_entry(each, site_map, opened) for each in troubled[:full])
    yield element("ul", stacked(*entries), class_="entries")
    if troubled[full:]:
        yield heading(2, words("evidence.more_problems"), "more-problems")
        yield element("p", words("evidence.more_problems_help"))
        yield element("ul", stacked(*(_row(each, words) for each in troubled[full:])), class_="index")


def _troubled(site_map: SiteIndex) -> Iterator[_Troubled]:
    references = site_map.site.bibliography.references
    lost = {key: _lost(key, site_map) for key in site_map.entries}
    found = {key: each for key, each in site_map.entries.items() if has_problem(each.locked, each.notices, lost[key])}
    resting: dict[str, list[Statement]] = {key: [] for key in found}
    for document in (*site_map.articles, *site_map.pages):
        for statement in list_statements(document, found):
            for key in statement.keys:
                resting[key].append(statement)
    return (
        _Troubled(references[key], each.locked, resting[key], each.notices, lost[key]) for key, each in found.items()
    )


def _lost(key: str, site_map: SiteIndex) -> tuple[LockedQuote, ...]:
    """The words of a source that published pages pin, and that are no longer there."""
    locked = site_map.entries[key].locked
    if locked is None or not locked.quotes:
        return ()
    pins = (pin for citing in site_map.citing.get(key, ()) for pin in citing.document.pins)
    return quotes.lost_quotes((pin.text for pin in pins if pin.key == key and pin.text), locked)


def _gravity(troubled: _Troubled) -> tuple[bool, bool, bool, str, str]:
    """What sorts the gravest first: a retraction, then a lost page, then what is known to be out of date."""
    kinds = {notice.kind for notice in troubled.notices}
    mild = kinds <= {NoticeKind.CORRECTION}
    named = sort_key(make_page_entry(troubled.reference).title)
    return NoticeKind.RETRACTION not in kinds, not troubled.bad, mild, named, troubled.reference.key


def _in_full(troubled: Sequence[_Troubled]) -> int:
    """How many sources are shown with the statements that rest on them."""
    room = MOST_LINES
    for position, each in enumerate(troubled):
        room -= 1 + len(each.statements)
        if room < 0 and position:
            return position
    return len(troubled)


def _depending(troubled: Sequence[_Troubled], words: Words) -> str:
    """How much rests on all of them, each statement counted once."""
    resting = {(_path(each), each.claim.id): each for own in troubled for each in own.statements}
    alone = sum(each.only for each in resting.values())
    if not resting:
        return words("evidence.nothing_rests_on_them")
    pages = words.counted("evidence.pages", len({path for path, _ in resting}))
    said = words.counted("evidence.rest_on_them", len(resting), pages=pages)
    if not alone:
        return words("evidence.rest_elsewhere_too", said=said)
    return words("evidence.rest_on_them_alone", said=said, alone=_alone(len(resting), alone, words))


def _resting_on(troubled: _Troubled, words: Words) -> str:
    """How much rests on one source."""
    if not troubled.statements:
        return words("evidence.nothing_rests")
    count, alone = len(troubled.statements), sum(each.only for each in troubled.statements)
    said = words.counted("evidence.rest_on_it", count)
    return words("evidence.rest_on_it_alone", said=said, alone=_alone(count, alone, words)) if alone else said


def _alone(statements: int, alone: int, words: Words) -> str:
    """How many of some statements have no source without a problem."""
    return words.counted("evidence.all_alone" if statements == alone else "evidence.some_alone", alone)


def _path(statement: Statement) -> str:
    return statement.document.path


def _entry(troubled: _Troubled, site_map: SiteIndex, opened: bool) -> Markup:
    printed = site_map.entries[troubled.reference.key]
    lost = None
    if troubled.locked:
        lost = quotes.show(troubled.lost, troubled.reference, troubled.locked, printed.href, site_map.words)
    more = stacked(lost, _resting(troubled, site_map, opened))
    return element("li", in_parts(printed.work, printed.status, more), id=make_reference_anchor(troubled.reference))


def _resting(troubled: _Troubled, site_map: SiteIndex, opened: bool) -> Markup:
    """The statements that rely on a source, under the page that contains each."""
    said = _resting_on(troubled, site_map.words)
    if not troubled.statements:
        return element("p", said, class_="cited")
    summary = element("summary", said)
    items = (_document(troubled.reference, list(own), site_map) for _, own in groupby(troubled.statements, key=_path))
    return element("details", stacked(summary, element("ul", stacked(*items))), class_="cited", open=opened)


def _document(reference: Reference, own: Sequence[Statement], site_map: SiteIndex) -> Markup:
    """A page, who wrote it, and its statements."""
    document = own[0].document
    there = relative_link(EVIDENCE, address_of(document))
    link = element("a", document.title, href=f"{there}#{make_reference_anchor(reference)}")
    uses = next(each.uses for each in site_map.citing[reference.key] if each.document is document)
    rows = []
    for statement in own:
        use = dict(statement.claim.cited)[reference.key]
        href = f"{there}#{make_use_anchor(reference, use + 1)}"
        alone = element("b", site_map.words("evidence.only_such")) if statement.only else None
        rows.append(element("li", spaced(element("a", uses[use] or statement.claim.text, href=href), alone)))
    return element("li", stacked(spaced(link, _signed(document, site_map)), element("ul", stacked(*rows))))


def _signed(document: Card, site_map: SiteIndex) -> Markup | None:
    names = [name for _, name in list_authors(document, site_map.site.people)]
    if not names:
        return None
    return element("span", site_map.words("evidence.written_by", names=site_map.words.listed(names)))


def _row(troubled: _Troubled, words: Words) -> Markup:
    """A source in the list of those for which there is no more room."""
    reference = troubled.reference
    named = make_page_entry(reference).title or reference.key
    link = element("a", named, href=relative_link(EVIDENCE, SOURCES, make_reference_anchor(reference)))
    return element("li", spaced(link, element("span", _resting_on(troubled, words))))
