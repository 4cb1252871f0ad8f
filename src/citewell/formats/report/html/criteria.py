"""Criteria of trust marks on the page: each with the evidence that it is met, its gap, or who has to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from citewell.formats.report.html.parts import ReportSection, make_list, paragraph
from citewell.markup import Markup, element, join
from citewell.team_report.figures import CriteriaResult, CriterionResult, EvidenceResult, Result, TeamReport

_WORDS: Final = {Result.MET: "Met", Result.GAP: "Gap", Result.PERSON: "Needs a person"}


def list_criteria(report: TeamReport) -> Iterator[ReportSection]:
    """A section for each file of criteria."""
    for number, each in enumerate(report.criteria, start=1):
        yield ReportSection(f"criteria-{number}", f"Criteria: {each.title}", tuple(_show_file(each)))


def _show_file(file: CriteriaResult) -> Iterator[Markup]:
    counts = Counter(each.result for each in file.criteria)
    yield paragraph(", ".join(f"{words}: {counts[result]:,}" for result, words in _WORDS.items()), ".")
    if file.source:
        yield paragraph(f"Source: {file.source}.")
    if file.note:
        yield paragraph(file.note)
    yield paragraph("This compares figures with criteria. It is not the judgement of those who award a mark.")
    yield element("ul", join([_show_criterion(each) for each in file.criteria], "\n"), class_="criteria")


def _show_criterion(criterion: CriterionResult) -> Markup:
    source = f" ({criterion.source})" if criterion.source else ""
    result = element("strong", f"{_WORDS[criterion.result]}: ", class_=f"result {criterion.result}")
    words = element("p", result, f"{criterion.words}{source}")
    lines = [element("li", *_show_evidence(each)) for each in criterion.evidence]
    return element("li", words, element("ul", join(lines, "\n")))


def _show_evidence(evidence: EvidenceResult) -> Iterator[Markup | str]:
    if evidence.check:
        yield element("code", evidence.check)
        yield " – "
    yield f"{_WORDS[evidence.result]}: {evidence.says}"
    if evidence.places:
        places = [element("code", f"{each.path}:{each.line}:{each.column}") for each in evidence.places]
        inside = make_list(places, len(places), "")
        yield element("details", element("summary", "Where"), inside)
