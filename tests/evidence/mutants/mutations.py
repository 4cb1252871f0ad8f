"""What can go wrong with the evidence of a site, each as one small change of its texts.

A mutation takes the texts and a source of chance, and gives the texts that it changed. Whether what comes out is wrong
is not for it to say: a swap of two sources may be as right as before.
"""

from __future__ import annotations

import json
import random
import re
import string
from collections.abc import Callable, Iterable
from typing import Any, Final

from tests.evidence.mutants.content import LOCK, REFERENCES, Texts
from tests.evidence.mutants.oracle import MARK

Mutation = Callable[[Texts, random.Random], dict[str, str]]
MUTATIONS: Final[dict[str, Mutation]] = {}

_KEY: Final = re.compile(r"(?<=@)[a-z][a-z0-9-]+(?=[,; \]])")
_PINNED: Final = re.compile(r"(?<= \")[^\"\]]+(?=\")")
_NAMED: Final = re.compile(r"(?<=, quote )[a-z-]+")
_BLOCK: Final = re.compile(r"  - id: (\S+)\n(?:    .*\n)*")
_TITLE: Final = re.compile(r"(?<=    title: ).*")
_QUOTE_TEXT: Final = re.compile(r"(?<=          text: ).*")
_WORDS: Final = ("seldom", "often", "not", "never", "three", "four", "cold", "small", "only", "always")


def mutation(function: Mutation) -> Mutation:
    """Adds a mutation to the list."""
    MUTATIONS[function.__name__] = function
    return function


# --- In the articles


@mutation
def delete_a_mark(texts: Texts, chance: random.Random) -> dict[str, str]:
    """The only citation of a statement goes, or its reason for having none."""
    return _replaced(texts, chance, MARK, lambda _: "", _articles(texts))


@mutation
def misspell_a_key(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _KEY, lambda key: _misspelt(key, chance), _articles(texts))


@mutation
def change_a_pinned_word(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _PINNED, lambda words: _reworded(words, chance), _articles(texts))


@mutation
def misspell_a_pinned_word(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _PINNED, lambda words: _misspelt(words, chance), _articles(texts))


@mutation
def call_a_quote_by_another_name(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _NAMED, lambda name: _misspelt(name, chance), _articles(texts))


@mutation
def swap_the_reference_under_a_quote(texts: Texts, chance: random.Random) -> dict[str, str]:
    pinning = re.compile(r"(?<=@)[a-z][a-z0-9-]+(?= \"|, quote )")
    return _replaced(texts, chance, pinning, lambda key: _another_key(texts, key, chance), _articles(texts))


@mutation
def swap_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    """Nothing but a reader can see that this is wrong."""
    return _replaced(texts, chance, _KEY, lambda key: _another_key(texts, key, chance), _articles(texts))


@mutation
def delete_one_of_two_items(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, re.compile(r"; @[^;\]\"]+(?=\])"), lambda _: "", _articles(texts))


@mutation
def exchange_two_items(texts: Texts, chance: random.Random) -> dict[str, str]:
    pair = re.compile(r"(?<=\[)@[^;\]\"]+; @[^;\]\"]+(?=\])")
    return _replaced(texts, chance, pair, lambda both: "; ".join(reversed(both.split("; "))), _articles(texts))


@mutation
def set_a_quote_in_other_marks(texts: Texts, chance: random.Random) -> dict[str, str]:
    """Curly quotation marks, and two spaces for one: typesetting, no other words."""
    quoted = re.compile(r"\"[^\"\]]+\"(?=\])")
    return _replaced(texts, chance, quoted, lambda words: f"“{words[1:-1].replace(' ', '  ', 1)}”", _articles(texts))


@mutation
def pin_too_many_words(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _PINNED, lambda words: " ".join([words] * 10), _articles(texts))


# --- In the references


@mutation
def duplicate_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    """The same work again under another key, with another title and its DOI in another spelling."""
    _, found = _reference(texts, chance)
    copy = found[0].replace(found[1], f"{found[1]}-{chance.choice(string.ascii_lowercase)}", 1)
    copy = re.sub(r"(?<=    title: ).*", lambda title: _reworded(title[0], chance), copy)
    copy = re.sub(r"(?<=    DOI: )", chance.choice(["", "https://doi.org/", "doi:"]), copy)
    where = chance.choice(REFERENCES)
    return {where: f"{texts[where].rstrip()}\n\n{copy}"}


@mutation
def delete_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    path, found = _reference(texts, chance)
    return {path: texts[path].replace(found[0], "", 1)}


@mutation
def rename_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    path, found = _reference(texts, chance)
    return {path: texts[path].replace(f"- id: {found[1]}\n", f"- id: {_misspelt(found[1], chance)}\n", 1)}


@mutation
def change_a_title(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _TITLE, lambda title: _reworded(title, chance), REFERENCES)


@mutation
def change_an_identifier(texts: Texts, chance: random.Random) -> dict[str, str]:
    """A DOI, PMID or address of another work."""
    value = re.compile(r"(?<=    DOI: 10\.1000/).*|(?<=    PMID: ).*|(?<=    URL: https://).*")
    return _replaced(texts, chance, value, lambda typed: f"{typed}{chance.randrange(10)}", REFERENCES)


@mutation
def spell_a_doi_in_another_way(texts: Texts, chance: random.Random) -> dict[str, str]:
    doi = re.compile(r"(?<=    DOI: ).*")
    spell = chance.choice([str.upper, "https://doi.org/{}".format, "doi:{}".format])
    return _replaced(texts, chance, doi, spell, REFERENCES)


@mutation
def change_a_word_of_a_named_quote(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _replaced(texts, chance, _QUOTE_TEXT, lambda words: _reworded(words, chance), REFERENCES)


@mutation
def delete_a_named_quote(texts: Texts, chance: random.Random) -> dict[str, str]:
    quotes = re.compile(r"    custom:\n      quotes:\n        - name: .*\n          text: .*\n")
    return _replaced(texts, chance, quotes, lambda _: "", REFERENCES)


# --- On the web, as the lock tells


@mutation
def retract_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    return _with_lock(texts, chance, lambda known: _notice(known, "retraction", chance))


@mutation
def change_the_title_of_a_retracted_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    path, found = _reference(texts, chance)
    item = _TITLE.sub(lambda title: _reworded(title[0], chance), found[0], count=1)
    return {path: texts[path].replace(found[0], item, 1), LOCK: _retracted(texts, found, chance)}


@mutation
def rename_a_retracted_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    """Its citations follow; what was looked up does not."""
    path, found = _reference(texts, chance)
    new = f"{found[1]}-{chance.choice(string.ascii_lowercase)}"
    cited = re.compile(rf"(?<=@){re.escape(found[1])}(?=[,; \]])")
    articles = {each: text for each in _articles(texts) if (text := cited.sub(new, texts[each])) != texts[each]}
    renamed = texts[path].replace(f"- id: {found[1]}\n", f"- id: {new}\n", 1)
    return {**articles, path: renamed, LOCK: _retracted(texts, found, chance)}


@mutation
def doubt_a_reference(texts: Texts, chance: random.Random) -> dict[str, str]:
    kind = chance.choice(["expression-of-concern", "superseded", "correction"])
    return _with_lock(texts, chance, lambda known: _notice(known, kind, chance))


@mutation
def kill_a_link(texts: Texts, chance: random.Random) -> dict[str, str]:
    verdict = chance.choice(["broken", "broken", "wrong-page", "refused"])
    return _with_lock(texts, chance, lambda known: _verdict(known, verdict, chance))


@mutation
def leave_a_link_in_doubt(texts: Texts, chance: random.Random) -> dict[str, str]:
    verdict = chance.choice(["failing", "blocked", "unknown"])
    return _with_lock(texts, chance, lambda known: _verdict(known, verdict, chance))


@mutation
def change_the_page_under_a_quote(texts: Texts, chance: random.Random) -> dict[str, str]:
    def change(known: dict[str, Any]) -> None:
        quote = chance.choice(known["quotes"])
        quote["verdict"] = chance.choice(["changed", "missing"])
        quote["says"] = _reworded(quote["text"], chance)

    return _with_lock(texts, chance, change, pinned=True)


@mutation
def forget_what_was_looked_up(texts: Texts, chance: random.Random) -> dict[str, str]:
    lock = json.loads(texts[LOCK])
    del lock["references"][chance.choice(sorted(lock["references"]))]
    return {LOCK: json.dumps(lock, indent=1)}


@mutation
def accept_what_happened(texts: Texts, chance: random.Random) -> dict[str, str]:
    """A notice or a dead link, and an editor who knew of it, or decided before it was known."""
    finding = chance.choice(["retraction", "expression-of-concern", "superseded", "correction", "broken"])
    path, found = _reference(texts, chance)
    lock = json.loads(texts[LOCK])
    known = lock["references"][found[1]]
    _verdict(known, finding, chance) if finding == "broken" else _notice(known, finding, chance)
    day = f"2026-02-{chance.randrange(1, 29):02}"
    head = "" if "    custom:\n" in found[0] else "    custom:\n"
    accepted = f"      accepted:\n        - finding: {finding}\n          reason: It is made up.\n"
    item = f"{found[0]}{head}{accepted}          by: editorial-team\n          date: {day}\n"
    return {path: texts[path].replace(found[0], item, 1), LOCK: json.dumps(lock, indent=1)}


def _retracted(texts: Texts, found: re.Match[str], chance: random.Random) -> str:
    """The lock, once a reference was found to be retracted."""
    lock = json.loads(texts[LOCK])
    known = lock["references"][found[1]]
    _notice(known, "retraction", chance)
    typed = re.findall(r"    (DOI|PMID|ISBN|URL): (.*)", found[0])
    spelled = {kind: value.replace("-", "") if kind == "ISBN" else value for kind, value in typed}
    known["identifiers"] = [value if kind == "URL" else f"{kind.lower()}:{value}" for kind, value in spelled.items()]
    return json.dumps(lock, indent=1)


def _articles(texts: Texts) -> list[str]:
    return [path for path in texts if path.endswith(".md")]


def _replaced(
    texts: Texts, chance: random.Random, wanted: re.Pattern[str], by: Callable[[str], str], paths: Iterable[str]
) -> dict[str, str]:
    """One of the places at which a pattern matches, with something else in its place."""
    places = [(path, match) for path in paths for match in wanted.finditer(texts[path])]
    path, match = chance.choice(places)
    return {path: texts[path][: match.start()] + by(match[0]) + texts[path][match.end() :]}


def _misspelt(word: str, chance: random.Random) -> str:
    """A letter dropped, doubled, changed, or exchanged with the next."""
    letters = [at for at, letter in enumerate(word) if letter.isalpha()]
    at = chance.choice(letters)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _reworded(text: str, chance: random.Random) -> str:
    """One word dropped, added, or another in its place."""
    words = text.split(" ")
    at = chance.randrange(len(words))
    new = chance.choice(_WORDS)
    return " ".join(
        chance.choice(
            [words[:at] + words[at + 1 :], [*words[:at], new, *words[at:]], [*words[:at], new, *words[at + 1 :]]]
        )
    )


def _another_key(texts: Texts, key: str, chance: random.Random) -> str:
    keys = [found[1] for path in REFERENCES for found in _BLOCK.finditer(texts[path])]
    return chance.choice([other for other in keys if other != key])


def _reference(texts: Texts, chance: random.Random) -> tuple[str, re.Match[str]]:
    path = chance.choice(REFERENCES)
    return path, chance.choice(list(_BLOCK.finditer(texts[path])))


def _with_lock(
    texts: Texts, chance: random.Random, change: Callable[[dict[str, Any]], None], pinned: bool = False
) -> dict[str, str]:
    lock = json.loads(texts[LOCK])
    keys = [key for key, known in sorted(lock["references"].items()) if not pinned or known.get("quotes")]
    change(lock["references"][chance.choice(keys)])
    return {LOCK: json.dumps(lock, indent=1)}


def _notice(known: dict[str, Any], kind: str, chance: random.Random) -> None:
    said_by = chance.choice(["Crossref", "PubMed", "Retraction Watch"])
    published = f"{chance.randrange(2000, 2026)}-{chance.randrange(1, 13):02}"
    known["notices"] = [{"kind": kind, "said_by": said_by, "published": published, "seen": "2026-02-18"}]


def _verdict(known: dict[str, Any], verdict: str, chance: random.Random) -> None:
    known["verdict"], known["reason"] = verdict, f"the server answered {chance.randrange(200, 600)}"
    if verdict in ("failing", "broken"):
        known["failed_on"] = ["2026-02-18", "2026-02-20"][: 1 + (verdict == "broken")]
