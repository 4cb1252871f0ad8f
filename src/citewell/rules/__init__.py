"""The checks, one a file, by families, and the walk that finds and runs them."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from inspect import getdoc
from itertools import chain
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.publishers import Bodies, find_publisher, normalise_publisher
from citewell.diagnostics import Diagnostic, Location, Severity
from citewell.model.article import Article
from citewell.model.facts import SiteFacts
from citewell.model.problems import AnyProblem
from citewell.model.references import Bibliography
from citewell.model.site import Settings
from citewell.rules.budget import within_budget
from citewell.rules.families import FAMILIES, Family
from citewell.rules.poison import Poisoned
from citewell.rules.problem_rule import ProblemContext, word_problems
from citewell.rules.rule import Finding, Rule, Scope, SiteContext


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
    return rules_in(f"{__name__}.{family.folder}", "rule")


def rules_in(package: str, attribute: str) -> tuple[Rule, ...]:
    """The rules in the files of a package, in the order of their codes.

    A file names its only rule ``attribute``, and is then its documentation; or several in ``rules``.
    """
    rules: list[Rule] = []
    for entry in pkgutil.iter_modules(import_module(package).__path__):
        module = import_module(f"{package}.{entry.name}")
        if hasattr(module, attribute):
            name, documentation = entry.name.replace("_", "-"), getdoc(module) or ""
            rules.append(replace(getattr(module, attribute), name=name, documentation=documentation))
        rules.extend(getattr(module, "rules", ()))
    return tuple(sorted(rules, key=lambda rule: rule.code))


class CheckOptions(NamedTuple):
    """What a check is asked for: ``release`` makes errors of what depends on the date or the web.

    With ``tidy`` it also finds what is not wrong but can be made tidier, with ``advise`` also advice.
    """

    release: bool = False
    tidy: bool = False
    advise: bool = False


USUAL_CHECK: Final = CheckOptions()


def check_article(context: ArticleContext, options: CheckOptions = USUAL_CHECK) -> list[Diagnostic]:
    """The findings about one document that depend on nothing but its own context, its problems in words among them."""
    article, rules = context.article, _choose_rules(context.settings, options)
    own = ProblemContext(article.source, context.settings, context.bibliography)
    found = chain(
        word_problems(article.problems, own, rules),
        (
            (rule, each)
            for rule in rules
            if rule.scope is Scope.ARTICLE
            for each in rule.check(context.numbered, context)
        ),
    )
    return _report(found, Poisoned((*article.problems, *_problems_of_use(article)), context.unread), options)


def join_article_findings(articles: Iterable[tuple[str, Iterable[Diagnostic]]]) -> Iterator[Diagnostic]:
    """The findings of articles, each with its path; those in a shared text only of the first article that has them."""
    reported: set[tuple[str, Location]] = set()
    for path, findings in articles:
        own = [each for each in findings if (each.code, each.location) not in reported]
        yield from own
        reported.update((each.code, each.location) for each in own if each.location.path != path)


def check_site(facts: SiteFacts, inputs: ContextBuilder, options: CheckOptions = USUAL_CHECK) -> list[Diagnostic]:
    """The findings about the site as a whole and what its articles share, its problems in words among them.

    ``inputs`` has worked out already what is known of the references.
    """
    site, rules = facts.site, _choose_rules(facts.site.settings, options)
    context = _site_context(facts, inputs)
    own = ProblemContext(None, site.settings, site.bibliography)
    found = chain(
        word_problems(site.problems, own, rules),
        *(
            word_problems(each.problems, ProblemContext(each.source, site.settings, site.bibliography), rules)
            for each in site.shared.values()
        ),
        _find(rules, Scope.SITE, site, context),
    )
    problems = (
        *site.problems,
        *(each for document in facts.documents for each in document.problems),
        *(each for shared in site.shared.values() for each in shared.problems),
    )
    return _report(found, Poisoned(problems), options)


def _problems_of_use(article: Article) -> Iterator[AnyProblem]:
    """The problems of the texts that an article uses: there, and where it uses them.

    So they leave as much unknown of the article as problems of its own; they are reported once, with the site's.
    """
    for use in article.shared:
        for problem in use.shared.problems:
            yield problem
            yield replace(problem, location=use.location)


def list_findings(found: Iterable[Diagnostic], options: CheckOptions = USUAL_CHECK) -> tuple[Diagnostic, ...]:
    """Findings in reading order, advice only if it was asked for.

    Of what one rule finds in one file the first are listed (``budget.py``); with ``tidy``, where fixes are about to be
    made, all that have one.
    """
    shown = (each for each in found if options.advise or each.severity is not Severity.ADVICE)
    return list_within_budget(shown, None, keep_fixes=options.tidy)


def _find(rules: Iterable[Rule], scope: Scope, subject: object, context: object) -> Iterator[tuple[Rule, Finding]]:
    """What the rules of a scope find by themselves in a subject."""
    return ((rule, found) for rule in rules if rule.scope is scope for found in rule.check(subject, context))


def _report(found: Iterable[tuple[Rule, Finding]], poisoned: Poisoned, options: CheckOptions) -> list[Diagnostic]:
    """The findings all of whose premises are known."""
    return [
        rule.report(each if not poisoned.spoils_any(each.fix_premises) else replace(each, fix=None), options.release)
        for rule, each in found
        if not poisoned.spoils_any(each.premises)
    ]


def _choose_rules(settings: Settings, options: CheckOptions) -> tuple[Rule, ...]:
    """The rules that are asked for, and that know the language of the site."""
    return tuple(
        rule
        for rule in discover()
        if not (
            (rule.tidies and not options.tidy)
            or (rule.advises and not options.advise)
            or (rule.english and not settings.is_english)
        )
    )


def _site_context(facts: SiteFacts, inputs: ContextBuilder) -> SiteContext:
    site = facts.site
    references = site.bibliography.references
    cited: Counter[str] = Counter()
    for document in facts.documents:
        cited.update({entry.key: entry.uses for entry in document.entries})
    return SiteContext(
        site,
        facts,
        inputs.today,
        inputs.known,
        cited,
        inputs.notices,
        frozenset(normalise_publisher(find_publisher(each)) for each in references.values()),
        Bodies(references.values()),
    )


def word_problem(problem: AnyProblem) -> Finding | None:
    """What the rule of its kind says of a problem outside an article; ``None`` where another one reports it."""
    rule = next(rule for rule in discover() if problem.kind in rule.problems)
    assert rule.word is not None, "a rule that is for a kind of problem words it"
    return rule.word(problem, ProblemContext(None, Settings(), Bibliography()))


def report_problems(problems: Iterable[AnyProblem]) -> tuple[Diagnostic, ...]:
    """The problems of a file outside the content as findings, in reading order; of many alike the first."""
    context = ProblemContext(None, Settings(), Bibliography())
    found = word_problems(problems, context, discover())
    return list_within_budget((rule.report(each) for rule, each in found), None)


def describe_problem(problem: AnyProblem) -> str:
    """A problem with a file or with YAML in a line, for a command that cannot go on because of it."""
    found = word_problem(problem)
    return found.message if found else str(problem.kind)


def list_within_budget(
    found: Iterable[Diagnostic], context: object, keep_fixes: bool = False
) -> tuple[Diagnostic, ...]:
    """Findings in reading order; where one rule found too many in one file, the first and how many more."""
    listed, left_out = within_budget(_in_order(found), keep_fixes)
    wording = (rule for rule in discover() if rule.scope is Scope.FINDINGS)
    more = [each for rule in wording for rest in left_out for each in rule.diagnose(rest, context)]
    return _in_order([*listed, *more])


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
