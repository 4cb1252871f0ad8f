"""A PDF of one page that is not of the site, such as a reviewer's packet."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from citewell.messages import Words
from citewell.model.site import Paper
from citewell.outputs.pdf.chromium import find_printer
from citewell.outputs.pdf.devtools import run_browser
from citewell.outputs.pdf.printer import PdfJob, PdfPrinter, PrintSettings

#: Nobody can have this host (RFC 6761, 6.4), and every request to it is answered from a folder.
_NOWHERE: Final = "https://page.invalid/"


def print_html(html: str, title: str, paper: Paper, words: Words) -> bytes:
    """The PDF of a page that needs no other file.

    Raises ``ConfigurationError`` if there is no browser to print with, ``PrintingFailed`` if it does not print.
    """
    program = find_printer()
    job = PdfJob(address="page/", name="", title=title, authors="", published=None, updated=None)
    with tempfile.TemporaryDirectory(prefix="citewell-") as folder, run_browser(program) as browser:
        page = Path(folder) / job.address
        page.mkdir()
        (page / "index.html").write_text(html, encoding="utf-8")
        return PdfPrinter(browser, Path(folder), PrintSettings(program, paper, _NOWHERE, words)).print_page(job)
