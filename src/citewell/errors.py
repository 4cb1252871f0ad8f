"""What stops a run. What is wrong in the content is a ``Diagnostic``, never one of these.

::

    CitewellError                 exit code
    ├── ConfigurationError        2   mkdocs.yml or site.yml asks for what Citewell cannot or must not do
    ├── ContentUnreadable         2   content_src/ is missing, or the system does not let us read it
    ├── ForeignFile               2   docs/ or site/ contains something that Citewell did not write
    ├── CannotWrite               2   the system refuses a write: disk full, no permission
    ├── ChangedMeanwhile          2   somebody changed a file while it was being fixed
    ├── ReviewRefused             2   a review cannot be recorded as it was asked for
    ├── EngineFailed              2   MkDocs did not build the pages
    ├── PrintingFailed            2   Chromium did not print a PDF
    ├── AuditFailed               2   Chromium did not open a page of the built site
    ├── IndexFailed               2   Pagefind did not make the search index
    ├── ExtraMissing              2   packages that only some commands need are not installed
    ├── WebUnreachable            2   none of several hosts answered: this computer is not online
    └── AnotherBuildRuns          75  (EX_TEMPFAIL of sysexits.h: try again later)
"""

from typing import Final

#: The last words of a build that failed or was interrupted, before its site took the place of the old one and after.
STILL_THERE: Final = "What was published before is still there."
IN_PLACE: Final = "The new site is in place."
#: What to do about a fault of the program; the page of the handbook has a section about it.
PLEASE_REPORT: Final = 'Please report it as "citewell help start" says.'


class CitewellError(Exception):
    """Stops the run with one clear line.

    ``message`` says what is wrong (a path and line first, where there is one), ``hint`` what to do about it, and
    ``exit_code`` is what the command ends with.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def reason(error: OSError) -> str:
    """Why the system refused something, in its own words: never empty, never ``None``."""
    return error.strerror or str(error) or type(error).__name__


class ConfigurationError(CitewellError):
    """A configuration file asks for what Citewell cannot or must not do."""


class ContentUnreadable(CitewellError):
    """The content folder is missing, or the system does not let us read it."""


class ForeignFile(CitewellError):
    """A folder that Citewell writes contains something that it did not write. Nothing was touched."""


class CannotWrite(CitewellError):
    """The system refuses a write. In a build its ``hint`` says which site is in place: the old or the new one."""


class ChangedMeanwhile(CitewellError):
    """A file of the content is no longer what was read. It was not touched."""


class ReviewRefused(CitewellError):
    """A review cannot be recorded as it was asked for. Nothing was written."""


class EngineFailed(CitewellError):
    """The site engine did not build the pages. What was published before is still there."""


class PrintingFailed(CitewellError):
    """The browser did not print what it was asked to. What was published before is still there."""


class AuditFailed(CitewellError):
    """The browser did not open the pages that it was asked to look at."""


class IndexFailed(CitewellError):
    """The search index could not be made. What was published before is still there."""


class ExtraMissing(CitewellError):
    """The packages of an extra (``evidence``, ``report``) are not installed."""


class WebUnreachable(CitewellError):
    """None of several hosts answered, so that nothing can be said of any reference. Nothing was written."""


class AnotherBuildRuns(CitewellError):
    """Another build, preview or look-up holds its lock of this project."""

    exit_code = 75
