"""The articles that changed since a commit, as git knows them."""

from __future__ import annotations

import subprocess
from pathlib import PurePosixPath
from typing import NamedTuple

from citewell.errors import ConfigurationError, reason
from citewell.project import ARTICLES_FOLDER, REVIEWS_FOLDER, SHARED_FOLDER, Project

_SECONDS = 60.0  # git reads its own index; on the largest repositories that takes a few


class ChangedTexts(NamedTuple):
    """The slugs of articles, and the names of shared texts, that have changed."""

    articles: frozenset[str]
    shared: frozenset[str]


def find_changed_texts(project: Project, commit: str) -> ChangedTexts:
    """What has another text or other reviews than where this commit and the present one part.

    Changes that are not committed count, too. Raises ``ConfigurationError`` where git does not know the commit.
    """
    base = _ask_git(project, "merge-base", "--end-of-options", commit, "HEAD").strip()
    folders = (ARTICLES_FOLDER, REVIEWS_FOLDER, SHARED_FOLDER)
    listed = _ask_git(project, "diff", "--name-only", "-z", "--relative", base, "--", *folders)
    paths = [path for path in listed.split("\0") if path]
    shared = {PurePosixPath(path).stem for path in paths if path.startswith(f"{SHARED_FOLDER}/")}
    # The third part is the folder of an article, or the file of its reviews.
    articles = {path.split("/")[2].removesuffix(".yml") for path in paths if not path.startswith(f"{SHARED_FOLDER}/")}
    return ChangedTexts(frozenset(articles), frozenset(shared))


def _ask_git(project: Project, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - git with our own arguments; the commit comes after the end of options
            ["git", *arguments],  # noqa: S607 - the git that the editor uses
            cwd=project.root,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise ConfigurationError(f"git cannot be run ({reason(error)})", "name the articles, or use --all") from error
    except subprocess.TimeoutExpired as error:
        raise ConfigurationError("git does not answer", "name the articles, or use --all") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise ConfigurationError(
            f"git cannot compare with that commit ({said})",
            "fetch the commit (a shallow clone may lack it), or use --all",
        )
    return done.stdout.decode("utf-8", "replace")
