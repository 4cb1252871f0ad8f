"""A generated project on the disk, gone when it is no longer needed, and plain MkDocs on what Citewell wrote for it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from benchmarks.corpus import OURS, Size, write_corpus
from citewell.diagnostics import has_errors
from citewell.model.packed import Packed
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.site_map import build_site_index
from citewell.site.document_output import DocsFiles, DocumentOutput, make_docs, make_output
from citewell.site.write_docs import write_docs
from citewell.workspace import Workspace

TODAY = date(2026, 11, 22)  # nothing measured may depend on the day

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's advice, a page of it


@contextmanager
def corpus(articles: int, references: int = 0, size: Size = OURS) -> Iterator[Path]:
    """A generated project in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="citewell-bench-") as folder:
        root = Path(folder, "project")
        write_corpus(root, articles, references, size=size)
        yield root


@contextmanager
def copy_of(project: Path) -> Iterator[Path]:
    """A copy of what a build of a project needs, in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="citewell-bench-") as folder:
        root = Path(folder, "project")
        for part in ("content_src", "src/citewell/theme"):
            shutil.copytree(project / part, root / part)
        shutil.copyfile(project / "mkdocs.yml", root / "mkdocs.yml")
        yield root


def write_docs_of(root: Path) -> None:
    """Write ``docs/`` of a project. Raises ``ValueError`` if its content has errors."""
    work, printed = packed_workspace(root)
    findings = work.findings()
    if has_errors(findings):
        raise ValueError(f"the corpus has errors, such as {findings[0]}")
    write_docs(root / "docs", docs_of(work, printed).files)


def packed_workspace(root: Path) -> tuple[Workspace[Packed[DocumentOutput]], ReferenceDescriptions]:
    """A workspace that makes what a build needs of each article, and the descriptions of references it fills."""
    printed = ReferenceDescriptions()
    return Workspace(root, TODAY, make=lambda context: Packed(make_output(context, printed))), printed


def docs_of(work: Workspace[Packed[DocumentOutput]], printed: ReferenceDescriptions) -> DocsFiles:
    """The files of ``docs/``."""
    site_map = build_site_index(work.facts, work.inputs, printed)
    return make_docs(site_map, ((each.card, each.made.unpack()) for each in work.all_results() if each.made))
