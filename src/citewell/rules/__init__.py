"""The checks, one a file, by families, and the walk that finds and runs them."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from inspect import getdoc
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.publishers import Bodies, find_publisher, normalise_publisher
from citewell.diagnostics import Diagnostic, Severity
from citewell.model.facts import SiteFacts
from citewell.model.published import PublishedPage, PublishedSite
from citewell.model.site import Settings
from citewell.rules.budget import within_budget
from citewell.rules.families import FAMILIES, Family
from citewell.rules.missing import unread_places
from citewell.rules.rule import Context, Rule, Scope


@cache
def discover() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes, with the name and documentation of its file."""
    found = (rule for family in FAMILIES for rule in rules_of(family))
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def rules_of(family: Family) -> tuple[Rule, ...]:
    """The rules of a family, in the order of their codes.

    A file holds one ``rule``, several ``rules``, or what several of them share.
    """
    package = import_module(f"{__name__}.{family.folder}")
    rules = []
    for entry in pkgutil.iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{entry.name}")
        if hasattr(module, "rule"):
            rules.append(replace(module.rule, name=entry.name.replace("_", "-"), documentation=getdoc(module) or ""))
        rules.extend(getattr(module, "rules", ()))
    return tuple(sorted(rules, key=lambda rule: rule.code))


class CheckOptions(NamedTuple):
    """What a check is asked for: ``release`` makes errors of what depends on the date or the web.

    With ``tidy`` it also finds what is no fault and can be made tidier, with ``advise`` also advice.
    """

    release: bool = False
    tidy: bool = False
    advise: bool = False


USUAL_CHECK: Final = CheckOptions()


def check_article(context: ArticleContext, options: CheckOptions = USUAL_CHECK) -> list[Diagnostic]:
    """The findings about one document that depend on nothing but its own context."""
    found: list[Diagnostic] = []
    for rule in _chosen_rules(Scope.ARTICLE, context.settings, options):
        found.extend(rule.diagnose(context.numbered, context, options.release))
    return found


def check_site(facts: SiteFacts, inputs: ContextBuilder, options: CheckOptions = USUAL_CHECK) -> list[Diagnostic]:
    """The findings about the site as a whole, and about what its articles share.

    ``inputs`` has worked out already what is known of the references.
    """
    context = _site_context(facts, inputs)
    found: list[Diagnostic] = []
    for rule in _chosen_rules(Scope.SITE, facts.site.settings, options):
        found.extend(rule.diagnose(facts.site, context, options.release))
    return found


def list_findings(found: Iterable[Diagnostic], options: CheckOptions = USUAL_CHECK) -> tuple[Diagnostic, ...]:
    """Findings in reading order, advice only if it was asked for.

    Of what one rule finds in one file the first are listed (``budget.py``); with ``tidy``, where fixes are about to be
    made, all that have one.
    """
    shown = (each for each in found if options.advise or each.severity is not Severity.ADVICE)
    return _listed(shown, None, keep_fixes=options.tidy)


def _chosen_rules(scope: Scope, settings: Settings, options: CheckOptions) -> Iterator[Rule]:
    """The rules of a scope that are asked for, and that know the language of the site."""
    for rule in discover():
        if rule.scope is scope and not (
            (rule.tidies and not options.tidy)
            or (rule.advises and not options.advise)
            or (rule.english and not settings.is_english)
        ):
            yield rule


def _site_context(facts: SiteFacts, inputs: ContextBuilder) -> Context:
    site = facts.site
    references = site.bibliography.references
    cited: Counter[str] = Counter()
    for document in facts.documents:
        cited.update({entry.key: entry.uses for entry in document.entries})
    return Context(
        site,
        facts,
        inputs.today,
        inputs.known,
        cited,
        inputs.notices,
        unread_places(site.flaws),
        frozenset(normalise_publisher(find_publisher(each)) for each in references.values()),
        Bodies(references.values()),
    )


def check_published(site: PublishedSite) -> tuple[Diagnostic, ...]:
    """All findings about a staged site; what many pages share, such as a stylesheet, is reported once."""
    return _listed(dict.fromkeys(_page_findings(site)), site)


def _page_findings(site: PublishedSite) -> Iterator[Diagnostic]:
    for rule in discover():
        if rule.scope is Scope.PAGE:
            for page in site.pages.values():
                yield from (_on_page(found, page) for found in rule.diagnose(page, site))


def _on_page(found: Diagnostic, page: PublishedPage) -> Diagnostic:
    """A finding about a built page, which names the page, too, where its place is in the content."""
    seen = f"site/{page.path}"
    return found if found.location.path.startswith("site/") else replace(found, message=f"{found.message} ({seen})")


def _listed(found: Iterable[Diagnostic], context: object, keep_fixes: bool = False) -> tuple[Diagnostic, ...]:
    """Findings in reading order; where one rule found too many in one file, the first and how many more."""
    listed, left_out = within_budget(_in_order(found), keep_fixes)
    wording = (rule for rule in discover() if rule.scope is Scope.FINDINGS)
    more = [each for rule in wording for rest in left_out for each in rule.diagnose(rest, context)]
    return _in_order([*listed, *more])


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
