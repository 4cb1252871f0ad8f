"""Which pages a search index holds, read from its own files: what readers would find, and not what was asked for."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

# Pagefind writes a file for each page: JSON, behind a mark by which a browser knows that it unpacked the file.
_MARK: Final = b"pagefind_dcd"


def read_index(index: Path) -> frozenset[PurePosixPath] | None:
    """The pages (paths of files on the site) that the index in this folder holds; ``None`` if there is no whole index.

    It is whole if its table of contents, and each page it counts, is there and can be read.
    """
    try:
        languages = json.loads((index / "pagefind-entry.json").read_bytes())["languages"].values()
        needed = [f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in languages]
        needed += ["pagefind.js", *(f"pagefind.{each['hash']}.pf_meta" for each in languages)]
        if not all((index / name).is_file() for name in needed):
            return None
        pages = frozenset(_page(path) for path in (index / "fragment").glob("*.pf_fragment"))
        return pages if len(pages) == sum(each["page_count"] for each in languages) else None
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None


def _page(fragment: Path) -> PurePosixPath:
    """The page that a fragment is about."""
    url = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(_MARK))["url"]
    return PurePosixPath(url.lstrip("/")) / "index.html"
