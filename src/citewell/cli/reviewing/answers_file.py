"""A file that somebody sent back: read with care, as a packet or a spreadsheet program saved it."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from citewell.cli.terminal import write_lines
from citewell.diagnostics import Diagnostic, Location
from citewell.formats import FINDINGS
from citewell.formats.terminal_text import make_visible
from citewell.messages import Words
from citewell.model.answer_problems import AnswersError, UnreadableAnswers
from citewell.model.file_problems import FileSort
from citewell.model.problems import AnyProblem, Problem
from citewell.model.report import Report
from citewell.model.reviews import ClaimVerdict
from citewell.model.source_location import SourceText
from citewell.packet.answers import LARGEST, ReadAnswers, decode_answers, list_verdict_words
from citewell.packet.answers_json import read_answers_json
from citewell.packet.worksheet import read_worksheet
from citewell.source.files import Allowance, SourceFile, read_bytes

_ALLOWANCE: Final = Allowance(FileSort.IMPORT, LARGEST)


class SentFile(NamedTuple):
    """The text of a file, or ``None`` and why."""

    text: SourceText | None
    problems: tuple[AnyProblem, ...]


def read_sent_file(path: Path) -> SentFile:
    """Read a file that somebody sent; its size is looked at before a byte is read."""
    shown = make_visible(str(path))
    data, problems = read_bytes(SourceFile(path.resolve(), shown), _ALLOWANCE)
    if data is None:
        return SentFile(None, problems)
    text = decode_answers(data)
    if text is None or "\0" in text:
        return SentFile(None, (Problem(Location(shown), UnreadableAnswers(AnswersError.ENCODING)),))
    return SentFile(SourceText(shown, text.replace("\r\n", "\n").replace("\r", "\n")), ())


def read_answers(path: Path, words: Words) -> ReadAnswers:
    """Read the answers of a packet, or of a worksheet: a packet's begin with a bracket of JSON."""
    source, problems = read_sent_file(path)
    if source is None:
        return ReadAnswers(None, problems)
    own_words = list_own_words(words)
    is_json = source.text.lstrip()[:1] in {"{", "["}
    return read_answers_json(source, own_words) if is_json else read_worksheet(source, own_words)


def list_own_words(words: Words) -> dict[str, ClaimVerdict]:
    """The words for each verdict, those of the site's interface among them."""
    return list_verdict_words({verdict: words(f"packet.{verdict}") for verdict in ClaimVerdict})


def show_findings(findings: tuple[Diagnostic, ...]) -> None:
    """Write findings about a file as those of a check."""
    write_lines(FINDINGS.load("text").format_findings(Report(findings), quiet=True))
