"""The story of one build, from the content to the site in place.

Read, number, check, render, write docs, build, add the outputs that need the built pages, verify, publish. Errors in
the content, drafts aside, end it before ``docs/`` is touched, faults of the built pages before ``site/`` is; and
whatever else goes wrong, what was published before stays.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from citewell.citations.number import NumberedArticle, number
from citewell.diagnostics import Diagnostic, has_errors
from citewell.formats.terminal_text import count_noun
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.site import Site
from citewell.project import MKDOCS_CONFIG, Project
from citewell.rules import check, discover
from citewell.source.load import load
from citewell.source.yaml import YAML_KINDS

if TYPE_CHECKING:
    from citewell.fixes.overlay import Desk
    from citewell.model.published import Expected
    from citewell.outputs import Output
    from citewell.render.site_map import SiteIndex
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
            f"{count_noun(len(site.articles), 'article')}, {count_noun(len(site.pages), 'own page')}, "
            f"{count_noun(len(site.bibliography.references), 'reference')}"
        )
    with stages("number") as stage:
        numbered = tuple(number(document, site.bibliography) for document in site.documents)
        lists = [len(each.entries) for each in numbered if each.entries]
        entries = count_noun(sum(lists), "entry", "entries")
        stage.note = f"{entries} in {count_noun(len(lists), 'list of sources', 'lists of sources')}"
    with stages("check") as stage:
        diagnostics = check(site, numbered, today, release, tidy=desk is not None, advise=advise)
        stage.note = count_noun(len(discover()), "rule")
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
    known = [
        each for each in examined.site.documents if YAML_KINDS.isdisjoint(problem.kind for problem in each.problems)
    ]
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
    from citewell.outputs import prepare_outputs  # noqa: PLC0415 - as above
    from citewell.render.site_map import build_site_index  # noqa: PLC0415 - as above

    outputs = prepare_outputs(examined.site)  # if what one needs is missing, nothing is begun
    index = build_site_index(examined.site, examined.numbered)
    written = _write(project, examined, additions, index, outputs, stages)
    return _stage_and_publish(project, examined, written, index, outputs, stages)


class _Written(NamedTuple):
    """What is in ``docs/``: what each built page must show, and MkDocs's configuration with what the site adds."""

    expected: Mapping[PurePosixPath, Expected]
    config: Mapping[str, Any]


def _write(
    project: Project,
    examined: CheckResult,
    additions: Mapping[str, Any],
    index: SiteIndex,
    outputs: Sequence[Output],
    stages: Stages,
) -> _Written:
    """From content without errors to ``docs/``; ``additions`` are the settings of the site's own ``mkdocs.yml``.

    The pages themselves are on the disk then and no longer held: of a large site they are a third of the memory.
    """
    from citewell.outputs import list_head_links, make_files  # noqa: PLC0415 - as above
    from citewell.render import files, pages  # noqa: PLC0415 - as above
    from citewell.render.page import add_head_links  # noqa: PLC0415 - as above
    from citewell.site.expected_page import list_expected_pages  # noqa: PLC0415 - as above
    from citewell.site.mkdocs_config import add_settings, make_mkdocs_config, write_config  # noqa: PLC0415 - as above
    from citewell.site.write_docs import write_docs  # noqa: PLC0415 - as above

    with stages("render") as stage:
        written = add_head_links(pages(index), list_head_links(outputs, index))
        docs = {page.path: page.data() for page in written} | files(examined.numbered) | make_files(outputs, index)
        stage.note = count_noun(len(written), "page")
    config = make_mkdocs_config(project, examined.site, docs)
    with stages("write docs") as stage:
        done = write_docs(project.docs, docs | {PurePosixPath(MKDOCS_CONFIG): write_config(config)})
        stage.note = f"{len(done.written):,} written, {len(done.removed):,} removed, {done.unchanged:,} as they were"
    return _Written(list_expected_pages(written, examined.numbered), add_settings(config, additions))


def _stage_and_publish(
    project: Project,
    examined: CheckResult,
    written: _Written,
    index: SiteIndex,
    outputs: Sequence[Output],
    stages: Stages,
) -> BuildResult:
    """From ``docs/`` to ``site/``, by way of a staging folder in which the built pages are verified."""
    from citewell.outputs import StagedSite, select_staged_outputs  # noqa: PLC0415 - as above
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
        name_by_content(staged, frozenset(walk(project.docs)), address)
        for output in select_staged_outputs(outputs):
            with stages(output.NAME) as stage:
                stage.note = output.add_to_site(StagedSite(staged, index, project.work))
        with stages("verify") as stage:
            demonstration = examined.site.settings.demonstration
            last = project.site
            literal = list_literal_words(examined.site)
            site = read_published(staged, written.expected, address, demonstration, literal, last)
            faults = check_published(site)
            links = sum(len(page.links) + len(page.loads) for page in site.pages.values())
            stage.note = f"{count_noun(len(site.pages), 'page')}, {count_noun(links, 'link')}"
        diagnostics = (*examined.diagnostics, *faults)
        if has_errors(faults):
            return BuildResult(examined.site, diagnostics, len(site.pages), None, warnings)
        with stages("publish") as stage:
            remove_unused(staged, site)
            keep_for_open_pages(last, staged, site)
            report = publish(staged, last)
            stage.note = "in one step" if report.exchanged else "in two renames"
    return BuildResult(examined.site, diagnostics, len(site.pages), report, warnings)
