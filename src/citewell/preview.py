"""The story of a preview: the same content as a build, drafts included, in a folder of its own that nobody publishes.

Errors stop nothing here; each page says what is still to be done on it. ``docs/`` and ``site/`` are not touched, and
nothing that is made here is ever taken into them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from citewell.build import CheckResult, examine
from citewell.outputs import StagedSite, prepare_outputs, select_staged_outputs
from citewell.render.preview import preview_files, preview_pages
from citewell.render.site_map import build_site_index
from citewell.site.agreement import check_agreement
from citewell.site.engine import build_staged
from citewell.site.mkdocs_yml import check_mkdocs_yml
from citewell.site.staging import work_folder
from citewell.site.write_docs import write_docs

FOLDER: Final = "preview"


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """A preview as it was made: what was found in the content, and the address that the site will have."""

    examined: CheckResult
    address: str


def preview_folder(root: Path) -> Path:
    """Where the previewed site of the project in ``root`` stands. Raises as ``work_folder``."""
    return work_folder(root) / FOLDER / "site"


def preview(root: Path, today: date) -> PreviewResult:
    """Make the preview of the project in ``root`` anew.

    ``today`` is what dates are compared with. Raises a ``CitewellError`` when it cannot be made; what is wrong in the
    content is a finding.
    """
    address = check_mkdocs_yml(root)
    examined = examine(root, today)
    # No PDF is made for a preview, so no page leads to one.
    site = replace(examined.site, settings=replace(examined.site.settings, pdf=None))
    outputs = prepare_outputs(site, address, preview=True)
    index = build_site_index(site, examined.numbered, address)
    pages = preview_pages(index, examined.numbered, examined.diagnostics)
    docs = {page.path: page.data() for page in pages} | preview_files(examined.numbered)
    settings = examined.site.settings
    check_agreement(root, settings.demonstration, settings.language, docs)
    built = preview_folder(root)
    built.parent.mkdir(exist_ok=True)
    write_docs(built.parent / "docs", docs)
    build_staged(root, built.parent / "docs", built)
    for output in select_staged_outputs(outputs):
        output.add_to_site(StagedSite(built, index, work_folder(root)))
    return PreviewResult(examined, address)
