"""Read the handbook.

A page in the terminal, or all of it in a browser.
"""

from __future__ import annotations

import sys
import tempfile
import webbrowser
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size
from typing import Final

import click

from citewell.cli import options
from citewell.cli.handbook.pages import FIRST, HandbookPage, list_handbook_pages
from citewell.cli.handbook.terminal import format_page
from citewell.cli.terminal import write_line, write_lines
from citewell.errors import ConfigurationError
from citewell.project import find_project

EPILOG = """\b
Examples:
  citewell help                  the pages of the handbook
  citewell help cite             how to cite
  citewell help publish --open   the handbook in your browser, at that page
  citewell help CIT001           the same as: citewell explain CIT001
"""
_WIDEST: Final = 100  # columns; longer lines are hard to read


@click.command("help", epilog=EPILOG)
@click.argument("topic", required=False)
@click.option("--open", "in_browser", is_flag=True, help="Show the handbook in a web browser.")
@options.debug
@click.pass_context
def command(context: click.Context, topic: str | None, in_browser: bool) -> int:
    """Show a page of the handbook that came with this program.

    TOPIC is one of its pages, the code of a finding, or a command. Without a TOPIC, the pages are listed.

    Exit codes: 0 shown, 2 there is no such topic.
    """
    pages = {page.topic: page for page in list_handbook_pages()}
    asked = (topic or "").strip().lower()
    if in_browser and (not asked or asked in pages):
        _open_in_browser(pages, asked or FIRST)
    elif not asked:
        write_lines(_list_topics(pages))
    elif asked in pages:
        _show(format_page(pages[asked].read(), min(get_terminal_size().columns, _WIDEST)))
    else:
        return _hand_on(context, asked, [*pages])
    return 0


def _list_topics(pages: Mapping[str, HandbookPage]) -> Iterator[str]:
    widest = max(map(len, pages))
    for topic, page in pages.items():
        yield f"{click.style(topic.ljust(widest), bold=True)}  {page.title}"
    yield ""
    yield "citewell help TOPIC shows a page here, citewell help TOPIC --open in your browser."


def _show(lines: Iterator[str]) -> None:
    """A page through the pager of a terminal; as it is where no terminal shows it."""
    if sys.stdout.isatty():
        click.echo_via_pager(f"{line}\n" for line in lines)
    else:
        write_lines(lines)


def _open_in_browser(pages: Mapping[str, HandbookPage], topic: str) -> None:
    from citewell.cli.handbook.browser import write_pages  # noqa: PLC0415 - a page in the terminal needs no Markdown

    try:
        folder = find_project().work / "handbook"
    except ConfigurationError:  # not in a site
        folder = Path(tempfile.mkdtemp(prefix="citewell-handbook-"))
    write_pages(pages.values(), folder)
    page = folder / f"{topic}.html"
    webbrowser.open(page.as_uri())
    write_line(f"The handbook is in {page}; open it there if no browser shows it.")


def _hand_on(context: click.Context, asked: str, topics: list[str]) -> int:
    """Explain a rule or show how to use a command. Raises ``click.UsageError`` for what is not a topic at all."""
    assert context.parent is not None
    whole = context.parent.command
    assert isinstance(whole, click.Group)
    commands = whole.list_commands(context.parent)
    code = asked.strip("[]")
    if len(code) == 6 and code[:3].isalpha() and code[3:].isdecimal():
        explain = whole.get_command(context.parent, "explain")
        assert explain is not None
        return int(context.invoke(explain, code=code))
    if asked in commands:
        shown = whole.get_command(context.parent, asked)
        assert shown is not None
        write_line(shown.get_help(click.Context(shown, info_name=asked, parent=context.parent)))
        return 0
    near = get_close_matches(asked, [*topics, *commands], n=1)
    meant = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(topics)}"
    raise click.UsageError(f'there is no topic "{asked}"; {meant}')
