"""Hand claims with their evidence to another program, and take its verdicts back.

No such program is part of Citewell, and none is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.citations.find_reference import find_similar_keys
from citewell.claim_records import list_claims
from citewell.cli import options
from citewell.cli.new_file import write_new_file
from citewell.cli.project import today
from citewell.cli.reviewing.answers_file import show_findings
from citewell.cli.reviewing.record_review import save_record
from citewell.cli.reviewing.record_sent_verdicts import prepare_verdicts
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.diagnostics import has_errors
from citewell.formats.terminal_text import count_noun
from citewell.packet.article_library import ArticleLibrary, open_library
from citewell.project import Project, find_project
from citewell.verification.pairs import convert_pair, list_pairs

EPILOG = """\b
Examples:
  citewell verify --export -o pairs.jsonl       all claims that have sources
  citewell verify --export my-slug              those of one article
  citewell verify --import verdicts.jsonl       record what came back
  citewell schema pairs                         what is exported, as JSON Schema
  citewell schema verdicts                      what is imported
"""


@click.command("verify", epilog=EPILOG)
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--export", "exports", is_flag=True, help="Write claims with their evidence, a JSON object a line.")
@click.option(
    "--import",
    "verdicts",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Record the verdicts of this file.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this new file.")
@options.root
@options.debug
def command(
    slugs: tuple[str, ...], exports: bool, verdicts: Path | None, output: Path | None, root: Path | None
) -> int:
    """Exchange claim-evidence pairs with a program that judges whether sources support claims.

    With --export each line is a claim with its sources: what they are, the place in them, the words pinned. With
    --import each line is a verdict on one claim, by a program with its version, or by a person. A program's verdict is
    shown as that. It is never a review, never replaces a pinned quote, and can only raise findings and put a statement
    first in a reviewer's packet.

    Exit codes: 0 done, 1 some verdicts could not be recorded, 2 the content could not be read, or a file could not be
    written.
    """
    if exports == (verdicts is not None) or (verdicts is not None and (slugs or output)):
        raise click.UsageError("choose --export [SLUG]... [-o FILE], or --import FILE")
    project = find_project(root)
    return _export(project, slugs, output) if verdicts is None else _import(project, verdicts)


def _export(project: Project, slugs: tuple[str, ...], output: Path | None) -> int:
    with show_activity("Reading the content"):
        content = open_library(project, today())
        unknown = [slug for slug in slugs if slug not in content.files]
        if unknown:
            near = find_similar_keys(unknown[0], tuple(content.files))
            meant = f'; did you mean "{near[0]}"?' if near else ""
            raise click.UsageError(f'there is no article "{unknown[0]}"{meant}')
        lines = list(_list_lines(content, slugs or tuple(content.files)))
    if output is None:
        write_lines(lines, exact=True)
    else:
        write_new_file(output, "".join(f"{line}\n" for line in lines).encode())
        write_line(f"Wrote {output}: {count_noun(len(lines), 'claim')}.")
    return 0


def _list_lines(content: ArticleLibrary, slugs: tuple[str, ...]) -> Iterator[str]:
    for slug in slugs:
        context = content.read(slug)
        if context is not None:
            pairs = map(convert_pair, list_pairs(list_claims(context)))
            yield from (json.dumps(pair, default=str, ensure_ascii=False) for pair in pairs)


def _import(project: Project, file: Path) -> int:
    with show_activity("Reading the content"):
        prepared = prepare_verdicts(project, file, today())
    show_findings(prepared.findings)
    for each in prepared.articles:
        path = save_record(each.article, *each.records)
        write_line(f"Recorded {count_noun(each.count, 'verdict')} in {path}.")
    if prepared.known:
        write_line(f"{count_noun(prepared.known, 'verdict')} of this file: recorded already.")
    if not prepared.articles and not prepared.known:
        write_line("Nothing was recorded.")
    return 1 if has_errors(prepared.findings) else 0
