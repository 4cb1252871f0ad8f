"""Statements that rest on a work of which looking it up found something that readers must not meet unprepared.

Its page is broken or another work's, or a notice about the work was published: a retraction, an expression of concern,
a newer work in its place, a correction. Each use is reported, unless a decision of the editors covers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.acceptance import date_known, find_acceptance, find_open_notice
from citewell.citations.notices import find_notice_url
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location, Severity
from citewell.messages import Words
from citewell.messages.days import as_far_as_known, day
from citewell.model.evidence import BAD, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.references import Acceptance, Reference
from citewell.rules.rule import Finding, Rule, article_rule, describe_rule, shortened

_VERDICTS: Final = {
    Verdict.BROKEN: "is broken",
    Verdict.WRONG_PAGE: "leads to a different work",
    Verdict.REFUSED: "has an address that readers cannot reach",
}


@article_rule("CIT021", Severity.WARNING, at_release=Severity.ERROR)
def _find_broken(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every use of a reference with one of these verdicts, which no decision covers."""
    for entry in numbered.entries:
        reference = entry.reference
        locked = context.known.get(reference.key)
        if locked is None or locked.verdict not in BAD or find_acceptance(reference, locked, locked.verdict):
            continue
        because = locked.reason.rstrip(" .")
        message = f'"{reference.key}" {_VERDICTS[locked.verdict]}' + (f": {because}" if because else "")
        for use in entry.uses:
            yield Finding(numbered.article.locate(use.span), message, _write_hint(reference, locked))


def _write_hint(reference: Reference, locked: LockedReference) -> str:
    archived = locked.archived
    copy = f"there is an archived copy of {day(archived.date)}, {archived.url}; " if archived else ""
    older = any(each.finding == locked.verdict for each in reference.accepted)
    decided = f"; a decision from before {day(locked.failed_on[0])} does not cover it" if older else ""
    return f'{copy}correct the reference or cite another work, or say under its "accepted:" why it may stay{decided}'


_REASON: Final = 160  # letters; the Retraction Watch data can list a dozen reasons


class DoubtedUse(NamedTuple):
    """A use of a reference, and the notice that no decision covers."""

    place: Location
    reference: Reference
    notice: Notice

    def make_finding(self, message: str, hint: str, source: str) -> Finding:
        """The finding: ``message`` says what happened to the work, ``source`` what is at the address of the notice."""
        address = find_notice_url(self.notice)
        read = f"read {source} ({address}); " if address else ""
        return Finding(
            self.place,
            f'"{self.reference.key}" {message}{_describe_notice(self.notice)}',
            read + hint + self._describe_decision(),
        )

    def _describe_decision(self) -> str:
        """That there is a decision which does not cover it, and why."""
        older = [each for each in self.reference.accepted if each.finding == self.notice.kind]
        if not older:
            return ""
        last: Acceptance = max(older, key=lambda each: each.date)
        since = date_known(self.notice)
        known = f"it is known since {as_far_as_known(since) or since}"
        return f"; the decision of {day(last.date)} does not cover it: {known}"


def _find_doubted_uses(numbered: NumberedArticle, context: ArticleContext, kind: NoticeKind) -> Iterator[DoubtedUse]:
    """Every use of a reference whose gravest notice without a decision is of this kind."""
    for entry in numbered.entries:
        notice = find_open_notice(entry.reference, context.notices.get(entry.reference.key, ()))
        if notice is not None and notice.kind is kind:
            for use in entry.uses:
                yield DoubtedUse(numbered.article.locate(use.span), entry.reference, notice)


def _describe_notice(notice: Notice) -> str:
    """When, by whom and why, as far as it is known."""
    when = f" {Words().on_day(notice.published)}".rstrip()
    reason = notice.reason if len(notice.reason) <= _REASON else shortened(notice.reason[:_REASON])
    return f"{when}, says {notice.said_by}" + (f": {' '.join(reason.split())}" if reason else "")


def _make_notice_rule(  # noqa: PLR0913 - one argument a column of the table below
    code: str,
    kind: NoticeKind,
    message: str,
    hint: str,
    *,
    source: str = "the notice",
    severity: Severity = Severity.ERROR,
    at_release: Severity | None = None,
) -> Rule:
    """A rule about notices of one kind; the arguments are those of ``DoubtedUse.make_finding``."""

    @article_rule(code, severity, at_release)
    def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
        for use in _find_doubted_uses(numbered, context, kind):
            yield use.make_finding(message, hint, source)

    return rule


_CIT021: Final = """
A statement cites a reference whose link is broken or leads to something else.

A reader who follows the number must find the support for the sentence. The online check of the reference found one of
these:

- broken: the page is gone, or its site is; it failed on two different days
- wrong page: the address, the DOI or the PMID leads to a work with a completely different title
- refused: the address is in a private network, which readers cannot reach

A site that blocks programs, or that once did not answer, is not reported here. The finding is a warning, and an error
with `--release`; it is reported at each citation, because each of these statements has lost its support.

Fix it by writing the new address of the page, or by citing another work that says the same. If the finding is wrong or
there is no better address, say so under `accepted:` of the reference, with the reason, who decided and the date.
`citewell refs resolve KEY` checks again.

Wrong: `[@example-page]`, while `content_src/references.lock` says that its page is gone.

Right: the reference has an address at which the page is, or this:

```yaml
custom:
  accepted:
    - finding: broken
      reason: The site is closed; the archived copy is what we read.
      by: editorial-team
      date: 2026-02-01
```
"""

_CIT022: Final = """
A statement cites a work that was retracted.

The publisher has taken the work back: its figures were wrong, invented, or cannot be trusted. The statement may still
be true, but this work no longer shows it, and readers who act on it could be harmed.

Fix it by reading the notice, and citing another work that supports the sentence; if there is none, delete the sentence.
An article about the retraction itself may cite it: then say so under `accepted:` of the reference, with the reason, who
decided and the date. Readers always see the notice.

Wrong: `[@example-study]`, while `content_src/references.lock` says that it was retracted on 31 January 2014.

Right: `[@example-review]`, or this in the reference, if it is cited on purpose:

```yaml
custom:
  accepted:
    - finding: retraction reason: The article is about the retraction. by: editorial-team date: 2026-02-01
```
"""

_CIT023: Final = """
A statement cites a work about which its publisher has expressed concern.

An expression of concern says that something may be wrong with the work and that somebody is investigating. It may or
may not end in a retraction. Until then, a health statement should not rely on it alone. It is a warning, and an error
with `--release`.

Fix it by reading the notice, and citing another work. If the sentence may stay as it is, say so under `accepted:` of
the reference, with the reason, who decided and the day. Readers see the notice in any case.

Wrong: `[@example-study]`, while `content_src/references.lock` holds an expression of concern about it.

Right: `[@example-review]`, or this in the reference:

```yaml
custom:
  accepted:
    - finding: expression-of-concern
      reason: It is about a figure that we do not use.
      by: editorial-team
      date: 2026-02-01
```
"""

_CIT024: Final = """
A statement cites a work that a newer one has replaced.

A replaced guideline says what doctors used to do. On this point, the new one may say the same, or the opposite. It is a
warning, and an error with `--release`.

Fix it by reading the new work: if it says the same, cite it instead; if not, correct the sentence. If you need the
older one, for example for its history, say so under `accepted:` of the reference, with the reason, who decided and the
date.

Wrong: `[@example-guideline-2009]`, while `content_src/references.lock` says that it was superseded.

Right: `[@example-guideline-2024]`, or this in the reference:

```yaml
custom:
  accepted:
    - finding: superseded
      reason: The sentence is about the advice of that time.
      by: editorial-team
      date: 2026-02-01
```
"""

_CIT025: Final = """
A statement cites a work that was corrected after publication.

Most corrections change the spelling of a name. Some change exactly the number that a sentence gives.

Fix it by reading the correction. If the sentence still holds, say so under `accepted:` of the reference, with the
reason, who decided and the date; if not, correct the sentence first. A later correction needs a new date.

Wrong: `[@example-study]`, while `content_src/references.lock` holds a correction that nobody has read.

Right:

```yaml
custom:
  accepted:
    - finding: correction
      reason: It changes the address of an author.
      by: editorial-team
      date: 2026-02-01
```
"""

rules: Final = (
    describe_rule(
        _find_broken,
        "citation-of-broken",
        _CIT021,
    ),
    describe_rule(
        _make_notice_rule(
            "CIT022",
            NoticeKind.RETRACTION,
            "was retracted",
            "cite another work for this sentence, or delete the sentence; "
            'if it is cited on purpose, say why under "accepted:" of the reference',
        ),
        "citation-of-retracted",
        _CIT022,
    ),
    describe_rule(
        _make_notice_rule(
            "CIT023",
            NoticeKind.CONCERN,
            "is in doubt: its publisher has expressed concern",
            'cite another work for this sentence, or say under "accepted:" of the reference why it may stay',
            severity=Severity.WARNING,
            at_release=Severity.ERROR,
        ),
        "citation-of-concern",
        _CIT023,
    ),
    describe_rule(
        _make_notice_rule(
            "CIT024",
            NoticeKind.SUPERSEDED,
            "was superseded",
            "if the newer work says the same, cite it instead",
            source="what replaced it",
            severity=Severity.WARNING,
            at_release=Severity.ERROR,
        ),
        "citation-of-superseded",
        _CIT024,
    ),
    describe_rule(
        _make_notice_rule(
            "CIT025",
            NoticeKind.CORRECTION,
            "was corrected",
            'if the sentence is still right, say so under "accepted:" of the reference, with today\'s date',
            severity=Severity.WARNING,
        ),
        "citation-of-corrected",
        _CIT025,
    ),
)
