"""Names of people and bodies in one text, as databases, pages and files write them."""

from __future__ import annotations

import pytest

from citewell.evidence.items.people import (
    is_second_half_of_organisation,
    join_organisation,
    parse_display_name,
    parse_names,
)


def shown(names):
    """Names in short: family name and given names, or the whole name of a body."""
    return [
        name["literal"]
        if "literal" in name
        else " | ".join(
            filter(None, (name.get("non-dropping-particle"), name["family"], name.get("given"), name.get("suffix")))
        )
        for name in names
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Doe, Jane", ["Doe | Jane"]),
        ("van der Berg, Ludwig, Jr", ["van der | Berg | Ludwig | Jr"]),
        ("Made-Up, Ralph B Sr", ["Made-Up | Ralph B | Sr"]),
        ("Doe J.", ["Doe | J."]),
        ("van Doe JA", ["van | Doe | J. A."]),
        ("Doe J; Roe, Karl ; Poe LM.", ["Doe | J.", "Roe | Karl", "Poe | L. M."]),
        ("Zhu, J.Y.; Wu, G.X.; Ye, G.Y.", ["Zhu | J.Y.", "Wu | G.X.", "Ye | G.Y."]),
        ("Doe E, Roe G, Poe KA, Moe M", ["Doe | E.", "Roe | G.", "Poe | K. A.", "Moe | M."]),
        ("Doe E, Roe G", ["Doe | E.", "Roe | G."]),
        ("Doe, J., Roe, K., & Poe, L.", ["Doe | J.", "Roe | K.", "Poe | L."]),
        ("Doe J, Roe K and Poe L", ["Doe | J.", "Roe | K.", "Poe | L."]),
        ("Doe J, Roe K, et al.", ["Doe | J.", "Roe | K.", "et al"]),
        ("Jane Doe, Karl van Roe, Lea Poe", ["Doe | Jane", "van | Roe | Karl", "Poe | Lea"]),
        ("Doe, V.; Roe, V; de Poe, V.", ["Doe | V.", "Roe | V", "de | Poe | V."]),  # an initial, and not the fifth
        ("Ann Doe, Jr.", ["Doe | Ann | Jr."]),
        ("Doe, Ann 3rd", ["Doe | Ann | 3rd"]),
        ("DOE JA", ["DOE | J. A."]),
        ("DOE JANE", ["DOE JANE"]),
        ("van der Board, Jo", ["van der | Board | Jo"]),
        ("Department of Health and Human Services, USA",) * 2,
        ("Press, Michael F.", ["Press | Michael F."]),
        ("Lee, Kim J", ["Lee | Kim J"]),
        ("Jane Doe", ["Jane Doe"]),  # RIS has the family name first, so who this is is not sure
        ("Department of Health, Education, and Welfare",) * 2,
        ("Ministry of Health, Labour and Welfare",) * 2,
        ("Centers for Disease Control and Prevention, National Center for Health Statistics",) * 2,
        ("European Commission, Joint Research Centre",) * 2,
        ("Healthcare, Department of",) * 2,
        ("Collaborators, GBD 2019 Made-up",) * 2,
        ("Investigators, The MADE",) * 2,
        ("World Health Organization,", "World Health Organization"),
        ("Public Health England",) * 2,
        ("Riederer, Christophe Made, Emily, Yihui Up",) * 2,
    ],
)
def test_one_text_is_one_person_several_or_a_body(text, read):
    assert shown(parse_names(text).names) == ([read] if isinstance(read, str) else read)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Carl Upton Jr.", "Upton | Carl | Jr."),
        ("Carl Upton III", "Upton | Carl | III"),
        ("Upton V", "Upton | V."),
        ("Upton CA", "Upton | C. A."),
        ("C. A. Upton", "Upton | C. A."),
        ("Upton, Carl, Jr", "Upton | Carl | Jr"),
    ],
)
def test_names_on_title_pages(words, read):
    assert shown([parse_display_name(words)]) == [read]


@pytest.mark.parametrize("text", ["Doe E, Roe G", "Doe, J., Roe, K.", "Jane Doe, Karl Roe, Lea Poe"])
def test_what_only_commas_told_apart_is_said(text):
    assert parse_names(text).by_commas
    assert not parse_names(text.split(",")[0]).by_commas


@pytest.mark.parametrize(
    "text", ["", " ", ",", ";", ",,,", ";;,", "and", "&", "-", "A" * 500, "a, " * 5000, "a" + " " * 50_000 + "b"]
)
def test_odd_texts_are_read(text):
    assert all(any(name.values()) for name in parse_names(text).names)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("European Centre for Disease Prevention", "Control"),
        ("Food", "Drug Administration"),
        ("U.S. Food", "Drug Administration"),
        ("The Made-up Back", "Neck Group"),
        ("GBD 2019 Back", "Neck Collaborators"),
        ("Health", "Safety Executive"),
        ("Medicines", "Healthcare products Regulatory Agency"),
        ("Substance Abuse", "Mental Health Services Administration"),
        ("Department of Health", "Human Services"),
        ("National Institute for Health", "Care Excellence"),
        ("Royal College of Physicians", "Surgeons of Glasgow"),
        ("Ministry of Health, Labour", "Welfare"),
        ("American Academy of Allergy, Asthma", "Immunology"),
    ],
)
def test_and_within_the_name_of_a_body(first, second):
    assert is_second_half_of_organisation(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jane Doe", "Karl Roe"),
        ("Doe, Jane", "Roe, Karl"),
        ("World Health Organization", "Jane Doe"),
        ("World Health Organization", "UNICEF"),
        ("Centers for Disease Control", "National Institutes of Health"),
        ("Doe, Jane", "Made-up Study Group"),
        ("The Made-up Foundation", "Example Study Group"),
        ("Jane Doe", "Cancer"),
    ],
)
def test_and_between_two_authors(first, second):
    assert not is_second_half_of_organisation(first, second)


@pytest.mark.parametrize(
    "name", ["NHS England", "Cancer Research UK", "Mayo Clinic", "Ministry of Health, Labour and Welfare"]
)
def test_bodies_on_title_pages(name):
    assert parse_display_name(name) == {"literal": name}


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        ("Ministry of Health", "Labour and Welfare", "Ministry of Health, Labour and Welfare"),
        ("Collaborators", "GBD 2019 Made-up", "GBD 2019 Made-up Collaborators"),
        ("Group", "The Made-up Collaborative", "The Made-up Collaborative Group"),
        ("Doe", "John 3rd", None),
        ("van der Board", "Jo", None),
        ("Trust", "Ann Marie", None),
        ("de Souza", "Ana Maria", None),
    ],
)
def test_a_body_that_a_program_took_for_a_person(family, given, name):
    assert join_organisation(family, given) == (name and {"literal": name})
