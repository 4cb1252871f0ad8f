"""Whether ``mkdocs.yml`` says the same as the content: a demonstration or not, its language, only pages that exist.

They are said twice because the 404 page, which belongs to no page of ours, is made from ``mkdocs.yml`` alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from citewell.errors import ConfigurationError
from citewell.model.addresses import LINK_SCHEMES, scheme
from citewell.project import Project
from citewell.site.mkdocs_yml import NAME
from citewell.source.characters import is_visible
from citewell.messages import ENGLISH
from citewell.messages.languages import primary

_LANGUAGES: Final = "templates/partials/languages"  # in the package of Material


def check_agreement(project: Project, demonstration: bool, language: str, pages: Collection[PurePosixPath]) -> None:
    """Compare ``mkdocs.yml``, which ``check_mkdocs_yml`` has found to be plain data, with the content.

    ``demonstration`` and ``language`` are what ``site.yml`` says, ``pages`` are the Markdown files about to be
    written, relative to ``docs/``. Raises ``ConfigurationError`` at the first disagreement.
    """
    settings = _read(project)
    extra = _mapping(settings.get("extra"))
    ours = _mapping(extra.get("citewell"))
    if ours.get("demonstration") is not demonstration:
        raise ConfigurationError(
            f"{NAME}: extra.citewell.demonstration does not say the same as demonstration in content_src/site.yml",
            f"write `demonstration: {str(demonstration).lower()}`, or change site.yml",
        )
    _check_language(_mapping(settings.get("theme")).get("language", ENGLISH), language)
    for where, words in _words(settings):
        if not isinstance(words, str) or not is_visible(words):
            raise ConfigurationError(f"{NAME}: {where} is not a text that readers can see", "write its words in double quotes")
    for link in _footer(settings):
        url = link.get("url")
        if not isinstance(url, str) or PurePosixPath(url.strip("/")) / "index.md" not in pages:
            raise ConfigurationError(f'{NAME}: the footer links to "{url}", which is no page', "correct or remove it")
    for path in _nav_paths(settings["nav"]):
        if PurePosixPath(path) not in pages:
            raise ConfigurationError(f'{NAME}: nav lists "{path}", which is no page', "correct or remove it")


def words_of_mkdocs_yml(project: Project) -> tuple[str, ...]:
    """The words of ``mkdocs.yml`` that readers see on the pages, after ``check_agreement``."""
    return tuple(words for _, words in _words(_read(project)))


def _words(settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The words that readers see, each after where it is."""
    yield "site_name", settings["site_name"]
    for entry in settings["nav"]:
        yield from (("a title in nav", title) for title in _mapping(entry))
    yield from (("the title of a link in extra.citewell.footer", link.get("title")) for link in _footer(settings))


def _check_language(theme: object, language: str) -> None:
    """Material writes the language of a page, and which way it runs, from its own file of texts for that language."""
    known = _languages_of_material()
    wanted = next((name for name in (language, primary(language)) if name in known), "")
    if not wanted:
        raise ConfigurationError(
            f'content_src/site.yml: Material for MkDocs, which makes the pages, has no texts in "{language}"',
            "choose another language",
        )
    if theme != wanted:
        raise ConfigurationError(
            f"{NAME}: theme.language does not say the same as language in content_src/site.yml",
            f"write `language: {wanted}` under `theme:`, or change site.yml",
        )


def _languages_of_material() -> frozenset[str]:
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    return frozenset(path.stem for folder in folders or () for path in Path(folder, _LANGUAGES).glob("*.html"))


def _read(project: Project) -> dict[str, Any]:
    try:
        return _mapping(yaml.safe_load(project.mkdocs_yml.read_text(encoding="utf-8-sig")))
    except ValueError as error:  # what looks like a date or a number and is none
        raise ConfigurationError(f"{NAME}: holds a value that cannot be read ({error})", "put it in quotes") from error


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _footer(settings: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The links of the footer. Raises ``ConfigurationError`` if they are not a list."""
    footer = _mapping(_mapping(settings.get("extra")).get("citewell")).get("footer", [])
    if not isinstance(footer, list):
        raise ConfigurationError(f"{NAME}: extra.citewell.footer must be a list", "write `footer: []` for no links")
    return [_mapping(link) for link in footer]


def _nav_paths(nav: object) -> Iterator[str]:
    """Every page in the navigation; what leads to another site begins with a scheme that links may have."""
    if isinstance(nav, str):
        if scheme(nav) not in LINK_SCHEMES:
            yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _nav_paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from _nav_paths(value)
