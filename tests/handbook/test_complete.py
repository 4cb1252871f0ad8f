"""The handbook speaks of everything an editor can write or type, and of nothing that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from citewell import rules
from citewell.audit.checks import discover_browser_checks
from citewell.cli import citewell
from citewell.formats import FINDINGS, LEDGER
from citewell.model.article import FrontMatter
from citewell.model.csl_variables import TYPES
from citewell.model.glossary import GlossaryFile
from citewell.model.keys import all_keys, group_of
from citewell.model.people import PeopleFile
from citewell.model.references import KINDS
from citewell.model.site import Settings, WaiverKind
from citewell.site.checks import discover_checks

HANDBOOK = Path(__file__).resolve().parent.parent.parent / "handbook"
BY_HAND = [page for page in sorted(HANDBOOK.glob("*.md")) if page.name != "rules.md"]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in BY_HAND)
KEYS = {key.name for file in (FrontMatter, Settings, PeopleFile, GlossaryFile) for key in all_keys(group_of(file))}
COMMANDS = citewell.list_commands(None)  # type: ignore[arg-type]  # ours asks its context for nothing


@pytest.mark.parametrize("key", sorted(KEYS - {*KINDS, *TYPES}))
def test_every_key_that_can_be_typed_is_told_of(key: str):
    assert re.search(rf"`[^`\n]*\b{key}\b[^`\n]*`|^ *(?:- )?{key}:", TEXT, re.MULTILINE)


def test_the_keys_of_a_reason_are_explained_where_they_stand():
    settings = (HANDBOOK.parent / "tests/sites/back-pain/content_src/site.yml").read_text(encoding="utf-8")
    assert all(f"{key}:" in settings for key in group_of(WaiverKind).names)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of(name: str):
    assert f"citewell {name}" in (HANDBOOK / "README.md").read_text(encoding="utf-8")


def test_every_command_the_handbook_names_is_one():
    named = set(re.findall(r"(?:^|`|\$ |bin/|\\)citewell ([a-z][a-z-]*)", TEXT, re.MULTILINE))
    assert named <= set(COMMANDS)


def test_every_option_the_handbook_names_is_one():
    known = {option for name in COMMANDS for option in options(name)} | {"--version"}
    ours = re.sub(r"^(?:aws|\S*python3?) (?!scripts/).*$", "", TEXT, flags=re.MULTILINE)  # lines of other programs
    named = set(re.findall(r"(?<=[\s`])(--[a-z]+(?:-[a-z]+)*)\b", ours))
    assert named <= known


def options(name: str, group: click.Group = citewell) -> set[str]:
    """The options of a command, or of all commands of a group."""
    command = group.get_command(None, name)  # type: ignore[arg-type]  # as above
    assert command is not None
    own = {option for parameter in command.params for option in parameter.opts}
    if isinstance(command, click.Group):
        own = own.union(*(options(each, command) for each in command.list_commands(None)))  # type: ignore[arg-type]  # as above
    return own


def test_every_command_of_a_group_that_the_handbook_names_is_one():
    refs = citewell.get_command(None, "refs")  # type: ignore[arg-type]  # as above
    assert isinstance(refs, click.Group)
    named = set(re.findall(r"(?:citewell refs|scripts[/\\]refs\.py) ([a-z]+)", TEXT))
    assert named == set(refs.list_commands(None))  # type: ignore[arg-type]  # as above


def test_every_format_the_handbook_names_is_one():
    named = set(re.findall(r"--format ([a-z]+)", TEXT))
    assert named <= {*FINDINGS.names, *LEDGER.names}


def test_every_code_the_handbook_names_is_a_rule():
    named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", TEXT))
    assert named <= {rule.code for rule in (*rules.discover(), *discover_checks(), *discover_browser_checks())}


def test_every_file_the_handbook_names_is_there():
    root = HANDBOOK.parent
    # Not every project has every file; in the starter, hidden files have another first character.
    projects = (root, *(root / "tests" / "sites").iterdir(), root / "src" / "citewell" / "starter")
    ours = re.findall(r"`((?:\.github|scripts)/[\w./-]+|content_src/[\w-]+\.yml|mkdocs\.yml)`", TEXT)
    assert ours
    names = {file: (file, file.replace(".github", "dot-github")) for file in ours}
    lost = [
        file
        for file, both in names.items()
        if not any((project / name).exists() for project in projects for name in both)
    ]
    assert lost == []
