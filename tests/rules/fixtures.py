"""The rules' fixtures: small contents an editor could read, and what each rule finds in them.

A case begins with ``##``. A line with nothing but a path in backticks, and the code block after it, is a text file of
the content; ``⟦U+200B⟧`` in it stands for that character, and ``⟦fingerprint of KEY⟧`` in ``references.lock`` for what
says that a reference is still as it was looked up. Other things are said in a line of their own: `` `path` is a link
to `other` ``, ``is a named pipe``, ``is a folder``, ``is 3 MiB large``, ``holds the bytes `FF FE` ``, ``cannot be
read``, ``says `this` instead of `that` ``. `` `path` was reviewed by `ada-fiction` on 2026-02-01 `` records a review
of the article as the files above it say, which those below may replace; `` , section `x` `` and `` , with the verdict
`no` on `One sentence.` `` may follow. What a reviewer or a program sends is beside the content, as `answers.json`,
`worksheet.csv` or `verdicts.jsonl`; in it ``⟦id of WORDS⟧`` and ``⟦digest of WORDS⟧`` are those of the claim with these
words, and ``⟦section digest of WORDS⟧`` is that of its section. "It finds:" (or "It finds, with --release:") and a code
block list the findings of that rule in full, advice among them, with ``⟦number of texts⟧`` for how many the interface
has; "It finds nothing." is the other end.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.reviewing import record_review

from citewell.citations.claim_digest import digest_claim
from citewell.citations.sections import digest_section, list_sections
from citewell.cli.reviewing.record_answers import AnswersRequest, compare_answers
from citewell.cli.reviewing.record_review import save_record
from citewell.cli.reviewing.record_sent_verdicts import prepare_verdicts
from citewell.diagnostics import Diagnostic
from citewell.messages import catalogue
from citewell.model.fingerprint import compute_fingerprint
from citewell.project import Project
from citewell.rules import CheckOptions
from citewell.source.load import load
from citewell.workspace import Workspace

TODAY = date(2026, 3, 1)
HERE = Path(__file__).parent
_FENCE = re.compile(r"(`{3,})\w*$")
_FILE = re.compile(r"`([^`]+)`$")
_ODD = re.compile(
    r"`([^`]+)` (is a link to|is a named pipe|is a folder|is|holds the bytes|cannot be read|says)(?: (.+))?$"
)
_REVIEW = re.compile(
    r"`[^`]+/([a-z0-9-]+)/article\.md` was reviewed by `([^`]+)` on ([0-9-]{10})"
    r"(?:, section `([^`]+)`)?(?:, with the verdict `([^`]+)` on `([^`]+)`)?$"
)
_CHARACTER = re.compile(r"⟦U\+([0-9A-F]{4,6})⟧")
_FINGERPRINT = re.compile(r"⟦fingerprint of ([^⟧]+)⟧")
_CLAIM_ID = re.compile(r"⟦id of ([^⟧]+)⟧")
_SECTION_DIGEST = re.compile(r"⟦section digest of ([^⟧]+)⟧")
_CLAIM_DIGEST = re.compile(r"⟦digest of ([^⟧]+)⟧")
#: Files beside the content that somebody sent.
SENT = ("answers.json", "worksheet.csv", "verdicts.jsonl")
_MARKS = re.compile(r"It finds( nothing\.|:|, with --release:)$")


class Case(NamedTuple):
    """One case: the rule's file name, files by path, odd things as (path, what, detail), and the findings in words.

    ``reviews`` are recorded before, each with the files as they were.
    """

    rule: str
    title: str
    files: dict[str, str]
    odd: tuple[tuple[str, str, str], ...]
    release: bool
    findings: str
    reviews: tuple[tuple[dict[str, str], re.Match[str]], ...] = ()


def cases() -> Iterator[Case]:
    """Every case of every fixture."""
    for path in sorted(HERE.glob("*.md")):
        yield from _cases_of(path)


def write(case: Case, root: Path, forbid: Callable[[Path], None]) -> None:
    """Put the content of a case on the disk; ``forbid`` makes a file unreadable."""
    (root / "content_src").mkdir()
    for files, said in case.reviews:
        for name, text in files.items():
            _make(root / characters(name)).write_text(characters(text), encoding="utf-8")
        slug, by, on, section, verdict, claim = said.groups()
        verdicts = {claim: verdict} if claim else {}
        record_review(root, slug, by, date.fromisoformat(on), [section] if section else [], verdicts)
    for name, text in case.files.items():
        _make(root / characters(name)).write_text(characters(text), encoding="utf-8")
    for name, what, detail in case.odd:
        _write_odd(_make(root / characters(name)), what, detail, forbid)
    fill_fingerprints(case, root)
    for name in SENT:
        if name in case.files:
            fill_claims(root, root / name)


def fill_fingerprints(case: Case, root: Path) -> None:
    """Write into the lock what its references are known by, once the files stand on the disk."""
    if "content_src/references.lock" not in case.files:
        return
    lock, references = root / "content_src" / "references.lock", load(Project(root)).site.bibliography.references
    text = lock.read_text(encoding="utf-8")
    lock.write_text(_FINGERPRINT.sub(lambda key: compute_fingerprint(references[key[1]]), text), encoding="utf-8")


def fill_claims(root: Path, sent: Path) -> None:
    """Write ids and digests of claims into what somebody sends."""
    content = load(Project(root))
    claims = {claim.text: claim for article in content.documents for claim in article.claims}
    bibliography = content.site.bibliography
    sections = {
        claim.text: digest_section(section, bibliography)
        for article in content.documents
        for section in list_sections(article)
        for claim in section.claims
    }
    text = _CLAIM_ID.sub(lambda found: claims[found[1]].id, sent.read_text(encoding="utf-8"))
    text = _SECTION_DIGEST.sub(lambda found: sections[found[1]], text)
    text = _CLAIM_DIGEST.sub(lambda found: digest_claim(claims[found[1]], bibliography), text)
    sent.write_text(text, encoding="utf-8")


def characters(text: str) -> str:
    """A text with each ``⟦U+200B⟧`` replaced by the character it stands for."""
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)


def findings(root: Path, release: bool) -> tuple[Diagnostic, ...]:
    """Everything all rules find in the content of a project, what can be tidied and advice, too."""
    sent = tuple(findings_in_sent_files(root))
    content: Workspace[None] = Workspace(Project(root), TODAY, CheckOptions(release, tidy=True, advise=True))
    return (*content.findings(), *sent)


def findings_in_sent_files(root: Path) -> Iterator[Diagnostic]:
    """What is found in files that somebody sent, about the only article, by the only reviewer.

    Verdicts of programs are recorded.
    """
    project = Project(root)
    for name in filter(lambda name: (root / name).is_file(), SENT):
        if name == "verdicts.jsonl":
            prepared = prepare_verdicts(project, root / name, TODAY)
            for each in prepared.articles:
                save_record(each.article, *each.records)
            found = prepared.findings
        else:
            people = load(project).site.people
            by = next((person for person in people if people[person].reviews), None) if name.endswith("csv") else None
            article = next((path.name for path in project.articles.iterdir()), None)
            found = compare_answers(project, AnswersRequest(root / name, article, by, False), TODAY).findings
        yield from (replace(each, location=replace(each.location, path=name)) for each in found)


def in_words(found: Diagnostic) -> str:
    """A finding as the fixtures write it."""
    lines = [f"{found.location}: {found.severity}[{found.code}] {found.message}"]
    if found.hint:
        lines.append(f"  hint: {found.hint}")
    if found.fix:
        lines.append(f"  fix: {found.fix.title}")
    return "\n".join(lines) + "\n"


def _cases_of(path: Path) -> Iterator[Case]:
    title = ""
    said: list[tuple[str, str]] = []
    for line, block in _lines_and_blocks(path.read_text(encoding="utf-8")):
        if line.startswith("## "):
            if said:
                yield _case(path.stem, title, said)
            title, said = line[3:], []
        elif title:
            said.append((line, block))
    yield _case(path.stem, title, said)


def _case(rule: str, title: str, said: list[tuple[str, str]]) -> Case:
    """What the lines of a case say; a code block comes with the line before it."""
    files: dict[str, str] = {}
    odd: list[tuple[str, str, str]] = []
    reviews: list[tuple[dict[str, str], re.Match[str]]] = []
    end = found = None
    for line, block in said:
        end = end or _MARKS.match(line)
        if end and block:
            found = block
        elif file := _FILE.match(line):
            files[file[1]] = block
        elif review := _REVIEW.match(line):
            reviews.append((dict(files), review))
        elif thing := _ODD.match(line):
            odd.append((thing[1], thing[2], (thing[3] or "").strip("`")))
    assert end, f"{rule}: the case {title!r} does not say what it finds"
    assert bool(found) == (end[1] != " nothing."), f"{rule}: the case {title!r} lists no findings"
    found = (found or "").replace("⟦number of texts⟧", str(len(catalogue())))
    return Case(rule, title, files, tuple(odd), "release" in end[1], found, tuple(reviews))


def _lines_and_blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each line that is not blank with the code block after it, or "" when none follows."""
    last, block, fence = "", "", ""
    for line in text.splitlines():
        if fence:
            if line == fence:
                yield last, block
                last, block, fence = "", "", ""
            else:
                block += line + "\n"
        elif opening := _FENCE.match(line):
            fence = opening[1]
        elif line:
            if last:
                yield last, ""
            last = line
    if last:
        yield last, ""


def _make(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _write_odd(path: Path, what: str, detail: str, forbid: Callable[[Path], None]) -> None:
    match what:
        case "is a link to":
            path.symlink_to(detail)
        case "is a named pipe":
            os.mkfifo(path)
        case "is a folder":
            path.mkdir()
        case "is":
            size = re.fullmatch(r"(\d+) MiB large", detail)
            assert size, f"what is this: {detail}"
            path.touch()
            os.truncate(path, int(size[1]) * 1024 * 1024)
        case "says":
            new, old = detail.split("` instead of `")
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        case "holds the bytes":
            path.write_bytes(bytes.fromhex(detail))
        case _:
            path.write_text("title: secret\n", encoding="utf-8")
            forbid(path)
