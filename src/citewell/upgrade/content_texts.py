"""The texts of a site's content while migrations change them: as the disk has them, and as they are by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from citewell.diagnostics import Fix, Location
from citewell.errors import CannotWrite
from citewell.fixes.apply_edits import apply
from citewell.fixes.save import Change
from citewell.model.problems import AnyProblem, ProblemKind, Replacement
from citewell.model.source_location import SourceText, Span
from citewell.project import SITE_YML, Project
from citewell.rules import describe_problem
from citewell.source.content_tree import walk_content
from citewell.source.files import LOCK, SourceFile, decode_text, read_bytes
from citewell.source.front_matter import split_front_matter
from citewell.source.nodes import GroupNode
from citewell.source.yaml import FATAL_KINDS, read_yaml

NOTHING_DONE: Final = "Nothing was changed."
_FIRST: Final = f"Correct that first. {NOTHING_DONE}"
_NO_KEYS: Final = GroupNode((), Span(0, 0))
#: A key may be overlooked after such a problem, or it is there twice and nobody knows which counts.
_UNCLEAR: Final = FATAL_KINDS | {ProblemKind.YAML_DUPLICATE_KEY}


class KeysOfText(NamedTuple):
    """A text and its keys: all of a YAML file, or those of a document's front matter."""

    source: SourceText
    group: GroupNode


class ContentTexts:
    """The texts that have keys: ``site.yml``, articles and pages.

    Every method raises ``CannotWrite`` for a text that cannot be read to its end: what is in it might be overlooked,
    and then the content would have no one format.
    """

    def __init__(self, project: Project) -> None:
        """Look through the content of a project. Raises ``ContentUnreadable`` if a folder cannot be listed."""
        tree = walk_content(project)
        self.project = project
        self._settings = tree.settings
        self._documents = tuple(each.text for each in (*tree.articles, *tree.pages))
        self._known: dict[str, Change] = {}

    @property
    def changes(self) -> tuple[Change, ...]:
        """The files that are no longer as the disk has them, in the order of their paths."""
        return tuple(each for _, each in sorted(self._known.items()) if each.before != each.after)

    def read_settings(self) -> KeysOfText:
        """The keys of ``site.yml``."""
        if self._settings is None:
            raise CannotWrite(f"{SITE_YML} is missing", f"Add it first. {NOTHING_DONE}")
        source = self._decode(self._settings)
        return KeysOfText(source, _read_group(source, Span(0, len(source.text))) if source.text else _NO_KEYS)

    def read_documents(self) -> Iterator[KeysOfText]:
        """The keys of the front matter of each article and page; of none where there is no front matter."""
        for file in self._documents:
            source = self._decode(file)
            found = split_front_matter(source)
            if found.yaml is None:
                continue
            if found.error:
                place = source.locate(Span(0, 0))
                raise CannotWrite(f"{place}: this front matter has no clear beginning and end", _FIRST)
            yield KeysOfText(source, _read_group(source, found.yaml))

    def edit(self, edits: Iterable[Replacement]) -> None:
        """Make changes in the texts, each of which leaves every other byte of its file as it is."""
        by_path: dict[str, list[Fix]] = {}
        for edit in edits:
            by_path.setdefault(edit.location.path, []).append(Fix("", edit.location, edit.text))
        for path, fixes in by_path.items():
            known = self._known[path]
            self._known[path] = known._replace(after=apply(known.after.decode(), fixes).text.encode())

    def _decode(self, file: SourceFile) -> SourceText:
        """The text of a file as it is by now; an empty file has none."""
        if file.shown not in self._known:
            data, problems = read_bytes(file, LOCK)
            if data is None:
                raise _refuse(problems[0])
            self._known[file.shown] = Change(file, data, data)
        source, problems = decode_text(self._known[file.shown].after, file.shown)
        if source is None and problems[0].kind is not ProblemKind.EMPTY_FILE:
            raise _refuse(problems[0])
        return source or SourceText(file.shown, "")


def _read_group(source: SourceText, span: Span) -> GroupNode:
    root, problems = read_yaml(source, span)
    if wrong := next((problem for problem in problems if problem.kind in _UNCLEAR), None):
        raise _refuse(wrong)
    if root is not None and not isinstance(root, GroupNode):
        place: Location = source.locate(Span(root.span.start, root.span.start))
        raise CannotWrite(f'{place}: this is not made of lines "key: value"', _FIRST)
    return root or _NO_KEYS


def _refuse(problem: AnyProblem) -> CannotWrite:
    return CannotWrite(f"{problem.location}: {describe_problem(problem)}", _FIRST)
