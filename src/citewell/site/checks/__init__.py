"""The build's test of itself: what a built page must be before it is published, one check a file, found by a walk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from citewell.diagnostics import Diagnostic, Severity
from citewell.model.published import PublishedPage, PublishedSite
from citewell.project import SITE
from citewell.rules import list_within_budget, rules_in
from citewell.rules.rule import Finding, Rule, Scope

LETTERS = "PUB"
"""What the codes of all checks begin with."""
TITLE = "The finished site, tested by the build itself"
PLEASE_REPORT = "this is a fault of the program or the theme, not of the content: please report it"


def page_check(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[PublishedPage, PublishedSite], Iterable[Finding]]], Rule]:
    """Make a check of a function that looks at one built page; its file names it ``check``."""
    return lambda check: Rule(code, Scope.PAGE, severity, severity, check)


@cache
def discover_checks() -> tuple[Rule, ...]:
    """Every check, in the order of their codes, with the name and documentation of its file."""
    return rules_in(__name__, "check")


def check_published(site: PublishedSite) -> tuple[Diagnostic, ...]:
    """All findings about a staged site; what many pages share, such as a style sheet, is reported once."""
    return list_within_budget(dict.fromkeys(_check_pages(site)), site)


def _check_pages(site: PublishedSite) -> Iterator[Diagnostic]:
    for page in site.read_pages():
        for check in discover_checks():
            yield from (_name_page(found, page) for found in check.diagnose(page, site))


def _name_page(found: Diagnostic, page: PublishedPage) -> Diagnostic:
    """A finding that also names the built page where its place is in the content."""
    if found.location.path.startswith(f"{SITE}/"):
        return found
    return replace(found, message=f"{found.message} ({SITE}/{page.path})")
