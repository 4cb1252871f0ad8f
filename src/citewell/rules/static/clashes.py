"""Which files that are published as they are would be in the place of something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.model.addresses import WRITTEN, WRITTEN_FILES
from citewell.model.facts import SiteFacts
from citewell.model.site import StaticFile
from citewell.rules.links.all_links import known_paths
from citewell.source.file_names import fold_name


def find_clashes(facts: SiteFacts) -> Iterator[tuple[StaticFile, str]]:
    """Every file of which the path, or a folder around it, is something else's, and what that is, for a message."""
    files = facts.site.static
    taken = _list_taken(facts) if files else {}
    for file in files:
        owner = next((taken[each] for each in _paths_to(file) if each in taken), None)
        if owner is not None:
            yield file, owner


def _paths_to(file: StaticFile) -> Iterator[str]:
    """The folders around a file, the innermost first, after the file itself, as they are compared."""
    parts = fold_name(file.path).split("/")
    return ("/".join(parts[:count]) for count in range(len(parts), 0, -1))


def _list_taken(facts: SiteFacts) -> Mapping[str, str]:
    """What is at each path, for the end of a message. Of the home page only the file is taken."""
    taken = dict.fromkeys((*WRITTEN_FILES, *(folder.strip("/") for folder in WRITTEN)), "what the build writes there")
    for document in facts.documents:
        former = (each.path for each in document.redirects if each.path)
        taken |= {path.strip("/"): f"an earlier address of {document.path}" for path in former}
    known = known_paths(facts)
    taken |= {
        path.strip("/"): f"the page of {page.path}" if page else f'the page "{path}"'
        for path, page in known.items()
        if path
    }
    return {fold_name(path): owner for path, owner in taken.items()}
