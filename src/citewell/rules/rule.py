"""What a rule is, and the decorators with which a rule's file makes one.

Each file beside this one is one check and names it ``rule``. Its docstring is its documentation: the first line says
what it finds, the rest why that matters and how to mend it; ``citewell explain CODE`` and ``handbook/rules.md`` print
it as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Diagnostic, Fix, Location, Severity
from citewell.model.facts import SiteFacts
from citewell.model.flaws import Flaw
from citewell.model.published import PublishedPage, PublishedSite
from citewell.model.site import Site


class Scope(StrEnum):
    """What a rule looks at: one article, the site as a whole, or one page as it is about to be published."""

    ARTICLE = "article"
    SITE = "site"
    PAGE = "published page"


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule about content may know besides what it looks at. ``today`` is given, never read from the clock."""

    site: Site
    facts: SiteFacts
    today: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Code and usual severity are put to it afterwards, unless it has a ``severity`` of its own."""

    location: Location
    message: str
    hint: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A check; ``name`` and ``documentation`` come from its file.

    ``at_release`` is the severity with ``--release``, for what depends on the date or the web.
    """

    code: str
    scope: Scope
    severity: Severity
    at_release: Severity
    check: Callable[[Any, Any], Iterable[Finding]]
    name: str = ""
    documentation: str = ""

    @property
    def summary(self) -> str:
        """What it finds, in a line."""
        return self.documentation.partition("\n")[0]

    def diagnose(self, subject: object, context: object, release: bool = False) -> Iterator[Diagnostic]:
        """Run the check on a subject of its scope and put code and severity to what it finds."""
        usual = self.at_release if release else self.severity
        for found in self.check(subject, context):
            severity = found.severity or usual
            yield Diagnostic(self.code, severity, found.location, found.message, found.hint, found.fix)


def article_rule(
    code: str, severity: Severity = Severity.ERROR, at_release: Severity | None = None
) -> Callable[[Callable[[NumberedArticle, Context], Iterable[Finding]]], Rule]:
    """A rule that looks at one article, or own page, at a time."""
    return lambda check: Rule(code, Scope.ARTICLE, severity, at_release or severity, check)


def site_rule(
    code: str, severity: Severity = Severity.ERROR, at_release: Severity | None = None
) -> Callable[[Callable[[Site, Context], Iterable[Finding]]], Rule]:
    """A rule that looks at the site as a whole."""
    return lambda check: Rule(code, Scope.SITE, severity, at_release or severity, check)


def page_rule(code: str) -> Callable[[Callable[[PublishedPage, PublishedSite], Iterable[Finding]]], Rule]:
    """A rule that looks at one built page before it is published; what it finds is always an error."""
    return lambda check: Rule(code, Scope.PAGE, Severity.ERROR, Severity.ERROR, check)


def flaw_rule(code: str, kinds: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Rule:
    """A rule that words what the reader noted.

    ``kinds`` are the kinds of flaw it is about, separated by spaces. ``message`` and ``hint`` may hold ``{detail}`` and
    ``{suggestion}``; a suggestion that neither holds takes the place of the hint.
    """
    wanted = frozenset(kinds.split())
    places_suggestion = "{suggestion}" in message + hint

    def check(site: Site, _context: Context) -> Iterator[Finding]:
        for flaw in all_flaws(site):
            if flaw.kind in wanted:
                words = {"detail": flaw.detail, "suggestion": flaw.suggestion}
                way_out = flaw.suggestion if flaw.suggestion and not places_suggestion else hint.format(**words)
                yield Finding(flaw.location, message.format(**words), way_out)

    return Rule(code, Scope.SITE, severity, severity, check)


def all_flaws(site: Site) -> Iterator[Flaw]:
    """Everything the reader noted: about the site, then document by document."""
    yield from site.flaws
    for document in site.documents:
        yield from document.flaws
