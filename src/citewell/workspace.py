"""The content of a project while somebody works on it: texts from the disk or from an editor, and results by file.

Articles are taken one by one: read, numbered, checked, and whatever else is asked for is made of each; then its tree is
dropped, and only its results are kept. If a text changes, only what depends on it is made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.diagnostics import Diagnostic
from citewell.fixes.save import Change
from citewell.model.article import ArticleKind
from citewell.model.digest import digest_of
from citewell.model.facts import SiteFacts
from citewell.model.problems import AnyProblem
from citewell.model.site import Site
from citewell.pipeline import ArticleResult, run_article
from citewell.project import Project
from citewell.result_store import ResultStore, open_results
from citewell.rules import USUAL_CHECK, CheckOptions, check_site, join_article_findings, list_findings
from citewell.rules.facts import gather_facts
from citewell.rules.poison import find_unread
from citewell.source.content_tree import ContentTree, DocumentFiles, FileOverlay, walk_content
from citewell.source.files import LOCK, Allowance, ReadBytes, SourceFile, read_bytes
from citewell.source.load import read_article, read_site

T = TypeVar("T")


class Texts:
    """Texts of files by their shown paths: an editor's where there is one, else those of the disk."""

    def __init__(self, keep: bool) -> None:
        """With ``keep`` each file is read from the disk once, so that no text changes but by ``update``."""
        self._keep = keep
        self._known: dict[str, Change] = {}
        self._put: set[str] = set()
        self._gone: set[str] = set()

    def read(self, file: SourceFile, allowance: Allowance) -> ReadBytes:
        """The bytes of a file as they are here. What could not be read is not kept."""
        known = self._known.get(file.shown)
        if known is not None:
            return ReadBytes(known.after)
        found = read_bytes(file, allowance)
        if self._keep and found.data is not None:
            self._known[file.shown] = Change(file, found.data, found.data)
        return found

    def text(self, path: str) -> str:
        """The text that was read or put in place of it, with its own line ends."""
        return self._known[path].after.decode()

    def update(self, file: SourceFile, text: str) -> None:
        """Put a text in the place of what the disk holds."""
        known = self._known.get(file.shown) or Change(file, read_bytes(file, LOCK).data or b"", b"")
        self._known[file.shown] = known._replace(after=text.encode())
        self._put.add(file.shown)

    def remove(self, path: str) -> None:
        """Let a file, or a folder with all files in it, be gone."""
        self.forget(path)
        self._gone.add(path)

    def forget(self, path: str) -> None:
        """Let a file, or all files in a folder, be what they are on the disk."""
        forgotten = {name for name in (*self._known, *self._gone) if f"{name}/".startswith(f"{path}/")}
        self._known = {name: text for name, text in self._known.items() if name not in forgotten}
        self._put -= forgotten
        self._gone -= forgotten

    @property
    def overlay(self) -> FileOverlay:
        """The files that were put here, on the disk or not, and those that are gone, there or not."""
        return FileOverlay(frozenset(self._put), frozenset(self._gone))

    @property
    def changes(self) -> tuple[Change, ...]:
        """The files that are no longer what they were, in the order of their paths."""
        return tuple(each for _, each in sorted(self._known.items()) if each.before != each.after)


class _Shared(NamedTuple):
    """What all articles share, the files of each by the path of its text, and the builder of their contexts.

    ``reviews`` leads from the path of a file of reviews to that of its article's text. ``digest`` is that of the
    files that all articles share, and of the day; empty if no results are to be kept.
    """

    site: Site
    documents: dict[str, tuple[DocumentFiles, ArticleKind]]
    reviews: dict[str, str]
    inputs: ContextBuilder
    digest: str


class KeptResults(NamedTuple):
    """Results of earlier runs, which all make the same of an article, or nothing.

    ``ahead`` may put results into the store before they are worked out here; it is given the sizes in bytes of the
    documents that have none.
    """

    store: ResultStore | None = None
    ahead: Callable[[Mapping[str, int]], None] | None = None


class _Read(NamedTuple, Generic[T]):
    """What came of the files of one document: their problems, and its result if its text could be read."""

    problems: tuple[AnyProblem, ...]
    result: ArticleResult[T] | None


class Workspace(Generic[T]):
    """The content of a project, with results by file.

    Every property works out what is missing. Raises ``ContentUnreadable`` where a folder is missing or cannot be
    listed; what is wrong in the content is a finding.
    """

    def __init__(
        self,
        project: Project,
        today: date,
        options: CheckOptions = USUAL_CHECK,
        *,
        make: Callable[[ArticleContext], T] | None = None,
        editing: bool = False,
        kept: KeptResults | None = None,
    ) -> None:
        """``today`` is what dates are compared with.

        ``make`` makes what is wanted of each article besides findings and card. While ``editing``, texts are remembered
        and so is what each result depends on. ``kept`` are results of earlier runs.
        """
        self._project, self._today, self._options, self._make = project, today, options, make
        self._editing, (self._store, self._ahead) = editing, kept or KeptResults()
        self._texts = Texts(keep=editing)
        self._shared: _Shared | None = None
        self._current: dict[str, _Read[T]] = {}
        self._earlier: dict[str, _Read[T]] = {}
        self._facts: SiteFacts | None = None
        self._findings: tuple[Diagnostic, ...] | None = None

    def update(self, path: str, text: str) -> None:
        """Put a text in the place of what a file of the content holds, or let there be a new file.

        ``path`` is relative to the project, here and below.
        """
        shared = self._read_shared()
        self._texts.update(SourceFile(self._project.root / path, path), text)
        self._facts = self._findings = None
        owner = shared.reviews.get(path, path)
        if owner in shared.documents:
            self._current.pop(owner, None)
        else:
            self._read_again()

    def remove(self, path: str) -> None:
        """Let a file, or a folder with all files in it, be gone, whether or not the disk still has it."""
        self._texts.remove(path)
        self._read_again()

    def reload(self, path: str) -> None:
        """Take a file, or all files in a folder, from the disk again, new and deleted ones too."""
        self._texts.forget(path)
        self._read_again()

    def _read_again(self) -> None:
        """Look through the content again; of articles that depend on nothing that changed the results are kept."""
        self._shared = self._facts = self._findings = None
        self._earlier, self._current = {**self._earlier, **self._current}, {}

    def text(self, path: str) -> str:
        """The text of a file that was read while ``editing``, with its own line ends."""
        return self._texts.text(path)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The files whose texts are not those of the disk."""
        return self._texts.changes

    @property
    def site(self) -> Site:
        """What all articles share, with the problems of shared files alone."""
        return self._read_shared().site

    @property
    def inputs(self) -> ContextBuilder:
        """What is known of the references, and the contexts of articles."""
        return self._read_shared().inputs

    @property
    def size(self) -> tuple[int, int]:
        """The number of articles, and of the site's own pages, that have a file."""
        kinds = [kind for _, kind in self._read_shared().documents.values()]
        return kinds.count(ArticleKind.ARTICLE), kinds.count(ArticleKind.PAGE)

    @property
    def facts(self) -> SiteFacts:
        """The cards of all documents, and what they share."""
        if self._facts is None:
            shared = self._read_shared()
            read = self._run_articles(shared)
            problems = (problem for each in read for problem in each.problems)
            site = replace(shared.site, problems=(*shared.site.problems, *problems))
            self._facts = gather_facts(site, (each.result.card for each in read if each.result))
        return self._facts

    def results(self, path: str) -> ArticleResult[T] | None:
        """The results of the article whose text is at a path; ``None`` where there is none that could be read."""
        assert self.facts is not None
        read = self._current.get(path)
        return read.result if read else None

    def all_results(self) -> Iterator[ArticleResult[T]]:
        """The results of all articles that could be read."""
        assert self.facts is not None
        return (read.result for read in self._current.values() if read.result)

    def drop_made(self) -> None:
        """Forget what was made of each article, once it has been used."""
        for path, read in self._current.items():
            if read.result:
                self._current[path] = _Read(read.problems, replace(read.result, made=None))

    def findings(self, path: str = "") -> tuple[Diagnostic, ...]:
        """All findings in reading order, or those in one file."""
        if self._findings is None:
            found = check_site(self.facts, self.inputs, self._options)
            results = (read.result for read in self._current.values() if read.result)
            found += join_article_findings((each.card.path, each.findings) for each in results)
            self._findings = list_findings(found, self._options)
        return tuple(each for each in self._findings if each.location.path == path) if path else self._findings

    def _read_shared(self) -> _Shared:
        if self._shared is None:
            tree = walk_content(self._project, self._texts.overlay)
            before = self._digest_shared(tree)
            site = read_site(tree, self._texts.read)
            unread = find_unread(site.problems)
            documents = {each.text.shown: (each, ArticleKind.ARTICLE) for each in tree.articles}
            documents |= {each.text.shown: (each, ArticleKind.PAGE) for each in tree.pages}
            inputs = ContextBuilder(site, unread, self._today, advise=self._options.advise)
            reviews = {each.reviews.shown: each.text.shown for each in tree.articles if each.reviews}
            unchanged = before and before == self._digest_shared(tree)
            digest = digest_of((before, unread, self._today)) if unchanged else ""
            self._shared = _Shared(site, documents, reviews, inputs, digest)
        return self._shared

    def _run_articles(self, shared: _Shared) -> list[_Read[T]]:
        """The results of all documents, in their order; only what is missing is worked out."""
        digests = {
            path: self._digest_files(document, shared)
            for path, (document, _) in shared.documents.items()
            if path not in self._current
        }
        self._current |= {path: kept for path, digest in digests.items() if (kept := self._recall(digest))}
        missing = {path: shared.documents[path] for path in digests if path not in self._current}
        if self._ahead and missing:
            self._ahead({path: _measure(document.text) for path, (document, _) in missing.items()})
        for path, (document, kind) in missing.items():
            self._current[path] = self._run(document, kind, shared, digests[path])
        self._current = {path: self._current[path] for path in shared.documents}
        self._earlier = {}
        return list(self._current.values())

    def prepare(self, paths: Iterable[str]) -> None:
        """Put the results of some documents into the store, and hold none of them."""
        shared = self._read_shared()
        for document, kind in (shared.documents[path] for path in paths if path in shared.documents):
            self._run(document, kind, shared, self._digest_files(document, shared))

    def _run(self, document: DocumentFiles, kind: ArticleKind, shared: _Shared, files: str) -> _Read[T]:
        return self._recall(files) or self._read_and_run(document, kind, shared, files)

    def _read_and_run(self, document: DocumentFiles, kind: ArticleKind, shared: _Shared, files: str) -> _Read[T]:
        article, problems = read_article(document, kind, shared.site, self._texts.read)
        if article is None:
            return _Read(problems, None)
        context = shared.inputs.context(article)
        digest = context.digest() if self._editing or self._store else ""
        earlier = self._earlier.get(document.text.shown)
        if earlier and earlier.result and digest and earlier.result.digest == digest:
            return _Read(problems, earlier.result)
        result = self._find_result(digest)
        if result is None:
            result = replace(run_article(context, self._options, self._make), digest=digest)
            if self._store:
                self._store.keep(self._name(digest, made=self._make is not None), result)
        if self._store and files and files == self._digest_files(document, shared):  # nobody changed one meanwhile
            self._store.keep(self._name(files), (problems, digest))
        return _Read(problems, result)

    def _recall(self, files: str) -> _Read[T] | None:
        """What an earlier run made of files with this digest."""
        known = self._store.get(self._name(files)) if self._store and files else None
        if known is None:
            return None
        problems, digest = known
        result = self._find_result(digest)
        return None if result is None else _Read(problems, result)

    def _find_result(self, digest: str) -> ArticleResult[T] | None:
        """The result of an earlier run; where nothing need be made of it, that of a run that made something will do."""
        result: ArticleResult[T] | None = None
        for made in (True,) if self._make else (False, True):
            if self._store and result is None:
                result = self._store.get(self._name(digest, made=made))
        return result

    def _name(self, digest: str, *, made: bool = False) -> str:
        """What a value is kept under: what it depends on, what was asked for, and whether something else was made."""
        return f"{digest} {self._options} {made}"

    def _digest_shared(self, tree: ContentTree) -> str:
        texts = (tree.settings, tree.people, tree.glossary, tree.words, tree.lock, *tree.references, *tree.brand)
        more = [file for each in tree.shared for file in (each.text, *each.pictures)]
        return self._digest_bytes((*texts, *more))

    def _digest_files(self, document: DocumentFiles, shared: _Shared) -> str:
        """The digest of all that may decide what comes of a document, as it is on the disk; empty without a store."""
        if not shared.digest:
            return ""
        own = self._digest_bytes((document.text, *document.pictures, document.reviews))
        return f"{own} {shared.digest}" if own else ""

    def _digest_bytes(self, files: Iterable[SourceFile | None]) -> str:
        """The digest of some files by their names; empty without a store, or if one cannot be read."""
        if self._store is None or self._editing:
            return ""
        digest = hashlib.sha256()
        for file in files:
            if file is not None:
                data = self._texts.read(file, LOCK).data
                if data is None:
                    return ""
                digest.update(f"{file.shown} {len(data)}\n".encode("utf-8", "surrogatepass") + data)
        return digest.hexdigest()


def prepare_results(project: Project, today: date, options: CheckOptions, paths: Sequence[str]) -> None:
    """Put the findings and cards of some documents into the store of a project."""
    with open_results(project) as store:
        content: Workspace[None] = Workspace(project, today, options, kept=KeptResults(store))
        content.prepare(paths)


def _measure(file: SourceFile) -> int:
    """The size of a file in bytes; 0 if it is gone."""
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
