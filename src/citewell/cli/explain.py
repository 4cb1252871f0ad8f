"""``citewell explain``: a rule's own documentation, the same that stands in the handbook."""

from __future__ import annotations

import re
from difflib import get_close_matches
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from citewell.cli import options
from citewell.cli.reflow import reflow
from citewell.cli.terminal import say_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from citewell.rules.rule import Rule

EPILOG = """\b
Examples:
  citewell explain            every rule, a line each
  citewell explain CIT001     one rule
"""


@click.command("explain", short_help="Explain a rule, or list them all.", epilog=EPILOG)
@click.argument("code", required=False)
@options.debug
def command(code: str | None) -> int:
    """Explain a rule: what it finds, why that matters, how to fix it.

    CODE is what stands in brackets in a finding, such as CIT001; the name of a rule does as well. Without it, all rules
    are listed.

    Exit codes: 0 explained, 2 there is no such rule.
    """
    from citewell.rules import discover  # noqa: PLC0415 - `--help` need not wait for it
    from citewell.site.checks import discover_checks  # noqa: PLC0415 - as above

    rules = (*discover(), *discover_checks())
    width = min(get_terminal_size().columns, 100)
    if code is None:
        say_all(_overview(width))
        return 0
    asked = code.strip("[] ").lower()
    for rule in rules:
        if asked in (rule.code.lower(), rule.name):
            say_all(_explanation(rule, width))
            return 0
    raise click.UsageError(_miss(code, asked, rules))


def _overview(width: int) -> Iterator[str]:
    from citewell.rules import rules_of  # noqa: PLC0415 - as above
    from citewell.rules.families import FAMILIES  # noqa: PLC0415 - as above
    from citewell.site.checks import LETTERS, TITLE, discover_checks  # noqa: PLC0415 - as above

    families = [(family.letters, family.title, rules_of(family)) for family in FAMILIES]
    for letters, title, rules in (*families, (LETTERS, TITLE, discover_checks())):
        yield click.style(f"{letters}  {title}", bold=True)
        for rule in rules:
            yield from reflow(f"- {rule.code}  {_shown(rule.summary)}", width, "  ")
        yield ""
    yield "citewell explain CODE says why each matters, and how to fix it."


def _explanation(rule: Rule, width: int) -> Iterator[str]:
    yield f"{click.style(f'{rule.code} {rule.name}', bold=True)} ({_severity(rule)})"
    yield ""
    yield from reflow(_shown(rule.documentation), width)
    if rule.fixable:
        from citewell.rules.handbook import fix_note  # noqa: PLC0415 - as above

        yield ""
        yield from reflow(fix_note(rule), width)


def _severity(rule: Rule) -> str:
    """How bad it is and what it looks at, in words."""
    looks_at = {"article": "each article", "site": "the content as a whole"}.get(str(rule.scope), "each built page")
    if rule.tidies:
        return "nothing wrong, never reported"
    if rule.advises:
        return f"advice, shown only with --advise; looks at {looks_at}"
    later = f", {rule.at_release} with --release" if rule.at_release is not rule.severity else ""
    return f"{rule.severity}{later}; looks at {looks_at}"


def _shown(text: str) -> str:
    """Documentation as a terminal shows it: reStructuredText's double backticks single."""
    return re.sub(r"(?<!`)``(?!`)", "`", text)


def _miss(code: str, asked: str, rules: tuple[Rule, ...]) -> str:
    known = {rule.code.lower(): rule.code for rule in rules} | {rule.name: rule.code for rule in rules}
    near = get_close_matches(asked, known, n=5, cutoff=0.5)
    if not near:
        return f'there is no rule "{code}"; "citewell explain" lists all rules'
    nearest = max(near, key=lambda each: sum(one == other for one, other in zip(each, asked, strict=False)))
    return f'there is no rule "{code}"; did you mean "{known[nearest]}"?'
