"""MkDocs's whole configuration, as data: made from ``site.yml`` and what the site's ``mkdocs.yml`` adds to it.

It is written into ``docs/``, where ``mkdocs.yml`` inherits it, so plain ``mkdocs build`` makes the same site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

import citewell
from citewell.diagnostics import Location
from citewell.errors import ConfigurationError
from citewell.messages.languages import primary
from citewell.model.addresses import HOME, address_of
from citewell.model.facts import SiteFacts
from citewell.model.page_kinds import LinkedFrom, list_page_kinds
from citewell.model.site import HeaderLink, Settings, Site
from citewell.project import DOCS, SITE, SITE_YML, Project

THEME: Final = Path(citewell.__file__).parent / "theme"
_LANGUAGES: Final = "templates/partials/languages"  # in the package of Material
#: The build verifies every link of the finished site, raw HTML included, which MkDocs does not read.
_VALIDATION: Final = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "ignore"},
    "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "ignore"),
}


def make_mkdocs_config(project: Project, facts: SiteFacts, pages: Collection[PurePosixPath]) -> dict[str, Any]:
    """The configuration that ``site.yml`` asks for; ``pages`` are the files about to be written, relative to ``docs/``.

    Raises ``ConfigurationError`` for a language the theme has no texts in, and for a theme or a file of it that is not
    there or leads out of the project.
    """
    settings = facts.site.settings
    return {
        "site_name": settings.name,
        "site_url": settings.address,
        "docs_dir": DOCS,
        "site_dir": SITE,
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "custom_dir": _find_theme(project, settings),
            "language": _language_of_theme(settings),
            "font": False,  # no font from another origin
            "favicon": settings.brand.icon,
        },
        "extra_css": list(settings.brand.styles),
        "extra": {
            "citewell": {
                "language": settings.language,
                "demonstration": settings.demonstration,
                "footer": list(_link_footer(facts, pages)),
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
    for link in _choose_header(facts.site):
        address = f"{link.target}/"
        if address in titles:
            yield {link.title or titles[address]: f"{address}index.md"}
        elif link.title and "/" in link.target:  # an address elsewhere; the check finds what is neither
            yield {link.title: link.target}


def _link_footer(facts: SiteFacts, pages: Collection[PurePosixPath]) -> Iterator[dict[str, str]]:
    """The site's own pages, then those that the program makes and the header does not show."""
    titles, header = _find_titles(facts, pages), {f"{link.target}/": link.title for link in _choose_header(facts.site)}
    kinds = {kind.address: kind.linked_from for kind in list_page_kinds()}
    own = sorted((address for address in titles if address not in kinds), key=lambda address: titles[address])
    made = [address for address, where in kinds.items() if where is not LinkedFrom.NEITHER and address not in header]
    for address in (*own, *(each for each in made if each in titles)):
        yield {"title": header.get(address) or titles[address], "url": address}


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


def _find_theme(project: Project, settings: Settings) -> str:
    """The folder of the theme as MkDocs takes it, from the project's folder where it is in there."""
    brand, place = settings.brand, settings.place("brand")
    root, folder = project.root.resolve(), THEME.resolve()
    if brand.theme:
        folder = (root / brand.theme).resolve()
        _check_theme(folder, project, place, brand.theme)
    for name in (brand.icon, *brand.styles):
        if not (folder / name).is_file():
            raise ConfigurationError(f'{place}: there is no file "{name}" in the theme', f"put it into {folder}/")
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)


def _check_theme(folder: Path, project: Project, place: Location, written: str) -> None:
    """Refuse a theme that is not a folder of the project's own: templates are programs, and not for editors to write.

    Git carries links, and what they lead to would be published.
    """
    root = project.root.resolve()
    taken = (project.content, project.docs, project.site, project.work)
    if not folder.is_dir() or folder == root or not folder.is_relative_to(root):
        raise ConfigurationError(
            f'{place}: the theme "{written}" is not a folder of this project',
            "write its path from the project's folder, or leave the line out for Citewell's theme",
        )
    if any(folder.is_relative_to(each.resolve()) for each in taken):
        raise ConfigurationError(f'{place}: the theme "{written}" is in a folder for other things', "move it to theme/")
    for path in folder.rglob("*"):
        if path.is_symlink() and not path.resolve().is_relative_to(folder):
            name = path.relative_to(folder).as_posix()
            raise ConfigurationError(
                f'{place}: "{name}" in the theme is a link that leads out of it', "put the file there"
            )
