"""Look up works and add them to the bibliography.

A work is named by an identifier or the address of a page.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from citewell.citations.identifiers import BadIdentifier, parse_citation_key
from citewell.cli import options
from citewell.cli.project import today
from citewell.cli.terminal import show_activity
from citewell.evidence.lookup_request import LookupRequest, parse_lookup_request
from citewell.extras import require_extra
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.project import find_project
from citewell.source.csl_fields import is_key
from citewell.source.load import load

if TYPE_CHECKING:
    from citewell.evidence.lookup import LookupResult

EPILOG = """\b
Examples:
  citewell refs add doi:10.1136/bmj.f7095
  citewell refs add pmid:23450586 isbn:9781473153059 arXiv:2101.00001
  citewell refs add https://www.nhs.uk/conditions/back-pain/ --to back-pain
  citewell refs add pmcid:PMC10631455 --key henschke-2013 --dry-run
"""


@click.command("add", epilog=EPILOG)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--to", metavar="FILE", help="The file in content_src/references/. Default: the only one, or added.yml.")
@click.option("--key", help="The citation key, for one ID. Default: made from author, year and title.")
@click.option(
    "--merge", is_flag=True, help="Add missing details to a reference that is already there; change nothing else."
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@options.quiet
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    ids: tuple[str, ...], to: str | None, key: str | None, merge: bool, dry_run: bool, quiet: bool, root: Path | None
) -> int:
    """Look up works by ID and add them, with all details, to a file in content_src/references/.

    An ID is a DOI, PMID, PMCID, ISBN or arXiv number, as in the examples, or the address of a page. A work that
    is already in the bibliography is never added twice. Please read the new entries: services and pages make mistakes.

    Exit codes: 0 all added, 1 some were not found or are already there, 2 the command could not do its work,
    130 interrupted.
    """
    project = find_project(root)
    asked = _parse_ids(ids, key)
    require_extra("evidence")
    from citewell.cli.bibliography.add_references import AddOptions, add_candidates, check_target  # noqa: PLC0415 - `--help` need not wait
    from citewell.evidence.lookup import look_up_all  # noqa: PLC0415 - as above
    from citewell.fixes.new_references import Candidate  # noqa: PLC0415 - as above

    check_target(project, to)
    site = load(project).site
    if key is not None and key in site.bibliography.references:
        raise click.UsageError(f'--key: there is already a reference called "{key}"; choose another key')
    with show_activity(f"Looking up {count_noun(len(asked), 'work')}"):
        found = asyncio.run(look_up_all(asked, site.settings, project.root, project.page_cache, today()))
    for one in found:
        _report_result(one)
    known = [one for one in found if one.item is not None]
    candidates = [Candidate(one.item, one.request.label, wanted=key or "") for one in known if one.item is not None]
    if not candidates:
        return 1
    plan = add_candidates(project, candidates, AddOptions(to, merge, dry_run, quiet))
    for one, decision in zip(known, plan.decisions, strict=True):
        _report_retraction(one, decision.key)
    refused = any(decision.same and not decision.merged for decision in plan.decisions)
    return 1 if refused or len(candidates) < len(found) else 0


def _parse_ids(ids: tuple[str, ...], key: str | None) -> list[LookupRequest]:
    """The requests, each once. Raises ``click.UsageError`` for what is not an identifier."""
    asked: list[LookupRequest] = []
    for text in ids:
        one = parse_lookup_request(text)
        if isinstance(one, BadIdentifier):
            hint = f'; did you mean "{one.spelling}"?' if one.spelling else f": {one.advice}" if one.advice else ""
            raise click.UsageError(f'"{make_visible(text)}" {one.reason}{hint}')
        asked.append(one)
    asked = list(dict.fromkeys(asked))
    if key is not None and len(asked) > 1:
        raise click.UsageError("--key names one reference, so give one ID with it")
    if key is not None and (not is_key(key) or parse_citation_key(key)):
        raise click.UsageError(f'--key: "{make_visible(key)}" cannot be cited; use letters, digits and hyphens')
    return asked


def _report_result(one: LookupResult) -> None:
    """Report on the standard error what was not found, and what an editor must know about what was."""
    label = make_visible(one.request.label)
    if one.item is None:
        click.echo(f"Not added: {label}: {make_visible(one.reason)}", err=True)
        return
    for notice in one.notices:
        what = notice.kind.replace("-", " ")
        details = ", ".join(filter(None, (notice.published, notice.doi and f"doi:{notice.doi}", notice.reason)))
        said = f" ({make_visible(details)})" if details else ""
        click.echo(f"warning: {label}: {notice.said_by} has a notice about this work: {what}{said}", err=True)
    for reason in one.silent:
        click.echo(f"warning: {label}: {make_visible(reason)}; something may be missing", err=True)


def _report_retraction(one: LookupResult, key: str) -> None:
    """Report a retraction; the check knows about it once it is in the lock."""
    if any(notice.kind == "retraction" for notice in one.notices):
        click.echo(
            f"warning: {key}: this work was retracted: do not cite it, unless your readers must know about it; then "
            f'give the reason under "accepted" ("citewell help evidence"). Run "citewell refs resolve {key}", so that '
            "the check warns wherever it is cited.",
            err=True,
        )
