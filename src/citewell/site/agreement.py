"""Whether ``mkdocs.yml`` says the same as the content: a demonstration or not, and links only to pages that exist.

Both are said twice because the 404 page, which belongs to no page of ours, is made from ``mkdocs.yml`` alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from citewell.errors import ConfigurationError
from citewell.site.mkdocs_yml import NAME


def check_agreement(root: Path, demonstration: bool, pages: Collection[PurePosixPath]) -> str:
    """Compare ``mkdocs.yml``, which ``check_mkdocs_yml`` has found to be plain data, with the content.

    ``demonstration`` is what ``site.yml`` says, ``pages`` are the Markdown files about to be written, relative to
    ``docs/``. Returns the address the site will have, as ``mkdocs.yml`` says, or nothing; it ends in a slash, as MkDocs
    writes it. Raises ``ConfigurationError`` at the first disagreement.
    """
    settings = _read(root)
    extra = _mapping(settings.get("extra"))
    ours = _mapping(extra.get("citewell"))
    if ours.get("demonstration") is not demonstration:
        raise ConfigurationError(
            f"{NAME}: extra.citewell.demonstration does not say the same as demonstration in content_src/site.yml",
            f"write `demonstration: {str(demonstration).lower()}`, or change site.yml",
        )
    for url in _footer_urls(ours):
        if PurePosixPath(url.strip("/")) / "index.md" not in pages:
            raise ConfigurationError(f'{NAME}: the footer links to "{url}", which is no page', "correct or remove it")
    for path in _nav_paths(settings["nav"]):
        if PurePosixPath(path) not in pages:
            raise ConfigurationError(f'{NAME}: nav lists "{path}", which is no page', "correct or remove it")
    address = str(settings.get("site_url") or "")
    return f"{address.rstrip('/')}/" if address else ""


def _read(root: Path) -> dict[str, Any]:
    try:
        return _mapping(yaml.safe_load((root / NAME).read_text(encoding="utf-8-sig")))
    except ValueError as error:  # what looks like a date or a number and is none
        raise ConfigurationError(f"{NAME}: holds a value that cannot be read ({error})", "put it in quotes") from error


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _footer_urls(ours: dict[str, Any]) -> Iterator[str]:
    footer = ours.get("footer")
    for link in footer if isinstance(footer, list) else []:
        url = _mapping(link).get("url")
        if not isinstance(url, str):
            raise ConfigurationError(f"{NAME}: a link in extra.citewell.footer has no url", "give it title and url")
        yield url


def _nav_paths(nav: object) -> Iterator[str]:
    """Every page in the navigation; what leads to another site has a scheme."""
    if isinstance(nav, str):
        if "://" not in nav and not nav.startswith("mailto:"):
            yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _nav_paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from _nav_paths(value)
