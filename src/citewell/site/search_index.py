"""Which pages a search index holds, read from its own files: what readers would find, and not what was asked for."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from citewell.outputs.index_order import unpacked


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
        pages = frozenset(_read_page_path(path) for path in (index / "fragment").glob("*.pf_fragment"))
        return pages if len(pages) == sum(each["page_count"] for each in languages) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_page_path(fragment: Path) -> PurePosixPath:
    """The page that a fragment, a file in JSON, is about."""
    url = json.loads(unpacked(fragment))["url"]
    return PurePosixPath(url.lstrip("/")) / "index.html"
