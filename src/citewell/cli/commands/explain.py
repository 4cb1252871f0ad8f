"""Explain a rule, or list them all.

What is shown is the rule's own documentation, the same as in the handbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from shutil import get_terminal_size
from typing import Final

import click

from citewell.audit.checks import BROWSER_LETTERS, BROWSER_TITLE, discover_browser_checks
from citewell.cli import options
from citewell.cli.reflow import reflow
from citewell.cli.terminal import write_lines
from citewell.rules import discover, rules_of
from citewell.rules.families import FAMILIES
from citewell.rules.handbook import fix_note
from citewell.rules.rule import Rule
from citewell.site.checks import LETTERS, TITLE, discover_checks

EPILOG = """\b
Examples:
  citewell explain            every rule, a line each
  citewell explain CIT001     one rule
"""


@click.command("explain", epilog=EPILOG)
@click.argument("code", required=False)
@options.debug
def command(code: str | None) -> int:
    """Explain a rule: what it finds, why that matters, how to fix it.

    CODE is the code in brackets in a finding, such as CIT001; you can also give the name of a rule. Without a CODE, all
    rules are listed.

    Exit codes: 0 explained, 2 there is no such rule.
    """
    rules = (*discover(), *discover_checks(), *discover_browser_checks())
    width = min(get_terminal_size().columns, 100)
    if code is None:
        write_lines(_list_rules(width))
        return 0
    asked = code.strip("[] ").lower()
    for rule in rules:
        if asked in (rule.code.lower(), rule.name):
            write_lines(_explain_rule(rule, width))
            return 0
    raise click.UsageError(_describe_unknown_rule(code, asked, rules))


def _list_rules(width: int) -> Iterator[str]:
    families = [(family.letters, family.title, rules_of(family)) for family in FAMILIES]
    built = (LETTERS, TITLE, discover_checks())
    opened = (BROWSER_LETTERS, BROWSER_TITLE, discover_browser_checks())
    for letters, title, rules in (*families, built, opened):
        yield click.style(f"{letters}  {title}", bold=True)
        for rule in rules:
            yield from reflow(f"- {rule.code}  {_simplify_backticks(rule.summary)}", width, "  ")
        yield ""
    yield "citewell explain CODE says why a rule matters, and how to fix what it finds."


def _explain_rule(rule: Rule, width: int) -> Iterator[str]:
    yield f"{click.style(f'{rule.code} {rule.name}', bold=True)} ({_describe_severity(rule)})"
    yield ""
    yield from reflow(_simplify_backticks(rule.documentation), width)
    if rule.fixable:
        yield ""
        yield from reflow(fix_note(rule), width)


#: What a rule looks at, by the value of its ``Scope``, which is not imported where nothing is explained.
_SUBJECTS: Final = {
    "problem": "each file as it is read",
    "article": "each article",
    "site": "the content as a whole",
    "findings": "the findings of other rules",
    "published page": "each built page",
    "page in a browser": "built pages in a browser, with citewell audit",
}


def _describe_severity(rule: Rule) -> str:
    """How bad it is and what it looks at, in words."""
    looks_at = _SUBJECTS[str(rule.scope)]
    if rule.tidies:
        return "not a problem, never reported"
    if rule.advises:
        return f"advice, shown only with --advise; looks at {looks_at}"
    later = f", {rule.at_release} with --release" if rule.at_release is not rule.severity else ""
    return f"{rule.severity}{later}; looks at {looks_at}"


def _simplify_backticks(text: str) -> str:
    """Documentation as a terminal shows it: reStructuredText's double backticks single."""
    return re.sub(r"(?<!`)``(?!`)", "`", text)


def _describe_unknown_rule(code: str, asked: str, rules: tuple[Rule, ...]) -> str:
    known = {rule.code.lower(): rule.code for rule in rules} | {rule.name: rule.code for rule in rules}
    near = get_close_matches(asked, known, n=5, cutoff=0.5)
    if not near:
        return f'there is no rule "{code}"; "citewell explain" lists all rules'
    nearest = max(near, key=lambda each: sum(one == other for one, other in zip(each, asked, strict=False)))
    return f'there is no rule "{code}"; did you mean "{known[nearest]}"?'
