"""What is a claim, and with which sources: ``claims/*.md``, where each case shows a text and its rows of the ledger.

A row says what it is (``cited``, ``waived``, ``uncited``, or the kind of what is no claim), its keys (after ``:`` where
a source does not simply support it) or reason, its certainty in brackets, after
``|`` its words, and after ``⚠`` the words at which the reader is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from citewell.model.article import Article
from citewell.model.claims import Claim, Status
from citewell.model.inlines import CitationItem, Intent
from tests.source.reading import read

FOLDER = Path(__file__).parent / "claims"
_CASE = re.compile(r"^## ([^\n]+)\n\n```markdown\n(.*?)^```\n\n```\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """A text and the rows it has."""

    name: str
    body: str
    rows: str


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = [Case(f"{path.stem}: {title}", body, rows) for title, body, rows in _CASE.findall(text)]
        assert len(found) == text.count("\n\n## "), f"{path.name}: a case is not written like the others"
        yield from found


def _name_source(item: CitationItem) -> str:
    return item.key if item.intent is Intent.SUPPORTS else f"{item.intent}:{item.key}"


def row(article: Article, claim: Claim) -> str:
    """A claim in words."""
    what = str(claim.status) if claim.status is not Status.NOT_A_CLAIM else claim.kind
    why = [_name_source(item) for item in claim.citations] + [waiver.kind for waiver in claim.waivers]
    why += [f"({claim.certainty})"] if claim.certainty else []
    doubts = "".join(f" ⚠ {article.source.text[place.start :].split(maxsplit=1)[0]}" for place in claim.doubtful)
    return f"{' '.join([str(what), *why])} | {claim.text}{doubts}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_text_has_these_claims(case: Case) -> None:
    article = read(case.body)
    assert "".join(row(article, claim) for claim in article.claims[1:]) == case.rows
