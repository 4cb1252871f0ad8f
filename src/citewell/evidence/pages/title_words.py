"""Titles as words that can be compared: without typesetting, spelling by country, endings and empty words."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

from citewell.citations.title_notices import find_title_notice

_GREEK_NAMES: Final = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon
    phi chi psi omega
""".split()
_GREEK: Final = {letter: f" {name} " for letter, name in zip("αβγδεζηθικλμνξοπρςστυφχψω", _GREEK_NAMES, strict=True)}
_CHARACTERS: Final = str.maketrans(
    {**_GREEK, "&": " and ", "@": " at ", "’": "'", "®": " ", "™": " ", "©": " ", "+": " plus "}
)
#: Notes that publishers put before the title of a work that stays what it is.
_NOTE: Final = re.compile(
    r"^\W*(?:withdrawn|archived|superseded|abstract|article"
    r"|(?:free )?full (?:text|article)|\[?pdf\]?|\[?html\]?|open access)\W*[:\]]\W*",
    re.IGNORECASE,
)
#: British spelling to American, whole endings and stems; what it does to other words it does to both sides alike.
_SPELLINGS: Final = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?<=[a-z])isation", "ization"),
        (r"(?<=[a-z]{2})is(e|ed|es|ing)$", r"iz\1"),
        (r"(?<=[a-z])ys(e|ed|es|ing|er)$", r"yz\1"),
        (r"^(a|o)e(?=[a-z])", "e"),  # oesophagus, aetiology
        (r"(?<=[bcdfghklmnprst])ae(?=[a-z])", "e"),  # haemorrhage, anaemia, paediatric
        (r"(?<=[bcdfghlmnprst])oe(?=[bcdfglmnprst])", "e"),  # diarrhoea, foetus, coeliac
        (r"rrhoea", "rrhea"),
        (r"our(?=$|s$|al|ing|ed)", "or"),  # tumour, behavioural
        (r"(?<=[a-z])tre(s?)$", r"ter\1"),  # centre
        (r"gramme(s?)$", r"gram\1"),
        (r"(?<=[a-z])ogue(s?)$", r"og\1"),
        (r"ll(?=ing$|ed$|er$)", "l"),
        (r"^licence", "license"),
        (r"^defence", "defense"),
    )
)
#: Words that carry no topic.
LIGHT: Final = frozenset(
    """
    a about an and any are as at be by can could do does for from get give given has have how if in into is it its may
    my of on or our see should so than that the their them these they this through to towards up upon us use used
    using via was we were what when where which who why will with within your you
    """.split()
)
#: Words on so many health pages that sharing one says little.
COMMON: Final = frozenset(
    """
    acute adult advice approach cancer care cause chronic clinical condition diagnosis disease disorder evaluation
    evidence guidance guide guideline health information management medical overview pain patient people practice
    prevention report review risk screening study surgery symptom syndrome systematic test therapy treatment trial
    tumor type update
    """.split()
)
_INITIALS: Final = re.compile(r"\b([a-z])\.(?=[a-z]\b)|(?<=\b[a-z][a-z])\.")  # U.K.
_LETTER_A: Final = re.compile(r"\b(vitamin|hepatitis|type|group|influenza|ha?emophilia|part|strep) a\b")  # no article
#: A publisher's number after a title: "(NG12)".
_NUMBER: Final = re.compile(r"\s*[(\[][A-Z]{1,4}\d{1,4}[)\]]$")
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def strip_notes(title: str) -> str:
    """A title without doubly escaped entities, a notice (``RETRACTED: …``), and a publisher's number."""
    title = html.unescape(html.unescape(title)) if "&" in title else title
    said = find_title_notice(title)
    title = said.rest if said else title
    return _NUMBER.sub("", _NOTE.sub("", " ".join(title.split()), count=1))


@lru_cache(maxsize=4096)
def split_title(title: str) -> tuple[str, ...]:
    """The words of a title in comparable form: ``Tumours of the œsophagus`` gives ``tumor of the esophagus``."""
    plain = unicodedata.normalize("NFKC", title).translate(_CHARACTERS).casefold().translate(_CHARACTERS)
    plain = plain.replace("œ", "oe").replace("æ", "ae").replace("'s", "s").replace("'", "").replace("^", "")
    plain = _LETTER_A.sub(r"\1 letter-a", _INITIALS.sub(r"\1", plain))
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return tuple(_normalise_word(word) for word in _WORD.findall(bare))


def _normalise_word(word: str) -> str:
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return _to_singular(word)


def _to_singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is", "itis")):
        return word
    for ending, form in (
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("ses", "sis"),
        ("s", ""),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + form
    return word


def weigh_word(word: str) -> float:
    """How much a word of a title counts."""
    if word in LIGHT:
        return 0.1
    return 0.4 if word in COMMON else 1.0


@lru_cache(maxsize=16384)
def are_forms_of_one_word(one: str, other: str) -> bool:
    """Whether two words are one in other forms (``diagnosis``, ``diagnosing``); opposites begin differently."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _STEM or not shorter.isalpha():
        return False
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return any(
        shorter[stem:] in _ENDINGS and longer[stem:] in _ENDINGS for stem in range(max(same - 3, _STEM), same + 1)
    )


_STEM: Final = 5  # letters that words of one family share at least
_ENDINGS: Final = frozenset(
    """
    a ance ant ation ations d e ed en ence ent er es ic ical ically ies ing ion ions is ise ive ize izing ity l ly
    ment ments nosed ose osed oses osing osis r s sed ses sing sis st t tic ting ty y
    """.split()
) | {""}
