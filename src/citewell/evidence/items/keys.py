"""Keys for new references: who, when and the first words of the title, as in ``downie-2013-red-flags``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Final
from urllib.parse import urlsplit

from citewell.evidence.items.normalise import Item

LONGEST: Final = 60
#: Letters that Unicode does not take apart into a plain one and an accent.
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
#: Between a figure and a raised one or a fraction, which NFKD would join: 10⁶ is not 106, and 1½ is not 11.
_RAISED_AFTER_FIGURE: Final = re.compile("(?<=[0-9])(?=[²³¹¼-¾⁰-⁹⁻⅐-⅞₀-₉])")
_SMALL: Final = frozenset(
    "a an and are as at by can could do does for from has have how in is it its of on or the their this to was what "
    "when which who why with der die das ein eine und von le la les un une des du de et el los las y".split()
)
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.:/-]{0,98}[A-Za-z0-9_])?")
_IDENTIFIER: Final = re.compile(r"(?:doi|pmid|pmcid|isbn|https?):|10\.[0-9]{4,}/", re.IGNORECASE)
_GENERAL: Final = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "nhs", "gob", "gouv", "europa"})


def make_key(item: Item, taken: Collection[str]) -> str:
    """A key for an item that no other has: ASCII words and hyphens, followed by ``-2`` and so on if it is taken."""
    year = str(item.get("issued", ""))[:4]
    year = year if re.fullmatch("[0-9]{4}", year) else ""
    who = _name_creator(item)
    words = _take_first_words(item.get("title", ""), 2)
    stem = "-".join(part for part in (who, year if who or words else "", words) if part)
    return _make_unique(_shorten(stem) or "-".join(filter(None, ("reference", year))), taken)


def adopt_key(given: str, item: Item, taken: Collection[str]) -> str:
    """The key that an item had in another program if it can be cited unchanged, else a new one."""
    usable = _PLAIN.fullmatch(given) and not given.isdigit() and not _IDENTIFIER.match(given)
    return _make_unique(given, taken) if usable else make_key(item, taken)


def _name_creator(item: Item) -> str:
    """Whose name begins the key: the first author's family name, else the site or the publisher."""
    people = item.get("author") or item.get("editor") or []
    if people and people[0].get("family"):
        return _to_ascii(f"{people[0].get('non-dropping-particle', '')} {people[0]['family']}")
    site = _name_site(item.get("URL", "")) if item.get("type") in {"webpage", "report", "document", "post"} else ""
    if site:
        return site
    bodies = [people[0].get("literal") or people[0].get("given", "")] if people else []
    bodies += [item.get(name, "") for name in ("publisher", "container-title")]
    return next((words for body in bodies if (words := _take_first_words(body, 3))), "")


def _name_site(address: str) -> str:
    """The name of a site: ``nhs`` of ``https://www.nhs.uk/…``, ``cancer`` of ``https://www.cancer.gov/…``."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    labels = [label for label in host.removeprefix("www.").split(".") if label]
    if len(labels) < 2 or labels[-1].isdigit() or "doi" in labels:
        return ""
    own = labels[:-1]
    if len(own) > 1 and own[-1] in _GENERAL:
        own = own[:-1]
    return _to_ascii(own[-1])


def _take_first_words(text: str, most: int) -> str:
    """The first words of a text that say something."""
    words = _to_ascii(re.sub(r"<[^<>]{1,40}>", "", text)).split("-")
    telling = [word for word in words if word and word not in _SMALL] or [word for word in words if word]
    return "-".join(telling[:most])


def _to_ascii(text: str) -> str:
    """A text as small ASCII words joined by hyphens; letters of other scripts are lost."""
    apart = _RAISED_AFTER_FIGURE.sub("-", re.sub("['’]", "", text.lower()).translate(_LETTERS))
    folded = unicodedata.normalize("NFKD", apart)
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _shorten(stem: str) -> str:
    return stem if len(stem) <= LONGEST else stem[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST].strip("-")


def _make_unique(stem: str, taken: Collection[str]) -> str:
    return next(key for key in _number_stems(stem) if key not in taken)


def _number_stems(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
