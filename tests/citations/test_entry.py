"""How references read under "Sources", and what sort of work each is said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.citations.entry import Entry, choose_link, join_entry_text, make_entry, make_page_entry
from citewell.citations.kinds import describe_kind
from citewell.citations.names import format_name, format_names
from citewell.citations.numbers_and_dates import format_date, format_edition, shorten_page_ranges
from citewell.citations.punctuation import capitalise
from citewell.messages import Words
from citewell.model import csl_variables
from citewell.model.references import KINDS, IdentifierKind, Name, PartialDate, Reference

HENSCHKE = Name("Henschke", "Nicholas")
MAHER = Name("Maher", "Christopher G.")
REFSHAUGE = Name("Refshauge", "Kathryn M.")
KOES = Name("Koes", "Bart W.")
ADDRESS = "https://www.nice.org.uk/pain"
NICE = Name(literal="National Institute for Health and Care Excellence")


def work(
    csl_type: str,
    authors: tuple[Name, ...] = (),
    issued: PartialDate | None = None,
    editors: tuple[Name, ...] = (),
    accessed: PartialDate | None = None,
    contributors: Mapping[str, tuple[Name, ...]] | None = None,
    **variables: str,
) -> Reference:
    fields = {name.replace("_", "-"): value for name, value in variables.items()}
    return Reference("key", csl_type, fields, authors, editors, issued, accessed, contributors or {})


ARTICLE = work(
    "article-journal",
    (HENSCHKE, MAHER, REFSHAUGE, KOES),
    PartialDate(2009, 10),
    title="Prevalence of and screening for serious spinal pathology",
    container_title="Arthritis & Rheumatism",
    volume="60",
    issue="10",
    page="3072-3080",
)


def test_an_article_in_parts():
    assert make_page_entry(ARTICLE) == Entry(
        before="Henschke N, Maher CG, Refshauge KM, Koes BW.",
        title="Prevalence of and screening for serious spinal pathology",
        stop=".",
        after="Arthritis & Rheumatism. 2009 Oct;60(10):3072–80.",
        href=None,
    )


@pytest.mark.parametrize(
    ("title", "linked", "stop"),
    [("Pain.", "Pain", "."), ("Pain?", "Pain?", ""), ("And so on...", "And so on...", ""), ("Pain, ", "Pain", ".")],
)
def test_the_stop_of_a_title_is_no_part_of_its_link(title, linked, stop):
    parts = make_page_entry(work("book", title=title))
    assert (parts.title, parts.stop) == (linked, stop)


def test_a_page_of_a_site_in_full_and_on_a_page():
    """In full the site comes first; on a page the title does, and is the link."""
    page = work("webpage", (NICE,), PartialDate(2024, 5, 6), title="Back pain", container_title="NICE", URL=ADDRESS)
    page = replace(page, accessed=PartialDate(2026, 2, 15), identifiers={IdentifierKind.URL: ADDRESS})
    assert join_entry_text(make_entry(page)) == (
        f"{NICE.literal}. NICE [Internet]. 2024 [cited 2026 Feb 15]. Back pain. Available from: {ADDRESS}"
    )
    assert join_entry_text(make_page_entry(page)) == f"{NICE.literal}. Back pain. NICE. 2024 May 6 [cited 2026 Feb 15]."
    assert make_page_entry(page).href == ADDRESS


TEXTS = [
    (
        ARTICLE,
        (
            "Henschke N, Maher CG, Refshauge KM, Koes BW. Prevalence of and screening for serious spinal pathology. "
            "Arthritis & Rheumatism. 2009 Oct;60(10):3072–80."
        ),
    ),
    (
        work(
            "article-journal",
            (Name("George", "A."), Name("Grimer", "R.")),
            PartialDate(2012, 5),
            title="Early symptoms of sarcomas: could they be diagnosed earlier?",
            container_title="Annals of The Royal College of Surgeons of England",
            volume="94",
            page="261–266",
        ),
        (
            "George A, Grimer R. Early symptoms of sarcomas: could they be diagnosed earlier? "
            "Annals of The Royal College of Surgeons of England. 2012 May;94:261–6."
        ),
    ),
    (
        work(
            "article-journal", issued=PartialDate(2010, 3), title="Sarcomas", volume="77", issue="Suppl 1", page="S2-S7"
        ),
        "Sarcomas. 2010 Mar;77(Suppl 1):S2–7.",
    ),
    (work("article-journal", issued=PartialDate(2010), title="Pain", issue="Suppl 1"), "Pain. 2010;(Suppl 1)."),
    (
        work("article-journal", issued=PartialDate(2021, 11), title="Pain", issue="11", page="S361"),
        "Pain. 2021 Nov;(11):S361.",
    ),
    (work("article-journal", issued=PartialDate(2021), title="Pain", page="9-11"), "Pain. 2021;9–11."),
    (work("article-journal", issued=PartialDate(2024), title="Pain.", container_title="BMJ."), "Pain. BMJ. 2024."),
    (work("article-journal", title="Pain", volume="3", number="e12"), "Pain. 3:e12."),
    (work("article-journal", title="Pain"), "Pain."),
    (work("webpage", title="Back pain", container_title="NHS"), "Back pain. NHS."),
    (
        work(
            "webpage",
            title="Adult soft tissue sarcoma",
            container_title="MedlinePlus Medical Encyclopedia",
            publisher="National Library of Medicine",
            issued=PartialDate(2023, 3, 2),
            accessed=PartialDate(2026, 2, 15),
            URL=ADDRESS,
        ),
        (
            "Adult soft tissue sarcoma. MedlinePlus Medical Encyclopedia. "
            "National Library of Medicine; 2023 Mar 2 [cited 2026 Feb 15]."
        ),
    ),
    (work("webpage", title="Pain", accessed=PartialDate(2026), URL=ADDRESS), "Pain. [cited 2026]."),
    (work("webpage", title="Pain", accessed=PartialDate(2026)), "Pain."),
    (
        work(
            "webpage",
            (Name(literal="National Cancer Institute"),),
            title="PDQ",
            container_title="National Cancer Institute",
        ),
        "PDQ. National Cancer Institute.",
    ),
    (
        work("webpage", title="Spine", container_title="Example Hospital, Updates", publisher="Example Hospital"),
        "Spine. Example Hospital, Updates.",
    ),
    (
        work(
            "report",
            (NICE,),
            PartialDate(2015, 6, 23),
            title="Suspected cancer: recognition and referral",
            publisher="National Institute for Health and Care Excellence",
            genre="NICE guideline",
            number="NG12",
        ),
        (
            "Suspected cancer: recognition and referral. "
            "National Institute for Health and Care Excellence; 2015 Jun 23. NICE guideline NG12."
        ),
    ),
    (
        work("report", (NICE,), PartialDate(2015), title="Pain", number="5"),
        f"{NICE.literal}. Pain. 2015. Report 5.",
    ),
    (
        work("report", (NICE,), title="Pain", publisher="Other Inc.", publisher_place="London", genre="Guide"),
        f"{NICE.literal}. Pain [Guide]. London: Other Inc.",
    ),
    (
        work(
            "book",
            (Name("Smith", "John A.", suffix="III"),),
            PartialDate(2010),
            title="Textbook of pain",
            edition="2",
            volume="1",
            publisher="Example Press",
            publisher_place="London",
        ),
        "Smith JA 3rd. Textbook of pain. 2nd ed. Vol. 1. London: Example Press; 2010.",
    ),
    (work("book", editors=(HENSCHKE,), title="Pain"), "Henschke N, editor. Pain."),
    (
        work("book", editors=(HENSCHKE, MAHER, REFSHAUGE, KOES), title="Pain"),
        "Henschke N, Maher CG, Refshauge KM, Koes BW, editors. Pain.",
    ),
    (
        work(
            "chapter",
            (KOES,),
            PartialDate(2010),
            (HENSCHKE, MAHER),
            title="Red flags",
            container_title="Textbook of pain",
            edition="Revised edition",
            publisher="Example Press",
            page="112-119",
        ),
        (
            "Koes BW. Red flags. In: Henschke N, Maher CG, editors. Textbook of pain. Revised edition. "
            "Example Press; 2010. p. 112–9."
        ),
    ),
    (work("chapter", editors=(KOES,), title="Red flags"), "Koes BW, editor. Red flags."),
    (work("chapter", title="Red flags"), "Red flags."),
    (
        work("standard", title="Pain scales", publisher="Example Office", number="EX 9001"),
        "Pain scales. Example Office. EX 9001.",
    ),
    (work("regulation", title="Pain Regulations", number="SI 2017/1322"), "Pain Regulations. SI 2017/1322."),
    (
        work("book", title="Pain", contributors={"editor-translator": (KOES, MAHER)}),
        "Koes BW, Maher CG, editors & translators. Pain.",
    ),
    (work("book", title="And so on...", publisher="Example Press"), "And so on... Example Press."),
    (
        work("thesis", (KOES,), PartialDate(2001), title="Pain", publisher="Example University"),
        "Koes BW. Pain. Example University; 2001.",
    ),
    (work("book"), ""),
]


@pytest.mark.parametrize(("reference", "text"), TEXTS, ids=[text[:40] for _, text in TEXTS])
def test_entries_read_in_nlm_style(reference, text):
    assert join_entry_text(make_page_entry(reference)) == text


CONGRESS = "World Congress on Pain"


@pytest.mark.parametrize(
    ("csl_type", "variables", "written"),
    [
        ("article-journal", {"volume": "3-3", "issue": "4–4", "page": "263-263"}, "T. 3(4):263."),
        ("article-journal", {"volume": "3", "page": "S12–S12, 20-21, 20-21"}, "T. 3:S12, 20–1."),
        ("article-journal", {"volume": "3", "issue": "Suppl 1", "supplement_number": "1"}, "T. 3(Suppl 1)."),
        ("article-journal", {"container_title": "J", "collection_title": "J", "volume": "3"}, "T. J. 3."),
        ("chapter", {"container_title": "B", "page": "pp. 263-263"}, "T. In: B. p. 263."),
        ("chapter", {"container_title": "B", "collection_title": "B", "page": "e7 - e7"}, "T. In: B. p. e7."),
        ("paper-conference", {"container_title": CONGRESS, "event_title": CONGRESS}, f"T. In: {CONGRESS}."),
        (
            "paper-conference",
            {"container_title": f"Proceedings of the {CONGRESS}", "event_title": CONGRESS, "event_place": "Rome"},
            f"T. In: Proceedings of the {CONGRESS}. Rome.",
        ),
        (
            "paper-conference",
            {"container_title": "B", "event_title": "C", "event_place": "USA", "publisher_place": "USA"},
            "T. In: B. C. USA.",
        ),
        (
            "paper-conference",
            {"container_title": "B", "event_title": "C", "event_place": "Rome", "publisher_place": "London"},
            "T. In: B. C; Rome. London.",
        ),
        (
            "paper-conference",
            {"container_title": "B", "event_title": f"{CONGRESS}, Rome", "event_place": "Rome"},
            f"T. In: B. {CONGRESS}, Rome.",
        ),
        (
            "paper-conference",
            {"container_title": f"{CONGRESS} (Rome)", "event_title": CONGRESS, "event_place": "Rome"},
            f"T. In: {CONGRESS} (Rome).",
        ),
        (
            "speech",
            {"genre": "Paper presented at", "event_title": "C"},
            "T [Paper presented at]. Paper presented at: C.",
        ),
        ("speech", {"event_title": "T", "event_place": "Rome"}, "T. Rome."),
        ("book", {"publisher_place": "USA", "publisher": "USA"}, "T. USA."),
        ("book", {"publisher_place": "Rome", "publisher": "Rome: Press"}, "T. Rome: Press."),
        ("thesis", {"publisher_place": "Rome", "publisher": "Rome: Press"}, "T. Rome: Press."),
        ("book", {"volume": "2", "volume_title": "T", "collection_title": "t."}, "T. Vol. 2."),
        ("report", {"genre": "Technical report", "number": "Technical Report 12"}, "T. Technical Report 12."),
        ("webpage", {"container_title": "T", "publisher": "T"}, "T."),
        ("manuscript", {"archive": "Library", "archive_collection": "Library"}, "T. Located at: Library."),
    ],
)
def test_what_databases_export_twice_is_said_once(csl_type, variables, written):
    assert join_entry_text(make_page_entry(work(csl_type, title="T", **variables))) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Back pain [Internet]", "Back pain [Internet]. Available from: https://x.example/"),
        ("Back pain", "Back pain [Internet]. Available from: https://x.example/"),
    ],
)
def test_what_a_title_says_in_brackets_is_not_added(typed, written):
    assert join_entry_text(make_entry(work("book", title=typed, URL="https://x.example/"))) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Deyo", "Richard A."), "Deyo RA"),
        (Name("Ostelo", "Raymond W. J. G."), "Ostelo RWJG"),
        (Name("Krestin", "G.P."), "Krestin GP"),
        (Name("Maher", "CG"), "Maher CG"),
        (Name("Dupont", "Jean-Pierre"), "Dupont JP"),
        (Name("Menezes Costa", "Luciola da C."), "Menezes Costa L da C"),
        (Name("Vliet", "M.", non_dropping_particle="van"), "van Vliet M"),
        (Name("Fontaine", "Jean", non_dropping_particle="la", dropping_particle="de"), "la Fontaine J de"),
        (Name("O'Toole", "John E.", suffix="Jr."), "O'Toole JE Jr"),
        (Name("King", "Martin L., Jr."), "King ML Jr"),
        (Name("Smith", "J. R., III"), "Smith JR 3rd"),
        (Name("Smith", "J.,"), "Smith J"),
        (Name("Østergård", "Åse"), "Østergård Å"),
        (Name("hooks", "bell"), "hooks bell"),
        (Name("Doe", "jane"), "Doe J"),
        (Name("Doe", "d'Arcy"), "Doe D"),
        (Name("Doe", "deShawn M"), "Doe DM"),
        (Name("RODEN", "DAN M"), "RODEN DM"),
        (Name("RODEN", "DAN"), "RODEN D"),
        (Name("Roden", "DAN M"), "Roden DM"),
        (Name("SMITH", "JA"), "SMITH JA"),
        (Name("Lee", "CGM"), "Lee CGM"),
        (Name("Khatib", "Omar", non_dropping_particle="al-"), "al-Khatib O"),
        (Name("Krüger", "Karl-H."), "Krüger KH"),
        (Name("Said", "Abd al-Rahman"), "Said AR"),
        (Name("Haddad", "ʿAlī"), "Haddad A"),
        (Name("Smith", "William (Bill)"), "Smith W"),
        (Name("Smith", 'William "Bill" J.'), "Smith WJ"),
        (Name("Smith", "Prof. Dr. Hans"), "Smith H"),
        (Name("Smith", "MS"), "Smith MS"),
        (Name("Smith", "Jo", suffix="Ph.D."), "Smith J"),
        (Name("Smith", "Jo, Jr., MD"), "Smith J Jr"),
        (Name("King", "Martin L. Jr."), "King ML Jr"),
        (Name("King", "Martin III"), "King M 3rd"),
        (Name("King", "M V"), "King MV"),
        (Name("Plato"), "Plato"),
        (Name(literal="Example  Trials Inc."), "Example Trials Inc."),
        (Name(), ""),
    ],
)
def test_names(name, written):
    assert format_name(name) == written


@pytest.mark.parametrize(
    ("people", "written"),
    [
        ((), ""),
        ((HENSCHKE,), "Henschke N"),
        ((HENSCHKE, MAHER, KOES), "Henschke N, Maher CG, Koes BW"),
        ((KOES,) * 7, "Koes BW, Koes BW, Koes BW, Koes BW, Koes BW, Koes BW, et al"),
        ((HENSCHKE, Name(literal="and others")), "Henschke N, et al"),
        ((Name(literal="others"),), ""),
        ((HENSCHKE, NICE), f"Henschke N, {NICE.literal}"),
        ((Name(), HENSCHKE), "Henschke N"),
    ],
)
def test_lists_of_names(people, written):
    assert format_names(people) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("3072-3080", "3072–80"),
        ("1199-1205", "1199–205"),
        ("304 – 310", "304–10"),
        ("12-19", "12–9"),
        ("21-30", "21–30"),
        ("304-10", "304–10"),
        ("S2-S7", "S2–7"),
        ("E29-E46", "E29–46"),
        ("999-1005", "999–1005"),
        ("126A-127A", "126A–127A"),
        ("iv-xii", "iv–xii"),
        ("S2-E7", "S2–E7"),
        ("5-5", "5"),
        ("f7095", "f7095"),
        ("34-36, 87-91", "34–6, 87–91"),
        ("445-450; discussion 450-452", "445–50; discussion 450–2"),
        ("1-10; author reply 11-12", "1–10; author reply 11–2"),
        ("1-10, quiz 11", "1–10; quiz 11"),
        ("S1-S9; discussion S10-S12", "S1–9; discussion S10–2"),
        ("1985-88", "1985–8"),
        ("20-10", "20–10"),
        ("S9-S12", "S9–12"),
        ("e99-e101", "e99–101"),
        ("12.e1-12.e10", "12.e1–10"),
        ("S-12-S-19", "S-12-S-19"),
        ("1-3 & 15-17", "1–3 & 15–7"),
        ("pp 5-9", "5–9"),
        (f"1-{'9' * 5000}", f"1–{'9' * 5000}"),
        ("", ""),
    ],
)
def test_pages_keep_only_the_figures_that_change(typed, written):
    assert shorten_page_ranges(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1", "1st ed"),
        ("2", "2nd ed"),
        ("3", "3rd ed"),
        ("11", "11th ed"),
        ("22", "22nd ed"),
        ("3rd", "3rd ed"),
        ("2nd revised", "2nd revised"),
        ("2-3", "2nd–3rd eds"),
        ("2nd & 3rd", "2nd & 3rd eds"),
        ("2017", "2017 ed"),
        ("2a", "2a ed"),
        ("1ère", "1ère ed"),
        ("第3版", "第3版"),
        ("Second edition", "Second edition"),
        ("", ""),
    ],
)
def test_editions(typed, written):
    assert format_edition(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("streaming video", "Streaming video"),
        ("e-book", "E-book"),
        ("“film”", "“Film”"),
        ("eBook", "eBook"),
        ("mp3", "mp3"),
        ("pH guide", "pH guide"),
        ("1st lecture", "1st lecture"),
        ("", ""),
    ],
)
def test_a_word_with_its_own_spelling_keeps_it(typed, written):
    assert capitalise(typed) == written


@pytest.mark.parametrize(
    ("csl_type", "variables", "written"),
    [
        ("book", {"title": "Pain in the U.S.", "medium": "DVD"}, "Pain in the U.S. [DVD]."),
        ("book", {"title": "Pain and sleep.", "medium": "DVD"}, "Pain and sleep [DVD]."),
        ("book", {"title": "T", "medium": "[DVD]", "genre": "[guide]"}, "T [guide] [DVD]."),
        ("report", {"title": "T", "genre": "Summary.", "number": "5"}, "T [Summary]. Summary no.: 5."),
        ("article-journal", {"title": "T", "container_title": "N. Engl. J. Med."}, "T. N Engl J Med."),
        ("article-journal", {"title": "T", "container_title": "J.Bone Joint Surg.Am."}, "T. J Bone Joint Surg Am."),
        ("article-journal", {"title": "Pain", "container_title": "Pain", "volume": "5"}, "Pain. Pain. 5."),
        ("chapter", {"title": "Pain", "container_title": "Pain"}, "Pain. In: Pain."),
        ("article-journal", {"title": "T", "container_title": "bmj.com"}, "T. bmj.com."),
        ("dataset", {"title": "T", "version": "v2.1"}, "T. Version 2.1."),
        ("book", {"title": "Hip fracture (2nd edition)", "edition": "2"}, "Hip fracture (2nd edition)."),
        ("chapter", {"title": "T", "container_title": "B", "collection_title": "B"}, "T. In: B."),
        (
            "chapter",
            {"title": "T", "container_title": "B", "collection_title": "B", "collection_number": "5"},
            "T. In: B. (B; no. 5).",
        ),
    ],
)
def test_stops_and_brackets_are_those_of_the_entry(csl_type, variables, written):
    assert join_entry_text(make_entry(work(csl_type, **variables))) == written


def test_who_edits_and_translates_is_named_once():
    book = work("book", editors=(KOES,), contributors={"translator": (KOES,)}, title="T")
    assert join_entry_text(make_entry(book)) == "Koes BW, editor & translator. T."
    assert join_entry_text(make_entry(replace(book, authors=(MAHER,)))) == "Maher CG. T. Koes BW, editor & translator."


def test_a_page_says_what_became_of_a_work():
    assert join_entry_text(make_page_entry(work("book", title="T", references="Retraction in: J. 2020;1:2"))) == (
        "T. Retraction in: J. 2020;1:2."
    )


def test_dates():
    assert format_date(None) == ""
    assert format_date(PartialDate(2009)) == "2009"
    assert format_date(PartialDate(2009, 10)) == "2009 Oct"
    assert format_date(PartialDate(2013, 12, 11)) == "2013 Dec 11"
    assert format_date(PartialDate(2019, until=PartialDate(2019, 12))) == "2019 Dec"
    assert format_date(PartialDate(2019, 5, until=PartialDate(2019, 5, 20))) == "2019 May 20"
    assert format_date(PartialDate(2019, 5, until=PartialDate(2019, 6))) == "2019 May–Jun"


def test_the_title_leads_to_the_identifier_likeliest_to_last():
    url = {IdentifierKind.ISBN: "9789240081789", IdentifierKind.URL: "https://www.nhs.uk/"}
    assert choose_link(ARTICLE) is None
    assert choose_link(replace(ARTICLE, identifiers=url)) == "https://www.nhs.uk/"
    assert (
        make_entry(replace(ARTICLE, identifiers=url | {IdentifierKind.DOI: "10.1000/x"})).href
        == "https://doi.org/10.1000/x"
    )


@pytest.mark.parametrize(
    ("csl_type", "kind", "words"),
    [
        ("article-journal", "systematic-review", "Systematic review"),
        ("article-journal", None, "Journal article"),
        ("webpage", None, "Web page"),
        ("webpage", "charity-page", "Charity page"),
        ("report", None, "Report"),
        ("book", None, "Book"),
        ("chapter", None, "Book chapter"),
        ("paper-conference", None, "Conference paper"),
        ("motion_picture", None, "Film or video"),
        ("article", "preprint", "Preprint, not yet reviewed"),
        ("legal_case", None, "Legal case"),
    ],
)
def test_kinds_in_words(csl_type, kind, words):
    assert describe_kind(Reference("key", csl_type, {}, kind=kind), Words()) == words


def test_every_kind_has_words_that_begin_large():
    named = Words().section("kind")
    assert set(named) == set(KINDS)
    assert all(words[0].isupper() and words[1:] == words[1:].lower() for words in named.values())


word = st.text(st.sampled_from("abcXYZ é&1"), min_size=1, max_size=8).filter(lambda text: text.strip())
ended = st.builds(str.__add__, word, st.sampled_from(["", ".", "?", "!", ",", " ", ";", "?”"]))
people = st.lists(
    st.builds(Name, family=word, given=word, suffix=st.sampled_from(["", "Jr."])) | st.builds(Name, literal=ended),
    max_size=5,
)
dates = st.none() | st.builds(PartialDate, st.integers(1900, 2030), st.none() | st.integers(1, 12))
roles = st.dictionaries(st.sampled_from(["translator", "director", "collection-editor", "editor-translator"]), people)
VARIABLES = sorted(csl_variables.TEXTS - {"URL", "DOI", "PMID", "PMCID", "ISBN"})


@given(
    csl_type=st.sampled_from(sorted(csl_variables.TYPES)),
    fields=st.dictionaries(st.sampled_from(VARIABLES), ended),
    authors=people,
    editors=people,
    contributors=roles,
    issued=dates,
)
def test_punctuation_is_never_doubled_or_loose(csl_type, fields, authors, editors, contributors, issued):
    """Of any work that the reader takes, in full and on a page."""
    others = {role: tuple(names) for role, names in contributors.items()}
    work = Reference("key", csl_type, fields, tuple(authors), tuple(editors), issued, contributors=others)
    for text in (join_entry_text(make_entry(work)), join_entry_text(make_page_entry(work))):
        assert not re.search(r"\.\.|[?!]\.|\s[,.;:]|  |[,;:][,.;:]|^\s|\s$|\(\)|\[\]", text), text
        assert not text or text.endswith((".", "?", "!", "?”")) or "Located at: " in text, text
