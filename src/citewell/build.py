"""The story of one build, from the content to the site in place.

Read, take each article (check and render it), check the whole, render what is made from all, write docs, build, index,
print (where the site has PDF files), verify, publish. Errors in the content, drafts aside, end it before ``docs/`` is
touched, faults of the built pages before ``site/`` is; and
whatever else goes wrong, what was published before stays.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Protocol, Self, TypeAlias

from citewell.article_context import ArticleContext
from citewell.diagnostics import Diagnostic, has_errors
from citewell.formats.plain import count
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.facts import Card, SiteFacts
from citewell.model.packed import Packed
from citewell.outputs.pdf import leaflets, press, print_all
from citewell.outputs.search import make_index, require_pagefind
from citewell.outputs.search_documents import SearchDocument, searched
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.site_map import build_site_index
from citewell.rules import CheckOptions, check_published, discover
from citewell.site.agreement import check_agreement, words_of_mkdocs_yml
from citewell.site.document_output import DocsFiles, DocumentOutput, make_docs, make_output
from citewell.site.engine import build_staged
from citewell.site.expected_page import literal_words
from citewell.site.last_release import keep_for_open_pages
from citewell.site.loaded_files import name_by_content
from citewell.site.lock import build_lock
from citewell.site.manifest import walk
from citewell.site.mkdocs_yml import check_mkdocs_yml
from citewell.site.publish import PublishReport, publish, refuse_foreign
from citewell.site.staging import staging, work_folder
from citewell.site.unused_assets import remove_unused
from citewell.site.verify import read_published
from citewell.site.write_docs import write_docs
from citewell.workspace import Workspace

BuildWorkspace: TypeAlias = Workspace[Packed[DocumentOutput]]


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
class BuildResult:
    """What a build came to.

    ``diagnostics`` are those about the content, then those about the built pages. ``published`` says how the site got
    into place, and is ``None`` when findings kept it from being published. ``warnings`` are MkDocs's own, a line each.
    """

    facts: SiteFacts
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    published: PublishReport | None = None
    warnings: tuple[str, ...] = ()


def build(root: Path, today: date, release: bool = False, stages: Stages = Silent) -> BuildResult:
    """Build the site of the project in ``root`` and put it in place, unless findings forbid it.

    ``today`` is what dates are compared with; ``release`` makes errors of what depends on it or on the web; ``stages``
    is told of each stage. Raises a ``CitewellError`` when the build cannot be done; ``site/`` is then what it was.
    """
    with build_lock(root):
        address = check_mkdocs_yml(root)
        refuse_foreign(root / "site")
        printed = ReferenceDescriptions()
        options = CheckOptions(release)
        work: BuildWorkspace = Workspace(root, today, options, address=address, make=partial(_pack_output, printed))
        findings = check_content(work, stages)
        if has_errors(_about_what_is_published(work.facts, findings)):
            return BuildResult(work.facts, findings)
        return _make(root, work, printed, address, stages)


def check_content(work: Workspace[Packed[DocumentOutput]], stages: Stages) -> tuple[Diagnostic, ...]:
    """Read and check the content, and make of each article whatever the workspace is asked for; all findings."""
    with stages("read") as stage:
        articles, pages = work.size
        references = count(len(work.site.bibliography.references), "reference")
        stage.note = f"{count(articles, 'article')}, {count(pages, 'own page')}, {references}"
    with stages("documents") as stage:
        lists = [len(card.entries) for card in work.facts.documents if card.entries]
        entries = count(sum(lists), "entry", "entries")
        stage.note = f"{entries} in {count(len(lists), 'list of sources', 'lists of sources')}"
    with stages("check") as stage:
        findings = work.findings()
        stage.note = count(len(discover()), "rule")
    return findings


def _pack_output(printed: ReferenceDescriptions, context: ArticleContext) -> Packed[DocumentOutput]:
    return Packed(make_output(context, printed))


def _about_what_is_published(facts: SiteFacts, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that may stop a publication: none in the folder, or own page, of a draft, nor in a withdrawn text.

    Neither is on any page. Half a draft must never hold up an urgent correction of something else, nor a source that
    was thrown out the withdrawal of what rested on it. Where the front matter could not be read as it stands, nobody
    knows what it says.
    """
    known = [card for card in facts.documents if card.front_matter_read]
    drafts = tuple(_folder(card) for card in known if card.status is PublicationStatus.DRAFT)
    gone = {
        card.path: card.body_line for card in known if card.status is PublicationStatus.WITHDRAWN and card.body_line
    }
    return tuple(
        found
        for found in findings
        if not found.location.path.startswith(drafts)
        and found.location.line < gone.get(found.location.path, sys.maxsize)
    )


def _folder(card: Card) -> str:
    """The folder of an article, or the file of a page."""
    return f"{PurePosixPath(card.path).parent}/" if card.kind is ArticleKind.ARTICLE else card.path


def _make(
    root: Path, work: BuildWorkspace, printed: ReferenceDescriptions, address: str, stages: Stages
) -> BuildResult:
    """From content without errors to the site in place."""
    facts = work.facts
    if facts.has_search:
        require_pagefind()  # should it be missing, nothing is begun
    if facts.site.settings.pdf:
        press(facts.site, address)  # as above
    published = _write(root, work, printed, address, stages)
    return _stage_and_publish(root, facts, work.findings(), published, address, stages)


def _write(root: Path, work: BuildWorkspace, printed: ReferenceDescriptions, address: str, stages: Stages) -> DocsFiles:
    """From content without errors to ``docs/``; what is still needed afterwards. ``address`` is the site's own.

    The files themselves are on the disk then and no longer held.
    """
    settings = work.facts.site.settings
    with stages("render") as stage:
        docs = make_docs(build_site_index(work.facts, work.inputs, printed, address), _outputs(work))
        stage.note = count(len(docs.expected), "page")
    check_agreement(root, settings.demonstration, settings.language, docs.files)
    with stages("write docs") as stage:
        done = write_docs(root / "docs", docs.files)
        stage.note = f"{len(done.written):,} written, {len(done.removed):,} removed, {done.unchanged:,} as they were"
    work.drop_made()
    return replace(docs, files={})


def _outputs(work: BuildWorkspace) -> Iterable[tuple[Card, DocumentOutput]]:
    """The output of each document, one after another."""
    return ((result.card, result.made.unpack()) for result in work.all_results() if result.made)


def _stage_and_publish(
    root: Path,
    facts: SiteFacts,
    findings: tuple[Diagnostic, ...],
    written: DocsFiles,
    address: str,
    stages: Stages,
) -> BuildResult:
    """From ``docs/`` to ``site/``, by way of a staging folder in which the built pages are verified."""
    settings = facts.site.settings
    with staging(root, root / "site") as staged:
        with stages("build"):
            warnings = build_staged(root, root / "docs", staged)
        findable = searched(facts)
        if facts.has_search:
            _index(findable, settings.language, staged, stages)
        name_by_content(staged, frozenset(walk(root / "docs")), address)
        if settings.pdf:
            _print(root, facts, staged, address, stages)
        with stages("verify") as stage:
            paths = frozenset(each.path for each in findable)
            last = root / "site"
            literal = literal_words(facts.site, written.literal, words_of_mkdocs_yml(root))
            site = read_published(staged, written.expected, address, settings.demonstration, literal, paths, last)
            faults = check_published(site)
            links = sum(len(page.links) + len(page.loads) for page in site.pages.values())
            stage.note = f"{count(len(site.pages), 'page')}, {count(links, 'link')}"
        diagnostics = (*findings, *faults)
        if has_errors(faults):
            return BuildResult(facts, diagnostics, len(site.pages), None, warnings)
        with stages("publish") as stage:
            remove_unused(staged, site)
            keep_for_open_pages(last, staged, site)
            report = publish(staged, last)
            stage.note = "in one step" if report.exchanged else "in two renames"
    return BuildResult(facts, diagnostics, len(site.pages), report, warnings)


def _index(findable: Sequence[SearchDocument], language: str, staged: Path, stages: Stages) -> None:
    """The search index, in the staged site."""
    with stages("index") as stage:
        made = make_index(staged, findable, language)
        stage.note = f"{count(made.pages, 'page')}, {count(made.files, 'file')}, {made.size / 1000:,.0f} KB"


def _print(root: Path, facts: SiteFacts, staged: Path, address: str, stages: Stages) -> None:
    """A PDF for each article, beside its page."""
    with stages("print") as stage:
        wanted = leaflets(facts)
        printed = print_all(wanted, staged, work_folder(root) / "pdf", press(facts.site, address))
        stage.note = f"{count(len(wanted), 'PDF')}, {printed:,} of them new"
