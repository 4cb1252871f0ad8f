"""A PDF for each article, beside its page, to be saved or handed to somebody; made if ``site.yml`` names a paper.

One browser prints all of them, from the pages that readers get. What was printed before from the same files is taken
from a cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from citewell.model.addresses import address_of, pdf_name
from citewell.outputs.pdf.cache import PdfCache
from citewell.outputs.pdf.devtools import run_browser
from citewell.outputs.pdf.printer import (
    PdfJob,
    PdfPrinter,
    PrintSettings,
    choose_print_settings,
    describe_print,
    read_version,
)

if TYPE_CHECKING:
    from citewell.model.facts import Card, SiteFacts
    from citewell.model.site import Site
    from citewell.outputs import StagedSite

NAME: Final = "print"


def is_wanted(facts: SiteFacts) -> bool:
    """Whether ``site.yml`` asks for PDF files."""
    return facts.site.settings.pdf is not None


def require(site: Site) -> None:
    """Raise ``ConfigurationError`` unless there is a browser to print with, and an address to which links can lead."""
    choose_print_settings(site)


def add_to_site(staged: StagedSite) -> str:
    """Put the PDF of each published article beside its page. Raises ``PrintingFailed``, or ``CannotWrite``."""
    site = staged.index.site
    jobs = [_describe_job(each, site) for each in staged.index.articles]
    settings = choose_print_settings(site)
    printed = print_jobs(jobs, staged.folder, PdfCache(staged.work / "pdf", staged.folder), settings)
    return f"{len(jobs):,} {'PDF' if len(jobs) == 1 else 'PDFs'}, {printed:,} of them new"


def _describe_job(card: Card, site: Site) -> PdfJob:
    names = (site.people[author.text].name for author in card.authors if author.text in site.people)
    return PdfJob(
        address=address_of(card),
        name=pdf_name(card),
        title=card.title,
        authors=", ".join(dict.fromkeys(names)) or site.settings.publisher,
        published=card.published,
        updated=card.updated,
    )


def print_jobs(jobs: Sequence[PdfJob], staged: Path, cache: PdfCache, settings: PrintSettings) -> int:
    """Put the PDF of each job beside its page in ``staged``; return how many were not in the cache.

    Raises ``PrintingFailed``, or ``CannotWrite``.
    """
    version = read_version(settings.program)
    cache.keep_only({PurePosixPath(each.name).stem for each in jobs})
    missing = []
    for job in jobs:
        pdf = cache.get(PurePosixPath(job.name).stem, describe_print(job, settings, version))
        if pdf is None:
            missing.append(job)
        else:
            (staged / job.address / job.name).write_bytes(pdf)
    if missing:
        with run_browser(settings.program) as browser:
            printer = PdfPrinter(browser, staged, settings)
            for job in missing:
                pdf = printer.print_page(job)
                cache.store(
                    PurePosixPath(job.name).stem, describe_print(job, settings, version), printer.files_read, pdf
                )
                (staged / job.address / job.name).write_bytes(pdf)
    return len(missing)
