"""What the site's ``mkdocs.yml`` adds to MkDocs's configuration, read as plain data before MkDocs sees it.

MkDocs runs what its configuration names: hooks, plugins, Python objects in tags. Some Markdown extensions change or
leak text (``pymdownx.critic``, ``superfences``, ``snippets``). Scripts could take the demonstration banner from a page,
and the theme would not load them. So these are lists of what is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

import yaml

from citewell.errors import ConfigurationError, reason
from citewell.model.brand import EXTRA_CSS
from citewell.project import BRAND_FOLDER, DOCS, MKDOCS_YML, SITE, SITE_YML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from citewell.project import Project

LARGEST: Final = 1 << 20  # bytes, as for every YAML file of ours
INHERIT: Final = "INHERIT"
ALLOWED: Final = (
    *("copyright", "docs_dir", "edit_uri", "exclude_docs", "extra", "markdown_extensions", "plugins", "repo_name"),
    *("repo_url", "site_author", "site_description", "site_dir", "strict", "use_directory_urls", "validation", "watch"),
)
FIXED: Final = {"docs_dir": DOCS, "site_dir": SITE, "use_directory_urls": "true"}
#: What ``site.yml`` says, by the name that MkDocs has for it; empty for what the build works out by itself.
MOVED: Final = {
    "site_name": "name",
    "site_url": "address",
    "theme": "language and brand",
    "extra_css": "",
    "nav": "navigation",
    "not_in_nav": "",
}
#: What MkDocs and Material call the parts of a look, and where ``site.yml`` has them.
MOVED_THEME: Final = {
    "logo": "brand: logo",
    "favicon": "brand: icon",
    "palette": "brand: colour",
    "font": "brand: font",
    "language": "language",
}
EXTENSIONS: Final = ("attr_list", "toc")  # headings with their own ids, and what "On this page" is made from
PLAIN_TAGS: Final = ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")


def read_mkdocs_yml(project: Project) -> dict[str, Any]:
    """Check a project's ``mkdocs.yml``, and return the settings that it adds.

    Raises ``ConfigurationError`` at the first thing it asks for that Citewell does not allow, with its line and column;
    for a site that still says there what belongs in ``site.yml``, in one line what to move.
    """
    document = _compose(project.mkdocs_yml)
    for node in _nodes(document):
        if node.tag.removeprefix("tag:yaml.org,2002:") not in PLAIN_TAGS:
            _refuse(node, f"{node.tag} is not plain data", "Write the value itself.")
    settings = _mapping(document)
    _refuse_moved(settings, document)
    inherits = f"{INHERIT}: {project.mkdocs_config.relative_to(project.root).as_posix()}"
    if INHERIT not in settings:
        _refuse(document, f"the setting {INHERIT!r} is missing", f"Write `{inherits}`.")
    if f"{INHERIT}: {_text(settings[INHERIT])}" != inherits:
        _refuse(settings[INHERIT], "this inherits another configuration than the build makes", f"Write `{inherits}`.")
    for key, value in settings.items():
        if key not in (INHERIT, *ALLOWED):
            _refuse(value, f"the setting {key!r} is not one that Citewell builds with", "Remove it.")
    _check_fixed(settings)
    if "plugins" in settings:
        _check_names(settings["plugins"], (), "plugin")
    if "markdown_extensions" in settings:
        _check_extensions(settings["markdown_extensions"])
    return _construct(document)


def _refuse_moved(settings: Mapping[str, yaml.Node], document: yaml.Node) -> None:
    """Say in one line what a site has to move to ``site.yml``, and where to."""
    named = [key for key in settings if key in MOVED]
    moves = [move for key in named if MOVED[key] for move in _list_moves(key, settings[key])]
    extra = settings.get("extra")
    if isinstance(extra, yaml.MappingNode) and "citewell" in _mapping(extra):
        named.append("extra.citewell")
        moves.append("its demonstration as demonstration")
    if not named:
        return
    place = next((settings[key] for key in settings if key in named), document)
    to = f"Move {', '.join(moves)} to {SITE_YML}, and remove them here." if moves else "Remove it."
    if "extra_css" in named:
        to += f" Styles of your own belong in {BRAND_FOLDER}/{EXTRA_CSS}."
    _refuse(place, f"{', '.join(named)}: not said here but in {SITE_YML}, or worked out by the build", to)


def _list_moves(key: str, value: yaml.Node) -> list[str]:
    """What to move of a setting: of the theme each part that a site may choose."""
    parts = _mapping(value) if key == "theme" and isinstance(value, yaml.MappingNode) else {}
    known = [f"theme.{part} as {MOVED_THEME[part]}" for part in parts if part in MOVED_THEME]
    return known or [f"{key} as {MOVED[key]}"]


def _check_fixed(settings: Mapping[str, yaml.Node]) -> None:
    for key, value in FIXED.items():
        if key in settings and _text(settings[key]).lower() != value:
            _refuse(settings[key], f"{key} must be {value}", f"Write `{key}: {value}`.")


def _check_extensions(listed: yaml.Node) -> None:
    """Check Markdown extensions: the list takes the place of the build's own, so it must hold what pages need."""
    _check_names(listed, EXTENSIONS, "Markdown extension")
    names = _list_names(listed)
    if "attr_list" not in map(_text, names):
        _refuse(listed, "the Markdown extension 'attr_list' is missing", "Write `- attr_list`: headings need it.")


def _check_names(listed: yaml.Node, allowed: tuple[str, ...], what: str) -> None:
    """Check a list of names, each alone or with its settings; MkDocs takes a mapping for a list, too."""
    if isinstance(listed, yaml.ScalarNode):
        _refuse(listed, f"there must be a list of each {what}", "Write `[]` for none.")
    for name in _list_names(listed):
        if _text(name) not in allowed:
            _refuse(name, f"the {what} {_text(name)!r} is not one that Citewell builds with", "Remove it.")


def _list_names(listed: yaml.Node) -> list[yaml.Node]:
    items = [listed] if isinstance(listed, yaml.MappingNode) else listed.value
    return [
        name
        for each in items
        for name in ([key for key, _ in each.value] if isinstance(each, yaml.MappingNode) else [each])
    ]


def _construct(document: yaml.Node) -> dict[str, Any]:
    """The settings as plain data, without the line that inherits."""
    try:
        settings = yaml.SafeLoader("").construct_document(document)
    except ValueError as error:  # what looks like a date or a number and is not one
        raise ConfigurationError(
            f"{MKDOCS_YML}: holds a value that cannot be read ({error})", "put it in quotes"
        ) from error
    return {key: value for key, value in settings.items() if key != INHERIT}


class _Loader(yaml.SafeLoader):
    """Refuses what repeats other lines: ten such lines that repeat one another are more text than any memory holds.

    Not the C loader: composing, it follows deep nesting until the process crashes.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node. Raises ``ConfigurationError`` where there is an alias instead."""
        if self.check_event(yaml.AliasEvent):
            alias: yaml.AliasEvent = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs do not say what
            _refuse(alias, f"*{alias.anchor} would repeat other lines", "Write the lines out here.")
        return super().compose_node(parent, index)


def _compose(path: Path) -> yaml.Node:
    """Return the document as nodes: nothing is constructed, so nothing it names is run."""
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigurationError(f"{MKDOCS_YML}:1:1: is larger than {LARGEST >> 20} MiB")
        document: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except OSError as error:
        raise ConfigurationError(f"{MKDOCS_YML}: cannot be read ({reason(error)})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        hint = (
            "Put a text that holds a colon and a space in double quotes, and indent with spaces as the lines around it."
        )
        raise ConfigurationError(f"{MKDOCS_YML}:{place}: cannot be read as YAML ({error.problem})", hint) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{MKDOCS_YML}:1:1: is not a YAML text in UTF-8") from error
    if document is None:
        raise ConfigurationError(f"{MKDOCS_YML}:1:1: is empty")
    return document


def _nodes(root: yaml.Node) -> Iterator[yaml.Node]:
    """Give ``root`` and every node below it, keys too."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _mapping(node: yaml.Node) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        _refuse(node, "there must be settings here", "Write `name: value` lines.")
    found: dict[str, yaml.Node] = {}
    for name, value in node.value:
        if _text(name) in found:
            _refuse(name, f"{_text(name)!r} is written twice", "Remove one of them.")
        found[_text(name)] = value
    return found


def _text(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _refuse(node: yaml.Node | yaml.Event, message: str, hint: str) -> NoReturn:
    mark = node.start_mark
    assert mark is not None, "what was read from a text has a place in it"
    raise ConfigurationError(f"{MKDOCS_YML}:{mark.line + 1}:{mark.column + 1}: {message}", hint)
