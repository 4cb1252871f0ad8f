"""The story of one build, from the content to the site in place.

Read, number, check, render, write docs, build, index, print (where the site has PDF files), verify, publish. Errors in
the content, drafts aside, end it before ``docs/`` is touched, faults of the built pages before ``site/`` is; and
whatever else goes wrong, what was published before stays.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from citewell.citations.number import NumberedArticle, number
from citewell.diagnostics import Diagnostic, has_errors
from citewell.formats.plain import count
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.site import Site
from citewell.project import MKDOCS_CONFIG, Project
from citewell.rules import check, discover
from citewell.source.load import load

if TYPE_CHECKING:
    from citewell.fixes.overlay import Desk
    from citewell.model.published import Expected
    from citewell.outputs.search_documents import SearchDocument
    from citewell.site.publish import PublishReport


class Stage(Protocol):
    """A stage while it runs; ``note`` is what it has to say at its end, in a few words."""

    note: str


class Stages(Protocol):
    """Who is told of each stage as it begins and ends."""

    def __call__(self, name: str, /) -> AbstractContextManager[Stage]:
        """Begin the stage of this name."""


class Silent:
    """Stages that nobody watches."""

    note: str

    def __init__(self, _name: str = "") -> None:
        self.note = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The content as it was read, its sources numbered, and everything that was found in it."""

    site: Site
    numbered: tuple[NumberedArticle, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to.

    ``diagnostics`` are those about the content, then those about the built pages. ``published`` says how the site got
    into place, and is ``None`` when findings kept it from being published. ``warnings`` are MkDocs's own, a line each.
    """

    site: Site
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    published: PublishReport | None = None
    warnings: tuple[str, ...] = ()


def examine(
    project: Project,
    today: date,
    release: bool = False,
    stages: Stages = Silent,
    desk: Desk | None = None,
    advise: bool = False,
) -> CheckResult:
    """Read, number and check the content of a project.

    ``today`` is what dates are compared with; ``release`` makes errors of what depends on it or on the web. With a
    ``desk``, where files are mended before they are written, its texts are read, and what can be tidied is found, too;
    with ``advise`` there is advice among the findings.
    Raises ``ContentUnreadable``; what is wrong in the content is a finding.
    """
    with stages("read") as stage:
        site = load(project, desk.read) if desk else load(project)
        stage.note = (
            f"{count(len(site.articles), 'article')}, {count(len(site.pages), 'own page')}, "
            f"{count(len(site.bibliography.references), 'reference')}"
        )
    with stages("number") as stage:
        numbered = tuple(number(document, site.bibliography) for document in site.documents)
        lists = [len(each.entries) for each in numbered if each.entries]
        entries = count(sum(lists), "entry", "entries")
        stage.note = f"{entries} in {count(len(lists), 'list of sources', 'lists of sources')}"
    with stages("check") as stage:
        diagnostics = check(site, numbered, today, release, tidy=desk is not None, advise=advise)
        stage.note = count(len(discover()), "rule")
    return CheckResult(site, numbered, diagnostics)


def build(project: Project, today: date, release: bool = False, stages: Stages = Silent) -> BuildResult:
    """Build the site of a project and put it in place, unless findings forbid it.

    ``today`` and ``release`` are as for ``examine``; ``stages`` is told of each stage. Raises a ``CitewellError`` when
    the build cannot be done; ``site/`` is then what it was.
    """
    from citewell.site.lock import build_lock  # noqa: PLC0415 - `citewell check` needs nothing of what follows
    from citewell.site.mkdocs_yml import read_mkdocs_yml  # noqa: PLC0415 - as above
    from citewell.site.publish import refuse_foreign_folder  # noqa: PLC0415 - as above

    with build_lock(project):
        additions = read_mkdocs_yml(project)
        refuse_foreign_folder(project.site)
        examined = examine(project, today, release, stages)
        if has_errors(_about_what_is_published(examined)):
            return BuildResult(examined.site, examined.diagnostics)
        return _make(project, examined, additions, stages)


def _about_what_is_published(examined: CheckResult) -> tuple[Diagnostic, ...]:
    """The findings that may stop a publication: none in the folder, or own page, of a draft, nor in a withdrawn text.

    Neither is on any page. Half a draft must never hold up an urgent correction of something else, nor a source that
    was thrown out the withdrawal of what rested on it. Where the front matter could not be read as it stands, nobody
    knows what it says.
    """
    known = [each for each in examined.site.documents if not any(flaw.kind.startswith("yaml-") for flaw in each.flaws)]
    drafts = tuple(
        f"{PurePosixPath(each.source.path).parent}/" if each.kind is ArticleKind.ARTICLE else each.source.path
        for each in known
        if each.front.status is PublicationStatus.DRAFT
    )
    gone = {
        each.source.path: each.locate(each.body[0].span).line
        for each in known
        if each.front.status is PublicationStatus.WITHDRAWN and each.body
    }
    return tuple(
        found
        for found in examined.diagnostics
        if not found.location.path.startswith(drafts)
        and found.location.line < gone.get(found.location.path, sys.maxsize)
    )


def _make(project: Project, examined: CheckResult, additions: Mapping[str, Any], stages: Stages) -> BuildResult:
    """From content without errors to the site in place."""
    from citewell.outputs.pdf import press  # noqa: PLC0415 - as above
    from citewell.outputs.search import require_pagefind  # noqa: PLC0415 - as above

    if examined.site.has_search:
        require_pagefind()  # should it be missing, nothing is begun
    if examined.site.settings.pdf:
        press(examined.site, examined.site.settings.address)  # as above
    written = _write(project, examined, additions, stages)
    return _stage_and_publish(project, examined, written, stages)


class _Written(NamedTuple):
    """What stands in ``docs/``: what each built page must show, and MkDocs's configuration with what the site adds."""

    expected: Mapping[PurePosixPath, Expected]
    config: Mapping[str, Any]


def _write(project: Project, examined: CheckResult, additions: Mapping[str, Any], stages: Stages) -> _Written:
    """From content without errors to ``docs/``; ``additions`` are the settings of the site's own ``mkdocs.yml``.

    The pages themselves are on the disk then and no longer held: of a large site they are a third of the memory.
    """
    from citewell.render import files, pages  # noqa: PLC0415 - as above
    from citewell.site.expected_page import list_expected_pages  # noqa: PLC0415 - as above
    from citewell.site.mkdocs_config import add_settings, make_mkdocs_config, write_config  # noqa: PLC0415 - as above
    from citewell.site.write_docs import write_docs  # noqa: PLC0415 - as above

    with stages("render") as stage:
        written = pages(examined.site, examined.numbered)
        docs = {page.path: page.data() for page in written} | files(examined.numbered)
        stage.note = count(len(written), "page")
    config = make_mkdocs_config(project, examined.site, docs)
    with stages("write docs") as stage:
        done = write_docs(project.docs, docs | {PurePosixPath(MKDOCS_CONFIG): write_config(config)})
        stage.note = f"{len(done.written):,} written, {len(done.removed):,} removed, {done.unchanged:,} as they were"
    return _Written(list_expected_pages(written, examined.numbered), add_settings(config, additions))


def _stage_and_publish(project: Project, examined: CheckResult, written: _Written, stages: Stages) -> BuildResult:
    """From ``docs/`` to ``site/``, by way of a staging folder in which the built pages are verified."""
    from citewell.outputs.search_documents import searched  # noqa: PLC0415 - as above
    from citewell.site.checks import check_published  # noqa: PLC0415 - as above
    from citewell.site.engine import build_staged  # noqa: PLC0415 - as above
    from citewell.site.expected_page import list_literal_words  # noqa: PLC0415 - as above
    from citewell.site.last_release import keep_for_open_pages  # noqa: PLC0415 - as above
    from citewell.site.loaded_files import name_by_content  # noqa: PLC0415 - as above
    from citewell.site.manifest import walk  # noqa: PLC0415 - as above
    from citewell.site.publish import publish  # noqa: PLC0415 - as above
    from citewell.site.staging import staging  # noqa: PLC0415 - as above
    from citewell.site.unused_assets import remove_unused  # noqa: PLC0415 - as above
    from citewell.site.verify import read_published  # noqa: PLC0415 - as above

    address = examined.site.settings.address
    with staging(project) as staged:
        with stages("build"):
            warnings = build_staged(project, written.config, project.docs, staged)
        findable = searched(examined.site, examined.numbered)
        if examined.site.has_search:
            _index(findable, examined.site.settings.language, staged, stages)
        name_by_content(staged, frozenset(walk(project.docs)), address)
        if examined.site.settings.pdf:
            _print(project, examined, staged, stages)
        with stages("verify") as stage:
            demonstration = examined.site.settings.demonstration
            paths = frozenset(each.path for each in findable)
            last = project.site
            literal = list_literal_words(examined.site)
            site = read_published(staged, written.expected, address, demonstration, literal, paths, last)
            faults = check_published(site)
            links = sum(len(page.links) + len(page.loads) for page in site.pages.values())
            stage.note = f"{count(len(site.pages), 'page')}, {count(links, 'link')}"
        diagnostics = (*examined.diagnostics, *faults)
        if has_errors(faults):
            return BuildResult(examined.site, diagnostics, len(site.pages), None, warnings)
        with stages("publish") as stage:
            remove_unused(staged, site)
            keep_for_open_pages(last, staged, site)
            report = publish(staged, last)
            stage.note = "in one step" if report.exchanged else "in two renames"
    return BuildResult(examined.site, diagnostics, len(site.pages), report, warnings)


def _index(findable: Sequence[SearchDocument], language: str, staged: Path, stages: Stages) -> None:
    """The search index, in the staged site."""
    from citewell.outputs.search import make_index  # noqa: PLC0415 - as above

    with stages("index") as stage:
        made = make_index(staged, findable, language)
        stage.note = f"{count(made.pages, 'page')}, {count(made.files, 'file')}, {made.size / 1000:,.0f} KB"


def _print(project: Project, examined: CheckResult, staged: Path, stages: Stages) -> None:
    """A PDF for each article, beside its page."""
    from citewell.outputs.pdf import leaflets, press, print_all  # noqa: PLC0415 - as above

    with stages("print") as stage:
        wanted = leaflets(examined.site, examined.numbered)
        printer = press(examined.site, examined.site.settings.address)
        printed = print_all(wanted, staged, project.pdf_cache, printer)
        stage.note = f"{count(len(wanted), 'PDF')}, {printed:,} of them new"
