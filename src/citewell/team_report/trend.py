"""How the content grew: a few numbers for the end of each month, from the states that git keeps.

The cost is bounded: one state a month is read, a text that is the same in several states is parsed once, and what is
kept of a text are four numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from citewell.article_context import ContextBuilder
from citewell.citations.pinned_quotes import pins_words
from citewell.model.article import Article, PublicationStatus
from citewell.model.claims import Status
from citewell.project import CONTENT, SITE_YML, Project
from citewell.reviews.state import is_withheld
from citewell.team_report.figures import History, Month, Trend
from citewell.team_report.git_history import GitFailed, Repository, open_repository
from citewell.team_report.old_content import OldContent
from citewell.team_report.reviews import list_signed_claims

_SHALLOW: Final = "This copy of the repository is shallow: git has only the last part of its history."
_NOTES: Final[Mapping[History, str]] = {
    History.READ: "",
    History.SHALLOW: _SHALLOW,
    History.NO_GIT: "git is not installed here, so nothing is known of earlier months.",
    History.NO_REPOSITORY: "The project is not in a git repository, so nothing is known of earlier months.",
    History.NOT_ASKED: "Earlier months were not asked for.",
    History.UNREADABLE: "git could not read the history: {words}.",
}


class _Counted(NamedTuple):
    """The claims of a published article: all, those with a source, those with pinned words, those reviewed."""

    claims: int
    cited: int
    pinned: int
    reviewed: int = 0


@dataclass(frozen=True)
class _Counter:
    """Counts the claims of one state after another.

    ``counted`` remembers what was found in each text under each ``site.yml``. What of it was reviewed depends on more,
    and is found again for each month; few articles have reviews.
    """

    counted: dict[tuple[str, str], _Counted | None] = field(default_factory=dict)

    def count_month(self, month: date, commit: str, content: OldContent) -> Month:
        """The numbers of one state, which was that at the end of a month."""
        found = [each for path in content.list_articles() if (each := self._count(path, content))]
        claims = sum(each.claims for each in found)

        def share(number: int) -> float:
            return round(100 * number / claims, 1) if claims else 0.0

        return Month(
            f"{month:%Y-%m}",
            commit,
            len(found),
            claims,
            share(sum(each.cited for each in found)),
            share(sum(each.pinned for each in found)),
            share(sum(each.reviewed for each in found)),
        )

    def _count(self, path: str, content: OldContent) -> _Counted | None:
        if content.find_reviews(path):
            article = content.read_article(path)
            return _count_claims(article, content.inputs, _count_reviewed(article, content.inputs)) if article else None
        settings = content.files.get(SITE_YML)
        key = (content.files[path].blob, settings.blob if settings else "")
        if key not in self.counted:
            article = content.read_article(path)
            self.counted[key] = _count_claims(article, content.inputs_without_reviews) if article else None
        return self.counted[key]


def read_trend(project: Project, today: date, months: int) -> Trend:
    """The numbers at the end of each of the last ``months``, this one included, as far as there were commits then.

    What is not committed yet is not in them.
    """
    if not months:
        return _explain(History.NOT_ASKED)
    repository = open_repository(project.root)
    if not isinstance(repository, Repository):
        history, words = repository
        return _explain(history, words)
    try:
        found = tuple(_read_months(repository, project, today, months)) if repository.has_commits() else ()
    except (GitFailed, OSError) as failed:
        return _explain(History.UNREADABLE, str(failed))
    history = History.SHALLOW if repository.shallow else History.READ
    return Trend(history, found, _NOTES[history])


def _read_months(repository: Repository, project: Project, today: date, months: int) -> Iterator[Month]:
    with repository.open_blobs() as blobs:
        counter = _Counter()
        for month in list_months(today, months):
            next_month = _next_month(month)
            commit = repository.find_commit(next_month)
            if commit:
                files = {each.path: each for each in repository.list_files(commit, CONTENT)}
                day = min(today, next_month - timedelta(days=1))
                yield counter.count_month(month, commit, OldContent(project, blobs, files, day))


def list_months(today: date, months: int) -> list[date]:
    """The first days of the last months, that of today last."""
    found = [today.replace(day=1)]
    while len(found) < months:
        before = found[-1]
        earlier = (before.year - 1, 12) if before.month == 1 else (before.year, before.month - 1)
        found.append(date(*earlier, 1))
    return found[::-1]


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _count_claims(article: Article, inputs: ContextBuilder, reviewed: int = 0) -> _Counted | None:
    """The numbers of an article; ``None`` of one that was not published, or was withheld until it is reviewed."""
    if article.front.status is not PublicationStatus.PUBLISHED or is_withheld(inputs.context(article)):
        return None
    claims = [claim for claim in article.claims if claim.status is not Status.NOT_A_CLAIM]
    cited = [claim for claim in claims if claim.status is Status.CITED]
    pinned = [claim for claim in cited if any(map(pins_words, claim.citations))]
    return _Counted(len(claims), len(cited), len(pinned), reviewed)


def _count_reviewed(article: Article, inputs: ContextBuilder) -> int:
    """How many claims were in sections with a medical sign-off that covered them as they were."""
    signed = list_signed_claims(inputs.context(article))
    return sum(claim.status is not Status.NOT_A_CLAIM for claim in signed)


def _explain(history: History, words: str = "") -> Trend:
    return Trend(history, (), _NOTES[history].format(words=words))
