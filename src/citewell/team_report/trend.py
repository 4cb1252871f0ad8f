"""How the content grew: a few numbers for the end of each month, from the states that git keeps.

The cost is bounded: one state a month is read, a text that is the same in several states is parsed once, and what is
kept of a text are four numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from citewell.citations.pinned_quotes import pins_words
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.claims import Status
from citewell.model.site import Site
from citewell.project import CONTENT, Project
from citewell.source.content_tree import ContentTree, DocumentFiles
from citewell.source.files import Allowance, ReadBytes, SourceFile
from citewell.source.load import read_article, read_site
from citewell.team_report.figures import History, Month, Trend
from citewell.team_report.git_history import Blobs, GitFailed, OldFile, Repository, open_repository

#: The text of an article, from the project's folder.
_ARTICLES: Final = PurePosixPath(CONTENT, "articles")
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
class _Reader:
    """Reads states of the content; ``counted`` remembers what came of each text under each ``site.yml``."""

    project: Project
    blobs: Blobs
    counted: dict[tuple[str, str], _Counted | None] = field(default_factory=dict)

    def read_month(self, month: date, commit: str, files: Mapping[str, OldFile]) -> Month:
        """The numbers of one state, which was that at the end of a month."""
        found = [each for each in self._count_articles(files) if each]
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

    def _count_articles(self, files: Mapping[str, OldFile]) -> Iterator[_Counted | None]:
        site: Site | None = None
        settings = files.get(f"{CONTENT}/site.yml")
        for path, file in files.items():
            if PurePosixPath(path).parent.parent == _ARTICLES and path.endswith("/article.md"):
                key = (file.blob, settings.blob if settings else "")
                if key not in self.counted:
                    site = site or self._read_settings(settings)
                    self.counted[key] = self._count_article(path, file, site)
                yield self.counted[key]

    def _read_settings(self, settings: OldFile | None) -> Site:
        """What an article's claims depend on besides its text: the language and abbreviations of the site."""
        tree = ContentTree(settings=self._file(settings.path) if settings else None)
        known = {settings.path: settings} if settings else {}
        return read_site(tree, lambda file, allowance: self._read(known, file, allowance))

    def _count_article(self, path: str, file: OldFile, site: Site) -> _Counted | None:
        document = DocumentFiles(PurePosixPath(path).parent.name, self._file(path))
        known = {path: file}
        read = read_article(
            document, ArticleKind.ARTICLE, site, lambda each, allowance: self._read(known, each, allowance)
        )
        return _count_claims(read.article) if read.article else None

    def _file(self, path: str) -> SourceFile:
        return SourceFile(self.project.root / path, path)

    def _read(self, known: Mapping[str, OldFile], file: SourceFile, allowance: Allowance) -> ReadBytes:
        """The bytes of a file of an earlier state; too large a file is left out, as it would be today."""
        old = known.get(file.shown)
        return ReadBytes(None if old is None or old.size > allowance.size else self.blobs.read(old.blob))


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
        reader = _Reader(project, blobs)
        for month in list_months(today, months):
            commit = repository.find_commit(_next_month(month))
            if commit:
                files = {each.path: each for each in repository.list_files(commit, CONTENT)}
                yield reader.read_month(month, commit, files)


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


def _count_claims(article: Article) -> _Counted | None:
    """The numbers of an article; ``None`` of one that was not published."""
    if article.front.status is not PublicationStatus.PUBLISHED:
        return None
    claims = [claim for claim in article.claims if claim.status is not Status.NOT_A_CLAIM]
    cited = [claim for claim in claims if claim.status is Status.CITED]
    pinned = [claim for claim in cited if any(map(pins_words, claim.citations))]
    return _Counted(len(claims), len(cited), len(pinned))


def _explain(history: History, words: str = "") -> Trend:
    return Trend(history, (), _NOTES[history].format(words=words))
