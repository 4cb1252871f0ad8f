"""The story of one build, from the content to the site in place.

Read, take each document (check and render it), check the whole, render what is made from all, write docs, build, add
the outputs that need the built pages, verify, publish. Errors in the content, drafts aside, end it before ``docs/`` is
touched, faults of the built pages before ``site/`` is; and whatever else goes wrong, what was published before stays.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Protocol, Self

from citewell.article_context import ArticleContext
from citewell.diagnostics import Diagnostic, has_errors
from citewell.formats.terminal_text import count_noun
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card, SiteFacts
from citewell.model.policies import Unreviewed
from citewell.outputs import (
    Output,
    StagedSite,
    list_head_links,
    make_files,
    prepare_outputs,
    select_staged_outputs,
)
from citewell.project import MKDOCS_CONFIG, REVIEWS_FOLDER, Project
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.site_map import SiteIndex, build_site_index
from citewell.result_store import ResultStore, open_results
from citewell.rules import USUAL_CHECK, CheckOptions, discover
from citewell.site.checks import check_published
from citewell.site.document_output import DocsFiles, DocumentOutput, PackedOutput, make_docs, pack_output
from citewell.site.engine import build_staged
from citewell.site.expected_page import list_literal_words
from citewell.site.last_release import keep_for_open_pages
from citewell.site.loaded_files import name_by_content
from citewell.site.lock import build_lock
from citewell.site.manifest import walk
from citewell.site.mkdocs_config import add_settings, make_mkdocs_config, write_config
from citewell.site.mkdocs_yml import read_mkdocs_yml
from citewell.site.publish import PublishReport, publish, refuse_foreign_folder
from citewell.site.staging import staging
from citewell.site.unused_assets import remove_unused
from citewell.site.verify import read_published
from citewell.site.write_docs import write_docs
from citewell.workers import work_ahead
from citewell.workspace import KeptResults, Workspace


class Stage(Protocol):
    """A stage while it runs; ``note`` is what it has to say at its end, in a few words."""

    note: str


class Stages(Protocol):
    """Reports each stage as it begins and ends."""

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
class BuildResult:
    """The result of a build.

    ``diagnostics`` are those about the content, then those about the built pages. ``published`` says how the site got
    into place, and is ``None`` when findings kept it from being published. ``warnings`` are MkDocs's own, a line each.
    """

    facts: SiteFacts
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    published: PublishReport | None = None
    warnings: tuple[str, ...] = ()


def build(
    project: Project, today: date, release: bool = False, stages: Stages = Silent, *, shells: bool = True, jobs: int = 1
) -> BuildResult:
    """Build the site of a project and put it in place, unless findings forbid it.

    ``today`` is what dates are compared with; ``release`` makes errors of what depends on it or on the web; ``stages``
    reports each stage. Without ``shells`` MkDocs makes every page itself; up to ``jobs`` processes work on
    the articles. Neither changes a byte. Raises a ``CitewellError`` when the build cannot be done; ``site/`` is then
    what it was.
    """
    with build_lock(project), open_results(project) as store:
        additions = read_mkdocs_yml(project)
        refuse_foreign_folder(project.site)
        content = RenderedContent(project, today, CheckOptions(release), store=store, jobs=jobs)
        findings = check_content(content.work, stages)
        if has_errors(_about_what_is_published(content.work.facts, findings)):
            return BuildResult(content.work.facts, findings)
        outputs = prepare_outputs(content.work.facts)  # if what one needs is missing, nothing is begun
        index = content.index()
        written = _write(project, content, additions, index, outputs, stages)
        return _stage_and_publish(project, findings, written, outputs, stages, BuildMeans(store, shells))


class RenderedContent:
    """The content of a project, of which each document is rendered while it is checked.

    ``work`` is the workspace. In a ``preview`` no page leads to a PDF, and no article is withheld from its editors.
    """

    def __init__(
        self,
        project: Project,
        today: date,
        options: CheckOptions = USUAL_CHECK,
        *,
        preview: bool = False,
        store: ResultStore | None = None,
        jobs: int = 1,
    ) -> None:
        self._printed, self._preview = ReferenceDescriptions(), preview
        work = partial(_prepare_documents, project, today, options)
        self.work: Workspace[PackedOutput] = Workspace(
            project, today, options, make=self._pack, kept=KeptResults(store, partial(work_ahead, work, jobs))
        )

    def _pack(self, context: ArticleContext) -> PackedOutput:
        if self._preview:
            policies = replace(context.settings.policies, unreviewed=Unreviewed.PUBLISH)
            context = replace(context, settings=replace(context.settings, pdf=None, policies=policies))
        return pack_output(context, self._printed)

    def index(self) -> SiteIndex:
        """The site as its pages refer to it."""
        results = (each for each in self.work.all_results() if each.made)
        passages = {each.card.path: each.made.passages for each in results if each.made}
        return build_site_index(self.work.facts, self.work.inputs, self._printed, passages)

    def documents(self) -> Iterator[tuple[Card, DocumentOutput]]:
        """What was made of each document, one after another."""
        return ((each.card, each.made.output.unpack()) for each in self.work.all_results() if each.made)


def _prepare_documents(project: Project, today: date, options: CheckOptions, paths: Sequence[str]) -> None:
    """Put what a build makes of some documents into the store of a project."""
    with open_results(project) as store:
        RenderedContent(project, today, options, store=store).work.prepare(paths)


def check_content(work: Workspace[PackedOutput], stages: Stages) -> tuple[Diagnostic, ...]:
    """Read and check the content, and make of each article whatever the workspace is asked for; all findings."""
    with stages("read") as stage:
        articles, pages = work.size
        references = count_noun(len(work.site.bibliography.references), "reference")
        stage.note = f"{count_noun(articles, 'article')}, {count_noun(pages, 'own page')}, {references}"
    with stages("documents") as stage:
        lists = [len(card.entries) for card in work.facts.documents if card.entries]
        entries = count_noun(sum(lists), "entry", "entries")
        stage.note = f"{entries} in {count_noun(len(lists), 'list of sources', 'lists of sources')}"
    with stages("check") as stage:
        findings = work.findings()
        stage.note = count_noun(len(discover()), "rule")
    return findings


def _about_what_is_published(facts: SiteFacts, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that may stop a publication: none in the folder, or own page, of a draft, nor in a withdrawn text.

    Neither is on any page. Half a draft must never hold up an urgent correction of something else, nor may a removed
    source hold up the withdrawal of an article that relied on it. One that is withheld until its review counts as a
    draft, and so does the file of its reviews. If the front matter could not be read, its status is unknown. A shared
    text is on the pages of those that use it.
    """
    known = [card for card in facts.documents if card.front_matter_read]
    held = [card for card in known if card.status is PublicationStatus.DRAFT]
    drafts = tuple(path for card in held for path in (_folder(card), f"{REVIEWS_FOLDER}/{card.slug}.yml"))
    gone = {
        card.path: card.body_line for card in known if card.status is PublicationStatus.WITHDRAWN and card.body_line
    }
    unpublished = _list_unpublished_shared_texts(facts)
    return tuple(
        found
        for found in findings
        if not found.location.path.startswith(drafts)
        and found.location.path not in unpublished
        and found.location.line < gone.get(found.location.path, sys.maxsize)
    )


def _list_unpublished_shared_texts(facts: SiteFacts) -> frozenset[str]:
    """The files of shared texts that are on no page. An article whose front matter could not be read may be one."""
    pages = (
        card for card in facts.documents if card.status is PublicationStatus.PUBLISHED or not card.front_matter_read
    )
    used = {name for card in pages for name in card.shared}
    return frozenset(text.source.path for name, text in facts.site.shared.items() if name not in used)


def _folder(card: Card) -> str:
    """The folder of an article, or the file of a page."""
    return f"{PurePosixPath(card.path).parent}/" if card.kind is ArticleKind.ARTICLE else card.path


class BuildMeans(NamedTuple):
    """What a build is helped by: results of earlier runs, and shells of pages. Neither changes what it makes."""

    store: ResultStore
    shells: bool


class _Written(NamedTuple):
    """What is needed once ``docs/`` is written; ``config`` is MkDocs's configuration with what the site adds."""

    site_index: SiteIndex
    docs: DocsFiles
    config: Mapping[str, Any]


def _write(
    project: Project,
    content: RenderedContent,
    additions: Mapping[str, Any],
    index: SiteIndex,
    outputs: Sequence[Output],
    stages: Stages,
) -> _Written:
    """From content without errors to ``docs/``; ``additions`` are the settings of the site's own ``mkdocs.yml``.

    The files themselves are on the disk then and no longer held.
    """
    with stages("render") as stage:
        docs = make_docs(index, content.documents(), list_head_links(outputs, index))
        stage.note = count_noun(len(docs.expected), "page")
    files = {**make_files(outputs, index), **docs.files}  # nothing is ever put in the place of a page
    config = make_mkdocs_config(project, index.facts, files)
    with stages("write docs") as stage:
        done = write_docs(project.docs, files | {PurePosixPath(MKDOCS_CONFIG): write_config(config)})
        stage.note = f"{len(done.written):,} written, {len(done.removed):,} removed, {done.unchanged:,} as they were"
    content.work.drop_made()
    return _Written(index, replace(docs, files={}), add_settings(config, additions))


def _stage_and_publish(
    project: Project,
    findings: tuple[Diagnostic, ...],
    written: _Written,
    outputs: Sequence[Output],
    stages: Stages,
    means: BuildMeans,
) -> BuildResult:
    """From ``docs/`` to ``site/``, by way of a staging folder in which the built pages are verified."""
    index, docs = written.site_index, written.docs
    facts, address = index.facts, index.settings.address
    with staging(project) as staged:
        with stages("build"):
            written_files = frozenset(walk(project.docs))
            warnings = build_staged(
                project,
                written.config,
                project.docs,
                staged,
                shells=means.shells,
                name_files=lambda folder: name_by_content(folder, written_files, address),
            )
        for output in select_staged_outputs(outputs):
            with stages(output.NAME) as stage:
                stage.note = output.add_to_site(StagedSite(staged, index, project.work, means.store))
        with stages("verify") as stage:
            last = project.site
            literal = list_literal_words(facts.site, docs.literal)
            static = frozenset(PurePosixPath(file.path) for file in facts.site.static)
            site = read_published(
                staged, docs.expected, address, index.settings.demonstration, literal, last, static, means.store
            )
            faults = check_published(site)
            links = sum(card.links for card in site.pages.values())
            stage.note = f"{count_noun(len(site.pages), 'page')}, {count_noun(links, 'link')}"
        diagnostics = (*findings, *faults)
        if has_errors(faults):
            return BuildResult(facts, diagnostics, len(site.pages), None, warnings)
        with stages("publish") as stage:
            remove_unused(staged, site, written_files)
            keep_for_open_pages(last, staged, site)
            report = publish(staged, last)
            stage.note = "in one step" if report.exchanged else "in two renames"
    return BuildResult(facts, diagnostics, len(site.pages), report, warnings)
