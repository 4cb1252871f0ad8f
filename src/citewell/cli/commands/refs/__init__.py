"""Check references online, add them, see what depends on them."""

from __future__ import annotations

import click

from citewell.cli.lazy_group import LazyGroup

EPILOG = """\b
Examples:
  citewell refs add doi:10.1136/bmj.f7095     add a reference, filled in
  citewell refs import library.bib            take over those of another program
  citewell refs resolve                       check all references online
  citewell refs list                          see the status of each
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
    """Manage the bibliography.

    "add", "import" and "resolve" need the packages of the extra "evidence"; "add" and "resolve" also need the web. A
    build needs neither: it reads content_src/references.lock.
    """
