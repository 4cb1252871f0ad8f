"""The citations of works about which something was published since, and what the findings about them say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.acceptance import known_since, standing_notice
from citewell.citations.notices import address_of_notice
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location
from citewell.messages import Words
from citewell.messages.days import as_far_as_known, day
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import Acceptance, Reference
from citewell.rules.rule import Finding, shortened

_REASON: Final = 160  # letters; the Retraction Watch data can list a dozen reasons


class Doubted(NamedTuple):
    """A use of a reference, and the notice that no decision covers."""

    place: Location
    reference: Reference
    notice: Notice

    def finding(self, what: str, way: str, behind: str = "the notice") -> Finding:
        """The finding: ``what`` happened to the work, as "was retracted", and the way out.

        ``behind`` says what stands at the address of the notice.
        """
        address = address_of_notice(self.notice)
        read = f"read {behind} ({address}); " if address else ""
        return Finding(self.place, f'"{self.reference.key}" {what}{_told(self.notice)}', read + way + self._decided())

    def _decided(self) -> str:
        """That a decision stands there which does not cover it, and why."""
        older = [each for each in self.reference.accepted if each.finding == self.notice.kind]
        if not older:
            return ""
        last: Acceptance = max(older, key=lambda each: each.date)
        since = known_since(self.notice)
        known = f"it is known since {as_far_as_known(since) or since}"
        return f"; what was accepted on {day(last.date)} does not cover it: {known}"


def doubted(numbered: NumberedArticle, context: ArticleContext, kind: NoticeKind) -> Iterator[Doubted]:
    """Every use of a reference whose gravest notice without a decision is of this kind."""
    for entry in numbered.entries:
        notice = standing_notice(entry.reference, context.notices.get(entry.reference.key, ()))
        if notice is not None and notice.kind is kind:
            for use in entry.uses:
                yield Doubted(numbered.article.locate(use.span), entry.reference, notice)


def _told(notice: Notice) -> str:
    """When, by whom and why, as far as it is known."""
    when = f" {Words().on_day(notice.published)}".rstrip()
    reason = notice.reason if len(notice.reason) <= _REASON else shortened(notice.reason[:_REASON])
    return f"{when}, says {notice.said_by}" + (f": {' '.join(reason.split())}" if reason else "")
