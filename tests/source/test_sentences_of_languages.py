"""Where sentences end in other languages: ``sentences/languages/*.txt``, labelled as ``test_sentences.py`` explains.

Each file is named after its language. Every place must be right: these are what each language does with its stops.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.messages import Words
from citewell.model.claims import Claim
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article
from tests.source.reading import FRONT
from tests.source.test_sentences import Labelled, as_written, labelled, mark_after, mark_before, written

FOLDER = Path(__file__).parent / "sentences" / "languages"


def corpus() -> list[tuple[str, Labelled]]:
    """Every text with its language."""
    return [
        (path.stem, labelled(f"{path.name}:{number}", line))
        for path in sorted(FOLDER.glob("*.txt"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not line.startswith("#")
    ]


def claims(language: str, body: str) -> tuple[Claim, ...]:
    """The ledger of a body, without the title's row."""
    return parse_article(SourceText("article.md", FRONT + body), slug="x", words=Words(language)).claims[1:]


@pytest.mark.parametrize("style", [as_written, mark_after, mark_before])
@pytest.mark.parametrize(("language", "text"), [pytest.param(*each, id=each[1].where) for each in corpus()])
def test_every_end_is_right(language: str, text: Labelled, style) -> None:
    body, places = written(text, style)
    rows = claims(language, body)
    assert [row.span.start - len(FRONT) for row in rows[1:]] == sorted(places.ends)
    doubtful = {place.start - len(FRONT) for row in rows for place in row.doubtful}
    assert doubtful == places.doubtful


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Is it cancer?"),
        ("en", "(Is it cancer?)"),
        ("en", "Is it cancer?!"),
        ("fr", "Est-ce un cancer ?"),
        ("fr", "« Est-ce un cancer ? »"),
        ("es", "¿Es cáncer?"),
        ("de", "„Ist es Krebs?“"),
        ("de", "»Ist es Krebs?«"),
        ("ja", "がんですか？"),
        ("ja", "「がんですか？」"),
        ("zh", "是癌症吗？"),
        ("ar", "هل هو سرطان؟"),
        ("fa", "آیا سرطان است؟"),
        ("ur", "کیا یہ کینسر ہے؟"),
        ("el", "Είναι καρκίνος;"),
        ("el", "Είναι καρκίνος\N{GREEK QUESTION MARK}"),
        ("hy", "Արդյոք քաղցկե՞ղ է։"),
    ],
)
def test_a_question_claims_nothing_in_any_script(language: str, body: str) -> None:
    assert [(str(row.status), row.kind) for row in claims(language, body)] == [("not-a-claim", "question")]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "It grows; it hurts;"),
        ("en", "Rest helps (or does it?)"),
        ("fr", "Le repos aide (ou pas ?)"),
        ("hy", "Նա հարցրեց՝ արդյո՞ք։"),
        ("ja", "これはがんです。"),
        ("el", "Είναι καρκίνος."),
    ],
)
def test_what_states_something_is_a_claim_in_any_script(language: str, body: str) -> None:
    assert {str(row.status) for row in claims(language, body)} == {"uncited"}


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "See a doctor about:"),
        ("fr", "Consultez en cas de :"),
        ("fr", "Consultez en cas de\N{NARROW NO-BREAK SPACE}:"),
        ("zh", "以下情况请就医："),
        ("ja", "次の場合は受診してください："),
        ("hi", "डॉक्टर से मिलें:-"),
        ("hy", "Դիմեք բժշկի՝"),
        ("de", "„Gehen Sie zum Arzt:“"),
    ],
)
def test_a_lead_in_is_free_in_any_script(language: str, lead: str) -> None:
    first = claims(language, f"{lead}\n\n- a [@a]\n- b [@a]\n")[0]
    assert (str(first.status), first.kind) == ("not-a-claim", "lead-in")
    assert str(claims(language, f"{lead}\n\n- a [@a]\n- b\n")[0].status) == "uncited"
