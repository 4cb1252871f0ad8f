"""What a rule is, and the decorators with which a rule's file makes one.

A file of a family is one check and names it ``rule``. Its docstring is its documentation: the first line says what it
finds, the rest why that matters and how to fix it; ``citewell explain CODE`` and ``handbook/rules.md`` print it as it
is. Checks that differ in a few words share a file, which names them ``rules``, each with its name and documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from inspect import cleandoc
from itertools import islice
from typing import Any, Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import Bodies
from citewell.diagnostics import Diagnostic, Fix, Location, Severity
from citewell.model.evidence import LockedReference, Notice
from citewell.model.facts import SiteFacts
from citewell.model.problems import Problem, ProblemKind
from citewell.model.site import Site
from citewell.rules.budget import LeftOut
from citewell.rules.poison import Premise

_SHOWN: Final = 60
_LISTED: Final = 20


class Scope(StrEnum):
    """What a rule looks at: problems, an article, the site, a built page, one in a browser, or findings not listed."""

    PROBLEM = "problem"
    ARTICLE = "article"
    SITE = "site"
    PAGE = "published page"
    WINDOW = "page in a browser"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What a rule about the site as a whole may know; ``today`` is given, never read from the clock.

    ``facts`` are the cards of all documents. ``known`` is the result of the online check of each reference, by key, if
    it still holds; ``cited`` says how often the site's documents use each reference, and ``notices`` the notices about
    its work, if there are any. ``publishers`` are those of all references, as ``normalise_publisher`` names them,
    ``bodies`` their organisations.
    """

    site: Site
    facts: SiteFacts
    today: date
    known: Mapping[str, LockedReference]
    cited: Mapping[str, int]
    notices: Mapping[str, tuple[Notice, ...]]
    publishers: frozenset[str]
    bodies: Bodies


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Code and usual severity are put to it afterwards, unless it has a ``severity`` of its own.

    It is dropped where a problem leaves one of its ``premises`` unknown, and its fix where one of ``fix_premises`` is.
    """

    location: Location
    message: str
    hint: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None
    premises: tuple[Premise, ...] = ()
    fix_premises: tuple[Premise, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check; ``name`` and ``documentation`` come from its file.

    ``at_release`` is the severity with ``--release``, for what depends on the date or the web. ``problems`` are the
    kinds of problem that it puts into words, with ``word``; every kind is worded by one rule. ``fixable`` says that
    some of its findings have a fix. A rule that ``tidies`` finds what is not wrong but can be tidier; all of
    that has a fix, and it is only looked for where fixes are made. ``english`` says that it knows English only, so it
    does not run on a site in another language.
    """

    code: str
    scope: Scope
    severity: Severity
    at_release: Severity
    check: Callable[[Any, Any], Iterable[Finding]]
    problems: frozenset[ProblemKind] = frozenset()
    word: Callable[[Problem[Any], Any], Finding | None] | None = None
    fixable: bool = False
    tidies: bool = False
    english: bool = False
    name: str = ""
    documentation: str = ""

    @property
    def advises(self) -> bool:
        """Whether all it finds is advice, so that it need not run where nobody asked for any."""
        return self.severity is Severity.ADVICE

    @property
    def summary(self) -> str:
        """What it finds, in a line."""
        return self.documentation.partition("\n")[0]

    def diagnose(self, subject: object, context: object, release: bool = False) -> Iterator[Diagnostic]:
        """Run the check on a subject of its scope and put code and severity to what it finds."""
        return (self.report(found, release) for found in self.check(subject, context))

    def report(self, found: Finding, release: bool = False) -> Diagnostic:
        """A finding with the code and, unless it has its own, the severity of the rule."""
        severity = found.severity or (self.at_release if release else self.severity)
        return Diagnostic(self.code, severity, found.location, found.message, found.hint, found.fix)


def article_rule(
    code: str, severity: Severity = Severity.ERROR, at_release: Severity | None = None
) -> Callable[[Callable[[NumberedArticle, ArticleContext], Iterable[Finding]]], Rule]:
    """A rule that looks at one article, or own page, at a time, and knows of everything else only what concerns it."""
    return lambda check: Rule(code, Scope.ARTICLE, severity, at_release or severity, check)


def site_rule(
    code: str, severity: Severity = Severity.ERROR, at_release: Severity | None = None
) -> Callable[[Callable[[Site, SiteContext], Iterable[Finding]]], Rule]:
    """A rule that looks at the site as a whole."""
    return lambda check: Rule(code, Scope.SITE, severity, at_release or severity, check)


def findings_rule(code: str) -> Callable[[Callable[[LeftOut, object], Iterable[Finding]]], Rule]:
    """A rule that looks at what another found too often to be listed; each finding says how grave it is."""
    return lambda check: Rule(code, Scope.FINDINGS, Severity.ERROR, Severity.ERROR, check)


def describe_rule(rule: Rule, name: str, documentation: str) -> Rule:
    """A rule of a module that holds several (``rules``): its name and documentation, which no file of its own gives."""
    return replace(rule, name=name, documentation=cleandoc(documentation))


def fixable(rule: Rule) -> Rule:
    """Says of a rule that some of its findings have a fix; ``citewell check --fix`` makes it."""
    return replace(rule, fixable=True)


def tidying(rule: Rule) -> Rule:
    """Says of a rule that it finds nothing wrong, and that ``citewell check --fix`` still has something to do."""
    return replace(rule, fixable=True, tidies=True)


def of_english(rule: Rule) -> Rule:
    """Says of a rule that it goes by words of English, or by what was measured on English texts."""
    return replace(rule, english=True)


def shortened(text: str) -> str:
    """The beginning of a text in one line, for a message that quotes it."""
    first, *more = text.strip().split("\n", 1)
    first = " ".join(first.split())
    if len(first) <= _SHOWN:
        return f"{first} …" if more else first
    return f"{first[:_SHOWN].rstrip()} …"


def listed(names: Collection[str], between: str = ", ") -> str:
    """The first names of a list, for a message that offers them; what is left out is counted."""
    more = len(names) - _LISTED
    return between.join(islice(names, _LISTED)) + (f" and {more:,} more" if more > 0 else "")
