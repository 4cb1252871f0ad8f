"""The files of an index as Pagefind writes them, and which pages a finished index holds: what readers would find."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path, PurePosixPath
from typing import Any, Final

#: By this a browser knows that it unpacked a file of Pagefind's.
MARK: Final = b"pagefind_dcd"


def unpack(path: Path) -> bytes:
    """The content of a packed file. Raises ``ValueError`` unless it is whole (its checksum), ``OSError``."""
    try:
        data = gzip.decompress(path.read_bytes())
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ValueError(f"{path.name} of the search index is not whole") from error
    if not data.startswith(MARK):
        raise ValueError(f"{path.name} of the search index is empty, or not a file of Pagefind's")
    return data.removeprefix(MARK)


def read_languages(index: Path) -> list[dict[str, Any]]:
    """The languages of an index with their facts, from its table of contents; an index of ours has one.

    Raises ``OSError``, ``ValueError`` or ``KeyError``.
    """
    return list(json.loads((index / "pagefind-entry.json").read_bytes())["languages"].values())


def read_indexed_pages(index: Path) -> frozenset[PurePosixPath] | None:
    """The pages (paths of files on the site) that the index in this folder holds; ``None`` unless it is whole.

    It is whole if its table of contents, and each page it counts, is there and can be read.
    """
    try:
        languages = read_languages(index)
        needed = [f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in languages]
        needed += ["pagefind.js", *(f"pagefind.{each['hash']}.pf_meta" for each in languages)]
        if not all((index / name).is_file() for name in needed):
            return None
        pages = frozenset(_read_page(path) for path in (index / "fragment").glob("*.pf_fragment"))
        return pages if len(pages) == sum(each["page_count"] for each in languages) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_page(fragment: Path) -> PurePosixPath:
    """The page that a fragment, a file in JSON, is about."""
    url = json.loads(unpack(fragment))["url"]
    return PurePosixPath(url.lstrip("/")) / "index.html"
