"""The checks, one a file, by families, and the walk that finds and runs them."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from inspect import getdoc
from itertools import chain

from citewell.citations.notices import notices_about
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import Bodies, find_publisher, normalise_publisher
from citewell.diagnostics import Diagnostic, Severity
from citewell.model.problems import AnyProblem
from citewell.model.references import Bibliography
from citewell.model.site import Settings, Site
from citewell.rules.budget import within_budget
from citewell.rules.facts import gather_facts
from citewell.rules.families import FAMILIES, Family
from citewell.rules.poison import Poisoned
from citewell.rules.problem_rule import ProblemContext, all_problems, find_in_problems
from citewell.rules.rule import Context, Finding, Rule, Scope


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


def check(
    site: Site,
    numbered: Sequence[NumberedArticle],
    today: date,
    release: bool = False,
    tidy: bool = False,
    advise: bool = False,
) -> tuple[Diagnostic, ...]:
    """All findings about the content, in reading order. ``numbered`` are the site's documents, each numbered.

    With ``tidy`` also what is no fault and can be made tidier, with ``advise`` also advice. Of what one rule finds in
    one file the first are listed (``budget.py``); with ``tidy``, where fixes are about to be made, all that have one.
    """
    context = _context(site, numbered, today)
    poisoned = Poisoned(all_problems(site))
    rules = tuple(rule for rule in discover() if _is_wanted(rule, site, tidy, advise))
    kept = (
        rule.report(found if not poisoned.spoils_any(found.fix_premises) else replace(found, fix=None), release)
        for rule, found in chain(find_in_problems(site, rules), _find(rules, site, numbered, context))
        if not poisoned.spoils_any(found.premises)
    )
    shown = (each for each in kept if advise or each.severity is not Severity.ADVICE)
    return list_within_budget(shown, context, keep_fixes=tidy)


def _is_wanted(rule: Rule, site: Site, tidy: bool, advise: bool) -> bool:
    """Whether a rule has anything to say in a run, and in the site's language."""
    return not (
        (rule.tidies and not tidy) or (rule.advises and not advise) or (rule.english and not site.settings.is_english)
    )


def _find(
    rules: Iterable[Rule], site: Site, numbered: Sequence[NumberedArticle], context: Context
) -> Iterator[tuple[Rule, Finding]]:
    """What rules find by themselves in the site and in each of its documents."""
    for rule in rules:
        subjects = {Scope.SITE: (site,), Scope.ARTICLE: numbered}.get(rule.scope, ())
        yield from ((rule, found) for subject in subjects for found in rule.check(subject, context))


def _context(site: Site, numbered: Sequence[NumberedArticle], today: date) -> Context:
    references = site.bibliography.references
    known = {key: locked for key, each in references.items() if (locked := site.lock.of(each)) is not None}
    cited: Counter[str] = Counter()
    for document in numbered:
        cited.update({entry.reference.key: len(entry.uses) for entry in document.entries})
    notices = {key: found for key, each in references.items() if (found := notices_about(each, site.lock))}
    publishers = frozenset(normalise_publisher(find_publisher(each)) for each in references.values())
    return Context(
        site,
        gather_facts(site),
        today,
        known,
        cited,
        notices,
        publishers,
        Bodies(references.values()),
    )


def word_problem(problem: AnyProblem) -> Finding | None:
    """What the rule of its kind says of a problem outside an article; ``None`` where another one reports it."""
    rule = next(rule for rule in discover() if problem.kind in rule.problems)
    assert rule.word is not None, "a rule that is for a kind of problem words it"
    return rule.word(problem, ProblemContext(None, Settings(), Bibliography()))


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
