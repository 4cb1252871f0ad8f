"""A program that compared a sentence with its sources says that they do not support it.

The verdict was read with `citewell verify --import`. It is about the sentence as it is now. A program can be wrong, so
this never stops a build, and it is not a review: it is a reason for a person to look. It disappears when a person has
answered `yes`, or when the sentence or its sources change. Where a program says `partly`, or that it cannot tell, this
is advice, which `citewell check --advise` shows.

Fix it by comparing the sentence with its source: correct it, or record a person's verdict.

Wrong: "Most people recover within two weeks." with the verdict `no` of a program, because its source says six weeks.

Right: "Most people recover within six weeks."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind
from citewell.model.claims import Claim
from citewell.model.reviews import ClaimVerdict, ProgramVerdicts, RecordedVerdict
from citewell.reviews.state import find_review_state
from citewell.reviews.verdicts import ClaimIndex, find_current_verdicts
from citewell.rules.rule import Finding, article_rule

_SAYS: Final = {
    ClaimVerdict.NO: "the sources of this sentence do not support it",
    ClaimVerdict.WRONG: "this sentence is wrong",
    ClaimVerdict.PARTLY: "the sources of this sentence support only a part of it",
    ClaimVerdict.CANNOT_TELL: "it cannot tell whether the sources of this sentence support it",
}
_GRAVE: Final = (ClaimVerdict.NO, ClaimVerdict.WRONG)


@article_rule("REV050", Severity.WARNING)
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each claim that a program doubts and no person has approved, at its place, once for each program."""
    if context.article.kind is not ArticleKind.ARTICLE or not context.reviews.programs:
        return
    people = find_current_verdicts(context)
    for claim, record, verdict in _find_last_verdicts(context):
        approved = any(each.verdict.verdict is ClaimVerdict.YES for each in people.get(claim.id, ()))
        if verdict.verdict in _SAYS and not approved:
            yield _report(claim, record, verdict, context)


def _find_last_verdicts(context: ArticleContext) -> Iterable[tuple[Claim, ProgramVerdicts, RecordedVerdict]]:
    """The last verdict of each program on each claim as it is, by records that count."""
    refused = {id(each.record) for each in find_review_state(context).refused}
    index, latest = ClaimIndex(context), {}
    for record in sorted(context.reviews.programs, key=lambda each: each.on):
        for verdict in record.verdicts if id(record) not in refused else ():
            claim = index.find(verdict.claim, verdict.digest)
            if claim is not None:
                latest[record.program, claim.id] = claim, record, verdict
    return latest.values()


def _report(claim: Claim, record: ProgramVerdicts, verdict: RecordedVerdict, context: ArticleContext) -> Finding:
    note = f": {verdict.note}" if verdict.note else ""
    return Finding(
        context.article.locate(claim.span),
        f"the program {record.program} {record.version} says that {_SAYS[verdict.verdict]}{note}",
        "compare it with its sources; correct it, or record a person's verdict",
        severity=None if verdict.verdict in _GRAVE else Severity.ADVICE,
    )
