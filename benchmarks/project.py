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
from citewell.build import RenderedContent
from citewell.diagnostics import has_errors
from citewell.site.document_output import make_docs
from citewell.site.write_docs import write_docs

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
    content = RenderedContent(root, TODAY)
    findings = content.work.findings()
    if has_errors(findings):
        raise ValueError(f"the corpus has errors, such as {findings[0]}")
    write_docs(root / "docs", make_docs(content.index(), content.documents()).files)
