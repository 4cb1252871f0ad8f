"""What titles say about retractions, and titles that only speak of them."""

from __future__ import annotations

import pytest

from citewell.citations.title_notices import REMOVED, REPLACED, WITHDRAWN, find_title_notice, read_announcement
from citewell.model.evidence import NoticeKind

TITLE = "A made-up work on pain"
MARKED = {
    "": """
        RETRACTED: {} | RETRACTED ARTICLE: {} | RETRACTED PAPER: {} | RETRACTED CHAPTER: {} | Retracted: {}
        Retracted article: {} | [Retracted] {} | [RETRACTED ARTICLE] {} | (Retracted) {} | ***RETRACTED*** {}
        RETRACTED – {} | RETRACTED ARTICLE {} | RETRACTED {} | Retracted article – {}
        {} (Retracted article. See vol. 387, pg. 1, 2019) | {} (Retracted Article. See vol 30, art. no. 1189 (2009))
        {} (Retracted article) | {} (retracted) | {} (retracted in 2010) | {} [Retracted]
        {} [retracted in: Made-up J, 2003] | {} (Retraction in vol 3, pg 5, 2010) | {} - RETRACTED
        {} – Retracted article | {}. RETRACTED | {} RETRACTED
        Zurückgezogen: {} | ZURÜCKGEZOGENER ARTIKEL: {} | RÉTRACTÉ : {} | Article rétracté : {} | Retractado: {}
        ARTIGO RETRATADO: {} | Ritrattato: {} | Ingetrokken: {} | Tillbakadragen: {} | Wycofany: {}
        RETRACTED—{} | Retracted—{} | Article retracted: {} | [This article was retracted] {}
        Artikel zurückgezogen: {} | {} (this paper has been retracted) | {} [Retraction in: Made-up J. 2020]
        Статья отозвана: {} | 【撤稿】{} | 撤稿：{} | 【撤回】{} | 철회: {}
    """,
    WITHDRAWN: """
        WITHDRAWN: {} | Withdrawn: {} | Withdrawn article: {} | [Withdrawn] {} | WITHDRAWN – {} | {} (Withdrawn)
        WITHDRAWN—{} | Paper withdrawn: {} | [Article withdrawn] {}
        {} [WITHDRAWN] | {} (Withdrawn Paper, 2019) | {} (withdrawn article) | RETIRADO: {}
    """,
    REMOVED: "REMOVED: {} | TEMPORARY REMOVAL: {} | Removed article: {}",
    REPLACED: """
        RETRACTED AND REPUBLISHED: {} | Retracted and replaced: {} | {} (Retracted and republished. See vol. 3)
    """,
}
DOUBTED = (
    "{} (Publication with Expression of Concern. See vol. 3) | {} (Expression of concern) | {} (Partially retracted)"
)
ORDINARY = """
    Why are articles retracted? | Withdrawn from treatment | Withdrawal of life support | Withdrawal: a patient's guide
    Retraction of the scapula | Retracted papers: how often are they cited? | Retracted articles: a bibliometric study
    Article retracted: why it happens | Retracted—how papers are taken back | Retraction in surgery (a review)
    Retracted: why papers are taken back | Withdrawn: how patients feel | Withdrawn: How patients feel
    Withdrawn and alone | A study of RETRACTED: papers | Retracted nipple: causes | Removed: a kidney and its story
    Outcome of patients (withdrawn from treatment) | Rofecoxib (withdrawn in 2004) | Safety of rofecoxib (withdrawn)
    RETRACTED NIPPLES IN WOMEN | WITHDRAWN PATIENTS: WHAT THEN | Articles retracted (see appendix) | Back pain (removed)
    Drugs removed from the market | The retracted Made-up Journal paper (Doe 1998) | Foreskin: retracted
    Steroids - withdrawn too early | Guidance on opioids: when withdrawn | Retracted | The story of a withdrawn paper
    Retracted science and the retraction index | Expression of concern: {} | Retraction notice to: {} | Retraction: {}
"""


def titles(table: str) -> list[str]:
    """The titles of a table, one between two bars."""
    return [each.strip() for line in table.strip().splitlines() for each in line.split("|") if each.strip()]


@pytest.mark.parametrize(("pattern", "reason"), [(one, reason) for reason in MARKED for one in titles(MARKED[reason])])
def test_a_title_says_that_its_work_was_retracted(pattern: str, reason: str):
    found = find_title_notice(pattern.format(TITLE))

    assert found is not None
    assert (found.kind, found.reason) == (NoticeKind.RETRACTION, reason)
    assert found.rest.strip(" .") == TITLE


@pytest.mark.parametrize("pattern", titles(DOUBTED))
def test_a_title_says_that_its_work_is_in_doubt(pattern: str):
    found = find_title_notice(pattern.format(TITLE))

    assert found is not None
    assert found.kind is NoticeKind.CONCERN
    assert found.rest == TITLE


@pytest.mark.parametrize("title", titles(ORDINARY))
def test_a_title_that_only_speaks_of_it(title: str):
    assert find_title_notice(title.format(TITLE)) is None


@pytest.mark.parametrize(
    "title",
    [
        "Erratum: A made-up work",
        "Correction to: Retraction Note: A made-up work",
        "Corrigendum to “Retraction of the scapula”",
        "Retraction pockets of the eardrum",
        "Withdrawal symptoms after surgery",
    ],
)
def test_a_notice_that_announces_no_retraction(title: str):
    assert read_announcement(title) is None
