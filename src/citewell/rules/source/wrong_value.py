"""A value is not of the kind its key takes.

It may be a day that does not exist, a text where a list belongs, or a word that is not one of the few allowed.

It is not corrected by guessing, because a guess could publish a draft or show a wrong date.

Fix it as the hint says.

Wrong:

```markdown
---
title: When should a lump be checked?
published: 2026-02-30
status: live
---
```

Right:

```markdown
---
title: When should a lump be checked?
published: 2026-02-28
status: published
---
```
"""

from __future__ import annotations

from typing import Final

from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.project import BRAND_FOLDER
from citewell.rules.problem_rule import problem_rule
from citewell.source.file_names import LONGEST_SLUG

_E = Expectation
_LINES: Final = "write them on lines of their own, indented"
_DAY: Final = "write a day such as 2026-02-15"
_DATE: Final = "write 2024, 2024-01 or 2024-01-31, with a slash before the end of a range, as in 2024-01/2024-03"
_PLACES: Final = "write {{emergency_number}} or {{region}}, or no brackets"
_HEADER_LINK: Final = 'write the name of a page, such as "topics", or "Title: about" for a title of its own'
_QUOTES: Final = 'put a text that begins with "[" or "{{" in double quotes'

#: What a value must be, after the key, and a hint. ``{meant}`` asks whether the nearest known word is meant; without
#: one the hint is what follows it.
_WORDS: Final[dict[Expectation, tuple[str, str]]] = {
    _E.GROUP_OF_LINES: ('must hold "key: value" lines', _LINES),
    _E.MAPPING_ABOVE_LIST: ('expected "key: value" lines here', 'put the line "{nearest}:" above this list'),
    _E.MAPPING: ('expected "key: value" lines here', "write a value of the right kind"),
    _E.LIST: ("must be a list", 'write [one, two], or one "- item" a line'),
    _E.LIST_OF_GROUPS: ("must be a list", "begin each item on a line of its own with {example}"),
    _E.TEXT_NOT_LIST: ("must be one text, not a list", _QUOTES),
    _E.TEXT_NOT_GROUP: ("must be one text, not a group of lines", _QUOTES),
    _E.SOME_VALUE: ("has no value", "write one, or delete the line"),
    _E.SLUG: (
        f'must be lower-case words joined by hyphens, at most {LONGEST_SLUG} characters, not "{{found}}"',
        'write, for example, "editorial-team"',
    ),
    _E.FLAG: ('must be true or false, not "{found}"', "write true or false"),
    _E.UNIQUE: ('must differ from those above it: "{found}"', "rename or delete one of them"),
    _E.UNIQUE_SPELLING: ('"{found}" is already above', "delete one of them"),
    _E.OTHER: ("does not fit here", "write a value of the right kind"),
    _E.WHOLE_NUMBER: ('must be a whole number, not "{found}"', "write a whole number, {least} or more"),
    _E.LEAST: ("must be {least} or more, not {found}", "write a whole number, {least} or more"),
    _E.PERCENT_NUMBER: ('must be a whole number, not "{found}"', "write a number from 1 to 100, without %"),
    _E.PERCENT: ("must be a percentage from 1 to 100, not {found}", "write a number from 1 to 100, without %"),
    _E.DAY: ('must be a day such as 2026-02-15, not "{found}"', _DAY),
    _E.EXISTING_DAY: ("is a day that does not exist: {found}", _DAY),
    _E.YEAR_MONTH_OR_DAY: (
        'must be a year, a month or a day, not "{found}"',
        "write 2020, 2020-01 or 2020-01-31",
    ),
    _E.ONE_OF: ('must be one of {choices}, not "{found}"', "{meant}write one of them"),
    _E.KIND_OF_WORK: (
        'unknown kind "{found}"',
        "{meant}delete the line, or use one of {choices}",
    ),
    _E.PAPER: ('must be one of {choices}, not "{found}"', "write A4 or Letter, or false for no PDF files"),
    _E.VISIBLE: ("is not a text that readers can see", "write the name of the site"),
    _E.SITE_ADDRESS: ('must be the address of the site, not "{found}"', "write it as in https://www.example.org/"),
    _E.TITLED: ("must be a page, with or without a title", _HEADER_LINK),
    _E.VISIBLE_TITLE: ("has a title that readers cannot see", _HEADER_LINK),
    _E.FILE_OF_BRAND: (
        f'must be the name of a file in {BRAND_FOLDER}/, not "{{found}}"',
        f"put the file into {BRAND_FOLDER}/, and write its name alone, such as logo.svg",
    ),
    _E.FONT_NAME: ('must be the name of a font, not "{found}"', "use letters, figures, spaces and hyphens"),
    _E.COLOUR: ('must be a colour, not "{found}"', '{meant}write it as in "#005eb8", or a name such as teal'),
    _E.CONTACT: (
        'must be an address that readers can reach, not "{found}"',
        "write an e-mail address, or the address of a page, which begins with https://",
    ),
    _E.TELEPHONE: ('must be a telephone number, not "{found}"', "write the number alone, such as 112"),
    _E.LANGUAGE_TAG: (
        'must be the tag of a language, not "{found}"',
        "{meant}write en, he or pt-BR, for example",
    ),
    _E.LANGUAGE_OF_PAGES: (
        'is a language that pages cannot be in yet: "{found}"',
        "a site can be in: {choices}",
    ),
    _E.SERVICE_ADDRESS: (
        'must be the address of a service, not "{found}"',
        "it begins with https:// or http://",
    ),
    _E.NOTICE_SETTING: ("uses {{{found}}}, which this file does not set", 'add a line "{found}:"'),
    _E.NOTICE_PLACE: ("uses {{{found}}}, which this file does not set", _PLACES),
    _E.NOTICE_BRACES: ("has a curly bracket without its other half", _PLACES),
    _E.CITABLE_KEY: (
        'cannot be cited: "{found}"',
        "use letters, figures and hyphens, for example smith-2024-back-pain",
    ),
    _E.CSL_TYPE: (
        'unknown CSL type "{found}"',
        "{meant}use a CSL type such as webpage, article-journal, report or book",
    ),
    _E.NAME_PARTS: (
        "must be a name with its parts",
        'write "literal: {found}", or "family:" and "given:"',
    ),
    _E.NAME: ("must have a family name or a literal name", 'write "family:" and "given:", or "literal:"'),
    _E.DATE: ('must be a date, not "{found}"', _DATE),
    _E.ONE_DATE: ("must be one date", _DATE),
    _E.DATE_OF_PARTS: ("must be one date of year, month and day", _DATE),
    _E.DATE_PARTS: (
        'must have "date-parts" of one date, such as [[2024, 1, 31]], or two for a range',
        _DATE,
    ),
    _E.DATE_FIGURES: ("must have year, month and day in figures", _DATE),
    _E.EXISTING_DATE: ("is a date that does not exist: {found}", _DATE),
    _E.DATE_RANGE: ("ends before it begins", _DATE),
    _E.SEASON: ("must have a season from 1 (spring) to 4 (winter), with a year and no month", _DATE),
    _E.SECTION: ('must hold "key: value" lines', "write a value of the right kind"),
    _E.FORMS_BY_NUMBER: ("must have a text for each form of number", "write a line for each of: {choices}"),
    _E.FORM_OF_NUMBER: (
        '"{found}" is not a form of number in this language',
        "write a line for each of: {choices}",
    ),
    _E.TRANSLATED_TEXT: ("must be one text", 'put a text that begins with "{{" or "[" in double quotes'),
    _E.KNOWN_PLACES: ("cannot have {found}", "it can have: {places}"),
    _E.ALL_PLACES: ("leaves out {found}", "put {found} where the program fills something in"),
    _E.PAIRED_BRACES: ("has a curly bracket without its other half", "it can have: {places}"),
}


#: Messages that say themselves which key they are about.
_WITHOUT_SUBJECT: Final = frozenset({_E.KIND_OF_WORK, _E.CSL_TYPE})


def _describe(facts: WrongValue) -> str:
    phrase = _fill(_WORDS[facts.expected][0], facts)
    if not facts.key or facts.expected in _WITHOUT_SUBJECT:
        return phrase
    subject = f'an item of "{facts.key}"' if facts.is_item else f'"{facts.key}"'
    return f"{subject} {phrase}"


def _suggest(facts: WrongValue) -> str:
    match facts:
        case WrongValue(expected=Expectation.TELEPHONE, nearest=number) if number:
            return f"write one number alone: {number}"
        case WrongValue(expected=Expectation.NOTICE_PLACE, nearest=place) if place:
            return f"did you mean {{{place}}}?"
        case WrongValue(expected=Expectation.SECTION, choices=sections) if sections:
            either = " or ".join(f'"{section}:"' for section in sections)
            return f"if it is the text of {either}, indent it below that line (two spaces)"
    hint = _WORDS[facts.expected][1]
    if hint.startswith("{meant}"):
        return f'did you mean "{facts.nearest}"?' if facts.nearest else _fill(hint.removeprefix("{meant}"), facts)
    return _fill(hint, facts)


def _fill(pattern: str, facts: WrongValue) -> str:
    return pattern.format(
        found=facts.found,
        nearest=facts.nearest,
        least=facts.least,
        choices=", ".join(facts.choices),
        places=", ".join(f"{{{place}}}" for place in facts.choices) or "none",
        example=_example_of(facts.choices),
    )


def _example_of(keys: tuple[str, ...]) -> str:
    """How a list is written whose items are groups of lines with these keys."""
    first, *rest = keys or ("",)
    below = " and ".join(f'"{key}: …"' for key in rest)
    return f'"- {first}: …"' + (f", and write {below} below it" if rest else "")


rule = problem_rule("SRC015", WrongValue, message=_describe, hint=_suggest)
