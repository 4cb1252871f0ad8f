"""Names of people and organisations, however a program writes them: one reader for services, web pages and files.

An organisation is kept whole as ``literal``. So is a name that cannot be split with certainty: its words are then still
right.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, TypeAlias

from citewell.citations.names import PARTICLES

CslName: TypeAlias = dict[str, str]

_SUFFIX: Final = re.compile(r"(?:Jr|Sr|2nd|3rd|4th|I{2,3}|IV|V)\.?", re.IGNORECASE)
_SUFFIX_AFTER_GIVEN: Final = re.compile(r"(\S.*?)\s+((?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?)")
_INSTITUTION: Final = re.compile(
    r"\b(?:academ(?:y|ies)|administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)s?|charity|"
    r"clinic|collaborati(?:on|ve)|collaborators|college|commission|committee|company|consortium|corporation|council|"
    r"department|directorate|editors?|executive|federation|foundation|group|hospitals?|inc|initiative|"
    r"institut\w*|investigators|library|ltd|ministry|network|organi[sz]ations?|programme|program|secretariat|"
    r"societ(?:y|ies)|task\s?force|trust|union|university"
    # German, Dutch and Scandinavian, French, Spanish, Italian and Portuguese
    r"|bundes\w+|fachgesellschaft|gesellschaft|klinik\w*|kommission|landesamt|\w*ministeri\w+|stiftung|verband|"
    r"verein(?:igung)?|stichting|vereniging|forening|styrelsen|agen(?:ce|cia|zia)|asociaci[óo]n|"
    r"autorit[ée]|minist[èe]re|ministero|centro|comisi[óo]n|comit[ée]|consejo|f[ée]d[ée]ration|federaci[óo]n|fondation|"
    r"fundaci[óo]n|fonda[zs]ione|h[ôo]pital|istituto|organizaci[óo]n|soci[ée]t[ée]|sociedade?|societ[àa]|"
    r"universit(?:[äàa]t?|[ée])|universidade?)\b",
    re.IGNORECASE,
)
"""Words that name an organisation; in a name of several words, never a family name."""
_IN_BODIES: Final = re.compile(
    r"\b(?:great britain|national|office|press|publish(?:ers|ing)|royal|school|services?|staff|states|team|world|"
    r"of|and|for|für|och|voor|pour)\b|&",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"\b(?:abuse|cancer|care|development|diseases?|education|excellence|health|healthcare|medical|medicines?|nutrition|"
    r"prevention|quality|research|safety|sciences?|services|support|training|welfare)\b",
    re.IGNORECASE,
)
"""What a body is about: seldom in the name of a person, often at the end of a body's."""
_BEGINS_BODY: Final = re.compile(r"(?:the|cochrane|(?:u\.?s|u\.?k|eu)\.?|[A-Z]{2,6} (?:19|20)[0-9]{2}) ", re.IGNORECASE)
"""How the name of a body begins, of which "and" joins two subjects: ``U.S. Food and Drug Administration``."""
_ACRONYM: Final = re.compile(r"\b(?:CDC|EMA|EU|FDA|NHS|NIH|UK|UN|UNICEF|US|USA|WHO)\b")
_INITIALS: Final = r"(?:[^\W\d_a-z]{1,4}\.?|(?:[^\W\d_a-z][a-z]?\.[ -]?){1,4})"
_SHORT: Final = re.compile(rf"(?P<family>[^\W\d_].*?) (?P<initials>{_INITIALS})(?: (?P<suffix>Jr|Sr|2nd|3rd|4th)\.?)?")
_ONLY_INITIALS: Final = re.compile(_INITIALS)
_STOP: Final = re.compile(r"(?<=[^.]{2})(?<!\bCo)(?<!\bCorp)(?<!\bInc)(?<!\bLtd)(?<!\be\.V)\.$")
_OTHERS: Final = re.compile(r"(?:and others|et\.? al\.?)", re.IGNORECASE)
_MOST_PARTS: Final = 2_000  # names in one text


class ParsedNames(NamedTuple):
    """The names of one text, and whether only commas separated them, which is likely but not certain."""

    names: list[CslName]
    by_commas: bool = False


def make_person(family: str, given: str = "", suffix: str = "") -> CslName | None:
    """A person; ``van`` before the family name is its ``non-dropping-particle``, after a given one a dropping one.

    ``None`` without any name; a single name counts as the family name.
    """
    if not family:
        return {"family": given} if given else None
    particle, family = _split_particle(family)
    name = {"family": family}
    words = given.split()
    dropped = next((at for at in range(1, len(words)) if all(word in PARTICLES for word in words[at:])), len(words))
    parts = (("given", " ".join(words[:dropped])), ("dropping-particle", " ".join(words[dropped:])))
    name.update({key: part for key, part in (*parts, ("non-dropping-particle", particle), ("suffix", suffix)) if part})
    return name


def make_organisation(name: str) -> CslName | None:
    """An organisation; its name is kept whole, without the full stop that PubMed and Ovid add; ``None`` if empty."""
    return {"literal": _STOP.sub("", name)} if name else None


def join_organisation(family: str, given: str) -> CslName | None:
    """An organisation whose name a program split into family and given names at its comma or before its last word."""
    if "literal" not in (parse_inverted_name(f"{family}, {given}") or {}):
        return None
    return make_organisation(f"{family}, {given}" if " " in family else f"{given} {family}")


def is_organisation(words: str) -> bool:
    """Whether words in the order of a title page name an organisation ("Public Health England"), not a person."""
    return any(pattern.search(words) for pattern in (_INSTITUTION, _IN_BODIES, _SUBJECT, _ACRONYM))


def is_second_half_of_organisation(first: str, second: str) -> bool:
    """Whether "and" between two texts is part of an organisation ("Food", "Drug Administration")."""
    if "," in second or _ACRONYM.fullmatch(first) or _ACRONYM.fullmatch(second):
        return False
    own_body = bool(_INSTITUTION.search(second))
    words = first.split()
    begins = "," not in first and (
        len(words) == 1 or all(map(_SUBJECT.fullmatch, words[1:])) or bool(_BEGINS_BODY.match(first))
    )
    if own_body:
        return begins and not _INSTITUTION.search(first) and not re.search(r"\b(?:of|for)\b", second)
    first = first.rstrip(",")
    last = second.rsplit(maxsplit=1)[-1]
    goes_on = " " not in second or bool(re.search(r"\b(?:of|for)\b", second) or _SUBJECT.search(last))
    return goes_on and (parse_inverted_name(first) or {}).get("literal") == first and is_organisation(first)


def parse_display_name(words: str) -> CslName | None:
    """A name as title pages show it ("Ann B. de Vries"), or turned about ("de Vries, Ann B.").

    Whatever may be a body, or is of fewer than two or more than five words, is taken as a whole.
    """
    if not words or "," in words:
        return parse_inverted_name(words)
    parts = words.split()
    suffix = parts.pop() if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else ""
    if is_organisation(words) or not 2 <= len(parts) <= 5:
        return make_organisation(words)
    if ends_in_initials(words):
        return parse_initials_name(words)
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return make_person(" ".join(parts[start:]), " ".join(parts[:start]), suffix)


def parse_inverted_name(words: str) -> CslName | None:
    """A name with the family name first: ``Downie, Aron``, ``Berg, Ana, Jr``, ``Doe J.``; any other is a body's."""
    parts = [part.strip() for part in words.split(",")]
    whole = words.strip().strip(",").strip() or words.strip()
    if len(parts) == 1 or not any(parts[1:]):
        return make_organisation(whole) if is_organisation(whole) else parse_initials_name(whole)
    if len(parts) > 3 or not parts[0] or not parts[1] or _is_organisation_with_comma(parts[0], " ".join(parts[1:])):
        return make_organisation(whole)
    if len(parts) == 2 or not parts[2]:
        if has_only_suffix(parts[0], parts[1]):
            name = parse_display_name(parts[0])
            return name | {"suffix": parts[1]} if name and "literal" not in name else make_organisation(whole)
        after = _SUFFIX_AFTER_GIVEN.fullmatch(parts[1])  # as PubMed writes it: "D'Agostino, Ralph B Sr"
        return make_person(parts[0], after[1], after[2]) if after else make_person(parts[0], parts[1])
    if _SUFFIX.fullmatch(parts[1]):
        return make_person(parts[0], parts[2], parts[1])
    return make_person(parts[0], parts[1], parts[2])


def parse_initials_name(words: str) -> CslName | None:
    """``Downie AP``, ``van Tulder MW Jr``, ``Doe J.``: initials after the family name; any other text is kept whole."""
    match = _match_initials(words)
    if not match or is_organisation(words):
        return make_organisation(words)
    return make_person(match["family"], space_initials(match["initials"]), match["suffix"] or "")


def ends_in_initials(words: str) -> bool:
    """Whether initials follow a family name ("Doe JA", "van Doe J."), in texts that mostly have given names first."""
    return (
        bool(_match_initials(words))
        and not words.split(maxsplit=1)[0].isupper()
        and "." not in words.split(maxsplit=1)[0]
    )


def parse_displayed_names(words: str) -> list[CslName]:
    """The names of a text from a title page: one in either order, or several joined by semicolons or commas."""
    if ";" in words:
        return [name for part in words.split(";")[:_MOST_PARTS] for name in parse_displayed_names(part.strip())]
    names = parse_names(words).names
    name = parse_display_name(words) if len(names) < 2 else None
    return [name] if name else names


def space_initials(initials: str) -> str:
    """``A. P.`` for ``AP`` and Ovid's ``AP.``; what has stops between already stays as it is."""
    bare = initials.strip().removesuffix(".")
    return initials.strip() if "." in bare else " ".join(f"{letter}." for letter in bare if letter.isalpha())


def parse_names(words: str) -> ParsedNames:
    """The names of a text in which databases put one person or several, joined by semicolons or commas."""
    words = " ".join(words.split())
    if ";" in words:
        parts = [part.strip() for part in words.split(";")[:_MOST_PARTS]]
        read = [parse_names(part) for part in parts if part]
        return ParsedNames([name for one in read for name in one.names], any(one.by_commas for one in read))
    if _OTHERS.fullmatch(words):
        return ParsedNames([{"literal": "et al"}])
    parts = _split_parts(words)
    if listed := _read_list(parts):
        return ParsedNames(listed, by_commas=True)
    name = parse_inverted_name(words)
    return ParsedNames([name] if name else [])


def is_full_name(words: str) -> bool:
    """Whether words are the given and the family name of a person."""
    return 2 <= len(words.split()) <= 4 and words[:1].isupper() and not is_organisation(words)


def has_only_suffix(name: str, after: str) -> bool:
    """Whether what follows the comma after a name is its suffix ("Ann Doe, Jr."); "Doe, V." is an initial."""
    return " " in name and after.rstrip(".").upper() != "V" and bool(_SUFFIX.fullmatch(after))


def is_suffix(words: str) -> bool:
    """Whether words are a suffix of a name: ``Jr``, ``III``, ``PhD``."""
    return bool(_SUFFIX.fullmatch(words) or re.fullmatch(r"(?:Esq|M\.?D|Ph\.?D)\.?", words))


def _match_initials(words: str) -> re.Match[str] | None:
    """A family name with initials after it, not the suffix of a whole name ("Carl Upton III")."""
    match = _SHORT.fullmatch(words)
    if match and words.isupper() and len(match["initials"]) > 2 and re.search("[AEIOUY]", match["initials"]):
        return None  # "DOE JANE"
    if match and " " in match["family"] and match["initials"] != "V" and _SUFFIX.fullmatch(match["initials"]):
        return None
    return match


def _split_parts(words: str) -> list[str]:
    parts = re.split(r"\s*,\s*(?:(?:and|&)\s+)?", words.strip().rstrip(","))
    return [part for part in parts if part][:_MOST_PARTS]


def _read_list(parts: list[str]) -> list[CslName]:
    """The people of a list with commas; empty if it may be one person or an organisation."""
    others = bool(parts) and bool(_OTHERS.fullmatch(parts[-1]))
    parts = parts[:-1] if others else parts
    if parts and (last := re.fullmatch(r"(.+?)\s+(?:and|&)\s+(.+)", parts[-1])):
        parts = [*parts[:-1], last[1], last[2]]
    found: list[CslName | None] = []
    if len(parts) > 1 and all(_match_initials(part) and not is_organisation(part) for part in parts):
        found = [parse_initials_name(part) for part in parts]
    elif len(parts) > 3 and len(parts) % 2 == 0 and all(_ONLY_INITIALS.fullmatch(part) for part in parts[1::2]):
        found = [make_person(family, initials) for family, initials in zip(parts[::2], parts[1::2], strict=True)]
    elif len(parts) > 2 and all(is_full_name(part) for part in parts):
        found = [parse_display_name(part) for part in parts]
    names = [name for name in found if name]
    return [*names, {"literal": "et al"}] if names and others else names


def _is_organisation_with_comma(first: str, rest: str) -> bool:
    """Whether a comma is part of the name of an organisation, and does not follow a family name."""
    if _split_particle(first)[0]:
        return False
    if re.search(r"[0-9](?!(?:nd|rd|th)\b)", rest):
        return True
    if " " in first and (is_organisation(first) or _INSTITUTION.search(rest)):
        return not rest.isupper() or first.isupper() or bool(_ACRONYM.fullmatch(rest))
    if (_ACRONYM.fullmatch(first) and not rest.isupper()) or (
        _INSTITUTION.fullmatch(first) and rest.startswith("The ")
    ):
        return True
    return " " in rest and bool(_INSTITUTION.search(rest) or re.search(r"\b(?:of|for)\b", rest))


def _split_particle(family: str) -> tuple[str, str]:
    """The particles in small letters at the beginning of a family name, and the rest."""
    words = family.split()
    at = next((at for at, word in enumerate(words) if word not in PARTICLES), 0)
    return " ".join(words[:at]), " ".join(words[at:])
