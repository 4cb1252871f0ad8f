"""Whether a page is the work that a reference names, judged by their titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from citewell.citations.title_notices import TitleNotice, find_notice_before_title, find_title_notice, read_announcement
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.title_words import (
    COMMON,
    LIGHT,
    are_forms_of_one_word,
    split_title,
    strip_notes,
    weigh_word,
)
from citewell.evidence.quotes.quote_match import remove_script_marks

Words: TypeAlias = tuple[str, ...]

#: From ``SAME`` on it is the work; below ``OTHER`` it is plainly another; between them titles cannot decide.
#: Measured on the pairs in tests/evidence/pages/titles.yml, right ones and wrong ones.
SAME: Final = 80
OTHER: Final = 50
_UNSURE: Final = SAME - 5

#: What separates a title from the name of a site, a journal or a section.
_SEPARATOR: Final = re.compile(r"\s+[-–—|·•»>:/]+\s+|\s*[|»]\s*|\s*—\s*|(?<=\w):\s+")
_MOST_PARTS: Final = 8
_CUT: Final = re.compile(r"\s*(?:…|\.\.\.)\s*$")
#: Parts of a title that say which page about a topic this is, so that a page with another one is another page.
_ASPECTS: Final = frozenset(
    split_title(
        """
        symptoms signs causes diagnosis diagnosing tests treatment treating therapy prevention complications risk
        factors stages staging grades survival outlook prognosis living support recovery surgery chemotherapy
        radiotherapy radiation medicines drugs side effects children child pregnancy young teenagers professional
        professionals history research references resources news faq questions answers statistics types biopsy
        referral imaging doctor emergency exercises
        """
    )
)
#: Words of a work about the work, or of a part of it.
_OTHER_WORKS: Final = frozenset(
    split_title(
        """
        correction corrigendum erratum comment commentary response reply letter protocol editorial retraction
        withdrawal summary part chapter appendix supplement statement version
        """
    )
)
#: First words of a notice or a letter about a work, which is not the work.
_ABOUT_IT: Final = re.compile(
    r"^\W*(?:(?:author |publisher )?(?:correction|corrigendum|corrigenda|erratum|errata)|retraction(?: note| notice)?"
    r"|expression of concern|comments?(?:ary)?|response|reply|re|letter|editorial|protocol|withdrawal(?: notice)?"
    r"|summary of|podcast|video)\b(?: (?:to|on|for|of)\b|\s*:)",
    re.IGNORECASE,
)
_LONGEST: Final = 1_000  # characters of a title that are compared; a hostile one could take seconds
_LONG: Final = 6  # words from which on the beginning of a title is enough
#: Titles of a page that is not loaded yet, or that has no name.
_SAYS_NOTHING: Final = re.compile(
    r"(?:loading|redirecting|please wait|untitled(?: document| page)?|document|index|default|new page|title|page"
    r"|article|full text|abstract|pdf|main|\W*|[\w.-]+\.(?:html?|pdf|aspx?|php))\W*",
    re.IGNORECASE,
)
_TOP: Final = 1_500  # characters of a text in which its title occurs


def match_title(title: str, page: PageText) -> int | None:
    """How much of a reference's title is found in a page's titles, in per cent.

    ``None`` if that cannot be judged: the page has no titles or none in the title's script, it is a challenge, its
    words come from scripts, it is a PDF of pictures, or it is plainly in another language than English, so that a
    translated title would look like another's.
    """
    if page.challenge or not split_title(title) or not (page.titles or page.text):
        return None
    found = max(rate_likeness(title, page.titles), _rate_first_words(title, page))
    if found >= SAME:
        return found
    readable = not (page.scanned or page.shell or all(_SAYS_NOTHING.fullmatch(each) for each in page.titles))
    foreign = page.language and not page.language.startswith("en") and found < OTHER
    if not readable or foreign or (found < OTHER and _is_in_other_script(title, page.titles)):
        return None
    return found


def rate_likeness(title: str, titles: Iterable[str]) -> int:
    """How similar a title is to the most similar of others, in per cent; 0 if there are none."""
    wanted = strip_notes(title)
    return max((_compare_titles(wanted, strip_notes(each[:_LONGEST])) for each in titles), default=0)


def find_notice_in_titles(title: str, titles: Iterable[str]) -> TitleNotice | None:
    """What those of a page's titles that are a work's title say of it ("RETRACTED: …"), before the name of the site.

    The page of a work may also be called as a notice is ("Notice of Retraction: …"), if the work is not that notice.
    """
    readers = (find_title_notice,) if read_announcement(title) else (find_title_notice, find_notice_before_title)
    for each in titles:
        whole = each[:_LONGEST]
        ends = [mark.start() for mark in _SEPARATOR.finditer(whole)][-_MOST_PARTS:]
        for part in (whole, *(whole[:end] for end in reversed(ends))):
            for said in (read(part) for read in readers):
                if said and rate_likeness(title, [said.rest]) >= SAME:
                    return said
    return None


def _compare_titles(title: str, page_title: str) -> int:
    """How similar one title of a page is. With differences on both sides it is never the same work."""
    wanted = split_title(title)
    if not wanted:
        return 0
    if wanted == split_title(page_title):
        return 100
    if bool(_ABOUT_IT.match(title)) != bool(_ABOUT_IT.match(page_title)):
        return min(_UNSURE, _rate_shared_words(wanted, split_title(page_title)))
    begun = split_title(_CUT.sub("", page_title)) if _CUT.search(page_title) else ()
    if (
        _weigh_words(begun) >= 2
        and wanted[: len(begun) - 1] == begun[:-1]
        and wanted[len(begun) - 1].startswith(begun[-1])
    ):
        return 95
    return max(_rate_run(title, wanted, run) for run in _list_runs(page_title))


class _Run(NamedTuple):
    """Neighbouring parts of a page's title, and the words of the parts before and after them."""

    words: Words
    before: Words
    after: tuple[Words, ...]


def _list_runs(page_title: str) -> Iterator[_Run]:
    parts = [split_title(part) for part in _SEPARATOR.split(page_title)[:_MOST_PARTS]]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            yield _Run(_join_parts(parts[first:last]), _join_parts(parts[:first]), tuple(parts[last:]))


def _join_parts(parts: Iterable[Words]) -> Words:
    return tuple(word for part in parts for word in part)


def _rate_run(title: str, wanted: Words, run: _Run) -> int:
    lacks, more = _list_meaningful(wanted, run.words), _list_meaningful(run.words, wanted)
    rest = _list_meaningful((*run.before, *_join_parts(run.after)), wanted)
    if not lacks and not more:
        return _UNSURE if _is_narrower(wanted, run) else max(_rate_shared_words(wanted, run.words), 90)
    if not (_OTHER_WORKS & {*lacks, *more, *rest} or any(map(str.isdigit, (*lacks, *more)))):
        if not more and _is_shortened(title, wanted, run.words, lacks):
            return 85
        if not lacks and not _ASPECTS & set(more) and len(wanted) >= _LONG and run.words[: len(wanted)] == wanted:
            return 85
    whole = (*run.before, *run.words)
    exchanged = _weigh_words(_list_meaningful(wanted, whole)) >= 1 <= _weigh_words(_list_meaningful(whole, wanted))
    return min(round(_rate_shared_words(wanted, whole) * (0.75 if exchanged else 1)), _UNSURE)


def _rate_shared_words(wanted: Words, found: Words) -> int:
    """The share of the words, weighed, that two titles have in common, in per cent (an F-measure)."""
    both = sum(weigh_word(word) for word in wanted) + sum(weigh_word(word) for word in found)
    only = sum(weigh_word(word) for word in (*_list_missing(wanted, found), *_list_missing(found, wanted)))
    return round(100 * (both - only) / both) if both else 0


def _list_missing(words: Words, others: Words) -> list[str]:
    return [word for word in words if not any(are_forms_of_one_word(word, other) for other in others)]


def _list_meaningful(words: Words, others: Words) -> list[str]:
    """The meaningful words that others lack."""
    return [word for word in _list_missing(words, others) if word not in LIGHT]


def _is_narrower(wanted: Words, run: _Run) -> bool:
    """Whether the rest of a page's title says that it is about a part of the topic, or about a narrower one."""
    if _is_part(_list_meaningful(run.before, wanted)) or any(
        _is_part(_list_meaningful(part, wanted)) for part in run.after
    ):
        return True
    narrower = any(word in wanted for word in run.before if word not in LIGHT)
    return bool(run.before) and (narrower or _weigh_words(wanted) < 1)


def _is_part(words: Iterable[str]) -> bool:
    """Whether words name a part of a topic, and not a site ("Macmillan Cancer Support") or all of its parts."""
    named = {word for word in words if word not in COMMON} | _ASPECTS.intersection(words)
    return 0 < len(named) < 3 and named <= _ASPECTS | _OTHER_WORKS


def _is_shortened(title: str, wanted: Words, found: Words, lacks: Iterable[str]) -> bool:
    """Whether a page gives a title without its subtitle, or only so much as fits."""
    if wanted[: len(found)] != found:
        return False
    if len(found) >= _LONG:
        return True
    heads = (split_title(title[: mark.start()]) for mark in _SEPARATOR.finditer(title))
    return found in heads and (
        _weigh_words(found) > 3 or (_weigh_words(found) >= 1.4 and not _ASPECTS.intersection(lacks))
    )


def _weigh_words(words: Iterable[str]) -> float:
    return sum(map(weigh_word, words))


def _rate_first_words(title: str, page: PageText) -> int:
    """How well a title that is not among a page's titles is found in the first words of its text."""
    wanted = split_title(title)
    top = split_title(remove_script_marks(page.text[: 2 * _TOP if page.kind == "pdf" else _TOP]))
    meant = [word for word in wanted if word not in LIGHT]
    if len(meant) < 4 and page.kind == "html":
        return 0
    if any(top[place : place + len(wanted)] == wanted for place in range(len(top) - len(wanted) + 1)):
        return 90 if page.kind != "html" and len(meant) >= 4 else _UNSURE
    there = len(meant) - len(_list_missing(tuple(meant), top))  # titles of PDF files may be pictures on a cover
    return (SAME + OTHER) // 2 if page.kind == "pdf" and there >= 0.5 * max(len(meant), 1) else 0


def _is_in_other_script(title: str, titles: Iterable[str]) -> bool:
    """Whether none of the titles is in the script of the reference's title."""
    return not any(_list_scripts(title) & _list_scripts(each) for each in titles)


def _list_scripts(text: str) -> set[str]:
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in text[:200] if letter.isalpha()}
