"""The files of ``content_src/static/``, byte for byte; and ``_redirects``, with a line for each earlier address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from citewell.errors import ContentUnreadable
from citewell.model.addresses import REDIRECTS, address_of
from citewell.render.moved import list_former_addresses
from citewell.rules.static.clashes import find_clashes
from citewell.source.files import STATIC, SourceFile, read_bytes

if TYPE_CHECKING:
    from citewell.model.site import StaticFile
    from citewell.render.site_map import SiteIndex

NAME: Final = "static files"
IN_PREVIEW: Final = True
#: Not forced ("301!"), which Cloudflare and GitLab do not know: there is a page at the old address, too.
_MOVED_FOR_GOOD: Final = 301
_HEAD: Final = "# Earlier addresses of pages, from redirects: in the articles.\n"


def files(index: SiteIndex) -> Mapping[PurePosixPath, bytes]:
    """Each file by its path on the site, but none in the place of a page, which a preview may be asked for.

    Raises ``ContentUnreadable`` for a file that changed since it was checked.
    """
    clashing = {file for file, _ in find_clashes(index.facts)}
    found = {PurePosixPath(file.path): _read(file) for file in index.facts.site.static if file not in clashing}
    own = found.get(PurePosixPath(REDIRECTS), b"")
    if lines := "".join(_list_redirects(index)):
        found[PurePosixPath(REDIRECTS)] = _join(_HEAD + lines, own)
    return found


def _read(file: StaticFile) -> bytes:
    data, problems = read_bytes(SourceFile(file.disk, file.shown), STATIC)
    if data is None:
        why = problems[0].kind.value.replace("-", " ") if problems else "gone"
        raise ContentUnreadable(f"{file.shown}: changed while it was being copied ({why})", "Build again.")
    return data


def _list_redirects(index: SiteIndex) -> Iterator[str]:
    """A line for each earlier address, both as paths on the host: a site may be in a folder of it."""
    folder = urlsplit(index.settings.address).path or "/"
    for former, card in list_former_addresses(index):
        yield f"{folder}{quote(former)} {folder}{quote(address_of(card))} {_MOVED_FOR_GOOD}\n"


def _join(ours: str, own: bytes) -> bytes:
    """Our lines before the site's own: hosts follow the first line that fits, and one of its own may fit everything."""
    ends = b"\r\n" if b"\r\n" in own else b"\n"
    return ours.encode().replace(b"\n", ends) + (ends + own.removeprefix(b"\xef\xbb\xbf") if own else b"")
