"""What titles say about retractions: that of a work about itself, and that of a notice about the work it is for.

Publishers mark a work in its own title, before it ("RETRACTED: …", "[Withdrawn] …"), and databases after it ("…
(Retracted article. See vol. 387, pg. 1, 2019)", as the Web of Science does). A notice calls itself "Retraction notice
to …" or "Expression of concern: …", whatever type it is registered under. A title *about* retractions ("Why are
articles retracted?", "Withdrawn from treatment") has the same words in other places, so only these places count.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from citewell.model.evidence import NoticeKind

WITHDRAWN: Final = "it was withdrawn"
REMOVED: Final = "it was removed"
REPLACED: Final = "it was retracted and replaced"
PARTLY: Final = "a part of it was retracted"


class TitleNotice(NamedTuple):
    """What a title says about its work: the kind of notice, the reason if it says one, and the title without that."""

    kind: NoticeKind
    reason: str
    rest: str


#: Words for "retracted" that mean little else, in English, German, French, Spanish, Italian, Portuguese, Dutch,
#: Swedish, Danish, Norwegian, Polish, Russian, Turkish, Chinese, Japanese and Korean.
_RETRACTED: Final = (
    "(?:partially )?retracted(?: in part| (?:and|&) re(?:published|placed))?|retract(?:ion)? and replace(?:ment)?"
    "|zurückgezogen(?:er)?|(?:article |étude )?rétractée?|(?:artículo )?retractad[oa]|(?:articolo )?ritrattat[oa]"
    "|(?:artigo )?retratad[oa]|ingetrokken|teruggetrokken|tillbakadragen|til(?:bage|bake)trukket|trukket tilbake"
    "|(?:artykuł )?wycofan[aoey]|(?:статья )?(?:отозван|ретрагирован)[ао]|geri çekildi"
    "|已?撤稿|已撤回|(?:論文)?撤回(?:論文)?|게재 ?철회|철회된?"
)
#: Words that ordinary titles have, too: "Withdrawn from treatment", "Removed: a kidney and its story".
_PLAIN: Final = "(?:temporarily )?(?:withdrawn|removed)|temporary removal|(?:article )?retiré|retirad[oa]|ritirat[oa]"
_NOUN: Final = (
    "[ -]+(?:article|paper|chapter|publication|preprint|letter|manuscript|version|abstract|review|case report|artikel)"
)
#: The same after what it is said of: "Article retracted", "This paper has been withdrawn".
_OF_IT: Final = (
    r"(?:this )?(?:article|paper|chapter|preprint|publication|artikel|beitrag) "
    r"(?:(?:has been|was|is|wurde|ist) )?(?:retracted|withdrawn|zurückgezogen)"
)
_LOUD: Final = (
    "(?:RETRACTED|WITHDRAWN|REMOVED)(?: (?:ARTICLE|PAPER|CHAPTER|PUBLICATION|PREPRINT|LETTER|MANUSCRIPT|REVIEW))?"
)
_CONCERN: Final = "(?:(?:article|publication) )?(?:with |under )?(?:an )?(?:editorial )?expression of concern"
_NO_QUESTION: Final = r"(?!\s*(?i:how|why|what|when|where|who|which|whether)\b)"

_BEFORE: Final = (
    r"[^\w\[(【]{0,10}(?P<said>"
    rf"[\[(【]\s?(?i:(?:{_RETRACTED}|{_PLAIN})(?:{_NOUN})?|{_OF_IT})\s?[\])】]\s?[:：.–—-]?"
    rf"|(?i:(?:{_RETRACTED})(?:{_NOUN})?|(?:{_PLAIN}){_NOUN}|{_OF_IT})\s?[:：]{_NO_QUESTION}"
    rf"|(?:{_LOUD}|Retracted)\s?[–—]{_NO_QUESTION}"
    rf"|{_LOUD}\s?:|(?:TEMPORARY REMOVAL|RETIRÉE?|RETIRADO|RITIRATO)\s?:"
    rf"|Withdrawn\s?:{_NO_QUESTION}(?=\s*[A-Z0-9])"
    rf"|(?i:(?:{_RETRACTED}|{_PLAIN}){_NOUN})\s[|–—-](?=\s)"
    rf"|{_LOUD}(?:\*+|\s?[.|–—-](?=\s)|(?=\s))(?=.{{0,300}}[a-z])"
    r")\s*"
)
#: What may follow the words in brackets at the end of a title: where the notice is, and when.
_WHERE: Final = r"(?:\s?[.,;:–—-][^\[\]【】]{0,300}|\s(?:(?i:in|see|on|by|due)\b|[12]\d{3}\b)[^\[\]【】]{0,300})?"
_AFTER: Final = (
    r"\s*(?P<said>"
    rf"[\[(【]\s?(?i:(?:{_RETRACTED})(?:{_NOUN})?|(?:{_PLAIN}){_NOUN}|{_CONCERN}|{_OF_IT}){_WHERE}[\])】]"
    r"|[\[(](?i:(?:see )?retraction in[ :][^\[\]]{1,300})[\])]"
    rf"|[\[(【](?:Withdrawn|{_LOUD})(?:[.;:][^\[\]【】]{{0,300}})?[\])】]"
    rf"|(?<=[^\W\d_A-Z])\W*\s{_LOUD}"
    rf"|\s[|–—-]+\s(?:(?i:{_RETRACTED})(?i:{_NOUN})?|Withdrawn(?i:{_NOUN})?)"
    r")\W*$"
)
_LONGEST: Final = 400  # characters of an end in which such words can be

#: A piece of each of these words. Most titles have none, so that the patterns above need not be compiled, which takes
#: as long as reading a bibliography.
_MAY_SAY_SO: Final = re.compile(
    "retra[ck]|retrata|retir|rétrac|ritir|ritratt|withdr|remov|concern|zurückgez|getrok|dragen|trukket|wycof"
    "|отозван|ретраг|çekil|撤|철회",
    re.IGNORECASE,
)

#: What the words come to, the first that fits; any others mean a retraction.
_MEANINGS: Final = (
    (r"\bpartial|in part\b|\bpartly\b", NoticeKind.CONCERN, PARTLY),
    (r"\bconcern", NoticeKind.CONCERN, ""),
    (r"republi|replac", NoticeKind.RETRACTION, REPLACED),
    (r"withdr[ae]w|retir[éa]|ritirat", NoticeKind.RETRACTION, WITHDRAWN),
    (r"remov", NoticeKind.RETRACTION, REMOVED),
)
#: The beginning of a notice's title, from what it is to the word that leads to the title of its work.
_ANNOUNCES: Final = (
    r"(?i)\W*(?:(?:notice|statement|letter) of )?"
    r"(?:(?:editorial|(?:editor|publisher)(?:'|’)?s?|journal|article|author(?:-initiated)?):? )?"
    r"(?P<said>(?:partial )?(?:retraction|withdrawal|removal)(?: (?:and|&) re(?:placement|publication))?"
    r"|retract and replace|retracted|withdrawn|expression of (?:editorial )?concern|(?:notice|statement) of concern"
    r"|rétractation|retraktion|retractación|ritrattazione|retratação|intrekking|zurückziehung|撤稿(?:声明)?|撤回|철회)"
    r"(?: (?:article|paper|note|notice|statement|announcement|letter))?"
    r"(?:\s?[:：.–—-](?=\s|$)|[:：]|\s(?:to|of|for|on|from|regarding|concerning|de|and apology)\b|\s?[\"“「『(]|$)"
)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_title_notice(title: str) -> TitleNotice | None:
    """What a work's title says about the work itself at its beginning or its end; ``None`` if nothing.

    Of a notice with the words of a retracted title ("Retracted: …") it would say the same: ask only about works.
    """
    if not _MAY_SAY_SO.search(title):
        return None
    start = max(len(title) - _LONGEST, 0)
    found = _compile(_BEFORE).match(title)
    if found and found.end() < len(title):
        return TitleNotice(*_find_meaning(found["said"]), title[found.end() :])
    found = _compile(_AFTER).search(title, start)
    if found and found.start():
        return TitleNotice(*_find_meaning(found["said"]), title[: found.start()])
    return None


def read_announcement(title: str) -> tuple[NoticeKind, str] | None:
    """What a notice's own title says happened to its work, and the reason; ``None`` for a correction."""
    found = _compile(_ANNOUNCES).match(title)
    return _find_meaning(found["said"]) if found else None


def find_notice_before_title(title: str) -> TitleNotice | None:
    """What the title of a notice says before that of its work ("Notice of Retraction: …"); ``None`` if nothing.

    Some publishers call the page of the work itself so. Ask only where the rest should be the title of a known work.
    """
    found = _compile(_ANNOUNCES).match(title)
    return TitleNotice(*_find_meaning(found["said"]), title[found.end() :]) if found and title[found.end() :] else None


def _find_meaning(said: str) -> tuple[NoticeKind, str]:
    found = ((kind, reason) for words, kind, reason in _MEANINGS if re.search(words, said, re.IGNORECASE))
    return next(found, (NoticeKind.RETRACTION, ""))
