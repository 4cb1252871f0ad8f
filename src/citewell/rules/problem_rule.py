"""Rules that put problems into words, and the one pass that hands each problem to the rule of its kind.

Every kind of problem is worded by one rule. ``problem_rule`` makes a rule that does nothing else; ``words_problems``
adds such words to a rule that finds things of its own, too. mypy compares the function with the facts that it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from citewell.diagnostics import Fix, Severity
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.references import Bibliography
from citewell.model.site import Settings
from citewell.model.source_location import SourceText
from citewell.rules.rule import Finding, Rule, Scope

F = TypeVar("F", bound=Facts)
"""The facts that a rule words."""


@dataclass(frozen=True, slots=True)
class ProblemContext:
    """What a rule may know besides the problem: the text of the article it is in, if it is in one, and the site's."""

    source: SourceText | None
    settings: Settings
    bibliography: Bibliography


Word: TypeAlias = Callable[[Problem[F], ProblemContext], Finding | None]
"""Puts a problem into words; ``None`` for one that another rule reports."""
Text: TypeAlias = str | Callable[[F], str]
"""A message or hint: the same for every problem of its kind, or made of the facts."""


def problem_rule(
    code: str, *kinds: type[F], message: Text[F], hint: Text[F], severity: Severity = Severity.ERROR
) -> Rule:
    """A rule that words problems of some kinds by their facts alone."""

    def word(problem: Problem[F], _context: ProblemContext) -> Finding:
        return Finding(problem.location, _text(message, problem.facts), _text(hint, problem.facts))

    return wording_rule(code, *kinds, severity=severity)(word)


def wording_rule(code: str, *kinds: type[F], severity: Severity = Severity.ERROR) -> Callable[[Word[F]], Rule]:
    """A rule that words problems of some kinds one by one, for a function that does so."""
    return lambda word: words_problems(*kinds, word=word)(Rule(code, Scope.PROBLEM, severity, severity, _find_nothing))


def words_problems(*kinds: type[F], word: Word[F]) -> Callable[[Rule], Rule]:
    """Says of a rule that finds things of its own that it also words problems of some kinds."""
    return lambda rule: replace(rule, problems=frozenset(each.kind for each in kinds), word=word)


def repair(problem: AnyProblem, title: str) -> Fix | None:
    """The fix that the reader is sure of, if there is one, with its title."""
    return Fix(title, problem.fix.location, problem.fix.text) if problem.fix else None


def word_problems(
    problems: Iterable[AnyProblem], context: ProblemContext, rules: Iterable[Rule]
) -> Iterator[tuple[Rule, Finding]]:
    """What rules say of problems, each problem handed once to the rule of its kind."""
    by_kind = {kind: rule for rule in rules for kind in rule.problems}
    for problem in problems:
        rule = by_kind.get(problem.kind)
        found = rule.word(problem, context) if rule and rule.word else None
        if rule and found:
            yield rule, found


def _text(text: Text[F], facts: F) -> str:
    return text if isinstance(text, str) else text(facts)


def _find_nothing(_subject: Any, _context: Any) -> tuple[Finding, ...]:
    return ()
