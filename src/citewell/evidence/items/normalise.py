"""Items: references as data, in the one form in which a bibliography file has them.

An item is what its YAML says: a mapping of CSL variables to texts, to lists of names (mappings of texts) and, under
``custom``, to what Citewell knows beyond CSL. Dates are texts. Nothing is empty, and nothing in it is unknown to the
reader of bibliographies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.items.clean_text import clean_text
from citewell.evidence.items.dates import read_date
from citewell.evidence.items.journals import clean_journal_name, expand_pages
from citewell.evidence.items.languages import parse_language
from citewell.evidence.items.people import join_organisation, parse_names
from citewell.evidence.items.private import remove_private_data
from citewell.evidence.rich_text.tags import markup_to_text, replace_entities
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.evidence import NoticeKind
from citewell.model.references import KINDS, IdentifierKind

Item: TypeAlias = dict[str, Any]

#: The order in which people look for the parts of a reference; others come before the last, sorted by name.
_FIRST: Final = (
    "id type title author editor translator container-title collection-title collection-number edition publisher "
    "publisher-place genre number issued accessed volume issue page DOI PMID PMCID ISBN ISSN URL"
).split()
_LAST: Final = ["keyword", "note", "abstract", "categories", "custom"]
_PARTS: Final = ("family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix")
_FLAGS: Final = ("comma-suffix", "static-ordering", "parse-names")
_REMARKS: Final = (
    "people",
    "doubt",
    "note",
    "access",
    "topic",
    "licence-note",
    "date-basis",
    "url-basis",
    "supersedes",
)
_CONFIDENCE: Final = ("seen-at-publisher", "seen-in-copy", "third-party-bibliography")
_OF_NOTICE: Final = frozenset({"kind", "said-by", "published", "doi", "pmid", "reason"})
_PARTIAL_DAY: Final = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_ADDRESSES: Final = frozenset({*map(str, IdentifierKind), "ISSN"})
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NormalisedItem(NamedTuple):
    """An item without its id, the fields of which something had no place in CSL, and those with something private.

    What the first held is in the item under ``custom``, ``imported``; what is private was left out.
    """

    item: Item
    left: tuple[str, ...]
    private: tuple[str, ...] = ()


def normalise_item(raw: Mapping[str, Any], left: Mapping[str, Any] | None = None) -> NormalisedItem:
    """The item of CSL data from anywhere, however odd or hostile; ``left`` is what its reader could not map.

    Never raises for what the data holds, and drops only what is empty or private, invisible characters, and
    what NLM's catalogue adds to the name of a journal.
    """
    kept: dict[str, Any] = {}
    item: Item = {}
    for name, value in raw.items():
        if name not in {"id", "custom", "type"} and not _is_empty(value):
            _take_variable(str(name), value, item, kept)
    item["type"] = _choose_type(raw, item, kept)
    custom = _read_custom(raw.get("custom"), kept)
    kept.update({name: value for name, value in (left or {}).items() if not _is_empty(value)})
    imported = _collect_imported(kept, custom.pop("imported", {}))
    if imported:
        custom["imported"] = imported
    if custom:
        item["custom"] = custom
    _normalise_journal(item)
    _drop_same_original(item)
    public, private = remove_private_data(item)
    return NormalisedItem(sort_variables(public), tuple(name for name in kept if name not in private), private)


def sort_variables(item: Item) -> Item:
    """An item with its variables in the order of a bibliography file."""
    rest = sorted(item.keys() - set(_FIRST) - set(_LAST))
    return {name: item[name] for name in (*_FIRST, *rest, *_LAST) if name in item}


def fill_gaps(item: Item, others: Iterable[Item]) -> Item:
    """An item with what it lacks taken from others, the first that has it; ``custom`` part by part."""
    whole = dict(item)
    for other in others:
        _fill_from(whole, other)
    return sort_variables(whole)


def _fill_from(whole: Item, other: Item) -> None:
    for name, value in other.items():
        there = whole.get(name)
        if isinstance(value, dict) and isinstance(there, dict):
            whole[name] = there = dict(there)
            _fill_from(there, value)
        elif value and there is None:
            whole[name] = value


def _normalise_journal(item: Item) -> None:
    """Give a journal one name and its pages one form, whatever the source."""
    for name, one_way in (("container-title", clean_journal_name), ("page", expand_pages)):
        if item["type"] == "article-journal" and name in item:
            item[name] = one_way(item[name])


def _drop_same_original(item: Item) -> None:
    """Drop an original title that only repeats the title, as services give it for works that are not translated."""
    if _fold_letters(item.get("original-title", "")) == _fold_letters(item.get("title", "")):
        item.pop("original-title", None)


def _fold_letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _take_variable(name: str, value: Any, item: Item, kept: dict[str, Any]) -> None:
    """Put a variable into the item, or what cannot be taken of it to what is kept."""
    if name in DATES:
        found = read_date(value)
        if found:
            item[name] = found.text
        if not found or not found.whole:
            kept[name] = value
    elif name in NAMES:
        names = _read_names(name, value, kept)
        if names:
            item[name] = names
    elif name == "language":
        _take_language(value, item, kept)
    elif name == "categories" and isinstance(value, list) and all(_read_words(one) for one in value):
        item[name] = [_read_words(one) for one in value]
    else:
        alone = value[0] if isinstance(value, list) and len(value) == 1 else value
        text = (_read_address if name in _ADDRESSES else _read_words)(alone) if name in TEXTS else ""
        one = _choose_isbn(text) if name == "ISBN" else text
        if one:
            item[name] = one
        if not one or one != text:
            kept[name] = value


def _take_language(value: Any, item: Item, kept: dict[str, Any]) -> None:
    """Put the first language of a work into the item; what else was given, or is unknown, to what is kept."""
    first, *others = value if isinstance(value, list) and value else [value]
    language = parse_language(_read_text(first))
    if language:
        item["language"] = language.tag
    if not language or not language.whole or others:
        kept["language"] = value


def _choose_isbn(text: str) -> str:
    """The first sound number of a text that has several, or one with a remark ("(paperback)"); else the text."""
    if parse_identifier(IdentifierKind.ISBN, text):
        return text
    parts = re.split(r"[\s,;]+", text)
    return next((part for part in parts if parse_identifier(IdentifierKind.ISBN, part)), text)


def _read_names(role: str, value: Any, kept: dict[str, Any]) -> list[dict[str, str]]:
    names = []
    for number, given in enumerate(value if isinstance(value, list) else [value], 1):
        if not isinstance(given, Mapping):
            if text := _read_words(given):
                names += parse_names(text).names
            elif not _is_empty(given):
                kept[f"{role} {number}"] = given
            continue
        parts = {part: text for part in _PARTS if (text := _read_words(given.get(part)))}
        parts |= {flag: "true" for flag in _FLAGS if str(given.get(flag, "")).lower() == "true"}
        rest = {part: each for part, each in given.items() if part not in parts and part not in _FLAGS}
        if not parts and (name := _read_words(given.get("name"))):  # what Crossref calls a body
            parts = {"literal": name}
            del rest["name"]
        if {"family", "given", "literal"} & parts.keys():
            whole = join_organisation(parts["family"], parts["given"]) if parts.keys() == {"family", "given"} else None
            names.append(whole or parts)
        else:
            rest |= parts
        kept.update({f"{role} {number} {part}": each for part, each in rest.items() if not _is_empty(each)})
    return names


def _choose_type(raw: Mapping[str, Any], item: Item, kept: dict[str, Any]) -> str:
    """The type given, if CSL knows it; else the likeliest."""
    given = _read_text(raw.get("type"))
    if given in TYPES:
        return given
    if not _is_empty(raw.get("type")):
        kept["type"] = raw["type"]
    if "container-title" in item and {"volume", "issue", "PMID"} & item.keys():
        return "article-journal"
    return "webpage" if "URL" in item and "ISBN" not in item else "document"


def _read_custom(value: Any, kept: dict[str, Any]) -> dict[str, Any]:
    """The parts of ``custom`` that are Citewell's own and sound.

    What an editor accepted is left out: the decision was made for another site.
    """
    if not isinstance(value, Mapping):
        if not _is_empty(value):
            kept["custom"] = value
        return {}
    taken: dict[str, Any] = {}
    for name, part in value.items():
        text = _read_text(part)
        known = (
            (name == "kind" and text in KINDS)
            or (name == "confidence" and text in _CONFIDENCE)
            or (name == "unverified" and text in {"true", "false"})
            or (name in _REMARKS and text)
        )
        if known:
            taken[name] = text
        elif name == "review-date" and (day := read_date(text)) and re.fullmatch(r"[0-9]{4}(-[0-9]{2}){2}", day.text):
            taken[name] = day.text
        elif name == "quotes" and _are_quotes(part):
            taken[name] = [{"name": _read_text(each["name"]), "text": _read_text(each["text"])} for each in part]
        elif name == "notices" and _are_notices(part):
            taken[name] = [{str(key): _read_text(each[key]) for key in each} for each in part]
        elif name == "imported" and isinstance(part, Mapping):
            taken[name] = part
        elif not _is_empty(part):
            kept[f"custom {name}"] = part
    return taken


def _are_quotes(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, Mapping)
        and each.keys() == {"name", "text"}
        and len(_read_text(each["name"])) <= 80
        and _SLUG.fullmatch(_read_text(each["name"]))
        and _read_text(each["text"])
        for each in value
    )


def _are_notices(value: Any) -> bool:
    return (
        isinstance(value, list)
        and value != []
        and all(
            isinstance(each, Mapping)
            and {"kind", "said-by"} <= each.keys() <= _OF_NOTICE
            and all(_read_text(part) for part in each.values())
            and _read_text(each["kind"]) in set(NoticeKind)
            and _PARTIAL_DAY.fullmatch(_read_text(each.get("published", "2020")))
            for each in value
        )
    )


def _collect_imported(kept: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept, as plain texts and lists of texts under names that YAML can have as keys."""
    imported: dict[str, Any] = {}
    for name, value in (*before.items(), *kept.items()):
        if _is_empty(value):
            continue
        key = clean_text(str(name))[:100].strip() or "field"
        number = 1
        while key in imported or key == "<<":
            number += 1
            key = f"{clean_text(str(name))[:90].strip() or 'field'} {number}"
        plain = _to_plain(value)
        if plain:
            imported[key] = plain
    return imported


def _to_plain(value: Any) -> str | list[str]:
    """Any data as a text or a list of texts; what is nested deeper is written as JSON."""
    if isinstance(value, list) and all(_read_text(one) for one in value):
        texts = [_read_text(one) for one in value]
        return texts[0] if len(texts) == 1 else texts
    return _read_text(value) or clean_text(_to_json(value))


def _to_json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (RecursionError, ValueError):
        return "(nested too deep to be kept)"


def _read_text(value: Any) -> str:
    """A plain value as a clean text; "" for a list, a mapping or ``None``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return clean_text(str(value)) if isinstance(value, str | int | float) else ""


def _read_words(value: Any) -> str:
    """A plain value as a text without markup."""
    return markup_to_text(_read_text(value), longest=None)


def _read_address(value: Any) -> str:
    """An identifier or an address, of whose markup only entities can be taken for such."""
    return clean_text(replace_entities(_read_text(value)))


def _is_empty(value: Any) -> bool:
    """Whether a value holds nothing that could be lost. Deep nesting never counts as empty."""
    if isinstance(value, str):
        return not clean_text(value)
    if isinstance(value, list | tuple):
        return all(isinstance(one, str | None) and _is_empty(one) for one in value)
    if isinstance(value, Mapping):
        return all(isinstance(one, str | None) and _is_empty(one) for one in value.values())
    return value is None
