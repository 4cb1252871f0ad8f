"""Format 2: the look of a site is made of files in ``content_src/brand/``, no longer of those of a changed theme.

In format 1, ``brand:`` had ``theme``, a folder of the project with a changed copy of Citewell's theme, and ``icon`` and
``styles``, files of that theme. The icon and the style sheets are copied to where format 2 has them. Changed templates
have no place in format 2; their folder stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from citewell.fixes.save import NewFile
from citewell.model.problems import Replacement
from citewell.source.files import STATIC, SourceFile, read_bytes
from citewell.source.nodes import GroupNode, ListNode, Node, Scalar
from citewell.upgrade.content_texts import ContentTexts
from citewell.upgrade.drop_keys import drop_keys
from citewell.upgrade.migrations import Migrated, Migration

FOLDER: Final = "content_src/brand"
STYLES: Final = "extra.css"


@dataclass(frozen=True, slots=True)
class _Look:
    """What ``brand:`` says of a theme: its folder, and files in it by their paths there; all may be empty."""

    root: Path
    theme: str
    icon: str
    styles: tuple[str, ...]

    def read(self, name: str) -> bytes | None:
        """A file of the theme; ``None`` if there is none, or none that the site may publish."""
        path = (self.root / self.theme / name).resolve()
        if not (self.theme and name and path.is_relative_to(self.root.resolve())):
            return None
        return read_bytes(SourceFile(path, name), STATIC).data


def find_theme_files(content: ContentTexts) -> Migrated:
    """What ``brand:`` has of a theme; a site without any of it is as it should be."""
    source, settings = content.read_settings()
    brand = settings.get("brand")
    if not isinstance(brand, GroupNode):
        return Migrated()
    look = _Look(
        content.project.root,
        next(_list_texts(brand.get("theme")), ""),
        next(_list_texts(brand.get("icon")), ""),
        tuple(_list_texts(brand.get("styles"))),
    )
    icon, sheets = look.read(look.icon), [look.read(name) for name in look.styles]
    dropped = {"theme", "styles"} | ({"icon"} if icon is None and "/" in look.icon else set())
    edits: list[Replacement] = []
    if icon is not None and (node := brand.get("icon")):
        edits.append(Replacement(source.locate(node.span), PurePosixPath(look.icon).name))
    whole = {entry.key.text for entry in brand.entries} <= dropped
    edits += drop_keys(source, settings, {"brand"}) if whole else drop_keys(source, brand, dropped)
    styles = b"\n".join(sheet for sheet in sheets if sheet is not None)
    copies = {PurePosixPath(look.icon).name: icon or b"", STYLES: styles}
    new = (_copy(look.root, name, data) for name, data in copies.items() if data)
    return Migrated(tuple(edits), tuple(file for file in new if file), tuple(_list_left(look, copies)))


def _list_texts(node: Node | None) -> Iterator[str]:
    """The text of a value, or those of a list."""
    for each in node.items if isinstance(node, ListNode) else (node,):
        if isinstance(each, Scalar) and each.text.strip():
            yield each.text.strip()


def _copy(root: Path, name: str, data: bytes) -> NewFile | None:
    """A file of the look where it is now; ``None`` where one has the name already."""
    path = f"{FOLDER}/{name}"
    return None if (root / path).exists() else NewFile(SourceFile(root / path, path), data)


def _list_left(look: _Look, copies: dict[str, bytes]) -> Iterator[str]:
    """What a person has to look at."""
    for name, data in copies.items():
        path = look.root / FOLDER / name
        if data and path.is_file() and path.read_bytes() != data:
            yield f"{FOLDER}/{name} was there already, so that of {look.theme}/ was not copied"
    for name in (look.icon, *look.styles) if look.theme else ():
        if name and look.read(name) is None:
            yield f"{look.theme}/{name}, which site.yml named, cannot be read"
    if look.theme:
        yield f"{look.theme}/ is no longer used, because pages are made by Citewell's own theme; citewell help publish"


MIGRATION: Final = Migration(
    2, '"theme" and "styles" under "brand" are now files in content_src/brand/', find_theme_files
)
