"""Where sentences end, on health prose labelled by hand: ``sentences/*.txt``, one text a line.

``|`` marks an end of a sentence, ``~|`` a place that even a reader may take either way and that must be warned about,
``⏎`` a line end of the source. Lines with ``#`` are remarks.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sentencex import get_sentence_boundaries

from citewell.source import sentencex_adapter
from citewell.source.sentences import split_sentences
from tests.source.reading import FRONT, read

FOLDER = Path(__file__).parent / "sentences"
BOUNDARIES_AT_LEAST = 500
WRONG_AT_MOST = 0.01
FALSE_WARNINGS_AT_MOST = 0.01

_LABEL = re.compile(r" ?~?\| ?")
_STOPS = re.compile(r"[.!?…]+")
_LAST_STOP = re.compile(r"[.!?…]+[\"'”’)\]*†_]*$|$")
_SIGNS = "*_`<["


class Labelled(NamedTuple):
    """A text without its labels: the pieces between them, and for each place between two whether it is doubtful."""

    where: str
    pieces: tuple[str, ...]
    doubtful: tuple[bool, ...]


class Places(NamedTuple):
    """Offsets into a body: where sentences end, and where they may."""

    ends: frozenset[int]
    doubtful: frozenset[int]


Style = Callable[[str, bool], str]


def corpus() -> Iterator[Labelled]:
    """Every text of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.startswith("#"):
                yield labelled(f"{path.name}:{number}", line)


def labelled(where: str, line: str) -> Labelled:
    pieces, doubtful, at = [], [], 0
    for label in _LABEL.finditer(line):
        space = " " if " " in label[0] and line[label.start() - 1] != "⏎" else ""
        pieces.append(line[at : label.start()] + space)
        doubtful.append("~" in label[0])
        at = label.end()
    return Labelled(where, tuple(piece.replace("⏎", "\n") for piece in (*pieces, line[at:])), tuple(doubtful))


def as_written(piece: str, _doubtful: bool) -> str:
    """Without citations."""
    return piece


def mark_after(piece: str, doubtful: bool) -> str:
    """With a citation after the full stop, unless nobody can tell whether it is one."""
    words = piece.rstrip()
    return piece if doubtful else f"{words} [@key]{piece[len(words) :]}"


def mark_before(piece: str, doubtful: bool) -> str:
    """With a citation before the full stop."""
    words = piece.rstrip()
    stop = _LAST_STOP.search(words)
    assert stop
    return piece if doubtful else f"{words[: stop.start()].rstrip()} [@key]{stop[0]}{piece[len(words) :]}"


def written(text: Labelled, style: Style) -> tuple[str, Places]:
    """The body in a style, and where its sentences end."""
    body = ""
    places: dict[bool, set[int]] = {False: set(), True: set()}
    for piece, unsure in zip(text.pieces, (*text.doubtful, False), strict=True):
        body += style(piece, unsure)
        places[unsure].add(len(body))
    places[False].discard(len(body))
    return body, Places(first_letters(body, places[False]), first_letters(body, places[True]))


def first_letters(body: str, places: set[int]) -> frozenset[int]:
    """The places moved past the signs that open emphasis, links or code."""
    return frozenset(place + len(body[place:]) - len(body[place:].lstrip(_SIGNS)) for place in places)


def found(body: str) -> Places:
    """Where the reader ends sentences, and where it doubts."""
    claims = read(body).claims[1:]
    starts = {claim.span.start - len(FRONT) for claim in claims[1:]}
    doubtful = {place.start - len(FRONT) for claim in claims for place in claim.doubtful}
    return Places(first_letters(body, starts), frozenset(doubtful))


def verdicts(text: Labelled, style: Style) -> Iterator[tuple[str, str]]:
    """What the reader made of each place: a verdict and the words around it."""
    body, labels = written(text, style)
    seen = found(body)
    for piece in text.pieces:
        last = _LAST_STOP.search(piece.rstrip())
        yield from [("inside", "")] * (len(_STOPS.findall(piece)) - bool(last and last[0]))
    for verdict, places in {
        "right": (labels.ends & seen.ends) | (labels.doubtful & seen.doubtful),
        "missed, with a warning": labels.ends & seen.doubtful,
        "missed in silence": labels.ends - seen.ends - seen.doubtful,
        "an end where none is": seen.ends - labels.ends - labels.doubtful,
        "decided where nobody can": labels.doubtful - seen.doubtful,
        "warned for nothing": seen.doubtful - labels.ends - labels.doubtful,
    }.items():
        for at in sorted(places):
            yield verdict, f"{text.where}: …{body[max(0, at - 30) : at]}⟨{body[at : at + 20]}⟩"


@pytest.mark.parametrize("style", [as_written, mark_after, mark_before])
def test_ends_are_right_or_warned_about(style: Style) -> None:
    seen = [verdict for text in corpus() for verdict in verdicts(text, style)]
    counts = Counter(verdict for verdict, _ in seen)
    silent = counts["missed in silence"] + counts["an end where none is"] + counts["decided where nobody can"]
    wrong = counts["missed, with a warning"] + silent
    boundaries = counts["right"] + wrong
    report = "\n".join(
        [
            f"{style.__name__}: {counts['right']} of {boundaries} ends right ({counts['right'] / boundaries:.2%})",
            f"{counts['inside']} stops inside sentences, {counts['warned for nothing']} warnings for nothing",
            *(f"{verdict}: {words}" for verdict, words in seen if verdict not in ("right", "inside")),
        ]
    )
    print(report)  # noqa: T201 - the figure is worth seeing with pytest -rA
    assert boundaries >= BOUNDARIES_AT_LEAST, report
    assert wrong <= boundaries * WRONG_AT_MOST, report
    assert silent == 0, report
    assert counts["warned for nothing"] <= (boundaries + counts["inside"]) * FALSE_WARNINGS_AT_MOST, report


@pytest.mark.parametrize(
    ("body", "texts", "doubtful"),
    [
        ("Seen in approx. [@a] five people.", ["Seen in approx. five people."], []),
        ("The dose is 5 mg. [@a] or more.", ["The dose is 5 mg. or more."], []),
        ("Rest helps. [@a] ibuprofen does not.", ["Rest helps. ibuprofen does not."], ["ibuprofen"]),
        ("It was seen by Dr. [@a] Smith.", ["It was seen by Dr. Smith."], ["Smith"]),
        ("The answer is no. [@a] Drink.", ["The answer is no.", "Drink."], []),
        ("Pain at night [@a] is common. It is weak.", ["Pain at night is common.", "It is weak."], []),
        ("Rest helps (does it?) [@a]. Move.", ["Rest helps (does it?).", "Move."], []),
        ("Seen in the U.K. [@a] Surgery helps.", ["Seen in the U.K.", "Surgery helps."], []),
        ("Seen in the U.K [@a]. Surgery helps.", ["Seen in the U.K.", "Surgery helps."], []),
        ("Rest helps.[@a]Drink water.", ["Rest helps.", "Drink water."], []),
        ("“Rest. [@a] It helps.” [@b]", ["“Rest.", "It helps.”"], []),
        ("(Rest helps. [@a]) Drink.", ["(Rest helps.)", "Drink."], []),
        ("Rest helps [@a] It is cheap. [@b]", ["Rest helps It is cheap."], ["It"]),
        ("It helps. [@a] …and is cheap. [@b]", ["It helps.", "…and is cheap."], []),
        ("It helps [@a]... [@b] It is cheap. [@c]", ["It helps...", "It is cheap."], []),
        ("In one study [@a] NICE is named.", ["In one study NICE is named."], []),
    ],
)
def test_marks_decide(body: str, texts: list[str], doubtful: list[str]) -> None:
    claims = read(body).claims[1:]
    assert [claim.text for claim in claims] == texts
    places = [place.start - len(FRONT) for claim in claims for place in claim.doubtful]
    assert [body[place:].split(maxsplit=1)[0].rstrip(".") for place in places] == doubtful


def test_own_abbreviations_end_nothing() -> None:
    text = "Seen at St. Mary Hosp. London today."
    assert split_sentences(text, [], abbreviations=frozenset({"hosp."})).cuts == ()
    assert split_sentences("Seen at Oph. London.", [], abbreviations=frozenset({"oph."})).doubtful == ()


@pytest.mark.parametrize(
    ("text", "bold", "cuts", "doubtful"),
    [
        ("Early course. Many have no signs.", "Early course.", [], []),
        ("One is bad. Two is good. Three is so.", "One is bad. Two is good.", ["Two", "Three"], []),
        ("Every lump that grows in a week is certainly cancer. Many see it.", "Every … cancer.", [], ["Many"]),
    ],
)
def test_bold_beginning_is_a_name_only_when_it_is_short(
    text: str, bold: str, cuts: list[str], doubtful: list[str]
) -> None:
    end = text.index(bold.rpartition(" ")[2]) + len(bold.rpartition(" ")[2])
    found = split_sentences(text, [], lead_in_end=end)
    assert found.cuts == tuple(text.index(word) for word in cuts)
    assert found.doubtful == tuple(text.index(word) for word in doubtful)


def test_places_hold_in_other_scripts() -> None:
    text = "Ça fait très mal 😀. Prenez rendez-vous."
    assert split_sentences(text, []).cuts == (text.index("Prenez"),)


def test_a_very_long_text_is_handed_over_in_pieces(monkeypatch):
    """The time sentencex takes grows with the square of what it is given."""
    handed: list[int] = []

    def watched(language: str, text: str) -> object:
        handed.append(len(text))
        return get_sentence_boundaries(language, text)

    monkeypatch.setattr(sentencex_adapter, "get_sentence_boundaries", watched)
    split_sentences("“Rest helps. " * 15_000, ())
    assert max(handed) <= sentencex_adapter.LONGEST
    assert sum(handed) < 300_000, "pieces overlap a little, so that the words at their edges are whole"


def test_in_pieces_the_same_ends_are_proposed(monkeypatch):
    """All texts of the corpus as one paragraph, in pieces and whole."""
    together = " ".join("".join(text.pieces) for text in corpus())
    assert len(together) > 4 * sentencex_adapter.LONGEST
    in_pieces = sentencex_adapter.propose_ends(together)
    monkeypatch.setattr(sentencex_adapter, "LONGEST", len(together))
    assert in_pieces == sentencex_adapter.propose_ends(together)


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("ja", "頭痛がある。もう一つ。", ["頭痛がある。", "もう一つ。"]),
        ("zh", "头痛！另一个？是。", ["头痛！", "另一个？", "是。"]),
        ("hi", "सिर दर्द है। एक और है।", ["सिर दर्द है। ", "एक और है।"]),
        ("hy", "Գլխացավ։ Եվս մեկը։", ["Գլխացավ։ ", "Եվս մեկը։"]),
        ("my", "ခေါင်းကိုက်။ နောက်တစ်ခု။", ["ခေါင်းကိုက်။ ", "နောက်တစ်ခု။"]),
        ("en", "The word 痛い。こ is Japanese.", ["The word 痛い。こ is Japanese."]),
    ],
)
def test_the_stops_of_other_scripts_end_sentences_in_their_languages(
    language: str, text: str, pieces: list[str]
) -> None:
    cuts = (0, *split_sentences(text, (), language=language).cuts, len(text))
    assert [text[begin:end] for begin, end in itertools.pairwise(cuts)] == pieces
