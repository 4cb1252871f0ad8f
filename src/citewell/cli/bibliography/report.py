"""What is said of references that were put into the bibliography, or would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import click

from citewell.citations.completeness import describe_missing_variables
from citewell.cli.terminal import write_lines
from citewell.evidence.items.text import item_lines
from citewell.fixes.new_references import Outcome, Plan, reference_of
from citewell.formats.terminal_text import make_visible

_BARE: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:/-]*[A-Za-z0-9_])?")
_NAMED: Final = 3  # keys that are named where a line is about many


class Telling(NamedTuple):
    """What decides how it is told: the files, and which of them are new."""

    files: tuple[str, ...]
    new_files: tuple[str, ...]
    dry_run: bool
    quiet: bool


def tell(made: Plan, how: Telling) -> None:
    """Say what became of each offer: what was refused on the standard error, and unless quiet all else.

    In a dry run the items stand on the standard output, and what is said of them on the standard error.
    """
    for outcome in made.outcomes:
        lines = list(_said(outcome, how))
        if how.dry_run and outcome.same is None:
            write_lines((make_visible(line) for line in item_lines(outcome.item)), exact=True)
            lines = [f"{outcome.key}: {line.strip()}" for line in _missing(outcome)]
        _put(lines, how, aside=how.dry_run or (outcome.same is not None and not outcome.merged))
    _put(list(_in_all(made, how)), how, aside=how.dry_run)


def _put(lines: list[str], how: Telling, *, aside: bool) -> None:
    if not lines:
        return
    if aside:
        click.echo("\n".join(lines), err=True)
    elif not how.quiet:
        write_lines(lines)


def _said(outcome: Outcome, how: Telling) -> Iterator[str]:
    """What became of one offer, in lines."""
    key = click.style(outcome.key, bold=True)
    offered = make_visible(outcome.offer.label)
    new = ", ".join(outcome.new)
    if outcome.same is None:
        title = make_visible(str(outcome.item.get("title", "without a title")))
        yield f"Added {key}: {title}"
        yield f"    {outcome.place or ''}   cite it as {_citation(outcome.key)}"
        yield from _missing(outcome)
        if outcome.like:
            other = outcome.like.reference
            yield (
                f'    warning: it looks like "{other.key}" ({other.place()}): {outcome.like.key.words}. '
                "If it is the same work, keep one of them."
            )
    elif not outcome.merged:
        yield (
            f'Not added: {offered} is already in the bibliography, as "{outcome.key}" ({outcome.place}): '
            f"{outcome.same.key.words}"
        )
        yield f"    hint: cite it as {_citation(outcome.key)}{f'; --merge would add its {new}' if new else ''}"
    elif not outcome.idle:
        would = "Would merge" if how.dry_run else "Merged"
        yield f"{would} {offered} into {key} ({outcome.place}): added {new or 'to its custom notes'}"
    else:
        yield f"Nothing to add to {key} ({outcome.place}): it already has everything from {offered}"


def _missing(outcome: Outcome) -> Iterator[str]:
    """What the check will ask for."""
    lacks = "; ".join(describe_missing_variables(reference_of(outcome.item)))
    if lacks:
        yield f"    Still missing, and the build will stop: {lacks}"


def _in_all(made: Plan, how: Telling) -> Iterator[str]:
    """What concerns the file, and several references at once."""
    if how.quiet:
        return
    added = made.added
    kindless = [str(item["id"]) for item in added if "kind" not in item.get("custom", {})]
    if kindless:
        named = ", ".join(kindless[:_NAMED]) + (f" and {len(kindless) - _NAMED:,} more" if kindless[_NAMED:] else "")
        yield (
            f'No "kind" could be filled in under "custom" for {named}: choose one from handbook/cite.md, such as '
            "guideline. Readers see it, and the policies of the site need it."
        )
    if how.dry_run:
        would = f" Without --dry-run it would go into {' and '.join(how.files)}." if added else ""
        yield f"Nothing was written.{would}"
    elif added and how.new_files:
        yield f"Made {' and '.join(how.new_files)}, which did not exist before."


def _citation(key: str) -> str:
    """How a key is cited: one with odd characters needs braces."""
    return f"[@{key}]" if _BARE.fullmatch(key) else f"[@{{{key}}}]"
