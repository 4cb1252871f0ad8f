"""MkDocs's whole configuration, as data: made from ``site.yml`` and what the site's ``mkdocs.yml`` adds to it.

It is written into ``docs/``, where ``mkdocs.yml`` inherits it, so plain ``mkdocs build`` makes the same site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

import citewell
from citewell.errors import ConfigurationError
from citewell.messages.languages import primary
from citewell.model.addresses import HOME, address_of
from citewell.model.facts import SiteFacts
from citewell.model.page_kinds import LinkedFrom, list_page_kinds
from citewell.model.site import HeaderLink, Settings, Site
from citewell.outputs.brand import publish_brand
from citewell.project import DOCS, SITE, SITE_YML, Project

THEME: Final = Path(citewell.__file__).parent / "theme"
_ICON: Final = "assets/citewell.svg"  # in the theme
_LANGUAGES: Final = "templates/partials/languages"  # in the package of Material
#: The build verifies every link of the finished site, raw HTML included, which MkDocs does not read.
_VALIDATION: Final = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "ignore"},
    "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "ignore"),
}


def make_mkdocs_config(project: Project, facts: SiteFacts, pages: Collection[PurePosixPath]) -> dict[str, Any]:
    """The configuration that ``site.yml`` asks for; ``pages`` are the files about to be written, relative to ``docs/``.

    Raises ``ConfigurationError`` for a language the theme has no texts in.
    """
    settings, brand = facts.site.settings, publish_brand(facts.site)
    return {
        "site_name": settings.name,
        "site_url": settings.address,
        "docs_dir": DOCS,
        "site_dir": SITE,
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "custom_dir": _find_theme(project),
            "language": _language_of_theme(settings),
            "font": False,  # no font from another origin
            "favicon": brand.icon or _ICON,
        },
        "extra_css": list(brand.styles),
        "extra": {
            "citewell": {
                "language": settings.language,
                "demonstration": settings.demonstration,
                "footer": list(_link_footer(facts, pages)),
                "brand": dict(brand.parts),
            }
        },
        "plugins": [],  # pages are plain files, so that they outlive MkDocs
        "markdown_extensions": ["attr_list"],  # headings carry their own ids: ## Title {#id}
        "nav": list(_link_header(facts, pages)),
        **_include_hidden(pages),
        "validation": _VALIDATION,
    }


def _include_hidden(pages: Collection[PurePosixPath]) -> dict[str, str]:
    """Patterns that take in what MkDocs leaves out by itself: hidden files, and a folder called ``templates``."""
    left_out = (path for path in pages if path.parts[0] == "templates" or any(part[0] == "." for part in path.parts))
    patterns = "".join(f"!/{path}\n" for path in sorted(left_out))
    return {"exclude_docs": patterns} if patterns else {}


def add_settings(config: Mapping[str, Any], additions: Mapping[str, Any]) -> dict[str, Any]:
    """A configuration with settings added as MkDocs adds those of a file to the one it inherits: groups are merged."""
    merged = dict(config)
    for key, value in additions.items():
        inherited = merged.get(key)
        if isinstance(inherited, Mapping) and isinstance(value, Mapping):
            merged[key] = add_settings(inherited, value)
        else:
            merged[key] = value
    return merged


def write_config(config: Mapping[str, Any]) -> bytes:
    """The file of a configuration."""
    head = f"# Made by the build from {SITE_YML}; never edited.\n"
    return (head + yaml.safe_dump(dict(config), allow_unicode=True, sort_keys=False, width=120)).encode()


def _link_header(facts: SiteFacts, pages: Collection[PurePosixPath]) -> Iterator[dict[str, str]]:
    """The pages that the header links to, the home page first: it shows that as the site's name."""
    titles = _find_titles(facts, pages)
    yield {titles[HOME]: "index.md"}
    for title, address in _follow_links(_choose_header(facts.site), titles):
        yield {title: f"{address}index.md" if address in titles else address}


def _link_footer(facts: SiteFacts, pages: Collection[PurePosixPath]) -> Iterator[dict[str, str]]:
    """What ``footer:`` lists; without it the site's own pages, then those of the program that the header lacks."""
    titles, header = _find_titles(facts, pages), {f"{link.target}/": link.title for link in _choose_header(facts.site)}
    chosen = facts.site.settings.footer
    if chosen is not None:
        yield from ({"title": title, "url": address} for title, address in _follow_links(chosen, titles))
        return
    kinds = {kind.address: kind.linked_from for kind in list_page_kinds()}
    own = sorted((address for address in titles if address not in kinds), key=lambda address: titles[address])
    made = [address for address, where in kinds.items() if where is not LinkedFrom.NEITHER and address not in header]
    for address in (*own, *(each for each in made if each in titles)):
        yield {"title": header.get(address) or titles[address], "url": address}


def _follow_links(links: Iterable[HeaderLink], titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The title and the address of each link that leads to a page or elsewhere; the check finds what does neither."""
    for link in links:
        address = f"{link.target}/"
        if address in titles:
            yield link.title or titles[address], address
        elif link.title and "/" in link.target:
            yield link.title, link.target


def _choose_header(site: Site) -> tuple[HeaderLink, ...]:
    """What ``navigation:`` lists; without it the page kinds that belong there."""
    if site.settings.navigation is not None:
        return site.settings.navigation
    place = site.settings.place("navigation")
    return tuple(HeaderLink(kind.name, "", place) for kind in list_page_kinds() if kind.linked_from is LinkedFrom.HEADER)


def _find_titles(facts: SiteFacts, pages: Collection[PurePosixPath]) -> dict[str, str]:
    """The titles of hubs and own pages that are about to be written, by their addresses."""
    titles = {kind.address: facts.site.words(kind.title) for kind in list_page_kinds()}
    titles |= {address_of(page): page.title for page in facts.pages.values()}
    return {address: title for address, title in titles.items() if PurePosixPath(address, "index.md") in pages}


def _language_of_theme(settings: Settings) -> str:
    """The language of Material's own texts: that of the site, without its region where Material has none for it."""
    known = _languages_of_material()
    found = next((name for name in (settings.language, primary(settings.language)) if name in known), "")
    if not found:
        raise ConfigurationError(
            f"{settings.place('language')}: Material for MkDocs, which makes the pages, has no texts in "
            f'"{settings.language}"',
            "choose another language",
        )
    return found


def _languages_of_material() -> frozenset[str]:
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    return frozenset(path.stem for folder in folders or () for path in Path(folder, _LANGUAGES).glob("*.html"))


def _find_theme(project: Project) -> str:
    """The folder of the theme as MkDocs takes it, from the project's folder where it is in there."""
    root, folder = project.root.resolve(), THEME.resolve()
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
