"""The command line: one command a file, found by the walk below; what a command needs is imported when it runs."""

from __future__ import annotations

import click

from citewell import __version__
from citewell.cli.lazy_group import LazyGroup
from citewell.cli.run import Run

EPILOG = """\b
An editor's day:
  citewell new "When is back pain an emergency?"   start an article
  citewell check                                   see what is left to do
  citewell preview                                 see the site while you write
  citewell explain CIT001                          understand a finding
  citewell build                                   make the site

Exit codes: 0 no errors, 1 errors in the content, 2 the command could not do its work, 75 another build is
running, 130 interrupted.
"""


@click.group(
    cls=LazyGroup,
    package=f"{__name__}.commands",
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="citewell %(version)s")
@click.pass_context
def citewell(context: click.Context) -> None:
    """Turn health articles in which every sentence names its sources into a site that people can check.

    Articles and references are files in content_src/. A claim without a valid citation is never published.
    """
    context.color = context.ensure_object(Run).colour
