"""The words about how sources stand: whether their links were checked, and what was said of the works since."""

from __future__ import annotations

from datetime import date
from typing import Final

from citewell.model.days import day, on_day
from citewell.model.evidence import LockedReference, NoticeKind, Verdict
from citewell.model.references import Reference
from citewell.render.words import counted

EVIDENCE: Final = "How our sources stand"
SEE_EVIDENCE: Final = "See how our sources stand"
EVIDENCE_DESCRIPTION: Final = "Which sources were checked on the web, and what rests on those with a problem."
NOT_CHECKED: Final = "Not checked yet"
NOT_CHECKED_HELP: Final = f"“{NOT_CHECKED}” means that the address still needs a check on the live web."
SEE_THE_WORDS: Final = "See these words on the page"
NOT_SEEN: Final = "We have not checked yet that these words stand there."
NOT_READ: Final = "We could not read the page to check that these words stand there."
THE_PAGE_SAYS: Final = "The page says:"
MISSING: Final = "When we last looked, these words did not stand there."
ONLY_SUCH: Final = "only sources with a problem"
NO_TROUBLE: Final = "No source with a problem is known to us."
WHAT_A_CHECK_IS: Final = (
    "A check opens the address of a source: is the page still there, and is it still the same work? "
    "Of research it also asks whether it was retracted or corrected."
)
PEOPLE_JUDGE: Final = "It does not judge whether a source supports a statement: people must do that."
UNTIL_THEN: Final = f"Until then each source says “{NOT_CHECKED}”."
HOW_MANY: Final = "What the checks found"
WITH_TROUBLE: Final = "Sources with a problem"
TROUBLE_HELP: Final = "Under each source stand the statements that rest on it, and who wrote the pages they stand in."
MORE_TROUBLE: Final = "More sources with a problem"
MORE_HELP: Final = "These links lead to the list of all sources, where the statements that rest on them stand."
UNUSED: Final = "No statement rests on it."

_STATUS: Final = {
    Verdict.OK: "Link checked on {day}",
    Verdict.MOVED: "Link checked on {day}",
    Verdict.CHANGED: "Link checked on {day}",
    Verdict.FAILING: "Link failed when checked on {day}",
    Verdict.BROKEN: "Link no longer works (checked {day})",
    Verdict.BLOCKED: "Could not be checked by our robot (tried {day})",
    Verdict.WRONG_PAGE: "Its address or DOI belongs to another work (checked {day})",
    Verdict.UNKNOWN: "Could not tell whether the link works (tried {day})",
    Verdict.REFUSED: "The address is not safe to open (checked {day})",
}
# In the order of the page about them: what one such source is called, and what several are.
_SUMS: Final = {
    Verdict.OK: ("link works and leads to the work", "links work and lead to the work"),
    Verdict.MOVED: (
        "page has moved, and the link still leads there",
        "pages have moved, and the links still lead there",
    ),
    Verdict.CHANGED: ("page has new text since we looked before", "pages have new text since we looked before"),
    Verdict.FAILING: (
        "link failed at the last check; we try it again",
        "links failed at the last check; we try them again",
    ),
    Verdict.BLOCKED: ("link could not be checked by our robot", "links could not be checked by our robot"),
    Verdict.UNKNOWN: ("link could not be judged", "links could not be judged"),
    Verdict.BROKEN: ("link no longer works", "links no longer work"),
    Verdict.WRONG_PAGE: ("address or DOI belongs to another work", "addresses or DOIs belong to other works"),
    Verdict.REFUSED: ("address is not safe to open", "addresses are not safe to open"),
}
_STUDIES: Final = frozenset({"research-study", "trial", "cohort-study", "systematic-review"})
_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_NOTICES: Final = {
    NoticeKind.RETRACTION: ("This {work} was retracted{when}", "see the notice"),
    NoticeKind.CONCERN: ("An expression of concern about this {work} was published{when}", "see the notice"),
    NoticeKind.SUPERSEDED: ("This {work} was replaced by newer guidance{when}", "see the newer one"),
    NoticeKind.CORRECTION: ("This {work} was corrected{when}", "see the correction"),
}
_NOTICE_SUMS: Final = {
    NoticeKind.RETRACTION: ("work was retracted", "works were retracted"),
    NoticeKind.CONCERN: ("work has an expression of concern", "works have an expression of concern"),
    NoticeKind.SUPERSEDED: ("work was replaced by newer guidance", "works were replaced by newer guidance"),
    NoticeKind.CORRECTION: ("work was corrected", "works were corrected"),
}


def status(locked: LockedReference) -> str:
    """How a source's link was found, and when."""
    return _STATUS[locked.verdict].format(day=day(locked.checked))


def archived(when: date) -> str:
    """The link to a copy in a public archive."""
    return f"Archived copy from {day(when)}"


def notice(kind: NoticeKind, reference: Reference, published: str) -> tuple[str, str]:
    """What was said of a work since, and the words that lead there."""
    said, link = _NOTICES[kind]
    return said.format(work=_work(reference), when=f" {on_day(published)}".rstrip()), link


def said_by(name: str) -> str:
    """Who told us of a notice that has no address."""
    return f"according to {name}"


def still_cited(reason: str) -> str:
    """Why editors use a source in spite of what is known of it."""
    return f"Our editors still use it: {reason}"


def signed(name: str, when: date) -> str:
    """Who decided so, and when."""
    return f"({name}, {day(when)})"


def found(when: date) -> str:
    """When pinned words were found, where no link can land on them."""
    return f"We found these words there on {day(when)}"


def checked_sum(checked: int, count: int, last: date | None) -> str:
    """How many sources were checked, and when last."""
    if count == 0:
        return "There are no sources yet."
    if last is None:
        alone = "The one source has not" if count == 1 else f"None of the {count:,} sources has"
        return f"{alone} been checked on the web yet."
    some = f"{'All' if checked == count else f'{checked:,} of'} {counted(count, 'source')}"
    if count == 1:
        some = "The one source"
    return f"{some} {'was' if checked == 1 else 'were'} checked on the web, the last on {day(last)}."


def verdict_sum(verdict: Verdict, count: int) -> str:
    """How many sources have a verdict: ``2 links no longer work``."""
    return counted(count, *_SUMS[verdict])


def unchecked_sum(count: int) -> str:
    """How many sources were never checked."""
    return f"{counted(count, 'source')} not checked yet"


def notice_sum(kind: NoticeKind, count: int) -> str:
    """Of how many works a notice is known."""
    return counted(count, *_NOTICE_SUMS[kind])


def quotes_sum(count: int) -> str:
    """How many sources do not say the words that were quoted."""
    return counted(count, "page does not have words we quote", "pages do not have words we quote")


def depending(statements: int, alone: int, pages: int) -> str:
    """What rests on all sources with a problem; ``alone`` are the statements that have no source without one."""
    if not statements:
        return "No statement rests on them."
    verb = "rests" if statements == 1 else "rest"
    said = f"{counted(statements, 'statement')} in {counted(pages, 'page')} {verb} on them"
    return f"{said}; {_alone(statements, alone)}." if alone else f"{said}, and on another source as well."


def resting(statements: int, alone: int) -> str:
    """What rests on one source with a problem."""
    if not statements:
        return UNUSED
    said = f"{counted(statements, 'statement')} {'rests' if statements == 1 else 'rest'} on it"
    return f"{said}; {_alone(statements, alone)}" if alone else said


def _alone(statements: int, alone: int) -> str:
    if statements == alone:
        return f"{'it has' if alone == 1 else 'all have'} {ONLY_SUCH}"
    return f"{alone:,} {'has' if alone == 1 else 'have'} {ONLY_SUCH}"


def _work(reference: Reference) -> str:
    if reference.kind in _STUDIES:
        return "study"
    if reference.kind == "guideline":
        return "guideline"
    return "article" if reference.type in _PERIODICALS else "work"
