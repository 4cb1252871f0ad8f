"""Works that differ in one value from a plain one, and works of every type in which such values meet.

``combinations/*.yml`` has few values in many places; here are many values, as bibliographies hold them: pages of
supplements, editions in words, names in all scripts, journals with stops. Where an entry is not the style's,
``value_differences.yml`` has it, with the reason. The works are fictitious, and only in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, Final, NamedTuple

from tests.citations.nlm.generate import body, person

from citewell.model.csl_variables import TYPES

Item = dict[str, Any]

ROWS: Final = 15
"""How many mixed works each type has."""

ADA: Final = [person("Ashdown", "Ada")]
PLAIN: Final[dict[str, Item]] = {
    "article-journal": {"author": ADA, "issued": "2020", "container-title": "Ex J", "volume": "12", "page": "3"},
    "article-magazine": {"author": ADA, "issued": "2020-03", "container-title": "Ex Mag", "page": "3"},
    "article-newspaper": {"author": ADA, "issued": "2020-03-04", "container-title": "Ex News", "page": "3"},
    "book": {"author": ADA, "issued": "2020", "publisher": "Ex Press"},
    "chapter": {"author": ADA, "issued": "2020", "container-title": "Ex Book", "publisher": "Ex Press"},
    "dataset": {"author": ADA, "issued": "2020"},
    "legislation": {"issued": "2020-03-04"},
    "paper-conference": {"author": ADA, "issued": "2020", "container-title": "Ex Papers"},
    "report": {"author": [body("Ex Agency")], "issued": "2020-03", "number": "5"},
    "thesis": {"author": ADA, "issued": "2020", "publisher": "Ex University"},
    "webpage": {"container-title": "Ex Health", "URL": "https://x.example/", "accessed": "2026-11-22"},
}


class Values(NamedTuple):
    """Values of a variable, and the types in which each is tried.

    The entries of works with ``alike`` values are the style's, so they may meet in mixed works; with ``odd`` ones most
    are not.
    """

    variable: str
    types: tuple[str, ...]
    alike: tuple[Any, ...]
    odd: tuple[Any, ...] = ()


def words(text: str) -> tuple[str, ...]:
    """The values of a text, which bars separate."""
    return tuple(text.split("|"))


def people(text: str) -> tuple[list[Item], ...]:
    """Lists of one person each: family and given name, then a particle that is not dropped, then a suffix."""
    return tuple([_person(*name.split(", "))] for name in words(text))


def _person(family: str, given: str = "", particle: str = "", suffix: str = "") -> Item:
    parts = {"given": given, "non_dropping_particle": particle, "suffix": suffix}
    return {"family": family} | {key.replace("_", "-"): value for key, value in parts.items() if value}


def bodies(text: str) -> tuple[list[Item], ...]:
    return tuple([body(name)] for name in words(text))


TEAM: Final = [person(f"Team{letter}", f"{letter.upper()}.") for letter in "abcdefgh"]
NAMES: Final = (
    *people(
        "Smith, John|Smith, John A|Smith, J. A.|Smith, J.A.|Smith, J|Smith, J A|Smith, J. Adam|Costa, Ana Maria Eva"
    ),
    *people("Dupont, Jean-Pierre|Dupont, Jean-Pierre M.|Dupont, J-P|Kim, Yu-Jin|Kim, Yu-jin|Kim, Hyun Woo|Lee, Jo-Ann"),
    *people("Müller, Th.|Roy, Ch. M.|Petrov, Iu. A.|Petrov, Yu.A.|Yılmaz, İpek|Yılmaz, Ilgın Çağla|Łukasik, Łukasz"),
    *people("O'Brien, Una|O’Brien, Una|D'Angelo, Marco|L'Heureux, Anne|McKenzie, Robin|St. John, Mary|LeBlanc, Élodie"),
    *people(
        "Tulder, M. W., van|Berg, Jan, van den|Angelo, Marco, d'|Fontaine, Jean, La|Hooft, Gerard, ’t|Hart, Bo, in 't"
    ),
    *people(
        "van Tulder, Maurits W.|von der Leyen, Ursula|Von Korff, Michael|al-Khatib, Omar|El Sayed, M. Nabil"
        "|Ten Eyck, A."
    ),
    *people("García Márquez, Gabriel José|Ramón y Cajal, Santiago|Smith-Jones, Amy|Menezes Costa, Luciola da C."),
    *people("Silva, João da|Beauvoir, Simone de|Beethoven, Ludwig van|Santos, Maria José dos|Ahmad, Siti, bin"),
    *people(
        "Иванов, Иван Петрович|Иванов, И. П.|Παπαδόπουλος, Γεώργιος|王, 小明|山田, 太郎|김, 철수|الخطيب, عمر|כהן, דוד"
    ),
    *people("King, Martin, , Jr|King, Martin, , 2nd|Plato|hooks, bell|DEYO, Richard A.|Smith, M'hamed"),
    *bodies(
        "World Health Organization|Example Inc.|Example & Sons, Ltd.|Ministry of Health, Department of Pain|nhs.uk"
    ),
    *bodies("U.S. Example Task Force|National Institute for Examples (NIE)|日本整形外科学会|on behalf of the EX Group"),
    *([*ADA, body("EX Trial Group")], TEAM[:6], TEAM[:7], TEAM, [*TEAM, body("EX Trial Group")]),
)
ODD_NAMES: Final = (
    *people("King, Martin L., , Jr.|King, Martin L., , III|King, Martin, , Sr.|King, Martin III|King, Martin 2nd"),
    *people("Smith, JA|Smith, JAB|Dupont, J.-P.|Dupont, J.-P. M.|Krüger, Karl-H.|Reyes, Anne–Marie|Khatib, Omar, al-"),
    *people(
        "Smith, William (Bill)|Smith, William “Bill”|Haddad, ‘Alī|Haddad, ʿAlī|Smith, Prof. Dr. Jo"
        "|Smith, Sir John|Silva, Luís e Sousa|शर्मा, राम"
    ),
    *([{"family": "King", "given": "Martin L., Jr."}], [{"family": "King", "given": "Martin L., III"}]),
    *bodies("Example Group,|The Team…|Bone &amp; Joint|Pain <i>Group</i>|et al."),
    *([*ADA, body("others")], [*ADA, body("et al.")]),
)
PAGES: Final = words(
    "1-2|12-19|112-119|112–119|112-9|112-19|1985-88|1985-1988|199-201|99-101|304-10|20-10|1199-1205"
    "|10001-10009|001-005|e12|e0123456|e12-e19|E1-E10|e123-e1234|S2-S7|S2-7|S2-S12|S99-S101|R1-R12|ii1-ii10"
    "|CD1-CD20|W1-W2|126A-127A|12a-12b|12s-19s|iv-xii|i-v|xii|12-iv|1-e5|1.12-1.19|1.9-1.12|12.e1-12.e5"
    "|12.e1-12.e10|123-30.e4|1:5-1:9|S-12-S-19|3-12-3-15|1, 3, 5|1-3, 5-7|1-3 & 5-7|S1-S12, S20-S30"
    "|1-10; discussion 11|1-10; author reply 11|1+|CD001234|A12-B19|12/19|[12]|Art. 5|n71|m123|2020-01"
    "|123456-123460|12 ff|12 S-14 S|12-9 passim|1-12 p"
)
ODD_PAGES: Final = words(
    "445-450; discussion 450-452|445-50; discussion 450-2|1-10; quiz 11-12|1-10, quiz 11"
    "|1-9; discussion S10-S12|112--119|112—119|1‐2|1‑2|1−2|1‒2|e12-19|1-3; 5-7|L1-L9; L12|1-3 and 5-7|p. 5"
    "|pp. 5-9|pp 5-9|5-5|12-12|S7-S7|1-2, 1-2|12-|Suppl 12-19"
)
JOURNALS: Final = words(
    "Spine|The Lancet|J. Pain|N. Engl. J. Med.|J.A.M.A.|U.S. News|Ann. Intern. Med."
    "|BMJ (Clinical research ed.)|JAMA|eLife|Journal of Pain. Part A|Journal of Bone & Joint Surgery"
    "|Spine (Phila Pa 1976)|Who cares?|Yahoo!|中华医学杂志|Zeitschrift für Orthopädie|Ugeskr. Læg."
    "|Pain (London, England : 1980)|Nurses’ Journal|Rev. Bras. Ortop|PLoS ONE"
)
TITLES: Final = words(
    "Back pain|Back pain.|Back pain?|Back pain!|Back pain...|Is it “pain”?|“Pain”: a review"
    "|[Back pain in nurses]|[Is it pain?]|Back pain (review)|(Re)thinking pain|Pain – a review|Pain—a review"
    "|Pain - a review|Pain & sleep|<i>In vitro</i> study"
    '|The ratio 10<sup>6</sup> cells|CO<sub>2</sub> and pain|The <b>bold</b> claim|<span class="nocase">ICU</span> pain'
    "|P<0.05|a*b and _c_|50% of pain|a lower title|TITLE IN CAPITALS|Two  spaces| Around |Pain. Second part"
    "|Pain? Yes!|Pain?!|What’s new?|¿Qué es el dolor?|Боль в спине|腰痛の治療|آلام الظهر|כאב גב"
    "|„Ein Leitfaden“|«Le dos»: un guide|Pain in the U.S.|<sc>d</sc>-glucose|Pain, part 2|Pain et al."
    "|Pain vs. no pain|β-blockers|Pain® tablets|Pain [letter]|5′ 3″ tall|Pain (a) (b)|10⁶|Pain (why?)"
)
ODD_TITLES: Final = words(
    'Is it “pain”|"Pain"|It\'s a \'pain\'|‘Pain’: a review|Pain: "quoted"|It’s “a ‘nested’ quote”|Pain;|Pain:|Pain,'
    "|Pain .|Pain?.|Pain…|腰痛の治療。|什么是腰痛？|Pain &amp; sleep|Pain &lt; 5|Pain <em>now</em>"
    "|Pain “now.”|Pain ‘now?’"
)
EDITIONS: Final = words(
    "2|3|11|12|21|22|111|2nd|3rd|2nd ed.|2nd edition|Second edition|2nd rev. ed.|Rev. ed.|revised|4e"
    "|1st American ed.|2. Aufl.|IV|Fifth|2-3|2 & 3|2, 3|1st & 2nd|2a|1ère|v2|International edition|3, revised"
    "|2 and 3"
)
NUMBERS: Final = words(
    "1|12|NG59|CG 88|WHO/HTM/2020.1|12-13|12 & 13|No. 5|14-EHC021-EF|R-12|2020/12|12a|5th|IV|12.5|v2|#12"
    "|SI 2012/1916|c. 15|Pub. L. No. 111-148|ISO 9001:2015|BS EN 12|US 6,123,456|EP 1234567 A1|12–13|2-B|A-12"
)
PLACES: Final = words(
    "London|New York (NY)|Washington, D.C.|Genève|[place unknown]|Cambridge, Mass.|London; New York"
    "|Chicago, IL, USA|北京|St. Louis"
)
HOUSES: Final = words(
    "Ex Press|Wiley & Sons, Inc.|Elsevier Ltd.|O’Reilly|[publisher unknown]|The Stationery Office"
    "|Example [u.a.]|Yahoo!|Who?|U.S. Department of Health|Example S.A.|人民卫生出版社|Example: Division"
    "|Example/Division|s.n."
)
GENRES: Final = words(
    "dissertation|PhD thesis|Master’s thesis|NICE guideline|preprint|poster|conference abstract"
    "|Patient information leaflet|mHealth guide|p53 study|e-book|iPhone app|X-ray|école|“guide”|(draft) guide"
    "|1st lecture|博士论文"
)
DATES: Final = words(
    "2019|2019-05|2019-05-06|2019-21|2019-24|2019-01/2019-02|2019-12/2020-01|2019/2020|2019-05-06/2019-05-08"
    "|2019~|2019/|2019-05-30/2019-06-02|2019-12-30/2020-01-02|2019-21/2019-22|2019/2019-12|2019-05/2019-05-20"
    "|2019-05-20/2019-06|1550|2019-21/2020|2018/2019-05|2019?"
)
ADDRESSES: Final = words(
    "https://x.example/a_b_c|https://x.example/a*b|https://x.example/a(b)|https://x.example/a%20b?b=c&d=e#f"
    "|https://x.example/Ä|https://x.example/a.|https://x.example/a--b|https://x.example/a...b"
    "|https://x.example/@a!|ftp://x.example/a"
)
DOIS: Final = words(
    "10.1000/182|10.1000/ABC.Def|10.1000/a(b)c"
    "|10.1000/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2|10.1000/a_b_c|10.1000/a;b|10.1000/a."
    "|10.1000/a--b|10.1000/a[b]|10.1000/a&b|10.1000/S0140-6736(18)30480-X"
)
SERIES: Final = words("Technical report series|Series A|Pain & health|3rd ser.|Pain?|Pain, no. 4|Series: pain")

SERIALS: Final = ("article-journal", "article-magazine", "review", "periodical", "post-weblog")
TABLES: Final = (
    Values("author", ("article-journal", "book"), NAMES),
    Values("author", ("article-journal",), (), ODD_NAMES),
    Values("editor", ("chapter",), NAMES[::4], ODD_NAMES[:4]),
    Values("title", ("article-journal", "webpage"), TITLES),
    Values("title", ("article-journal",), (), ODD_TITLES),
    Values("title", ("report", "thesis"), TITLES[::5]),
    Values("title", ("report",), (), words("Pain, part I.|Pain.|Pain,|Pain “now.”")),
    Values("issued", ("article-journal", "report", "book", "legislation"), DATES),
    Values("issued", ("article-journal",), (), words("2019-05/|2019-05-06/|0999|2019-5-6")),
    Values("accessed", ("webpage",), words("2026-11-22|2026-11|2026")),
    Values("page", ("article-journal", "chapter"), PAGES),
    Values("page", ("chapter",), (), ODD_PAGES),
    Values("page", ("article-newspaper", "article-magazine", "paper-conference", "thesis"), PAGES[::9]),
    Values(
        "container-title", ("article-journal",), JOURNALS, words('Bone &amp; Joint|The "Pain" Journal|Pain,|nhs.uk')
    ),
    Values(
        "container-title",
        ("webpage", "chapter"),
        words("U.S. News|Ann. Intern. Med.|J.A.M.A.|Healthwise, Inc.|Who cares?"),
        words("Spine.|Pain [Internet]"),
    ),
    Values("container-title-short", ("article-journal",), JOURNALS[::2]),
    Values(
        "volume",
        ("article-journal", "book"),
        words(
            "1|12A|12(Suppl 1)|Suppl 1|12-13|12 & 13|XII|2020|Vol. 12|Second|12, Part B|1st|Online First|S1"
            "|4, 5|12 and 13|2-B"
        ),
    ),
    Values("volume", ("chapter", "article-newspaper"), (), words("2|Second|2-3")),
    Values(
        "issue",
        ("article-journal", "article-magazine"),
        words(
            "1|1-2|1/2|Suppl|Suppl 1|Suppl.|3 Suppl 1|3 Pt 2|Part 2|Special issue|Spec No|S1|4 (Suppl)|No. 3"
            "|Summer|7661|e1|1, 2"
        ),
    ),
    Values(
        "supplement-number",
        ("article-journal",),
        words("1|A|suppl 2|Supplement 3|S1|1-2|meeting abstracts|III|mp3|eBook|p53"),
    ),
    Values("supplement", ("article-journal",), (), words("1|meeting abstracts")),
    Values("number", ("article-journal",), words("e12|CD001234|f7095")),
    Values("number", ("report", "standard", "patent", "legislation", "regulation"), NUMBERS),
    Values("edition", ("book", "chapter"), EDITIONS, words("2017|2020-2021")),
    Values("edition", ("report", "thesis", "dataset", "webpage", "article-newspaper"), EDITIONS[::4]),
    Values("publisher", ("book", "webpage"), HOUSES),
    Values("publisher-place", ("book", "thesis"), PLACES, words("London:|London, UK;")),
    Values("genre", ("report", "thesis", "article-journal"), GENRES),
    Values("genre", ("report",), (), words("[Preprint]|Evidence summary.")),
    Values(
        "medium",
        ("book", "webpage"),
        words("DVD|internet|mp3|eBook|e-book|pH film|streaming video|école|“film”"),
        ("[DVD]",),
    ),
    Values("number-of-pages", ("book",), words("300|xii, 300|300 p|1 vol.|various pagings|12-13|[12]|1,200")),
    Values("part-number", ("book",), words("1|II|A|Part 2|B|1-2|Two")),
    Values("section", ("legislation",), words("5|5A|5(1)|5-7|Part 2|§ 5|5, 6")),
    Values("DOI", ("article-journal", "book"), DOIS),
    Values("DOI", ("article-journal",), (), words("https://doi.org/10.1000/182|doi:10.1000/182|DOI: 10.1000/182")),
    Values(
        "PMID",
        ("article-journal",),
        words("12345678|1"),
        words("PMID: 12345678|https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    ),
    Values("PMCID", ("article-journal",), words("PMC1234567"), words("pmc1234567|PMCID: PMC1234567")),
    Values("URL", ("webpage", "book"), ADDRESSES),
    Values("collection-title", ("book",), SERIES, ("Lecture notes in pain.",)),
    Values("collection-title", ("article-journal",), (), ("Series A",)),
    Values("archive", ("manuscript", "book"), words("Wellcome Library|PubMed Central")),
    Values("event-title", ("paper-conference",), (), words("5th Example Congress|Annual meeting.|Pain 2020?")),
    Values("event-place", ("speech",), PLACES[::3]),
    Values("version", ("dataset",), (), words("2.1|v2.1|V1|version 3|beta|Release 5|17 SE|R2020b")),
    Values("translator", ("book", "chapter", "webpage"), (), (ADA,)),
    Values("compiler", ("book",), (), (ADA,)),
)
"""Every value in its place. Mixed works draw from the ``alike`` ones of a variable's first table."""

TOGETHER: Final[tuple[Item, ...]] = (
    {"type": "book", "editor": TEAM[:2], "translator": TEAM[:2]},
    {"type": "book", "author": ADA, "editor": TEAM[:1], "translator": TEAM[:1]},
    {"type": "chapter", "author": ADA, "container-title": "Ex Book", "editor": TEAM[:1], "translator": TEAM[:1]},
    {"type": "book", "editor": TEAM[:2], "translator": TEAM[2:3]},
    {"type": "book", "editor": TEAM, "collection-title": "Series", "collection-editor": TEAM[:2]},
    {"type": "book", "collection-title": "Series", "collection-editor": TEAM},
    {"type": "article-journal", "volume": "12", "page": "3"},
    {"type": "article-magazine", "volume": "12", "issue": "3"},
    {"type": "chapter", "author": ADA, "page": "3"},
    {"type": "paper-conference", "author": ADA, "URL": "https://x.example/"},
    {"type": "speech", "author": ADA, "genre": "poster"},
    {"type": "periodical", "page": "3-9", "volume": "12", "container-title": "Ex Mag"},
    {"type": "article-journal", "container-title-short": "Ex J", "volume": "12"},
    {"type": "book", "edition": "2", "title": "Management of hip fracture (2nd edition)"},
    {"type": "chapter", "container-title": "Series", "collection-title": "Series", "collection-number": "12"},
    {"type": "book", "volume": "2", "volume-title": "The spine.", "part-number": "1"},
    {"type": "webpage", "container-title": "Pain", "URL": "https://x.example/"},
    {"type": "webpage", "title": "Pain [Internet]", "URL": "https://x.example/"},
    {"type": "article-journal", "container-title": "Ex J", "collection-title": "Ex J", "volume": "12"},
    {
        "type": "article-journal",
        "container-title": "Ex J",
        "volume": "12",
        "issue": "Suppl 1",
        "supplement-number": "1",
    },
    {"type": "article-journal", "container-title": "Ex J", "volume": "12-12", "issue": "3-3"},
    {"type": "chapter", "container-title": "Ex Book", "collection-title": "Ex Book"},
    {"type": "book", "publisher": "London: Ex Press", "publisher-place": "London"},
    {"type": "book", "publisher": "USA", "publisher-place": "USA"},
    {"type": "book", "volume": "2", "volume-title": "Pain"},
    {"type": "report", "genre": "Guideline", "number": "Guideline 5"},
    {"type": "speech", "genre": "Paper presented at", "event": "Ex Congress"},
    {"type": "manuscript", "archive": "Ex Library", "archive_collection": "Ex Library"},
    {"type": "article-journal", "container-title": "Pain", "volume": "12"},
)
"""Works in which it is a field's company that makes the entry."""


def value_works() -> list[Item]:
    """The works of all tables: each value in turn, the values in company, and the mixed ones."""
    numbers = count(1)
    singles = (
        {"type": csl_type, "title": "Pain", **PLAIN.get(csl_type, {}), table.variable: value}
        for table in TABLES
        for csl_type in table.types
        for value in (*table.alike, *table.odd)
    )
    together = ({"title": "Pain", **fields} for fields in TOGETHER)
    return [{"id": f"value-{next(numbers):04}", **item} for item in (*singles, *together, *_mixed())]


MIXED: Final[dict[str, tuple[Any, ...]]] = {
    **{table.variable: table.alike for table in reversed(TABLES) if table.alike},
    "title": tuple(title for title in TITLES if title[-1] not in "”."),
    "accessed": ("2026-11-22", "2026-11"),
}
"""What mixed works draw from."""

_OF_ANY: Final = ("author", "title", "issued", "URL", "accessed", "DOI")
_OF_BOOKS: Final[tuple[str, ...]] = (
    *(*_OF_ANY, "publisher", "publisher-place", "genre", "medium"),
    *("edition", "collection-title", "page", "number"),
)
_OF_SERIALS: Final[tuple[str, ...]] = (*_OF_ANY, "container-title", "volume", "issue", "page", "PMID")


def _mixed() -> Iterator[Item]:
    """Of each type some works, in which field after field takes the next value of its table or is left out."""
    for number, csl_type in enumerate(sorted(TYPES - {"speech"})):
        variables = _OF_SERIALS if csl_type in {*SERIALS, "review-book"} else _OF_BOOKS
        paged = csl_type not in {"periodical", "post-weblog"}
        for row in range(ROWS):
            fields: Item = {"type": csl_type, "title": "Pain"}
            if csl_type in {"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"}:
                fields |= {"container-title": "Ex Book", "editor": TEAM[: row % 8 + 1]}
            for place, variable in enumerate(variables):
                left_out = (row * (place + 3) + place) % 4 == 0 and variable != "container-title"
                if not left_out and (paged or variable != "page"):
                    values = MIXED[variable]
                    fields[variable] = values[(row * (2 * place + 1) + number * 7 + place) % len(values)]
            yield fields
