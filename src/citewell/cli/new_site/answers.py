"""What is asked about a new site, what is taken where nobody answers, and the lines of ``site.yml`` that come of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from citewell.diagnostics import Location
from citewell.errors import ConfigurationError
from citewell.lexicon.emergency_numbers import find_ambulance_number
from citewell.project import BRAND_FOLDER, SITE_YML
from citewell.source.misspellings import find_nearest_word

#: Plain YAML is easier to edit; what could mean something else is put in quotation marks.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^:#\n]|:(?=\S))*[^:#\s]|https://[^\s#]+")
_NOT_TEXT: Final = frozenset("true false yes no on off null".split())


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """What is known of a new site; what is empty is left open in ``site.yml``.

    The names are those of the options. ``logo`` is a picture to copy.
    """

    name: str
    address: str
    country: str
    emergency_number: str
    language: str
    publisher: str
    contact: str
    colour: str
    logo: Path | None = None


#: What is asked in a terminal, in this order, and how.
QUESTIONS: Final = {
    "name": "What is the site called?",
    "address": "Where will readers find it? (https://…; leave empty if you do not know yet)",
    "country": "For which country is its advice?",
    "emergency_number": "What do people there call for an ambulance?",
    "language": "In which language is it? (en, en-AU, …)",
    "publisher": "Who publishes it?",
    "contact": "Where can readers report a mistake? (an e-mail address, or a page)",
    "colour": "Your colour? (#1d70b8, say; leave empty for ours)",
    "logo": "Your logo? (a file, SVG or PNG; leave empty for none)",
}
#: Names that the Unicode CLDR does not list, by which countries are often called.
_SHORT_NAMES: Final = {
    **dict.fromkeys(("uk", "great britain", "britain", "england", "scotland", "wales", "northern ireland"), "GB"),
    **dict.fromkeys(("us", "usa", "america", "united states of america"), "US"),
    "hong kong": "HK",
}
#: Keys of ``site.yml`` that have another name than the question.
_KEYS: Final = {"country": "region"}
#: What ``site.yml`` has in place of an answer that is not known yet.
_OPEN: Final = {
    "address": "# address: https://www.example.org/",
    "country": "# region: the name of the country",
    "emergency_number": '# emergency_number: "112"',
    "contact": "# contact: an e-mail address, or the address of a page",
}


def suggest_answer(question: str, known: Mapping[str, str], folder: str) -> str:
    """The answer to take where nobody gives one; ``known`` are those so far, ``folder`` is the site's name on the disk.

    A number for emergencies is never guessed: it is that of a country whose number is known, or empty.
    """
    match question:
        case "name":
            return " ".join(folder.replace("-", " ").replace("_", " ").split()).capitalize() or "Health information"
        case "publisher":
            return known["name"]
        case "emergency_number":
            return find_ambulance_number(known["country"]) or ""
        case "language":
            return _suggest_language(known["country"])
        case _:
            return ""


def require_emergency_number(answers: Mapping[str, str]) -> None:
    """Raise ``ConfigurationError`` for a country without its number for emergencies: it must not be guessed."""
    country = answers["country"]
    if country and not answers["emergency_number"]:
        near = find_nearest_word(country, _list_codes()).title()
        meant = f'; did you mean "{near}"?' if near and near != country else ""
        raise ConfigurationError(
            f"--country: the number for emergencies in {country} is not known here{meant}",
            "give it with --emergency-number",
        )


def make_answers(answers: Mapping[str, str]) -> SiteAnswers:
    """The answers to all questions, by their names. Raises ``ConfigurationError`` for a logo that is not a picture."""
    logo = Path(answers["logo"]) if answers["logo"] else None
    if logo and not (logo.suffix.lower() in {".svg", ".png"} and logo.is_file()):
        raise ConfigurationError(f"--logo {logo} is not the file of a picture, SVG or PNG")
    return SiteAnswers(**{key: value for key, value in answers.items() if key != "logo"}, logo=logo)


def find_question(place: Location, site: Path) -> str | None:
    """The question whose answer is at a place: in ``site.yml``, or the logo itself; ``None`` for any other."""
    if place.path.startswith(f"{BRAND_FOLDER}/logo."):
        return "logo"
    if place.path != SITE_YML:
        return None
    line = (site / SITE_YML).read_text(encoding="utf-8").splitlines()[place.line - 1]
    key = line.partition(":")[0].strip()
    names = {_KEYS.get(question, question): question for question in QUESTIONS}
    return names.get(key)


def make_values(answers: SiteAnswers) -> dict[str, str]:
    """The lines of ``site.yml`` by what they are called in the starter, whose other words they go between."""
    values = {}
    for each in fields(answers):
        answer = getattr(answers, each.name)
        if each.name not in {"colour", "logo"}:
            key = _KEYS.get(each.name, each.name)
            values[key] = f"{key}: {quote(answer)}" if answer else _OPEN[each.name]
    values["brand"] = "\n".join(_list_brand(answers))
    call = "call {emergency_number}." if answers.emergency_number else "call the number for an ambulance where you are."
    return {**values, "in_an_emergency": f"In an emergency, {call}"}


def quote(text: str) -> str:
    """A text as YAML reads it back."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def _list_brand(answers: SiteAnswers) -> Iterator[str]:
    """The look of the site; what is not chosen is shown as a remark."""
    yield "# Your look. The files are in content_src/brand/."
    logo = f"logo{answers.logo.suffix.lower()}" if answers.logo else ""
    yield "brand:" if answers.colour or logo else "# brand:"
    yield f"  colour: {quote(answers.colour)}" if answers.colour else '#   colour: "#1d70b8"'
    yield f"  logo: {logo}" if logo else "#   logo: logo.svg"
    yield "#   icon: icon.svg"
    yield "#   short_name: A short form of the name, for narrow screens"


def _suggest_language(country: str) -> str:
    """English as it is written in a country where it is spoken; else English."""
    from babel.languages import get_official_languages  # noqa: PLC0415 - one command in twenty asks for countries

    code = _list_codes().get(country.casefold(), "")
    spoken = get_official_languages(code, regional=True, de_facto=True) if code else ()
    return f"en-{code}" if "en" in spoken else "en"


def _list_codes() -> dict[str, str]:
    """The codes of countries (ISO 3166-1) by their names in English, in small letters."""
    from babel import Locale  # noqa: PLC0415 - as above

    names = Locale("en").territories.items()
    return {name.casefold(): code for code, name in names if len(code) == 2} | _SHORT_NAMES
