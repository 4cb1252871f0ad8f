"""The style sheets of a site's own, and whether a finding comes from one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from citewell.audit.window import Window
from citewell.diagnostics import Diagnostic, Location
from citewell.model.content_names import remove_digest
from citewell.project import SITE_YML, Project

_THEME: Final = PurePosixPath("assets/citewell.css")
# The addresses of the sheets of the page, from its site's root; and a switch for one of them.
_LIST: Final = """base => [...document.styleSheets].filter(each => each.href?.startsWith(base))
    .map(each => decodeURIComponent(each.href.slice(base.length)))"""
_SWITCH: Final = """([base, name, off]) => [...document.styleSheets].forEach(each => {
    if (each.href && decodeURIComponent(each.href.slice(base.length)) === name) each.disabled = off;
})"""


@dataclass(frozen=True, slots=True)
class OwnStyles:
    """The style sheets that the site adds to the theme's: the file of the project that each published one is from."""

    sources: Mapping[str, str]

    def attribute(
        self, found: Sequence[Diagnostic], window: Window, look_again: Callable[[], Iterable[Diagnostic]]
    ) -> Iterator[Diagnostic]:
        """The findings, at the style sheet without which they are gone.

        ``look_again`` gives the findings of the same check in the page as it is then.
        """
        left = list(found)
        for name in window.ask(_LIST, window.origin) if found else ():
            source = self.sources.get(name)
            if source is None or not left:
                continue
            window.ask(_SWITCH, [window.origin, name, True])
            without = {(each.message, each.location) for each in look_again()}
            window.ask(_SWITCH, [window.origin, name, False])
            for each in [one for one in left if (one.message, one.location) not in without]:
                left.remove(each)
                yield replace(each, location=Location(source))
        yield from left


def find_own_styles(project: Project) -> OwnStyles:
    """Those in ``site/`` besides the theme's, each from a file in ``content_src/`` or made from ``site.yml``."""
    written = {file.name: file.relative_to(project.root).as_posix() for file in sorted(project.content.rglob("*.css"))}
    published = (PurePosixPath(path.relative_to(project.site).as_posix()) for path in project.site.rglob("*.css"))
    names = {path: remove_digest(path) for path in published}
    own = {path: name for path, name in names.items() if name != _THEME}
    return OwnStyles({str(path): written.get(name.name, SITE_YML) for path, name in own.items()})
