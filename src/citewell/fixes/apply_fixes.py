"""From findings to corrected texts: look, correct, and look again, until nothing is left that can be corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container
from typing import Final, Protocol, TypeVar

from citewell.diagnostics import Diagnostic, Fix
from citewell.fixes.overlay import Desk

#: One correction may lead to another: a mended key stands twice in its citation, and a citation tells its faults one at
#: a time. More in a row than sources in any citation are a fault of ours, as two rules that undo each other's work
#: would be; what is left is then reported.
MOST_LOOKS: Final = 30


class Looked(Protocol):
    """What a look at the content came to."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings, in reading order."""


L = TypeVar("L", bound=Looked)


def mend(desk: Desk, look: Callable[[Desk], L], part: Container[str]) -> L:
    """Make every correction that is offered in a part of the content, on the ``desk``; the last look says what is left.

    ``look`` examines the content as it stands on the desk. Nothing is written.
    """
    looked = look(desk)
    for _ in range(MOST_LOOKS):
        offered: dict[str, list[Fix]] = defaultdict(list)
        for diagnostic in looked.diagnostics:
            if diagnostic.fix is not None and diagnostic.fix.location.path in part:
                offered[diagnostic.fix.location.path].append(diagnostic.fix)
        if not offered:
            break
        for path, fixes in offered.items():
            desk.mend(path, fixes)
        looked = look(desk)
    return looked
