"""The handbook's page of rules, made from the rules' own documentation."""

from __future__ import annotations

from typing import Final

from citewell.diagnostics import Severity
from citewell.rules import rules_of
from citewell.rules.families import FAMILIES
from citewell.rules.rule import Rule

_HEAD: Final = """\
# Rules

This page is made from the rules themselves. `citewell explain CODE` prints the same for one rule.

An *error* stops publication, a *warning* does not. You get *advice* only if you ask for it with
`citewell check --advise`; it may be wrong.
"""


def rules_handbook() -> str:
    """The page as Markdown: every rule with its code, severity and documentation."""
    parts = [_HEAD]
    for family in FAMILIES:
        parts += [f"## {family.title} ({family.letters})\n", *(_rule(rule) for rule in rules_of(family))]
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    fix = f"\n{fix_note(rule)}\n" if rule.fixable else ""
    return f"### {rule.code}: {rule.name}\n\n*{_severity(rule)}.* {rule.documentation.strip()}\n{fix}"


def fix_note(rule: Rule) -> str:
    """What `citewell check --fix` does about the findings of a rule that has fixes."""
    return "Can be fixed by `citewell check --fix`" + ("." if rule.tidies else " when it is certain what was meant.")


def _severity(rule: Rule) -> str:
    if rule.tidies:
        return "Not a problem, never reported"
    if rule.advises:
        said = "Advice, only with --advise"
    elif rule.severity is Severity.ERROR:
        said = "Error"
    else:
        said = "Warning" if rule.at_release is rule.severity else "Warning, an error with --release"
    return f"{said}, only on a site in English" if rule.english else said
