"""The story of a preview: the same content as a build, drafts included, in a folder of its own that nobody publishes.

Errors stop nothing here; each page says what is still to be done on it. ``docs/`` and ``site/`` are not touched, and
nothing that is made here is ever taken into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.build import RenderedContent
from citewell.diagnostics import Diagnostic
from citewell.model.article import PublicationStatus
from citewell.model.facts import SiteFacts
from citewell.outputs import StagedSite, prepare_outputs, select_staged_outputs
from citewell.render.preview import preview_pages
from citewell.render.site_map import SiteIndex
from citewell.site.agreement import check_agreement
from citewell.site.engine import build_staged
from citewell.site.mkdocs_yml import check_mkdocs_yml
from citewell.site.staging import work_folder
from citewell.site.write_docs import write_docs

FOLDER: Final = "preview"


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """A preview as it was made: what was found in the content, and the address that the site will have."""

    facts: SiteFacts
    diagnostics: tuple[Diagnostic, ...]
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
    content = RenderedContent(root, today, address=address, pdf=False)
    facts, findings = content.work.facts, content.work.findings()
    outputs = prepare_outputs(facts, address, preview=True)
    index = content.index()
    docs = _make_docs(content, index, findings)
    check_agreement(root, index.settings.demonstration, index.settings.language, docs)
    built = preview_folder(root)
    built.parent.mkdir(exist_ok=True)
    write_docs(built.parent / "docs", docs)
    build_staged(root, built.parent / "docs", built)
    for output in select_staged_outputs(outputs):
        output.add_to_site(StagedSite(built, index, work_folder(root)))
    return PreviewResult(facts, findings, address)


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
