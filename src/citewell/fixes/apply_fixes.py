"""From findings to corrected texts: check, correct, and check again, until nothing is left that can be corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from typing import Final, Protocol

from citewell.diagnostics import Diagnostic, Fix
from citewell.fixes.apply_edits import apply

#: One correction may lead to another: a corrected key is in its citation twice, and a citation gives its faults one at
#: a time. More in a row than sources in any citation are a fault of ours, as two rules that undo each other's work
#: would be; what is left is then reported.
MOST_CHECKS: Final = 30


class EditableContent(Protocol):
    """Texts that can be exchanged, and what is found in them."""

    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings, in reading order."""

    def text(self, path: str) -> str:
        """The text of a file, with its own line ends."""

    def update(self, path: str, text: str) -> None:
        """Put another text in its place."""


def apply_fixes(content: EditableContent, part: Container[str]) -> int:
    """Make every correction that is offered in a part of the content; return how many were made. Nothing is written."""
    total = 0
    for _ in range(MOST_CHECKS):
        offered: dict[str, list[Fix]] = defaultdict(list)
        for diagnostic in content.findings():
            if diagnostic.fix is not None and diagnostic.fix.location.path in part:
                offered[diagnostic.fix.location.path].append(diagnostic.fix)
        if not offered:
            break
        for path, fixes in offered.items():
            text, made = apply(content.text(path), fixes)
            content.update(path, text)
            total += made
    return total
