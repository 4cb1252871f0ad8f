"""Words that say how a study was made."""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "trial": "trial trials randomised randomized rct rcts placebo",
    "cohort study": "cohort cohorts longitudinal prospective",
    "retrospective study": "retrospective retrospectively",
    "case-control study": "case-control",
    "observational study": "observational",
    "survey": "survey surveys surveyed questionnaire questionnaires cross-sectional",
    "interviews": "interview interviews interviewed",
    "review": "review reviews reviewed meta-analysis meta-analyses overview",
    "guideline": "guideline guidelines guidance",
    "case report": "case-report",
    "consensus of experts": "consensus delphi",
    "model": "modelling modeling simulation",
    "laboratory study": "laboratory vitro",
    "animal study": "mice rats animals",
}
DESIGNS: Final = {word: design for design, words in _WORDS.items() for word in words.split()}
"""The kind of study by single words."""
DESIGN_PHRASES: Final = {
    ("case", "report"): "case report",
    ("case", "reports"): "case report",
    ("case", "series"): "case report",
    ("case", "-", "control"): "case-control study",
    ("cross", "-", "sectional"): "survey",
    ("meta", "-", "analysis"): "review",
    ("meta", "-", "analyses"): "review",
    ("expert", "opinion"): "consensus of experts",
}
"""The kind of study by phrases."""
ALIKE: Final = (
    frozenset({"cohort study", "observational study"}),
    frozenset({"case-control study", "observational study"}),
    frozenset({"retrospective study", "observational study"}),
    frozenset({"retrospective study", "interviews"}),
    frozenset({"retrospective study", "case-control study"}),
    frozenset({"survey", "observational study"}),
    frozenset({"survey", "interviews"}),
    frozenset({"survey", "consensus of experts"}),
    frozenset({"guideline", "consensus of experts"}),
    frozenset({"laboratory study", "animal study"}),
)
"""Kinds of study of which one may be called the other."""
