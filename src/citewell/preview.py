"""The story of a preview: the same content as a build, drafts included, in a folder of its own that nobody publishes.

Errors stop nothing here; each page says what is still to be done on it. ``docs/`` and ``site/`` are not touched, and
nothing that is made here is ever taken into them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.article_context import ArticleContext
from citewell.diagnostics import Diagnostic
from citewell.model.article import PublicationStatus
from citewell.model.facts import SiteFacts
from citewell.model.packed import Packed
from citewell.outputs.search import make_index, require_pagefind
from citewell.outputs.search_documents import searched
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.preview import preview_pages
from citewell.render.site_map import build_site_index
from citewell.site.agreement import check_agreement
from citewell.site.document_output import DocumentOutput, make_output
from citewell.site.engine import build_staged
from citewell.site.mkdocs_yml import check_mkdocs_yml
from citewell.site.staging import work_folder
from citewell.site.write_docs import write_docs
from citewell.workspace import Workspace

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
    printed = ReferenceDescriptions()

    def make(context: ArticleContext) -> Packed[DocumentOutput]:
        unprinted = replace(context, settings=replace(context.settings, pdf=None))
        return Packed(make_output(unprinted, printed))

    work = Workspace(root, today, address=address, make=make)
    facts, findings = work.facts, work.findings()
    if facts.has_search:
        require_pagefind()
    docs = _docs(work, printed, address)
    settings = facts.site.settings
    check_agreement(root, settings.demonstration, settings.language, docs)
    built = preview_folder(root)
    built.parent.mkdir(exist_ok=True)
    write_docs(built.parent / "docs", docs)
    build_staged(root, built.parent / "docs", built)
    if facts.has_search:
        make_index(built, searched(facts), settings.language)
    return PreviewResult(facts, findings, address)


def _docs(
    work: Workspace[Packed[DocumentOutput]], printed: ReferenceDescriptions, address: str
) -> dict[PurePosixPath, bytes]:
    """Every file of the preview's ``docs/``."""
    site_map = build_site_index(work.facts, work.inputs, printed, address)
    outputs = [(result.card, result.made.unpack()) for result in work.all_results() if result.made]
    pages = preview_pages(site_map, ((card, output.page) for card, output in outputs if output.page), work.findings())
    docs = {page.path: page.data() for page in pages}
    for card, output in outputs:
        if card.status is not PublicationStatus.WITHDRAWN:
            docs |= output.pictures
    return docs
