"""The story of a preview: the same content as a build, drafts included, in a folder of its own that nobody publishes.

Errors stop nothing here; each page says what is still to be done on it. ``docs/`` and ``site/`` are not touched, and
nothing that is made here is ever taken into them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from citewell.build import CheckResult, examine
from citewell.outputs import StagedSite, prepare_outputs, select_staged_outputs
from citewell.project import Project
from citewell.render.preview import preview_files, preview_pages
from citewell.render.site_map import build_site_index
from citewell.site.engine import build_staged
from citewell.site.mkdocs_config import add_settings, make_mkdocs_config
from citewell.site.mkdocs_yml import read_mkdocs_yml
from citewell.site.staging import make_work_folder
from citewell.site.write_docs import write_docs


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """A preview as it was made: the content with what was found in it."""

    examined: CheckResult


def preview(project: Project, today: date) -> PreviewResult:
    """Make the preview of a project again.

    ``today`` is what dates are compared with. Raises a ``CitewellError`` when it cannot be made; what is wrong in the
    content is a finding.
    """
    additions = read_mkdocs_yml(project)
    examined = examine(project, today)
    # No PDF is made for a preview, so no page leads to one.
    site = replace(examined.site, settings=replace(examined.site.settings, pdf=None))
    outputs = prepare_outputs(site, preview=True)
    index = build_site_index(site, examined.numbered)
    pages = preview_pages(index, examined.numbered, examined.diagnostics)
    docs = {page.path: page.data() for page in pages} | preview_files(examined.numbered)
    config = add_settings(make_mkdocs_config(project, site, docs), additions)
    work = make_work_folder(project)
    project.preview_docs.parent.mkdir(exist_ok=True)
    write_docs(project.preview_docs, docs)
    build_staged(project, config, project.preview_docs, project.preview_site)
    for output in select_staged_outputs(outputs):
        output.add_to_site(StagedSite(project.preview_site, index, work))
    return PreviewResult(examined)
