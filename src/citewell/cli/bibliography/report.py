"""The report on references that were added to the bibliography, or would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import click

from citewell.citations.completeness import describe_missing_variables
from citewell.cli.terminal import write_lines
from citewell.evidence.items.text import format_item
from citewell.fixes.new_references import AdditionPlan, Decision, parse_item
from citewell.formats.terminal_text import make_visible

_BARE: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:/-]*[A-Za-z0-9_])?")
_NAMED: Final = 3  # keys that are named where a line is about many


class ReportOptions(NamedTuple):
    """How to report: the files, and which of them are new."""

    files: tuple[str, ...]
    new_files: tuple[str, ...]
    dry_run: bool
    quiet: bool


def report_decisions(plan: AdditionPlan, options: ReportOptions) -> None:
    """Report each decision: refusals on the standard error, and unless quiet all others.

    In a dry run the items go to the standard output, and the report to the standard error.
    """
    for decision in plan.decisions:
        lines = list(_describe_decision(decision, options))
        if options.dry_run and decision.same is None:
            write_lines((make_visible(line) for line in format_item(decision.item)), exact=True)
            lines = [f"{decision.key}: {line.strip()}" for line in _describe_missing(decision)]
        _print_lines(lines, options, aside=options.dry_run or (decision.same is not None and not decision.merged))
    _print_lines(list(_describe_whole(plan, options)), options, aside=options.dry_run)


def _print_lines(lines: list[str], options: ReportOptions, *, aside: bool) -> None:
    if not lines:
        return
    if aside:
        click.echo("\n".join(lines), err=True)
    elif not options.quiet:
        write_lines(lines)


def _describe_decision(decision: Decision, options: ReportOptions) -> Iterator[str]:
    """The lines about one decision."""
    key = click.style(decision.key, bold=True)
    offered = make_visible(decision.candidate.label)
    new = ", ".join(decision.new)
    if decision.same is None:
        title = make_visible(str(decision.item.get("title", "without a title")))
        yield f"Added {key}: {title}"
        yield f"    {decision.place or ''}   cite it as {_format_citation(decision.key)}"
        yield from _describe_missing(decision)
        if decision.like:
            other = decision.like.reference
            yield (
                f'    warning: it looks like "{other.key}" ({other.place()}): {decision.like.key.words}. '
                "If it is the same work, keep one of them."
            )
    elif not decision.merged:
        yield (
            f'Not added: {offered} is already in the bibliography, as "{decision.key}" ({decision.place}): '
            f"{decision.same.key.words}"
        )
        yield f"    hint: cite it as {_format_citation(decision.key)}{f'; --merge would add its {new}' if new else ''}"
    elif not decision.idle:
        would = "Would merge" if options.dry_run else "Merged"
        yield f"{would} {offered} into {key} ({decision.place}): added {new or 'to what is under custom'}"
    else:
        yield f"Nothing to add to {key} ({decision.place}): it already has everything from {offered}"


def _describe_missing(decision: Decision) -> Iterator[str]:
    """What the check will ask for."""
    lacks = "; ".join(describe_missing_variables(parse_item(decision.item)))
    if lacks:
        yield f"    Still missing, and the build will stop: {lacks}"


def _describe_whole(plan: AdditionPlan, options: ReportOptions) -> Iterator[str]:
    """The lines about the file, and about several references at once."""
    if options.quiet:
        return
    added = plan.added
    kindless = [str(item["id"]) for item in added if "kind" not in item.get("custom", {})]
    if kindless:
        named = ", ".join(kindless[:_NAMED]) + (f" and {len(kindless) - _NAMED:,} more" if kindless[_NAMED:] else "")
        yield (
            f'No "kind" could be filled in under "custom" for {named}: choose one (citewell help cite), such as '
            "guideline. Readers see it, and the policies of the site need it."
        )
    if options.dry_run:
        would = f" Without --dry-run it would go into {' and '.join(options.files)}." if added else ""
        yield f"Nothing was written.{would}"
    elif added and options.new_files:
        were = "was" if len(options.new_files) == 1 else "were"
        yield f"Created {' and '.join(options.new_files)}, which {were} not there before."


def _format_citation(key: str) -> str:
    """How a key is cited: one with odd characters needs braces."""
    return f"[@{key}]" if _BARE.fullmatch(key) else f"[@{{{key}}}]"
