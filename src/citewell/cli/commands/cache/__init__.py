"""Manage what is kept from one build to the next."""

from __future__ import annotations

import click

from citewell.cli.lazy_group import LazyGroup

EPILOG = """\b
Example:
  citewell cache clear     remove it; the next build makes everything again
"""


@click.group("cache", cls=LazyGroup, package=__name__, epilog=EPILOG, no_args_is_help=True)
def command() -> None:
    """Manage what is kept from one build to the next.

    Builds and checks keep their results in .citewell/, so that the next one works out only what has changed. It may be
    removed at any time, and never changes what is built.
    """
