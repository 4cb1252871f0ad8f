"""Compare a site with the criteria of a trust mark: for each the evidence that it is met, or what is missing."""

from __future__ import annotations

from typing import Any, Final

from citewell.messages.days import day
from citewell.model.criteria import CriteriaFile, Criterion, Evidence
from citewell.model.keys import DeclaredKey, group_of
from citewell.team_report.figures import CriteriaResult, CriterionResult, EvidenceResult, Result
from citewell.team_report.judges import JUDGES
from citewell.team_report.material import Material

#: How many places a result names; the number in its words counts all.
_MOST_PLACES: Final = 20


def judge_criteria(name: str, file: CriteriaFile, material: Material) -> CriteriaResult:
    """The results for all criteria of a file, in its order."""
    read = f", read on {day(file.read)}" if file.read else ""
    results = tuple(_judge_criterion(each, material) for each in file.criteria.values())
    return CriteriaResult(name, file.title, f"{file.source}{read}", file.note, results)


def _judge_criterion(criterion: Criterion, material: Material) -> CriterionResult:
    asked = [(key, getattr(criterion.evidence, key.field)) for key in group_of(Evidence).keys]
    evidence = tuple(_judge_line(key, value, material) for key, value in asked if value)
    if not evidence:
        evidence = (EvidenceResult("", Result.PERSON, "the criterion names no evidence", ()),)
    order = (Result.GAP, Result.PERSON, Result.MET)  # one gap is a gap, and a person cannot be replaced by the rest
    result = min((each.result for each in evidence), key=order.index)
    return CriterionResult(criterion.id, criterion.words, criterion.source, result, evidence)


def _judge_line(key: DeclaredKey, value: Any, material: Material) -> EvidenceResult:
    check = key.name if value is True or isinstance(value, str) else f"{key.name}: {_write_value(value)}"
    result, says, places = JUDGES[key.field](value, material)
    return EvidenceResult(check, result, says, tuple(sorted(places)[:_MOST_PLACES]))


def _write_value(value: int | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
