"""Page shells: MkDocs and the theme make one page of each shape, and the others are that page with their own texts.

Two pages have one shape if their front matter differs in nothing but texts that the theme only prints (its slots), and
if they lie in the same folder, so that links to anywhere else are spelt alike. From a page with a mark in each slot the
theme makes the shell of a shape; what is between the marks is the same on every page of that shape. A page that is
the only one of its shape, or that the navigation or a setting leads to, is its own shell, with a slot for its body.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urljoin

from citewell.model.addresses import relative_path
from citewell.model.digest import digest_of
from citewell.render.page import Page, read_page_file
from citewell.site.body_html import convert_body
from citewell.site.manifest import walk

#: Texts that the theme prints as they are.
_TEXTS: Final = frozenset({"title", "description"})
_OWN_TEXTS: Final = frozenset({"dated", "review", "leads_to", "canonical"})
#: Lists whose items have an address from the root of the site, which the theme makes a link from the page.
_OWN_LISTS: Final = frozenset({"breadcrumb", "links"})
#: By these the theme chooses its parts. A page with anything else in its front matter is made by MkDocs.
_CHOICES: Final = frozenset({"kind", "demonstration", "section", "sources", "terms", "noindex", "search"})
_ADDRESS: Final = re.compile(r"(?:[\w%~-][\w.%~-]*/)*(?:[\w%~-][\w.%~-]*)?")
#: What decides what MkDocs makes of a page's text, as the build sets it; a site may change it in ``mkdocs.yml``.
_USUAL: Final = {"plugins": [], "markdown_extensions": ["attr_list"]}
_BODY: Final = "body"  # names of slots
_AT: Final = "at"
_URL: Final = "url"


class Shape(NamedTuple):
    """What the pages of one shell have in common: the folder around theirs, and their front matter with its marks."""

    folder: PurePosixPath
    front_matter: str


@dataclass(frozen=True, slots=True)
class ShellPlan:
    """Which pages are shells of their own (``own``), and which get the shell of their shape; by path in ``docs``.

    ``mark`` is what slots are marked with: a word that no text of the site holds. ``files`` are all others, and pages
    that MkDocs makes as they are.
    """

    docs: Path
    mark: str
    own: tuple[PurePosixPath, ...]
    shapes: Mapping[Shape, tuple[PurePosixPath, ...]]
    files: tuple[PurePosixPath, ...]

    def list_shells(self) -> Iterator[tuple[Page, tuple[PurePosixPath, ...]]]:
        """Each page from which a shell is made, and the pages that get it."""
        body = f"<!-- {_mark_slot(self.mark, _BODY)} -->"
        for path in self.own:
            page = read_page_file(path, (self.docs / path).read_bytes())
            assert page is not None
            yield replace(page, body=body), (path,)
        for number, (shape, paths) in enumerate(self.shapes.items()):
            place = shape.folder / _mark_slot(self.mark, f"at{number}") / "index.md"
            yield Page(place, json.loads(shape.front_matter), body), paths

    def list_pages(self) -> list[PurePosixPath]:
        """All pages in the order in which MkDocs takes them."""
        pages = (*self.own, *self.files, *(path for paths in self.shapes.values() for path in paths))
        return sorted((path for path in pages if path.suffix == ".md"), key=_folders_of)


def plan_shells(config: Mapping[str, Any], docs: Path) -> ShellPlan | None:
    """Sort the pages in ``docs`` by shape; ``None`` if no two share one, or a setting lets MkDocs do something else."""
    left_out = [line for line in str(config.get("exclude_docs", "")).splitlines() if not line.startswith("!")]
    if left_out or any(config.get(key) != value for key, value in _USUAL.items()):
        return None
    mark = f"slot{digest_of(json.dumps(config, sort_keys=True, default=str))[:24]}"
    named = frozenset(_list_texts(config))
    paths = sorted(walk(docs))
    pages = [path for path in paths if path.suffix == ".md"]
    if any(path.name != "index.md" for path in pages):
        return None
    own: list[PurePosixPath] = []
    files = [path for path in paths if path.suffix != ".md"]
    shapes: dict[Shape, list[PurePosixPath]] = {}
    for path in pages:
        page = read_page_file(path, (docs / path).read_bytes())
        shape = page and not _is_named(path, named) and _find_shape(page, mark)
        if page is None:
            files.append(path)
        elif shape:
            shapes.setdefault(shape, []).append(path)
        else:
            own.append(path)
    own += [only for only, *others in shapes.values() if not others]
    shared = {shape: tuple(those) for shape, those in shapes.items() if len(those) > 1}
    return ShellPlan(docs, mark, tuple(own), shared, tuple(files)) if shared else None


def write_shells(plan: ShellPlan, folder: Path) -> None:
    """Write into an empty folder what MkDocs is to build: a page for each shell, and all files."""
    for path in plan.files:
        _link(plan.docs / path, folder / path)
    for page, _ in plan.list_shells():
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(page.data())


def fill_shells(plan: ShellPlan, staged: Path) -> bool:
    """Put in the place of each built shell in ``staged`` the pages of its shape; whether all could be made."""
    for shell, paths in plan.list_shells():
        built = staged / shell.path.with_suffix(".html")
        pieces = _split_at_slots(built.read_text(encoding="utf-8"), plan.mark)
        if shell.path not in paths:
            shutil.rmtree(built.parent)
        for path in paths:
            values = _read_values(plan.docs, path)
            if values is None:
                return False
            target = staged / path.with_suffix(".html")
            target.parent.mkdir(parents=True, exist_ok=True)
            filled = (values[piece] if at % 2 else piece for at, piece in enumerate(pieces))
            target.write_text("".join(filled), encoding="utf-8")
    return True


def list_for_sitemap(plan: ShellPlan, url: str) -> Iterator[dict[str, object]]:
    """Each page as the template of ``sitemap.xml`` takes it; ``url`` is the address of the site, "" if it has none."""
    for path in plan.list_pages():
        page = read_page_file(path, (plan.docs / path).read_bytes())
        address = urljoin(f"{url.removesuffix('/')}/", quote(_address_of(path))) if url else None
        yield {"canonical_url": address, "meta": page.front_matter if page else {}}


def _address_of(path: PurePosixPath) -> str:
    return "".join(f"{part}/" for part in path.parts[:-1])


def _folders_of(path: PurePosixPath) -> tuple[str, ...]:
    return path.parts[:-1]


def _list_texts(setting: object) -> Iterator[str]:
    """Every text in a setting, at any depth."""
    if isinstance(setting, str):
        yield setting
    elif isinstance(setting, Mapping):
        for each in setting.values():
            yield from _list_texts(each)
    elif isinstance(setting, list | tuple):
        for each in setting:
            yield from _list_texts(each)


def _is_named(path: PurePosixPath, named: Collection[str]) -> bool:
    """Whether a setting leads to a page or to something below it: the theme writes such a link in another way there."""
    address = _address_of(path)
    return any(text.startswith(address) for text in named)


def _find_shape(page: Page, mark: str) -> Shape | None:
    slots = _take_slots(page.front_matter)
    if not slots:
        return None
    marks = {name: f"{'/' * name.startswith(_URL)}{_mark_slot(mark, name)}" for name in slots}
    return Shape(page.path.parent.parent, json.dumps(_put_into_slots(page.front_matter, marks)))


def _read_values(docs: Path, path: PurePosixPath) -> dict[str, str] | None:
    """The text in each slot of a page, by its name; ``None`` if its text must be read as Markdown."""
    page = read_page_file(path, (docs / path).read_bytes())
    html = convert_body(page.body) if page else None
    if page is None or html is None:
        return None
    slots = _take_slots(page.front_matter) or {}
    here = quote(_address_of(path))
    values = {name: relative_path(text, here) if name.startswith(_URL) else text for name, text in slots.items()}
    return {**values, _AT: quote(path.parent.name), _BODY: html}


def _take_slots(front: Mapping[str, object]) -> dict[str, str] | None:
    """The text of each slot in some front matter, by its name; ``None`` if it has anything but what shells know."""
    own = front.get("citewell")
    known = isinstance(own, dict) and own.keys() <= _OWN_TEXTS | _OWN_LISTS | _CHOICES
    if not known or not front.keys() <= _TEXTS | {"citewell"}:
        return None
    slots: dict[str, Any] = {}

    def note(name: str, text: object) -> object:
        slots[name] = text
        return text

    _replace_slots(front, note)
    for name, text in slots.items():
        if not isinstance(text, str) or not text or (name.startswith(_URL) and not _ADDRESS.fullmatch(text)):
            return None
    return slots


def _put_into_slots(front: Mapping[str, object], texts: Mapping[str, str]) -> dict[str, object]:
    return _replace_slots(front, lambda name, _: texts[name])


def _replace_slots(front: Mapping[str, Any], give: Callable[[str, object], object]) -> dict[str, object]:
    """Front matter with what is given for each slot, by its name and its text."""
    number = count()

    def fill_in(key: str, value: Any) -> object:
        if key in _TEXTS or key in _OWN_TEXTS:
            return give(key, value)
        if key in _OWN_LISTS:
            return [{name: give(f"{_URL if name == 'url' else 'item'}{next(number)}", text) for name, text in item.items()} for item in value]
        return value

    own = {key: fill_in(key, value) for key, value in front["citewell"].items()}
    return {key: own if key == "citewell" else fill_in(key, value) for key, value in front.items()}


def _mark_slot(mark: str, name: str) -> str:
    return f"{mark}-{name}-"


def _split_at_slots(html: str, mark: str) -> list[str]:
    """What is between the slots of a shell, and by turns with it the name of the slot that follows."""
    pieces, at = [], 0
    for slot in re.finditer(rf"<!-- {mark}-({_BODY})- -->|/{mark}-({_URL}\d+)-|{mark}-([a-z_]+\d*)-", html):
        name = slot[1] or slot[2] or slot[3]
        pieces += [html[at : slot.start()], _AT if name.startswith(_AT) else name]
        at = slot.end()
    return [*pieces, html[at:]]


def _link(source: Path, target: Path) -> None:
    """One file under two names, or its copy where the file system has no such links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
