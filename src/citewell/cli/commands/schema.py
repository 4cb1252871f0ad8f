"""Print the JSON Schema of a kind of file.

It is for the tools that editors write with.
"""

from __future__ import annotations

import json

import click

from citewell.cli import options
from citewell.cli.terminal import write_lines
from citewell.keys.json_schema import list_schemas, schema_of

EPILOG = """\b
Examples:
  citewell schema                        the kinds of files
  citewell schema people > people.json   the keys of people.yml, as a file for your editor
  citewell schema pairs                  what "citewell verify --export" writes
  citewell schema report                 what "citewell report --format json" writes
"""


@click.command("schema", epilog=EPILOG)
@click.argument("name", required=False)
@options.debug
def command(name: str | None) -> int:
    """Print the JSON Schema of a kind of file: its keys, what each takes, and a line of help.

    With it a text editor completes keys and marks mistakes while you type. The check says more: run it as well.

    Exit codes: 0 printed, 2 there is no such kind of file.
    """
    if name is None:
        write_lines(list_schemas())
        return 0
    if name not in list_schemas():
        raise click.UsageError(f'there is no kind of file "{name}"; choose one of {", ".join(list_schemas())}')
    write_lines([json.dumps(schema_of(name), ensure_ascii=False, indent=2)])
    return 0
