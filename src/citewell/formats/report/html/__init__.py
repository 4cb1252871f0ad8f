"""The report for people: one page that needs no other file, no script and no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from citewell.formats.report.html.criteria import list_criteria
from citewell.formats.report.html.parts import ReportSection
from citewell.formats.report.html.sections import list_report_sections
from citewell.markup import Markup, element, join
from citewell.messages.days import day

if TYPE_CHECKING:
    from citewell.team_report.figures import TeamReport

_STYLES: Final = Path(__file__).with_name("page.css")
#: The page may show itself, and load or run nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def format_report(report: TeamReport) -> Iterator[str]:
    """The lines of the page."""
    title = f"{report.site}: report to the team"
    sections = [*list_report_sections(report), *list_criteria(report)]
    head = (
        Markup('<meta charset="utf-8">'),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="Citewell report"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{title}, {day(report.day)}"),
        Markup(f"<style>\n{_STYLES.read_text(encoding='utf-8')}</style>"),
    )
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield element("head", join(head, "\n"))
    yield "<body>"
    yield element("a", "Skip to the figures", href="#figures", class_="skip")
    yield element("header", element("h1", title), element("p", f"Made on {day(report.day)}."))
    yield _make_contents(sections)
    yield '<main id="figures">'
    yield from (_make_section(each) for each in sections)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _make_contents(sections: list[ReportSection]) -> Markup:
    links = (element("li", element("a", each.title, href=f"#{each.id}")) for each in sections)
    heading = element("h2", "Contents", id="contents")
    return element("nav", heading, element("ul", join([*links], "\n")), aria_labelledby="contents")


def _make_section(section: ReportSection) -> Markup:
    heading = element("h2", section.title, id=f"{section.id}-heading")
    inside = join([heading, *section.content], "\n")
    return element("section", inside, id=section.id, aria_labelledby=f"{section.id}-heading")
