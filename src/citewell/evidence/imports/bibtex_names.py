"""Names in BibTeX: "First von Last", "von Last, First" or "von Last, Jr, First", joined by "and"; bodies in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.evidence.rich_text.latex import plain

_PAIR: Final = re.compile(r"(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_SPACE: Final = re.compile(r"\\.|(?P<space>[\s~]+)", re.DOTALL)
_PARTS: Final = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}


class ReadNames(NamedTuple):
    """The names of a field as CSL has them, and whether "and others" stood behind them."""

    names: list[dict[str, str]]
    others: bool


def names(latex: str) -> ReadNames:
    """The names of a field that is still LaTeX, because braces say what is one word."""
    given = [name.strip() for name in _split(latex, " and ") if name.strip()]
    others = bool(given) and given[-1].lower() in {"others", "{others}", "et al.", "et al"}
    found = [_name(name) for name in (given[:-1] if others else given)]
    return ReadNames([name for name in found if name], others)


def _name(latex: str) -> dict[str, str]:
    if _is_braced(latex):
        return {"literal": plain(latex)}
    parts = [part.strip() for part in _split(latex, ",")]
    pairs = [_PAIR.fullmatch(part) for part in parts]
    if all(pairs):
        return {_PARTS[pair[1].lower()]: plain(pair[2]) for pair in pairs if pair}
    if len(parts) == 1:
        return _natural([word for word in _split(latex.replace("\n", " "), " ") if word])
    particle, family = _particle([word for word in _split(parts[0], " ") if word])
    suffix, given = ("", parts[1]) if len(parts) == 2 else (parts[1], " ".join(parts[2:]))
    return _made(family=family, given=given, particle=particle, suffix=suffix)


def _natural(words: list[str]) -> dict[str, str]:
    """``First von Last``: what begins with a small letter, and all between two such words, is the particle."""
    if len(words) == 1:
        return {"literal": plain(words[0])}
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return _made(family=words[-1], given=" ".join(words[:-1]))
    start, end = small[0], small[-1] + 1
    given, particle, family = words[:start], words[start:end], words[end:]
    return _made(family=" ".join(family), given=" ".join(given), particle=" ".join(particle))


def _particle(words: list[str]) -> tuple[str, str]:
    """The particle before a family name, and the name."""
    end = max((at + 1 for at, word in enumerate(words[:-1]) if _is_small(word)), default=0)
    return " ".join(words[:end]), " ".join(words[end:])


def _made(family: str, given: str, particle: str = "", suffix: str = "") -> dict[str, str]:
    parts = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: text for name, latex in parts.items() if (text := plain(latex).strip())}


def _is_small(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter outside braces is small."""
    bare = plain(word) if word.startswith(("\\", "{\\")) else word  # a special character is a letter (BibTeXing, 4)
    letter = next((sign for sign in bare if sign.isalpha() or sign == "{"), "")
    return letter.islower()


def _is_braced(latex: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (latex.startswith("{") and latex.endswith("}")) or latex.startswith("{\\"):
        return False
    depth = 0
    for at, sign in enumerate(latex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return at == len(latex) - 1
    return False


def _split(text: str, separator: str) -> Iterator[str]:
    r"""The parts of a text between separators that stand in no braces; white space and ties (``~``) are a space.

    What follows a backslash is part of a command, so ``\~`` is an accent and no tie.
    """
    text = _SPACE.sub(lambda match: " " if match["space"] else match[0], text) if " " in separator else text
    depth, start, at = 0, 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if depth == 0 and text[at : at + len(separator)].lower() == separator:
            yield text[start:at]
            at = start = at + len(separator)
            continue
        depth = max(depth + {"{": 1, "}": -1}.get(text[at], 0), 0)
        at += 1
    yield text[start:]
