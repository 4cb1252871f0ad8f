"""What a run found, and the numbers that sum it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from citewell.diagnostics import Diagnostic, Severity
from citewell.model.claims import Status
from citewell.model.facts import SiteFacts


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of a run.

    ``claims`` are those that need support: ``cited``, ``uncited`` and ``waived`` together. ``files`` were looked at,
    ``files_with_findings`` are those with a diagnostic; ``advice`` counts apart.
    """

    articles: int = 0
    claims: int = 0
    cited: int = 0
    uncited: int = 0
    waived: int = 0
    references: int = 0
    errors: int = 0
    warnings: int = 0
    advice: int = 0
    files: int = 0
    files_with_findings: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in reading order, and their summary."""

    diagnostics: tuple[Diagnostic, ...] = ()
    summary: Summary = field(default_factory=Summary)


@dataclass(frozen=True, slots=True)
class PathFilter:
    """The part of the content that somebody asked about: paths of files and folders; none means all of it."""

    paths: tuple[str, ...] = ()

    def __contains__(self, path: object) -> bool:
        return not self.paths or any(path == one or str(path).startswith(f"{one}/") for one in self.paths)


def make_report(facts: SiteFacts, diagnostics: Iterable[Diagnostic], within: PathFilter | None = None) -> Report:
    """The findings about a part of the content, and its numbers. The findings keep their order.

    The shared texts that its articles use are part of it.
    """
    part = within or PathFilter()
    documents = [document for document in facts.documents if document.path in part]
    used = frozenset(facts.site.shared[name].source.path for document in documents for name in document.shared)
    found = tuple(each for each in diagnostics if each.location.path in part or each.location.path in used)
    severities = Counter(diagnostic.severity for diagnostic in found)
    statuses: Counter[Status] = Counter()
    for document in documents:
        statuses.update(document.statuses)
    complaints = {diagnostic.location.path for diagnostic in found}
    claims = (Status.CITED, Status.UNCITED, Status.WAIVED)
    summary = Summary(
        articles=sum(article.path in part for article in facts.articles.values()),
        claims=sum(statuses[status] for status in claims),
        cited=statuses[Status.CITED],
        uncited=statuses[Status.UNCITED],
        waived=statuses[Status.WAIVED],
        references=sum(reference.place().path in part for reference in facts.site.bibliography.references.values()),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        advice=severities[Severity.ADVICE],
        files=len(complaints | {path for path in _list_files(facts) if path in part or path in used}),
        files_with_findings=len(complaints),
    )
    return Report(found, summary)


def _list_files(facts: SiteFacts) -> Iterator[str]:
    """Every file that something was read from."""
    yield "content_src/site.yml"
    yield from (document.path for document in facts.documents)
    yield from (reference.place().path for reference in facts.site.bibliography.references.values())
    yield from (person.location.path for person in facts.site.people.values())
    yield from (shared.source.path for shared in facts.site.shared.values())
