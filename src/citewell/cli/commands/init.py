"""Start a site.

It makes a folder with everything that a site of your own needs, ready to be built.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.new_site.answers import (
    QUESTIONS,
    find_question,
    make_answers,
    require_emergency_number,
    suggest_answer,
)
from citewell.cli.new_site.engine import find_engine, read_engine
from citewell.cli.new_site.write_site import make_site_files, put_in_place, refuse_full_folder, write_site_beside
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.diagnostics import Diagnostic, Severity
from citewell.errors import ConfigurationError
from citewell.formats.terminal_text import make_visible
from citewell.project import Project
from citewell.workspace import Workspace

EPILOG = """\b
Examples:
  citewell init my-site
  citewell init my-site --yes --name "Kidney Help" --country Australia
"""


@click.command("init", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called.")
@click.option("--address", help="Where readers will find it: https://…")
@click.option("--country", help="The country its advice is for, by its name in English.")
@click.option("--emergency-number", help="What people there call for an ambulance. Default: that of the country.")
@click.option("--language", help="The language of the pages: en, en-AU, … Default: English as in the country.")
@click.option("--publisher", help="Who publishes it. Default: the name.")
@click.option("--contact", help="Where readers can report a mistake: an e-mail address, or the address of a page.")
@click.option("--colour", help="The colour of the site, such as #1d70b8.")
@click.option("--logo", help="A picture, SVG or PNG.")
@click.option("--engine", metavar="FILE|ADDRESS", help="A wheel of Citewell, or its address. Default: this Citewell.")
@click.option("--yes", is_flag=True, help="Ask nothing: take the default for whatever is not given.")
@options.debug
def command(folder: Path, engine: str | None, yes: bool, **given: str | None) -> int:
    """Make the folder DIR with a new site, ready to be built.

    In a terminal you are asked for what you do not give. The site has one example article, pages about the site to
    fill in, its settings, scripts, and what GitHub, GitLab, Netlify and Cloudflare need to check and publish it.
    It depends on nothing outside its folder but the packages that its requirements.txt names.

    Exit codes: 0 made, 2 not made.
    """
    folder = folder.absolute()
    refuse_full_folder(folder)
    chosen = read_engine(engine) if engine else find_engine()
    asked = not yes and sys.stdin.isatty()
    answers = {question: answer.strip() for question, answer in given.items() if answer and answer.strip()}
    made = False
    while not made:
        _collect_answers(answers, folder.name, asked)
        files = make_site_files(make_answers(answers), chosen, today())
        with show_activity("Making the site"), write_site_beside(folder, files) as beside:
            wrong = _find_error(beside)
            if wrong is None:
                put_in_place(beside, folder)
                made = True
            else:
                _ask_again(wrong, answers, beside, asked)
    write_lines(_list_next_steps(folder))
    return 0


def _collect_answers(answers: dict[str, str], folder: str, asked: bool) -> None:
    """Add what was not given: what somebody at the terminal types, or the default.

    Raises ``ConfigurationError`` for a country whose number for emergencies is not known and was not given.
    """
    for question, words in QUESTIONS.items():
        if question not in answers:
            default = suggest_answer(question, answers, folder)
            needed = question == "emergency_number" and answers["country"] and not default
            shown = None if needed else default
            said = click.prompt(words, default=shown, show_default=bool(default)) if asked else default
            answers[question] = said.strip() or default
    require_emergency_number(answers)


def _find_error(site: Path) -> Diagnostic | None:
    """The first error that the check finds in a site."""
    findings = Workspace[None](Project(site), today()).findings()
    return next((each for each in findings if each.severity is Severity.ERROR), None)


def _ask_again(wrong: Diagnostic, answers: dict[str, str], site: Path, asked: bool) -> None:
    """Take back the answer in which the check found an error.

    Raises ``ConfigurationError`` where nobody can be asked for another.
    """
    question = find_question(wrong.location, site)
    message = make_visible(wrong.message)
    if question is None:
        raise ConfigurationError(f"{wrong.location}: {message}", wrong.hint)
    if not asked:
        raise ConfigurationError(f"--{question.replace('_', '-')}: {message}", wrong.hint)
    write_line(f"{message}; {wrong.hint}" if wrong.hint else message)
    del answers[question]


def _list_next_steps(folder: Path) -> Iterator[str]:
    here = Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else folder
    yield f"The site is in {click.style(str(shown), bold=True)}. Next:"
    yield f"  1. Look at it: cd {shlex.quote(str(shown))} && python3 scripts/serve.py"
    yield '  2. Write an article: .venv/bin/citewell new "Your question?"'
    yield "  3. Publish it: README.md there says how."
