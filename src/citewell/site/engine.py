"""The site engine: MkDocs with Material, run in this process, from ``docs/`` into a staging folder.

In this process because a build that is killed must not leave a child that goes on writing; it is also as fast.
"""

from __future__ import annotations

import gzip
import io
import logging
import os
import shutil
from typing import TYPE_CHECKING, Any, Self

from mkdocs.commands.build import build
from mkdocs.config import load_config

from citewell.errors import STILL_THERE, CitewellError, EngineFailed
from citewell.site.mkdocs_config import write_config
from citewell.site.shells import ShellPlan, fill_shells, list_for_sitemap, plan_shells, write_shells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from citewell.project import Project


def build_staged(
    project: Project,
    config: Mapping[str, Any],
    docs: Path,
    staged: Path,
    *,
    shells: bool = True,
    name_files: Callable[[Path], None] = lambda _: None,
) -> tuple[str, ...]:
    """Build ``docs`` into ``staged`` with a whole configuration of MkDocs; return MkDocs's warnings, a line each.

    With ``shells`` MkDocs makes one page of each shape, and the others are filled in: the bytes are the same.
    ``name_files`` renames the files of the theme in what MkDocs made, so that few pages have to be looked through. What
    ``staged`` holds is removed first. The same pages give the same bytes. Raises ``EngineFailed`` in one line for
    whatever MkDocs, the theme or an extension raises.
    """
    with _LogCapture() as heard:
        try:
            plan = plan_shells(config, docs) if shells else None
            if plan is None or not _build_with_shells(project.mkdocs_yml, config, plan, staged, name_files):
                _remove_hidden(staged)
                _run_mkdocs(project.mkdocs_yml, config, docs, staged)
                name_files(staged)
        except CitewellError:
            raise
        except (Exception, SystemExit) as error:  # templates and extensions raise anything; MkDocs exits
            why = heard.error or str(error).strip().partition("\n")[0] or type(error).__name__
            raise EngineFailed(f"MkDocs could not build the pages: {why}", STILL_THERE) from error
    _remove_date(staged / "sitemap.xml")
    return tuple(heard.warnings)


def _remove_hidden(staged: Path) -> None:
    """Remove hidden files and folders, which MkDocs leaves when it empties the folder."""
    for path in staged.glob(".*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _build_with_shells(
    place: Path, config: Mapping[str, Any], plan: ShellPlan, staged: Path, name_files: Callable[[Path], None]
) -> bool:
    """Have MkDocs build what a plan leaves to it, and fill in the rest; whether each page could be made so."""
    _remove_hidden(staged)
    folder = staged.with_name(f"{staged.name}-shells")  # what a killed build leaves goes with the staged site
    try:
        shutil.rmtree(folder, ignore_errors=True)
        write_shells(plan, folder)
        settings = _run_mkdocs(place, config, folder, staged)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    name_files(staged)
    if not fill_shells(plan, staged):
        return False
    template = settings.theme.get_env().get_template("sitemap.xml")
    listed = template.render(pages=list_for_sitemap(plan, settings.site_url or ""))
    (staged / "sitemap.xml").write_text(listed, encoding="utf-8")
    return True


def _run_mkdocs(place: Path, config: Mapping[str, Any], docs: Path, staged: Path) -> MkDocsConfig:
    """Run MkDocs; ``place`` is the file from whose folder the paths of the configuration lead."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # or Material prints a page of advice to the terminal

    text = io.BytesIO(write_config(config))
    settings = load_config(text, config_file_path=str(place), docs_dir=str(docs), site_dir=str(staged), strict=False)
    build(settings)
    return settings


def _remove_date(sitemap: Path) -> None:
    """Compress the sitemap again: MkDocs writes the day of the build into the compressed file."""
    if sitemap.is_file():
        sitemap.with_name(f"{sitemap.name}.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))


class _LogCapture(logging.Handler):
    """Takes what MkDocs says at ``warning`` and above instead of letting it reach the terminal."""
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []
        self.error = ""
        self._logger = logging.getLogger("mkdocs")
        self._passes_on = self._logger.propagate

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first line of each warning, and of the last error: MkDocs says it just before it gives up."""
        line = record.getMessage().strip().partition("\n")[0]
        if record.levelno >= logging.ERROR:
            self.error = line
        else:
            self.warnings.append(line)

    def __enter__(self) -> Self:
        self._logger.addHandler(self)
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.propagate = self._passes_on
