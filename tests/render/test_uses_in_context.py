"""On the page of all sources each use can be read alone: no item says the opposite of what it says in its article."""

from __future__ import annotations

import pytest
from tests.render.samples import built, html, words

CARD = """
:::{emergency} Call 999 if you have **back pain** and
- chest pain [@a]
- one of these:
    - a fever [@a]

It is < 3 miles & near. [@a]
:::
"""
COMPARISON = """
:::{comparison} Two pains
- Feature
  - Ordinary pain
  - Pain of a tumour
- Over time
  - It eases. [@a]
  - It often starts gradually. [@a] Then it grows. [@a]
- Is it rare?
  - No. [@a]
  - Yes. [@a]
:::
"""
TABLE = """
| Sign | How often |
|---|---|
| Fever [@a] | Rarely. [@a] |
|  | Often. [@a] |

Table: Signs [@a]
"""
RISK = """
:::{risk} Having a stroke
- who: people who walk
- events: 11
- out of: 1,172
- period: 5 years [@a]
- compared with: others
  - events: 20
  - out of: 1,000
  - period: 5 years [@a]
:::
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":::{dont}\n- ignore a sign [@a]\n:::\n", ["Don’t: ignore a sign"]),
        (":::{dont} Never\n- ignore a sign [@a]\n:::\n", ["Never: ignore a sign"]),
        (":::{do}\n- ask [@a]\n- rest [@a; @b]\n:::\n", ["Do: ask", "Do: rest"]),
        (
            RISK,
            [
                "Having a stroke: 11 out of 1,172 people who walk, in 5 years.",
                "Having a stroke: 20 out of 1,000 others, in 5 years.",
            ],
        ),
        (":::{note} A myth\nRest heals. [@a]\n:::\n", ["A myth: Rest heals."]),
        (":::{note}\nRest does not heal. [@a]\n:::\n", ["Rest does not heal."]),
        (":::{urgent}\n- a fever [@a]\n:::\n", ["Ask for an urgent appointment if you have: a fever"]),
        (":::{emergency}\n- a fever [@a]\n:::\n", ["Call 999 now if you have: a fever"]),
        (
            CARD,
            [
                "Call 999 if you have back pain and: chest pain",
                "Call 999 if you have back pain and: one of these: a fever",
                "It is < 3 miles & near.",
            ],
        ),
        (
            COMPARISON,
            [
                "Ordinary pain – Over time: It eases.",
                "Pain of a tumour – Over time: It often starts gradually.",
                "Pain of a tumour – Over time: Then it grows.",
                "Ordinary pain – Is it rare? No.",
                "Pain of a tumour – Is it rare? Yes.",
            ],
        ),
        (TABLE, ["Fever", "How often – Fever: Rarely.", "How often: Often.", "Signs"]),
        ("It hurts. [@a] It is rare in:\n\n- children [@a]\n", ["It hurts.", "It is rare in: children"]),
        (">\n\nIt hurts. [@a]\n\n:::{do}\n:::\n", ["It hurts."]),
        ("It hurts. [@a]\n\n- It passes. [@a]\n", ["It hurts.", "It passes."]),
    ],
)
def test_a_use_is_listed_with_the_words_it_needs(text: str, said: list[str]):
    page = html(built({"x": f"---\ntitle: Is it?\n---\n\n{text}"})["sources/"])
    assert sorted(words(page, "#ref-a .cited li li a")) == sorted(said)
