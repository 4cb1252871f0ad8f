"""A page of the handbook as a story: its steps are done as it says, and each answer compared with the one it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.cli.project import run_here

HANDBOOK = Path(__file__).resolve().parents[2] / "handbook"

_BLOCK = r"[^`]+```\w+\n(?P<{}>.*?)^```$"
_STEP = re.compile(
    rf"(?:Delete\severything\sin|save\sthis\sas)\s`(?P<file>[^`]+)`{_BLOCK.format('text')}"
    r"|Open\s`(?P<opened>[^`]+)`"
    rf"|Change\s`(?P<this>[^`]+)`\sto\sthis\b{_BLOCK.format('lines')}"
    r"|Change\s`(?P<old>[^`]+)`\sto\s`(?P<new>[^`]+)`"
    r"|Delete\sthe\sexample,\s(?P<gone>`[^`]+`(?:\sand\s`[^`]+`)*)"
    r"|```console\n\$ citewell (?P<command>[^\n]+)\n(?P<answer>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


class Told(NamedTuple):
    """How many of the steps of a page were done, by what they are."""

    commands: int
    changes: int


def follow(page: str, root: Path, day: str, found: str = "") -> Told:
    """Do what a page says, in the folder ``root``; a step after ``citewell init DIR`` is done in that folder.

    ``day`` is what the program takes for today, as ``SOURCE_DATE_EPOCH``; ``found`` is the file that the first changes
    are made in, if the page does not name it.
    """
    commands = changes = 0
    for match in _steps(page):
        step = match.groupdict(default="")
        if step["command"]:
            words = shlex.split(step["command"])
            given = run_here(*words, cwd=root, SOURCE_DATE_EPOCH=day)
            assert is_as_shown(step["answer"], given.out + given.err), f"{step['command']}\n{given.out}{given.err}"
            root = root / words[1] if words[0] == "init" else root
            commands += 1
            continue
        found = step["file"] or step["opened"] or found
        changes += not step["opened"]
        if step["file"]:
            (root / found).parent.mkdir(exist_ok=True)
            (root / found).write_text(step["text"], encoding="utf-8")
        for path in re.findall(r"`([^`]+)`", step["gone"]):
            shutil.rmtree(root / path) if path.endswith("/") else (root / path).unlink()
        if old := step["old"] or step["this"]:
            text = (root / found).read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{found} has {old} {text.count(old)} times"
            new = step["new"] or step["lines"].rstrip("\n")
            (root / found).write_text(text.replace(old, new), encoding="utf-8")
    return Told(commands, changes)


def count_blocks(page: str, language: str = r"\w+") -> int:
    """How many blocks of code a page has."""
    return len(re.findall(rf"^```{language}$", (HANDBOOK / page).read_text(encoding="utf-8"), re.MULTILINE))


def _steps(page: str) -> Iterator[re.Match[str]]:
    return _STEP.finditer((HANDBOOK / page).read_text(encoding="utf-8"))


def is_as_shown(shown: str, given: str) -> bool:
    """Whether an answer is the one shown, in which ``…`` stands for anything."""
    return bool(re.fullmatch(".*".join(map(re.escape, shown.split("…"))), given, re.DOTALL))
