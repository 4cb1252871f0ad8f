"""What README says about the site in this repository: the example of a mistake is what the check says of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from citewell.project import Project
from citewell.workspace import Workspace

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(
    r'^ +(content_src/\S+/article\.md):(\d+):(\d+): (error\[\w+\] .*"(\S+)")\n +hint: (.*"(\S+)".*)', re.MULTILINE
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_message_for_the_mistake_of_the_example_is_the_one_that_is_shown():
    shown = SHOWN.search(README)
    assert shown, "README shows a message"
    path, line, column, message, typed, hint, right = shown.groups()
    content: Workspace[None] = Workspace(Project(ROOT), date(2026, 12, 1), editing=True)
    assert not [each for each in content.findings(path) if each.severity == "error"]
    content.update(path, (ROOT / path).read_text(encoding="utf-8").replace(f"@{right}]", f"@{typed}]", 1))

    (found,) = [each for each in content.findings(path) if each.severity == "error"]
    assert (found.location.line, found.location.column) == (int(line), int(column))
    assert f"{found.severity}[{found.code}] {found.message}" == message
    assert found.hint == hint
