"""Make a reviewer's packet of an article.

It is one file in which each statement is beside its sources, with fields for the reviewer's answers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import click

from citewell.citations.find_reference import find_similar_keys
from citewell.cli import options
from citewell.cli.changed_articles import ChangedTexts, find_changed_texts
from citewell.cli.new_file import write_new_file
from citewell.cli.packets import Packet, prepare_packet
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_line
from citewell.errors import CannotWrite, reason
from citewell.formats.terminal_text import count_noun
from citewell.packet.article_library import ArticleLibrary, open_library
from citewell.project import find_project

EPILOG = """\b
Examples:
  citewell packet my-slug                     my-slug.packet.html, to send to a reviewer
  citewell packet my-slug --for jane-doe      with what changed since her last review
  citewell packet my-slug --pdf my-slug.pdf   on paper, too
  citewell packet --changed main -o packets   one for each article that changed, in a folder
"""


@click.command("packet", epilog=EPILOG)
@click.argument("slug", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The new file; with --all or --changed the folder. Default: SLUG.packet.html, or the folder packets.",
)
@click.option("--for", "reviewer", help="The reviewer: an id from people.yml. Shows what changed since their review.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Also print it to this new file.")
@click.option("--all", "every", is_flag=True, help="A packet of each article.")
@click.option("--changed", metavar="COMMIT", help="A packet of each article that has changed since this commit.")
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    slug: str | None,
    output: Path | None,
    reviewer: str | None,
    pdf: Path | None,
    every: bool,
    changed: str | None,
    root: Path | None,
) -> int:
    """Make one file in which a reviewer compares an article with its sources, and answers.

    The file needs nothing else: it opens in any browser, on a phone and without a network, and sends nothing. Each
    statement is beside its sources, the most dangerous first, with earlier answers and with what changed since the
    last review. The reviewer saves her answers as a file, which "citewell review SLUG --from FILE" reads.

    Exit codes: 0 made, 2 the content could not be read, or a file could not be written.
    """
    if sum((slug is not None, every, changed is not None)) != 1:
        raise click.UsageError("name one article, or ask for --all or --changed COMMIT")
    if slug is None and pdf is not None:
        raise click.UsageError("--pdf is for one article")
    project = find_project(root)
    with show_activity("Reading the content"):
        content = open_library(project, today())
        _refuse_unknown_reviewer(reviewer, content)
        if slug is not None:
            name = _find_article(slug, content)
            packet = prepare_packet(content, name, reviewer)
    if slug is not None:
        _write_packet(packet, output or Path(f"{name}.packet.html"), pdf)
        return 0
    slugs = list(content.files) if changed is None else _list_changed(find_changed_texts(project, changed), content)
    return _write_several(slugs, content, output or Path("packets"), reviewer)


def _list_changed(changed: ChangedTexts, content: ArticleLibrary) -> list[str]:
    """The articles that have changed themselves, or use a shared text that has."""
    return [slug for slug in content.files if slug in changed.articles or _uses(slug, changed.shared, content)]


def _uses(slug: str, shared: Collection[str], content: ArticleLibrary) -> bool:
    context = content.read(slug) if shared else None
    return context is not None and any(use.shared.name in shared for use in context.article.shared)


def _find_article(name: str, content: ArticleLibrary) -> str:
    """The slug of an article, named by it or by the path of its folder or text."""
    path = Path(name)
    slug = path.parent.name if path.name == "article.md" else path.name
    if slug not in content.files:
        near = find_similar_keys(slug, tuple(content.files))
        meant = f'; did you mean "{near[0]}"?' if near else ""
        raise click.UsageError(f'there is no article "{slug}"{meant}')
    return slug


def _refuse_unknown_reviewer(reviewer: str | None, content: ArticleLibrary) -> None:
    people = content.site.people
    if reviewer is not None and reviewer not in people:
        near = find_similar_keys(reviewer, tuple(people))
        meant = f'; did you mean "{near[0]}"?' if near else ""
        raise click.UsageError(f'no person in people.yml has the id "{reviewer}"{meant}')


def _write_packet(packet: Packet, output: Path, pdf: Path | None) -> None:
    write_new_file(output, packet.page.encode())
    asked = sum(row.asks for row in packet.contents.rows)
    write_line(f"Wrote {output}: {count_noun(asked, 'statement')} to answer.")
    if pdf is not None:
        with show_activity("Printing"):
            printed = packet.print()
        write_new_file(pdf, printed)
        write_line(f"Wrote {pdf}.")


def _write_several(slugs: Sequence[str], content: ArticleLibrary, folder: Path, reviewer: str | None) -> int:
    """A packet of each article in a folder, which is made if it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be made ({reason(error)})") from error
    for slug in slugs:
        _write_packet(prepare_packet(content, slug, reviewer), folder / f"{slug}.packet.html", None)
    if not slugs:
        write_line("No article has changed, so there is no packet to make.")
    return 0
