"""The story of a preview: the same content as a build, drafts included, in a folder of its own that nobody publishes.

Errors stop nothing here; each page says what is still to be done on it. ``docs/`` and ``site/`` are not touched, and
nothing that is made here is ever taken into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from citewell.build import RenderedContent
from citewell.diagnostics import Diagnostic
from citewell.model.article import PublicationStatus
from citewell.model.facts import SiteFacts
from citewell.outputs import StagedSite, make_files, prepare_outputs, select_staged_outputs
from citewell.project import Project
from citewell.render.preview import preview_pages
from citewell.render.site_map import SiteIndex
from citewell.site.engine import build_staged
from citewell.site.mkdocs_config import add_settings, make_mkdocs_config
from citewell.site.mkdocs_yml import read_mkdocs_yml
from citewell.site.write_docs import write_docs
from citewell.work_folder import make_work_folder


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """A preview as it was made: the content, and what was found in it."""

    facts: SiteFacts
    diagnostics: tuple[Diagnostic, ...]


def preview(project: Project, today: date) -> PreviewResult:
    """Make the preview of a project again.

    ``today`` is what dates are compared with. Raises a ``CitewellError`` when it cannot be made; what is wrong in the
    content is a finding.
    """
    additions = read_mkdocs_yml(project)
    content = RenderedContent(project, today, preview=True)
    facts, findings = content.work.facts, content.work.findings()
    outputs = prepare_outputs(facts, preview=True)
    index = content.index()
    docs = {**make_files(outputs, index), **_make_docs(content, index, findings)}
    config = add_settings(make_mkdocs_config(project, facts, docs), additions)
    work = make_work_folder(project)
    project.preview_docs.parent.mkdir(exist_ok=True)
    write_docs(project.preview_docs, docs)
    build_staged(project, config, project.preview_docs, project.preview_site)
    for output in select_staged_outputs(outputs):
        output.add_to_site(StagedSite(project.preview_site, index, work))
    return PreviewResult(facts, findings)


def _make_docs(
    content: RenderedContent, index: SiteIndex, findings: tuple[Diagnostic, ...]
) -> dict[PurePosixPath, bytes]:
    """Every file of the preview's ``docs/``."""
    documents = list(content.documents())
    pages = preview_pages(index, ((card, output.page) for card, output in documents if output.page), findings)
    docs = {page.path: page.data() for page in pages}
    for card, output in documents:
        if card.status is not PublicationStatus.WITHDRAWN:
            docs |= output.pictures
    return docs
