"""How many findings of one rule a file may have; of the rest only the number is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from citewell.diagnostics import Diagnostic, Location, Severity

#: Findings of one rule in one file that are listed: more than anybody corrects before they check again.
MOST: Final = 100
_GRAVEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


class LeftOut(NamedTuple):
    """Findings of one rule that are not listed: how many, the place of the first, and the gravest severity of them."""

    code: str
    number: int
    place: Location
    severity: Severity


class Budget(NamedTuple):
    """Findings that are listed, and those that are not, by rule and file."""

    listed: list[Diagnostic]
    left_out: list[LeftOut]


def within_budget(found: Iterable[Diagnostic], keep_fixes: bool = False) -> Budget:
    """The first findings of each rule in each file; ``found`` is in reading order.

    A single one beyond ``MOST`` is listed, because to say so would take as much room. With ``keep_fixes`` nothing that
    has a fix is left out: the fix is about to be made.
    """
    listed: list[Diagnostic] = []
    groups: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for each in found:
        if keep_fixes and each.fix is not None:
            listed.append(each)
        else:
            groups[each.code, each.location.path].append(each)
    left_out = []
    for (code, _), group in groups.items():
        most = MOST if len(group) > MOST + 1 else len(group)
        listed += group[:most]
        if rest := group[most:]:
            gravest = min((each.severity for each in rest), key=_GRAVEST_FIRST.index)
            left_out.append(LeftOut(code, len(rest), rest[0].location, gravest))
    return Budget(listed, left_out)
