"""Somebody who compared a sentence with its sources says that they do not support it, or that it is wrong.

The verdict is about the sentence as it is now. `no` says that its sources do not say so, `wrong` that it is not right
whatever they say. With `--release` this is an error. `partly` and `cannot-tell` are advice, which `citewell check
--advise` shows. After `no`, `wrong` or `partly` the section of the sentence no longer counts as reviewed.

Fix it by changing the sentence or its sources. The verdict then no longer holds, and a new one can be asked for. If the
sentence is right, the same person has to say so.

Wrong: "All lumps are harmless." with the verdict `wrong`.

Right: "Most lumps are harmless."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind
from citewell.model.reviews import ClaimVerdict
from citewell.reviews.verdicts import Judgement, list_judgements
from citewell.rules.rule import Finding, article_rule

_SAYS: Final = {
    ClaimVerdict.NO: "that the sources of this sentence do not support it",
    ClaimVerdict.WRONG: "that this sentence is wrong",
    ClaimVerdict.PARTLY: "that the sources of this sentence support only a part of it",
    ClaimVerdict.CANNOT_TELL: "that they cannot tell whether the sources of this sentence support it",
}
_GRAVE: Final = (ClaimVerdict.NO, ClaimVerdict.WRONG)


@article_rule("REV012", Severity.WARNING, Severity.ERROR)
def rule(_numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Each claim with such a verdict, at its place."""
    if context.article.kind is ArticleKind.ARTICLE:
        for each in list_judgements(context):
            if each.claim is not None and each.verdict.verdict in _SAYS:
                yield _report(each, context)


def _report(judgement: Judgement, context: ArticleContext) -> Finding:
    assert judgement.claim is not None, "asked before"
    verdict = judgement.verdict
    note = f": {verdict.note}" if verdict.note else ""
    return Finding(
        context.article.locate(judgement.claim.span),
        f"{judgement.by} said on {context.words.day(judgement.on)} {_SAYS[verdict.verdict]}{note}",
        "change the sentence or its sources, then ask again",
        severity=None if verdict.verdict in _GRAVE else Severity.ADVICE,
    )
