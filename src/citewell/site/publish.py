"""Put a finished site in place in one step, so that a reader always finds a whole one: the old or the new."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citewell.errors import CannotWrite, ForeignFile, reason
from citewell.site.staging import REPLACED, Identity, describe_live_site, choose_unused_path
from citewell.site.sync import sync

if TYPE_CHECKING:
    from pathlib import Path

AT_FDCWD = -100  # linux/fcntl.h
RENAME_EXCHANGE = 2  # linux/fs.h; renameat2(2), Linux 3.15
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}  # old kernel, or a file system that cannot


@dataclass(frozen=True, slots=True)
class PublishReport:
    """How the site got into place.

    ``exchanged`` is false where the file system cannot exchange two folders: then for a moment (some microseconds)
    there was no site, and the build says so. ``first`` says there was nothing to replace.
    """

    exchanged: bool
    first: bool


def publish(staged: Path, site: Path) -> PublishReport:
    """Make ``staged`` the site at ``site``, on the same file system; the old site is then at ``staged``.

    Raises ``ForeignFile`` if ``site`` is a file, a link or a working copy, with ``site`` as it was; ``CannotWrite`` if
    the system refuses, which says whether the old site or the new one is in place.
    """
    refuse_foreign_folder(site)
    staged_as = Identity.read(staged)
    try:
        sync(staged)
        first = not site.exists()
        exchanged = True
        if first:
            staged.rename(site)
        elif not exchange(staged, site):
            exchanged = False
            _replace(staged, site)
        sync(site.parent)
    except OSError as error:
        live = staged_as is not None and staged_as == Identity.read(site)
        what = "may not outlast a power cut, because the disk reports a fault" if live else "cannot be replaced"
        raise CannotWrite(f"{site}: {what} ({reason(error)})", describe_live_site(live)) from error
    return PublishReport(exchanged=exchanged, first=first)


def refuse_foreign_folder(site: Path) -> None:
    """Raise ``ForeignFile`` if what is at ``site`` is not a site that a build may replace."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise ForeignFile(f"{site.name}: is not a folder", "Citewell publishes there. Move it away, then build again.")
    if (site / ".git").exists():
        raise ForeignFile(f"{site.name}/.git: the site folder is a working copy", "Move it away, then build again.")
    if site.is_dir() and any(site.iterdir()) and not (site / "index.html").exists():
        raise ForeignFile(f"{site.name}: contains files but is not a website", "Move it away, then build again.")


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return false where the system cannot, with nothing done. Raises ``OSError``."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _replace(staged: Path, site: Path) -> None:
    """Two renames; after a kill between them ``staging.recover`` puts the old site back at the next build."""
    aside = choose_unused_path(staged.parent, REPLACED)
    site.rename(aside)
    try:
        staged.rename(site)
    except BaseException:  # an interruption, too, or there would be no site until the next build
        if not site.exists():
            aside.rename(site)
        raise
    with contextlib.suppress(OSError):  # the new site is in place; the next build removes the old one
        aside.rename(staged)
