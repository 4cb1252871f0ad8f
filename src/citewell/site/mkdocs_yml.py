"""Is ``mkdocs.yml`` one that builds the site Citewell checked? Read as plain data, before MkDocs sees it.

MkDocs runs what its configuration names: hooks, plugins, Python objects in tags. Some Markdown extensions change or
leak text (``pymdownx.critic``, ``superfences``, ``snippets``). Scripts could take the demonstration banner from a page,
and the theme would not load them. So these are lists of what is allowed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import yaml

import citewell
from citewell.errors import ConfigurationError, reason
from citewell.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "mkdocs.yml"
LARGEST = 1 << 20  # bytes, as for every YAML file of ours
THEME = Path(citewell.__file__).parent / "theme"

REQUIRED = ("site_name", "site_url", "theme", "nav", "plugins")
OPTIONAL = (
    *("copyright", "docs_dir", "edit_uri", "exclude_docs", "extra", "extra_css"),
    *("markdown_extensions", "not_in_nav", "repo_name", "repo_url", "site_author", "site_description", "site_dir"),
    *("strict", "use_directory_urls", "validation", "watch"),
)
FIXED = {"docs_dir": "docs", "site_dir": "site", "use_directory_urls": "true"}
FIXED_IN_THEME = {"name": "material", "font": "false"}  # `font` not false loads fonts from another origin
EXTENSIONS = frozenset({"attr_list", "toc"})  # headings with their own ids, and what "On this page" is made from
PLUGINS: frozenset[str] = frozenset()  # pages are plain files, so that they outlive MkDocs
PLAIN_TAGS = ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")


def check_mkdocs_yml(project: Project) -> str:
    """Check a project's ``mkdocs.yml``.

    Returns the address the site will have, or nothing where none is given; it ends in a slash, as MkDocs writes it.
    Raises ``ConfigurationError`` at the first thing it asks for that Citewell does not allow, with its line and column.
    """
    document = _compose(project.mkdocs_yml)
    for node in _nodes(document):
        if node.tag.removeprefix("tag:yaml.org,2002:") not in PLAIN_TAGS:
            _refuse(node, f"{node.tag} is not plain data", "Write the value itself.")
    settings = _mapping(document)
    for key, value in settings.items():
        if key not in (*REQUIRED, *OPTIONAL):
            _refuse(value, f"the setting {key!r} is not one that Citewell builds with", "Remove it.")
    for key in REQUIRED:
        if key not in settings:
            _refuse(document, f"the setting {key!r} is missing", "Write it out, or MkDocs would choose for you.")
    _check_fixed(settings, FIXED)
    theme = _check_theme(settings["theme"], project.root)
    _check_nav(settings["nav"])
    _check_names(settings["plugins"], PLUGINS, "plugin")
    if "markdown_extensions" in settings:
        _check_names(settings["markdown_extensions"], EXTENSIONS, "Markdown extension")
    if "extra_css" in settings:
        _check_own(settings["extra_css"], theme)
    address = _text(settings["site_url"])
    return f"{address.rstrip('/')}/" if address else ""


def _check_own(files: yaml.Node, theme: Path) -> None:
    """Check the style sheets of ``extra_css``: MkDocs would link to a missing one from every page."""
    there = {path.relative_to(theme).as_posix() for path in theme.rglob("*.css")}
    for node in _nodes(files):
        name = _text(node)
        if "//" in name:
            _refuse(node, "this loads a file from another origin", "Put the file into the theme.")
        if name and name not in there:
            hint = "Put the file into the theme's folder, custom_dir, and write its path from there."
            _refuse(node, f"there is no style sheet {name!r} in the theme", hint)


def _check_fixed(settings: Mapping[str, yaml.Node], fixed: Mapping[str, str]) -> None:
    for key, value in fixed.items():
        if key in settings and _text(settings[key]).lower() != value:
            _refuse(settings[key], f"{key} must be {value}", f"Write `{key}: {value}`.")


def _check_theme(theme: yaml.Node, root: Path) -> Path:
    """Check the theme's settings; return its folder."""
    settings = _mapping(theme)
    for key in (*FIXED_IN_THEME, "custom_dir"):
        if key not in settings:
            _refuse(theme, f"the theme's {key!r} is missing", "Write it out, or MkDocs would choose for you.")
    _check_fixed(settings, FIXED_IN_THEME)
    folder = (root / _text(settings["custom_dir"])).resolve()
    if not folder.is_dir() or not (folder.is_relative_to(root.resolve()) or folder == THEME.resolve()):
        _refuse(settings["custom_dir"], "custom_dir is not a folder of this project", "Write src/citewell/theme.")
    if folder != THEME.resolve():  # git carries links, and what they lead to would be published
        for path in folder.rglob("*"):
            if path.is_symlink() and not path.resolve().is_relative_to(folder):
                name = path.relative_to(folder).as_posix()
                _refuse(settings["custom_dir"], f"{name!r} in custom_dir is a link that leads out of it", "Put the file there.")
    return folder


def _check_nav(nav: yaml.Node) -> None:
    if not isinstance(nav, yaml.SequenceNode) or not nav.value:
        _refuse(nav, "nav must list the pages in the navigation", "Automatic, one new title would change every page.")
    places = [each.value[0][1] if isinstance(each, yaml.MappingNode) and each.value else each for each in nav.value]
    for place in places:
        if not isinstance(place, yaml.ScalarNode):
            _refuse(place, "nav must be one list", "The header has one row of links: give each page a line of its own.")
    if _text(places[0]) != "index.md":  # the header shows it as the site's name, and every page takes its words from it
        _refuse(places[0], "nav must begin with the home page", "Write `- Home: index.md` as its first line.")


def _check_names(listed: yaml.Node, allowed: frozenset[str], what: str) -> None:
    """Check a list of names, each alone or with its settings; MkDocs takes a mapping for a list, too."""
    if isinstance(listed, yaml.ScalarNode):
        _refuse(listed, f"there must be a list of each {what}", "Write `[]` for none.")
    for each in [listed] if isinstance(listed, yaml.MappingNode) else listed.value:
        for name in [key for key, _ in each.value] if isinstance(each, yaml.MappingNode) else [each]:
            if _text(name) not in allowed:
                _refuse(name, f"the {what} {_text(name)!r} is not one that Citewell builds with", "Remove it.")


class _Loader(yaml.SafeLoader):
    """Refuses what repeats other lines: ten such lines that repeat one another are more text than any memory holds.

    Not the C loader: composing, it follows deep nesting until the process crashes.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node. Raises ``ConfigurationError`` where an alias stands in its place."""
        if self.check_event(yaml.AliasEvent):
            alias: yaml.AliasEvent = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs do not say what
            _refuse(alias, f"*{alias.anchor} would repeat other lines", "Write the lines out here.")
        return super().compose_node(parent, index)


def _compose(path: Path) -> yaml.Node:
    """Return the document as nodes: nothing is constructed, so nothing it names is run."""
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigurationError(f"{NAME}:1:1: is larger than {LARGEST >> 20} MiB")
        document: yaml.Node | None = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except OSError as error:
        raise ConfigurationError(f"{NAME}: cannot be read ({reason(error)})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        hint = (
            "Put a text that holds a colon and a space in double quotes, and indent with spaces as the lines around it."
        )
        raise ConfigurationError(f"{NAME}:{place}: cannot be read as YAML ({error.problem})", hint) from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{NAME}:1:1: is not a YAML text in UTF-8") from error
    if document is None:
        raise ConfigurationError(f"{NAME}:1:1: is empty")
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
    raise ConfigurationError(f"{NAME}:{mark.line + 1}:{mark.column + 1}: {message}", hint)
