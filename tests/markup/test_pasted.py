"""Which lines are lists and tables pasted from elsewhere, which are not, and what becomes of them."""

from __future__ import annotations

import pytest

from citewell.markup.pasted import find_pasted_bullets, find_pasted_table, write_pasted_list, write_pasted_table

LISTS = {
    "People may notice:\n• a lump\n• pain": "People may notice:\n\n- a lump\n- pain",
    "•\ta lump\n•\tpain": "- a lump\n- pain",
    "•a lump\n•pain": "- a lump\n- pain",
    "· a lump [@x]\n· pain [@x]": "- a lump [@x]\n- pain [@x]",
    "·\na lump\n·\npain": "- a lump\n- pain",
    "\uf0b7\ta lump\n\uf0b7\tpain": "- a lump\n- pain",
    "‣ a lump\n‣ pain": "- a lump\n- pain",
    "▪ a lump\n▪ pain": "- a lump\n- pain",
    "◦ a lump\n◦ pain": "- a lump\n- pain",
    "· a lump [@x] · pain [@x]": "- a lump [@x]\n- pain [@x]",
    "People may notice: • a lump • pain [@x]": "People may notice:\n\n- a lump\n- pain [@x]",
    "People may notice: · a lump · pain [@x]": "People may notice:\n\n- a lump\n- pain [@x]",
    # What belongs to which item is not certain in these, so nothing is written for the editor.
    "o a lump\no pain": None,
    "o\ta lump\no\tpain": None,
    "•\ta lump\no\ta hard one\n•\tpain": None,
    "• a lump\n• pain\nSee a doctor. [@x]": None,
    "> • a lump\n> • pain": None,
    "A lump [@x] · pain [@x]": None,
    "A lump [@x] · pain [@x] · fever [@x]": None,
    "It may be a lump. · Or it may be pain. [@x]": None,
    "A lump may grow · hurt a lot · come back [@x]": None,
    "A lump [@x] o Pain [@x]": None,
    "A lump. [@x] * Pain. [@x]": None,
    "A lump [@x] - Pain [@x] - Fever [@x]": None,
    "People may notice: - a lump - pain [@x]": None,
    "People may notice • a lump • pain [@x]": None,
    "– a lump\n– pain": None,
    "✓ rest\n✓ a walk": None,
    "(a) a lump\n(b) pain": None,
    "1.Rest\n2.Walk": None,
}
NOT_LISTS = """
It is 5·2 kg. [@x]
It is 5 · 2 kg. [@x]
·5 mg is enough. [@x]
It is 9.81 N·m. [@x]
The unit is kg · m · s. [@x]
El col·legi és obert. [@x]
Come at 9:30 · Room 5. [@x]
The rate was 3·5 (2·1–4·9) in 2019. [@x]
A lump – or a cyst – may grow. [@x]
A lump [@x] – but not pain – may come back. [@y]
A lump [@x] - or a cyst - may grow. [@y]
“Rest helps.” [@x] – Dr Example
An x-ray and a follow-up help. [@x]
Take vitamin B · 12 drops. [@x]
Its name is o-toluidine. [@x]
The blood group is O. [@x]
He is called Brian O Connor. [@x]
It is 2 * 3 cm. [@x]
*Rest* helps, *walks* too. [@x]
The p value was <0·05. [@x]
The sign ° is a degree, and • is a bullet. [@x]
-5 °C is cold. [@x]
It is 5\N{DOT OPERATOR}2 kg. [@x]
1·73 m² is the usual area. [@x]
A · B is a product. [@x]
(a) rest or (b) a walk. [@x]
v. small and i.e. tiny. [@x]
+44 20 7946 0000 is the number. [@x]
Mon–Fri 9–5. [@x]
Is it · or •? [@x]
""".strip().split("\n")


@pytest.mark.parametrize(("pasted", "written"), LISTS.items())
def test_a_pasted_list_is_found_and_written_as_one_where_that_is_certain(pasted: str, written: str | None):
    assert find_pasted_bullets(pasted)
    assert write_pasted_list(pasted) == written


@pytest.mark.parametrize("words", NOT_LISTS)
def test_dots_letters_and_dashes_with_a_meaning_are_left(words: str):
    assert not find_pasted_bullets(words)
    assert write_pasted_list(words) is None


def test_a_letter_alone_is_a_word_in_other_languages():
    text = "A dor pode passar. [@x] o Médico explica. [@x]\no que fazer"
    assert find_pasted_bullets(text)
    assert not find_pasted_bullets("Há dor. [@x] o médico explica. [@x]", is_english=False)


def test_characters_between_the_parts_of_a_title_are_left():
    assert not find_pasted_bullets("Lumps · what they are · what helps", within_lines=False)


TABLES = {
    "Drug\tDose\nA\t5 mg [@x]\nB\t6 mg [@x]": "| Drug | Dose |\n|---|---|\n| A | 5 mg [@x] |\n| B | 6 mg [@x] |",
    "Medicine\tDose\tTimes\nA\t5 mg\ttwice": "| Medicine | Dose | Times |\n|---|---|---|\n| A | 5 mg | twice |",
    "Sign\tWhat it means\n5|6\ta half": "| Sign | What it means |\n|---|---|\n| 5\\|6 | a half |",
    "Medicine\tDose\nA\t\nB\t6 mg": "| Medicine | Dose |\n|---|---|\n| A |  |\n| B | 6 mg |",
    # Which row names the columns, or which cell belongs to which column, is not certain in these.
    "A\t5 mg [@x]\nB\t6 mg [@x]": None,
    "Medicine\tDose\nA\t5 mg\ttwice": None,
    "Medicine\tDose\tTimes": None,
}


@pytest.mark.parametrize(("pasted", "written"), TABLES.items())
def test_a_pasted_table_is_found_and_written_as_one_where_that_is_certain(pasted: str, written: str | None):
    table = find_pasted_table(pasted)
    assert table
    assert pasted[table.start : table.end] == pasted
    assert write_pasted_table(table) == written


@pytest.mark.parametrize(
    "words",
    [
        "A lump\tmay grow.",
        "•\ta lump\n•\tpain",
        "1.\ta lump\n2.\tpain",
        "(a)\ta lump\n(b)\tpain",
        "A lump\t\nPain\t",
        "",
    ],
)
def test_a_tab_after_a_bullet_or_alone_makes_no_table(words: str):
    assert find_pasted_table(words) is None


def test_a_table_below_a_sentence_is_found_where_it_begins():
    text = "These help:\nMedicine\tDose\nA\t5 mg\nAsk a doctor."
    table = find_pasted_table(text)
    assert table
    assert text[table.start : table.end] == "Medicine\tDose\nA\t5 mg"
