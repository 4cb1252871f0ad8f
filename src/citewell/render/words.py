"""Every word of the interface that readers see, in one place, so that it can be checked and translated together.

Those about how sources stand are in ``evidence_words``. What editors write comes from the ledger. The words of a block
("Emergency", "Do") stand with the block, because its id is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

# ---- The head of an article

BY: Final = "By "
NOT_REVIEWED: Final = "Not yet medically reviewed"
PUBLISHED: Final = "Published "
UPDATED: Final = "Updated "
ON_THIS_PAGE: Final = "On this page"

# ---- Its end

RELATED_QUESTIONS: Final = "Related questions"
RELATED_ARTICLES: Final = "Related articles"
SOURCES: Final = "Sources"
SOURCES_HELP: Final = "Each number in the text leads here. The letters lead back to each place that uses the source."
"""About links, so it does not stand on paper."""
USED_AT: Final = "Used at"
FULL_REFERENCE: Final = "Full reference in NLM style"
NOTICE: Final = "About this information"
REPORT: Final = "Report a problem with this page"
REPORT_HELP: Final = "Is something wrong, unclear or out of date? Please tell the editors: "
REPORT_NOWHERE: Final = (
    "A finished site says here how to tell its editors. This one has only an example address, where nobody reads mail: "
)

WITHDRAWN: Final = "This article has been withdrawn."
WITHDRAWN_ON: Final = "This article was withdrawn on "
WITHDRAWN_HELP: Final = "Please do not rely on an earlier copy of it."
INSTEAD: Final = "Read this instead"
ELSEWHERE: Final = "Where to look for help"
WITHDRAWN_DESCRIPTION: Final = "This article has been withdrawn and is no longer shown."

# ---- A preview, which only editors see

DRAFTS: Final = "Drafts"
ON_THE_PAGE: Final = "on this page"
IN_NO_PAGE: Final = "in files that belong to no page"

# ---- Marks

SOURCE: Final = "Source "

# ---- The other pages

HOME: Final = "Health answers that show their sources"
HOME_DESCRIPTION: Final = "Health articles in plain words, with the sources of what they say."
HOME_LEAD: Final = (
    "Health articles in plain words. "
    "The small number after a statement leads to the study, guideline or page it comes from."
)
TOPICS: Final = "Topics"
TOPICS_DESCRIPTION: Final = "All topics, with the number of articles on each."
TOPICS_LEAD: Final = "What the articles are about."
RELATED_TOPICS: Final = "Related topics"
ARTICLES: Final = "Articles"
ARTICLES_A_TO_Z: Final = "Articles A–Z"
ARTICLES_DESCRIPTION: Final = "Every article, under the words you might look for."
ALL_ARTICLES: Final = "All articles, A to Z"
LETTERS: Final = "Letters"
NO_LETTER: Final = "0–9"
NO_LETTER_ADDRESS: Final = "0-9"
HOW_TO_READ: Final = "How to read a page"
HOW_TO_READ_ITEMS: Final = (
    "A small number after a sentence leads to its source, at the end of the page.",
    "The letters beside a source lead back to each sentence that uses it.",
    "“Not yet medically reviewed” means that no medical reviewer has approved the page.",
)
SOURCES_DESCRIPTION: Final = "Every source in our bibliography, with the sentences that use it."
PARTS: Final = "Parts of this list"
NOT_USED: Final = "Not used yet."
PEOPLE: Final = "People"
PEOPLE_DESCRIPTION: Final = "Who writes the articles."
ROLE: Final = "Role"
CREDENTIALS: Final = "Credentials"
AFFILIATION: Final = "Affiliation"
INTERESTS: Final = "Interests"

# CSL's locator label: in full and in short, each for one and for several.
_LOCATORS: Final = {
    "appendix": ("appendix", "appendices", "app.", "app."),
    "chapter": ("chapter", "chapters", "chap.", "chaps."),
    "column": ("column", "columns", "col.", "cols."),
    "figure": ("figure", "figures", "fig.", "figs."),
    "issue": ("number", "numbers", "no.", "nos."),
    "opus": ("opus", "opera", "op.", "opp."),
    "page": ("page", "pages", "p.", "pp."),
    "paragraph": ("paragraph", "paragraphs", "para.", "paras."),
    "sub-verbo": ("under", "under", "under", "under"),
    "volume": ("volume", "volumes", "vol.", "vols."),
    "box": ("box", "boxes", "box", "boxes"),
}
_SEVERAL: Final = re.compile(r"\d\s*[-–,&]\s*\w")


def written_for(region: str) -> str:
    """For which country an article was written; nothing when that is not said."""
    return f"Written for readers in: {region}." if region else ""


def under(licence: str) -> str:
    """Under which licence the words and pictures stand; nothing when that is not said."""
    return f"Words and pictures: {licence}." if licence else ""


def minutes(count: int) -> str:
    """How long an article takes to read."""
    return f"{count} minute read"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 article``, ``1,975 articles``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(count: int, position: int) -> str:
    """What stands before the item at a position in a list of names: nothing, a comma or "and"."""
    if position == 0:
        return ""
    return " and " if position == count - 1 else ", "


def emergency_link(number: str) -> str:
    """The link to an emergency card, when its editor wrote none. ``number`` may be empty."""
    return f"Is it an emergency? See when to {f'call {number}' if number else 'get help at once'}"


def locator(label: str | None, value: str, short: bool = False) -> str:
    """A part of a work: ``page 3``, ``pages 3-5``, in short ``p. 3``."""
    name = label or "page"
    forms = _LOCATORS.get(name, (name, f"{name}s", name, f"{name}s"))
    return f"{forms[2 * short + bool(_SEVERAL.search(value))]} {value}"


def sources_between(first: int, last: int) -> str:
    """The name of the dash in a range of marks: ``Source 11``, ``Sources 11 to 14``."""
    if first == last:
        return f"Source {first}"
    return f"Sources {first} {'and' if last == first + 1 else 'to'} {last}"


def back_to_use(letter: str, number: int, part: str) -> str:
    """The name of a backlink; ``part`` is the locator in full, or empty."""
    return f"Back to use {letter} of source {number}{f', {part}' if part else ''}"


def topic_description(topic: str) -> str:
    """What a topic's page holds."""
    return f"Articles about this topic: {topic}."


def sources_lead(count: int) -> str:
    """The line above the sources of the whole site."""
    return f"{counted(count, 'source')} in alphabetical order, each with the sentences that use it."


def sources_index_lead(count: int) -> str:
    """The line above the index of all sources."""
    return f"{counted(count, 'source')} in alphabetical order. Each leads to the full entry and to where it is used."


def sources_under(letter: str, part: int, parts: int) -> str:
    """The title of a page with the sources under a letter; ``part`` counts from 1."""
    return f"Sources: {letter}{f', part {part} of {parts}' if parts > 1 else ''}"


def sources_from(first: str, last: str) -> str:
    """What stands on a page of sources, by the first words of its first and its last."""
    between = f"From “{first}” to “{last}”, each" if first != last else "Each"
    return f"{between} source with the sentences or articles that use it."


def findings(errors: int, warnings: int, where: str) -> str:
    """How much is still to be done in a place."""
    found = [counted(number, kind) for number, kind in ((errors, "error"), (warnings, "warning")) if number]
    return f"The check found {' and '.join(found) or 'nothing'} {where}."


def finding(place: str, message: str, hint: str) -> str:
    """One thing to be done, and the way out where there is one."""
    return f"{place}: {message}{f' ({hint})' if hint else ''}"


def used(times: int, articles: int, pages: int) -> str:
    """How often a source is used, and where: ``Used 5 times in 1 article``."""
    places: Sequence[str] = [
        *([counted(articles, "article")] if articles else []),
        *([counted(pages, "other page")] if pages else []),
    ]
    return f"Used {'once' if times == 1 else counted(times, 'time')} in {' and '.join(places)}"


def about_problem(title: str) -> str:
    """The subject of a message to the editors."""
    return f"Problem with: {title}"
