"""Start an article.

It makes the folder of the article, with everything to fill in.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.article_folder import name_folder, refuse_existing
from citewell.cli.project import today
from citewell.cli.template import article
from citewell.cli.terminal import write_lines
from citewell.errors import CannotWrite, reason
from citewell.project import CONTENT, find_project
from citewell.source.load import load

EPILOG = """\b
Example:
  citewell new "When is back pain an emergency?"
makes content_src/articles/when-is-back-pain-an-emergency/article.md
"""


@click.command("new", epilog=EPILOG)
@click.argument("words", nargs=-1, required=True, metavar="QUESTION")
@click.option("--slug", help="The name of the folder, which is also the address. Default: the words of the QUESTION.")
@options.root
@options.debug
def command(words: tuple[str, ...], slug: str | None, root: Path | None) -> int:
    """Make the folder of an article that answers QUESTION, with everything to fill in.

    The article starts as a draft, which is checked but never published. Each finding of "citewell check" shows
    something that you still have to fill in.

    Exit codes: 0 made, 2 not made.
    """
    title = " ".join(" ".join(words).split())
    if len(words) > 1:
        raise click.UsageError(f'put the question in quotation marks: citewell new "{title}"')
    if not title or not title.isprintable():
        raise click.UsageError("the question is empty or contains characters that cannot be shown")
    project = find_project(root)
    name = name_folder(title, slug)
    folder = project.articles / name
    refuse_existing(folder)
    content = load(project)
    topics = sorted({topic.text for each in content.articles for topic in each.front.topics})
    text = article(title, today(), list(content.site.people)[:1], topics, content.site.settings)
    try:
        folder.mkdir(parents=True)
        (folder / "article.md").write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be made ({reason(error)})") from error
    write_lines(_next_steps(f"{CONTENT}/articles/{name}"))
    return 0


def _next_steps(folder: str) -> Iterator[str]:
    file = f"{folder}/article.md"
    yield f"Made {click.style(file, bold=True)}. It is a draft: checked, but never published."
    yield ""
    yield "Next:"
    yield "  1. Open it, and replace each line that says what to write; delete what you do not need."
    yield "  2. After every sentence, write its sources, or why it has none, in brackets: citewell help write"
    yield f"  3. See what is left to do: citewell check {shlex.quote(folder)}"
    yield '  4. When nothing is left to do, write "status: published" and run: citewell build'
