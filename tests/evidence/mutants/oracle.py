"""What is wrong with texts, found without the program: with patterns, a YAML and a JSON reader, and the site as it was.

The site as it was is right, and one thing is changed at a time. So a statement lost its source where a mark is gone, a
reference is unchecked where its title or an identifier differs from what it was, and nothing else needs judging.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import yaml
from tests.evidence.mutants.content import LOCK, REFERENCES, Texts

MARK: Final = re.compile(r"\[(?:no source: [^\]]*|[^\]]*@[^\]]*)\]")
ITEM: Final = re.compile(r"(?<!\w)@(?P<key>[A-Za-z0-9_:./-]+)(?P<behind>(?:\"[^\"]*\"|“[^”]*”|[^;\]\"“”])*)")
_QUOTE: Final = re.compile(r"[\"“](.*)[\"”]\s*$")
_NAME: Final = re.compile(r"^, quote (.*)$")
_LIST_ITEM: Final = re.compile(r"(?:-|[0-9]+\.) ")
_ID: Final = re.compile(r"  - id: (\S+)")
_IDENTIFIERS: Final = ("DOI", "PMID", "ISBN", "URL")
_BAD: Final = {"broken", "wrong-page", "refused"}
_GRAVEST: Final = ("retraction", "expression-of-concern", "superseded", "correction")


class Place(NamedTuple):
    """A line of a text."""

    path: str
    line: int


class Use(NamedTuple):
    """An item of a citation: where it stands, its key, the words it pins, and the name of the quote it calls.

    ``mark`` numbers the citations of a text.
    """

    place: Place
    mark: int
    key: str
    words: str
    name: str


class Item(NamedTuple):
    """A reference: where its id stands, its address (the id, if it has none) and its quotes; and what it says."""

    place: Place
    address: Place
    quotes: Mapping[str, Place]
    data: Mapping[str, Any]


class Oracle:
    """Knows the texts as they were, and says where others are wrong."""

    def __init__(self, texts: Texts) -> None:
        self._marks = {path: _marks(text) for path, text in texts.items() if path.endswith(".md")}
        self._uses = {path: _uses(path, text) for path, text in texts.items() if path.endswith(".md")}
        self._before = {item.data["id"]: item.data for item in _items(texts)}
        self._texts = texts

    def faults(self, changed: Texts) -> set[Place]:
        """The lines at which something is wrong once these texts stand in place of theirs."""
        texts = {**self._texts, **changed}
        items = _items(texts)
        by_name = _by_name(items)
        lock = json.loads(texts[LOCK])["references"]
        uses = [
            use for path in self._uses for use in (_uses(path, changed[path]) if path in changed else self._uses[path])
        ]
        found = {place for path in self._marks if path in changed for place in self._lost(path, changed[path])}
        cited: set[str] = set()
        named: set[tuple[str, str]] = set()
        within: set[tuple[str, int, str]] = set()
        for use in uses:
            item = by_name.get(_plain_key(use.key))
            if item is None:
                found.add(use.place)
                continue
            key = item.data["id"]
            cited.add(key)
            named.add((key, use.name))
            known = lock.get(key) if self._as_looked_up(item) else None
            twice = (use.place.path, use.mark, key) in within
            within.add((use.place.path, use.mark, key))
            told = {"verdict": "ok", "notices": _about(item, lock)}
            bad = (known and _is_bad(known, item)) or _is_bad(told, item)
            if twice or bad or self._is_wrong(use, item, lock.get(key, {})):
                found.add(use.place)
        return found | set(self._wrong_items(items, cited, named, lock))

    def _lost(self, path: str, text: str) -> Iterator[Place]:
        """Lines with fewer marks than they had, and the line that leads to the list they stand in."""
        lines = text.splitlines()
        for number, (before, now) in enumerate(zip(self._marks[path], _marks(text), strict=True), start=1):
            if now < before:
                yield Place(path, number)
                above = number - 1
                while above and (not lines[above] or _LIST_ITEM.match(lines[above])):
                    above -= 1
                if lines[above].endswith(":"):
                    yield Place(path, above + 1)

    def _as_looked_up(self, item: Item) -> bool:
        before = self._before.get(item.data["id"], {})
        return _work(before) == _work(item.data)

    def _is_wrong(self, use: Use, item: Item, known: Mapping[str, Any]) -> bool:
        """Whether an item pins words that were not found in its reference as it is now."""
        words = use.words
        if use.name:
            words = next((each["text"] for each in _custom(item, "quotes") if each["name"] == use.name), "")
            if not words:
                return True
        if not words:
            return False
        found = {_plain(each["text"]) for each in known.get("quotes", ()) if each["verdict"] == "found"}
        return _plain(words) not in found or not self._as_looked_up(item)

    def _wrong_items(
        self, items: list[Item], cited: set[str], named: set[tuple[str, str]], lock: Mapping[str, Any]
    ) -> Iterator[Place]:
        seen: set[str] = set()
        for item in items:
            key, names = item.data["id"], set(_names(item.data))
            unchecked = key not in lock or not self._as_looked_up(item) or _never_reached(lock[key])
            if key not in cited or names & seen or unchecked:
                yield item.place
            elif lock[key]["verdict"] in ("failing", "moved"):
                yield item.address
            misspelt = any(name and name not in item.quotes for used, name in named if used == key)
            if key in cited and not misspelt:  # a misspelt name may mean the quote that seems unused
                yield from (place for name, place in item.quotes.items() if (key, name) not in named)
            seen |= names


def _about(item: Item, lock: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The notices about a work, under whatever key they were found."""
    names = set(_names(item.data))
    return [
        notice for known in lock.values() if names & set(known.get("identifiers", ())) for notice in known["notices"]
    ]


def _never_reached(known: Mapping[str, Any]) -> bool:
    return known["verdict"] == "unknown" and not (known.get("final_url") or known.get("text_digest"))


def _is_bad(known: Mapping[str, Any], item: Item) -> bool:
    """Whether a statement must not rest on a work, for all that is known of it and was not accepted."""
    accepted = {each["finding"]: str(each["date"]) for each in _custom(item, "accepted")}
    if known["verdict"] in _BAD:
        return known["verdict"] not in accepted or accepted[known["verdict"]] < known["failed_on"][0]
    return any(
        all(
            kind not in accepted or accepted[kind] < notice["seen"]
            for kind in _GRAVEST[: _GRAVEST.index(notice["kind"]) + 1]
        )
        for notice in known.get("notices", ())
    )


def _marks(text: str) -> list[int]:
    return [len(MARK.findall(line)) for line in text.splitlines()]


def _uses(path: str, text: str) -> list[Use]:
    found = []
    for count, (number, mark) in enumerate(
        (number, mark) for number, line in enumerate(text.splitlines(), start=1) for mark in MARK.findall(line)
    ):
        for item in () if mark.startswith("[no source") else ITEM.finditer(mark):
            behind = item["behind"].rstrip()
            quote, name = _QUOTE.search(behind), _NAME.match(behind)
            key = item["key"].rstrip(".,:")
            found.append(Use(Place(path, number), count, key, quote[1] if quote else "", name[1] if name else ""))
    return found


def _items(texts: Texts) -> list[Item]:
    return [item for path in REFERENCES for item in _items_of(path, texts[path])]


@cache
def _items_of(path: str, text: str) -> tuple[Item, ...]:
    lines = text.splitlines()
    data = yaml.load(text, yaml.CBaseLoader)["references"] or []
    starts = [number for number, line in enumerate(lines, start=1) if _ID.match(line)]
    found = []
    for item, start, end in zip(data, starts, [*starts[1:], len(lines) + 1], strict=True):
        own = [(number, lines[number - 1].strip()) for number in range(start, end)]
        address = next((number for number, line in own if line.startswith("URL:")), start)
        quotes = {line.removeprefix("- name: "): Place(path, number + 1) for number, line in own if "- name: " in line}
        found.append(Item(Place(path, start), Place(path, address), quotes, item))
    return tuple(found)


def _by_name(items: list[Item]) -> dict[str, Item]:
    """References by all that a citation may call them; of two the first counts, and a key before an identifier."""
    found: dict[str, Item] = {}
    for item in items:
        for name in _names(item.data):
            found.setdefault(name, item)
    return {**found, **{item.data["id"]: item for item in reversed(items)}}


def _names(data: Mapping[str, Any]) -> Iterator[str]:
    for kind in _IDENTIFIERS:
        if kind in data:
            value = data[kind].removeprefix("https://doi.org/").removeprefix("doi:")
            yield data[kind] if kind == "URL" else f"{kind.lower()}:{_identifier(kind, value)}"


def _identifier(kind: str, value: str) -> str:
    return value.replace("-", "") if kind == "ISBN" else value.lower()


def _plain_key(key: str) -> str:
    kind, _, value = key.partition(":")
    return f"{kind.lower()}:{value.lower()}" if kind.lower() in ("doi", "pmid", "isbn") else key


def _work(data: Mapping[str, Any]) -> tuple[str, ...]:
    return (data.get("title", ""), data.get("URL", ""), *sorted(set(_names(data))))


def _custom(item: Item, name: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = item.data.get("custom", {}).get(name, [])
    return found


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())
