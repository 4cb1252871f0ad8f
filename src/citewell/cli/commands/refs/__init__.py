"""Look references up, add them, see what depends on them."""

from __future__ import annotations

import click

from citewell.cli.lazy_group import LazyGroup

EPILOG = """\b
Examples:
  citewell refs add doi:10.1136/bmj.f7095     add a reference, filled in
  citewell refs import library.bib            take over those of another program
  citewell refs resolve                       look all references up
  citewell refs list                          see how they stand
  citewell refs impact nhs-back-pain          see what depends on one
"""


@click.group(
    "refs",
    cls=LazyGroup,
    package=__name__,
    epilog=EPILOG,
    no_args_is_help=True,
)
def command() -> None:
    """Look after the bibliography.

    "add", "import" and "resolve" need the packages of the extra "evidence", and "add" and "resolve" the web; a build
    never does, it reads content_src/references.lock.
    """
