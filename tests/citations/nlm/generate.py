"""Writes ``combinations/*.yml``: for each type of work, made-up works in which the fields' values meet in many ways.

Run it with ``python -m tests.citations.nlm.generate`` after a change of the tables below. The works are fictitious.
Row by row each field takes the next value of its table. The tables of one type differ in length, so that in 48 rows
every value occurs, and neighbours keep changing. A value of ``None`` leaves the field out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "combinations"
ROWS: Final = 48

Value = Any
Fields = dict[str, Value]


def person(family: str, given: str, **more: str) -> dict[str, str]:
    return {"family": family, "given": given} | {name.replace("_", "-"): value for name, value in more.items()}


def body(name: str) -> dict[str, str]:
    return {"literal": name}


ADA, BEN, CLEO = person("Ashdown", "Ada Mary"), person("Birch", "Ben T."), person("Castell", "Cléo")
TEAM = [
    *(ADA, BEN, CLEO),
    *(person("Dahl", "Åse"), person("Egan", "R. Carter"), person("Fenn", "G. Lorimer"), person("Gale", "Hal")),
    *(person("Holt", "Ivy"), person("Iyer", "Jaya"), person("Jonas", "Kit"), person("Kemp", "Lou")),
    person("Lund", "Mia"),
]

AUTHORS: Final = [
    [ADA],
    [ADA, BEN, CLEO],
    [body("Example Health Agency")],
    TEAM[:4],
    None,
    TEAM[:6],
    [person("Berg", "Jan Willem", non_dropping_particle="van den"), person("O'Hara", "Una")],
    TEAM[:7],
    [person("Garnier", "Luc", dropping_particle="de", non_dropping_particle="la"), body("Example Pain Group")],
    TEAM,
    [person("Иванова", "Мария Петровна"), person("山田", "花子")],
    [person("Núñez-Ortiz", "José María"), person("Al-Khatib", "Omar"), person("St. Clair", "Anne-Marie")],
    [body("Department of Example Affairs (GB)"), body("Example Council")],
    [person("Ward", "John A.", suffix="2nd"), person("Costa", "Lúcia da C.")],
]
EDITORS: Final = [None, [CLEO], [BEN, CLEO], None, TEAM[:7]]
TITLES: Final = [
    "Back pain in adults",
    "Back pain: what to expect in the first six weeks",
    "Is it serious?",
    "Do not wait!",
    "[Pain at night and what it means]",
    "Pain & sleep – a diary of 30 days",
    "When pain lasts: a guide: part 2",
    "The “red flag” signs of pain",
    "Low-back pain (non-specific) in 2020–2021",
]
DATES: Final = [
    "2019",
    "2021-06",
    "2020-02-29",
    None,
    "2022-21",
    "2018-03/2018-04",
    "2023-12-07",
    "2017-11-28/2017-12-02",
    "2016/2017",
    "2015-09-08/2015-09-11",
    "2024-10",
]
ADDRESSES: Final = [
    {"URL": "https://www.example.org/pain", "accessed": "2026-11-22"},
    {},
    {"URL": "https://example.net/a/b?id=7&lang=en"},
    {"URL": "https://health.example.org/", "accessed": "2026-02"},
]
IDENTIFIERS: Final = [
    {"DOI": "10.1000/Example.2020.15"},
    {},
    {"PMID": "12345678"},
    {"DOI": "10.1000/182", "PMID": "23456789", "PMCID": "PMC1234567"},
    {"PMCID": "PMC7654321"},
]
PAGES: Final = ["112-119", None, "1985-1988", "e12", "S361-S379", "iv-xii", "34-36, 87-91", "999-1005", "7"]
ISSUES: Final = [
    {"volume": "30", "issue": "17"},
    {"volume": "347"},
    {"issue": "11"},
    {},
    {"volume": "12", "issue": "4-5"},
    {"volume": "77", "issue": "Suppl 1"},
    {"volume": "8", "issue": "3", "supplement-number": "2"},
    {"volume": "2020", "issue": "2", "number": "CD001234"},
]
JOURNALS: Final = [
    {"container-title": "Example Journal of Pain"},
    {"container-title": "Pain Examples", "container-title-short": "Pain Ex."},
    {"container-title": "Annals of Examples & Pain", "journalAbbreviation": "Ann Ex Pain"},
]
HOUSES: Final = [
    {"publisher": "Example Press", "publisher-place": "London"},
    {"publisher": "Example Health Agency"},
    {},
    {"publisher": "Example & Sons Inc.", "publisher-place": "New York (NY)"},
    {"publisher-place": "Geneva"},
]
EDITIONS: Final = [None, "2", "11", None, "Revised edition", "3rd"]
SERIES: Final = [
    {},
    {"collection-title": "Example health series"},
    {"collection-title": "Technical papers", "collection-number": "916"},
]
REPORTS: Final = [
    {"genre": "Example guideline", "number": "EG12"},
    {"number": "5"},
    {},
    {"genre": "technical report", "number": "WHO/EX/2023.1"},
    {"genre": "Evidence summary"},
]
UNSETTLED: Final = ["2019~", "2021/", "2020-06~", None, "2018~/2022", "2017?", "2016-03-04"]
NUMBERED_ISSUES: Final = [*ISSUES, {"volume": "4", "number": "12"}, {"issue": "9", "number": "7a"}]
TALKS: Final = [
    {"event": "3rd Example Congress on Pain", "event-place": "Rome"},
    {"event": "Example Pain Day"},
    {"event-place": "London"},
    {"event": "Annual Example Meeting", "event-place": "Geneva", "genre": "keynote address"},
]


def one_field(name: str, values: Sequence[Value]) -> list[Fields]:
    """A table for one field, as a table of several."""
    return [{} if value is None else {name: value} for value in values]


def words(name: str, *values: str | None) -> list[Fields]:
    return one_field(name, values)


WHO, WHAT, WHEN = one_field("author", AUTHORS), one_field("title", TITLES), one_field("issued", DATES)
ANY: Final = [WHO, WHAT, WHEN, ADDRESSES]
PAGED, EDITED, EDITION = one_field("page", PAGES), one_field("editor", EDITORS), one_field("edition", EDITIONS)

OPEN, IN_A_BOOK = one_field("issued", UNSETTLED), words("container-title", "Encyclopedia of examples", "Examples A–Z")
SERIAL: Final = [WHO, WHAT, OPEN, ADDRESSES, words("container-title", "Example Magazine", "Pain? Monthly!")]

TABLES: Final[dict[str, list[list[Fields]]]] = {
    "article-journal": [*ANY, JOURNALS, ISSUES, PAGED, IDENTIFIERS],
    "webpage": [*ANY, words("container-title", "Example Health Service", None, "Pain pages"), HOUSES],
    "report": [*ANY, REPORTS, HOUSES, SERIES],
    "book": [*ANY, EDITED, EDITION, HOUSES, SERIES, words("number-of-pages", "312", None), words("volume", "2", None)],
    "chapter": [*ANY, EDITED, words("container-title", "Textbook of examples", "Pain? Pain!"), EDITION, HOUSES, PAGED],
    "thesis": [*ANY, words("genre", "dissertation", "PhD thesis", None), HOUSES[:3]],
    "dataset": [*ANY, words("genre", None, "dataset"), HOUSES, IDENTIFIERS],
    "legislation": [
        [{}, {"author": [body("Example Parliament")]}],
        *(WHAT, WHEN, ADDRESSES),
        words("container-title", "Example Statutes", None, None),
        words("number", "c. 15", "12", None),
        words("section", "5", None),
    ],
    "paper-conference": [
        *(*ANY, EDITED, PAGED, HOUSES),
        words("container-title", "Proceedings of the 3rd Example Congress", "Pain 2019: abstracts"),
        SERIES,
    ],
    "article-newspaper": [
        *ANY,
        words("container-title", "The Daily Example", "Example Times"),
        *(PAGED, words("edition", None, None, "Late edition")),
    ],
    "post-weblog": [*ANY, words("container-title", "The example blog", "Notes on pain"), HOUSES],
    "motion_picture": [
        *(*ANY, HOUSES),
        words("medium", None, "DVD", "streaming video"),
        words("genre", None, "documentary"),
    ],
    "article": [
        *ANY,
        words("publisher", "medRxiv", "Example preprints", None),
        words("genre", None, "preprint"),
        IDENTIFIERS,
    ],
    "broadcast": [
        *ANY,
        words("container-title", "Example Hour", None),
        HOUSES[:3],
        words("medium", None, "radio", "DVD"),
    ],
    "regulation": [
        WHAT,
        WHEN,
        ADDRESSES,
        words("number", "SI 2017/1322", None, "12"),
        HOUSES,
        words("section", "5", None),
    ],
    "article-magazine": [*SERIAL, ISSUES, PAGED],
    "periodical": [*SERIAL, NUMBERED_ISSUES],
    "review": [*SERIAL, ISSUES, PAGED, IDENTIFIERS],
    "entry-encyclopedia": [WHO, WHAT, OPEN, ADDRESSES, EDITED, IN_A_BOOK, EDITION, HOUSES, PAGED],
    "software": [
        WHO,
        WHAT,
        OPEN,
        ADDRESSES,
        HOUSES,
        words("genre", None, "mobile app"),
        words("medium", None, "CD-ROM"),
    ],
    "speech": [WHO, WHAT, WHEN, ADDRESSES, TALKS, words("publisher", "Example Society", None)],
    "patent": [WHO, WHAT, WHEN, ADDRESSES, words("number", "EX1234567", None, "EX 2020/15"), HOUSES],
    "standard": [WHO, WHAT, WHEN, ADDRESSES, words("number", "EX 15", None, "12"), HOUSES, SERIES],
}


def items(csl_type: str) -> list[Fields]:
    """The works of one type: in each row every table gives the value next to the one it gave before."""
    made = []
    for row in range(ROWS):
        fields: Fields = {"id": f"{csl_type.replace('_', '-')}-{row + 1:02}", "type": csl_type}
        for place, table in enumerate(TABLES[csl_type]):
            fields |= table[(row + row // len(table) * place) % len(table)]
        made.append(fields)
    return made


def written(value: Value) -> str:
    """A value as YAML: names on one line each, other values as quoted text."""
    if isinstance(value, list):
        names = (", ".join(f"{key}: {quoted(text)}" for key, text in name.items()) for name in value)
        return "".join(f"\n      - {{{name}}}" for name in names)
    return " " + quoted(value)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def file_text(csl_type: str) -> str:
    lines = [f"# {ROWS} made-up works of type {csl_type}, written by generate.py.", "references:"]
    for fields in items(csl_type):
        first, *rest = (f"{name}:{written(value)}" for name, value in fields.items())
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in TABLES:
        (FOLDER / f"{name}.yml").write_text(file_text(name), encoding="utf-8")
