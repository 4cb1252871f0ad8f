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
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol, Self

from citewell.citations.number import NumberedArticle, number
from citewell.diagnostics import Diagnostic, has_errors
from citewell.formats.terminal_text import count_noun
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.site import Site
from citewell.rules import check, check_published, discover
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
    root: Path,
    today: date,
    release: bool = False,
    stages: Stages = Silent,
    desk: Desk | None = None,
    advise: bool = False,
) -> CheckResult:
    """Read, number and check the content of the project in ``root``.

    ``today`` is what dates are compared with; ``release`` makes errors of what depends on it or on the web. With a
    ``desk``, where files are mended before they are written, its texts are read, and what can be tidied is found, too;
    with ``advise`` there is advice among the findings.
    Raises ``ContentUnreadable``; what is wrong in the content is a finding.
    """
    with stages("read") as stage:
        site = load(root, desk.read) if desk else load(root)
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


def build(root: Path, today: date, release: bool = False, stages: Stages = Silent) -> BuildResult:
    """Build the site of the project in ``root`` and put it in place, unless findings forbid it.

    ``today`` and ``release`` are as for ``examine``; ``stages`` is told of each stage. Raises a ``CitewellError`` when
    the build cannot be done; ``site/`` is then what it was.
    """
    from citewell.site.lock import build_lock  # noqa: PLC0415 - `citewell check` needs nothing of what follows
    from citewell.site.mkdocs_yml import check_mkdocs_yml  # noqa: PLC0415 - as above
    from citewell.site.publish import refuse_foreign  # noqa: PLC0415 - as above

    with build_lock(root):
        address = check_mkdocs_yml(root)
        refuse_foreign(root / "site")
        examined = examine(root, today, release, stages)
        if has_errors(_about_what_is_published(examined)):
            return BuildResult(examined.site, examined.diagnostics)
        return _make(root, examined, address, stages)


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


def _make(root: Path, examined: CheckResult, address: str, stages: Stages) -> BuildResult:
    """From content without errors to the site in place."""
    from citewell.outputs import prepare_outputs  # noqa: PLC0415 - as above
    from citewell.render.site_map import build_site_index  # noqa: PLC0415 - as above

    outputs = prepare_outputs(examined.site, address)  # if what one needs is missing, nothing is begun
    index = build_site_index(examined.site, examined.numbered, address)
    expected = _write(root, examined, index, outputs, stages)
    return _stage_and_publish(root, examined, expected, index, outputs, stages)


def _write(
    root: Path, examined: CheckResult, index: SiteIndex, outputs: Sequence[Output], stages: Stages
) -> Mapping[PurePosixPath, Expected]:
    """From content without errors to ``docs/``; what each built page must show.

    The pages themselves are on the disk then and no longer held: of a large site they are a third of the memory.
    """
    from citewell.outputs import list_head_links, make_files  # noqa: PLC0415 - as above
    from citewell.render import files, pages  # noqa: PLC0415 - as above
    from citewell.render.page import add_head_links  # noqa: PLC0415 - as above
    from citewell.site.agreement import check_agreement  # noqa: PLC0415 - as above
    from citewell.site.expected_page import expectations  # noqa: PLC0415 - as above
    from citewell.site.write_docs import write_docs  # noqa: PLC0415 - as above

    settings = examined.site.settings
    with stages("render") as stage:
        written = add_head_links(pages(index), list_head_links(outputs, index))
        docs = {page.path: page.data() for page in written} | files(examined.numbered) | make_files(outputs, index)
        stage.note = count_noun(len(written), "page")
    check_agreement(root, settings.demonstration, settings.language, docs)
    with stages("write docs") as stage:
        done = write_docs(root / "docs", docs)
        stage.note = f"{len(done.written):,} written, {len(done.removed):,} removed, {done.unchanged:,} as they were"
    return expectations(written, examined.numbered)


def _stage_and_publish(
    root: Path,
    examined: CheckResult,
    expected: Mapping[PurePosixPath, Expected],
    index: SiteIndex,
    outputs: Sequence[Output],
    stages: Stages,
) -> BuildResult:
    """From ``docs/`` to ``site/``, by way of a staging folder in which the built pages are verified."""
    from citewell.outputs import StagedSite, select_staged_outputs  # noqa: PLC0415 - as above
    from citewell.site.agreement import words_of_mkdocs_yml  # noqa: PLC0415 - as above
    from citewell.site.engine import build_staged  # noqa: PLC0415 - as above
    from citewell.site.expected_page import literal_words  # noqa: PLC0415 - as above
    from citewell.site.last_release import keep_for_open_pages  # noqa: PLC0415 - as above
    from citewell.site.loaded_files import name_by_content  # noqa: PLC0415 - as above
    from citewell.site.manifest import walk  # noqa: PLC0415 - as above
    from citewell.site.publish import publish  # noqa: PLC0415 - as above
    from citewell.site.staging import staging, work_folder  # noqa: PLC0415 - as above
    from citewell.site.unused_assets import remove_unused  # noqa: PLC0415 - as above
    from citewell.site.verify import read_published  # noqa: PLC0415 - as above

    with staging(root, root / "site") as staged:
        with stages("build"):
            warnings = build_staged(root, root / "docs", staged)
        name_by_content(staged, frozenset(walk(root / "docs")), index.address)
        for output in select_staged_outputs(outputs):
            with stages(output.NAME) as stage:
                stage.note = output.add_to_site(StagedSite(staged, index, work_folder(root)))
        with stages("verify") as stage:
            demonstration = examined.site.settings.demonstration
            last = root / "site"
            literal = literal_words(examined.site, words_of_mkdocs_yml(root))
            site = read_published(staged, expected, index.address, demonstration, literal, last)
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
