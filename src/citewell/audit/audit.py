"""The audit of a built site: each page is opened once and looked at in every width and in both schemes of colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Error

from citewell.audit.browser import open_window, run_chromium
from citewell.audit.checks import AuditContext, Look, discover_browser_checks
from citewell.audit.checks.overflow import APPLY, STRESSES
from citewell.audit.pages import BuiltPage, read_source
from citewell.audit.server import serve_site
from citewell.audit.style_sheets import OwnStyles, find_own_styles
from citewell.audit.window import View, Window
from citewell.diagnostics import Diagnostic
from citewell.errors import AuditFailed
from citewell.project import SITE, Project
from citewell.rules import list_within_budget

if TYPE_CHECKING:
    from collections.abc import Callable

#: The smallest window of WCAG 2.2 (1.4.10), a usual phone, and a desktop; CSS pixels.
WIDTHS: Final = (320, 360, 1280)
#: Those at which slow checks look.
THOROUGH: Final = (WIDTHS[0], WIDTHS[-1])
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
# What a check that is not about colours could see: which elements are shown, and where.
BOXES: Final = """[...document.querySelectorAll('*')].map(each => {
    const box = each.getBoundingClientRect();
    const isSeen = each.checkVisibility({visibilityProperty: true, opacityProperty: true});
    return [isSeen, box.x, box.y, box.width, box.height];
}).join('\\n')"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding, and the page and the view in which it was seen."""

    diagnostic: Diagnostic
    page: BuiltPage
    view: View


def audit_site(
    project: Project,
    pages: Sequence[BuiltPage],
    context: AuditContext,
    program: str,
    note: Callable[[str], None] = lambda _page: None,
) -> tuple[Diagnostic, ...]:
    """All findings about these pages of ``site/``; ``note`` is called with the address of each before it is opened.

    ``program`` is the path of Chromium. Raises ``AuditFailed`` if it does not start or a page does not open.
    """
    base = urlsplit(context.settings.address or "").path or "/"
    seen: list[Seen] = []
    with serve_site(project.site, base) as origin, run_chromium(program) as browser:
        window = open_window(browser, View())
        window.origin = origin
        styles = find_own_styles(project)
        for page in pages:
            note(page.address)
            seen += _audit_page(page, window, styles, project, context)
    return list_within_budget(_join_seen(seen), context)


def _audit_page(
    page: BuiltPage, window: Window, styles: OwnStyles, project: Project, context: AuditContext
) -> Iterator[Seen]:
    """What is found in one page, in each view."""
    source = read_source(page, project)
    try:
        window.show_as(View(WIDTHS[0], reduced_motion=True))
        window.load(window.origin + page.address)
        window.ask(APPLY, STRESSES["as it is"])  # opens what folds, as it does before each look
        for width in WIDTHS:
            boxes = ""
            for scheme in SCHEMES:
                view = View(width, scheme=scheme, reduced_motion=True)  # or colours would still be on their way
                window.show_as(view)
                before, boxes = boxes, window.ask(BOXES)
                look = Look(window, view, source, before == boxes, thorough=width in THOROUGH)
                yield from (Seen(found, page, view) for found in _look(look, styles, context))
    except Error as error:
        raise AuditFailed(f"{SITE}/{page.path}: {error.message.splitlines()[0]}", "please report it") from error


def _look(look: Look, styles: OwnStyles, context: AuditContext) -> Iterator[Diagnostic]:
    """What the checks find; where it is gone without a style sheet of the site, that is the place of the finding."""
    for check in discover_browser_checks():
        diagnose = partial(check.diagnose, look, context)
        yield from styles.attribute([*diagnose()], look.window, diagnose)


def _join_seen(seen: Iterable[Seen]) -> Iterator[Diagnostic]:
    """One finding for each fault, which says on which pages and in which views it was seen."""
    together: dict[Diagnostic, list[Seen]] = {}
    for each in seen:
        together.setdefault(each.diagnostic, []).append(each)
    for diagnostic, places in together.items():
        yield replace(diagnostic, message=f"{diagnostic.message} ({_describe_places(places)})")


def _describe_places(places: Sequence[Seen]) -> str:
    pages = list(dict.fromkeys(str(each.page.path) for each in places))
    widths = sorted({each.view.width for each in places})
    schemes = [scheme for scheme in SCHEMES if any(each.view.scheme == scheme for each in places)]
    more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
    return f"{SITE}/{pages[0]}{more}; {', '.join(map(str, widths))} px, {' and '.join(schemes)}"
